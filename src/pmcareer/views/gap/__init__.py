"""The screen and the JSON of `gap`."""
