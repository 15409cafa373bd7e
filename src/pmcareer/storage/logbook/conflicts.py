"""What git leaves in a file that it could not merge: both sides, between lines of its own."""

import re
from typing import Literal

from pmcareer.domain.ground.frozen import frozen
from pmcareer.storage.outline import outside_of

MARKER = re.compile(r"(<{7,}|\|{7,}|={7,}|>{7,})(?: .*)?\r?")
Part = Literal["both", "ours", "base", "theirs"]
# Each line of git's ends one part and begins another; `|` is there in the styles diff3 and zdiff3.
NEXT: dict[tuple[Part, str], Part] = {
    ("ours", "|"): "base",
    ("ours", "="): "theirs",
    ("base", "="): "theirs",
    ("theirs", ">"): "both",
}


@frozen
class Sides:
    """The lines as each side has them, None in the place of those that are not its own."""

    ours: tuple[str | None, ...]
    theirs: tuple[str | None, ...]
    lines: tuple[int, ...]
    """Where a conflict begins, counted from 1."""


def alone(side: tuple[str | None, ...]) -> str:
    """Write what a side says."""
    return "\n".join(line for line in side if line is not None)


def in_place(side: tuple[str | None, ...]) -> str:
    """Write what a side says such that each line keeps its number in the file."""
    return "\n".join(line or "" for line in side)


def sides_of(text: str) -> Sides | None:
    """Take the two sides apart; None where git has left no conflict, or not all of its lines."""
    if "<<<<<<<" not in text:
        return None
    ours: list[str | None] = []
    theirs: list[str | None] = []
    begins: list[int] = []
    part: Part = "both"
    quotes, size = "", 0
    for number, said in enumerate(text.split("\n"), start=1):
        line: str | None = said
        marker = _marker(said)
        if part == "both":
            # Within a text of several lines it is the user's own.
            if marker.startswith("<") and not quotes:
                part, size = "ours", len(marker)
                begins.append(number)
                line = None
        # One of another length is that of a conflict within the common ancestor.
        elif len(marker) == size and (part, marker[0]) in NEXT:
            part, line = NEXT[part, marker[0]], None
        ours.append(line if part in ("both", "ours") else None)
        theirs.append(line if part in ("both", "theirs") else None)
        _, quotes, _ = outside_of(ours[-1] or "", quotes)
    if part != "both" or not begins:
        return None
    return Sides(ours=tuple(ours), theirs=tuple(theirs), lines=tuple(begins))


def _marker(line: str) -> str:
    found = MARKER.fullmatch(line)
    return found[1] if found else ""
