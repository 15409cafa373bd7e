"""What a page hands out to be drawn: hanging paragraphs, stacks of them, and grids of columns."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from rich.cells import cell_len

from pmcareer.domain.ground.frozen import frozen
from pmcareer.views.parts.styled import Block, Text, lines_of
from pmcareer.views.parts.typed import (
    GOES_ON,
    HELD,
    breaks_in,
    held,
    let_go,
    to_the_blank,
    units_in,
)

# Columns that wrapped text needs to stay readable; with fewer the rows are stacked.
LEAST_WRAPPED = 16
# Columns between columns.
GAP = 2


COMMAND = "command"
"""The style of what is typed as it stands: no line is broken within it."""


@frozen
class Column:
    """A column: `wraps` where lines may be broken, `key` where it leads a stacked row."""

    title: str
    style: str = ""
    right: bool = False
    wraps: bool = False
    key: bool = False


@frozen
class Hanging(Block):
    """A paragraph whose further lines hang below the end of its lead, or at `indent`."""

    lead: Text
    body: Text
    indent: int | None = None

    def lines(self, width: int) -> Iterator[Text]:
        """Wrap the body; on a page too narrow for the hanging indent it starts at the left."""
        lead = self.lead.cell_len
        hang = lead if self.indent is None else self.indent
        if width - hang < LEAST_WRAPPED:
            hang = min(2, hang)
        # A command that fits the page has room for itself, if the indent has to give way.
        hang = min(hang, width - longest_command(self.body, width))
        if self.indent is None and hang == lead:
            body = wrapped(self.body, width - hang)
            yield from _below(self.lead, body, hang)
        else:
            whole = Text.assemble(self.lead, going_on(self.body, width - hang))
            yield from _hung(whole, width, hang)


def _below(lead: Text, lines: Iterable[Text], hang: int) -> Iterator[Text]:
    for line in lines:
        line.rstrip()
        yield Text.assemble(lead, line)
        lead = Text(" " * hang)


def _hung(whole: Text, width: int, hang: int) -> Iterator[Text]:
    """Wrap a text so that only its first line may use the hanging columns."""
    lines = wrapped(whole, width)
    first = lines[0] if lines else Text("")
    rest = whole[len(first.plain) :] if len(lines) > 1 else Text("")
    first.rstrip()
    yield first
    if not rest.plain.strip():
        return
    # The first line was broken for the whole width, the others are broken anew for less of it.
    start = len(rest.plain) - len(rest.plain.lstrip())
    lines = wrapped(rest[start:], max(width - hang, 1))
    yield from _below(Text(" " * hang), lines, hang)


@frozen
class Stack(Block):
    """Paragraphs one below the other."""

    parts: Sequence[Hanging]

    def lines(self, width: int) -> Iterator[Text]:
        """Draw them in their order."""
        return lines_of(self.parts, width)


@frozen
class Grid(Block):
    """Rows in columns of fixed width, two spaces apart."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[Text]]
    widths: Sequence[int]
    indent: int = 0

    def lines(self, width: int) -> Iterator[Text]:  # noqa: ARG002 -- columns have their widths
        """Wrap each cell in its column and set the lines side by side."""
        for row in self.rows:
            if all(map(Text.fits, row, self.widths)) and any(cell.plain for cell in row):
                yield self._line(row)
                continue
            wrapped = [_lines(cell, width) for cell, width in zip(row, self.widths, strict=True)]
            for cells in zip_longest(*wrapped, fillvalue=Text("")):
                yield self._line(cells)

    def _line(self, cells: Sequence[Text]) -> Text:
        line = Text(" " * self.indent)
        for cell, column, width in zip(cells, self.columns, self.widths, strict=True):
            kept = cell.rstripped()
            padding = " " * (width - kept.cell_len)
            before, behind = (padding, "") if column.right else ("", padding)
            line.plain += before
            line.append_text(kept)
            line.plain += behind + " " * GAP
        line.rstrip()
        return line


def _lines(cell: Text, width: int) -> list[Text]:
    # Rich wraps an empty text into one empty line, which would be a blank row.
    if cell.plain:
        return wrapped(cell, max(width, 1))
    return []


def wrapped(text: Text, width: int) -> list[Text]:
    """Break a text into lines; a command that fits a line is whole on one.

    One that is longer is broken as a shell takes it, and a number stays with its unit.
    """
    if text.fits(width):
        return [text.copy()]
    whole = going_on(text, width)
    spans = [*_commands(whole, width), *units_in(whole.plain)]
    whole.plain = held(whole.plain, spans)
    lines = list(whole.lines(width))
    for line in lines:
        line.plain = let_go(line.plain)
    return lines


def going_on(text: Text, width: int) -> Text:
    """Break the commands that are longer than a line: all but the last of their lines go on."""
    whole = text.copy()
    # From the end on, so that what is put in moves no place that comes after.
    for blank in reversed(list(breaks_in(text.plain, _all_commands(text), width))):
        goes_on = Text(GOES_ON.replace(" ", HELD) + "\n", style=COMMAND)
        whole = Text.assemble(whole[:blank], goes_on, whole[blank + 1 :])
    return whole


def longest_command(text: Text, width: int) -> int:
    """Return the columns of the longest command of a text that fits into this width."""
    if not text.spans:
        return 0
    return max((cell_len(text.plain[slice(*span)]) for span in _commands(text, width)), default=0)


def _commands(text: Text, width: int) -> Iterable[tuple[int, int]]:
    """List where commands stand that fit into this width."""
    spans = _all_commands(text)
    return [span for span in spans if cell_len(text.plain[slice(*span)]) <= width]


def _all_commands(text: Text) -> Sequence[tuple[int, int]]:
    marked = [(begin, end) for begin, end, style in text.spans if style == COMMAND]
    return [(begin, to_the_blank(text.plain, end)) for begin, end in marked]


def column_widths(
    columns: Sequence[Column], rows: Sequence[Sequence[Text]], width: int
) -> list[int] | None:
    """Give each column the width it needs, and those that wrap what is left.

    None where they could not be read then.
    """
    widths, least = [0] * len(columns), [LEAST_WRAPPED] * len(columns)
    for row in rows:
        for place, cell in enumerate(row):
            widths[place] = max(widths[place], cell.cell_len)
            least[place] = max(least[place], longest_command(cell, width))
    excess = sum(widths) + GAP * (len(columns) - 1) - width
    wrapping = [place for place, column in enumerate(columns) if column.wraps]
    for place in sorted(wrapping, key=lambda place: -widths[place]):
        cut = min(max(excess, 0), max(widths[place] - least[place], 0))
        widths[place] -= cut
        excess -= cut
    if excess <= 0:
        return widths
    return None
