"""Other formats: an answer becomes text."""
