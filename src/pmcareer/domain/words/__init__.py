"""From what is typed to what is meant: items, days, amounts."""
