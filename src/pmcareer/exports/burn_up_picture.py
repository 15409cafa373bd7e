"""Burn-up: the hours done week by week, the hours promised, and all there are to do."""

from collections.abc import Iterator
from datetime import date, timedelta

from pmcareer.domain.ground.calendar import day_in_words
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.plan.earned import EarnedValue
from pmcareer.exports.days import Axis
from pmcareer.exports.plain import number
from pmcareer.exports.shapes import EDGE, About, Frame, at, line, picture, time_marks, words
from pmcareer.exports.tree import Element, el, within

TITLE = "Hours of study, done and promised"
TOP, BOTTOM = 44.0, 12.0
HEIGHTS = {"wide": 260.0, "narrow": 220.0}
LEFT, RIGHT = 46.0, 118.0
BETWEEN = 17.0
"""Between two words at the right at least."""
LINES = 4
"""Lines of hours at most, besides that of none."""
TO_SUNDAY = timedelta(days=6)


@frozen
class Curve:
    """A line through points: a day, and hours."""

    name: str
    label: str
    points: tuple[tuple[date, float], ...]

    @property
    def last(self) -> float:
        """The hours at its end."""
        return self.points[-1][1]


def curves_of(earned: EarnedValue, today: date) -> tuple[Curve, ...]:
    """Draw up what is done, what was promised by then, and all there is to do."""
    promise, whole = "saved plan" if earned.baseline else "promised", earned.total_hours
    return (
        Curve(name="scope", label="in all", points=((earned.since, whole), (today, whole))),
        Curve(name="promise", label=promise, points=_points(earned, today, "planned")),
        Curve(name="done", label="done", points=_points(earned, today, "earned")),
    )


def _points(earned: EarnedValue, today: date, name: str) -> tuple[tuple[date, float], ...]:
    # A week is over on its Sunday; the present one is told as of today.
    weeks = earned.weeks
    told = ((min(each.week + TO_SUNDAY, today), getattr(each, name)) for each in weeks)
    return ((earned.since, 0.0), *told)


def burn_up_picture(earned: EarnedValue, today: date, frame: Frame) -> Element:
    """Draw the three curves; the sentence about it says where they end."""
    right, bottom = frame.width - RIGHT, TOP + HEIGHTS[frame.name]
    axis = Axis(first=earned.since, last=today, left=LEFT, right=right)
    drawing = _Drawing(axis=axis, curves=curves_of(earned, today), bottom=bottom, most=frame.marks)
    about = About(id="hours", title=TITLE, words=burn_up_words(earned, today))
    return picture(about, frame, bottom + BOTTOM, drawing.parts())


def burn_up_words(earned: EarnedValue, today: date) -> str:
    """Say where the curves end.

    Of the promise the hours that steps took are no part of the curve.
    "Since 2 Mar 2026: 46 h done; 64 h were promised by 2 Jun 2026. In all it is 283 h."
    """
    by, since = "were promised", day_in_words(earned.since)
    if earned.baseline:
        by, since = "were planned", f"the plan was saved on {since}"
    planned = f"{number(earned.planned_hours)} h {by} by {day_in_words(today)}"
    if earned.steps_hours:
        planned += f", besides {number(earned.steps_hours)} h that steps with people took"
    whole = f"In all it is {number(earned.total_hours)} h."
    return f"Since {since}: {number(earned.earned_hours)} h done; {planned}. {whole}"


@frozen
class _Drawing:
    axis: Axis
    curves: tuple[Curve, ...]
    bottom: float
    most: int
    """The most marks of time."""

    def parts(self) -> Iterator[Element]:
        yield within("g", self._hours())
        yield within("g", time_marks(self.axis, TOP, self.bottom, self.most))
        yield from map(self._line, self.curves)
        yield from self._labels()

    @property
    def _step(self) -> float:
        """Between two lines of hours: 1, 2 or 5 times a power of ten."""
        # 283 hours: a line each 100 makes two of them, and each 50 would make five.
        power = 1.0
        while True:
            for each in (1, 2, 5):
                if self._most / (each * power) <= LINES:
                    return each * power
            power *= 10

    @property
    def _most(self) -> float:
        # Hours only ever grow: the end of a curve is its highest point.
        return max(curve.last for curve in self.curves) or 1.0

    def _y(self, hours: float) -> float:
        return self.bottom - hours / self._most * (self.bottom - TOP)

    def _hours(self) -> Iterator[Element]:
        hours = 0.0
        while hours <= self._most:
            y = self._y(hours)
            yield line(self.axis.left, y, self.axis.right, y, "grid")
            yield words(self.axis.left - EDGE, y + 4, f"{number(hours)} h", "tick", "end")
            hours += self._step

    def _line(self, curve: Curve) -> Element:
        points = " ".join(self._point(*point) for point in curve.points)
        return el("polyline", class_=f"curve {curve.name}", points=points)

    def _point(self, day: date, hours: float) -> str:
        return f"{at(self.axis.x(day))},{at(self._y(hours))}"

    def _labels(self) -> Iterator[Element]:
        """Name the curves at their ends, none over another."""
        lowest = 0.0
        for curve in sorted(self.curves, key=self._end):
            lowest = max(self._end(curve), lowest + BETWEEN)
            text = f"{number(curve.last)} h {curve.label}"
            yield words(self.axis.right + EDGE, lowest + 4, text, f"end {curve.name}")

    def _end(self, curve: Curve) -> float:
        return self._y(curve.last)
