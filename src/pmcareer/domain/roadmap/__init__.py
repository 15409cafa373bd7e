"""Which way, with what work: routes, what they ask for, and in which order."""
