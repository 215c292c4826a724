"""Who said it, inside one document: the stage that names the speakers of attributions.

Read ``stage`` first; ``register`` knows who is named where, ``phrases`` cuts a source into its parts,
``pronouns``, ``nominals`` and ``pairs`` answer for what is no name, ``media`` finds the medium.
"""

from claimtrack.extract.speakers.stage import name_speakers

__all__ = ["name_speakers"]
