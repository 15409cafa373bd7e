"""Things of one kind put together, and amounts added up."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

Thing = TypeVar("Thing")
Kind = TypeVar("Kind", bound=Hashable)


def grouped(things: Iterable[Thing], kind_of: Callable[[Thing], Kind]) -> dict[Kind, list[Thing]]:
    """Group things by their kind: kinds in the order of their first thing, things as they came."""
    groups: defaultdict[Kind, list[Thing]] = defaultdict(list)
    for thing in things:
        groups[kind_of(thing)].append(thing)
    # To ask for a kind that there is none of makes no group of it.
    return dict(groups)


def added_up(amounts: Iterable[tuple[Kind, float]]) -> dict[Kind, float]:
    """Add amounts up by their kind: kinds in the order of their first amount."""
    sums: dict[Kind, float] = {}
    for kind, amount in amounts:
        sums[kind] = sums.get(kind, 0.0) + amount
    return sums
