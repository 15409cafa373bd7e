"""How a logbook is laid out in its file, so that tools that go by lines can't mix two entries."""

import re
from datetime import date, datetime

import tomli_w

from pmcareer.domain.logbook.logbook import FORMAT
from pmcareer.storage.toml import Row

YOURS = "# pmcareer logbook. Yours to read and edit."
PROMISE = (
    "What you log is added at the end; what is above changes only when you edit, merge or mend."
)
HEADER = f"{YOURS} {PROMISE}\nformat = {FORMAT}\n"
FIRST_LINES = frozenset(
    (
        f"{YOURS} {PROMISE}",
        f"{YOURS} pmcareer adds entries at its end and changes nothing above.",
    )
)
"""The comment that files begin with, now and in earlier versions: nobody's own words."""
NOTHING = b"\xef\xbb\xbf \t\r\n"
"""What a file can hold and be empty all the same: a byte order mark, and blanks."""
MOMENT = re.compile(r"^(\w+ = \d{4}-\d{2}-\d{2}) (?=\d{2}:)", re.MULTILINE)
"""tomli_w puts a blank between day and time; other readers of ISO 8601 want the T."""
PLAIN_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
AS_SHOWN = frozenset((int, date, datetime))
"""What Python shows as TOML writes it."""
MOST_ALIKE = 3
"""Lines on end that may be the same in another entry."""


def table_of(row: Row) -> str:
    """Write a row as a table, its id behind the header and behind every fourth line.

    Git merges line by line. Two branches have added an entry each: where more than three lines on
    end are the same in both, it writes those once, and the two entries become one that is broken.
    Lines that bear the id are the same in none.

    Raises:
        TypeError, ValueError: TOML has nothing for a value.
    """
    mark = ""
    if isinstance(name := row.get("id"), str) and PLAIN_ID.fullmatch(name):
        mark = f"  # {name}"
    text = "".join(key_text(key, value) for key, value in row.items())
    lines = MOMENT.sub(r"\1T", text).split("\n")[:-1]
    # Not the last: it is the id itself.
    for number in range(MOST_ALIKE, len(lines) - 1, MOST_ALIKE + 1):
        lines[number] += mark
    return "".join(f"{line}\n" for line in (f"[[entries]]{mark}", *lines))


def key_text(key: str, value: object) -> str:
    """Write a key and its value in one piece, tables inline: below a header nothing may open one.

    Raises:
        TypeError, ValueError: TOML has nothing for the value.
    """
    if isinstance(value, dict | list):
        name = tomli_w.dumps({key: 0}).removesuffix(" = 0\n")
        return f"{name} = {_inline(value)}\n"
    return tomli_w.dumps({key: value})


def _inline(value: object) -> str:
    if isinstance(value, dict):
        keys = [key_text(key, inner).rstrip("\n") for key, inner in value.items()]
        return f"{{ {', '.join(keys)} }}" if keys else "{}"
    if isinstance(value, list) and any(isinstance(each, dict | list) for each in value):
        return f"[{', '.join(map(_inline, value))}]"
    return tomli_w.dumps({"x": value}).removeprefix("x = ").rstrip("\n")


def row_text(row: Row) -> str:
    """Write a row as tomli_w does, in a third of the time where all of it is plain.

    Raises:
        TypeError, ValueError: TOML has nothing for a value.
    """
    # The first entry that is logged on a device gives their lines to all that were there before.
    lines = []
    for key, value in row.items():
        said = f'"{value}"' if type(value) is str and _is_plain(value) else value
        if not PLAIN_ID.fullmatch(key) or (said is value and type(value) not in AS_SHOWN):
            return tomli_w.dumps(row)
        lines.append(f"{key} = {said}\n")
    return "".join(lines)


def _is_plain(text: str) -> bool:
    return text.isprintable() and '"' not in text and "\\" not in text


def line_end_of(old: bytes) -> str:
    """Choose the line end of the last line, else that of most."""
    of_windows = old.count(b"\r\n")
    if old.endswith(b"\r\n") or of_windows * 2 > old.count(b"\n"):
        return "\r\n"
    return "\n"
