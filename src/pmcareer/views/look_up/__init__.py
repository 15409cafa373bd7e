"""What `show`, `list` and `history` print."""
