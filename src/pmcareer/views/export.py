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
    yield page.line((f"Wrote {clean(exported.file)}", "strong"), (_about(exported), "quiet"))


def _about(exported: Exported) -> str:
    # The size tells an empty export from a full one at a glance.
    size = plural(len(exported.text.encode()), "byte")
    return f"  {exported.kind}, {size}"


def as_dict(exported: Exported) -> Keys:
    """Return the kind, the file, and the text where there is no file."""
    text = exported.text if exported.file is None else None
    return {"kind": exported.kind, "file": exported.file, "text": text}
