"""A route drawn in time: a row for study, each search and post, what others give, and the role."""

from collections.abc import Iterator
from datetime import date

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.plan.timeline import Row
from pmcareer.exports.days import Axis
from pmcareer.exports.shapes import (
    EDGE,
    WIDE,
    About,
    Frame,
    at,
    box,
    fitting,
    in_two,
    line,
    picture,
    time_marks,
    width_of,
    words,
)
from pmcareer.exports.tree import Element, el, within
from pmcareer.exports.way import DECIDES, SIGN, Way, row_words, undated_words

TITLE, NOTE = 14.0, 12.0
"""Sizes of letters."""
FIRST_LINE, SECOND_LINE = 19.0, 36.0
"""How far below the top of a row its words stand."""
TOP, BOTTOM, LEGEND = 44.0, 38.0, 20.0
"""Room above and below the rows, and for each line of the legend."""
THICK = 14.0
HIGH = {"gate": 8.0}
"""How high the bars of what one does are, and of what others give."""
LEAST = 3.0
DIAMOND = 7.0
BESIDE = 2 * DIAMOND
"""From the middle of a diamond to its words."""
RIGHT = 74.0
"""Room behind the last day for its words."""


def route_picture(way: Way, frame: Frame = WIDE, top: float = 0.0) -> Element:
    """Draw a route, `top` pixels down."""
    last, right = way.timeline.last, frame.width - RIGHT
    axis = Axis(first=way.today, last=last, left=frame.left, right=right)
    drawing = _Drawing(way=way, frame=frame, axis=axis, top=top + TOP)
    rows = (row_words(way, row) for row in way.timeline.rows)
    about = About(id="route", title=way.title, words=" ".join((way.arrival, *rows)))
    return picture(about, frame, drawing.height, drawing.parts())


@frozen
class _Drawing:
    """A route on its way to being drawn."""

    way: Way
    frame: Frame
    axis: Axis
    top: float
    """Where the first row begins."""

    @property
    def bottom(self) -> float:
        """Where the last row ends."""
        return self.top + self.frame.row * len(self.way.timeline.rows)

    @property
    def height(self) -> float:
        """The whole height: where there is little room the legend has two lines."""
        _, down = self.frame.days
        return self.bottom + BOTTOM + down

    def parts(self) -> Iterator[Element]:
        yield from self._band()
        if self.way.timeline.is_drawn:
            yield from self._time()
        for y, row in self._rows():
            yield el("g", *self._words(row, y), *self._shapes(row, y), class_=_class_of(row))

    def _time(self) -> Iterator[Element]:
        yield within("g", time_marks(self.axis, self.top, self.bottom, self.frame.marks))
        yield from self._today()
        yield within("g", self._legend(self.bottom + LEGEND), class_="legend")

    def _rows(self) -> Iterator[tuple[float, Row]]:
        for number, row in enumerate(self.way.timeline.rows):
            yield self.top + number * self.frame.row, row

    def _band(self) -> Iterator[Element]:
        """Lie a colour under the row that decides, before anything is drawn on it."""
        for y, row in self._rows():
            if row.decides:
                yield box("marked", 0, y, self.frame.width, self.frame.row)

    def _today(self) -> Iterator[Element]:
        left = self.axis.left
        yield line(left, self.top, left, self.bottom, "today")
        yield words(left, self.top - EDGE, "today", "tick strong")

    def _words(self, row: Row, y: float) -> Iterator[Element]:
        x = self.frame.words
        title, rest = in_two(row.title, self.frame.room, TITLE)
        yield words(x, y + FIRST_LINE, title, "name")
        yield el("text", *self._second_line(row, rest), x=at(x), y=at(y + SECOND_LINE))

    def _second_line(self, row: Row, rest: str) -> Iterator[Element]:
        """End a title that is too long for a line, and say how much of it there is."""
        # "Two projects led to their end / and written up 0 of 2".
        note = fitting(_note(row), self.frame.room, NOTE)
        if rest:
            room = self.frame.room - width_of(note, NOTE) - EDGE
            yield el("tspan", f"{fitting(rest, room, TITLE)} ", class_="name")
        yield el("tspan", note, class_="note much")

    def _shapes(self, row: Row, y: float) -> Iterator[Element]:
        middle = y + self.frame.middle
        if not row.is_dated:
            yield self._undated(row, middle)
        elif row.kind == "role":
            yield from self._diamonds(row, middle)
        else:
            yield from self._bar(row, middle)

    def _bar(self, row: Row, middle: float) -> Iterator[Element]:
        high = HIGH.get(row.kind, THICK)
        start, likely, y = self._x(row.begin), self._x(row.likely), middle - high / 2
        if self._x(row.safe) > likely:
            yield self._slow(row, likely, y, high)
        yield box("bar", start, y, max(LEAST, likely - start), high)

    def _slow(self, row: Row, likely: float, y: float, high: float) -> Element:
        start, end, low = at(likely), at(self._x(row.safe)), at(y + high)
        # Open to the right where no forecast reaches its end.
        d = f"M{start} {at(y)}H{end}M{end} {low}H{start}"
        if row.safe:
            d = f"M{start} {at(y)}H{end}V{low}H{start}"
        return el("path", class_="slow", d=d)

    def _x(self, day: date | None) -> float:
        return self.axis.x(day or date.max)

    def _diamonds(self, row: Row, middle: float) -> Iterator[Element]:
        likely, safe = self._x(row.likely), self._x(row.safe)
        yield line(likely, middle, safe, middle, "dots")
        yield _diamond(likely, middle, "bar")
        yield from self._likely_day(row, likely, middle)
        late = "or later"
        if row.safe:
            late = self.way.day(row.safe, row)
            yield _diamond(safe, middle, "slow")
        yield words(safe + BESIDE, middle + 4, late, "note")

    def _likely_day(self, row: Row, likely: float, middle: float) -> Iterator[Element]:
        """Write the likely day before its sign, where there is room."""
        day = self.way.day(row.likely, row)
        if day == self.way.day(row.safe, row):
            return
        if likely - width_of(day, NOTE) - BESIDE > self.axis.left:
            yield words(likely - BESIDE, middle + 4, day, "note", "end")

    def _undated(self, row: Row, middle: float) -> Element:
        right = self.frame.width - EDGE
        reason = fitting(undated_words(row), right - self.frame.left, NOTE)
        start = self._x(row.begin or self.way.today) + EDGE
        if start + width_of(reason, NOTE) < right:
            return words(start, middle + 4, reason, "note")
        return words(right, middle + 4, reason, "note", "end")

    def _legend(self, y: float) -> Iterator[Element]:
        x = self.frame.left
        yield from _sample(box("bar", x, y - 9, 26, 10), x + 33, y, "likely")
        yield from _sample(box("slow", x + 78, y - 9, 26, 10), x + 111, y, "if it goes slowly")
        right, down = self.frame.days
        x, y = x + right, y + down
        yield from _sample(_diamond(x + DIAMOND, y - 4, "bar"), x + 21, y, "as likely as not")
        yield from _sample(_diamond(x + 147, y - 4, "slow"), x + 161, y, "safe to promise")


def _class_of(row: Row) -> str:
    return f"row {row.kind}{' decides' * row.decides}"


def _note(row: Row) -> str:
    if row.decides:
        return " · ".join(filter(None, (row.note, f"{SIGN}{DECIDES}")))
    return row.note


def _sample(shape: Element, x: float, y: float, text: str) -> Iterator[Element]:
    yield shape
    yield words(x, y, text, "note")


def _diamond(x: float, y: float, class_: str) -> Element:
    left, right = at(x - DIAMOND), at(x + DIAMOND)
    top, bottom = at(y - DIAMOND), at(y + DIAMOND)
    d = f"M{at(x)} {top}L{right} {at(y)}L{at(x)} {bottom}L{left} {at(y)}Z"
    return el("path", class_=class_, d=d)
