"""What the logbook says of someone on a day: levels, months, rhythm, wishes."""
