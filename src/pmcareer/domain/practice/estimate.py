"""Durations and costs as ranges: PERT, and what is not exceeded with a given chance.

PERT as Malcolm, Roseboom, Clark and Fazar published it in 1959. Simulated durations are
triangular and independent of each other, which makes the spread smaller than it is where one cause
delays many.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import ceil, sqrt
from random import Random

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.practice.network import (
    Activity,
    Plan,
    critical_path,
    early_finishes,
    in_order,
)

RUNS = 10_000
"""Enough for a P80 that another seed moves by less than one percent of the whole length."""
SEED = 1
SIMULATED_TOLERANCE = 0.02
"""Of the value: a simulated figure that is nearer than this is right, whatever its seed or tool."""


def pert_mean(activity: Activity) -> float:
    """PERT mean (O + 4 M + P) / 6, in working days."""
    return (activity.optimistic + 4 * activity.likely + activity.pessimistic) / 6


def pert_deviation(activity: Activity) -> float:
    """PERT deviation (P - O) / 6, in working days."""
    return (activity.pessimistic - activity.optimistic) / 6


def path_mean(activities: Iterable[Activity]) -> float:
    """Add up the PERT means of activities one after the other, in working days."""
    return sum(map(pert_mean, activities))


def path_deviation(activities: Iterable[Activity]) -> float:
    """Give the deviation of activities one after the other, in working days.

    The root of the sum of squares: they are taken to be independent.
    """
    return sqrt(sum(pert_deviation(activity) ** 2 for activity in activities))


def on_critical_path(activities: Iterable[Activity]) -> tuple[Activity, ...]:
    """Pick the activities on the critical path by PERT means, in the order of their start.

    Raises:
        NotComputable: an activity waits for itself, or for what is not there.
    """
    known = {activity.id: activity for activity in activities}
    return tuple(map(known.__getitem__, critical_path(known.values(), pert_mean)))


def simulated_lengths(
    activities: Iterable[Activity], *, runs: int = RUNS, seed: int = SEED
) -> tuple[float, ...]:
    """Draw the length of a network, in working days, shortest first.

    The same seed gives the same lengths, in whatever order the activities come.

    Raises:
        NotComputable: an activity waits for itself, or for what is not there.
    """
    return _lengths(in_order(sorted(activities, key=_by_id)), runs, seed)


# A sheet asks for P50, P80 and the chance of a day, and for their slips: all of the same draws.
@lru_cache(maxsize=4)
def _lengths(ordered: tuple[Activity, ...], runs: int, seed: int) -> tuple[float, ...]:
    chance = Random(seed)  # noqa: S311 -- a forecast is no secret
    return tuple(sorted(_drawn_length(ordered, chance) for _ in range(runs)))


def _by_id(activity: Activity) -> str:
    return activity.id


def _drawn_length(ordered: Plan, chance: Random) -> float:
    days = {activity.id: _drawn(activity, chance) for activity in ordered}
    return max(early_finishes(ordered, days).values(), default=0.0)


def _drawn(activity: Activity, chance: Random) -> float:
    return chance.triangular(activity.optimistic, activity.pessimistic, activity.likely)


@frozen
class Threat:
    """What may come, and what it costs if it does, in money."""

    chance: float
    """From 0 to 1."""
    low: float
    likely: float
    high: float


def mean_cost(threats: Iterable[Threat]) -> float:
    """Add up chance times the mean of a triangle, (low + likely + high) / 3, in money."""
    return sum(each.chance * (each.low + each.likely + each.high) / 3 for each in threats)


@lru_cache(maxsize=4)
def simulated_costs(
    threats: tuple[Threat, ...], *, runs: int = RUNS, seed: int = SEED
) -> tuple[float, ...]:
    """Draw what threats cost together, in money, least first.

    Each comes or not by its chance and costs a triangular amount; all are independent.
    """
    chance = Random(seed)  # noqa: S311 -- a forecast is no secret
    return tuple(sorted(_drawn_cost(threats, chance) for _ in range(runs)))


def _drawn_cost(threats: Sequence[Threat], chance: Random) -> float:
    return sum(
        chance.triangular(each.low, each.high, each.likely)
        for each in threats
        if chance.random() < each.chance
    )


def percentile(in_order_of_size: Sequence[float], share: float) -> float:
    """Give the smallest value that this share of all values does not exceed (nearest rank).

    `share` lies above 0 and is 1 at most; 0.8 is P80. Values come smallest first, one at least.
    """
    # 0.55 times 20 is a hair above 11, and the eleventh is meant.
    rank = ceil(share * len(in_order_of_size) - 1e-9)
    return in_order_of_size[max(rank, 1) - 1]


def chance_within(lengths: Sequence[float], most: float) -> float:
    """Give the share of drawn lengths that are no longer than `most`, from 0 to 1."""
    return sum(length <= most for length in lengths) / len(lengths)
