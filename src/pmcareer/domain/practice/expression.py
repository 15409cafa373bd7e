"""What a figure asks of a row, written as in a spreadsheet: `minutes_without - checking`."""

import ast
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from math import ceil, floor

from simpleeval import EvalWithCompoundTypes, InvalidExpression

from pmcareer.domain.practice.table import BETWEEN, Row
from pmcareer.errors import BadTable, NoFigure, NotWorkedOut

Scalar = float | str
Names = Mapping[str, float]
"""Figures that were worked out before, by their names."""
Look = Callable[[str, str, Scalar, str], Scalar]
"""Finds a cell of another table: its name, a column, what stands there, and the column wanted."""
BY_NAME = {"column", "look", "starts"}
"""Functions that are told names, or the beginning of a word, which stay as they are written."""
_WRONG = (InvalidExpression, TypeError, ValueError, ZeroDivisionError)


@cache
def scalar(word: str) -> Scalar:
    """Read a word as a number, or a day as a number of days; else it stays a word."""
    try:
        return float(word)
    except ValueError:
        pass
    try:
        return float(date.fromisoformat(word).toordinal())
    except ValueError:
        return word


def words(cell: Scalar) -> tuple[str, ...]:
    """Give what a cell lists, with a semicolon between; nothing for an empty one."""
    return tuple(word.strip() for word in f"{cell}".split(BETWEEN) if word.strip())


def starts(cell: Scalar, how: str) -> bool:
    """Tell whether a word begins so."""
    return f"{cell}".startswith(f"{how}")


def lower(cell: Scalar) -> str:
    """Write a word in small letters."""
    return f"{cell}".lower()


Functions = Mapping[str, Callable[..., object]]
FUNCTIONS: Functions = {
    "abs": abs,
    "min": min,
    "max": max,
    "round": round,
    "ceil": ceil,
    "floor": floor,
    "len": len,
    "lower": lower,
    "words": words,
    "starts": starts,
}


class Expression:
    """An expression that was read once and is worked out for each row."""

    def __init__(self, text: str, look: Look) -> None:
        """Read it.

        Raises:
            NoFigure: it is none.
        """
        self.text = text
        try:
            self._parsed = ast.parse(text.strip(), mode="eval").body
        except SyntaxError:
            raise NoFigure(text) from None
        _with_days(self._parsed)
        # To make one takes as long as to work out a row or two, and tables have hundreds of rows.
        self._evaluator = EvalWithCompoundTypes(functions={**FUNCTIONS, "look": look})
        self._functions: Functions = self._evaluator.functions

    def of_row(self, row: Row, known: Names) -> object:
        """Work it out for a row; its columns are names, and so are the figures known before.

        Raises:
            BadTable: it can't be worked out there.
        """
        cells = {name: scalar(word) for name, word in row.cells.items()}
        try:
            return self._evaluated({**known, **cells}, column=cells.__getitem__)
        except (*_WRONG, KeyError) as error:
            why = f"'{self.text}' can't be worked out there: {error}"
            raise BadTable(row.table, why, row.line) from error

    def of_figures(self, known: Names) -> object:
        """Work it out from figures alone.

        Raises:
            NotWorkedOut: it can't be.
        """
        try:
            return self._evaluated(known)
        except _WRONG as error:
            raise NotWorkedOut(self.text, f"{error}") from error

    def _evaluated(
        self, names: Mapping[str, Scalar], **told_of_the_row: Callable[..., object]
    ) -> object:
        self._evaluator.names = dict(names)
        self._evaluator.functions = {**self._functions, **told_of_the_row}
        found: object = self._evaluator.eval(self.text, previously_parsed=self._parsed)
        return found


def _with_days(parsed: ast.expr) -> None:
    """Read the words of an expression as cells are read, so that '2026-08-03' is a day."""
    names = set(_names_told(parsed))
    for node in ast.walk(parsed):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in names:
            node.value = scalar(node.value)


def _names_told(parsed: ast.expr) -> Iterator[ast.expr]:
    for node in ast.walk(parsed):
        match node:
            case ast.Call(func=ast.Name(id=name), args=args) if name in BY_NAME:
                yield from args
