"""Hours by week as bars, with what was promised as a line."""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import TYPE_CHECKING

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.vocabulary import MONTHS
from pmcareer.domain.person.weeks import WeekOfWork
from pmcareer.views.parts.text import hours, if_said, number, plural

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Hanging, Page

EIGHTHS = " ▁▂▃▄▅▆▇█"
ASCII_EIGHTHS = " ...#####"
"""From the middle of a row on a bar reaches the line that is drawn there."""
LINE = ("┄", "-")
EDGES = ("│└", "|+")
AXIS = 5
"""Columns of the hours at the left, without the edge."""
WIDEST = 3
"""Columns of a week and the gap behind it, where there is room."""
LEAST_ROWS = 3
HALF = 0.5
NEARLY_NOTHING = 1e-9


@frozen
class _Scale:
    """How many hours a row stands for, and in which row the promise of today lies."""

    hours: float
    rows: int
    has_line: bool

    def row_of(self, value: float) -> int:
        """Return the row in which the top of a bar of these hours lies, the lowest is 0."""
        return top_row(value / self.hours, self.rows)

    def eighths(self, value: float, row: int) -> int:
        """Tell how much of a row a bar fills."""
        return eighths_of(value / self.hours - row)


def render_hours(weeks: Sequence[WeekOfWork], promise: float, page: "Page", rows: int) -> "Blocks":
    """Draw a bar for each week, its hours at the left, the months below; --plain says it."""
    if page.plain or page.piped:
        yield page.line(("Hours by week: ", "label"), in_words(weeks, promise))
        return
    highest = max(week.hours for week in weeks)
    scale = _scale(highest, promise, max(rows, LEAST_ROWS))
    column = _column(len(weeks), page.width - AXIS - 1)
    yield page.heading(
        "Hours by week", if_said("line: what was promised", _has_line(weeks, scale, column))
    )
    for row in reversed(range(scale.rows)):
        has_line = any(_is_line(week, row, scale) for week in weeks)
        label = _label(row, highest, promise if has_line else 0.0, scale)
        edge = EDGES[not page.unicode][0]
        pieces = _row(weeks, row, scale, column, page)
        yield page.line((f"{label:>{AXIS}}{edge}", "quiet"), *pieces)
    yield _months(weeks, column, page)


def in_words(weeks: Sequence[WeekOfWork], promise: float) -> str:
    """Say "this week 2 of 6 h promised; 38.5 h in 9 weeks before, 5 of them as promised."."""
    *before, this = weeks
    words = f"this week {hours(this.hours)}"
    if promise:
        words = f"this week {number(this.hours)} of {hours(this.promised)} promised"
    if not before:
        return f"{words}."
    kept = sum(week.is_kept for week in before)
    total = hours(sum(week.hours for week in before))
    weeks_before = plural(len(before), "week")
    words += f"; {total} in {weeks_before} before"
    return f"{words}, {kept} of them as promised." if promise else f"{words}."


def eighths_of(height: float) -> int:
    """Return the eighths of a row that a height above its foot fills; a little of it is seen."""
    if height <= NEARLY_NOTHING:
        return 0
    return max(1, int(8 * min(1.0, height) + NEARLY_NOTHING))


def top_row(height: float, rows: int) -> int:
    """Return the row in which a height in rows ends: two whole rows end in the second, row 1."""
    return min(rows - 1, max(0, ceil(height - NEARLY_NOTHING) - 1))


def _scale(highest: float, promise: float, rows: int) -> _Scale:
    """Let the promise lie in the middle of a row, so that the line stands where its hours do."""
    # 6 h promised and 9.5 at most in 4 rows: of 6 / 1.5 = 4 h each, the line in the second.
    # 6 promised and 30 at most: 30 / 4, for the line there is the lowest row alone.
    if promise <= 0:
        return _Scale(hours=max(highest, 1.0) / rows, rows=rows, has_line=False)
    below = int(rows * promise / max(highest, promise) - HALF)
    below = max(0, min(below, rows - 1))
    return _Scale(hours=max(promise / (below + HALF), highest / rows), rows=rows, has_line=True)


def _column(weeks: int, room: int) -> int:
    return max(1, min(WIDEST, room // max(weeks, 1)))


def _label(row: int, highest: float, promise: float, scale: _Scale) -> str:
    """Name the promise at its line, and at the top of the highest bar how high it is."""
    if promise and row == scale.row_of(promise):
        return hours(promise)
    return number(highest) if highest and row == scale.row_of(highest) else ""


def _is_line(week: WeekOfWork, row: int, scale: _Scale) -> bool:
    return scale.has_line and week.promised > 0 and row == scale.row_of(week.promised)


def _has_line(weeks: Sequence[WeekOfWork], scale: _Scale, column: int) -> bool:
    """Tell whether a line is seen: beside bars, or where none stands before it."""
    for week in weeks:
        rows = [row for row in range(scale.rows) if _is_line(week, row, scale)]
        if any(column > 1 or not scale.eighths(week.hours, row) for row in rows):
            return True
    return False


def _row(
    weeks: Sequence[WeekOfWork], row: int, scale: _Scale, column: int, page: "Page"
) -> Iterator[tuple[str, str]]:
    signs = EIGHTHS if page.unicode else ASCII_EIGHTHS
    for week in weeks:
        is_line = _is_line(week, row, scale)
        between = (LINE[not page.unicode], "quiet") if is_line else (" ", "")
        sign = signs[scale.eighths(week.hours, row)]
        bar = (sign, "study") if sign != " " else between
        wide = max(1, column - 1)
        yield bar[0] * wide, bar[1]
        yield between[0] * (column - wide), between[1]


def _months(weeks: Sequence[WeekOfWork], column: int, page: "Page") -> "Hanging":
    """Name each month below the first week that begins in it, where there is room."""
    line = ""
    for place, name in _named(weeks, column):
        is_free = not line or len(line) < place
        if is_free and place + len(name) <= max(len(weeks) * column, len(name)):
            line = line.ljust(place) + name
    edge = EDGES[not page.unicode][1]
    return page.line((" " * AXIS + edge + line, "quiet"))


def _named(weeks: Sequence[WeekOfWork], column: int) -> list[tuple[int, str]]:
    """Give the column of each month; the first gives way where its rest leaves the next no room."""
    # Two weeks of March, then April: "  Apr May", for "Mar" would take the place of "Apr".
    begins: list[tuple[int, str]] = []
    for place, week in enumerate(weeks):
        name = MONTHS[week.week.month - 1]
        if not begins or begins[-1][1] != name:
            begins.append((place * column, name))
    first, *others = begins
    has_room = not others or others[0][0] > len(first[1]) or _ends(others[0], weeks, column)
    return begins if has_room else others


def _ends(month: tuple[int, str], weeks: Sequence[WeekOfWork], column: int) -> bool:
    """Tell whether a month is so near the end that its name has no room there."""
    return month[0] + len(month[1]) > len(weeks) * column
