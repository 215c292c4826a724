"""Denials inside a document: which statements a denial answers. Read ``links`` first."""

from claimtrack.extract.denials.links import link_denials

__all__ = ["link_denials"]
