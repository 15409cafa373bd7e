"""Days in every trial at once: what is done to one entry of a list is done to all of them.

Plans are made of millions of these comparisons: written out they take a fifth of what a call of
max() for each takes.
"""

from operator import add, sub

Days = list[float]
"""Days, mostly from today, one entry per trial; infinite where something never comes."""


def plus(days: Days, more: Days) -> Days:
    """Add days, trial by trial."""
    return list(map(add, days, more))


def minus(days: Days, less: Days) -> Days:
    """Subtract days, trial by trial."""
    return list(map(sub, days, less))


def latest(days: Days, *others: Days) -> Days:
    """Find the latest of several in each trial; the same list is looked at once."""
    first = days
    for other in {id(other): other for other in others}.values():
        if other is first:
            continue
        both = zip(days, other, strict=True)
        days = [more if more > day else day for day, more in both]  # noqa: FURB136 -- see above
    return days


def at_least(days: Days, least: float) -> Days:
    """Put so many days where there are fewer."""
    return [least if least > day else day for day in days]  # noqa: FURB136 -- see above


def moved(days: Days, by: float) -> Days:
    """Move the day of each trial by as much."""
    return [day + by for day in days] if by else days


def times(days: Days, factor: float) -> Days:
    """Multiply the days of each trial."""
    return [day * factor for day in days] if factor != 1 else days


def less_served(days: Days, served: float) -> Days:
    """Take off the days that were served already, as far as there are any."""
    return none_below_zero(moved(days, -served)) if served else days


def none_below_zero(days: Days) -> Days:
    """Put nothing where less than nothing is left."""
    # Where something never comes, inf - inf is not a number, and no more than 0 either.
    return [day if day > 0 else 0.0 for day in days]
