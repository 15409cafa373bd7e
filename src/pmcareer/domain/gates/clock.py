"""When months of work open something, and when a window loses them again."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from pmcareer.domain.ground.calendar import (
    Range,
    clipped,
    months_in,
    plus_days,
    plus_months,
    plus_years,
)
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.vocabulary import Complexity
from pmcareer.domain.person.complexity import ranges_as_complex
from pmcareer.domain.person.person import Person

HORIZON_MONTHS = 600
ENOUGH = 1e-6
"""Months are sums of fractions: less than this is not missing."""


@frozen
class Clock:
    """The days on which months of work open something, and on which the window loses them again."""

    have_months: float
    open_on: date | None
    """The first day with enough months in the window; None if the present work gives too few."""
    lost_on: date | None
    """When open: the day it closes if nothing is added. Before: the day the oldest month leaves."""


def first_day_inside(day: date, window_years: float | None) -> date:
    """Find where a window begins: a year that ends on 21 November begins on 22 November."""
    if not window_years:
        return date.min
    return plus_days(plus_years(day, -window_years), 1)


def clock_of(
    person: Person,
    work: str,
    months: float,
    window_years: float | None,
    *,
    goes_on: float,
    complexity: Complexity | None = None,
) -> Clock:
    """Count dated months, each day once, inside a window that moves with the day.

    `goes_on` is the part of a month that the present work adds to each month to come, 0 to 1.
    """
    rule = _Rule(
        ranges=ranges_as_complex(person, work, complexity),
        today=person.today,
        months=months,
        window_years=window_years,
        goes_on=goes_on,
    )
    have = rule.months_at(person.today)
    if rule.is_open_on(person.today):
        return Clock(have_months=have, open_on=person.today, lost_on=rule.closes_on())
    return Clock(have_months=have, open_on=rule.opens_on(), lost_on=rule.oldest_leaves_on())


@frozen
class _Rule:
    """Months of work inside a window, and what the present work will add to them."""

    ranges: Sequence[Range]
    today: date
    months: float
    window_years: float | None
    goes_on: float

    def months_at(self, day: date) -> float:
        """Count the months inside the window that ends on a day, the present work going on."""
        first = first_day_inside(day, self.window_years)
        # On record until today, 5 months; from tomorrow on half of each month counts: 6 months on
        # there are 5 + 3, less what has fallen out of the window by then.
        ahead = 0.0
        if day > self.today and self.goes_on:
            tomorrow = plus_days(self.today, 1)
            ahead = self.goes_on * months_in(((max(first, tomorrow), day),))
        return months_in(clipped(self.ranges, first, self.today)) + ahead

    def is_open_on(self, day: date) -> bool:
        """Tell whether enough months lie inside the window that ends on a day."""
        return self.months_at(day) + ENOUGH >= self.months

    def opens_on(self) -> date | None:
        """Find the first day to come on which it is open; None if not within fifty years."""
        if not self.goes_on:
            return None
        # Half of each month counts, in a window of five years: 30 months, never the 36 asked for.
        if self.window_years and self.goes_on * self.window_years * 12 < self.months:
            return None
        for ahead in range(1, HORIZON_MONTHS):
            day = plus_months(self.today, ahead)
            if self.is_open_on(day):
                return _first_day(plus_months(self.today, ahead - 1), day, self.is_open_on)
        return None

    def closes_on(self) -> date | None:
        """Find the day on which too few months are left in the window if nothing is added."""
        if not self.window_years:
            return None
        latest = max((end for _, end in self.ranges), default=self.today)
        empty = plus_days(plus_years(latest, self.window_years), 1)
        alone = replace(self, goes_on=0)
        return _first_day(self.today, empty, lambda day: not alone.is_open_on(day))

    def oldest_leaves_on(self) -> date | None:
        """Find the day on which the oldest month on record falls out of the window."""
        if not self.window_years:
            return None
        first = first_day_inside(self.today, self.window_years)
        inside = clipped(self.ranges, first, self.today)
        if not inside:
            return None
        return plus_years(min(inside)[0], self.window_years)


def _first_day(before: date, after: date, holds: Callable[[date], bool]) -> date:
    """Halve the days between one on which it doesn't hold and one on which it does."""
    while (after - before).days > 1:
        middle = before + timedelta(days=(after - before).days // 2)
        if holds(middle):
            after = middle
        else:
            before = middle
    return after
