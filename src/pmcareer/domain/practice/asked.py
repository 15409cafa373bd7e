"""What is asked of somebody on the practice firm: a figure by its label, and the usual slips."""

from collections.abc import Iterator, Mapping
from typing import Any

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.practice.figures import figure
from pmcareer.domain.practice.question import Read, Value
from pmcareer.errors import NoFigure

PERCENT = "percent"
ABOUT = ("id", "asks", "unit", "formula", "within", "slips")
"""Keys that are about a figure; the others are what its formula is told."""


@frozen
class AskedFigure:
    """A figure that can be computed from the tables of the firm."""

    id: str
    asks: str
    """The label in the sheet, with its unit."""
    unit: str
    formula: str
    said: Mapping[str, Any]
    """What the formula is told."""
    within: float
    """How far an answer may be off, in the unit."""
    slips: tuple[Mapping[str, Any], ...]
    """What is told otherwise in each usual slip, and what to say of it."""


def asked_of(row: Mapping[str, Any]) -> AskedFigure:
    """Read a figure as a guide has it.

    Raises:
        NoFigure: a key is missing.
    """
    for key in ("id", "asks", "unit", "formula"):
        if not isinstance(row.get(key), str):
            raise NoFigure(key)
    return AskedFigure(
        id=row["id"],
        asks=row["asks"],
        unit=row["unit"],
        formula=row["formula"],
        said={key: value for key, value in row.items() if key not in ABOUT},
        within=float(row.get("within", 0)),
        slips=tuple(row.get("slips", ())),
    )


def expected_of(asked: AskedFigure, read: Read) -> Value:
    """Work out what is asked, in its unit; None where there is no such figure.

    Raises:
        NoFigure, BadTable, NotComputable: as of `figure`.
    """
    return _in_unit(figure(asked.formula, asked.said, read), asked.unit)


def slips_of(asked: AskedFigure, read: Read) -> Iterator[tuple[Value, str]]:
    """Work out what each usual slip comes to, with what to say of it."""
    for slip in asked.slips:
        told = {**asked.said, **slip}
        formula = str(told.pop("formula", asked.formula))
        says = str(told.pop("says", ""))
        yield _in_unit(figure(formula, told, read), asked.unit), says


def _in_unit(value: Value, unit: str) -> Value:
    # Formulas give shares: 0.0898 is asked for as 8.98 percent.
    if value is None or unit != PERCENT:
        return value
    return 100 * value
