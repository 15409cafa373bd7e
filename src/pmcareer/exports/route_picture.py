"""A route drawn in time: a row for study, each search and post, what others give, and the role."""

from collections.abc import Iterator
from datetime import date

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.plan.timeline import Row
from pmcareer.exports.days import Axis
from pmcareer.exports.shapes import at, fitting, in_two, line, time_marks, width_of, words
from pmcareer.exports.tree import Element, el, within
from pmcareer.exports.way import DECIDES, Way, row_words, undated_words

TITLE, NOTE = 14.0, 12.0
"""Sizes of letters."""
FIRST_LINE, SECOND_LINE = 19.0, 36.0
"""How far below the top of a row its words stand."""
TOP, BOTTOM = 44.0, 38.0
EDGE = 8.0
THICK, THIN = 14.0, 8.0
"""How high the bars of what one does are, and of what others give."""
LEAST = 3.0
DIAMOND = 7.0
RIGHT = 74.0
"""Room behind the last day for its words."""
SIGN = "\u25b2 "
"""Goes before what is said of the row that decides."""


@frozen
class Frame:
    """How a picture is laid out, in pixels."""

    name: str
    """Goes before its ids: a page may hold two pictures of one route."""
    width: float
    left: float
    """Where time begins."""
    row: float
    """The height of a row."""
    middle: float
    """How far below its top the middle of its bar lies."""
    marks: int
    """The most marks of time."""

    @property
    def is_wide(self) -> bool:
        """Tell whether words stand beside the bars, and not above them."""
        return self.left > self.width / 4


WIDE = Frame(name="wide", width=960, left=290, row=44, middle=22, marks=9)
NARROW = Frame(name="narrow", width=360, left=2, row=66, middle=51, marks=4)


def route_picture(way: Way, frame: Frame = WIDE, top: float = 0.0) -> Element:
    """Draw a route, `top` pixels down; its words say the same to whoever does not see it."""
    axis = Axis(first=way.today, last=way.timeline.last, left=frame.left, right=frame.width - RIGHT)
    picture = _Picture(way=way, frame=frame, axis=axis, top=top + TOP)
    title, about = f"{frame.name}-title", f"{frame.name}-about"
    sentences = " ".join(row_words(way, row) for row in way.timeline.rows)
    height = picture.bottom + BOTTOM + (0 if frame.is_wide else 20)
    return el(
        "svg",
        el("title", way.title, id=title),
        el("desc", sentences, id=about),
        *picture.parts(),
        viewBox=f"0 0 {at(frame.width)} {at(height)}",
        width=at(frame.width),
        height=at(height),
        role="img",
        aria_labelledby=f"{title} {about}",
        class_=f"picture {frame.name}",
    )


@frozen
class _Picture:
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

    def parts(self) -> Iterator[Element]:
        for number, row in enumerate(self.way.timeline.rows):
            if row.decides:
                yield self._band(number)
        yield within("g", time_marks(self.axis, self.top, self.bottom, self.frame.marks))
        yield from self._today()
        for number, row in enumerate(self.way.timeline.rows):
            yield self._row(row, self.top + number * self.frame.row)
        yield within("g", self._legend(self.bottom + BOTTOM / 2), class_="legend")

    def _band(self, number: int) -> Element:
        y = self.top + number * self.frame.row
        size = {"width": at(self.frame.width), "height": at(self.frame.row)}
        return el("rect", class_="marked", x="0", y=at(y), rx="4", **size)

    def _today(self) -> Iterator[Element]:
        left = self.axis.left
        yield line(left, self.top, left, self.bottom, "today")
        yield words(left, self.top - 8, "today", "tick strong")

    def _row(self, row: Row, y: float) -> Element:
        middle = y + self.frame.middle
        shapes = self._diamonds if row.kind == "role" else self._bar
        drawn = shapes(row, middle) if row.is_dated else self._undated(row, middle)
        return el("g", *self._words(row, y), *drawn, class_=f"row {row.kind}")

    def _words(self, row: Row, y: float) -> Iterator[Element]:
        room = self.frame.left if self.frame.is_wide else self.frame.width
        room -= 3 * EDGE
        decides = f"{SIGN}{DECIDES}" if row.decides else ""
        note = fitting(" · ".join(filter(None, (row.note, decides))), room, NOTE)
        title, rest = in_two(row.title, room, TITLE)
        x = EDGE if self.frame.is_wide else self.axis.left + EDGE
        yield words(x, y + FIRST_LINE, title, "name")
        second = el("text", x=at(x), y=at(y + SECOND_LINE))
        if rest:
            # "Two projects led to their end and / written up 0 of 2".
            rest = fitting(rest, room - width_of(note, NOTE) - EDGE, TITLE)
            second.append(el("tspan", rest, class_="name"))
        second.append(el("tspan", f" {note}", class_="note decides" if row.decides else "note"))
        yield second

    def _bar(self, row: Row, middle: float) -> Iterator[Element]:
        high = THIN if row.kind == "gate" else THICK
        start, likely = self._x(row.begin), self._x(row.likely)
        end, y = self._x(row.safe), middle - high / 2
        if end > likely:
            # Open to the right where no forecast reaches its end.
            close = "" if row.safe is None else f"V{at(y + high)}"
            back = f"M{at(end)} {at(y + high)}" if row.safe is None else ""
            d = f"M{at(likely)} {at(y)}H{at(end)}{close}{back}H{at(likely)}"
            yield el("path", class_="slow", d=d)
        size = {"width": at(max(LEAST, likely - start)), "height": at(high)}
        yield el("rect", class_="bar", x=at(start), y=at(y), rx="2", **size)

    def _x(self, day: date | None) -> float:
        return self.axis.right if day is None else self.axis.x(day)

    def _diamonds(self, row: Row, middle: float) -> Iterator[Element]:
        likely, safe = self._x(row.likely), self._x(row.safe)
        yield line(likely, middle, safe, middle, "dots")
        yield _diamond(likely, middle, "bar")
        before = self.way.day(row.likely, row)
        # The words stand before the sign where there is room, or else where the other's would be.
        if likely - width_of(before, NOTE) - 2 * DIAMOND > self.axis.left:
            yield words(likely - 2 * DIAMOND, middle + 4, before, "note", "end")
        if row.safe is not None:
            yield _diamond(safe, middle, "slow")
        yield words(safe + 2 * DIAMOND, middle + 4, self._safe_words(row), "note")

    def _safe_words(self, row: Row) -> str:
        return self.way.day(row.safe, row) if row.safe else "or later"

    def _undated(self, row: Row, middle: float) -> Iterator[Element]:
        start, end = self._x(row.begin or self.way.today), self.frame.width - EDGE
        reason = fitting(undated_words(row), self.frame.width - self.frame.left - EDGE, NOTE)
        if start + EDGE + width_of(reason, NOTE) < end:
            yield words(start + EDGE, middle + 4, reason, "note")
        else:
            yield words(end, middle + 4, reason, "note", "end")

    def _legend(self, y: float) -> Iterator[Element]:
        x = self.frame.left
        yield el("rect", class_="bar", x=at(x), y=at(y - 9), width="26", height="10", rx="2")
        yield words(x + 33, y, "likely", "note")
        x += 78
        yield el("rect", class_="slow", x=at(x), y=at(y - 9), width="26", height="10")
        yield words(x + 33, y, "if it goes slowly", "note")
        if self.frame.is_wide:
            yield from self._days(x + 150, y)
        else:
            yield from self._days(self.frame.left, y + 20)

    def _days(self, x: float, y: float) -> Iterator[Element]:
        yield _diamond(x + DIAMOND, y - 4, "bar")
        yield words(x + 3 * DIAMOND, y, "as likely as not", "note")
        x += 3 * DIAMOND + width_of("as likely as not", NOTE) + 3 * EDGE
        yield _diamond(x + DIAMOND, y - 4, "slow")
        yield words(x + 3 * DIAMOND, y, "safe to promise", "note")


def _diamond(x: float, y: float, class_: str) -> Element:
    d = f"M{at(x)} {at(y - DIAMOND)}L{at(x + DIAMOND)} {at(y)}L{at(x)} {at(y + DIAMOND)}"
    return el("path", class_=class_, d=f"{d}L{at(x - DIAMOND)} {at(y)}Z")
