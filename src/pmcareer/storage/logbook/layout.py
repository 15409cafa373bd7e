"""How a row is laid out in the file, so that tools that go by lines can't mix two of them."""

import re

import tomli_w

from pmcareer.storage.toml import Row

MOMENT = re.compile(r"^(\w+ = \d{4}-\d{2}-\d{2}) (?=\d{2}:)", re.MULTILINE)
"""tomli_w puts a blank between day and time; other readers of ISO 8601 want the T."""
PLAIN_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
MOST_ALIKE = 3
"""Lines in a row that may be the same in another entry."""


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
    lines = MOMENT.sub(r"\1T", tomli_w.dumps(row)).split("\n")[:-1]
    # Not the last: it is the id itself.
    for number in range(MOST_ALIKE, len(lines) - 1, MOST_ALIKE + 1):
        lines[number] += mark
    return "".join(f"{line}\n" for line in (f"[[entries]]{mark}", *lines))
