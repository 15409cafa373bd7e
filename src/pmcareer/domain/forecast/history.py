"""From the logbook to the history that the pace model reads: items per day of work."""

from datetime import date
from itertools import dropwhile

from pmcareer.domain.person.person import Person


def history_of(person: Person, item_hours: float) -> list[tuple[date, float]]:
    """List the items per day of work since first use; 0 for work that earned nothing.

    An item is `item_hours` of credited hours (earned value). What was entered for days before
    first use is work that is done, and tells no rhythm: nobody remembers the days between. No day
    is moved: days off and study days are the calendar's, which the pace model is given too.
    """
    since, earned = person.first_use or person.today, person.credited_by_day
    days = [day for day in person.ledger.study_days if day >= since]
    # A pace of study begins with study, not with steps of a search before it.
    studied = {entry.on for entry in person.ledger.study}
    begun = dropwhile(lambda day: day not in studied, days)
    return [(day, earned.get(day, 0.0) / item_hours) for day in begun]
