"""Practices: which are active, which one is for today, and how well they are kept.

Those picked stay; those proposed make room for others when they are not kept for a fortnight.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from operator import attrgetter

from pmcareer.domain.coaching.rotation import (
    Dropped,
    Turns,
    asked_about,
    dropped_since,
    every_month,
    turns_of,
)
from pmcareer.domain.curriculum.guidance import Practice
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.vocabulary import RHYTHMS
from pmcareer.domain.logbook.entries import MOST_PRACTICES, Practised, Profile
from pmcareer.domain.logbook.logbook import newest_first, of_kind
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.rhythm import monday_of
from pmcareer.domain.roadmap.facts import holds_for
from pmcareer.domain.roadmap.weights import profile_rules

STRENGTH_WINDOW = {"daily": (1, 14), "weekly": (7, 8), "monthly": (30, 6)}
"""Days of one occasion, and how many occasions back a practice's strength looks."""
SUGGESTED = 2
"""A newcomer begins with one practice that suits everybody and one that suits them."""
LOOK_DAYS = 3
"""On one day of so many a practice that suits is shown that one does not keep yet."""
MUTED = "practice"
ID = attrgetter("id")
DAY = attrgetter("day")


@frozen
class PracticeKept:
    """A practice and how well it was kept: of the last so many occasions."""

    practice: Practice
    kept: int
    of: int
    due: bool
    """Not kept yet on this day, in this week or month."""


@frozen
class NotForYou:
    """A practice that was not kept for a fortnight, asked about on one day."""

    practice: Practice
    since: date
    """The day on which the fortnight was over."""


def practices_of(person: Person) -> tuple[PracticeKept, ...]:
    """List the active practices: those picked, or those whose turn it is where none were picked."""
    if MUTED in person.muted:
        return ()
    known, picked = person.curriculum.practice, _picked(person)
    active = _in_turn(person)
    if picked is not None:
        active = _unmuted(person, picked)[:MOST_PRACTICES]
    return tuple(_kept(person, known[name]) for name in active)


def not_for_you(person: Person) -> NotForYou | None:
    """Find the practice to ask about: it was not kept for a fortnight; None on most days."""
    if MUTED in person.muted:
        return None
    picked, kept = _picked(person), _kept_days(person)
    questions: Iterable[tuple[date, Dropped]]
    if picked is None:
        dropped = _turns(person).dropped
        questions = zip(map(DAY, dropped), dropped, strict=True)
    else:
        unkept = dropped_since(person, picked, _picked_on(person), kept)
        questions = every_month(unkept, person.today)
    asked = asked_about(person, questions, kept)
    if asked is None:
        return None
    return NotForYou(practice=person.curriculum.practice[asked.practice], since=asked.day)


def _picked(person: Person) -> list[str] | None:
    """List the ids of the practices that were picked; None where nobody said any."""
    names = person.says.get("practices")
    if names is None:
        return None
    return list(map(ID, _called(person, names)))


def _picked_on(person: Person) -> date:
    """Find the day on which practices were picked last."""
    for entry in newest_first(of_kind(person.entries, Profile)):
        if entry.practices is not None:
            return entry.on
    return person.today


def _in_turn(person: Person) -> list[str]:
    """List those whose turn it is; in the place of one that is muted the next that fits."""
    names, turns = _suiting(person), _turns(person)
    fitting = _unmuted(person, (*turns.active, *turns.waiting))
    return sorted(fitting[:SUGGESTED], key=names.index)


def _turns(person: Person) -> Turns:
    if "turns" not in person.memo:
        kept = _kept_days(person)
        person.memo["turns"] = turns_of(person, _suiting(person), SUGGESTED, kept)
    turns: Turns = person.memo["turns"]
    return turns


def _unmuted(person: Person, names: Iterable[str]) -> list[str]:
    return [name for name in names if name not in person.muted]


def _kept_days(person: Person) -> dict[str, list[date]]:
    """List the days on which each practice was kept, under any id that it ever had."""
    days: dict[str, list[date]] = {}
    for entry in sorted(of_kind(person.entries, Practised), key=attrgetter("on")):
        name = person.curriculum.now_called("practices", entry.practice)
        days.setdefault(name, []).append(entry.on)
    return days


def _called(person: Person, names: Iterable[str]) -> Iterator[Practice]:
    """Find the practices of these ids, old ones too; what nobody knows any more is left out."""
    for name in names:
        practice = person.curriculum.practice.get(person.curriculum.now_called("practices", name))
        if practice:
            yield practice


def _suiting(person: Person) -> list[str]:
    """List the ids of the practices that suit somebody, the most fitting first."""
    return list(_reasons(person))


def _reasons(person: Person) -> dict[str, str]:
    """Map the practices that suit somebody to the first reason why, the most fitting first."""
    reasons: dict[str, str] = {}
    for name, reason in _fitting(person):
        if name not in reasons and _is_proposed(person, name):
            reasons[name] = reason
    return reasons


def _is_proposed(person: Person, name: str) -> bool:
    """Tell whether a practice can be kept where somebody is: at home nobody has a board."""
    practice = person.curriculum.practice.get(name)
    if practice is None or practice.retired:
        return False
    return holds_for(person, practice.conditions)


def _fitting(person: Person) -> Iterator[tuple[str, str]]:
    """Go through ids: as answered, for everybody, for their work, as advised, for their role, any.

    What an answer calls for has its turn before all others.
    """
    for name in person.given.listed("practices"):
        yield name, "an answer of yours calls for it"
    yield from _by_work(person)
    for rule in profile_rules(person):
        for name in rule.practices:
            yield name, f"what you said of yourself calls for it ({rule.id})"
    yield from _by_role(person)


def _by_work(person: Person) -> Iterator[tuple[str, str]]:
    practices = person.curriculum.practices
    role = person.curriculum.role.get(person.stands_at)
    does = set(role.work_shares) if role else set()
    for practice in practices:
        if practice.for_everybody:
            yield practice.id, "it suits everybody"
    for practice in practices:
        if not does.isdisjoint(practice.for_work):
            yield practice.id, "it suits the work that you do"


def _by_role(person: Person) -> Iterator[tuple[str, str]]:
    practices = person.curriculum.practices
    for practice in practices:
        if person.stands_at in practice.roles:
            yield practice.id, "it suits your role"
    for practice in practices:
        if not practice.roles and not practice.for_work:
            yield practice.id, "it suits any role"


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
    """Choose the active practice that is due, or one to look at; None when there is none.

    The most frequent first, as long as it is kept; else those that are due take turns by the day.
    On one day in three it is one to look at, for whoever picked some only when none is due.
    """
    due = [kept.practice for kept in practices_of(person) if kept.due]
    due.sort(key=_frequency)
    day = (person.today - (person.first_use or person.today)).days
    # One's own go first: others come when none of them is due.
    is_free = _picked(person) is None or not due
    if is_free and _is_for_a_look(day) and (shown := _to_look_at(person, day // LOOK_DAYS)):
        return shown
    if not due:
        return None
    yesterday = person.today - timedelta(days=1)
    if yesterday in days_kept(person, due[0]):
        return due[0]
    return due[day % len(due)]


def _is_for_a_look(day: int) -> bool:
    return day % LOOK_DAYS == LOOK_DAYS - 1


def why_practice(person: Person, practice: Practice) -> str:
    """Say why a practice is shown: it was picked, or whom it suits."""
    picked = _picked(person)
    if picked and practice.id in picked:
        return "you picked it"
    return _reasons(person).get(practice.id, "")


def _to_look_at(person: Person, turn: int) -> Practice | None:
    """Choose by turn among all that suit somebody; None who wants none, or has kept it lately."""
    # Fourteen suit a programmer: in six weeks each of them is shown on a day, whatever is kept.
    names = _unmuted(person, _suiting(person))
    if MUTED in person.muted or _picked(person) == [] or not names:
        return None
    kept = _kept(person, person.curriculum.practice[names[turn % len(names)]])
    return kept.practice if kept.due else None


def _frequency(practice: Practice) -> int:
    return RHYTHMS.index(practice.rhythm)
