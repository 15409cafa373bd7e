"""Where the tables of a TOML text begin: headers outside strings, and the keys below them."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from operator import attrgetter

from pmcareer.domain.ground.frozen import frozen

# A text that is not closed ends with its line: without the `$` each of its quotes would be
# tried as a start.
TOKEN = re.compile(r'"""|\'\'\'|"(?:\\.|[^"\\])*(?:"|$)|\'[^\']*(?:\'|$)|#.*|$')
LONG_END = {'"""': re.compile(r'(?:\\.|[^\\])*?"""'), "'''": re.compile(r"(?:.)*?'''")}
HEADER = re.compile(r"(\[\[?)([A-Za-z0-9_.\-\s]+)\]\]?")
AFTER_A_LINE = re.compile(r"(?<=\n)")

Path = Sequence[str | int]


def outside_strings(text: str) -> Iterator[tuple[int, str, str]]:
    """List number from 1, line, and what of it is neither string nor comment, for each line."""
    open_quotes = ""
    for number, line in enumerate(text.split("\n"), start=1):
        outside, open_quotes, _ = outside_of(line, open_quotes)
        yield number, line, outside


def comments_in(text: str) -> Iterator[tuple[int, str]]:
    """List the comments with the numbers of their lines, from 1; none is looked for in strings."""
    open_quotes = ""
    for number, line in enumerate(text.split("\n"), start=1):
        _, open_quotes, comment = outside_of(line, open_quotes)
        if comment:
            yield number, comment.rstrip()


def comments_of(text: str) -> list[str]:
    """List the comments alone, as `comments_in` finds them."""
    return [comment for _, comment in comments_in(text)]


def outside_of(line: str, open_quotes: str) -> tuple[str, str, str]:
    """Take a line apart: what is no string, the quotes of a text that goes on below, a comment.

    `open_quotes` are those that an earlier line has left open.
    """
    position = 0
    comment = ""
    kept: list[str] = []
    while position < len(line):
        if open_quotes:
            end = LONG_END[open_quotes].match(line, position)
            if not end:
                break
            position, open_quotes = end.end(), ""
        token = next(TOKEN.finditer(line, position))
        kept.append(line[position : token.start()])
        position = token.end()
        if token[0] in LONG_END:
            open_quotes = token[0]
        if token[0].startswith("#"):
            comment = token[0]
    return "".join(kept), open_quotes, comment


@frozen
class Header:
    """A line that opens a table."""

    line: int
    name: str
    is_array: bool


@frozen
class Outline:
    """The headers and keys of a text, found when somebody asks."""

    file: str = ""
    """Its name in problems."""
    text: str
    above: int = 0
    """Lines of the file above this text."""

    @cached_property
    def headers(self) -> tuple[Header, ...]:
        """Every `[table]` and `[[table]]` line."""
        found = []
        for number, _, outside in outside_strings(self.text):
            match = HEADER.fullmatch(outside.strip())
            if match:
                name = re.sub(r"\s", "", match[2])
                found.append(Header(line=number, name=name, is_array=match[1] == "[["))
        return tuple(found)

    def line_of(self, path: Path) -> int | None:
        """Find the line of `("exercises", 3, "hours")`, else of its table, else none."""
        line = self._line_of(path)
        if line is None:
            return None
        return self.above + line

    def _line_of(self, path: Path) -> int | None:
        if not path:
            return None
        table = str(path[0])
        if len(path) > 1 and isinstance(path[1], int):
            for start in self.starts(table)[path[1] :][:1]:
                return self._line_in_item(table, path[2:], start)
        return self._line_of_key(table, 1, self._end(0)) or self._header_of(table)

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

    def _line_in_item(self, table: str, keys: Path, start: int) -> int:
        """Find a key of an item: below a header of its own, `[[roles.gates]]`, or beside others.

        `("gates", 1, "work")` is the `work =` below the second of these headers.
        """
        if not keys:
            return start
        end = self._end(start, (f"{table}.",))
        name = f"{table}.{keys[0]}"
        inner = [each.line for each in self._between(start, end) if each.name == name]
        which = next((key for key in keys[1:2] if isinstance(key, int)), 0)
        if which < len(inner):
            return self._line_of_inner(keys[1:], inner[which], end)
        return self._line_of_key(str(keys[0]), start, self._end(start)) or start

    def _line_of_inner(self, keys: Path, start: int, end: int) -> int:
        for key in keys:
            if isinstance(key, str):
                return self._line_of_key(key, start, end) or start
        return start

    def _end(self, start: int, within: tuple[str, ...] = ()) -> int:
        """Find the next header that does not begin with one of these, else the end of the text."""
        for header in self._between(start, self._below):
            if not header.name.startswith(within):
                return header.line
        return self._below

    @property
    def _below(self) -> int:
        """The number of the line after the last."""
        return len(self._lines) + 1

    def _between(self, start: int, end: int) -> Iterator[Header]:
        """Go through the headers below one line and above another."""
        first = bisect_right(self.headers, start, key=attrgetter("line"))
        for place in range(first, len(self.headers)):
            if self.headers[place].line >= end:
                return
            yield self.headers[place]

    def _line_of_key(self, key: str, start: int, end: int) -> int | None:
        """Find `key =`, also `"key" =` and `key.inner =`, between two lines."""
        pattern = re.compile(rf'^\s*["\']?{re.escape(key)}["\']?\s*[=.]')
        for number, line in enumerate(self._lines[start - 1 : end - 1], start=start):
            if pattern.match(line):
                return number
        return None

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")

    def _header_of(self, table: str) -> int | None:
        for header in self.headers:
            if header.name == table:
                return header.line
        return None


def pieces(text: str, starts: Sequence[int]) -> list[tuple[int, str]]:
    """Cut a text before each of these lines; every piece has the number of its first line."""
    lines = AFTER_A_LINE.split(text)
    edges = [1, *(start for start in starts if start > 1), len(lines) + 1]
    return [(first, "".join(lines[first - 1 : after - 1])) for first, after in pairwise(edges)]
