"""The clock of an experience rule: when months of work open something, and when a window loses them again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pmcareer.domain.ground.calendar import (
    Range,
    clipped,
    months_in,
    plus_days,
    plus_months,
    plus_years,
)
from pmcareer.domain.person.person import Person

HORIZON_MONTHS = 600


ENOUGH = 1e-6
"""Months are sums of fractions: less than this is not missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The days on which months of work open something, and on which the window loses them again."""

    have_months: float
    open_on: date | None
    """The first day on which enough months lie inside the window; None if that never comes with the present work."""
    lost_on: date | None
    """When open: the day it closes again if nothing is added. Before: the day the oldest month falls out."""


def clock_of(
    person: Person, work: str, months: float, window_years: float | None, *, goes_on: float
) -> Clock:
    """Read the clock of an experience rule: the union of dated months, inside a window that moves with the day.

    `goes_on` is the part of a month that the present work adds to each month to come, 0 to 1.
    """
    ranges = person.ranges_of(work)
    today = person.today
    have = _months_at(ranges, today, today, window_years, 0)
    if have + ENOUGH >= months:
        return Clock(
            have_months=have, open_on=today, lost_on=_closes_on(ranges, today, months, window_years)
        )
    return Clock(
        have_months=have,
        open_on=_opens_on(ranges, today, months, window_years, goes_on),
        lost_on=_oldest_leaves_on(ranges, today, window_years),
    )


def _months_at(
    ranges: Sequence[Range], today: date, day: date, window_years: float | None, goes_on: float
) -> float:
    """Count the months inside the window that ends on a day, the present work going on until then."""
    first = plus_days(plus_years(day, -window_years), 1) if window_years else date.min
    ahead = (day - today).days
    future = (
        goes_on * months_in(((max(first, plus_days(today, 1)), day),))
        if ahead > 0 and goes_on
        else 0.0
    )
    return months_in(clipped(ranges, first, today)) + future


def _opens_on(
    ranges: Sequence[Range], today: date, months: float, window_years: float | None, goes_on: float
) -> date | None:
    if not goes_on or (window_years and goes_on * window_years * 12 < months):
        return None
    for ahead in range(1, HORIZON_MONTHS):
        day = plus_months(today, ahead)
        if _months_at(ranges, today, day, window_years, goes_on) + ENOUGH >= months:
            return _first_day(
                plus_months(today, ahead - 1),
                day,
                lambda day: (
                    _months_at(ranges, today, day, window_years, goes_on) + ENOUGH >= months
                ),
            )
    return None


def _closes_on(
    ranges: Sequence[Range], today: date, months: float, window_years: float | None
) -> date | None:
    if not window_years:
        return None
    latest = max((end for _, end in ranges), default=today)
    return _first_day(
        today,
        plus_days(plus_years(latest, window_years), 1),
        lambda day: _months_at(ranges, today, day, window_years, 0) + ENOUGH < months,
    )


def _oldest_leaves_on(
    ranges: Sequence[Range], today: date, window_years: float | None
) -> date | None:
    if not window_years:
        return None
    inside = clipped(ranges, plus_days(plus_years(today, -window_years), 1), today)
    return plus_years(min(start for start, _ in inside), window_years) if inside else None


def _first_day(before: date, after: date, holds: Callable[[date], bool]) -> date:
    """Halve the days between one on which it doesn't hold and one on which it does, down to the first that does."""
    while (after - before).days > 1:
        middle = before + timedelta(days=(after - before).days // 2)
        before, after = (before, middle) if holds(middle) else (middle, after)
    return after
