"""What became of an export that went to a file, or the export itself for scripts."""

from typing import TYPE_CHECKING

from pmcareer.domain.ground.frozen import frozen
from pmcareer.views.parts.answer import Answer
from pmcareer.views.parts.keys import Keys
from pmcareer.views.parts.text import clean, plural

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page


@frozen
class Exported(Answer):
    """A text in some format, and the file it was written to."""

    kind: str
    text: str
    file: str | None
    """None: it goes to stdout."""


def render(exported: Exported, page: "Page") -> "Blocks":
    """Say where it went."""
    about = f"  {exported.kind}, {_size(exported.text)}"
    yield page.line((f"Wrote {clean(exported.file)}", "strong"), (about, "quiet"))


def _size(text: str) -> str:
    # It tells an empty export from a full one at a glance.
    return plural(len(text.encode()), "byte")


def as_dict(exported: Exported) -> Keys:
    """Return the kind, the file, and the text where there is no file."""
    text = exported.text if exported.file is None else None
    return {"kind": exported.kind, "file": exported.file, "text": text}
