"""One figure of many rows: pick the rows, work out each, and take the sum, the mean or another."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from statistics import fmean, median

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.practice.expression import Expression, Names
from pmcareer.domain.practice.table import Row, Table
from pmcareer.errors import BadTable, NoFigure, NoRows, NotOneRow

ONLY = "only"


@frozen
class Over:
    """What is asked of the rows of a table."""

    take: str
    """One of `TAKES`."""
    where: Expression | None = None
    """Which rows count; all of them, where nothing is said."""
    of: Expression | None = None
    """What of each; not needed to count them."""
    by: str = ""
    """The column whose words part the rows into groups; one group, where nothing is said."""
    then: str = ""
    """What is taken of the groups."""


def _counted(values: Sequence[float]) -> float:
    return float(len(values))


def _only(values: Sequence[float]) -> float:
    if len(values) != 1:
        raise NotOneRow(len(values))
    return values[0]


TAKES: Mapping[str, Callable[[Sequence[float]], float]] = {
    "sum": sum,
    "count": _counted,
    "mean": fmean,
    "median": median,
    "max": max,
    "min": min,
    ONLY: _only,
}


def over_rows(table: Table, over: Over, known: Names) -> float:
    """Work out one figure of many rows.

    Raises:
        BadTable: an expression can't be worked out in a row, or gives no number there.
        NoFigure: there is no such way to take it.
        NotOneRow, NoRows: too few rows fit to take it of them, or too many.
    """
    rows = [row for row in table.rows if over.where is None or over.where.of_row(row, known)]
    if not over.by:
        return _taken(over.take, _values(rows, over, known))
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row.word(over.by), []).append(row)
    each = [_taken(over.take, _values(group, over, known)) for group in groups.values()]
    return _taken(over.then, each)


def _values(rows: Iterable[Row], over: Over, known: Names) -> list[float]:
    return [_value(row, over, known) for row in rows]


def _value(row: Row, over: Over, known: Names) -> float:
    if over.of is None:
        return 1.0
    value = over.of.of_row(row, known)
    if not isinstance(value, int | float):
        raise BadTable(row.table, f"'{over.of.text}' is no number there", row.line)
    return float(value)


def _taken(take: str, values: Sequence[float]) -> float:
    if take not in TAKES:
        raise NoFigure(take)
    if not values and take not in {"sum", "count", ONLY}:
        raise NoRows(take)
    return TAKES[take](values)
