"""The files: text to records and back, durably."""
