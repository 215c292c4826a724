"""Who is the same speaker, what is the same claim, is it denied: decided from values, without a database."""
