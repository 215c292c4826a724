"""The command line: a file per command; options in, one library call, print.

Modules here import what costs time (pandas, spaCy, SQLAlchemy) inside the commands that need it, so that
``claimtrack --help`` answers at once.
"""
