"""Keys and tables of a logbook that nobody knows: they travel along with its entries."""

from collections.abc import Iterator, Mapping
from typing import Any

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Problem
from pmcareer.storage.bad_toml import BadToml
from pmcareer.storage.logbook.blocks import Block, Blocks
from pmcareer.storage.logbook.layout import key_text
from pmcareer.storage.logbook.rows import KEYS
from pmcareer.storage.toml import parse_text


@frozen
class Others:
    """What of theirs, beside entries, ours lacks."""

    keys: tuple[str, ...]
    """Lines for the top of the file."""
    tables: tuple[str, ...]
    """Tables for its end."""
    left: tuple[Problem, ...]
    """What says something else in ours, which stays."""


def others_of(ours: Blocks, theirs: Blocks, base: Blocks, *, file: str) -> Others:
    """Choose the keys and tables that come along; what the base had is no news."""
    keys: list[str] = []
    tables: list[str] = []
    left: list[Problem] = []
    start = ours.text
    for block in (theirs.top, *theirs.tables):
        for key, value in _news(block, ours, base):
            text = key_text(key, value) if block is theirs.top else block.text
            # Where ours has one of the same name that says something else, both can't stand.
            if block.rows or not _fits(start, "".join(keys), [*tables, text]):
                left.append(_left(file, block, key))
            elif block is theirs.top:
                keys.append(text)
            else:
                tables.append(text)
    return Others(keys=tuple(keys), tables=tuple(dict.fromkeys(tables)), left=tuple(left))


def _news(block: Block, ours: Blocks, base: Blocks) -> Iterator[tuple[str, Any]]:
    for key, value in block.found.items():
        if key not in KEYS and not (_has(ours, key, value) or _has(base, key, value)):
            yield key, value


def _has(side: Blocks, key: str, value: object) -> bool:
    blocks = (side.top, *side.tables)
    return any((key, value) in block.found.items() for block in blocks)


def _fits(ours: str, keys: str, tables: list[str]) -> bool:
    whole = _parsed(ours)
    if whole is None:
        return False
    end = "\n".join(["", *tables])
    return _parsed(f"{keys}{ours}\n{end}") is not None


def _parsed(text: str) -> Mapping[str, Any] | None:
    try:
        return parse_text(text)
    except BadToml:
        return None


def _left(file: str, block: Block, key: str) -> Problem:
    why = "the logbook has another one of this name, or can't be read"
    if block.rows:
        why = "it stands in one piece with an entry"
    return Problem(
        file=file,
        line=block.first + block.comments,
        where=key,
        message=f"{why}; it was left out.",
        hint="It counts nowhere. Copy it by hand if you need it.",
    )
