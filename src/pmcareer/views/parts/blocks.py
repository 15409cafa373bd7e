"""What a page hands out to be drawn: hanging paragraphs, stacks of them, and grids of columns."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from pmcareer.domain.ground.frozen import frozen

# Columns that wrapped text needs to stay readable; with fewer the rows are stacked.
LEAST_WRAPPED = 16
# Columns between columns.
GAP = 2


@frozen
class Column:
    """A column: `wraps` where lines may be broken, `key` where it leads a stacked row."""

    title: str
    style: str = ""
    right: bool = False
    wraps: bool = False
    key: bool = False


@frozen
class Hanging:
    """A paragraph whose further lines hang below the end of its lead, or at `indent`."""

    lead: Text
    body: Text
    indent: int | None = None

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Wrap the body; on a page too narrow for the hanging indent it starts at the left."""
        width, lead = options.max_width, self.lead.cell_len
        hang = lead if self.indent is None else self.indent
        if width - hang < LEAST_WRAPPED:
            hang = min(2, hang)
        if self.indent is None and hang == lead:
            body = self.body.wrap(console, width - hang, overflow="fold")
            yield from _below(self.lead, body, hang)
        else:
            whole = Text.assemble(self.lead, self.body)
            yield from _hung(whole, console, width, hang)


def _below(lead: Text, lines: Iterable[Text], hang: int) -> RenderResult:
    for line in lines:
        line.rstrip()
        yield Text.assemble(lead, line)
        lead = Text(" " * hang)


def _hung(whole: Text, console: Console, width: int, hang: int) -> RenderResult:
    """Wrap a text so that only its first line may use the hanging columns."""
    lines = whole.wrap(console, width, overflow="fold")
    first = lines[0] if lines else Text("")
    rest = whole[len(first.plain) :] if len(lines) > 1 else Text("")
    first.rstrip()
    yield first
    if not rest.plain.strip():
        return
    # The first line was broken for the whole width, the others are broken anew for less of it.
    start = len(rest.plain) - len(rest.plain.lstrip())
    lines = rest[start:].wrap(console, max(width - hang, 1), overflow="fold")
    yield from _below(Text(" " * hang), lines, hang)


@dataclass(frozen=True, slots=True)
class Stack:
    """Paragraphs one below the other."""

    parts: Sequence[Hanging]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw them in their order."""
        yield from self.parts


@frozen
class Grid:
    """Rows in columns of fixed width, two spaces apart."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[Text]]
    widths: Sequence[int]
    indent: int = 0

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Wrap each cell in its column and set the lines side by side."""
        for row in self.rows:
            wrapped = [
                _lines(cell, width, console) for cell, width in zip(row, self.widths, strict=True)
            ]
            for cells in zip_longest(*wrapped, fillvalue=Text("")):
                yield self._line(cells)

    def _line(self, cells: Sequence[Text]) -> Text:
        line = Text(" " * self.indent)
        for cell, column, width in zip(cells, self.columns, self.widths, strict=True):
            cell.rstrip()
            padding = " " * (width - cell.cell_len)
            before, behind = (padding, "") if column.right else ("", padding)
            line.append(before).append_text(cell).append(behind + " " * GAP)
        line.rstrip()
        return line


def _lines(cell: Text, width: int, console: Console) -> list[Text]:
    # Rich wraps an empty text into one empty line, which would be a blank row.
    if cell.plain:
        return list(cell.wrap(console, max(width, 1), overflow="fold"))
    return []


def column_widths(
    columns: Sequence[Column], rows: Sequence[Sequence[Text]], width: int
) -> list[int] | None:
    """Give each column the width it needs, and those that wrap what is left.

    None where they could not be read then.
    """
    widths = [0] * len(columns)
    for row in rows:
        for place, cell in enumerate(row):
            widths[place] = max(widths[place], cell.cell_len)
    excess = sum(widths) + GAP * (len(columns) - 1) - width
    wrapping = [place for place, column in enumerate(columns) if column.wraps]
    for place in sorted(wrapping, key=lambda place: -widths[place]):
        cut = min(max(excess, 0), max(widths[place] - LEAST_WRAPPED, 0))
        widths[place] -= cut
        excess -= cut
    if excess <= 0:
        return widths
    return None
