"""Days: in words and as marks on an axis, as exactly as their distance allows."""

from collections.abc import Iterator
from datetime import date

from pmcareer.domain.forecast.outlook import BEYOND
from pmcareer.domain.ground.calendar import TEN_YEARS_DAYS, day_in_words
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.vocabulary import MONTHS

NEAR_DAYS = 92
FAR_DAYS = 5 * 365
MONTHS_A_YEAR = 12
STEPS = (1, 3, 12, 24, 60)
"""Months between two marks of an axis."""


def forecast_words(day: date | None, today: date, *, by_others: bool = False) -> str:
    """Say a forecast day: "2 Mar 2026", "Mar 2027" beyond 92 days, "2032" beyond five years.

    Of what others decide never the day.
    """
    if day is None:
        return BEYOND
    ahead = (day - today).days
    if ahead >= TEN_YEARS_DAYS:
        return "beyond ten years"
    if ahead > FAR_DAYS:
        return str(day.year)
    if ahead > NEAR_DAYS or by_others:
        return f"{MONTHS[day.month - 1]} {day.year}"
    return day_in_words(day)


@frozen
class Mark:
    """The first day of a month on an axis."""

    on: date
    month: str
    """ "" where years are marked alone."""
    year: str
    """ "" where it is that of the mark before."""


@frozen
class Axis:
    """Time from left to right: two days, and where they are drawn."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Tell where a day is, inside the axis; 1 of 4 days from 0 to 100 is 25."""
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return self.left + min(1.0, max(0.0, share)) * (self.right - self.left)

    def marks(self, most: int) -> list[Mark]:
        """List the days to mark, so many at most: months, quarters or years."""
        marks: list[Mark] = []
        for step in STEPS:
            marks = list(self._marks(step))
            if len(marks) <= most:
                break
        return marks

    def _marks(self, step: int) -> Iterator[Mark]:
        said = 0
        for year in range(self.first.year, self.last.year + 1):
            for month in range(1, MONTHS_A_YEAR + 1):
                day = date(year, month, 1)
                is_marked = (year * MONTHS_A_YEAR + month - 1) % step == 0
                if is_marked and self.first <= day <= self.last:
                    name = MONTHS[month - 1] if step < MONTHS_A_YEAR else ""
                    yield Mark(on=day, month=name, year=str(year) if year != said else "")
                    said = year
