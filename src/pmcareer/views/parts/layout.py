"""The page that everything is drawn upon: it knows its width and its letters, and lays out text.

A view is a module with `render(answer, page)`, which yields what the page's methods return, and
`as_dict(answer)`. Views name Page for type checkers only, so that `--json` never loads Rich.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from typing import Any

from rich.cells import cell_len

from pmcareer.domain.ground.frozen import frozen
from pmcareer.views.parts.beside import Beside, Fitted, Height
from pmcareer.views.parts.blocks import (
    COMMAND,
    GAP,
    Column,
    Grid,
    Hanging,
    Stack,
    column_widths,
)
from pmcareer.views.parts.styled import Block, Text
from pmcareer.views.parts.text import clean, day, if_said, one_line, share
from pmcareer.views.parts.typed import commands_in

__all__ = ["UNLIMITED", "Blocks", "Column", "Grid", "Hanging", "Page", "Piece", "Stack"]

# Below this many columns tables become stacked lines.
NARROW = 60
# Width of a pipe: nothing is wrapped.
UNLIMITED = 100_000
# A name to its sign and to the ASCII that stands in for it.
GLYPHS = {
    "reached": ("■", "#"),
    "ahead": ("□", "."),
    "bullet": ("•", "-"),
    "arrow": ("→", "->"),
    "dash": ("–", "-"),
    "dot": ("·", "-"),
    "done": ("✓", "x"),
    "started": ("◐", "~"),
    "open": ("○", "o"),
    "full": ("█", "#"),
    "empty": ("░", "."),
    "search": ("▒", "="),
    "gate": ("▬", "%"),
    "likely": ("◆", "*"),
    "between": ("┄", "-"),
    "safe": ("◇", "o"),
    "tick": ("┊", ":"),
    "decides": ("▲", "^"),
    "cut": ("…", "~"),
}
# The last column of a bar, by how many eighths of it are there.
EIGHTHS = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")
# The most that is said of what is not all there.
NEARLY = 0.99
# A state's word to the sign and style it gets; the word itself is always shown.
STATES = {
    "done": "done",
    "finished": "done",
    "covered": "done",
    "started": "started",
    "deferred": "quiet",
    "awaited": "quiet",
    "open": "open",
    "new": "open",
}

# Text, text with the name of a style in views/theme.py, or Text that is already styled.
Piece = str | tuple[str, str] | Text
Pieces = Piece | list[Any]
Columns = Sequence[Column]
Rows = Iterable[Sequence[Piece]]
# What a view draws, one below the other.
Blocks = Iterator[Block]


@frozen
class Page:
    """What is drawn upon: its width in columns, and whether it may have signs beyond ASCII."""

    width: int = 80
    unicode: bool = True
    plain: bool = False
    """Asked for by --plain or ACCESSIBLE: words only, no signs and no bars."""
    is_column: bool = False
    """It stands beside another one: as narrow as it is, it is no narrow page."""
    verbose: bool = False
    """Asked for by --verbose: where an entry is stored, and under which id."""

    @property
    def narrow(self) -> bool:
        """Tell whether tables are stacked."""
        return self.width < NARROW and not self.is_column

    @property
    def piped(self) -> bool:
        """Tell whether another program reads: one record per line, whatever its length."""
        return self.width >= UNLIMITED

    def glyph(self, name: str) -> str:
        """Return a sign, or the ASCII that stands in for it."""
        sign, ascii_sign = GLYPHS[name]
        if self.unicode and not self.plain:
            return sign
        return ascii_sign

    def text(self, *pieces: Piece) -> Text:
        """Join pieces for a cell of a table that keeps their blanks."""
        return _text(*pieces)

    def columns_of(self, text: str) -> int:
        """Count the columns that a text takes: some letters take two, and some none."""
        return cell_len(text)

    def of_width(self, width: int) -> "Page":
        """Give a column of this page: as it is, and so many columns wide."""
        return Page(width=width, unicode=self.unicode, plain=self.plain, is_column=True)

    def beside(self, left: Sequence[Block], right: Sequence[Block], width: int) -> Beside:
        """Draw two groups side by side, the left one so many columns wide."""
        return Beside(left=left, right=right, width=width)

    def fitted(self, compose: Callable[[Height], Iterable[Block]]) -> Fitted:
        """Draw what is chosen by the lines that blocks take on this page."""
        return Fitted(compose=compose)

    @property
    def arrow(self) -> str:
        """An arrow that leads from one word to the next."""
        return f" {self.glyph('arrow')} "

    def column(self, title: str, style: str = "", **traits: bool) -> Column:
        """Describe a column of a table; see Column."""
        return Column(title=title, style=style, **traits)

    def heading(self, title: str, note: str = "") -> Text:
        """Draw a heading, with a quiet note behind it."""
        return _text((title, "heading"), (if_said("  {}", note), "quiet"))

    def blank(self) -> Text:
        """Draw an empty line."""
        return Text("")

    def line(self, *pieces: Piece, indent: int = 0) -> Hanging:
        """Draw a paragraph, wrapped at the page's width."""
        return Hanging(lead=Text(" " * indent), body=_text(*pieces))

    def led(self, sign: str, *pieces: Piece) -> Hanging:
        """Draw a paragraph that a sign leads; without one where words have to do."""
        return Hanging(lead=_text((self.sign(sign), sign)), body=_text(*pieces))

    def quiet(self, text: str) -> Hanging:
        """Draw a paragraph that nobody needs to read first."""
        return self.line((text, "quiet"))

    def paragraphs(self, text: str, indent: int = 0) -> Stack:
        """Draw a text of several paragraphs as its writer broke it."""
        return Stack(parts=[self.line(part, indent=indent) for part in clean(text).split("\n")])

    def bullets(self, items: Iterable[Pieces], mark: str = "") -> Stack:
        """Draw a wrapped list; `mark` instead of bullets, such as "[ ]"."""
        lead = f"  {mark or self.glyph('bullet')} "
        return Stack(parts=[_point(lead, item) for item in items])

    def apart(self, *groups: Iterable[Block]) -> Blocks:
        """Draw groups with an empty line between them; a group of nothing leaves no gap."""
        drawn = filter(None, map(list, groups))
        yield from next(drawn, [])
        for group in drawn:
            yield self.blank()
            yield from group

    def section(self, title: str, note: str, items: Sequence[Pieces]) -> Blocks:
        """Draw a list with its heading; nothing where nothing is listed."""
        if items:
            yield self.heading(title, note)
            yield self.bullets(items)

    def numbered(self, items: Sequence[Pieces], indent: int = 2) -> Stack:
        """Draw a wrapped list with numbers."""
        # The points stand below each other: " 9." above "10.".
        width = indent + len(str(len(items)))
        return Stack(
            parts=[_point(f"{place:>{width}}. ", item) for place, item in enumerate(items, 1)]
        )

    def facts(self, facts: Iterable[tuple[str, Pieces]], indent: int = 2) -> Stack:
        """Draw names with their values beside them; facts with an empty value are left out."""
        bodies = [(name, _pieces(value)) for name, value in facts]
        known = [(name, body) for name, body in bodies if body.plain]
        longest = max((cell_len(name) for name, _ in known), default=0)
        return Stack(parts=[self._fact(*fact, longest, indent) for fact in known])

    def _fact(self, name: str, body: Text, longest: int, indent: int) -> Hanging:
        label = f"{' ' * indent}{name}"
        if self.narrow:
            return _below(label, body, indent + 2)
        padding = " " * (longest - cell_len(name) + GAP)
        return Hanging(lead=_text((label, "label"), padding), body=body)

    def row(self, label: str, *pieces: Piece, columns: int = 9, mark: str = "") -> Hanging:
        """Draw a body beside a label that takes so many columns.

        A row without a label goes on with the one above it; `mark`, such as "[ ]", leads a body.
        On a narrow page the body hangs below the label.
        """
        body = _text(*pieces)
        sign = if_said("{} ", mark)
        if not self.narrow:
            return Hanging(lead=_text((f"{label:<{columns}}  ", "label"), sign), body=body)
        if not label:
            return Hanging(lead=Text(f"  {sign}"), body=body)
        return _below(label, body, 2)

    def dated(self, value: date, today: date) -> str:
        """Write the day of a record: as one would say it, but in a pipe as a program reads it."""
        return value.isoformat() if self.piped else day(value, today)

    def records(self, columns: Columns, rows: Rows) -> Grid | Stack:
        """Draw rows that another program may read: as a table, but without titles in a pipe."""
        return self.table(columns, rows, titled=not self.piped)

    def table(
        self, columns: Columns, rows: Rows, *, indent: int = 0, titled: bool = True
    ) -> Grid | Stack:
        """Draw rows under column titles; stacked where the page is too narrow for them."""
        body = [_cells(row, columns) for row in rows]
        titles = [_cells([(column.title, "label") for column in columns], columns)]
        shown = [*titles, *body] if titled and body else body
        widths = column_widths(columns, shown, self.width - indent)
        if body and (self.narrow or widths is None):
            stacked = chain.from_iterable(_stacked(columns, row, indent) for row in body)
            return Stack(parts=list(stacked))
        return Grid(columns=columns, rows=shown, widths=widths or (), indent=indent)

    def cut(self, text: str, columns: int, others: Iterable[str] = ()) -> str:
        """Fill so many columns with a text; a longer one ends with a sign for it.

        Where one of the others would look the same it is cut within, and its own end stays.
        """
        short = self._cut(text, columns)
        alike = [each for each in others if each != text and self._cut(each, columns) == short]
        if short != text and alike:
            # "Project manag…tools" and "Projec…fundamentals".
            tail = self._cut(_own_part(text, alike, columns // 2), columns * 2 // 3)
            short = self._cut(text, columns - cell_len(tail)) + tail
        return short + " " * (columns - cell_len(short))

    def _cut(self, text: str, columns: int) -> str:
        if cell_len(text) <= columns:
            return text
        end = self.glyph("cut")
        while text and cell_len(text) > columns - cell_len(end):
            text = text[:-1]
        return text.rstrip(" ,") + end

    def bar(self, value: float, columns: int = 20, style: str = "done") -> Text:
        """Draw a share between 0 and 1 as a bar; --plain says it as a percentage.

        A full bar, and 100 %, stands for all of it, and an empty one for nothing.
        """
        if self.plain:
            return Text(share(value if value >= 1 else min(value, NEARLY)))
        # In eighths of a column where there are signs for them.
        fine = 8 if self.unicode else 1
        full, part = divmod(_of_steps(value, fine * columns), fine)
        there = self.glyph("full") * full + EIGHTHS[part]
        empty = self.glyph("empty") * (columns - len(there))
        return _text((there, style), (empty, "quiet"))

    def sign(self, name: str) -> str:
        """Return a sign and a blank to lead a line; nothing where words have to do."""
        return f"{self.glyph(name)} " if self.unicode and not (self.plain or self.piped) else ""

    def state(self, word: str) -> Text:
        """Draw a state as sign and word; the sign and the colour never stand alone."""
        style = STATES.get(word, "")
        # What is open has a sign, but no colour: it is the plain case.
        return _text((f"{self._sign(style)}{word}", style.removeprefix("open")))

    def _sign(self, style: str) -> str:
        if self.plain or self.piped or style not in GLYPHS:
            return ""
        return f"{self.glyph(style)} "


def _of_steps(value: float, steps: int) -> int:
    """Say how many of so many steps a share takes, all and none only where that is the share."""
    # 44 of 45 in 20 columns are 19 where columns are not divided, and 1 of 45 is one.
    if value <= 0 or value >= 1:
        return steps * (value > 0)
    return min(steps - 1, max(1, round(value * steps)))


def _point(lead: str, item: Pieces) -> Hanging:
    return Hanging(lead=Text(lead), body=_pieces(item))


def _below(label: str, body: Text, indent: int) -> Hanging:
    """Hang a body below the start of its label, for want of columns."""
    # "Answered?" ends with a sign of its own.
    lead = label if label.endswith("?") else f"{label}:"
    return Hanging(lead=_text((lead, "label"), " "), body=body, indent=indent)


def _cells(row: Sequence[Piece], columns: Columns) -> list[Text]:
    return [_cell(piece, column) for piece, column in zip(row, columns, strict=True)]


def _cell(piece: Piece, column: Column) -> Text:
    if isinstance(piece, Text):
        return piece
    text, style = (piece, "") if isinstance(piece, str) else piece
    return _marked(Text(one_line(text), style=style or column.style))


def _stacked(columns: Columns, row: Sequence[Text], indent: int) -> Iterator[Hanging]:
    """Set the cells of a row below each other, those of the key columns first and on one line."""
    cells = list(zip(columns, row, strict=True))
    leading = [cell for column, cell in cells if column.key] or [row[0]]
    yield Hanging(lead=Text(" " * indent), body=Text("  ").join(leading), indent=indent + 2)
    others = cells if any(column.key for column in columns) else cells[1:]
    for column, cell in others:
        if cell.plain and not column.key:
            yield _stacked_cell(column.title, cell, indent + 2)


def _stacked_cell(title: str, cell: Text, indent: int) -> Hanging:
    lead = _text((" " * indent + if_said("{}: ", title), "label"))
    return Hanging(lead=lead, body=cell, indent=indent + 2)


def _pieces(value: Pieces) -> Text:
    # A tuple is a text with its style; several pieces come as a list.
    if isinstance(value, list):
        return _text(*value)
    return _text(value)


def _text(*pieces: Piece) -> Text:
    """Join pieces; all text is cleaned, and nothing in it is markup."""
    joined = Text()
    for piece in pieces:
        if isinstance(piece, Text):
            joined.append_text(piece)
        elif isinstance(piece, str):
            joined.append(clean(piece))
        else:
            joined.append(clean(piece[0]), piece[1])
    joined.expand_tabs(4)
    return _marked(joined)


def _marked(text: Text) -> Text:
    """Mark what is typed as it stands, wherever a sentence names it."""
    for begin, end in commands_in(text.plain):
        text.stylize(COMMAND, begin, end)
    return text


def _own_part(text: str, others: Iterable[str], room: int) -> str:
    """Return the end of a text from the word on, or the letter, in which it is not as others."""
    same = max(_alike(text, each) for each in others)
    word = text.rfind(" ", 0, same) + 1
    return text[word:] if cell_len(text[word:same]) < room else text[same:]


def _alike(text: str, other: str) -> int:
    """Count the letters with which both texts begin."""
    for place, (letter, its) in enumerate(zip(text, other, strict=False)):
        if letter != its:
            return place
    return min(len(text), len(other))
