"""Where the tables of a TOML text begin: headers outside strings, and the keys below them."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, takewhile
from operator import attrgetter

from pmcareer.domain.ground.frozen import frozen

# A text that is not closed ends with its line: without the `$` each of its quotes would be
# tried as a start.
TOKEN = re.compile(r'"""|\'\'\'|"(?:\\.|[^"\\])*(?:"|$)|\'[^\']*(?:\'|$)|#.*')
LONG_END = {'"""': re.compile(r'(?:\\.|[^\\])*?"""'), "'''": re.compile(r"(?:.)*?'''")}
HEADER = re.compile(r"(\[\[?)([A-Za-z0-9_.\-\s]+)\]\]?")

Path = Sequence[str | int]


def outside_strings(text: str) -> Iterator[tuple[int, str, str]]:
    """List number from 1, line, and what of it is neither string nor comment, for each line."""
    open_quotes = ""
    for number, line in enumerate(text.split("\n"), start=1):
        outside, open_quotes = _outside(line, open_quotes)
        yield number, line, outside


def _outside(line: str, open_quotes: str) -> tuple[str, str]:
    position = 0
    kept: list[str] = []
    while position < len(line):
        if open_quotes:
            end = LONG_END[open_quotes].match(line, position)
            if not end:
                return "".join(kept), open_quotes
            position, open_quotes = end.end(), ""
            continue
        token = TOKEN.search(line, position)
        if not token:
            kept.append(line[position:])
            break
        kept.append(line[position : token.start()])
        position = token.end()
        open_quotes = token[0] if token[0] in LONG_END else ""
    return "".join(kept), open_quotes


@frozen
class Header:
    """A line that opens a table."""

    line: int
    name: str
    is_array: bool


@dataclass(frozen=True, kw_only=True)
class Outline:
    """The headers and keys of a text, found when somebody asks."""

    text: str

    @cached_property
    def headers(self) -> tuple[Header, ...]:
        """Every `[table]` and `[[table]]` line."""
        found = ((number, HEADER.fullmatch(outside.strip())) for number, outside in self._lines)
        return tuple(
            Header(line=number, name=re.sub(r"\s", "", match[2]), is_array=match[1] == "[[")
            for number, match in found
            if match
        )

    @cached_property
    def _lines(self) -> tuple[tuple[int, str], ...]:
        return tuple((number, outside) for number, _, outside in outside_strings(self.text))

    def line_of(self, path: Path) -> int | None:
        """Find the line of `("exercises", 3, "hours")`, else of its table, else none."""
        if len(path) > 1 and isinstance(path[1], int):
            return self._line_in_item(str(path[0]), path[1], path[2:])
        first_header = self.headers[0].line if self.headers else len(self._lines) + 1
        key = self._line_of_key(str(path[0]), 1, first_header) if path else None
        return key or (self._header_of(str(path[0])) if path else None)

    def _line_in_item(self, table: str, index: int, keys: Path) -> int | None:
        starts = self.starts(table)
        if index >= len(starts):
            return self.line_of((table,))
        start = starts[index]
        end = self._end(table, start)
        if not keys:
            return start
        return self._line_below(table, keys, start, end) or start

    def starts(self, table: str) -> Sequence[int]:
        """Lines of the `[[table]]` headers."""
        return self._starts.get(table, ())

    @cached_property
    def _starts(self) -> Mapping[str, Sequence[int]]:
        starts: dict[str, list[int]] = {}
        for header in self.headers:
            if header.is_array:
                starts.setdefault(header.name, []).append(header.line)
        return starts

    def _end(self, table: str, start: int) -> int:
        later = (
            header.line for header in self._after(start) if not header.name.startswith(f"{table}.")
        )
        return next(later, len(self._lines) + 1)

    def _after(self, line: int) -> Iterator[Header]:
        first = bisect_right(self.headers, line, key=attrgetter("line"))
        return (self.headers[place] for place in range(first, len(self.headers)))

    def _line_below(self, table: str, keys: Path, start: int, end: int) -> int | None:
        key = str(keys[0])
        within = list(takewhile(lambda header: header.line < end, self._after(start)))
        inner = [header for header in within if header.name == f"{table}.{key}"]
        which = keys[1] if len(keys) > 1 and isinstance(keys[1], int) else 0
        if which < len(inner):
            rest = [each for each in keys[1:] if isinstance(each, str)]
            below = self._line_of_key(rest[0], inner[which].line, end) if rest else None
            return below or inner[which].line
        return self._line_of_key(key, start, within[0].line if within else end)

    def _line_of_key(self, key: str, start: int, end: int) -> int | None:
        """Find `key =`, also `"key" =` and `key.inner =`, between two lines."""
        pattern = re.compile(rf'^\s*["\']?{re.escape(key)}["\']?\s*[=.]')
        lines = self._whole_lines[start - 1 : end - 1]
        return next(
            (start + offset for offset, line in enumerate(lines) if pattern.match(line)), None
        )

    @cached_property
    def _whole_lines(self) -> list[str]:
        return self.text.split("\n")

    def _header_of(self, table: str) -> int | None:
        return next((header.line for header in self.headers if header.name == table), None)


def pieces(text: str, starts: Sequence[int]) -> list[tuple[int, str]]:
    """Cut a text before each of these lines; every piece has the number of its first line."""
    lines = text.split("\n")
    edges = [1, *(start for start in starts if start > 1), len(lines) + 1]
    return [
        (first, "\n".join(lines[first - 1 : after - 1]) + ("\n" if after <= len(lines) else ""))
        for first, after in pairwise(edges)
    ]
