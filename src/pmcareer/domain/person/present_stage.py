"""The post somebody is in today: since when, and since when they look for the next one."""

from collections.abc import Iterator
from datetime import date

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.logbook import oldest_first
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.steps import entries_of, steps_logged


@frozen
class PresentStage:
    """What the profile says of the post one is in."""

    role: str | None
    since: date
    """Its first day; who has only ever said one role was there from the beginning."""
    looking: date | None
    """The day since which one looks for the next post, said in this stage."""


def present_stage(person: Person) -> PresentStage:
    """Read the profile's entries in order: another role begins another stage."""
    # Looking since March, said in April, for the post of junior; tech PM said in June: that search
    # is over, and nobody looks for the post after it.
    role, since, looking = None, date.min, None
    for entry in oldest_first(person.sayings):
        if entry.role:
            now = person.curriculum.now_called("roles", entry.role)
            if role not in (None, now):
                since, looking = entry.on, None
            role = now
        if isinstance(entry.since, date):
            since = entry.since
        if entry.looking:
            looking = entry.looking if isinstance(entry.looking, date) else None
    return PresentStage(role=role, since=since, looking=looking)


def searching_since(person: Person) -> date | None:
    """Find the day since which somebody looks for the next post; None where none is on record.

    The day that was said, or the first on which a step of the search was logged, in this stage.
    Tried out from another role, nothing of it counts.
    """
    stage = present_stage(person)
    if stage.role != person.role:
        return None
    days = [*_steps_of_search(person, stage.since)]
    if stage.looking:
        days.append(stage.looking)
    return min((day for day in days if day <= person.today), default=None)


def _steps_of_search(person: Person, since: date) -> Iterator[date]:
    # Most people log none on most days: the table of steps need not be read for them.
    if not any(steps_logged(person)):
        return
    for step in person.curriculum.job_steps:
        for entry in entries_of(person, step):
            if entry.on >= since:
                yield entry.on
