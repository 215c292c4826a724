"""When a statement was made. Read ``stage`` first; the rest is in the order in which it calls it."""

from claimtrack.extract.dates.stage import date_statements

__all__ = ["date_statements"]
