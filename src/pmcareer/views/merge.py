"""What a merge added."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Problem
from pmcareer.domain.plan.told import Told
from pmcareer.views.parts.keys import Keys, picked, picked_each
from pmcareer.views.parts.text import plural
from pmcareer.views.parts.told import moved_words, told_keys

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page


LEFT_SHOWN = 5


@frozen
class Merged:
    """What was read, and what of it was new."""

    logbook: str
    files: tuple[str, ...]
    read: int
    """Entries in the files, each id once."""
    added: tuple[Mapping[str, Any], ...]
    """Those that the logbook lacked, as they were stored."""
    today: date
    told: Told | None
    """How far the dates moved since the newest entry that was here before."""
    disagreed: tuple[Any, ...] = ()
    """Entries that are told in two ways: `id`, the text that counts as `kept`, and the `other`."""
    not_chosen: str = ""
    """The folder in which the texts lie that do not count."""
    left: tuple[Problem, ...] = ()
    """What of the files did not come along."""
    is_stored: bool = True
    problems: tuple[Problem, ...] = ()
    """That entries are gone which were stored: said beside the answer."""


def render(merged: Merged, page: "Page") -> "Blocks":
    """Say how many entries were new, and how many were here already."""
    # An id is one entry, wherever it was written: those known before are not added twice.
    known = merged.read - len(merged.added)
    count = plural(len(merged.added), "entry", "entries")
    if merged.is_stored:
        yield page.line(("Merged: ", "strong"), f"{count} added, {known} known before.")
    else:
        would = f"{count}, {known} known before; nothing was stored."
        yield page.line(("Would add ", "strong"), would)
    yield from _disagreed(merged, page)
    yield from _left(merged, page)
    if moved := moved_words(merged.told, merged.today, "what was merged"):
        yield page.line(moved)
    yield page.quiet(merged.logbook)


def _disagreed(merged: Merged, page: "Page") -> "Blocks":
    if not merged.disagreed:
        return
    said = ", ".join(map(counting, merged.disagreed))
    where = "."
    if merged.is_stored:
        where = f"; the other text is kept in {merged.not_chosen}."
    yield page.line(("Told in two ways: ", "warning"), f"{said}{where}")


def counting(disagreed: Any) -> str:  # noqa: ANN401 -- a value of the storage
    """Say of an entry that two files tell in two ways which of them counts."""
    whose = "yours" if disagreed.is_ours else "theirs"
    return f"{disagreed.id} ({whose} counts)"


def _left(merged: Merged, page: "Page") -> "Blocks":
    """Name what stays behind, in a file that nobody has touched."""
    for problem in merged.left[:LEFT_SHOWN]:
        yield page.line(("Not taken over: ", "warning"), problem.said)
    more = len(merged.left) - LEFT_SHOWN
    if more > 0:
        yield page.line(f"… and {more} more")


def as_dict(merged: Merged) -> Keys:
    """Return what was added, as it was stored, and what was not."""
    keys = picked(merged, "logbook", "files", "read")
    keys |= {"entries": list(merged.added), "stored": merged.is_stored}
    keys["disagreed"] = picked_each(merged.disagreed, "id", "kept", "other")
    keys["left"] = picked_each(merged.left, "file", "line", "message")
    return keys | {"told": told_keys(merged.told)}
