"""The screen and the JSON of `review`."""
