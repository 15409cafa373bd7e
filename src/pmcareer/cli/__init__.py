"""The menu: what can be typed, and the one place that prints."""
