"""Somebody by what was written up to a day: to see what an entry made of them."""

from datetime import date

from pmcareer.domain.person.person import Person, person_of
from pmcareer.domain.person.said import newest_values


def as_written(person: Person, until: date, today: date) -> Person:
    """Return the same person on a day, by the entries that were written up to another.

    What is tried out, another target, is tried out there too.
    """
    then = person_of(person.curriculum, person.entries.written_by(until), today)
    if person.sayings == then.sayings:
        # They say the same: what is tried out is all that may differ.
        return then.saying(**person.says)
    said = newest_values(person.sayings)
    tried = {key: value for key, value in person.says.items() if said.get(key) != value}
    return then.saying(**tried)
