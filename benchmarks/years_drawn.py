"""Drawing simulated years as SVG: five small pictures, below each other, readable on any paper."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape

WIDTH, LEFT, RIGHT = 760, 84, 20
TOP, HEIGHT, GAP, BOTTOM = 78, 118, 46, 34
GREY, BLUE, ORANGE = "#7a7a7a", "#2f81f7", "#d9822b"
FONT = "font-family='system-ui, sans-serif'"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SETTLED_AFTER = 28
"""Days after which a panel shows every date; earlier ones may run out at its top."""
MARGIN = timedelta(days=21)
MOST_TICKS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One person's year."""

    title: str
    days: Sequence[date]
    shown: Sequence[date | None]
    computed: Sequence[date | None]
    finished: date | None
    note: str


def drawn(panels: Sequence[Panel]) -> str:
    """Draw the panels below each other, with a title, a key and an axis of months."""
    height = TOP + len(panels) * (HEIGHT + GAP) - GAP + BOTTOM
    first, last = panels[0].days[0], max(panel.days[-1] for panel in panels)
    parts = [
        (
            f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {height}' "
            f"width='{WIDTH}' height='{height}' role='img' {FONT} font-size='12' fill='{GREY}'>"
        ),
        "<title>A simulated year each of five people: the date shown for the study</title>",
        *_key(),
    ]
    for number, panel in enumerate(panels):
        frame = _Frame(
            number=number, top=TOP + number * (HEIGHT + GAP), first=first, last=last, panel=panel
        )
        parts += frame.drawn()
    parts += _months(first, last, height - BOTTOM)
    return "\n".join([*parts, "</svg>\n"])


def _key() -> Iterator[str]:
    yield (
        f"<text x='{LEFT}' y='24' font-size='15' font-weight='600'>"
        "When the study is done, as it was shown on each day of a year</text>"
    )
    entries = (
        ("shown (likely)", f"stroke='{BLUE}' stroke-width='2.5'"),
        ("P50 behind it", f"stroke='{GREY}' stroke-width='1'"),
        ("when it was done", f"stroke='{ORANGE}' stroke-width='1.5' stroke-dasharray='6 4'"),
    )
    for x, (words, stroke) in zip((LEFT, LEFT + 150, LEFT + 290), entries, strict=True):
        yield f"<line x1='{x}' x2='{x + 26}' y1='45' y2='45' {stroke}/>"
        yield f"<text x='{x + 33}' y='49'>{words}</text>"


def _months(first: date, last: date, y: float) -> Iterator[str]:
    """Name the months below the last panel."""
    for day in _firsts(first, last, 1):
        x = _across(day, first, last)
        yield f"<text x='{x:.1f}' y='{y + 18}'>{MONTHS[day.month - 1]}</text>"


def _across(day: date, first: date, last: date) -> float:
    return LEFT + (WIDTH - LEFT - RIGHT) * (day - first).days / (last - first).days


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """One panel in its place."""

    number: int
    top: float
    first: date
    last: date
    panel: Panel

    def drawn(self) -> Iterator[str]:
        """Draw it: title, ticks, what was shown, and when it was true."""
        panel, bottom, right = self.panel, self.top + HEIGHT, WIDTH - RIGHT
        yield (
            f"<text x='{LEFT}' y='{self.top - 8}'><tspan font-weight='600'>"
            f"{escape(panel.title)}</tspan> · {escape(panel.note)}</text>"
        )
        for tick in _ticks(self._low, self._high):
            y = self._down(tick)
            yield (
                f"<line x1='{LEFT}' x2='{right}' y1='{y:.1f}' y2='{y:.1f}' "
                f"stroke='{GREY}' stroke-opacity='.25'/>"
            )
            label = f"{MONTHS[tick.month - 1]} {tick.year}"
            yield f"<text x='{LEFT - 8}' y='{y + 4:.1f}' text-anchor='end' font-size='11'>{label}</text>"
        name = f"panel-{self.number}"
        yield (
            f"<clipPath id='{name}'><rect x='{LEFT}' y='{self.top}' "
            f"width='{right - LEFT}' height='{bottom - self.top}'/></clipPath>"
        )
        yield f"<g clip-path='url(#{name})' fill='none' stroke-linejoin='round'>"
        yield self._line(panel.computed, f"stroke='{GREY}' stroke-width='1'")
        yield self._line(panel.shown, f"stroke='{BLUE}' stroke-width='2.5'")
        if panel.finished and self._low <= panel.finished <= self._high:
            y = self._down(panel.finished)
            yield (
                f"<line x1='{LEFT}' x2='{right}' y1='{y:.1f}' y2='{y:.1f}' "
                f"stroke='{ORANGE}' stroke-width='1.5' stroke-dasharray='6 4'/>"
            )
        yield "</g>"

    def _line(self, dates: Sequence[date | None], stroke: str) -> str:
        points = self._points(dates)
        return f"<polyline points='{' '.join(points)}' {stroke}/>"

    def _points(self, dates: Sequence[date | None]) -> Iterator[str]:
        for day, said in zip(self.panel.days, dates, strict=True):
            x = _across(day, self.first, self.last)
            yield f"{x:.1f},{self._down(said or date.max):.1f}"

    @property
    def _low(self) -> date:
        return min(day for day in (*self.panel.shown, self.panel.finished) if day) - MARGIN

    @property
    def _high(self) -> date:
        return max(self._settled) + MARGIN

    @property
    def _settled(self) -> Sequence[date]:
        dates = [*self.panel.shown[SETTLED_AFTER:], self.panel.finished]
        return [day for day in dates if day]

    def _down(self, day: date) -> float:
        """Later is higher; what is far above the panel stays just above it."""
        share = (day - self._low).days / (self._high - self._low).days
        return self.top + HEIGHT * (1 - min(share, 1.5))


def _ticks(low: date, high: date) -> Sequence[date]:
    """First days of months, at a distance that leaves room for their labels."""
    for months in (1, 2, 3, 6, 12, 24, 60, 120):
        found = list(_firsts(low, high, months))
        if len(found) <= MOST_TICKS:
            return found
    return []


def _firsts(low: date, high: date, months: int) -> Iterable[date]:
    every = (
        date(year, month, 1)
        for year in range(low.year, high.year + 1)
        for month in range(1, 13)
        if (year * 12 + month - 1) % months == 0
    )
    return (day for day in every if low <= day <= high)
