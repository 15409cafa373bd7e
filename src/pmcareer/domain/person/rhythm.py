"""Rhythm: weeks kept, the heat map, and the balance over the Talent Triangle."""

from collections.abc import Mapping
from datetime import date, timedelta

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.vocabulary import SIDES
from pmcareer.domain.logbook.entries import Entry, Finished, Practised, Worked
from pmcareer.domain.person.person import Person

HEAT_WEEKS = 26
DAYS_A_WEEK = 7


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


def streak_of(person: Person) -> Streak:
    """Count the weeks with an entry of work or practice up to this one.

    One empty week between two kept ones, and weeks of nothing but days off, do not break it and do not count. The
    present week counts once something is in it; until then it is still open.
    """
    days = {entry.on for entry in work_entries(person)}
    kept = {monday_of(day) for day in days}
    monday = monday_of(person.today)
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
    return Streak(weeks=weeks, days_this_week=sum(monday_of(day) == monday for day in days))


def monday_of(day: date) -> date:
    """Give the first day of a day's week."""
    return day - timedelta(days=day.weekday())


def _is_off(person: Person, monday: date) -> bool:
    return all(
        any(
            start <= monday + timedelta(days=number) <= end
            for start, end in person.calendar.days_off
        )
        for number in range(DAYS_A_WEEK)
    )


def heat_of(person: Person, weeks: int = HEAT_WEEKS) -> tuple[DayDone, ...]:
    """Give every day of the last weeks, from a Monday to today, with what was logged on it."""
    first = monday_of(person.today) - timedelta(days=DAYS_A_WEEK * (weeks - 1))
    minutes: dict[date, int] = {}
    counts: dict[date, int] = {}
    for entry in work_entries(person):
        if entry.on >= first:
            minutes[entry.on] = minutes.get(entry.on, 0) + minutes_of(person, entry)
            counts[entry.on] = counts.get(entry.on, 0) + 1
    days = (first + timedelta(days=number) for number in range((person.today - first).days + 1))
    return tuple(
        DayDone(day=day, minutes=minutes.get(day, 0), entries=counts.get(day, 0)) for day in days
    )


def minutes_of(person: Person, entry: Entry) -> int:
    """Give the minutes that an entry names, or what its exercise or practice is estimated to take."""
    said: int | None = getattr(entry, "minutes", None)
    if said is not None:
        return said
    if isinstance(entry, Finished):
        name = person.curriculum.now_called("exercises", entry.exercise)
        exercise = person.curriculum.exercise.get(name)
        return (
            max(0, round(60 * (exercise.mean_hours - person.hours_logged.get(name, 0.0))))
            if exercise
            else 0
        )
    if isinstance(entry, Practised):
        practice = person.curriculum.practice.get(
            person.curriculum.now_called("practices", entry.practice)
        )
        return practice.minutes if practice else 0
    return 0


def balance_of(person: Person, since: date | None = None) -> Mapping[str, float]:
    """Share the hours of exercises over the sides of the Talent Triangle; all zero when nothing is logged."""
    hours = _hours_by_side(person, since or date.min)
    total = sum(hours.values())
    return {side: round(spent / total, 4) if total else 0.0 for side, spent in hours.items()}


def hours_by_side(person: Person, since: date = date.min) -> Mapping[str, float]:
    """Hours of exercises on each side of the Talent Triangle since a day, to a tenth."""
    return {side: round(hours, 1) for side, hours in _hours_by_side(person, since).items()}


def _hours_by_side(person: Person, since: date) -> Mapping[str, float]:
    hours: dict[str, float] = dict.fromkeys(SIDES, 0.0)
    for entry in person.entries:
        if isinstance(entry, Finished | Worked) and entry.on >= since:
            name = person.curriculum.now_called("exercises", entry.exercise)
            exercise = person.curriculum.exercise.get(name)
            if exercise and exercise.skill in person.curriculum.skill:
                hours[person.curriculum.side_of(exercise)] += minutes_of(person, entry) / 60
    return hours
