"""What `check` found: one line for each problem, or what was counted."""

from collections.abc import Mapping
from dataclasses import asdict, field
from typing import TYPE_CHECKING

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Problem
from pmcareer.errors import NEEDS_REPAIR
from pmcareer.views.parts.keys import Keys
from pmcareer.views.parts.text import plural

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Hanging, Page, Piece

SHOWN = 20


@frozen
class Checked:
    """What a curriculum's file holds, and what is wrong with it."""

    file: str
    found: tuple[Problem, ...]
    counts: Mapping[str, int] = field(default_factory=dict)
    """Table to number of items; empty when the file can't be read as a curriculum."""

    @property
    def exit_code(self) -> int:
        """Tell scripts that there is something to mend."""
        if self.found:
            return NEEDS_REPAIR
        return 0


def render(checked: Checked, page: "Page") -> "Blocks":
    """Draw the first problems and their number, or say that there are none."""
    # More than a screenful is read by nobody; the number says that there is more.
    for problem in checked.found[:SHOWN]:
        yield _problem(problem, page)
    count = len(checked.found)
    if count > SHOWN:
        yield page.quiet(f"and {count - SHOWN} more")
    if count:
        yield page.line((f"{plural(count, 'problem')} in {checked.file}", "problem"))
        return
    counted = [_counted(table, count) for table, count in checked.counts.items() if count]
    yield page.line((f"No problems in {checked.file}", "done"))
    yield page.line((", ".join(counted), "quiet"))


def _problem(problem: Problem, page: "Page") -> "Hanging":
    pieces: list[Piece] = [(f"{problem.place}: ", "quiet")]
    if problem.where:
        pieces.append((f"{problem.where}: ", "item"))
    pieces.append(problem.message)
    if problem.hint:
        pieces.append((f" {problem.hint}", "quiet"))
    return page.line(*pieces)


def _counted(table: str, count: int) -> str:
    # Advice can't be counted: 1 advice and 42 advice, but 1 role and 9 roles.
    words = table.replace("_", " ")
    return plural(count, words if words == "advice" else words.removesuffix("s"), words)


def as_dict(checked: Checked) -> Keys:
    """Return every problem."""
    return {"file": checked.file, "problems": list(map(asdict, checked.found))}
