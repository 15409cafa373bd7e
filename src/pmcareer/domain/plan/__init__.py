"""One person's plan and its questions: what is next, what is missing, why a date moved."""
