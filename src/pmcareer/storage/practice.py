"""The practice firm on the disk: its tables, its texts, and which of them serve which exercise."""

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.practice.table import Row, Table
from pmcareer.errors import BadTable
from pmcareer.storage.bad_toml import BadToml
from pmcareer.storage.disk.files import reason_of
from pmcareer.storage.disk.given import read_at_most
from pmcareer.storage.paths import real_path, shipped_curriculum
from pmcareer.storage.toml import parse

MOST_BYTES = 100_000
INDEX = "firm.toml"


@frozen
class Firm:
    """What the firm has, and what it is for."""

    files: Mapping[str, str]
    """By the name of each below the folder, a line that says what it is for."""
    exercises: Mapping[str, tuple[str, ...]]
    """By the id of each exercise that can be done on the firm, the files that it needs."""
    not_here: Mapping[str, str]
    """By the id of each that can't, the reason."""


def practice_folder() -> Path:
    """Name the folder of the practice firm that is shipped."""
    return shipped_curriculum().parent / "practice"


def read_text(name: str, folder: Path | None = None) -> str:
    """Read a file of the firm.

    Raises:
        BadTable: it is no regular UTF-8 file of at most 100 kB below the folder.
    """
    place = folder or practice_folder()
    if not _is_below(name, place):
        raise BadTable(name, "it does not lie below the folder of the firm")
    try:
        content = read_at_most(place / name, MOST_BYTES)
    except OSError as error:
        raise BadTable(name, reason_of(error)) from error
    if len(content) > MOST_BYTES:
        raise BadTable(name, f"it is larger than {MOST_BYTES:,} bytes")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise BadTable(name, "it is no UTF-8 text", line) from None


def _is_below(name: str, folder: Path) -> bool:
    """Tell whether a name leads below the folder, links followed, on any system."""
    if "\\" in name or ":" in name or Path(name).is_absolute():
        return False
    return real_path(folder / name).is_relative_to(real_path(folder) / "")


def read_table(name: str, folder: Path | None = None) -> Table:
    """Read a table of the firm: a header, then rows of as many cells.

    Raises:
        BadTable: it can't be read, or a row has more or fewer cells; with its line.
    """
    reader = csv.reader(io.StringIO(read_text(name, folder), newline=""), strict=True)
    rows: list[Row] = []
    try:
        columns = _columns(name, next(reader, []))
        rows.extend(_row(name, reader.line_num, columns, cells) for cells in reader)
    except csv.Error as error:
        raise BadTable(name, f"{error}", reader.line_num) from error
    return Table(name=name, columns=columns, rows=tuple(rows))


def _columns(name: str, cells: Sequence[str]) -> tuple[str, ...]:
    if not cells or len(set(cells)) < len(cells) or "" in cells:
        raise BadTable(name, "the header has to name each column, and each once", 1)
    return tuple(cells)


def _row(name: str, line: int, columns: Sequence[str], cells: Sequence[str]) -> Row:
    if len(cells) != len(columns):
        raise BadTable(name, f"{len(cells)} cells, and {len(columns)} columns", line)
    return Row(table=name, line=line, cells=dict(zip(columns, cells, strict=True)))


def read_firm(folder: Path | None = None) -> Firm:
    """Read the index of the firm.

    Raises:
        BadTable: it can't be read, or a key of it is missing.
    """
    text = read_text(INDEX, folder)
    try:
        found = parse(text.encode())
    except BadToml as error:
        raise BadTable(INDEX, error.message.rstrip("."), error.line) from error
    return Firm(
        files=_texts(found, "files"),
        exercises={key: tuple(names) for key, names in _texts(found, "exercises").items()},
        not_here=_texts(found, "not_here"),
    )


def _texts(found: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    table = found.get(key)
    if not isinstance(table, dict):
        raise BadTable(INDEX, f"there is no table '{key}'")
    return table
