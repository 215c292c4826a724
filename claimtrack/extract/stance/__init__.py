"""Stance: does a statement put its content forward, deny it, confirm it, or decline to speak of it?"""

from claimtrack.extract.stance.acts import find_speech_acts
from claimtrack.extract.stance.cue import read_cue
from claimtrack.extract.stance.stage import judge_stances, stance_of

__all__ = ["find_speech_acts", "judge_stances", "read_cue", "stance_of"]
