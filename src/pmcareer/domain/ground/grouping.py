"""Things of one kind put together, and amounts added up."""

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


def added_up(amounts: Iterable[tuple[Kind, float]]) -> dict[Kind, float]:
    """Add amounts up by their kind: kinds in the order of their first amount."""
    sums: dict[Kind, float] = {}
    for kind, amount in amounts:
        sums[kind] = sums.get(kind, 0.0) + amount
    return sums
