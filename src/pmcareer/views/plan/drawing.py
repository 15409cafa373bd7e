"""A route drawn on an axis of time: a line for each thing that lasts, and the role at its end."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import chain
from typing import TYPE_CHECKING

from pmcareer.domain.forecast.outlook import BEYOND
from pmcareer.domain.ground.calendar import TEN_YEARS_DAYS
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.plan.timeline import Row, Timeline
from pmcareer.views.parts.dates import about, told_apart
from pmcareer.views.parts.text import day, if_said, one_line, plural
from pmcareer.views.plan.axis import Axis, Tick
from pmcareer.views.plan.lines import Line, every_line, lines_for, the_way
from pmcareer.views.plan.painting import cells_of, no_day, signs_of

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Hanging, Page

GAP = 2
LABEL_SHARE = 0.38
"""The most of a page's columns that labels take."""
AXIS_AND_LEGEND = 2
LEGEND = {
    "full": "likely",
    "search": "applying",
    "gate": "for others",
    "empty": "if it goes slowly",
    "likely": "5 in 10",
    "safe": "8 in 10",
}
"""A sign, and what it means."""
DECIDES = "; decides the date"
SLOWLY = ", or to {} if it goes slowly"
TODAY = "today"


def draw(timeline: Timeline, page: "Page", most: int) -> "Blocks":
    """Draw a route in so many lines at most, its axis above and what the signs mean below.

    A reader of words, or another program, gets each row as a line of words.
    """
    rows = most if is_read(page) else most - AXIS_AND_LEGEND
    whole = len(every_line(timeline))
    # Where rows are left out another one gives way to the line that says so.
    lines = lines_for(timeline, rows - (whole > rows))
    yield from draw_lines(timeline, lines, page)
    if len(lines) < whole:
        more = plural(whole - len(lines), "more row", "more rows")
        yield page.line((f"{more}: --detail", "quiet"), indent=GAP)


def room_for_the_way(timeline: Timeline) -> int:
    """Count the lines of a picture with all posts, and of what says that gates are left out."""
    way, whole = len(the_way(timeline)), len(every_line(timeline))
    return way + (way < whole) + AXIS_AND_LEGEND


def is_read(page: "Page") -> bool:
    """Tell whether words alone say it: to whoever has them read out, and to programs."""
    return page.plain or page.piped


def draw_lines(
    timeline: Timeline, lines: Sequence[Line], page: "Page", *, in_full: bool = False
) -> "Blocks":
    """Draw these lines on the axis of a timeline.

    Asked for in full, labels that have no room beside the axis stand above their lines.
    """
    if is_read(page):
        yield from _in_words(timeline, lines, page)
    elif lines:
        drawing = _Drawing(timeline=timeline, lines=lines, page=page, in_full=in_full)
        yield drawing.header()
        for line in lines:
            yield from drawing.line(line)
        yield drawing.legend()


def _in_words(timeline: Timeline, lines: Sequence[Line], page: "Page") -> "Blocks":
    """Say each row in a line: when it begins, when it is likely over, and when safely."""
    for line in lines:
        words = f": {row_words(line.row, timeline.today)}"
        yield page.line((line.label, "label"), words)


def row_words(row: Row, today: date) -> str:
    """Say "Mar 2027 to Nov 2027, or to May 2028 if it goes slowly; decides the date"."""
    return _span_words(row, today) + if_said(DECIDES, row.decides)


def _span_words(row: Row, today: date) -> str:
    if row.begin is None:
        return no_day(row)
    begin, end, slow = (_named(row, each, today) for each in (row.begin, row.likely, row.safe))
    if row.likely is None:
        return f"from {begin}, {no_day(row)}"
    slow = told_apart(end, slow, row.safe)
    if row.kind == "role":
        return f"{end} as likely as not, {slow} safe to promise"
    return f"{begin} to {end}" + if_said(SLOWLY.format(slow), slow != end)


def _named(row: Row, when: date | None, today: date) -> str:
    # Others decide when it ends, and nobody that it has begun.
    return about(when, today, by_others=row.by_others and when != today)


@frozen
class _Drawing:
    """A page with a timeline on it: how wide the labels are, and the axis beside them."""

    timeline: Timeline
    lines: Sequence[Line]
    page: "Page"
    in_full: bool

    @property
    def label_columns(self) -> int:
        """Columns of the longest label, or the most that labels may take."""
        if self.stands_above:
            return len(TODAY) - GAP
        return min(self._longest, self._most_of_label)

    @property
    def stands_above(self) -> bool:
        """Tell whether labels stand above their lines: "1. Jan 2031 to Sep 2031" at 40 columns."""
        return self.in_full and self._longest > self._most_of_label

    @property
    def _longest(self) -> int:
        return max(self._width(line.label) for line in self.lines)

    @property
    def _most_of_label(self) -> int:
        return int(self.page.width * LABEL_SHARE)

    def _width(self, label: str) -> int:
        return self.page.columns_of(label)

    @property
    def axis(self) -> Axis:
        """The axis beside the labels."""
        return Axis(first=self.timeline.today, last=self._last, columns=self._columns)

    @property
    def _columns(self) -> int:
        return max(1, self.page.width - self.label_columns - 2 * GAP)

    @property
    def _last(self) -> date:
        # What is further off is nothing to plan by: it lies beyond the end of the axis.
        farthest = self.timeline.today + timedelta(days=TEN_YEARS_DAYS)
        return farthest if self._is_endless else min(self.timeline.last, farthest)

    @property
    def _is_endless(self) -> bool:
        return any(row.reason == BEYOND for row in self.timeline.rows)

    def header(self) -> "Hanging":
        """Draw the years above their columns."""
        letters = [" "] * self.axis.columns
        for column, label in self.axis.ticks or self._last_day():
            letters[column : column + len(label)] = label
        lead = f"{TODAY:>{GAP + self.label_columns}}{' ' * GAP}"
        return self.page.line((lead, "quiet"), ("".join(letters).rstrip(), "strong"))

    def _last_day(self) -> list[Tick]:
        """Label the end of an axis on which no month begins."""
        last = day(self._last)
        return [(max(0, self._columns - len(last)), last)]

    def line(self, line: Line) -> "Blocks":
        """Draw a label and, beside it or below, each of its rows where its days are."""
        label = line.label if self.stands_above else self._label(line)
        lead, style = f"  {label}", ""
        if line.decides:
            lead, style = f"{self.page.glyph('decides')} {label}", "decides"
        if self.stands_above:
            yield self.page.line((lead, style))
            lead = " " * (GAP + self.label_columns)
        yield self.page.line((lead, style), " " * GAP, *self._pieces(line))

    def _label(self, line: Line) -> str:
        """Fill the columns of labels; without its note, and cut, where a label is too long."""
        label, columns = one_line(line.label), self.label_columns
        if self._width(label) > columns:
            label = one_line(line.row.title)
        return self.page.cut(label, columns, [one_line(each.row.title) for each in self.lines])

    def _pieces(self, line: Line) -> Iterator[tuple[str, str]]:
        """Give the cells of a line as texts with their styles."""
        for cell in cells_of(line.rows, self.axis):
            yield self._sign(cell.sign), cell.style

    def _sign(self, sign: str) -> str:
        """Return a letter as it is, and of a name its sign."""
        return sign if len(sign) == 1 else self.page.glyph(sign)

    def legend(self) -> "Hanging":
        """Say what the signs mean that are drawn."""
        drawn: set[str] = set()
        for row in chain.from_iterable(line.rows for line in self.lines):
            drawn |= signs_of(row)
        signs = [f"{self.page.glyph(sign)} {LEGEND[sign]}" for sign in LEGEND if sign in drawn]
        return self.page.line(("  ".join(signs), "quiet"), indent=GAP)
