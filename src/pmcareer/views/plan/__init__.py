"""The screen and the JSON of `plan`."""
