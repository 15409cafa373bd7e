"""What somebody wrote into a sheet: the lines that were not in it when it was given."""

import re
from collections.abc import Iterable, Iterator, Sequence

from pmcareer.domain.ground.frozen import frozen
from pmcareer.exports.plain import without_controls

_HEADING = re.compile(r"^#{1,6}\s+(.*)$")
_NOT_THEIRS = re.compile(
    r"\b(?:good|poor|faults|reviewer)\b|^(?:done when|in parts|without a project of your own)$",
    re.IGNORECASE,
)
"""Headings below which nothing is filled in that shows the work."""
_TICKED = re.compile(r"^(\s*[-*+] )\[[xX]\]")
_WORD = re.compile(r"\w")
_MARKUP = re.compile(r"[*`>]|\\(?=\W)|^\s*[-+]\s")
MOST_LETTERS = 300
"""Of what stands below one heading: a portfolio quotes, and does not copy."""


@frozen
class Note:
    """What somebody wrote below a heading of a sheet."""

    heading: str
    text: str
    """On one line, without markup."""


def notes_in(filled: str, given: str) -> tuple[Note, ...]:
    """List what was written into a sheet, by its headings; nothing of one that is as given.

    A box that was ticked is no words.
    """
    known = set(map(_plain, given.splitlines()))
    found: dict[str, list[str]] = {}
    for heading, line in _own_lines(without_controls(filled).splitlines()):
        if _plain(line) not in known and _WORD.search(line):
            found.setdefault(heading, []).append(_said(line))
    return tuple(Note(heading=key, text=_cut("; ".join(said))) for key, said in found.items())


def _own_lines(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    heading = ""
    for line in lines:
        title = _HEADING.match(line)
        if title:
            heading = title[1].rstrip(" #")
        elif not _NOT_THEIRS.search(heading):
            yield heading, line


def _plain(line: str) -> str:
    # An editor that lines a table up has written nothing.
    return "".join(_TICKED.sub(r"\1[ ]", line).replace("-", "").split())


def _said(line: str) -> str:
    cells: Sequence[str] = [line]
    if line.lstrip().startswith("|"):
        cells = line.strip().strip("|").split("|")
    told = (" ".join(_MARKUP.sub("", cell).split()) for cell in cells)
    return ", ".join(filter(None, told))


def _cut(text: str) -> str:
    return text if len(text) <= MOST_LETTERS else f"{text[: MOST_LETTERS - 4].rstrip()} ..."
