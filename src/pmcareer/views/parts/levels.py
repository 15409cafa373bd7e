"""A level beside the one that is needed, as squares: ■ ■ □ is 2 of 3."""

from typing import TYPE_CHECKING

from pmcareer.domain.person.levels import HIGHEST

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Page, Piece

SQUARES_COLUMNS = 2 * HIGHEST
"""Columns that squares take, with a blank behind each."""


def squares(have: int, need: int, page: "Page") -> "list[Piece]":
    """Draw a square for each level that is needed, those that are there filled; --plain says it."""
    reached = min(have, need)
    if page.plain:
        return [f"{have} of {need}"]
    there = (f"{page.glyph('reached')} " * reached, "done")
    ahead = (f"{page.glyph('ahead')} " * (need - reached), "quiet")
    return [there, ahead, "  " * (HIGHEST - need)]


def mark(have: int, need: int, page: "Page") -> str:
    """Return the sign for a level that is reached; a blank where it is not."""
    return page.glyph("done") if have >= need else " "
