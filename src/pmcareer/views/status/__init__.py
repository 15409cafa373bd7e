"""The screen and the JSON of `status`."""
