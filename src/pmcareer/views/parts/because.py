"""Because you said ...: in two lines, in full, and as keys."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pmcareer.domain.coaching.because import Because
from pmcareer.views.parts.keys import Keys, picked_each
from pmcareer.views.parts.text import shortened

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Page

LINES = 2
"""So many a daily screen has room for: an answer each."""
NARROW_LINES = 3
"""So many of a narrow page, for one answer: one line says nothing there."""
CUT = " ..."
QUOTE = 28
"""Letters of an answer's own words, where there is no room for all."""


def because_in_short(reasons: Sequence[Because], page: "Page", indent: int = 0) -> Iterator[str]:
    """Say what answers change, in a line each, two at most, and how many more there are."""
    shown = reasons[: 1 if page.narrow else LINES]
    room = (NARROW_LINES if page.narrow else 1) * (page.width - indent)
    rest = f" (+{len(reasons) - len(shown)} more)"
    for reason in shown:
        is_last = reason is shown[-1] and len(shown) < len(reasons)
        yield _in_a_line(reason, room, rest if is_last else "")


def _in_a_line(reason: Because, room: int, rest: str) -> str:
    """Shorten first the answer's own words, and then what it changes."""
    text, left = reason.text, room - len(rest)
    if len(text) > left:
        text = replace(reason, said=shortened(reason.said, QUOTE)).text
    return _whole_words(text, left) + rest


def _whole_words(text: str, room: int) -> str:
    words = shortened(text, room)
    if words == text:
        return text
    return f"{words.removesuffix(CUT).rpartition(' ')[0].rstrip(',;')}{CUT}"


def because_in_full(reasons: Sequence[Because]) -> list[str]:
    """Say all of it, each with what shows or changes the answer."""
    return [f"{reason.text} {reason.command}" for reason in reasons]


def because_keys(reasons: Sequence[Because]) -> list[Keys]:
    """Each answer with what of it is in force."""
    return picked_each(reasons, "id", "answer", "said", "effects", "text")
