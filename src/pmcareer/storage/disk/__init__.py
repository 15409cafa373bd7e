"""The disk: files put in the place of others whole, one writer at a time."""
