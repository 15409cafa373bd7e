"""What happened: every kind of entry, and the logbook that they make."""
