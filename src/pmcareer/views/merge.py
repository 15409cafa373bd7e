"""What a merge added."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.plan.told import Told
from pmcareer.views.parts.keys import Keys, picked
from pmcareer.views.parts.text import plural
from pmcareer.views.parts.told import moved_words, told_keys

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page


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
    is_stored: bool = True


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
    if moved := moved_words(merged.told, merged.today, "what was merged"):
        yield page.line(moved)
    yield page.quiet(merged.logbook)


def as_dict(merged: Merged) -> Keys:
    """Return what was added, as it was stored."""
    keys = picked(merged, "logbook", "files", "read")
    keys |= {"entries": list(merged.added), "stored": merged.is_stored}
    return keys | {"told": told_keys(merged.told)}
