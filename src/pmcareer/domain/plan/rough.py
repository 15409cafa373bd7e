"""Routes compared by their hours alone, before any is gone along in every trial."""

from bisect import insort
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from math import inf

from pmcareer.domain.forecast.effort import LegWork
from pmcareer.domain.forecast.forecaster import Forecaster
from pmcareer.domain.ground.calendar import A_MOMENT, DAYS_PER_MONTH
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.roadmap.asked import Asker
from pmcareer.domain.roadmap.routes import Detour, Leg, Route

ROUTES_KEPT = 6


@frozen
class _Hours:
    """What a way asks for until the end of a leg."""

    work: LegWork
    exercises: frozenset[str]


@frozen
class Rough:
    """Dates routes in one trial, by hours without an order: enough to pick some by."""

    asker: Asker
    forecaster: Forecaster

    def nearest(self, routes: Sequence[Route], wanted: str | None) -> list[Route]:
        """Choose the six with the shortest likely time, and the one of this id besides.

        One that never opens is among them only when there is no other.
        """
        likely: dict[str, float] = {}
        shortest: list[float] = []
        for route in routes:
            most = shortest[ROUTES_KEPT - 1] if len(shortest) >= ROUTES_KEPT else inf
            days = self._likely_days(route, inf if route.id == wanted else most)
            likely[route.id] = days
            insort(shortest, days)
        opening = [route for route in routes if likely[route.id] < inf] or list(routes[:1])
        opening.sort(key=lambda route: likely[route.id])
        kept = opening[:ROUTES_KEPT]
        # Who chose the seventh goes it all the same.
        return kept + [route for route in opening[ROUTES_KEPT:] if route.id == wanted]

    def _likely_days(self, route: Route, most: float) -> float:
        """Find the likely days to its end, or, once it is sure to take more than `most`, as many.

        No leg takes less than its move, or its detours, and its search, whatever else there is to
        wait for.
        """
        # The sixth so far ends in 1,500 days. After a leg of 700 there are moves of 900 ahead, and
        # nobody need find out what else is: it is none of the six.
        ahead = list(accumulate(map(_least_days, reversed(route.legs)), initial=0.0))
        days = 0.0
        ends = self.forecaster.likely_ends(route, self.work(route.legs))
        while ahead:
            least = days + ahead.pop()
            if least > most + A_MOMENT:
                return least
            days = next(ends, days)
        return days

    def middle_days(self, route: Route) -> float:
        """Find the days to its end with the median of the pace and of all months."""
        return self.forecaster.middle_finish(route, list(self.work(route.legs)))

    def work(self, legs: Iterable[Leg]) -> Iterator[LegWork]:
        """Add up hours alone, leg by leg."""
        way: tuple[str, ...] = ()
        for leg in legs:
            before, way = way, (*way, leg.source.id, leg.target.id)
            if way not in self._hours:
                self._hours[way] = self._until(leg, self._hours.get(before))
            yield self._hours[way].work

    @cached_property
    def _hours(self) -> dict[tuple[str, ...], _Hours]:
        """By the roles of each leg of a way."""
        return {}

    def _until(self, leg: Leg, before: _Hours | None) -> _Hours:
        asked = self.asker.asked(leg.target, leg.move)
        seen = before.exercises if before else frozenset()
        fresh = asked.keys() - seen - self.asker.covered
        hours = before.work.hours_until_here if before else 0.0
        hours += sum(map(self.asker.person.hours_left, fresh))
        work = LegWork(hours_until_here=hours, sd_until_here=0.0, standing_hours=0.0)
        return _Hours(work=work, exercises=seen | fresh)


def _least_days(leg: Leg) -> float:
    """Find the days of a leg in the typical trial for its move, detours and search alone."""
    # What is left of a search that has begun is drawn anew.
    search = leg.search[1] if leg.searched_days is None else 0.0
    move = max(0.0, leg.months[1] - leg.served_months)
    return (max(move, sum(map(_least_months, leg.detours))) + search) * DAYS_PER_MONTH


def _least_months(detour: Detour) -> float:
    """Find the months of a detour and of the search for it; one may wait for it besides."""
    return max(0.0, detour.months[1] - detour.served_months) + detour.search[1]
