"""An entry that a script gives an id of its own, so that it can try again and store it once."""

import re
from collections.abc import Collection
from typing import Any

from pmcareer.domain.logbook.entries import Entry
from pmcareer.domain.logbook.logbook import Logbook
from pmcareer.domain.words.lookup import taker_of
from pmcareer.errors import IdTaken, WrongValue

GIVEN_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
LONGEST_SHOWN = 60
NOT_SAID = frozenset({"at", "curriculum"})
"""Keys that nobody types: they tell when it was written down, and beside which curriculum."""
THINGS = ("exercise", "practice", "step", "gate")
ABSENT = "nothing"


def given_id(text: str) -> str:
    """Read the id that a script chose.

    Raises:
        WrongValue: The logbook can't hold it.
    """
    if not GIVEN_ID.fullmatch(text):
        raise WrongValue("--id", text[:LONGEST_SHOWN], "1 to 64 of a-z, A-Z, 0-9, - and _")
    return text


def entry_with(logbook: Logbook, name: str | None) -> Entry | None:
    """Find the entry that has this id, whether it counts or was taken back."""
    for entry in logbook.entries:
        if entry.id == name:
            return entry
    return None


def thing_of(entry: Entry | None) -> str | None:
    """Name the exercise, practice, step or gate of an entry, where it has one."""
    for key in THINGS:
        thing = getattr(entry, key, None)
        if isinstance(thing, str):
            return thing
    return None


def refuse_other(before: Entry, entry: Entry, *, unsaid: Collection[str]) -> None:
    """Refuse an id whose entry says something else; `unsaid` are keys that nobody typed now.

    Raises:
        IdTaken: it names the first key that differs.
    """
    there, typed = _content(before, unsaid), _content(entry, unsaid)
    for key in dict.fromkeys((*there, *typed)):
        if there.get(key) != typed.get(key):
            raise IdTaken(entry.id, key, there.get(key, ABSENT), typed.get(key, ABSENT))


def _content(entry: Entry, unsaid: Collection[str]) -> dict[str, Any]:
    skipped = NOT_SAID.union(unsaid)
    return {key: value for key, value in entry.as_row().items() if key not in skipped}


def remarks_on_stored(logbook: Logbook, entry: Entry) -> tuple[str, ...]:
    """Say of an entry that was stored before that it counts no more, where it was taken back."""
    if entry.id not in logbook.void:
        return ()
    back = f"pmcareer undo {taker_of(logbook, entry.id)}"
    return (f"It was taken back after that, and does not count; bring it back: {back}.",)
