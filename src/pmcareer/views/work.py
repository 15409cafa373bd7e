"""The sheet that was written, or its text."""

from dataclasses import replace
from typing import TYPE_CHECKING

from pmcareer.domain.ground.frozen import frozen
from pmcareer.views.parts.answer import Answer
from pmcareer.views.parts.keys import Keys
from pmcareer.views.parts.text import clean

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page


@frozen
class WorkedOn(Answer):
    """An exercise or a step, and the sheet that was made of it."""

    kind: str
    id: str
    title: str
    log_with: str
    """What is typed once it is done."""
    path: str | None = None
    """Where it was written; None where it was only printed."""
    text: str | None = None
    """What is printed; None where it was written."""

    def printing(self, text: str) -> "WorkedOn":
        """Return the same with its text."""
        return replace(self, text=text)

    def written_to(self, path: str) -> "WorkedOn":
        """Return the same with the place it was written to."""
        return replace(self, path=path)


def render(worked: WorkedOn, page: "Page") -> "Blocks":
    """Say where it is, and what is typed once it is done."""
    yield page.line((f"Wrote {clean(worked.path)}", "strong"))
    yield page.line((f"{clean(worked.title)}. Work in it with any editor.", "quiet"))
    yield page.line(("When it is done: ", "quiet"), (worked.log_with, "item"))


def as_dict(worked: WorkedOn) -> Keys:
    """Return what it is of, and its path or its text."""
    return {
        "kind": worked.kind,
        "id": worked.id,
        "title": worked.title,
        "path": worked.path,
        "text": worked.text,
    }
