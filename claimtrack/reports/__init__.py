"""Stored statements → rows, tables and files. The only place for pandas; ``registry`` lists them."""
