"""The plan of one person: which routes there are, which one is recommended, and what is next on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import islice
from math import inf

from pmcareer.domain.curriculum.items import Exercise, Role
from pmcareer.domain.forecast.forecaster import Forecaster, at_quantile
from pmcareer.domain.forecast.outlook import RouteDates, RouteForecast
from pmcareer.domain.forecast.simulation import LegTimes, LegWork
from pmcareer.domain.person.person import Person
from pmcareer.domain.roadmap.routes import Leg, Route, routes_of
from pmcareer.domain.roadmap.stages import Stage, stages_of
from pmcareer.domain.roadmap.weights import background_weights
from pmcareer.domain.roadmap.workplan import Asker, Task
from pmcareer.errors import AmbiguousWord, DetourTarget, UnknownWord

ROUTES_KEPT = 6
LOOK_AHEAD = 4
"""Routes that agree on so many next tasks need no forecast to say what is next."""
QUICK_TRIALS = 251
CLOSE_MEDIANS = 1.06
"""Medians of a quarter of the trials were off by 1.5 % at worst: further apart than this they keep their order."""


@dataclass(frozen=True, kw_only=True)
class Planned:
    """A route with its stages, which are worked out when they are first asked for."""

    route: Route
    asker: Asker
    weights: Mapping[str, float]
    """Weights of skills that the background calls for."""

    @cached_property
    def stages(self) -> tuple[Stage, ...]:
        """What each leg asks to be done, in order."""
        return stages_of(self.asker, self.route, self.weights)

    @property
    def active(self) -> list[Task]:
        """List the tasks that can be done today, in order."""
        return [task for stage in self.stages for task in stage.tasks if task.is_active]

    @property
    def ahead(self) -> tuple[tuple[str, str], ...]:
        """Give the next few tasks, each with the role that asks for it."""
        tasks = (
            (task, stage.leg.target)
            for stage in self.stages
            for task in stage.tasks
            if task.is_active
        )
        return tuple((task.exercise.id, role.id) for task, role in islice(tasks, LOOK_AHEAD))


@dataclass(frozen=True, kw_only=True)
class Planner:
    """Plans for one person and one target; each part is computed when it is first asked for."""

    person: Person
    hours_per_week: float | None = None
    """A promise to try out instead of the profile's."""

    @cached_property
    def target(self) -> Role:
        """The role aimed at.

        Raises:
            UnknownWord: the curriculum has no such role.
            DetourTarget: it is one that one comes back from.
        """
        role = known_role(self.person, self.person.target)
        if role.detour:
            raise DetourTarget(role.id)
        return role

    @cached_property
    def _asker(self) -> Asker:
        known_role(self.person, self.person.stands_at)
        return Asker(person=self.person)

    @cached_property
    def forecaster(self) -> Forecaster:
        """What turns stages into dates."""
        asked = self.asked.values()
        mean = sum(exercise.mean_hours for exercise in asked) / len(asked) if asked else 1.0
        return Forecaster(person=self.person, item_hours=mean, hours_per_week=self.hours_per_week)

    @cached_property
    def candidates(self) -> tuple[Planned, ...]:
        """Up to six routes, those with the shortest likely time; one that never opens only when there is no other."""
        known_role(self.person, self.person.stands_at)
        routes = routes_of(self.person, self.target)
        likely = {
            route.id: self.forecaster.likely_finish(route, self._rough_work(route.legs))
            for route in routes
        }
        opening = [route for route in routes if likely[route.id] < inf] or routes[:1]
        shortest = sorted(opening, key=lambda route: likely[route.id])[:ROUTES_KEPT]
        weights = background_weights(self.person)
        return tuple(Planned(route=route, asker=self._asker, weights=weights) for route in shortest)

    def _rough_work(self, legs: Sequence[Leg]) -> list[LegWork]:
        """Add up hours alone, without an order: enough to pick candidates by."""
        seen: set[str] = set()
        hours = 0.0
        work = []
        for leg in legs:
            asked = self._asker.asked(leg.target, leg.move)
            fresh = asked.keys() - seen - self._asker.covered
            hours += sum(self.person.hours_left(name) for name in fresh)
            seen |= fresh
            work.append(LegWork(hours_until_here=hours, sd_until_here=0.0, standing_hours=0.0))
        return work

    @property
    def recommended(self) -> Planned:
        """The route with the earliest P50."""
        return self.ranked[0]

    @cached_property
    def for_today(self) -> Planned:
        """A route that says what is next just as the recommended one does: any of them where all agree.

        A quarter of the trials tell which can't have the earliest P50; only the close ones are gone along in all.
        """
        if len({planned.ahead for planned in self.candidates}) == 1:
            return self.candidates[0]
        quick = replace(self.forecaster, trials=QUICK_TRIALS)
        medians = [
            at_quantile(sorted(quick.walked(planned.route, planned.stages)[-1].finish), 0.5)
            for planned in self.candidates
        ]
        nearest = min(medians) * CLOSE_MEDIANS
        close = [
            planned
            for planned, median in zip(self.candidates, medians, strict=True)
            if median <= nearest
        ]
        agreed = len({planned.ahead for planned in close}) == 1
        return (
            close[0]
            if agreed
            else min(close, key=lambda planned: (self._median(planned), planned.route.id))
        )

    @cached_property
    def _walked(self) -> dict[str, list[LegTimes]]:
        return {}

    def _trials(self, planned: Planned) -> list[LegTimes]:
        """Go along a route in every trial, once."""
        if planned.route.id not in self._walked:
            self._walked[planned.route.id] = self.forecaster.walked(planned.route, planned.stages)
        return self._walked[planned.route.id]

    def _median(self, planned: Planned) -> float:
        """Give the P50 of the finish in days."""
        return at_quantile(sorted(self._trials(planned)[-1].finish), 0.5)

    @cached_property
    def ranked(self) -> tuple[Planned, ...]:
        """The candidates, earliest P50 first."""
        return tuple(
            sorted(self.candidates, key=lambda planned: (self._median(planned), planned.route.id))
        )

    @property
    def covered(self) -> frozenset[str]:
        """Exercises that prior learning or the stated role makes unnecessary."""
        return self._asker.covered

    @cached_property
    def asked(self) -> Mapping[str, Exercise]:
        """Everything that the target itself asks for, finished and covered exercises too."""
        return self._asker.asked(self.target, None)

    @cached_property
    def study_p50(self) -> date | None:
        """The day by which the recommended route's study is done, as likely as not; None beyond twenty years."""
        return self.forecaster.study_p50(self.recommended.route, self.recommended.stages)

    def route_named(self, name: str | None) -> RouteDates:
        """Give the dates of a route by its id, the start of it, or its number; without a name the recommended one.

        Raises:
            UnknownWord, AmbiguousWord: no route, or more than one, is called so.
        """
        if name is None:
            return self.forecasts[0]
        ids = [forecast.route.id for forecast in self.forecasts]
        if name.isdecimal() and 1 <= int(name) <= len(ids):
            return self.forecasts[int(name) - 1]
        fitting = [name] if name in ids else [known for known in ids if known.startswith(name)]
        if not fitting:
            raise UnknownWord("route", name, ids)
        if len(fitting) > 1:
            raise AmbiguousWord("route", name, fitting)
        return self.forecasts[ids.index(fitting[0])]

    @cached_property
    def forecasts(self) -> tuple[RouteDates, ...]:
        """Every route with its dates, the recommended one first."""
        return tuple(
            self.forecaster.dates(planned.route, planned.stages, self._trials(planned))
            for planned in self.ranked
        )

    @cached_property
    def best(self) -> RouteForecast:
        """The recommended route, and what stands behind its dates."""
        return self.in_full(self.forecasts[0])

    def in_full(self, dates: RouteDates) -> RouteForecast:
        """Work out what stands behind a route's dates."""
        return self.forecaster.in_full(dates, self._walked[dates.route.id])


def known_role(person: Person, name: str) -> Role:
    """Give a role of the curriculum.

    Raises:
        UnknownWord: there is none of this name.
    """
    roles = person.curriculum.role
    name = person.curriculum.now_called("roles", name)
    if name not in roles:
        raise UnknownWord("role", name, roles)
    return roles[name]
