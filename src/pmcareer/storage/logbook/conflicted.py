"""A logbook in which git has left a conflict: the entries of both sides are read."""

from collections.abc import Iterable
from dataclasses import replace

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Problem
from pmcareer.domain.logbook.logbook import Logbook
from pmcareer.errors import NotStored
from pmcareer.storage.logbook.blocks import text_in
from pmcareer.storage.logbook.conflicts import in_place, sides_of
from pmcareer.storage.logbook.merging import joined

JOIN = "Join them: pmcareer doctor --fix"
EDIT = "Mend it with: pmcareer edit (or see: pmcareer doctor)"


@frozen
class Conflict:
    """Both sides, and what comes of them."""

    joined: bytes
    sides: tuple[bytes, bytes]
    """Each with its lines where the file has them."""
    problem: Problem

    def as_read(self, whole: Logbook, sides: Iterable[Logbook]) -> Logbook:
        """Take the entries from the `whole`, and what is wrong from where it stands."""
        problems: list[Problem] = [self.problem]
        notes: list[Problem] = []
        for side in sides:
            problems += side.problems
            notes += side.notes
        return replace(
            whole,
            problems=tuple(dict.fromkeys(problems)),
            notes=tuple(dict.fromkeys(notes)),
        )


def conflict_in(raw: bytes, *, file: str) -> Conflict | None:
    """Find the conflicts that git has left; None without any."""
    sides = sides_of(text_in(raw))
    if sides is None:
        return None
    try:
        whole = joined(raw)
    except NotStored:
        return None
    ours, theirs = (
        in_place(side).encode("utf-8", "surrogateescape") for side in (sides.ours, sides.theirs)
    )
    places = "a conflict here"
    if len(sides.lines) > 1:
        places = f"{len(sides.lines)} conflicts here and below"
    return Conflict(
        joined=whole,
        sides=(ours, theirs),
        problem=Problem(
            file=file,
            line=sides.lines[0],
            message=f"git has left {places}; the entries of both sides are read.",
            hint=JOIN,
        ),
    )


def mend_of(problems: Iterable[Problem]) -> str:
    """Name the way that mends them: a conflict of git is joined, and not edited."""
    if any(problem.hint == JOIN for problem in problems):
        return JOIN
    return EDIT
