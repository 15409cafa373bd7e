"""What `doctor` looked at: what is wrong first, then all that is well."""

from dataclasses import asdict
from typing import TYPE_CHECKING

from pmcareer.domain.ground.frozen import frozen
from pmcareer.errors import FAILED
from pmcareer.views.parts.keys import Keys
from pmcareer.views.parts.text import plural

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page


@frozen
class Check:
    """One question, whether all is well, what was found, and the mend."""

    name: str
    ok: bool
    detail: str
    hint: str = ""


@frozen
class Mended:
    """A sentence for each thing that was mended, and for each that could not be."""

    done: tuple[str, ...] = ()
    left: tuple[str, ...] = ()

    def __add__(self, other: "Mended") -> "Mended":
        """Put the sentences of two together."""
        return Mended(done=(*self.done, *other.done), left=(*self.left, *other.left))


@frozen
class Examined:
    """What was looked at, and what was mended before."""

    checks: tuple[Check, ...]
    mended: tuple[str, ...] = ()
    """A sentence for each thing that was done as it was asked for."""
    left: tuple[str, ...] = ()
    """A sentence for each thing that could not be done."""

    @property
    def exit_code(self) -> int:
        """Tell scripts that something is wrong."""
        if self.left or not all(check.ok for check in self.checks):
            return FAILED
        return 0

    @property
    def stored_ids(self) -> tuple[str, ...] | None:
        """Nothing: no entry is new, but files were mended; None where none was."""
        # What is left to mend is a failure of its own.
        if self.exit_code or not self.mended:
            return None
        return ()


def render(examined: Examined, page: "Page") -> "Blocks":
    """Draw what was mended, what is wrong with its mend, and the rest as facts."""
    for sentence in examined.mended:
        yield page.line((sentence, "done"))
    for sentence in examined.left:
        yield page.line((sentence, "problem"))
    wrong = [check for check in examined.checks if not check.ok]
    right = [check for check in examined.checks if check.ok]
    # What is wrong comes first: among so many checks it would be overlooked.
    for check in wrong:
        yield from _wrong(check, page)
    yield page.facts((check.name, f"{check.detail} {check.hint}".strip()) for check in right)
    if examined.exit_code:
        count = len(wrong) + len(examined.left)
        yield page.line((f"Not in order: {plural(count, 'thing')}.", "problem"))
    else:
        yield page.line(("All is well.", "done"))


def _wrong(check: Check, page: "Page") -> "Blocks":
    yield page.line((f"{check.name}: ", "problem"), check.detail)
    if check.hint:
        yield page.line(check.hint, indent=2)


def as_dict(examined: Examined) -> Keys:
    """Return every check, and what was mended."""
    return asdict(examined)
