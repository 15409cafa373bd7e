"""An axis of time: where on it a day lies, and what is written above it."""

from collections.abc import Iterator
from datetime import date

from pmcareer.domain.ground.frozen import frozen
from pmcareer.views.parts.text import month

Tick = tuple[int, str]
"""A column, and what begins there: "2028", "Mar 2027"."""

YEAR_STEPS = (1, 2, 5, 10)
MONTH_STEPS = (1, 2, 3, 6)
LEAST_YEARS = 2
"""With fewer years on it an axis names months."""
MOST_MONTHS = 24
ROOM = 2
"""Columns between two labels at least."""


@frozen
class Axis:
    """Days from today to a last one, on so many columns."""

    first: date
    last: date
    columns: int

    def column_of(self, day: date) -> int:
        """Find the column of a day, the first one from 0; beyond the end it is the last."""
        # Of 100 days on 51 columns day 50 is in the middle, column 25.
        whole = max((self.last - self.first).days, 1)
        ahead = min(max((day - self.first).days, 0), whole)
        return int(ahead * (self.columns - 1) / whole + 0.5)

    @property
    def ticks(self) -> list[Tick]:
        """Label years in full, or months where there are few of them, each where it begins."""
        years = list(range(self.first.year + 1, self.last.year + 1))
        if len(years) >= LEAST_YEARS:
            return self._year_ticks(years)
        return self._first_fitting([self._months(step) for step in MONTH_STEPS])

    def _year_ticks(self, years: list[int]) -> list[Tick]:
        """Label as many years as have room; where one alone would have, the first and the last."""
        # Of 2027 to 2034 on 20 columns two years are too near each other, and in fives 2030 would
        # stand alone: 2027 and 2034 say how long it is.
        tried = [self._years(years, step) for step in YEAR_STEPS]
        several = [ticks for ticks in tried if len(ticks) > 1]
        whole = tried[0]
        ends = [whole[:1] + whole[-1:]] if len(whole) > 1 else []
        return self._first_fitting([*several, *ends, *tried])

    def _first_fitting(self, tried: list[list[Tick]]) -> list[Tick]:
        for ticks in tried:
            if self._fit(ticks):
                return ticks
        return []

    def _fit(self, ticks: list[Tick]) -> bool:
        ends = [0, *[column + len(label) + ROOM for column, label in ticks]]
        return all(column >= end for (column, _), end in zip(ticks, ends, strict=False))

    def _years(self, years: list[int], step: int) -> list[Tick]:
        return self._inside(_named(year) for year in years if year % step == 0)

    def _months(self, step: int) -> list[Tick]:
        return self._inside((day, month(day)) for day in self._firsts(step))

    def _firsts(self, step: int) -> Iterator[date]:
        """Go through the first days of every so many months, of January in any case."""
        for number in range(self.first.month, self.first.month + MOST_MONTHS):
            day = date(self.first.year + number // 12, number % 12 + 1, 1)
            if number % 12 % step == 0:
                yield day

    def _inside(self, days: Iterator[tuple[date, str]]) -> list[Tick]:
        """Keep the labels that end on the axis."""
        placed = (self._placed(each) for each in days if each[0] <= self.last)
        return list(filter(self._has_room, placed))

    def _placed(self, labelled: tuple[date, str]) -> Tick:
        day, label = labelled
        return self.column_of(day), label

    def _has_room(self, tick: Tick) -> bool:
        column, label = tick
        return column + len(label) <= self.columns


def _named(year: int) -> tuple[date, str]:
    return date(year, 1, 1), str(year)
