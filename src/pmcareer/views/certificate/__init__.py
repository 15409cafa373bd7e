"""The screens and the JSON of `certificate`."""
