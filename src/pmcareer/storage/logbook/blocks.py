"""A logbook cut into its tables, each as it stands in the file, whether it can be read or not."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from typing import Any

from pmcareer.domain.ground.frozen import frozen
from pmcareer.storage.bad_toml import BadToml
from pmcareer.storage.logbook.layout import table_of
from pmcareer.storage.logbook.rows import entry_of, rows_of
from pmcareer.storage.outline import AFTER_A_LINE, Outline, pieces
from pmcareer.storage.toml import BOM, Row, parse_text

HEADER = re.compile(r"^[ \t]*\[\[[ \t]*entries[ \t]*\]\]", re.MULTILINE)
LAST_KEY = re.compile(r"\s*id\s*=")
NOT_UTF8 = re.compile("[\udc80-\udcff]")
LONG_QUOTES = ('"""', "'''")


@frozen
class Block:
    """A table with the comments directly above it, up to the last line that is its own."""

    first: int
    """The number of its first line, from 1."""
    text: str
    """Its lines, with line ends as the file has them."""
    comments: int
    """How many of its lines are comments above its header."""
    found: Mapping[str, Any]
    """What it holds."""
    damage: BadToml | None = None
    """Why what follows it can't be read."""

    @property
    def rows(self) -> list[Any]:
        """Its rows: one, unless several are written in one piece."""
        return rows_of(self.found)

    @property
    def has_one(self) -> bool:
        """Tell whether it is one row and nothing else, so that its text is the row's."""
        return len(self.rows) == 1 and len(self.found) == 1

    @property
    def after(self) -> int:
        """The number of the line after its last."""
        *ended, last = self.text.split("\n")
        return self.first + len(ended) + bool(last)


@frozen
class Written:
    """A row, and how it is written."""

    row: Row
    text: str
    block: Block


@frozen
class Blocks:
    """All of a file."""

    text: str
    """Without a byte order mark; bytes that are no UTF-8 are surrogates."""
    top: Block
    """The keys above the first table."""
    tables: tuple[Block, ...]

    @cached_property
    def every(self) -> tuple[Written, ...]:
        """Every row that has an id, those of kinds that nobody knows among them."""
        found = []
        for block in (self.top, *self.tables):
            for row in block.rows:
                if isinstance(row, dict) and isinstance(row.get("id"), str):
                    text = block.text if block.has_one else table_of(row)
                    found.append(Written(row=row, text=text, block=block))
        return tuple(found)

    @cached_property
    def written(self) -> Mapping[str, Written]:
        """The rows by their ids; of the same id the first that counts, else the first."""
        found: dict[str, Written] = {}
        for written in self.every:
            first = found.setdefault(written.row["id"], written)
            # After `doctor --restore` a good row stands below the damaged one.
            if first is not written and not entry_of(first.row) and entry_of(written.row):
                found[written.row["id"]] = written
        return found

    @property
    def damaged(self) -> Iterator[Block]:
        """Go through the places where something can't be read."""
        return (block for block in (self.top, *self.tables) if block.damage)


def blocks_in(raw: bytes) -> Blocks:
    """Cut the bytes of a logbook."""
    return blocks_of(text_in(raw))


def text_in(raw: bytes) -> str:
    """Decode whatever bytes there are, such that the same bytes can be made of it again."""
    return raw.decode("utf-8", "surrogateescape").removeprefix(BOM)


# A merge looks at each side several times: whether it is sound, what it has, what came out.
@lru_cache(maxsize=4)
def blocks_of(text: str) -> Blocks:
    """Cut the text of a logbook, without its byte order mark."""
    starts = tuple(_starts(text))
    parts = pieces(text, starts)
    if bad_in(text):
        parts = list(chain.from_iterable(parts_of(piece, first) for first, piece in parts))
    blocks = _with_their_comments(parts)
    # A file that begins with a table has nothing above it.
    if parts[0][0] == 1 and 1 not in starts:
        return Blocks(text=text, top=blocks[0], tables=tuple(blocks[1:]))
    top = Block(first=1, text="", comments=0, found={})
    return Blocks(text=text, top=top, tables=tuple(blocks))


def _starts(text: str) -> Iterator[int]:
    """Find the lines of headers; those of tables within a table are no start."""
    within = "["  # no name begins so
    for header in Outline(text=text).headers:
        if not header.name.startswith(within):
            within = f"{header.name}."
            yield header.line


def parts_of(piece: str, first_line: int) -> list[tuple[int, str]]:
    """Cut a piece once more where a text that is never closed hides the headers below it."""
    bad = bad_in(piece)
    if bad is None:
        return [(first_line, piece)]
    # Not in what is sound: there it is a line of a text that is closed.
    begin = len(sound_start(piece, bad))
    hidden = [piece.count("\n", 0, match.start()) + 1 for match in HEADER.finditer(piece, begin)]
    return [(first_line + line - 1, part) for line, part in pieces(piece, hidden)]


def bad_in(text: str) -> BadToml | None:
    """Say what is wrong with a piece of a file."""
    try:
        _parsed(text)
    except BadToml as bad:
        return bad
    return None


def _parsed(text: str) -> Mapping[str, Any]:
    stray = NOT_UTF8.search(text)
    if stray:
        line = text.count("\n", 0, stray.start()) + 1
        byte = ord(stray[0]) - 0xDC00
        message = f"byte 0x{byte:02x} is not UTF-8 text."
        raise BadToml(message, "Save the file as UTF-8.", line)
    return parse_text(text)


def sound_start(part: str, bad: BadToml) -> str:
    """Return what comes before the damage: up to its line, else up to the `id`.

    With its `id` a record is whole, since that is written last.
    """
    lines = AFTER_A_LINE.split(part)
    ids = (number for number, line in enumerate(lines, start=1) if LAST_KEY.match(line))
    sound = []
    for size in ((bad.line or 1) - 1, next(ids, 0)):
        # Each with its end: where lines end with \r\n, a last \r alone is no TOML.
        start = "".join(lines[:size])
        if bad_in(start) is None:
            sound.append(start)
    # Keys of a record whose header is gone stand below the one before, which is whole without them.
    # Of several records in one piece one that counts is reason enough.
    whole = (start for start in sound if any(map(entry_of, rows_of(parse_text(start)))))
    return next(whole, next(iter(sound), ""))


def _with_their_comments(parts: Sequence[tuple[int, str]]) -> list[Block]:
    """Give the comments that stand directly above a table to it."""
    blocks: list[Block] = []
    above: list[str] = []
    last_line, _ = parts[-1]
    for first_line, part in parts:
        # A part that ends with a line end has no line behind it.
        lines = [line for line in AFTER_A_LINE.split(part) if line]
        own, below = _without_tail(lines, is_last=first_line == last_line)
        blocks.append(_block(first_line, above, "".join(own)))
        above = list(_directly_above(below))
    return blocks


def _block(first_line: int, above: list[str], own: str) -> Block:
    start, damage = own, None
    try:
        found = _parsed(own)
    except BadToml as bad:
        start = sound_start(own, bad)
        found = parse_text(start)
        damage = BadToml(bad.message, bad.hint, first_line + (bad.line or 1) - 1)
    return Block(
        first=first_line - len(above),
        text="".join([*above, start]),
        comments=len(above),
        found=found,
        damage=damage,
    )


def _without_tail(lines: Sequence[str], *, is_last: bool) -> tuple[Sequence[str], Sequence[str]]:
    """Part the lines of a table from the blanks and comments at its end that are not its own."""
    last = len(lines)
    while last > 1 and _says_nothing(lines[last - 1]):
        last -= 1
    # What stands directly below the last key belongs to it, unless the next header follows.
    end = last
    while end < len(lines) and lines[end].strip():
        end += 1
    if end == len(lines) and not is_last:
        end = last
    tail = lines[end:]
    # The end of a long text looks like a comment where its line begins so.
    if any(quotes in line for line in tail for quotes in LONG_QUOTES):
        return lines, ()
    return lines[:end], tail


def _says_nothing(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _directly_above(lines: Iterable[str]) -> Iterator[str]:
    """Keep of the lines above a header the comments that no blank line parts from it."""
    kept: list[str] = []
    for line in lines:
        kept = [*kept, line] if line.strip() else []
    yield from kept
