"""One user story a file; the only place where text and storage meet."""
