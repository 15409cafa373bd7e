"""Things of one kind put together."""

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

Thing = TypeVar("Thing")
Kind = TypeVar("Kind", bound=Hashable)


def grouped(things: Iterable[Thing], kind_of: Callable[[Thing], Kind]) -> dict[Kind, list[Thing]]:
    """Group things by their kind: kinds in the order of their first thing, things as they came."""
    groups: dict[Kind, list[Thing]] = {}
    for thing in things:
        groups.setdefault(kind_of(thing), []).append(thing)
    return groups
