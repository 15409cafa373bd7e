"""Entries made of what was typed: a value that can't be held is refused by its option's name."""

from collections.abc import Mapping

from pydantic import ValidationError

from pmcareer.domain.logbook.entries import AnEntry
from pmcareer.errors import WrongValue

WANTED = {
    "string_too_short": "a text that is not empty",
    "string_too_long": "a text of at most 4000 characters",
    "string_pattern_mismatch": "a text without control or invisible characters",
    "string_unicode": "a text in a readable encoding",
    "too_long": "fewer values",
    "too_short": "at least one value",
}
"""Pydantic's names of what is wrong, in our words."""
NOTHING_BETTER = "another value"
MOST_LETTERS = 60
"""Of a wrong value that is repeated."""


def entry_of(kind: type[AnEntry], names: Mapping[str, str], /, **keys: object) -> AnEntry:
    """Make an entry; `names` are the options by key, where they are not spelt like the key.

    Raises:
        WrongValue: The logbook can't hold a value.
    """
    said = {key: _stripped(value) for key, value in keys.items() if value is not None}
    try:
        return kind.model_validate(said)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
    key = str(first["loc"][0]) if first["loc"] else ""
    option = names.get(key, f"--{key.replace('_', '-')}")
    raise WrongValue(option, _shortened(first["input"]), WANTED.get(first["type"], NOTHING_BETTER))


def _stripped(value: object) -> object:
    return value.strip() if isinstance(value, str) else value


def _shortened(value: object) -> str:
    text = str(value)
    if len(text) > MOST_LETTERS:
        return f"{text[:MOST_LETTERS]} ..."
    return text
