"""Somebody by what was written up to a day: to see what an entry made of them."""

from datetime import date

from pmcareer.domain.logbook.entries import Profile
from pmcareer.domain.logbook.logbook import of_kind
from pmcareer.domain.person.person import Person, person_of


def as_written(person: Person, until: date, today: date) -> Person:
    """Return the same person on a day, by the entries that were written up to another.

    What is tried out, another target, is tried out there too.
    """
    entries = (entry for entry in person.entries if entry.written_on <= until)
    then = person_of(person.curriculum, entries, today)
    profiles = of_kind(person.entries, Profile)
    if len(profiles) == len(of_kind(then.entries, Profile)):
        # They say the same: what is tried out is all that may differ.
        return then.saying(**person.says)
    said = person_of(person.curriculum, profiles, person.today).says
    tried = {key: value for key, value in person.says.items() if said.get(key) != value}
    return then.saying(**tried)
