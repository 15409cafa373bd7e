"""What `check` found: one line for each problem, or what was counted."""

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Problem
from pmcareer.errors import NEEDS_REPAIR
from pmcareer.views.parts.text import plural

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Hanging, Page

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
        return NEEDS_REPAIR if self.found else 0


def render(checked: "Checked", page: "Page") -> Iterator["Hanging"]:
    """Draw the first problems and their number, or say that there are none."""
    for problem in checked.found[:SHOWN]:
        yield _problem(problem, page)
    if len(checked.found) > SHOWN:
        yield page.line((f"and {len(checked.found) - SHOWN} more", "quiet"))
    if checked.found:
        yield page.line((f"{plural(len(checked.found), 'problem')} in {checked.file}", "problem"))
    else:
        yield page.line((f"No problems in {checked.file}", "done"))
        yield page.line(
            (
                ", ".join(
                    _counted(table, count) for table, count in checked.counts.items() if count
                ),
                "quiet",
            )
        )


def _problem(problem: "Problem", page: "Page") -> "Hanging":
    place = f"{problem.file}:{problem.line}" if problem.line else problem.file
    where = (f"{problem.where}: ", "item") if problem.where else ""
    hint = (f" {problem.hint}", "quiet") if problem.hint else ""
    return page.line((f"{place}: ", "quiet"), where, problem.message, hint)


def _counted(table: str, count: int) -> str:
    words = table.replace("_", " ")
    return plural(count, words if words == "advice" else words.removesuffix("s"), words)


def as_dict(checked: "Checked") -> dict[str, Any]:
    """Give every problem."""
    return {
        "file": str(checked.file),
        "problems": [problem_as_dict(each) for each in checked.found],
    }


def problem_as_dict(problem: "Problem") -> dict[str, Any]:
    """Give one problem of a data file."""
    return {
        "file": problem.file,
        "line": problem.line,
        "where": problem.where,
        "message": problem.message,
        "hint": problem.hint,
    }
