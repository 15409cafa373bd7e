"""What `doctor` looked at: what is wrong first, then all that is well."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pmcareer.views.text import plural

if TYPE_CHECKING:
    from pmcareer.commands.doctor import Examined
    from pmcareer.commands.examining import Check
    from pmcareer.views.layout import Hanging, Page, Stack


def render(examined: "Examined", page: "Page") -> Iterator["Hanging | Stack"]:
    """Draw what was mended, what is wrong with its mend, and the rest as facts."""
    for sentence in examined.mended:
        yield page.line((sentence, "done"))
    wrong = [check for check in examined.checks if not check.ok]
    for check in wrong:
        yield from _wrong(check, page)
    yield page.facts((check.name, f"{check.detail} {check.hint}".strip()) for check in examined.checks if check.ok)
    yield page.line((f"Not in order: {plural(len(wrong), 'thing')}.", "problem") if wrong else ("All is well.", "done"))


def _wrong(check: "Check", page: "Page") -> Iterator["Hanging"]:
    yield page.line((f"{check.name}: ", "problem"), check.detail)
    if check.hint:
        yield page.line(check.hint, indent=2)


def as_dict(examined: "Examined") -> dict[str, Any]:
    """Give every check, and what was mended."""
    return {
        "checks": [
            {"name": check.name, "ok": check.ok, "detail": check.detail, "hint": check.hint}
            for check in examined.checks
        ],
        "mended": list(examined.mended),
    }
