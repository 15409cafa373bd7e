"""The parser of TOML, guarded against bombs, and its errors in our own words."""

import re
from typing import Any

import tomli

from pmcareer.storage.bad_toml import BadToml
from pmcareer.storage.outline import outside_strings

MOST_DOTS, MOST_BRACKETS, MOST_KEY_PARTS = 100, 64, 20
"""On one line outside strings.

The parser takes seconds for `a.a.a.…`: its time grows with the square of the dots.
"""
SHORTEST_BOMB = 40
BETWEEN_KEYS = re.compile(r"[,=\[\]{}]")

TOO_DENSE = ("this line has too many dots or brackets to be read.", "Break it up.")
TOO_DEEP = ("brackets are nested too deeply to be read.", "Take some levels out.")


def parsed(text: str) -> dict[str, Any]:
    """Parse a text, whatever it holds.

    Raises:
        BadToml: it is no TOML, or a bomb.
    """
    _refuse_bombs(text)
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise _in_our_words(str(error), text) from None
    except RecursionError:
        raise BadToml(*TOO_DEEP, _foot_of_the_tower(text)) from None
    except ValueError:  # an integer beyond Python's 4,300 digits is no TOMLDecodeError
        raise _endless_number(text) from None


def _refuse_bombs(text: str) -> None:
    # Only where a suspect could end a text of several lines does one have to know what is above it.
    if any(len(line) > SHORTEST_BOMB and _is_suspect(line) for line in text.split("\n")):
        for number, line, outside in outside_strings(text):
            if len(line) > SHORTEST_BOMB and _is_dense(outside):
                raise BadToml(*TOO_DENSE, number)


def _is_suspect(line: str) -> bool:
    if line.count(".") <= MOST_KEY_PARTS and _opened(line) <= MOST_BRACKETS:
        return False
    return '"""' in line or "'''" in line or _is_dense(next(outside_strings(line))[2])


def _is_dense(outside: str) -> bool:
    if outside.count(".") > MOST_DOTS or _opened(outside) > MOST_BRACKETS:
        return True
    return any(key.count(".") > MOST_KEY_PARTS for key in BETWEEN_KEYS.split(outside))


def _opened(outside: str) -> int:
    return outside.count("[") + outside.count("{")


NO_TOML = ("this is no TOML.", "A line is a key = value, a [[table]] or a # comment.")
# What the parser says begins with one of these; some of them have quotes of their own.
SAYINGS = (
    (
        ("Cannot overwrite", "Duplicate inline table key"),
        "this key is there twice.",
        "Keep one of the two.",
    ),
    (
        "Cannot declare",
        "this table is there twice, or its name is a key already.",
        "Keep one of the two.",
    ),
    (
        "Cannot mutate immutable",
        "this table was already written in one piece.",
        "Write it in one way only.",
    ),
    (
        ("Unterminated string", "Expected \"'''\"", 'Expected \'"""\'', 'Expected "\'"'),
        "a text is not closed.",
        "Add the closing quotes.",
    ),
    ("Unescaped '\\'", "a backslash stands alone in a text.", "Write two, or use 'single quotes'."),
    (
        "Unclosed array",
        "a list is not closed.",
        "Add the closing bracket, or a comma between its values.",
    ),
    (
        "Unclosed inline table",
        "a table is not closed.",
        "Add the closing brace, or a comma between its keys.",
    ),
    ("Expected '='", "a key has no value.", "Write it as key = value."),
    (
        "Invalid value",
        "this value can't be read.",
        "Text needs quotes; a date looks like 2026-11-21.",
    ),
    ("Invalid date", "there is no such day or time.", "A date looks like 2026-11-21."),
    ("Invalid initial character for a key", "this is no key.", NO_TOML[1]),
    ("Expected newline", "something follows the value.", "One key to a line; text needs quotes."),
    (
        ("Found invalid character '\\r'", "Illegal character '\\r'"),
        "a line ends with a carriage return alone.",
        "Save the file with line feeds (LF).",
    ),
    ("Found invalid character", "there is a control character.", "Delete it."),
    (
        "Illegal character",
        "there is a control character in a text.",
        "Delete it, or close the quotes on the same line.",
    ),
    (
        "Escaped character is not",
        "a text names a character that does not exist.",
        "Correct the \\u in it.",
    ),
    ("Expected ']", "a table's name is not closed.", "Write it as [[name]]."),
)
PLACE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$")


def _in_our_words(said: str, text: str) -> BadToml:
    place = PLACE.search(said)
    line = text.rstrip("\n").count("\n") + 1
    if place and place[1]:
        line = int(place[1])
    for starts, message, hint in SAYINGS:
        if said.startswith(starts):
            return BadToml(message, hint, line)
    return BadToml(*NO_TOML, line)


def _foot_of_the_tower(text: str) -> int | None:
    """Find the line where the brackets open that are nested too deeply."""
    depth = foot = 0
    for number, _, outside in outside_strings(text):
        if depth <= 0:
            foot = number
        depth += _opened(outside) - outside.count("]") - outside.count("}")
        if depth > MOST_BRACKETS:
            return foot
    return None


def _endless_number(text: str) -> BadToml:
    lines = (
        number
        for number, _, outside in outside_strings(text)
        if re.search(r"[0-9_]{4301,}", outside)
    )
    return BadToml("a number has more digits than can be read.", "Shorten it.", next(lines, None))
