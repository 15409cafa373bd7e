"""The building blocks of everything that is drawn: a page knows its width and its letters, and lays out text.

A view is a module with `render(answer, page)`, which yields what the page's methods return, and `as_dict(answer)`.
Views name Page for type checkers only, so that `--json` never loads Rich.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeGuard

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from pmcareer.views.parts.text import clean, one_line, share

NARROW = 60
"""Below this many columns tables become stacked lines."""
UNLIMITED = 100_000
"""Width of a pipe: nothing is wrapped."""
LEAST_WRAPPED = 16
"""Columns that wrapped text needs to stay readable; with fewer the rows are stacked."""
GAP = 2
GLYPHS = {
    "bullet": ("•", "-"),
    "arrow": ("→", "->"),
    "dash": ("–", "-"),
    "dot": ("·", "-"),
    "done": ("✓", "x"),
    "started": ("◐", "~"),
    "open": ("○", "o"),
    "full": ("█", "#"),
    "empty": ("░", "."),
}
"""A name to its sign and to the ASCII that stands in for it."""
STATES = {
    "done": "done",
    "finished": "done",
    "covered": "done",
    "started": "started",
    "deferred": "quiet",
    "open": "open",
    "new": "open",
}
"""A state's word to the sign and style it gets; the word itself is always shown."""

Piece = str | tuple[str, str] | Text
"""Text, text with the name of a style in views/theme.py, or Text that is already styled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: `wraps` where it may be broken over lines, `key` where it leads the stacked form of a row."""

    title: str
    style: str = ""
    right: bool = False
    wraps: bool = False
    key: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What is drawn upon: its width in columns, and whether signs beyond ASCII may be used."""

    width: int = 80
    unicode: bool = True
    plain: bool = False
    """Asked for by --plain or ACCESSIBLE: words only, no signs and no bars."""

    @property
    def narrow(self) -> bool:
        """Tell whether tables are stacked."""
        return self.width < NARROW

    @property
    def piped(self) -> bool:
        """Tell whether another program reads: one record per line, whatever its length."""
        return self.width >= UNLIMITED

    def glyph(self, name: str) -> str:
        """Give a sign, or the ASCII that stands in for it."""
        sign, ascii_sign = GLYPHS[name]
        return sign if self.unicode and not self.plain else ascii_sign

    def column(
        self,
        title: str,
        style: str = "",
        *,
        right: bool = False,
        wraps: bool = False,
        key: bool = False,
    ) -> Column:
        """Describe a column of a table; see Column."""
        return Column(title=title, style=style, right=right, wraps=wraps, key=key)

    def heading(self, title: str, note: str = "") -> Text:
        """Draw a heading, with a quiet note behind it."""
        return _text((title, "heading"), (f"  {note}" if note else "", "quiet"))

    def blank(self) -> Text:
        """Draw an empty line."""
        return Text("")

    def line(self, *pieces: Piece, indent: int = 0) -> "Hanging":
        """Draw a paragraph, wrapped at the page's width."""
        return Hanging(lead=Text(" " * indent), body=_text(*pieces))

    def paragraphs(self, text: str, indent: int = 0) -> "Stack":
        """Draw a text of several paragraphs as its writer broke it."""
        return Stack(tuple(self.line(part, indent=indent) for part in clean(text).split("\n")))

    def bullets(
        self, items: Iterable[Piece | Sequence[Piece]], mark: str = "", indent: int = 2
    ) -> "Stack":
        """Draw a wrapped list; `mark` instead of bullets, such as "[ ]"."""
        lead = Text(" " * indent + (mark or self.glyph("bullet")) + " ")
        return Stack(tuple(Hanging(lead=lead, body=_pieces(item)) for item in items))

    def numbered(self, items: Iterable[Piece | Sequence[Piece]], indent: int = 2) -> "Stack":
        """Draw a wrapped list with numbers."""
        listed = tuple(items)
        digits = len(str(len(listed)))
        leads = (Text(f"{' ' * indent}{place:>{digits}}. ") for place in range(1, len(listed) + 1))
        return Stack(
            tuple(
                Hanging(lead=lead, body=_pieces(item))
                for lead, item in zip(leads, listed, strict=True)
            )
        )

    def facts(
        self, facts: Iterable[tuple[str, Piece | Sequence[Piece]]], indent: int = 2
    ) -> "Stack":
        """Draw names with their values beside them; facts with an empty value are left out."""
        known = [(name, body) for name, value in facts if (body := _pieces(value)).plain]
        longest = max((cell_len(name) for name, _ in known), default=0)
        return Stack(tuple(self._fact(name, body, longest, indent) for name, body in known))

    def row(self, label: str, *pieces: Piece, columns: int, mark: str = "") -> "Hanging":
        """Draw a body beside a quiet label that takes so many columns; on a narrow page it hangs below the label.

        A row without a label goes on with the one above it; `mark`, such as "[ ]", leads a body.
        """
        sign = f"{mark} " if mark else ""
        if self.narrow:
            lead = _text((f"{label}:", "quiet"), " ") if label else Text(f"  {sign}")
            return Hanging(lead=lead, body=_text(*pieces), indent=2 if label else None)
        return Hanging(lead=_text((f"{label:<{columns}}  ", "quiet"), sign), body=_text(*pieces))

    def _fact(self, name: str, body: Text, longest: int, indent: int) -> "Hanging":
        padding = " " * (1 if self.narrow else longest - cell_len(name) + GAP)
        lead = _text((f"{' ' * indent}{name}{':' if self.narrow else ''}", "quiet"), padding)
        return Hanging(lead=lead, body=body, indent=indent + 2 if self.narrow else None)

    def table(
        self, columns: Sequence[Column], rows: Iterable[Sequence[Piece]], *, indent: int = 0
    ) -> "Grid | Stack":
        """Draw rows under column titles; stacked where the page is too narrow for them."""
        return self._grid(columns, rows, titled=True, indent=indent)

    def records(self, columns: Sequence[Column], rows: Iterable[Sequence[Piece]]) -> "Grid | Stack":
        """Draw rows that another program may read: as a table, but without titles in a pipe."""
        return self._grid(columns, rows, titled=not self.piped, indent=0)

    def _grid(
        self,
        columns: Sequence[Column],
        rows: Iterable[Sequence[Piece]],
        *,
        titled: bool,
        indent: int,
    ) -> "Grid | Stack":
        cells = tuple(
            tuple(_cell(*pair) for pair in zip(row, columns, strict=True)) for row in rows
        )
        widths = _widths(columns, cells, self.width - indent, titled=titled)
        if cells and (self.narrow or widths is None):
            return Stack(
                tuple(part for row in cells for part in self._stacked(columns, row, indent))
            )
        titles = (
            (tuple(_cell((name.title, "quiet"), name) for name in columns),)
            if titled and cells
            else ()
        )
        return Grid(columns=tuple(columns), rows=titles + cells, widths=widths or (), indent=indent)

    def _stacked(
        self, columns: Sequence[Column], row: Sequence[Text], indent: int
    ) -> Iterable["Hanging"]:
        pairs = tuple(zip(columns, row, strict=True))
        leading = [cell for column, cell in pairs if column.key] or [row[0]]
        yield Hanging(lead=Text(" " * indent), body=Text("  ").join(leading), indent=indent + 2)
        for shown, cell in pairs:
            if cell.plain and not any(cell is one for one in leading):
                title = (
                    f"{' ' * (indent + 2)}{shown.title}: " if shown.title else " " * (indent + 2),
                    "quiet",
                )
                yield Hanging(lead=_text(title), body=cell, indent=indent + 4)

    def bar(self, value: float, columns: int = 20) -> Text:
        """Draw a share between 0 and 1 as a bar; --plain says it as a percentage."""
        if self.plain:
            return Text(share(value))
        full = round(min(max(value, 0), 1) * columns)
        return _text(
            (self.glyph("full") * full, "done"), (self.glyph("empty") * (columns - full), "quiet")
        )

    def state(self, word: str) -> Text:
        """Draw a state as sign and word; the sign and the colour never stand alone."""
        style = STATES.get(word, "")
        sign = f"{self.glyph(style)} " if style in GLYPHS and not (self.plain or self.piped) else ""
        return _text((f"{sign}{word}", style if style != "open" else ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class Hanging:
    """A paragraph whose further lines hang below the end of its lead, or at `indent`."""

    lead: Text
    body: Text
    indent: int | None = None

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Wrap the body; on a page too narrow for the hanging indent it starts at the left."""
        hang = cell_len(self.lead.plain) if self.indent is None else self.indent
        if options.max_width - hang < LEAST_WRAPPED:
            hang = min(2, hang)
        if self.indent is None and hang == cell_len(self.lead.plain):
            yield from self._below(
                self.body.wrap(console, options.max_width - hang, overflow="fold"), hang
            )
            return
        whole = Text.assemble(self.lead, self.body)
        yield from _hung(whole, console, options.max_width, hang)

    def _below(self, lines: Iterable[Text], hang: int) -> RenderResult:
        for place, line in enumerate(lines):
            line.rstrip()
            yield Text.assemble(Text(" " * hang) if place else self.lead, line)


def _hung(whole: Text, console: Console, width: int, hang: int) -> RenderResult:
    """Wrap a text so that only its first line may use the hanging columns."""
    lines = whole.wrap(console, width, overflow="fold")
    first = lines[0] if lines else Text("")
    rest = whole[len(first.plain) :] if len(lines) > 1 else Text("")
    first.rstrip()
    yield first
    if rest.plain.strip():
        start = len(rest.plain) - len(rest.plain.lstrip())
        for line in rest[start:].wrap(console, max(width - hang, 1), overflow="fold"):
            line.rstrip()
            yield Text.assemble(" " * hang, line)


@dataclass(frozen=True, slots=True)
class Stack:
    """Renderables one below the other."""

    parts: tuple[Hanging, ...]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Give the parts in their order."""
        yield from self.parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Rows in columns of fixed width, two spaces apart."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Text, ...], ...]
    widths: tuple[int, ...]
    indent: int = 0

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Wrap each cell in its column and set the lines side by side."""
        for row in self.rows:
            wrapped = [
                list(cell.wrap(console, max(width, 1), overflow="fold")) if cell.plain else []
                for cell, width in zip(row, self.widths, strict=True)
            ]
            for place in range(max((len(lines) for lines in wrapped), default=0)):
                yield self._line(
                    [lines[place] if place < len(lines) else Text("") for lines in wrapped]
                )

    def _line(self, cells: Sequence[Text]) -> Text:
        joined = Text(" " * self.indent)
        for place, (cell, column, width) in enumerate(
            zip(cells, self.columns, self.widths, strict=True)
        ):
            cell.rstrip()
            missing = " " * (width - cell_len(cell.plain))
            joined.append(" " * GAP if place else "")
            joined.append_text(
                Text.assemble(missing, cell) if column.right else Text.assemble(cell, missing)
            )
        joined.rstrip()
        return joined


def _widths(
    columns: Sequence[Column], rows: Sequence[Sequence[Text]], width: int, *, titled: bool
) -> tuple[int, ...] | None:
    """Give every column what it needs; the wrapping ones share what is left. None: they can't be read then."""
    natural = [
        max(
            [cell_len(column.title) if titled else 0, *(cell_len(row[place].plain) for row in rows)]
        )
        for place, column in enumerate(columns)
    ]
    excess = sum(natural) + GAP * (len(columns) - 1) - width
    wrapping = sorted(
        (place for place, column in enumerate(columns) if column.wraps), key=lambda at: -natural[at]
    )
    for place in wrapping:
        if excess <= 0:
            break
        cut = min(excess, max(natural[place] - LEAST_WRAPPED, 0))
        natural[place] -= cut
        excess -= cut
    return tuple(natural) if excess <= 0 else None


def _cell(piece: Piece, column: Column) -> Text:
    if isinstance(piece, Text):
        return piece
    text, style = (piece, "") if isinstance(piece, str) else piece
    return Text(one_line(text), style=style or column.style)


def _pieces(value: Piece | Sequence[Piece]) -> Text:
    if isinstance(value, str | Text):
        return _text(value)
    if _is_styled(value):
        return _text(value)
    return _text(*value)


def _is_styled(value: Piece | Sequence[Piece]) -> TypeGuard[tuple[str, str]]:
    """Tell a text and its style, a tuple, from two texts, which come as a list."""
    return (
        isinstance(value, tuple)
        and len(value) == 2
        and all(isinstance(part, str) for part in value)
    )  # noqa: PLR2004


def _text(*pieces: Piece) -> Text:
    """Join pieces; all text is cleaned, and nothing in it is markup."""
    joined = Text()
    for piece in pieces:
        if isinstance(piece, Text):
            joined.append_text(piece)
        elif isinstance(piece, str):
            joined.append(clean(piece))
        else:
            joined.append(clean(piece[0]), style=piece[1] or None)
    joined.expand_tabs(4)
    return joined
