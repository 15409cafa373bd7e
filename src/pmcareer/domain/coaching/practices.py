"""Practices: which are active, which one is for today, and how well they are kept."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from pmcareer.domain.curriculum.guidance import Practice
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.vocabulary import RHYTHMS
from pmcareer.domain.logbook.entries import Practised
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
    """List the active practices: those picked, or a beginning for somebody who picked none."""
    muted = person.says.get("muted", ())
    if MUTED in muted:
        return ()
    most = MOST_PRACTICES if "practices" in person.says else SUGGESTED
    active = [practice for practice in _picked(person) if practice.id not in muted]
    return tuple(_kept(person, practice) for practice in active[:most])


def _picked(person: Person) -> list[Practice]:
    """List the practices picked, else those that suit somebody, the most fitting first."""
    curriculum = person.curriculum
    picked = person.says.get("practices")
    if picked is not None:
        names = [curriculum.now_called("practices", name) for name in picked]
        return [curriculum.practice[name] for name in names if name in curriculum.practice]
    living = {each.id: each for each in curriculum.practices if not each.retired}
    suiting = [living[name] for name in dict.fromkeys(_suiting(person)) if name in living]
    return suiting or list(curriculum.practices[:1])


def _suiting(person: Person) -> Iterator[str]:
    """Go through ids: for everybody, for their work, as advised to them, for their role."""
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
    # Kept 3, 9 and 10 days ago a weekly practice has the ages 0, 1 and 1: two of eight occasions.
    length, occasions = STRENGTH_WINDOW[practice.rhythm]
    days = days_kept(person, practice)
    ages = {(person.today - day).days // length for day in days}
    now = occasion_of(practice, person.today)
    return PracticeKept(
        practice=practice,
        kept=sum(age < occasions for age in ages),
        of=occasions,
        due=all(occasion_of(practice, day) != now for day in days),
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
    days = set()
    for entry in person.entries:
        if isinstance(entry, Practised):
            now = person.curriculum.now_called("practices", entry.practice)
            if now == practice.id:
                days.add(entry.on)
    return days


def practice_of_the_day(person: Person) -> Practice | None:
    """Choose the active practice that is due, the most frequent first; None when none is."""
    due = [kept.practice for kept in practices_of(person) if kept.due]
    return min(due, key=lambda practice: RHYTHMS.index(practice.rhythm), default=None)
