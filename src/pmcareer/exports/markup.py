"""Markdown in which nothing that somebody typed is markup."""

import re
from collections.abc import Iterable, Iterator, Sequence

from pmcareer.exports.plain import is_web_link, on_one_line

Parts = Iterator[str]
"""What a document or a list is made of, one after the other."""
_INLINE = re.compile(r"[\\`*_\[\]<>#|~&!$]")
"""What means something anywhere in a line."""
_AT_START = re.compile(r"^(?:[-+=]|(\d+)(?=[.)](?:\s|$)))")
"""What makes a list, a rule or a heading at the start of one."""


def escaped(text: object) -> str:
    r"""Write a text on one line so that it reads as it was typed.

    "1. [me] wins" becomes "1\. \[me\] wins", which is no list and no link.
    """
    line = _INLINE.sub(r"\\\g<0>", on_one_line(text))
    return _AT_START.sub(_unmarked, line)


def _unmarked(found: re.Match[str]) -> str:
    digits = found[1]
    if digits:
        return f"{digits}\\"
    return f"\\{found[0]}"


def link(text: str) -> str:
    """Link an address of the web, shown in full; anything else stays text."""
    address = on_one_line(text)
    if is_web_link(address):
        return f"<{address}>"
    return escaped(address)


def heading(level: int, text: str) -> str:
    """Write a heading."""
    return f"{'#' * level} {escaped(text)}"


def bullets(items: Iterable[str]) -> str:
    """Write a list of lines that are escaped already."""
    return "\n".join(f"- {item}" for item in items)


def table(titles: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Write rows under titles; the cells are escaped here."""
    # A line break inside a cell would end its row: escaped() joins the lines.
    return "\n".join(
        map(_row, (titles, ["---"] * len(titles), *(map(escaped, row) for row in rows)))
    )


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def document(*parts: str) -> str:
    """Put parts below each other, with an empty line between; empty parts are left out."""
    return "\n\n".join(filter(None, parts)) + "\n"
