"""The table of figures in a sheet that somebody filled in, however they edited it."""

import re
from collections.abc import Iterator, Sequence

from pmcareer.domain.practice.typed import without_markup

HEADING, ASKED, YOURS = "figures", "figure", "yours"
_TITLE = re.compile(r"^ {0,3}(#{1,6})\s+(.*)$")
_UNDERLINE = re.compile(r"^ {0,3}(?:=+|-+)\s*$")
_CELL = re.compile(r"(?<!\\)\|")
_NO_WORD = re.compile(r"[\W_]+")
_LAST = 7
"""Deeper than any heading."""

Row = tuple[str, ...]


def answers_in(markdown: str) -> dict[str, str] | None:
    """Read the tables below the heading `Figures`: label to answer; None where there are none.

    Of two rows of one label the one that is filled in counts, else the first.
    """
    sections = list(_sections(markdown.splitlines()))
    # A heading such as "Raw figures" is theirs only where no other is.
    for is_first in (True, False):
        found: dict[str, str] = {}
        tables = [each for first, each in sections if first or not is_first]
        for lines in tables:
            for label, answer in _rows(lines):
                found[label] = found.get(label) or answer
        if found:
            return found
    return None


def same_label(label: str) -> str:
    """Reduce a label to its words: two that differ only in their signs are one."""
    return " ".join(_NO_WORD.sub(" ", label.lower()).split())


def _sections(lines: Sequence[str]) -> Iterator[tuple[bool, list[str]]]:
    """Cut out what stands below each heading with the word, and whether that begins with it."""
    inside = _LAST
    section: list[str] = []
    for title, level, line in _titled(lines):
        words = same_label(title).lstrip("0123456789 ").split()
        if HEADING in words and level <= inside:
            inside, section = level, []
            yield words[0] == HEADING, section
        elif title and level <= inside:
            inside, section = _LAST, []
        elif title:
            section.append("")
        else:
            section.append(line)


def _titled(lines: Sequence[str]) -> Iterator[tuple[str, int, str]]:
    """Give each line with its title and the level of that; "" where it is none."""
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        found = _TITLE.match(line)
        if found:
            yield found[2].strip(" #"), len(found[1]), line
        elif line.strip() and "|" not in line and _UNDERLINE.match(below):
            yield line.strip(), 1 if below.lstrip().startswith("=") else 2, line
        else:
            yield "", _LAST, line


def _rows(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Read the tables among lines; the columns are found by their heads."""
    label, yours = 0, 1
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        cells = _cells(line)
        heads = list(map(same_label, cells))
        if YOURS in heads or (cells and _is_rule(_cells(below))):
            label, yours = _place(heads, ASKED, 0), _place(heads, YOURS, 1)
        elif label < len(cells) and cells[label] and not _is_rule(cells):
            yield _plain(cells[label]), cells[yours] if yours < len(cells) else ""


def _cells(line: str) -> Row:
    text = line.strip()
    if "|" not in text:
        return ()
    text = text.removeprefix("|")
    if text.endswith("|") and not text.endswith("\\|"):
        text = text[:-1]
    return tuple(map(without_markup, _CELL.split(text)))


def _is_rule(cells: Row) -> bool:
    """Tell the line between the head of a table and its rows."""
    return bool(cells) and all(cell and not cell.strip(":-") for cell in cells)


def _place(heads: Sequence[str], word: str, usual: int) -> int:
    return heads.index(word) if word in heads else usual


def _plain(label: str) -> str:
    return " ".join(label.lower().split())
