"""Document → attributions. Read ``pipeline`` first: it lists the stages in their order."""
