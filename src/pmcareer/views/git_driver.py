"""What git's merge of a logbook left for people to settle."""

from dataclasses import asdict
from typing import TYPE_CHECKING

from pmcareer.domain.ground.frozen import frozen
from pmcareer.errors import FAILED
from pmcareer.views.parts.keys import Keys

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page


@frozen
class GitMerged:
    """A sentence for each thing that is not settled."""

    open: tuple[str, ...]
    has_marks: bool = True
    """Whether both texts stand in the file, between git's marks."""
    can_be_joined: bool = True
    """Whether `doctor --fix` can settle it."""

    @property
    def exit_code(self) -> int:
        """Tell git that there is a conflict."""
        return FAILED if self.open else 0


def render(merged: GitMerged, page: "Page") -> "Blocks":
    """Say what is open, and how to go on; nothing where all is settled, as git says enough."""
    for sentence in merged.open:
        yield page.line(("logbook, ", "problem"), sentence)
    if merged.open:
        yield page.line(_way_on(merged))


def _way_on(merged: GitMerged) -> str:
    if not merged.has_marks:
        return "git has merged it line by line. Look at it before you commit: pmcareer doctor"
    if not merged.can_be_joined:
        return "Both texts are in the file, between git's marks. Choose with an editor."
    return "Both texts are in the file. Choose, or let pmcareer: pmcareer doctor --fix"


def as_dict(merged: GitMerged) -> Keys:
    """Return what is open."""
    return asdict(merged)
