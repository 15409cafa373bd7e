"""Routes compared by their hours alone, before any is gone along in every trial."""

from bisect import insort
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from math import inf

from pmcareer.domain.forecast.effort import LegWork
from pmcareer.domain.forecast.forecaster import Forecaster
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.roadmap.asked import Asker
from pmcareer.domain.roadmap.routes import Leg, Route

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
            # Who is past the sixth by the end of the first leg need not be followed to the last.
            most = shortest[ROUTES_KEPT - 1] if len(shortest) >= ROUTES_KEPT else inf
            if route.id == wanted:
                most = inf
            days = self.forecaster.likely_finish(route, self.work(route.legs), most)
            likely[route.id] = days
            insort(shortest, days)
        opening = [route for route in routes if likely[route.id] < inf] or list(routes[:1])
        opening.sort(key=lambda route: likely[route.id])
        kept = opening[:ROUTES_KEPT]
        # Who chose the seventh goes it all the same.
        return kept + [route for route in opening[ROUTES_KEPT:] if route.id == wanted]

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
