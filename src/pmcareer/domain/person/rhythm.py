"""Rhythm: weeks kept, the heat map, and the balance over the Talent Triangle."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta

from pmcareer.domain.curriculum.items import Exercise
from pmcareer.domain.ground.calendar import DAYS_PER_WEEK
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.vocabulary import SIDES
from pmcareer.domain.logbook.entries import Entry, Finished, Practised, Worked
from pmcareer.domain.person.person import Person

HEAT_WEEKS = 26


@frozen
class Streak:
    """Weeks kept in a row, Monday to Sunday; it forgives."""

    weeks: int
    days_this_week: int


@frozen
class DayDone:
    """What was logged on a day."""

    day: date
    minutes: int
    entries: int


def work_entries(person: Person) -> list[Entry]:
    """List the entries of work or practice."""
    return [entry for entry in person.entries if isinstance(entry, Finished | Worked | Practised)]


def study_entries(person: Person) -> list[Finished | Worked]:
    """List the entries of work on exercises."""
    return [entry for entry in person.entries if isinstance(entry, Finished | Worked)]


def streak_of(person: Person) -> Streak:
    """Count the weeks with an entry of work or practice up to this one.

    One empty week between two kept ones, and weeks of nothing but days off, do not break it and do
    not count. The present week counts once something is in it; until then it is still open.
    """
    # Kept, kept, empty, kept, and nothing yet in this week: three weeks. With two empty ones in a
    # row it would be one.
    days = {entry.on for entry in work_entries(person)}
    kept = {monday_of(day) for day in days}
    this_week = monday_of(person.today)
    first = min(kept, default=this_week)
    week, weeks, empty = this_week, 0, 0
    while week >= first and empty <= 1:
        if week in kept:
            weeks += 1
            empty = 0
        elif week != this_week and not _is_off(person, week):
            empty += 1
        week -= timedelta(days=DAYS_PER_WEEK)
    return Streak(weeks=weeks, days_this_week=sum(day >= this_week for day in days))


def monday_of(day: date) -> date:
    """Find the first day of a day's week."""
    return day - timedelta(days=day.weekday())


def _is_off(person: Person, monday: date) -> bool:
    week = (monday + timedelta(days=day) for day in range(DAYS_PER_WEEK))
    return all(map(person.calendar.is_off, week))


def heat_of(person: Person) -> tuple[DayDone, ...]:
    """List every day of the last weeks, from a Monday to today, with what was logged on it."""
    first = monday_of(person.today) - timedelta(days=DAYS_PER_WEEK * (HEAT_WEEKS - 1))
    minutes: Counter[date] = Counter()
    entries: Counter[date] = Counter()
    for entry in work_entries(person):
        if entry.on >= first:
            minutes[entry.on] += minutes_of(person, entry)
            entries[entry.on] += 1
    days = map(date.fromordinal, range(first.toordinal(), person.today.toordinal() + 1))
    return tuple(DayDone(day=day, minutes=minutes[day], entries=entries[day]) for day in days)


def minutes_of(person: Person, entry: Entry) -> int:
    """Return the minutes that an entry names, or what it is about is estimated to take."""
    said: int | None = getattr(entry, "minutes", None)
    if said is not None:
        return said
    if isinstance(entry, Finished):
        return _minutes_estimated(person, entry)
    now = person.curriculum.now_called("practices", getattr(entry, "practice", ""))
    practice = person.curriculum.practice.get(now)
    return practice.minutes if practice else 0


def _minutes_estimated(person: Person, entry: Finished) -> int:
    """Estimate what was left of an exercise after what was logged for parts of it."""
    exercise = _exercise_of(person, entry)
    if exercise is None:
        return 0
    hours = exercise.mean_hours - person.hours_logged(exercise.id)
    return max(0, round(60 * hours))


def _exercise_of(person: Person, entry: Finished | Worked) -> Exercise | None:
    now = person.curriculum.now_called("exercises", entry.exercise)
    return person.curriculum.exercise.get(now)


def balance_of(person: Person, since: date = date.min) -> Mapping[str, float]:
    """Share the hours of exercises over the sides of the Talent Triangle, all zero without any."""
    shares = shares_of(_hours_by_side(person, since))
    return {side: round(share, 4) for side, share in shares.items()}


def shares_of(hours: Mapping[str, float]) -> Mapping[str, float]:
    """Divide the hours of each side by those of all, all zero without any."""
    total = sum(hours.values()) or 1.0
    return {side: spent / total for side, spent in hours.items()}


def hours_by_side(person: Person, since: date = date.min) -> Mapping[str, float]:
    """Add up the hours of exercises on each side of the Talent Triangle since a day, to a tenth."""
    return {side: round(hours, 1) for side, hours in _hours_by_side(person, since).items()}


def _hours_by_side(person: Person, since: date) -> Mapping[str, float]:
    hours: dict[str, float] = dict.fromkeys(SIDES, 0.0)
    for entry in study_entries(person):
        exercise = _exercise_of(person, entry)
        if entry.on >= since and exercise and exercise.skill in person.curriculum.skill:
            hours[person.curriculum.side_of(exercise)] += minutes_of(person, entry) / 60
    return hours
