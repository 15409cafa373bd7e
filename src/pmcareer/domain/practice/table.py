"""A table as it was read: each row with its line, each cell as what it is asked for."""

from collections.abc import Mapping
from datetime import date

from pmcareer.domain.ground.frozen import frozen
from pmcareer.errors import BadTable

BETWEEN = ";"
"""Between several words of one cell."""


@frozen
class Row:
    """A row and where it stands."""

    table: str
    """The name of its file below the firm's folder."""
    line: int
    """Counted from 1, the header's."""
    cells: Mapping[str, str]

    def word(self, column: str) -> str:
        """Give a cell as it is written.

        Raises:
            BadTable: there is no such column.
        """
        if column not in self.cells:
            raise BadTable(self.table, f"there is no column '{column}'", self.line)
        return self.cells[column]

    def words(self, column: str) -> tuple[str, ...]:
        """Give what a cell lists, with a semicolon between; nothing for an empty cell.

        Raises:
            BadTable: there is no such column.
        """
        return tuple(word.strip() for word in self.word(column).split(BETWEEN) if word.strip())

    def number(self, column: str) -> float:
        """Give a cell as a number.

        Raises:
            BadTable: there is no such column, or it is no number.
        """
        word = self.word(column)
        try:
            return float(word)
        except ValueError:
            why = f"{column} is '{word}', and no number"
            raise BadTable(self.table, why, self.line) from None

    def number_if_any(self, column: str) -> float | None:
        """Give a cell as a number; None where it is empty.

        Raises:
            BadTable: there is no such column, or it is no number.
        """
        return self.number(column) if self.word(column) else None

    def day(self, column: str) -> date:
        """Give a cell as a day.

        Raises:
            BadTable: there is no such column, or it is no ISO date.
        """
        word = self.word(column)
        try:
            return date.fromisoformat(word)
        except ValueError:
            why = f"{column} is '{word}', and no date like 2026-10-02"
            raise BadTable(self.table, why, self.line) from None

    def day_if_any(self, column: str) -> date | None:
        """Give a cell as a day; None where it is empty.

        Raises:
            BadTable: there is no such column, or it is no ISO date.
        """
        return self.day(column) if self.word(column) else None


@frozen
class Table:
    """A whole table."""

    name: str
    """Of its file below the firm's folder: team/schedule.csv."""
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def where(self, column: str, word: str) -> tuple[Row, ...]:
        """Pick the rows whose cell of a column is this word.

        Raises:
            BadTable: there is no such column.
        """
        return tuple(row for row in self.rows if row.word(column) == word)

    def row(self, column: str, word: str) -> Row:
        """Pick the one row whose cell of a column is this word.

        Raises:
            BadTable: there is no such column; none is, or several are.
        """
        found = self.where(column, word)
        if len(found) != 1:
            raise BadTable(self.name, f"{len(found)} rows have the {column} '{word}', not one")
        return found[0]
