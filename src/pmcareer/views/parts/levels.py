"""A level beside the one that is needed, as squares: ■ ■ □ is 2 of 3."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Page, Piece

UNSAID = "?"


def columns_of_squares(needs: Iterable[int]) -> int:
    """Count the columns that squares take for the highest of some needs, a blank behind each."""
    return 2 * max(needs, default=0)


def squares(have: int, need: int, page: "Page", columns: int = 0) -> "list[Piece]":
    """Draw a square for each level that is needed, those that are there filled; --plain says it."""
    reached = min(have, need)
    if page.plain:
        return [f"{have} of {need}"]
    there = (f"{page.glyph('reached')} " * reached, "done")
    ahead = (f"{page.glyph('ahead')} " * (need - reached), "quiet")
    return [there, ahead, " " * (columns - 2 * need)]


def squares_unsaid(have: int, need: int, page: "Page", columns: int = 0) -> "list[Piece]":
    """Draw the same of a level that nobody has said: a question mark for the first that lacks."""
    if page.plain:
        return [f"{UNSAID} of {need}"]
    there, _, blank = squares(have, need, page, columns)
    lacking = f"{page.glyph('ahead')} " * (need - have - 1)
    return [there, (f"{UNSAID} {lacking}", "quiet"), blank]


def mark(have: int, need: int, page: "Page") -> str:
    """Return the sign for a level that is reached; a blank where it is not."""
    return page.glyph("done") if have >= need else " "
