"""Practices: which are active, which one is for today, and how well they are kept."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from pmcareer.domain.curriculum.guidance import Practice
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.entries import Entry, Practised
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.rhythm import monday_of
from pmcareer.domain.roadmap.weights import profile_rules

STRENGTH_WINDOW: Final = {"daily": (1, 14), "weekly": (7, 8), "monthly": (30, 6)}
"""Days of one occasion, and how many occasions back a practice's strength looks."""
MOST_PRACTICES = 3
SUGGESTED = 2
"""A newcomer begins with one practice that suits everybody and one that suits them."""
MUTED = "practice"


@frozen
class PracticeKept:
    """A practice and how well it was kept: of the last so many occasions."""

    practice: Practice
    kept: int
    of: int
    due: bool
    """Not kept yet on this day, in this week or month."""


def practices_of(person: Person) -> tuple[PracticeKept, ...]:
    """Give the active practices, three at most: those picked, or a beginning for somebody who picked none."""
    muted = person.says.get("muted", ())
    if MUTED in muted:
        return ()
    curriculum = person.curriculum
    picked = person.says.get("practices")
    if picked is None:
        names = [name for name in _suiting(person) if name not in muted][:SUGGESTED]
    else:
        names = [curriculum.now_called("practices", name) for name in picked]
    known = [
        curriculum.practice[name]
        for name in names
        if name in curriculum.practice and name not in muted
    ]
    return tuple(_kept(person, practice) for practice in known[:MOST_PRACTICES])


def _suiting(person: Person) -> list[str]:
    """Order practices for somebody who picked none: for all, for their work, as advised to them, for their role."""
    known = person.curriculum.practice
    found = dict.fromkeys(
        name for name in _wished(person) if name in known and not known[name].retired
    )
    return [*found] or [*known][:1]


def _wished(person: Person) -> Iterator[str]:
    practices = person.curriculum.practices
    role = person.curriculum.role.get(person.stands_at)
    yield from (practice.id for practice in practices if practice.for_everybody)
    if role:
        does = role.work_shares.keys()
        yield from (each.id for each in practices if not does.isdisjoint(each.for_work))
    for rule in profile_rules(person):
        yield from rule.practices
    yield from (practice.id for practice in practices if person.stands_at in practice.roles)


def _kept(person: Person, practice: Practice) -> PracticeKept:
    days = days_kept(person, practice)
    length, occasions = STRENGTH_WINDOW[practice.rhythm]
    ages = {(person.today - day).days // length for day in days}
    return PracticeKept(
        practice=practice,
        kept=sum(age < occasions for age in ages),
        of=occasions,
        due=not _kept_now(practice, days, person.today),
    )


def days_kept(person: Person, practice: Practice) -> set[date]:
    """Give the days on which a practice was kept."""
    return {entry.on for entry in person.entries if _is_of(person, entry, practice)}


def _is_of(person: Person, entry: Entry, practice: Practice) -> bool:
    return (
        isinstance(entry, Practised)
        and person.curriculum.now_called("practices", entry.practice) == practice.id
    )


def _kept_now(practice: Practice, days: Iterable[date], today: date) -> bool:
    if practice.rhythm == "daily":
        return today in set(days)
    if practice.rhythm == "weekly":
        return any(monday_of(day) == monday_of(today) for day in days)
    return any((day.year, day.month) == (today.year, today.month) for day in days)


def practice_of_the_day(person: Person) -> Practice | None:
    """Choose the active practice that is due, the most frequent first; None when none is."""
    rank = {"daily": 0, "weekly": 1, "monthly": 2}
    due = [kept.practice for kept in practices_of(person) if kept.due]
    return min(due, key=lambda practice: rank[practice.rhythm], default=None)
