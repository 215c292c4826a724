"""Questions and filters → Selects over the stored statements."""
