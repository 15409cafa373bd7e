"""Shapes that pictures share: lines, words that fit, and the marks of an axis."""

from collections.abc import Iterator
from textwrap import wrap

from pmcareer.exports.days import Axis
from pmcareer.exports.plain import on_one_line
from pmcareer.exports.tree import Element, el

LETTER = 0.58
"""The width of a letter of common typefaces, as a part of their size."""
LETTERS_OF_A_MARK = 6
FIRST_MARK_FROM = 34
"""Nearer to the left than that, a mark would run into the word for today."""


def line(x1: float, y1: float, x2: float, y2: float, class_: str) -> Element:
    """Draw a straight line."""
    return el("line", class_=class_, x1=at(x1), y1=at(y1), x2=at(x2), y2=at(y2))


def at(place: float) -> str:
    """Write a place so that the same picture is the same bytes everywhere."""
    return f"{place:.1f}".removesuffix(".0")


def words(x: float, y: float, text: str, class_: str, anchor: str = "start") -> Element:
    """Write a text at its baseline."""
    anchored = None if anchor == "start" else anchor
    return el("text", text, class_=class_, x=at(x), y=at(y), text_anchor=anchored)


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
        if x < axis.left + FIRST_MARK_FROM:
            # Too near to the word for today to be read beside it.
            continue
        yield line(x, top, x, bottom, "grid")
        anchor = "end" if x > axis.right - 2 * LETTERS_OF_A_MARK else "middle"
        yield words(x, top - 22, mark.month, "tick", anchor)
        yield words(x, top - 8, mark.year, "tick", anchor)
