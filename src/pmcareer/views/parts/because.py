"""Because you said ...: in two lines, in full, and as keys."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pmcareer.domain.coaching.because import Because
from pmcareer.views.parts.keys import Keys, picked_each
from pmcareer.views.parts.text import shortened

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Page

NARROW_LINES = 3
"""So many of a narrow page, where one line says nothing."""
QUOTE = 28
"""Letters of an answer's own words, where there is no room for all."""
ENDS = 10
"""Columns that the end of a line leaves free where words go on in another."""


def because_in_short(
    reasons: Sequence[Because], page: "Page", command: str, lines: int = 1, indent: int = 0
) -> str:
    """Say in so many lines what an answer changes; "" where none does. `command` shows the rest."""
    if not reasons:
        return ""
    more = len(reasons) - 1
    rest = f" And {more} more: {command}" if more else ""
    lines = NARROW_LINES if page.narrow else lines
    room = lines * (page.width - indent) - (lines - 1) * ENDS - len(rest)
    text = reasons[0].text
    if len(text) > room:
        text = replace(reasons[0], said=shortened(reasons[0].said, QUOTE)).text
    return shortened(text, room) + rest


def because_in_full(reasons: Sequence[Because]) -> list[str]:
    """Say all of it, each with what shows or changes the answer."""
    return [f"{reason.text} {reason.command}" for reason in reasons]


def because_keys(reasons: Sequence[Because]) -> list[Keys]:
    """Each answer with what of it is in force."""
    return picked_each(reasons, "id", "answer", "said", "effects", "text")
