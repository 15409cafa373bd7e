"""When a task is done: its points to tick, or those that fit into the time there is."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pmcareer.domain.plan.today import Slice
from pmcareer.views.parts.text import minutes

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page


def checklist(points: Sequence[str], part: Slice | None, page: "Page") -> "Blocks":
    """Draw all points, or those of the part that fits; below their label where it is narrow."""
    if part is None:
        yield from _boxes("Done when", points, page)
    else:
        yield from _boxes(f"In {minutes(part.minutes)}", part.checklist, page)


def _boxes(label: str, points: Sequence[str], page: "Page") -> "Blocks":
    if page.narrow and points:
        yield page.quiet(f"{label}:")
        label = ""
    for point in points:
        yield page.row(label, point, mark="[ ]")
        label = ""
