"""Who said it, inside one document: the stage that names the speakers of attributions.

Read ``stage`` first; ``register`` knows who is named where (``pieces``, ``joins`` and ``names`` spot the names),
``phrases`` cuts a source into its parts. ``pronouns``, ``nominals`` (persons in ``role_bearers`` and ``topical``,
``bodies``), ``pairs``, ``kin`` and ``generations`` answer for what is no name, ``reported`` for who is not in the
source; ``media`` finds the medium.
"""

from claimtrack.extract.speakers.stage import name_speakers

__all__ = ["name_speakers"]
