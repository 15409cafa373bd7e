"""The rows of a timeline as cells of an axis: a sign and a look for each column."""

from collections.abc import Sequence

from pmcareer.domain.forecast.outlook import BEYOND
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.plan.timeline import Row
from pmcareer.views.plan.axis import Axis

STYLES = {"study": "study", "gate": "gate", "role": "strong"}
"""The look of a kind of row; whatever is a post, and leads to one, looks alike."""
NO_DAY = "no day: for others to say"
NEVER = "no day"


@frozen
class Cell:
    """What stands in a column: the name of a sign, or a letter, and its style."""

    sign: str = " "
    style: str = ""


EMPTY = Cell()
LINE = Cell(sign="tick", style="quiet")


def cells_of(rows: Sequence[Row], axis: Axis) -> list[Cell]:
    """Paint rows over the lines of the years, a later one over those before it."""
    cells = _years(axis)
    for row in rows:
        _paint(row, axis, cells)
    return cells[: _end_of(cells)]


def _years(axis: Axis) -> list[Cell]:
    cells = [EMPTY] * axis.columns
    for column, _ in axis.ticks:
        cells[column] = LINE
    return cells


def _end_of(cells: Sequence[Cell]) -> int:
    """Find where nothing more is drawn."""
    filled = [place for place, cell in enumerate(cells, 1) if cell != EMPTY]
    return max(filled, default=0)


def _paint(row: Row, axis: Axis, cells: list[Cell]) -> None:
    if row.begin is None or (row.likely is None and row.reason != BEYOND):
        _write(cells, axis.column_of(row.begin or axis.last), no_day(row))
        return
    if row.kind == "role":
        _paint_days(row, axis, cells)
    else:
        _paint_span(row, axis, cells)
    if goes_beyond(row, axis):
        cells[-1] = Cell(sign="arrow", style=style_of(row))


def no_day(row: Row) -> str:
    """Say in short why a row has no end."""
    if row.reason is None:
        return NO_DAY
    return BEYOND if row.reason == BEYOND else NEVER


def goes_beyond(row: Row, axis: Axis) -> bool:
    """Tell whether a row ends later than its axis, or who knows when."""
    return row.safe is None or row.safe > axis.last


def _paint_span(row: Row, axis: Axis, cells: list[Cell]) -> None:
    """Fill the likely part of what lasts, and behind it what is added if it goes slowly."""
    style, begin = style_of(row), axis.column_of(row.begin or axis.first)
    likely, late = _ends(row, axis)
    _fill(cells, likely + 1, late, Cell(sign="empty", style=style))
    _fill(cells, begin, likely, Cell(sign=sign_of(row), style=style))


def _paint_days(row: Row, axis: Axis, cells: list[Cell]) -> None:
    """Set the signs of the likely and of the safe day, with a thread between them."""
    style = style_of(row)
    likely, late = _ends(row, axis)
    _fill(cells, likely, late, Cell(sign="between", style=style))
    cells[late] = Cell(sign="safe", style=style)
    cells[likely] = Cell(sign="likely", style=style)


def _ends(row: Row, axis: Axis) -> tuple[int, int]:
    """Find the columns of the likely and of the safe end."""
    return axis.column_of(row.likely or axis.last), axis.column_of(row.safe or axis.last)


def style_of(row: Row) -> str:
    """Choose the look of a row: what decides has its own."""
    return "decides" if row.decides else STYLES.get(row.kind, "post")


def sign_of(row: Row) -> str:
    """Choose the sign of the likely part of a row that lasts."""
    if row.kind == "search":
        return "search"
    return "gate" if row.kind == "gate" and row.by_others else "full"


def signs_of(row: Row) -> set[str]:
    """Name all signs that a row is drawn with."""
    if not row.is_dated:
        return set()
    return {"likely", "safe"} if row.kind == "role" else _signs_of_span(row)


def _signs_of_span(row: Row) -> set[str]:
    is_sure = row.safe == row.likely
    return {sign_of(row)} if is_sure else {sign_of(row), "empty"}


def _fill(cells: list[Cell], first: int, last: int, cell: Cell) -> None:
    for column in range(first, last + 1):
        cells[column] = cell


def _write(cells: list[Cell], column: int, words: str) -> None:
    """Write words from a column on, or so that they end with the axis."""
    begin = max(0, min(column, len(cells) - len(words)))
    for place, letter in enumerate(words[: len(cells)], begin):
        cells[place] = Cell(sign=letter, style="quiet")
