"""The rows of a timeline as the lines of a picture: as few of them as there is room for."""

from collections.abc import Iterator, Sequence

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.plan.timeline import Row, Timeline
from pmcareer.views.parts.text import if_said

ALWAYS = ("study", "role")
WITH_NOTE = ("study", "post", "detour", "gate")


@frozen
class Line:
    """A line of the picture: what it is called, and the rows that are drawn on it."""

    rows: tuple[Row, ...]

    @property
    def row(self) -> Row:
        """What it is named after: a search stands on the line of what it leads to."""
        return self.rows[-1]

    @property
    def label(self) -> str:
        """Name it, with how much of it there is: "Junior PM, 18 months"."""
        return self.row.title + if_said(", {}", self._note)

    @property
    def _note(self) -> str:
        return self.row.note if self.row.kind in WITH_NOTE else ""

    @property
    def decides(self) -> bool:
        """Tell whether what decides the date is drawn on it."""
        return any(row.decides for row in self.rows)


def lines_for(timeline: Timeline, most: int) -> list[Line]:
    """Set rows on so many lines: where they are too many searches stand with what they lead to.

    Gates are left out next, from the end, for words name them; then posts that decide nothing.
    """
    lines = [Line(rows=(row,)) for row in timeline.rows]
    if len(lines) > most:
        lines = every_line(timeline)
    while len(lines) > most:
        given_up = _least(lines)
        if given_up is None:
            break
        lines.remove(given_up)
    return lines


def the_way(timeline: Timeline) -> list[Line]:
    """Give the fewest lines that have all of the way: each post, and what decides."""
    return [line for line in every_line(timeline) if line.row.kind != "gate" or line.decides]


def every_line(timeline: Timeline) -> list[Line]:
    """Give the fewest lines that have every row, gates among them."""
    return list(_with_searches(timeline.rows))


def _with_searches(rows: Sequence[Row]) -> Iterator[Line]:
    """Put each search before what it leads to; a gate is nothing that one applies for."""
    looking: tuple[Row, ...] = ()
    for row in rows:
        if row.kind == "search":
            looking = (*looking, row)
        elif row.kind == "gate":
            yield Line(rows=(row,))
        else:
            yield Line(rows=(*looking, row))
            looking = ()
    for row in looking:
        yield Line(rows=(row,))


def _least(lines: Sequence[Line]) -> Line | None:
    spare = [line for line in lines if line.row.kind not in ALWAYS and not line.decides]
    gates = [line for line in spare if line.row.kind == "gate"]
    return next(reversed(gates or spare), None)
