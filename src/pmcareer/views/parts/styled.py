"""Text that has styles in places: what all that is drawn is made of, and broken into lines.

It is Rich's text as far as pages need it, drawn as Rich would draw it, and Rich need not be
loaded for it.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len, chop_cells, set_cell_size

if TYPE_CHECKING:
    import rich.text
    from rich.console import Console, ConsoleOptions, RenderResult

TAB = 8
"""Columns from one stop to the next where nothing else is said."""
_WORD = re.compile(r"\s*\S+\s*")
_BLANKS = re.compile(r"\s+$")


class Span(NamedTuple):
    """Where a style begins and ends, and its name."""

    start: int
    end: int
    style: str


class Block(ABC):
    """What is drawn: it breaks itself into lines."""

    __slots__ = ()

    @abstractmethod
    def lines(self, width: int) -> Iterator["Text"]:
        """Break it into lines of so many columns."""

    def __rich_console__(self, _: "Console", options: "ConsoleOptions") -> "RenderResult":
        """Let Rich draw the lines, in colours."""
        for line in lines_of([self], options.max_width):
            yield line.for_rich()


def lines_of(blocks: Iterable[Block], width: int) -> Iterator["Text"]:
    """Break blocks into lines; one that is wider all the same is broken once more."""
    for block in blocks:
        for line in block.lines(width):
            if line.fits(width):
                yield line
            else:
                yield from line.lines(width)


class Text(Block):
    """A text, and the styles of its parts."""

    __slots__ = ("plain", "spans", "style")

    def __init__(self, plain: str = "", style: str = "", spans: Iterable[Span] = ()) -> None:
        self.plain = plain
        self.style = style
        """That of the whole."""
        self.spans = [*spans]

    def __str__(self) -> str:
        """Return it without its styles."""
        return self.plain

    def __repr__(self) -> str:
        """Tell the text and its styles."""
        return f"<text {self.plain!r} {self.spans!r} {self.style!r}>"

    @classmethod
    def assemble(cls, *parts: "str | tuple[str, str] | Text") -> "Text":
        """Join texts, and words with their style."""
        whole = cls()
        for part in parts:
            if isinstance(part, Text):
                whole.append_text(part)
            elif isinstance(part, str):
                whole.append(part)
            else:
                whole.append(*part)
        return whole

    @property
    def cell_len(self) -> int:
        """The columns that it takes."""
        # Each letter of ASCII takes one.
        is_plain = self.plain.isascii() and self.plain.isprintable()
        return len(self.plain) if is_plain else cell_len(self.plain)

    def fits(self, width: int) -> bool:
        """Tell at a glance that it is one line of so many columns; False where it may be none."""
        # No letter takes more than two columns, and neither line breaks nor tabs are printable.
        plain = self.plain
        return plain.isprintable() and len(plain) * (2 - plain.isascii()) <= width

    def append(self, plain: str, style: str = "") -> "Text":
        """Add words at the end."""
        start = len(self.plain)
        if plain and style:
            self.spans.append(Span(start, start + len(plain), style))
        self.plain += plain
        return self

    def append_text(self, other: "Text") -> "Text":
        """Add a text at the end."""
        start = len(self.plain)
        self.append(other.plain, other.style)
        for begin, end, style in other.spans:
            self.spans.append(Span(start + begin, start + end, style))
        return self

    def join(self, others: Iterable["Text"]) -> "Text":
        """Join texts, with this one between them."""
        whole = Text(style=self.style)
        for place, other in enumerate(others):
            if place:
                whole.append_text(self)
            whole.append_text(other)
        return whole

    def stylize(self, style: str, begin: int, end: int) -> None:
        """Give a part of it a style."""
        self.spans.append(Span(begin, end, style))

    def copy(self) -> "Text":
        """Return the same text, to be changed."""
        return Text(self.plain, self.style, self.spans)

    def __getitem__(self, place: slice) -> "Text":
        """Return a part of it."""
        first, last, _ = place.indices(len(self.plain))
        inside = (
            Span(max(0, begin - first), min(end, last) - first, style)
            for begin, end, style in self.spans
            if max(begin, first) < min(end, last)
        )
        return Text(self.plain[first:last], self.style, inside)

    def rstrip(self) -> None:
        """Take the blanks at its end away."""
        self.keep(self.plain.rstrip())

    def rstripped(self) -> "Text":
        """Return it without the blanks at its end."""
        kept = len(self.plain.rstrip())
        return self if kept == len(self.plain) else self[:kept]

    def keep(self, start: str) -> None:
        """Keep its start alone."""
        if start != self.plain:
            last = len(start)
            self.plain = start
            self.spans = [
                Span(begin, min(end, last), style)
                for begin, end, style in self.spans
                if begin < last
            ]

    def expand_tabs(self, size: int) -> None:
        """Put blanks up to the next stop in the place of tabs."""
        if "\t" in self.plain:
            drawn = self.for_rich()
            drawn.expand_tabs(size)
            self.plain = drawn.plain
            self.spans = [Span(begin, end, str(style)) for begin, end, style in drawn.spans]

    def lines(self, width: int) -> Iterator["Text"]:
        """Break it between words; a word that is longer than a line is broken, too."""
        whole = self
        if "\t" in self.plain:
            whole = self.copy()
            whole.expand_tabs(TAB)
        start = 0
        for line in whole.plain.split("\n"):
            end = start + len(line)
            yield from _broken(whole[start:end], width)
            start = end + 1

    def runs(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Divide it where styles begin and end: each part with its styles, the topmost last."""
        plain = self.plain
        ends = (end for span in self.spans for end in span[:2])
        for first, last in pairwise(sorted({0, len(plain), *ends})):
            above = (style for begin, end, style in self.spans if begin <= first and last <= end)
            yield plain[first:last], (self.style, *above)

    def for_rich(self) -> "rich.text.Text":
        """Return what Rich can draw."""
        from rich.text import Span as RichSpan  # noqa: PLC0415 -- only where there are colours
        from rich.text import Text as RichText  # noqa: PLC0415

        spans = [RichSpan(*span) for span in self.spans]
        return RichText(self.plain, style=self.style, spans=spans)


def _breaks_in(text: str, width: int) -> Iterator[int]:
    """Find where lines of so many columns begin, but for the first.

    As Rich breaks lines: blanks behind a word may go past the end.
    """
    taken = 0
    for word in _WORD.finditer(text):
        start, whole = word.start(), word[0]
        columns = cell_len(whole.rstrip())
        if taken + columns <= width:
            taken += cell_len(whole)
        elif columns > width:
            *folded, last = chop_cells(whole, width)
            starts = accumulate(map(len, folded), initial=start)
            yield from filter(None, starts)
            taken = cell_len(last)
        elif taken and start:
            yield start
            taken = cell_len(whole)


def _broken(text: Text, width: int) -> Iterator[Text]:
    # No letter takes more than two columns, and none of ASCII more than one.
    if len(text.plain) * (2 - text.plain.isascii()) <= width:
        yield text
        return
    for first, last in pairwise((0, *_breaks_in(text.plain, width), len(text.plain))):
        line = text[first:last]
        line.keep(_cropped(line.plain, width))
        yield line


def _cropped(line: str, width: int) -> str:
    """Take away what goes past the end: blanks, and what a fold had no room for."""
    excess = len(line) - width
    blanks = _BLANKS.search(line) if excess > 0 else None
    if blanks:
        line = line[: -min(len(blanks[0]), excess)]
    return set_cell_size(line, width) if cell_len(line) > width else line
