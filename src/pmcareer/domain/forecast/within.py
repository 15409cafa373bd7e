"""Ways that are followed only until they are sure to take too long."""

from collections.abc import Sequence
from itertools import accumulate
from math import inf

from pmcareer.domain.forecast.dates import median_of
from pmcareer.domain.forecast.effort import LegWork
from pmcareer.domain.forecast.per_trial import Days, latest, less_served, plus
from pmcareer.domain.forecast.simulation import Trials, search_key
from pmcareer.domain.forecast.walk import leg_by_leg
from pmcareer.domain.ground.calendar import A_MOMENT, DAYS_PER_MONTH
from pmcareer.domain.person.person import Person
from pmcareer.domain.roadmap.routes import Leg, Route


def median_within(
    route: Route, work: Sequence[LegWork], trials: Trials, person: Person, most: float
) -> float:
    """Find the median of the days to a route's end; infinite once it is sure to be above `most`.

    No leg takes less than its move, or its detours, and its search, whatever else there is to wait
    for.
    """
    # Another way takes 4,170 days, and 4,253 are no later. After two legs of this one there is so
    # much ahead that half of the trials come to 4,280: nobody need find out what else is.
    least = [_least_days(leg, trials) for leg in reversed(route.legs[1:])] if most < inf else []
    ahead = list(accumulate(least, plus))
    finish: Days = []
    for times in leg_by_leg(route, work, trials, person):
        if ahead and median_of(plus(times.finish, ahead.pop())) > most + A_MOMENT:
            return inf
        finish = times.finish
    return median_of(finish)


def _least_days(leg: Leg, trials: Trials) -> Days:
    """Find the days that a later leg takes for its move, its detours and its search, per trial."""
    days = [0.0] * trials.count
    for detour in leg.detours:
        months = trials.months(detour.key, detour.months)
        days = plus(days, less_served(months, detour.served_months * DAYS_PER_MONTH))
        # One may wait for a detour, too.
        if detour.search[2]:
            days = plus(days, trials.months(search_key(detour.role), detour.search))
    if leg.move:
        months = trials.months(leg.move.key, leg.months)
        days = latest(days, less_served(months, leg.served_months * DAYS_PER_MONTH))
    # Only the search for the next post can have begun.
    if leg.search[2]:
        return plus(days, trials.months(search_key(leg.target), leg.search))
    return days
