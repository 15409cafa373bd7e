"""When a task is done: its points to tick, or those that fit into the time there is."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pmcareer.domain.plan.today import Slice
from pmcareer.views.parts.text import minutes

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page


MOST_POINTS = 7
LABEL = 9
"""Columns of a label."""
ALL = "pmcareer next --detail"


def short_checklist(points: Sequence[str], part: Slice | None, page: "Page") -> "Blocks":
    """Draw as many points as a screen has room for, and say where the others stand."""
    if part or len(points) <= MOST_POINTS:
        yield from checklist(points, part, page)
        return
    yield from checklist(points[: MOST_POINTS - 1], None, page)
    yield page.row("", f"and {len(points) - MOST_POINTS + 1} more: ", (ALL, "command"))


def checklist(points: Sequence[str], part: Slice | None, page: "Page") -> "Blocks":
    """Draw all points, or those of the part that fits; below their label where it is narrow."""
    if part is None:
        yield from _boxes("Done when", points, page)
    else:
        yield from _boxes(_in_time(part.minutes), boxes_of(part), page)


def boxes_of(part: Slice) -> Sequence[str]:
    """List what fits; in front of what the time is not enough for stands that it is begun."""
    if part.fitting.begun is None:
        return part.checklist
    return (*part.checklist[:-1], f"begin: {part.checklist[-1]}")


def _in_time(length: int) -> str:
    label = f"In {minutes(length)}"
    # Hours with minutes would be wider than the labels.
    return label if len(label) <= LABEL else f"{length} min"


def _boxes(label: str, points: Sequence[str], page: "Page") -> "Blocks":
    if page.narrow and points:
        yield page.line((f"{label}:", "label"))
        label = ""
    for point in points:
        yield page.row(label, point, mark="[ ]")
        label = ""
