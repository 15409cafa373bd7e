"""Values without a subject: records, problems, the calendar, conditions, closed sets of words."""
