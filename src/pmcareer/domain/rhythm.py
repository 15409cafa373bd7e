"""Rhythm: weeks kept, the heat map, and the balance over the Talent Triangle."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from pmcareer.domain.curriculum import SIDES
from pmcareer.domain.guidance import Practice
from pmcareer.domain.logbook import Entry, Finished, Practised, Worked
from pmcareer.domain.person import Person

HEAT_WEEKS = 26
DAYS_A_WEEK = 7
STRENGTH_WINDOW = {"daily": (1, 14), "weekly": (7, 8), "monthly": (30, 6)}
"""Days of one occasion, and how many occasions back a practice's strength looks."""
FIRST_PRACTICE = "h02"
MOST_PRACTICES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Streak:
    """Weeks kept in a row, Monday to Sunday; it forgives."""

    weeks: int
    days_this_week: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DayDone:
    """What was logged on a day."""

    day: date
    minutes: int
    entries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeKept:
    """A practice and how well it was kept: of the last so many occasions."""

    practice: Practice
    kept: int
    of: int
    due: bool
    """Not kept yet on this day, in this week or month."""


def work_entries(person: Person) -> list[Entry]:
    """List the entries of work or practice."""
    return [entry for entry in person.entries if isinstance(entry, Finished | Worked | Practised)]


def streak_of(person: Person) -> Streak:
    """Count the weeks with an entry of work or practice up to this one.

    One empty week between two kept ones, and weeks of nothing but days off, do not break it and do not count. The
    present week counts once something is in it; until then it is still open.
    """
    days = {entry.on for entry in work_entries(person)}
    kept = {_monday(day) for day in days}
    monday = _monday(person.today)
    weeks, empty = 0, 0
    week = monday
    first = min(kept, default=monday)
    while week >= first:
        if week in kept:
            weeks, empty = weeks + 1, 0
        elif week != monday and not _is_off(person, week):
            empty += 1
            if empty > 1:
                break
        week -= timedelta(days=DAYS_A_WEEK)
    return Streak(weeks=weeks, days_this_week=sum(_monday(day) == monday for day in days))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _is_off(person: Person, monday: date) -> bool:
    return all(
        any(start <= monday + timedelta(days=number) <= end for start, end in person.calendar.days_off)
        for number in range(DAYS_A_WEEK)
    )


def heat_of(person: Person, weeks: int = HEAT_WEEKS) -> tuple[DayDone, ...]:
    """Give every day of the last weeks, from a Monday to today, with what was logged on it."""
    first = _monday(person.today) - timedelta(days=DAYS_A_WEEK * (weeks - 1))
    minutes: dict[date, int] = {}
    counts: dict[date, int] = {}
    for entry in work_entries(person):
        if entry.on >= first:
            minutes[entry.on] = minutes.get(entry.on, 0) + minutes_of(person, entry)
            counts[entry.on] = counts.get(entry.on, 0) + 1
    days = (first + timedelta(days=number) for number in range((person.today - first).days + 1))
    return tuple(DayDone(day=day, minutes=minutes.get(day, 0), entries=counts.get(day, 0)) for day in days)


def minutes_of(person: Person, entry: Entry) -> int:
    """Give the minutes that an entry names, or what its exercise or practice is estimated to take."""
    said: int | None = getattr(entry, "minutes", None)
    if said is not None:
        return said
    if isinstance(entry, Finished) and entry.exercise in person.curriculum.exercise:
        logged = person.hours_logged.get(entry.exercise, 0.0)
        return max(0, round(60 * (person.curriculum.exercise[entry.exercise].mean_hours - logged)))
    if isinstance(entry, Practised) and entry.practice in person.curriculum.practice:
        return person.curriculum.practice[entry.practice].minutes
    return 0


def balance_of(person: Person, since: date | None = None) -> Mapping[str, float]:
    """Share the hours of exercises over the sides of the Talent Triangle; all zero when nothing is logged."""
    hours = dict.fromkeys(SIDES, 0.0)
    for entry in person.entries:
        if isinstance(entry, Finished | Worked) and (since is None or entry.on >= since):
            name = person.curriculum.now_called("exercises", entry.exercise)
            exercise = person.curriculum.exercise.get(name)
            if exercise and exercise.skill in person.curriculum.skill:
                hours[person.curriculum.side_of(exercise)] += minutes_of(person, entry) / 60
    total = sum(hours.values())
    return {side: round(spent / total, 4) if total else 0.0 for side, spent in hours.items()}


def practices_of(person: Person) -> tuple[PracticeKept, ...]:
    """Give the active practices, three at most: those picked, or the first one for somebody who picked none."""
    known = person.curriculum.practice
    picked = person.says.get("practices") or ((FIRST_PRACTICE,) if FIRST_PRACTICE in known else tuple(known)[:1])
    return tuple(_kept(person, known[name]) for name in picked[:MOST_PRACTICES] if name in known)


def _kept(person: Person, practice: Practice) -> PracticeKept:
    days = {
        entry.on
        for entry in person.entries
        if isinstance(entry, Practised) and person.curriculum.now_called("practices", entry.practice) == practice.id
    }
    length, occasions = STRENGTH_WINDOW[practice.rhythm]
    ages = {(person.today - day).days // length for day in days}
    return PracticeKept(
        practice=practice,
        kept=sum(age < occasions for age in ages),
        of=occasions,
        due=not _kept_now(practice, days, person.today),
    )


def _kept_now(practice: Practice, days: Iterable[date], today: date) -> bool:
    if practice.rhythm == "daily":
        return today in set(days)
    if practice.rhythm == "weekly":
        return any(_monday(day) == _monday(today) for day in days)
    return any((day.year, day.month) == (today.year, today.month) for day in days)


def practice_of_the_day(person: Person) -> Practice | None:
    """Choose the active practice that is due, the most frequent first; None when none is."""
    rank = {"daily": 0, "weekly": 1, "monthly": 2}
    due = [kept.practice for kept in practices_of(person) if kept.due]
    return min(due, key=lambda practice: rank[practice.rhythm], default=None)
