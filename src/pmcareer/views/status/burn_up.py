"""A burn-up: hours done as a hill, what was planned as dots, all there is to do as its ceiling."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from pmcareer.domain.ground.calendar import DAYS_PER_WEEK, TEN_YEARS_DAYS
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.plan.earned import EarnedValue
from pmcareer.views.parts.text import day, hours, if_said, month, number
from pmcareer.views.status.hours import ASCII_EIGHTHS, AXIS, EDGES, EIGHTHS, eighths_of, top_row

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Hanging, Page

Point = tuple[date, float]
CEILING = ("─", "=")
PLANNED = ("∙", ":")
LIKELY = ("◆", "*")
EXTRA = ", extra work too"
"""Exercises that the plan does not ask for are no part of what stands beside Study."""
A_LITTLE = 0.05
LEAST_SINCE = 44
"""Columns that the heading takes with the day from which on it counts."""
MOST_YEARS_DAYS = TEN_YEARS_DAYS // 2
"""What ends further off is drawn up to today: its hill would be a dot."""


def render_burn_up(
    earned: EarnedValue, today: date, page: "Page", rows: int, of_plan: float = 0.0
) -> "Blocks":
    """Draw what is done against what was planned, up to the day on which all of it is.

    `of_plan` are the hours done that the plan asks for: of more than those the heading says so.
    Words say the same with --plain, on other lines of the screen.
    """
    if page.plain or not earned.total_hours:
        return
    hill = _Hill(earned=earned, today=today, columns=page.width - AXIS - 1, rows=rows)
    done = f"{number(earned.earned_hours)} of {hours(earned.total_hours)}"
    extra = if_said(EXTRA, of_plan and earned.earned_hours > of_plan + A_LITTLE)
    since = "" if page.width < LEAST_SINCE + len(extra) else f" since {day(earned.since, today)}"
    yield page.heading("Burn-up", done + since + extra)
    yield _ceiling(hill, page)
    for row in reversed(range(rows)):
        yield page.line((_edge(page), "quiet"), *_cells(hill, row, page))
    yield _axis(hill, page)
    yield page.quiet(_legend(hill, page))


@frozen
class _Hill:
    """The figures on an axis of days."""

    earned: EarnedValue
    today: date
    columns: int
    rows: int

    @property
    def first(self) -> date:
        return self.earned.since

    @property
    def last(self) -> date:
        """The likely day of the end, or today where that is too far off."""
        end = self.earned.study.likely or self.today
        is_far = (end - self.today).days > MOST_YEARS_DAYS
        return self.today if is_far else max(end, self.today)

    @property
    def length(self) -> int:
        """Days from its first to its last column."""
        return max((self.last - self.first).days, 1)

    @property
    def steps(self) -> int:
        """Columns behind the first one."""
        return max(self.columns - 1, 1)

    def column_of(self, on: date) -> int:
        return (on - self.first).days * self.steps // self.length

    def day_of(self, column: int) -> date:
        return self.first + timedelta(days=self.length * column // self.steps)

    def eighths(self, value: float, row: int) -> int:
        return eighths_of(self.height(value) - row)

    def row_of(self, value: float) -> int:
        return top_row(self.height(value), self.rows)

    def height(self, value: float) -> float:
        """Say how high hours stand, in rows."""
        return value / self.earned.total_hours * self.rows

    def done(self, column: int) -> float:
        """Return what was earned by a day; nothing of days to come."""
        on = self.day_of(column)
        if on > self.today:
            return 0.0
        points = [(self.first, 0.0)]
        points += [(_end(self, week.week), week.earned) for week in self.earned.weeks]
        return _between(points, on)

    def planned(self, column: int) -> float | None:
        """Return what was planned by a day: by the baseline to its end, by the promise to today."""
        on, points = self.day_of(column), [(self.first, 0.0)]
        points += [(_end(self, week.week), week.planned) for week in self.earned.weeks]
        saved = self.earned.baseline
        if saved and saved.study and saved.study > self.today:
            points.append((saved.study, self.earned.baseline_hours))
        return None if on > points[-1][0] else _between(points, on)


def _end(hill: _Hill, monday: date) -> date:
    return min(monday + timedelta(days=DAYS_PER_WEEK - 1), hill.today)


def _between(points: Sequence[Point], on: date) -> float:
    """Read a value off the line through points, of which each is a day later."""
    # 4 h on the 1st and 8 h on the 9th: 6 h on the 5th.
    place = bisect_left([each for each, _ in points], on)
    if place == 0:
        return points[0][1]
    (before, low), (after, high) = points[place - 1], points[min(place, len(points) - 1)]
    share = (on - before).days / max((after - before).days, 1)
    return low + (high - low) * min(share, 1.0)


def _ceiling(hill: _Hill, page: "Page") -> "Hanging":
    """Draw all there is to do as a line, with the day on which it is likely done."""
    is_ascii = not page.unicode
    line = CEILING[is_ascii] * hill.columns
    end = ""
    if hill.last > hill.today:
        line, end = line[:-1], LIKELY[is_ascii]
    whole = f"{hill.earned.total_hours:.0f} h"
    lead = f"{whole:>{AXIS}}{EDGES[is_ascii][0]}"
    return page.line((lead, "quiet"), (line, "quiet"), (end, "study"))


def _edge(page: "Page") -> str:
    return " " * AXIS + EDGES[not page.unicode][0]


def _cells(hill: _Hill, row: int, page: "Page") -> Iterator[tuple[str, str]]:
    signs = EIGHTHS if page.unicode else ASCII_EIGHTHS
    dot = PLANNED[not page.unicode]
    for column in range(hill.columns):
        planned, sign = hill.planned(column), signs[hill.eighths(hill.done(column), row)]
        if planned and sign in " ." and row == hill.row_of(planned):
            yield dot, ""
        else:
            yield sign, "study"


def _axis(hill: _Hill, page: "Page") -> "Hanging":
    """Name the first month, today, and the last month."""
    line = month(hill.first)
    for on, words in ((hill.today, "today"), (hill.last, month(hill.last))):
        place = min(hill.column_of(on), hill.columns - len(words))
        if place > len(line):
            line = line.ljust(place) + words
    edge = EDGES[not page.unicode][1]
    return page.line((" " * AXIS + edge + line, "quiet"))


def _legend(hill: _Hill, page: "Page") -> str:
    is_ascii = not page.unicode
    by = "baseline" if hill.earned.baseline else "promise"
    done = EIGHTHS[-1] if page.unicode else ASCII_EIGHTHS[-1]
    said = [f"{done} done", f"{PLANNED[is_ascii]} {by}", f"{CEILING[is_ascii]} all"]
    if hill.last > hill.today:
        said.append(f"{LIKELY[is_ascii]} likely")
    return "  ".join(said)
