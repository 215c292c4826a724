"""Denials inside a document: what denies, and which statements it answers. Read ``weighing``, then ``links``."""

from claimtrack.extract.denials.links import link_denials
from claimtrack.extract.denials.weighing import begin_weighing, weigh_stances

__all__ = ["begin_weighing", "link_denials", "weigh_stances"]
