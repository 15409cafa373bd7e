"""From the logbook to the history that the pace model reads: items per day of work."""

from datetime import date

from pmcareer.domain.person.person import Person


def history_of(person: Person, item_hours: float) -> list[tuple[date, float]]:
    """List the items per day of work; 0 for work that earned nothing.

    An item is `item_hours` of credited hours (earned value). Nothing is left out and no day is
    moved: days off and study days are the calendar's, which the pace model is given too.
    """
    earned = {day: hours / item_hours for day, hours in person.credited_by_day.items()}
    worked = [entry.on for entries in person.worked.values() for entry in entries]
    return sorted({**dict.fromkeys(worked, 0.0), **earned}.items())
