"""Values without a subject: records, problems, the calendar, conditions, kinds of work, closed sets of words."""
