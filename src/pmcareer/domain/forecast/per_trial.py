"""Days in every trial at once: what is done to one entry of a list is done to all of them."""

from operator import add, sub

Days = list[float]
"""Days, mostly from today, one entry per trial; infinite where something never comes."""


def plus(days: Days, more: Days) -> Days:
    """Add days, trial by trial."""
    return list(map(add, days, more))


def minus(days: Days, less: Days) -> Days:
    """Subtract days, trial by trial."""
    return list(map(sub, days, less))


def latest(*days: Days) -> Days:
    """Find the latest of several in each trial."""
    if len(days) == 1:
        return days[0]
    return list(map(max, *days))


def moved(days: Days, by: float) -> Days:
    """Move the day of each trial by as much."""
    return [day + by for day in days]


def times(days: Days, factor: float) -> Days:
    """Multiply the days of each trial."""
    return [day * factor for day in days]


def none_below_zero(days: Days) -> Days:
    """Put nothing where less than nothing is left."""
    # Where something never comes, inf - inf is not a number: max() takes the 0 that it sees first.
    return [max(0.0, day) for day in days]
