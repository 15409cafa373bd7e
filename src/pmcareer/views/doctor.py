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
class Examined:
    """What was looked at, and what was mended before."""

    checks: tuple[Check, ...]
    mended: tuple[str, ...] = ()
    """A sentence for each thing that --fix did."""

    @property
    def exit_code(self) -> int:
        """Tell scripts that something is wrong."""
        if all(check.ok for check in self.checks):
            return 0
        return FAILED

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
    wrong = [check for check in examined.checks if not check.ok]
    right = [check for check in examined.checks if check.ok]
    # What is wrong comes first: among so many checks it would be overlooked.
    for check in wrong:
        yield from _wrong(check, page)
    yield page.facts((check.name, f"{check.detail} {check.hint}".strip()) for check in right)
    if wrong:
        yield page.line((f"Not in order: {plural(len(wrong), 'thing')}.", "problem"))
    else:
        yield page.line(("All is well.", "done"))


def _wrong(check: Check, page: "Page") -> "Blocks":
    yield page.line((f"{check.name}: ", "problem"), check.detail)
    if check.hint:
        yield page.line(check.hint, indent=2)


def as_dict(examined: Examined) -> Keys:
    """Return every check, and what was mended."""
    return asdict(examined)
