"""Markdown in which nothing that somebody typed is markup."""

import re
from collections.abc import Iterable, Sequence

from pmcareer.exports.plain import is_web_link, on_one_line

_INLINE = re.compile(r"[\\`*_\[\]<>#|~&!$]")
"""What means something anywhere in a line."""
_AT_START = re.compile(r"^(?:[-+=]|(\d+)(?=[.)](?:\s|$)))")
"""What makes a list, a rule or a heading at the start of one."""


def escaped(text: object) -> str:
    """Write a text on one line so that it reads as it was typed."""
    line = _INLINE.sub(r"\\\g<0>", on_one_line(text))
    return _AT_START.sub(lambda found: f"{found[1]}\\" if found[1] else f"\\{found[0]}", line)


def link(text: str) -> str:
    """Link an address of the web, shown in full; anything else stays text."""
    address = on_one_line(text)
    return f"<{address}>" if is_web_link(address) else escaped(address)


def heading(level: int, text: str) -> str:
    """Write a heading."""
    return f"{'#' * level} {escaped(text)}"


def bullets(items: Iterable[str]) -> str:
    """Write a list of lines that are escaped already."""
    return "\n".join(f"- {item}" for item in items)


def table(titles: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Write rows under titles; the cells are escaped here."""
    lines = [titles, ["---"] * len(titles), *([escaped(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def document(*parts: str) -> str:
    """Put parts below each other, with an empty line between; empty parts are left out."""
    return "\n\n".join(part for part in parts if part) + "\n"
