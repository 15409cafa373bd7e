"""Calendar arithmetic: months as the union of date ranges, days off, and days that stand still."""

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from math import ceil, inf
from operator import itemgetter

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.vocabulary import MONTHS, WEEKDAYS

FIRST_YEAR, LAST_YEAR = 2000, 2199
"""Years in which a day may lie: forecasts need room before the calendar ends."""
DAYS_PER_MONTH = 30.4375
DAYS_PER_WEEK = 7
TEN_YEARS_DAYS = 3653
"""A forecast as far off as this is nothing to plan by, and is not shown."""
A_MOMENT = 1e-9
"""Days; less than this is a rounding, and no part of another day."""
_NEAR = {0: "today", -1: "yesterday", 1: "tomorrow"}
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
    # 16 January to 10 April: three months to the first of April, less 15/31, and 10/30 of April.
    whole = (end.year - start.year) * 12 + end.month - start.month
    return whole - (start.day - 1) / _days_in_month(start) + end.day / _days_in_month(end)


def _days_in_month(day: date) -> int:
    return monthrange(day.year, day.month)[1]


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
    year, month = divmod(day.year * 12 + day.month - 1 + whole, 12)
    if year > date.max.year:
        return date.max
    if year < date.min.year:
        return date.min
    first = date(year, month + 1, 1)
    # Half a month after 31 January: 28 February for the whole ones, and 15 days for the rest.
    reached = first.replace(day=min(day.day, _days_in_month(first)))
    return plus_days(reached, round((months - whole) * DAYS_PER_MONTH))


def plus_days(day: date, days: int) -> date:
    """Go so many days on, at most to the last one that a calendar has."""
    return day + timedelta(days=min(days, (date.max - day).days))


def plus_years(day: date, years: float) -> date:
    """Go so many years on."""
    return plus_months(day, years * 12)


@frozen
class Calendar:
    """Which days are for study: days off move time, not pace."""

    days_off: tuple[Range, ...] = ()
    study_days: tuple[int, ...] = ()
    """Weekdays, Monday is 0; empty means every day."""

    def is_off(self, day: date) -> bool:
        """Tell whether a day is off."""
        return any(start <= day <= end for start, end in self.days_off)

    def off_between(self, first: date, last: date) -> frozenset[date]:
        """Find the days off from the first to the last, both inside."""
        ranges = clipped(self.days_off, first, last)
        return frozenset(day for start, end in ranges for day in days_between(start, end))

    def is_study_day(self, day: date) -> bool:
        """Tell whether one studies on a day."""
        is_weekday = not self.study_days or day.weekday() in self.study_days
        return is_weekday and not self.is_off(day)

    def working_days_before(self, day: date) -> int:
        """Count the days before this one that are not off: a clock that stands still on holiday."""
        ordinal = day.toordinal()
        for start, end in self.days_off:
            if start < day:
                ordinal -= min((end - start).days + 1, (day - start).days)
        return ordinal

    def stretch(self, today: date, days: Sequence[float]) -> Sequence[float]:
        """Turn days of work from today into calendar days, putting the days off in between."""
        off = self._off_ahead(today)
        if not off:
            return days
        # Off on the days 3 to 5 and 9 from today: whoever works for 2 days is done on day 2, for
        # 2.5 or 3 on day 6. The 3rd day of work is put off by 3 days, the 6th by 4.
        starts: list[float] = []
        added = [0.0]
        for first, last in off:
            starts.append(first - 1 - added[-1] + A_MOMENT)
            added.append(added[-1] + last - first + 1)
        return [day + added[bisect_right(starts, day)] for day in days]

    def worked(self, today: date, days: Sequence[float]) -> Sequence[float]:
        """Turn calendar days from today into days of work, leaving the days off out."""
        off = self._off_ahead(today)
        if not off:
            return days
        # Off on the days 3 to 5: by day 4 two days were for work, by day 6 three.
        return [day - sum(_passed(first, last, day) for first, last in off) for day in days]

    def settled(self, today: date, days: Sequence[float]) -> Sequence[float]:
        """Put days from today off to the end of the next day of study; what is over stays."""
        if not self.study_days:
            return days
        off = self._off_ahead(today)
        weekday = today.weekday()
        waits = list(map(self._days_to_study, range(weekday, weekday + DAYS_PER_WEEK)))

        def settle(day: float) -> float:
            if not 0 < day < inf:
                return day
            on = ceil(day - A_MOMENT)
            while True:
                on += waits[on % DAYS_PER_WEEK]
                place = bisect_left(off, on, key=itemgetter(1))
                if place == len(off) or on < off[place][0]:
                    return float(on)
                on = off[place][1] + 1

        return list(map(settle, days))

    def _days_to_study(self, weekday: int) -> int:
        """Count the days from a weekday to the next one that is for study, 0 to 6."""
        return min((day - weekday) % DAYS_PER_WEEK for day in self.study_days)

    def _off_ahead(self, today: date) -> list[tuple[int, int]]:
        """List the first and last days of what is off from tomorrow on, in days from today."""
        ahead = clipped(self.days_off, plus_days(today, 1), date.max)
        return [((first - today).days, (last - today).days) for first, last in ahead]


def _passed(first: int, last: int, day: float) -> float:
    """Count the days from the first to the last one that are over by a day."""
    return min(max(0.0, day - first + 1), last - first + 1)


def day_in_words(day: date, today: date | None = None) -> str:
    """Name a day as one would from here: today, tomorrow, Fri 27 Nov, else 2 Mar 2026."""
    named = f"{day.day} {MONTHS[day.month - 1]}"
    ahead = (day - today).days if today else DAYS_PER_WEEK
    if ahead in _NEAR:
        return _NEAR[ahead]
    # Within six days a weekday names one day and no other.
    if abs(ahead) < DAYS_PER_WEEK:
        return f"{WEEKDAYS[day.weekday()].title()} {named}"
    return f"{named} {day.year}"


def on_day_in_words(day: date, today: date) -> str:
    """Say when: today, yesterday, tomorrow, else on Fri 27 Nov, on 2 Mar 2026."""
    words = day_in_words(day, today)
    return words if words in _NEAR.values() else f"on {words}"


def calendar_of(days_off: Iterable[str], study_days: Iterable[str]) -> Calendar:
    """Read "2026-12-24..2027-01-03" and "mon" into a calendar."""
    ranges = []
    for text in days_off:
        first, last = map(date.fromisoformat, text.split(".."))
        ranges.append((first, last))
    weekdays = sorted(map(WEEKDAYS.index, set(study_days)))
    return Calendar(days_off=union_of(ranges), study_days=tuple(weekdays))
