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
ROOM_FOR_TODAY = 52.0
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
        for day in self._first_days(step):
            # Nearer to the left a mark would run into the word for today.
            if self.x(day) > self.left + ROOM_FOR_TODAY:
                name = MONTHS[day.month - 1] if step < MONTHS_A_YEAR else ""
                yield Mark(on=day, month=name, year=str(day.year) if day.year != said else "")
                said = day.year

    def _first_days(self, step: int) -> Iterator[date]:
        """Go through every so many months, counted from the year 0, that begin on the axis."""
        for month in range(0, (self.last.year + 1) * MONTHS_A_YEAR, step):
            year, rest = divmod(month, MONTHS_A_YEAR)
            if year >= self.first.year and self.first <= date(year, rest + 1, 1) <= self.last:
                yield date(year, rest + 1, 1)
