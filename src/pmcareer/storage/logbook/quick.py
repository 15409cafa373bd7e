"""A long logbook parsed faster: one expression reads what is logged every day.

Nearly all tables of a logbook are of that kind. What stands between them goes to the parser, and
the whole text does wherever its parts could mean something else than the whole. Work and habits
alone take a quarter of the parser's time; the more outcomes and other entries, the less is gained.
"""

import re
from datetime import date, datetime
from typing import Any, Final

from pmcareer.storage.toml import parse_text

LEAST_CHARACTERS: Final = 20_000
"""Some months of daily entries: for less there is little to gain, the expression has to be made."""
NOTHING_BETWEEN: Final = frozenset(("", "\n"))

# Of texts and comments those that need no second look: no tab, no escape. Days and times are as
# narrow as in TOML, for Python reads more.
_COMMENT = r"(?: +#[^\x00-\x1f\x7f]*)?"
_LETTERS = r'[^"\\\x00-\x1f\x7f]*'
_TEXT = rf'"({_LETTERS})"'
_NUMBER = r"(0|[1-9]\d{0,8})"
_CLOCK = r"(?:[01]\d|2[0-3]):[0-5]\d"
_MOMENT = rf"(\d{{4}}-\d\d-\d\d[T ]{_CLOCK}:[0-5]\d[+-]{_CLOCK})"
_WRITTEN_HEAD = re.compile(rf"(?:#[^\x00-\x1f\x7f]*\n)?format = {_NUMBER}\n*", re.ASCII)
"""What a logbook begins with: the parser need not be loaded for it."""
_KEY = r"(exercise|practice|step)"
_IN_ORDER = (
    ("kind", _TEXT),
    ("on", r"(\d{4}-\d\d-\d\d)"),
    ("at", _MOMENT),
    (_KEY, _TEXT),
    ("left", _NUMBER),
    ("minutes", _NUMBER),
    ("curriculum", _TEXT),
    ("note", _TEXT),
    ("evidence", _TEXT),
    ("id", _TEXT),
)
"""Keys as `Entry.as_row` puts them."""
_OPTIONAL = frozenset(("left", "minutes", "curriculum", "note", "evidence"))
_SELDOM = "what|with|outcome|mode|part|reviewed_by"
_SAID_SELDOM = rf"\n({_SELDOM}) = {_TEXT}{_COMMENT}"
_ALL_SAID_SELDOM = rf'((?:\n(?:{_SELDOM}) = "{_LETTERS}"{_COMMENT})*)'
_BEFORE_SELDOM = frozenset((_KEY, "curriculum"))
"""Keys behind which there may be some that are not said every day."""


class _MoreThanEntries(ValueError):
    """Say that what stands between two tables is no table of an entry."""


def parse_long(text: str) -> dict[str, Any] | None:
    """Parse a logbook as the parser does; None where only that can tell what it says."""
    if len(text) < LEAST_CHARACTERS:
        return None
    try:
        return _parsed(text.replace("\r\n", "\n"))
    except ValueError:
        return None


def _parsed(text: str) -> dict[str, Any] | None:
    """Put a text together of its parts.

    Raises:
        ValueError: only the parser can tell, by the whole text.
    """
    table = _table()
    first = table.search(text)
    if first is None or "\r" in text:
        return None
    found = _head(text[: first.start()])
    rows: list[Any] = found["entries"]
    end = first.start()
    for match in table.finditer(text, end):
        between = text[end : match.start()]
        if between not in NOTHING_BETWEEN:
            rows += _rows_between(between)
        rows.append(_row(match))
        end = match.end()
    if text[end:] not in NOTHING_BETWEEN:
        rows += _rows_between(text[end:])
    return found


def _head(text: str) -> dict[str, Any]:
    """Read what stands above the first table that was found, with its rows.

    Raises:
        BadToml: it can't be read by itself.
    """
    if written := _WRITTEN_HEAD.fullmatch(text):
        return {"format": int(written[1]), "entries": []}
    # With a header behind it a part can't end within a text or a list.
    found = parse_text(f"{text}\n[[entries]]")
    found["entries"].pop()
    return found


def _table() -> re.Pattern[str]:
    lines: list[str] = []
    for key, value in _IN_ORDER:
        line = f"\n{key} = {value}{_COMMENT}"
        lines.append(f"(?:{line})?" if key in _OPTIONAL else line)
        if key in _BEFORE_SELDOM:
            lines.append(_ALL_SAID_SELDOM)
    return re.compile(rf"\n\[\[entries\]\]{_COMMENT}{''.join(lines)}(?=\n)", re.ASCII)


def _rows_between(text: str) -> list[Any]:
    """Parse what follows a table, where it is tables of entries and nothing else.

    Raises:
        BadToml: it can't be read by itself.
        _MoreThanEntries: it goes on with the table before it, or has tables of another name.
    """
    found = parse_text(f"[[entries]]{text}\n[[entries]]")
    rows: list[Any]
    before, *rows, _ = found["entries"]
    if before or len(found) > 1:
        raise _MoreThanEntries
    return rows


def _row(match: re.Match[str]) -> dict[str, Any]:
    """Turn what was found into a row, its keys in the order of the file.

    Raises:
        ValueError: there is no such day, or a key is said twice.
    """
    kind, on, at, key, name, *said, id_ = match.groups()
    first, left, minutes, curriculum, then, note, evidence = said
    row: dict[str, Any] = {"kind": kind, "on": date.fromisoformat(on)}
    row["at"] = datetime.fromisoformat(at)
    row[key] = name
    if first:
        _add_said_seldom(row, first)
    if left is not None:
        row["left"] = int(left)
    if minutes is not None:
        row["minutes"] = int(minutes)
    if curriculum is not None:
        row["curriculum"] = curriculum
    if then:
        _add_said_seldom(row, then)
    if note is not None:
        row["note"] = note
    if evidence is not None:
        row["evidence"] = evidence
    row["id"] = id_
    return row


def _add_said_seldom(row: dict[str, Any], lines: str) -> None:
    for key, value in re.findall(_SAID_SELDOM, lines, re.ASCII):
        if key in row:
            raise ValueError
        row[key] = value
