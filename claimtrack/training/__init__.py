"""Making the data that extraction runs on from annotated corpora. Never imported by the program."""
