"""Files, folders and standard input → documents: one reader per format behind ``readers``."""
