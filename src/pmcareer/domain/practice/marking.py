"""Answers as people type them, read from a sheet's table and held against what is right."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.practice.asked import AskedFigure, expected_of, slips_of
from pmcareer.domain.practice.question import Read, Value

State = Literal["right", "wrong", "empty", "unread", "unit"]
HEADING = "figures"
MOST_DIGITS = 40
"""A longer number is none that anybody worked out."""
NONE = re.compile(r"(?:there is )?(?:none|never|no|n/a|na)\b", re.IGNORECASE)
"""Words for: there is no such figure; what follows is the reason."""
NOUGHT = {"nil", "zero", "nought", "nothing"}
UNITS = (
    {"%", "percent", "per cent", "pct"},
    {"eur", "euro", "euros", "\u20ac"},
    {"keur", "k\u20ac", "teur", "thousand"},
    {"meur", "m\u20ac", "million", "mio"},
    {"minute", "minutes", "min"},
    {"hour", "hours", "h"},
    {"day", "days", "d"},
    {"week", "weeks", "w"},
    {"month", "months"},
    {"year", "years", "y"},
)
"""Words for a unit that mean the same; of another one than was asked for, a number is no answer."""
_MINUS = str.maketrans(dict.fromkeys("\u2212\u2013\u2012\u2014", "-"))
_NUMBER = re.compile(r"-?\s?(?:\d(?:[\d.,'\u2019_\s]*\d)?|[.,]\d+)")
_BETWEEN = re.compile(r"['\u2019_\s]")
_THOUSANDS = re.compile(r"^-?[1-9]\d{0,2}(?:[.,]\d{3})+$")
"""0.137 has no thousands in it."""
_TITLE = re.compile(r"^#{1,6}\s+(.*)$")
_CELL = re.compile(r"(?<!\\)\|")
_WORDS = re.compile(r"%|[a-z\u20ac]+")
_MARKUP = re.compile(r"[*`\\]|(?<!\w)_|_(?!\w)")


@frozen
class Marked:
    """An answer, and what is to be said of it."""

    figure: AskedFigure
    answer: str
    """As it was typed; "" where nothing was."""
    state: State
    says: str = ""
    """The slip that leads to this answer, where it is a usual one."""


def numbers_in(typed: str) -> tuple[float, ...]:
    """Read a number as people type it: 1,234.5, 1 234,5, 12 %, -3; both readings of 1,234.

    Nothing where there is none, or more than one.
    """
    found = _NUMBER.findall(typed.translate(_MINUS))
    if len(found) != 1 or len(found[0]) > MOST_DIGITS:
        return ()
    digits = _BETWEEN.sub("", found[0])
    return tuple(map(float, dict.fromkeys(_readings(digits))))


def _readings(digits: str) -> Iterator[str]:
    marks = [mark for mark in digits if mark in ".,"]
    plain = digits.replace(".", "").replace(",", "")
    if not marks:
        yield plain
    elif len(set(marks)) > 1:
        # Of two kinds the last is the decimal one: 1,234.5 and 1.234,5.
        whole, _, rest = digits.rpartition(marks[-1])
        yield f"{whole.replace('.', '').replace(',', '')}.{rest}"
    elif len(marks) > 1:
        yield plain
    else:
        yield digits.replace(",", ".")
        if _THOUSANDS.match(digits):
            yield plain


def answers_in(markdown: str) -> dict[str, str] | None:
    """Read the table below the heading `Figures`: label to answer; None where there is none."""
    rows = list(_rows(markdown.splitlines()))
    return {_plain(row[0]): row[1] for row in rows} if rows else None


def _rows(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    is_inside = False
    for line in lines:
        title = _TITLE.match(line)
        if title:
            is_inside = title[1].strip(" #").lower() == HEADING
        elif is_inside and line.lstrip().startswith("|"):
            cells = [cell.strip() for cell in _CELL.split(line.strip().strip("|"))]
            yield cells[0], _MARKUP.sub("", cells[1]).strip() if len(cells) > 1 else ""


def _plain(label: str) -> str:
    return " ".join(_MARKUP.sub("", label).lower().split())


def marked(
    figures: Sequence[AskedFigure], answers: Mapping[str, str], read: Read
) -> tuple[Marked, ...]:
    """Hold each answer against what the tables of the firm say.

    Raises:
        NoFigure, BadTable, NotComputable: as of `figure`.
    """
    return tuple(_mark(each, answers.get(_plain(each.asks), ""), read) for each in figures)


def not_asked(figures: Sequence[AskedFigure], answers: Mapping[str, str]) -> tuple[str, ...]:
    """List the labels of a sheet that no figure is computed for; its head and rule are none."""
    known = {_plain(each.asks) for each in figures}
    labels = list(answers)[1:]
    return tuple(each for each in labels if each not in known and each.strip("-: "))


def _mark(asked: AskedFigure, answer: str, read: Read) -> Marked:
    if not answer.strip(" .…-?"):
        return Marked(figure=asked, answer="", state="empty")
    values = _values(answer)
    if not values:
        return Marked(figure=asked, answer=answer, state="unread")
    if values != (None,) and _is_in_another_unit(answer, asked):
        return Marked(figure=asked, answer=answer, state="unit", says=f"Say it in {asked.unit}.")
    if _is_any(values, expected_of(asked, read), asked.within):
        return Marked(figure=asked, answer=answer, state="right")
    for value, says in slips_of(asked, read):
        if _is_any(values, value, asked.within):
            return Marked(figure=asked, answer=answer, state="wrong", says=says)
    return Marked(figure=asked, answer=answer, state="wrong")


def _values(answer: str) -> Sequence[Value]:
    if NONE.match(answer.strip()):
        return (None,)
    if answer.strip(" .").lower() in NOUGHT:
        return (0.0,)
    return numbers_in(answer)


def _is_in_another_unit(answer: str, asked: AskedFigure) -> bool:
    wanted = set(_WORDS.findall(f"{asked.unit} {asked.asks}".lower()))
    for word in _WORDS.findall(answer.lower()):
        known = [same for same in UNITS if word in same]
        if known and not known[0] & wanted:
            return True
    return False


def _is_any(values: Sequence[Value], right: Value, within: float) -> bool:
    for value in values:
        if value is None or right is None:
            if value is right:
                return True
        # Halves that a machine can't write exactly are no reason to call somebody wrong.
        elif abs(value - right) <= within + 1e-9 * max(1.0, abs(right)):
            return True
    return False
