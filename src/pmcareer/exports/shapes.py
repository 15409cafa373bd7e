"""What pictures share: their frame, boxes and lines, words that fit, the marks of an axis."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from pmcareer.domain.ground.frozen import frozen
from pmcareer.exports.days import Axis
from pmcareer.exports.plain import on_one_line
from pmcareer.exports.tree import Element, el

EDGE = 8.0
"""Room at the edges of a picture, and between its words."""
LETTER = 0.58
"""The width of a letter of common typefaces, as a part of their size."""


@frozen
class Frame:
    """How a picture of a route is laid out, in pixels."""

    name: str
    """Goes before ids: a page may hold two pictures of one thing."""
    width: float
    left: float
    """Where time begins."""
    row: float
    """The height of a row."""
    middle: float
    """How far below its top the middle of its bar lies."""
    marks: int
    """The most marks of time."""

    words: float
    """Where the words of a row begin."""
    room: float
    """How wide they may be: beside the bars, or above them."""
    days: tuple[float, float]
    """How far right and down of the legend's bars its days stand."""


WIDE = Frame(
    name="wide", width=960, left=290, row=44, middle=22, marks=9, words=8, room=266, days=(228, 0)
)
NARROW = Frame(
    name="narrow", width=360, left=2, row=66, middle=51, marks=4, words=10, room=336, days=(0, 20)
)


@frozen
class About:
    """What a picture is called, and the words that say the same."""

    id: str
    title: str
    words: str


def picture(about: About, frame: Frame, height: float, parts: Iterable[Element]) -> Element:
    """Make a picture of its parts; whoever does not see it is told what it shows."""
    name = f"{frame.name}-{about.id}"
    return el(
        "svg",
        el("title", about.title, id=name),
        el("desc", about.words, id=f"{name}-words"),
        *parts,
        viewBox=f"0 0 {at(frame.width)} {at(height)}",
        width=at(frame.width),
        height=at(height),
        role="img",
        aria_labelledby=name,
        aria_describedby=f"{name}-words",
        class_=f"picture {frame.name}",
    )


def box(class_: str, x: float, y: float, width: float, height: float) -> Element:
    """Draw a rectangle."""
    return el("rect", class_=class_, x=at(x), y=at(y), width=at(width), height=at(height), rx=2)


def line(x1: float, y1: float, x2: float, y2: float, class_: str) -> Element:
    """Draw a straight line."""
    return el("line", class_=class_, x1=at(x1), y1=at(y1), x2=at(x2), y2=at(y2))


def at(place: float) -> str:
    """Write a place so that the same picture is the same bytes everywhere."""
    return f"{place:.1f}".removesuffix(".0")


def words(x: float, y: float, text: str, class_: str, anchor: str | None = None) -> Element:
    """Write a text at its baseline, from its start where nothing else is said."""
    return el("text", text, class_=class_, x=at(x), y=at(y), text_anchor=anchor)


def width_of(text: str, size: float) -> float:
    """Guess the width of a text: no typeface is known here."""
    return len(text) * size * LETTER


def fitting(text: str, width: float, size: float) -> str:
    """Cut a text that is wider than there is room: "A title that is far too l…"."""
    whole, most = on_one_line(text), max(1, int(width / (size * LETTER)))
    if len(whole) <= most:
        return whole
    return f"{whole[: most - 1].rstrip()}…"


def in_two(text: str, width: float, size: float) -> tuple[str, str]:
    """Part a text at a blank, so that the first part fits: "Two projects led", "to their end"."""
    parts = wrap(on_one_line(text), max(1, int(width / (size * LETTER)))) or [""]
    return parts[0], " ".join(parts[1:])


def time_marks(axis: Axis, top: float, bottom: float, most: int) -> Iterator[Element]:
    """Mark months or years above a picture, each with a line through it."""
    for mark in axis.marks(most):
        x = axis.x(mark.on)
        yield line(x, top, x, bottom, "grid")
        yield words(x, top - 22, mark.month, "tick", "middle")
        yield words(x, top - EDGE, mark.year, "tick", "middle")
