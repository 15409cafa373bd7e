"""Practices: which are active, which one is for today, and how well they are kept."""

from collections.abc import Iterable, Iterator
from datetime import date

from pmcareer.domain.curriculum.guidance import Practice
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.vocabulary import RHYTHMS
from pmcareer.domain.logbook.entries import MOST_PRACTICES, Practised
from pmcareer.domain.logbook.logbook import of_kind
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.rhythm import monday_of
from pmcareer.domain.roadmap.weights import profile_rules

STRENGTH_WINDOW = {"daily": (1, 14), "weekly": (7, 8), "monthly": (30, 6)}
"""Days of one occasion, and how many occasions back a practice's strength looks."""
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
    """List the active practices: those picked, or a beginning for somebody who picked none."""
    if MUTED in person.muted:
        return ()
    most, names = MOST_PRACTICES, person.says.get("practices")
    if names is None:
        most, names = SUGGESTED, _suiting(person)
    active = [each for each in _called(person, names) if each.id not in person.muted]
    return tuple(_kept(person, practice) for practice in active[:most])


def _called(person: Person, names: Iterable[str]) -> Iterator[Practice]:
    """Find the practices of these ids, old ones too; what nobody knows any more is left out."""
    for name in names:
        practice = person.curriculum.practice.get(person.curriculum.now_called("practices", name))
        if practice:
            yield practice


def _suiting(person: Person) -> list[str]:
    """List the ids of the practices that suit somebody, the most fitting first."""
    living = {each.id for each in person.curriculum.practices if not each.retired}
    suiting = [name for name in dict.fromkeys(_fitting(person)) if name in living]
    return suiting or [practice.id for practice in person.curriculum.practices[:1]]


def _fitting(person: Person) -> Iterator[str]:
    """Go through ids: for everybody, for their work, as advised to them, for their role."""
    practices = person.curriculum.practices
    role = person.curriculum.role.get(person.stands_at)
    does = set(role.work_shares) if role else set()
    for practice in practices:
        if practice.for_everybody:
            yield practice.id
    for practice in practices:
        if not does.isdisjoint(practice.for_work):
            yield practice.id
    for rule in profile_rules(person):
        yield from rule.practices
    for practice in practices:
        if person.stands_at in practice.roles:
            yield practice.id


def _kept(person: Person, practice: Practice) -> PracticeKept:
    # Kept 3, 9 and 10 days ago a weekly practice has the ages 0, 1 and 1: two of eight occasions.
    length, occasions = STRENGTH_WINDOW[practice.rhythm]
    days = days_kept(person, practice)
    ages = {(person.today - day).days // length for day in days}
    now = occasion_of(practice, person.today)
    return PracticeKept(
        practice=practice,
        kept=len(ages.intersection(range(occasions))),
        of=occasions,
        due=now not in {occasion_of(practice, day) for day in days},
    )


def occasion_of(practice: Practice, day: date) -> date:
    """Find the first day of the occasion that a day belongs to: itself, its week, its month."""
    match practice.rhythm:
        case "daily":
            return day
        case "weekly":
            return monday_of(day)
        case "monthly":
            return day.replace(day=1)


def days_kept(person: Person, practice: Practice) -> set[date]:
    """List the days on which a practice was kept, under any id that it ever had."""
    return {
        entry.on
        for entry in of_kind(person.entries, Practised)
        if person.curriculum.now_called("practices", entry.practice) == practice.id
    }


def practice_of_the_day(person: Person) -> Practice | None:
    """Choose the active practice that is due, the most frequent first; None when none is."""
    return min(
        (kept.practice for kept in practices_of(person) if kept.due),
        key=lambda practice: RHYTHMS.index(practice.rhythm),
        default=None,
    )
