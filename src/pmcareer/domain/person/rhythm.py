"""Rhythm: weeks kept, the heat map, and the balance over the sides."""

from collections.abc import Mapping
from datetime import date, timedelta

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.ground.calendar import DAYS_PER_WEEK
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.as_filed import Study
from pmcareer.domain.logbook.entries import Entry
from pmcareer.domain.person.ledger import Day
from pmcareer.domain.person.person import Person

HEAT_WEEKS = 26


@frozen
class Streak:
    """Weeks kept in a row, Monday to Sunday; it forgives."""

    weeks: int
    days_this_week: int


def study_entries(person: Person) -> tuple[Study, ...]:
    """List the entries of work on exercises."""
    return person.ledger.study


def minutes_of(person: Person, entry: Entry) -> int:
    """Return the minutes that an entry names, or what it is about is estimated to take."""
    return person.ledger.minutes_of(entry)


def streak_of(person: Person) -> Streak:
    """Count the weeks with an entry of work or practice up to this one.

    One empty week between two kept ones, and weeks of nothing but days off, do not break it and do
    not count. The present week counts once something is in it; until then it is still open.
    """
    # Kept, kept, empty, kept, and nothing yet in this week: three weeks. With two empty ones in a
    # row it would be one.
    ledger = person.ledger
    days = ledger.active_days
    kept = {monday_of(day) for day in days}
    this_week = monday_of(person.today)
    first = min(kept, default=this_week)
    week, weeks, empty = this_week, 0, 0
    while week >= first and empty <= 1:
        if week in kept:
            weeks += 1
            empty = 0
        elif week != this_week and not ledger.is_week_off(week):
            empty += 1
        week -= timedelta(days=DAYS_PER_WEEK)
    return Streak(weeks=weeks, days_this_week=sum(day >= this_week for day in days))


def monday_of(day: date) -> date:
    """Find the first day of a day's week."""
    return day - timedelta(days=day.weekday())


def is_monday(day: date) -> bool:
    """Tell whether a week begins with a day."""
    return day == monday_of(day)


def heat_of(person: Person) -> tuple[Day, ...]:
    """List every day of the last weeks, from a Monday to today, with what was logged on it."""
    first = monday_of(person.today) - timedelta(days=DAYS_PER_WEEK * (HEAT_WEEKS - 1))
    return person.ledger.days(first, person.today)


def balance_of(person: Person, since: date = date.min) -> Mapping[str, float]:
    """Share the hours of exercises over the sides of the curriculum, all zero without any."""
    shares = shares_of(_hours_by_side(person, since))
    return {side: round(share, 4) for side, share in shares.items()}


def shares_of(hours: Mapping[str, float]) -> Mapping[str, float]:
    """Divide the hours of each side by those of all, all zero without any."""
    total = sum(hours.values()) or 1.0
    return {side: spent / total for side, spent in hours.items()}


def hours_by_side(person: Person, since: date = date.min) -> Mapping[str, float]:
    """Add up the hours of exercises on each side of the curriculum since a day, to a tenth."""
    return {side: round(hours, 1) for side, hours in _hours_by_side(person, since).items()}


def _hours_by_side(person: Person, since: date) -> Mapping[str, float]:
    curriculum, ledger = person.curriculum, person.ledger
    hours: dict[str, float] = dict.fromkeys(curriculum.side_titles, 0.0)
    studied = list(person.entries.study_since(since))
    names = {entry.exercise for entry in studied}
    sides = {name: _side_of(curriculum, name) for name in names}
    for entry in studied:
        side = sides[entry.exercise]
        if side:
            hours[side] += ledger.minutes_of(entry) / 60
    return hours


def _side_of(curriculum: Curriculum, name: str) -> str | None:
    exercise = curriculum.exercise.get(curriculum.now_called("exercises", name))
    return curriculum.side_of(exercise) if exercise else None
