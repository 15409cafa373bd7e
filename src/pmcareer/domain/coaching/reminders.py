"""What somebody said that can't stay so for long: asked about once it is time."""

from collections.abc import Iterator
from datetime import date

from pmcareer.domain.ground.calendar import on_day_in_words
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.picked import Picked
from pmcareer.domain.person.said import values_in


def reminders_of(person: Person) -> Iterator[str]:
    """Ask what came of what was said so many days ago: of a mentor who was asked, for one."""
    for picked in person.given.answers:
        days, said_on = picked.effects.reminds, _said_on(person, picked)
        if days and (person.today - said_on).days >= days:
            when = on_day_in_words(said_on, person.today)
            yield f'You said "{picked.answer.text}" {when}. What came of it? {picked.command}'


def _said_on(person: Person, picked: Picked) -> date:
    """Find the day on which it was said last."""
    if picked.entry:
        return picked.entry.on
    key = getattr(picked.asked, "key", "")
    days = [saying.on for saying in person.sayings if key in values_in(saying)]
    return max(days, default=person.today)
