"""Capacity against demand, by role and period."""

from collections.abc import Iterable

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.grouping import added_up

Amount = tuple[tuple[str, str], float]
"""Role and period, and the days of work."""


@frozen
class Load:
    """A role in a period; days of work."""

    role: str
    period: str
    demand: float
    capacity: float

    @property
    def gap(self) -> float:
        """Days that are missing; below nil where some are left."""
        return self.demand - self.capacity

    @property
    def use(self) -> float | None:
        """Demand per capacity: 1.1 is 10 percent too much; None where there is nobody."""
        return self.demand / self.capacity if self.capacity else None


def loads(demand: Iterable[Amount], capacity: Iterable[Amount]) -> tuple[Load, ...]:
    """Set demand against capacity by role and period, in the order in which they came first.

    Several amounts of one role and period are added up: a bottleneck is seen in the sum alone.
    """
    asked, there = added_up(demand), added_up(capacity)
    found = []
    for role, period in asked | there:
        have = there.get((role, period), 0.0)
        want = asked.get((role, period), 0.0)
        found.append(Load(role=role, period=period, demand=want, capacity=have))
    return tuple(found)
