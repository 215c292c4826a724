"""Functions that take a Session first; they flush and never commit."""
