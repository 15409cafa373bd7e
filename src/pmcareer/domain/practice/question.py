"""What is asked of a formula: names of tables, rows and columns, and numbers."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.practice.expression import Expression, Scalar, scalar
from pmcareer.domain.practice.table import Table
from pmcareer.errors import NoFigure, NotOneRow

Read = Callable[[str], Table]
"""Gives a table by its name; whoever asks knows where it lies."""
Thing = TypeVar("Thing")
Value = float | None
"""None where there is no such figure, as of an investment that never pays."""


@frozen
class Question:
    """A figure that somebody wants, and where to read for it."""

    read: Read
    said: Mapping[str, Any]

    def text(self, key: str, usual: str | None = None) -> str:
        """Give what was said by a key.

        Raises:
            NoFigure: nothing was, and nothing is usual.
        """
        found = self.said.get(key, usual)
        if found is None:
            raise NoFigure(key)
        return f"{found}"

    def number(self, key: str, usual: float | None = None) -> float:
        """Give the number that was said by a key.

        Raises:
            NoFigure: none was, and none is usual.
        """
        found = self.said.get(key, usual)
        if not isinstance(found, int | float):
            raise NoFigure(key)
        return found

    def day(self, key: str) -> date:
        """Give the day that was said by a key.

        Raises:
            NoFigure: none was, or it is no ISO date.
        """
        try:
            return date.fromisoformat(self.text(key))
        except ValueError:
            raise NoFigure(key) from None

    def table(self, key: str = "table") -> Table:
        """Read the table that was named by a key.

        Raises:
            NoFigure: none was.
        """
        return self.read(self.text(key))

    def found_in(self, values: Mapping[str, Thing], key: str) -> Thing:
        """Pick the thing whose name was said by a key.

        Raises:
            NoFigure: there is none of this name, or none was said.
        """
        name = self.text(key)
        if name not in values:
            raise NoFigure(name)
        return values[name]

    def expression(self, key: str) -> Expression | None:
        """Read the expression that was said by a key; None where none was.

        Raises:
            NoFigure: it is no expression.
        """
        if key not in self.said:
            return None
        return Expression(self.text(key), self._look)

    def _look(self, table: str, column: str, word: Scalar, wanted: str) -> Scalar:
        rows = self.read(table).rows
        fit = [row for row in rows if scalar(row.word(column)) == word]
        if len(fit) != 1:
            raise NotOneRow(len(fit))
        return scalar(fit[0].word(wanted))
