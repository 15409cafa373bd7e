"""One verb, one file: load, decide, save, answer."""
