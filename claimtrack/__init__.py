"""claimtrack: who said what, when, where, and whether it is denied, traceable to characters in the text."""

__all__ = ["__version__"]

__version__ = "0.1.0"
