"""Calendar arithmetic: months as the union of date ranges, days off, and days that stand still."""

from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pmcareer.domain.ground.vocabulary import WEEKDAYS

DAYS_PER_MONTH = 30.4375
DAYS_PER_WEEK = 7.0
Range = tuple[date, date]


def union_of(ranges: Iterable[Range]) -> tuple[Range, ...]:
    """Merge date ranges (first and last day, both inside), so that no day counts twice."""
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1] + timedelta(days=1):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif start <= end:
            merged.append((start, end))
    return tuple(merged)


def months_in(ranges: Iterable[Range]) -> float:
    """Count calendar months in a union of ranges; part of a month is its share of its days."""
    return sum(_months_between(start, end) for start, end in union_of(ranges))


def _months_between(start: date, end: date) -> float:
    """Count months from the first to the last day, both inside: 1 January to 31 March is 3."""
    days_first = monthrange(start.year, start.month)[1]
    days_last = monthrange(end.year, end.month)[1]
    whole = (end.year - start.year) * 12 + end.month - start.month
    return whole - (start.day - 1) / days_first + end.day / days_last


def clipped(ranges: Iterable[Range], first: date, last: date) -> tuple[Range, ...]:
    """Cut ranges down to what lies inside a window of days."""
    return tuple(
        (max(start, first), min(end, last))
        for start, end in ranges
        if start <= last and end >= first
    )


def days_between(first: date, last: date) -> list[date]:
    """List the days from the first to the last, both inside."""
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def plus_months(day: date, months: float) -> date:
    """Go so many months on, inside the calendar; a month that is too short ends on its last day."""
    whole = int(months // 1)
    rest = months - whole
    index = day.year * 12 + day.month - 1 + whole
    if not date.min.year <= index // 12 <= date.max.year:
        return date.max if months > 0 else date.min
    year, month = divmod(index, 12)
    length = monthrange(year, month + 1)[1]
    return plus_days(date(year, month + 1, min(day.day, length)), round(rest * DAYS_PER_MONTH))


def plus_days(day: date, days: int) -> date:
    """Go so many days on, at most to the last one that a calendar has."""
    return day + timedelta(days=min(days, (date.max - day).days))


def plus_years(day: date, years: float) -> date:
    """Go so many years on."""
    return plus_months(day, years * 12)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which days are for study: days off move time, not pace."""

    days_off: tuple[Range, ...] = ()
    study_days: tuple[int, ...] = ()
    """Weekdays, Monday is 0; empty means every day."""

    def is_off(self, day: date) -> bool:
        """Tell whether a day is off."""
        return any(start <= day <= end for start, end in self.days_off)

    def is_study_day(self, day: date) -> bool:
        """Tell whether one studies on a day."""
        is_weekday = not self.study_days or day.weekday() in self.study_days
        return is_weekday and not self.is_off(day)

    def working_days_before(self, day: date) -> int:
        """Count the days before this one that are not off: a clock that stands still on holiday."""
        ordinal = day.toordinal()
        off = sum(
            min(end.toordinal() + 1, ordinal) - start.toordinal()
            for start, end in self.days_off
            if start < day
        )
        return ordinal - off

    def stretch(self, today: date, days: Sequence[float]) -> Sequence[float]:
        """Turn days of work from today into calendar days, putting the days off in between."""
        upcoming = [(start, end) for start, end in self.days_off if end > today]
        if not upcoming:
            return days
        starts: list[float] = []
        added: list[float] = [0.0]
        for start, end in upcoming:
            first = max(start, today + timedelta(days=1))
            starts.append((first - today).days - added[-1])
            added.append(added[-1] + (end - first).days + 1)
        return [day + added[bisect_right(starts, day)] for day in days]

    def next_study_day(self, day: date) -> date:
        """Find the next day on which one studies, this one included."""
        if not self.study_days or day > date.max - timedelta(days=7):
            return day
        return next(
            later
            for later in (day + timedelta(days=n) for n in range(7))
            if later.weekday() in self.study_days
        )


def calendar_of(days_off: Iterable[str], study_days: Iterable[str]) -> Calendar:
    """Read "2026-12-24..2027-01-03" and "mon" into a calendar."""
    ranges = (tuple(map(date.fromisoformat, text.split(".."))) for text in days_off)
    return Calendar(
        days_off=union_of((first, last) for first, last in ranges),
        study_days=tuple(sorted(WEEKDAYS.index(day) for day in set(study_days))),
    )
