"""The plan of one person: which routes there are, and which one is recommended."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from math import inf

from pmcareer.domain.curriculum.items import Exercise, ExercisesById, Role
from pmcareer.domain.forecast.basis import PaceBasis, pace_basis
from pmcareer.domain.forecast.dates import day_of, median_of
from pmcareer.domain.forecast.effort import LegWork
from pmcareer.domain.forecast.forecaster import Forecaster
from pmcareer.domain.forecast.outlook import RouteDates, RouteForecast
from pmcareer.domain.forecast.walk import Walked
from pmcareer.domain.person.person import Person
from pmcareer.domain.roadmap.asked import Asker
from pmcareer.domain.roadmap.order import Weights
from pmcareer.domain.roadmap.paths import routes_of
from pmcareer.domain.roadmap.routes import Leg, Route
from pmcareer.domain.roadmap.stages import Stages, stages_of, todo_in
from pmcareer.domain.roadmap.weights import background_weights
from pmcareer.domain.roadmap.workplan import Task
from pmcareer.errors import AmbiguousWord, DetourTarget, UnknownWord

ROUTES_KEPT = 6
LOOK_AHEAD = 4
"""Routes that agree on so many next tasks need no forecast to say what is next."""
QUICK_TRIALS = 251
CLOSE_MEDIANS = 1.06
"""Medians of so few trials were off by 1.5 % at most: further apart their order holds."""


@dataclass(frozen=True, kw_only=True)
class Planned:
    """A route with its stages and trials, which are worked out when they are first asked for."""

    route: Route
    asker: Asker
    weights: Weights
    """Weights of skills that the background calls for."""
    forecaster: Forecaster

    @cached_property
    def stages(self) -> Stages:
        """What each leg asks to be done, in order."""
        return stages_of(self.asker, self.route, self.weights)

    @property
    def active(self) -> list[Task]:
        """The tasks that can be done today, in order."""
        return [task for task in todo_in(self.stages) if task.is_active]

    @property
    def ahead(self) -> tuple[tuple[str, str], ...]:
        """The next few tasks, each with the role that asks for it."""
        ahead: list[tuple[str, str]] = []
        for stage in self.stages:
            active = (task for task in stage.tasks if task.is_active)
            ahead += [(task.exercise.id, stage.leg.target.id) for task in active]
            if len(ahead) >= LOOK_AHEAD:
                break
        return tuple(ahead[:LOOK_AHEAD])

    @cached_property
    def trials(self) -> Walked:
        """When each leg begins and ends, in every trial."""
        return self.forecaster.walked(self.route, self.stages)


def _rank(planned: Planned) -> tuple[float, str]:
    """Tell the P50 of the finish in days, and the id to tell apart what is equally far."""
    return _median_finish(planned.trials), planned.route.id


def _median_finish(trials: Walked) -> float:
    return median_of(trials[-1].finish)


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
        mean = _mean_hours(self.asked.values())
        return Forecaster(person=self.person, item_hours=mean, hours_per_week=self.hours_per_week)

    @cached_property
    def candidates(self) -> tuple[Planned, ...]:
        """Up to six routes, those with the shortest likely time.

        One that never opens is among them only when there is no other.
        """
        known_role(self.person, self.person.stands_at)
        routes = routes_of(self.person, self.target)
        likely = {route.id: self._likely_days(route) for route in routes}
        opening = [route for route in routes if likely[route.id] < inf] or routes[:1]
        shortest = sorted(opening, key=lambda route: likely[route.id])[:ROUTES_KEPT]
        weights = background_weights(self.person)
        return tuple(
            Planned(route=route, asker=self._asker, weights=weights, forecaster=self.forecaster)
            for route in shortest
        )

    def _likely_days(self, route: Route) -> float:
        return self.forecaster.likely_finish(route, self._rough_work(route.legs))

    def _rough_work(self, legs: Iterable[Leg]) -> list[LegWork]:
        """Add up hours alone, without an order: enough to pick candidates by."""
        seen: set[str] = set()
        hours = 0.0
        work = []
        for leg in legs:
            asked = self._asker.asked(leg.target, leg.move)
            fresh = asked.keys() - seen - self.covered
            hours += sum(map(self.person.hours_left, fresh))
            seen |= fresh
            work.append(LegWork(hours_until_here=hours, sd_until_here=0.0, standing_hours=0.0))
        return work

    @property
    def recommended(self) -> Planned:
        """The route with the earliest P50."""
        return self.ranked[0]

    @cached_property
    def for_today(self) -> Planned:
        """A route that says what is next just as the recommended one does.

        Any of them where all agree. Else a quarter of the trials tell which can't have the earliest
        P50, and only the close ones are gone along in all trials.
        """
        if _agree(self.candidates):
            return self.candidates[0]
        # Medians of 100, 104 and 130 days: the third can't win, and only two are walked in full.
        quick = replace(self.forecaster, trials=QUICK_TRIALS)
        medians = {}
        for planned in self.candidates:
            walked = quick.walked(planned.route, planned.stages)
            medians[planned.route.id] = _median_finish(walked)
        nearest = min(medians.values()) * CLOSE_MEDIANS
        close = [each for each in self.candidates if medians[each.route.id] <= nearest]
        return close[0] if _agree(close) else min(close, key=_rank)

    @cached_property
    def ranked(self) -> tuple[Planned, ...]:
        """The candidates, earliest P50 first."""
        return tuple(sorted(self.candidates, key=_rank))

    @property
    def covered(self) -> frozenset[str]:
        """Exercises that prior learning or the stated role makes unnecessary."""
        return self._asker.covered

    def is_done(self, exercise: str) -> bool:
        """Tell whether an exercise is finished, or need not be done."""
        return self._asker.is_done(exercise)

    @cached_property
    def asked(self) -> ExercisesById:
        """Everything that the target itself asks for, finished and covered exercises too."""
        return self._asker.asked(self.target, None)

    @cached_property
    def study_p50(self) -> date | None:
        """The P50 of the recommended route's study; None beyond twenty years."""
        days = self.recommended.trials[-1].study
        return day_of(self.person, median_of(days))

    def route_named(self, typed: str | None) -> RouteDates:
        """Find the dates of a route by its id, the start of it, or its number.

        Without a word it is the recommended one.

        Raises:
            UnknownWord, AmbiguousWord: no route, or more than one, is called so.
        """
        if typed is None:
            return self.forecasts[0]
        known = {dates.route.id: dates for dates in self.forecasts}
        # 2 is the second in the list, unless there is no second: then it may begin an id.
        if typed.isdecimal() and 1 <= int(typed) <= len(known):
            return self.forecasts[int(typed) - 1]
        fitting = [route for route in known if route.startswith(typed)]
        if not fitting:
            raise UnknownWord("route", typed, known)
        if len(fitting) > 1 and typed not in known:
            raise AmbiguousWord("route", typed, fitting)
        return known.get(typed, known[fitting[0]])

    @cached_property
    def forecasts(self) -> tuple[RouteDates, ...]:
        """Every route with its dates, the recommended one first."""
        return tuple(
            self.forecaster.dates(planned.route, planned.stages, planned.trials)
            for planned in self.ranked
        )

    @cached_property
    def best(self) -> RouteForecast:
        """The recommended route, and what stands behind its dates."""
        return self.in_full(self.forecasts[0])

    def in_full(self, dates: RouteDates) -> RouteForecast:
        """Work out what stands behind a route's dates."""
        trials = {planned.route.id: planned.trials for planned in self.ranked}
        return self.forecaster.in_full(dates, trials[dates.route.id])


def _mean_hours(exercises: Iterable[Exercise]) -> float:
    hours = [exercise.mean_hours for exercise in exercises]
    return sum(hours) / len(hours) if hours else 1.0


def _agree(routes: Iterable[Planned]) -> bool:
    """Tell whether all of them go on with the same tasks."""
    return len({planned.ahead for planned in routes}) == 1


def own_pace_of(person: Person) -> PaceBasis:
    """Say what somebody's dates rest on, also where there is no plan to date."""
    try:
        forecaster = Planner(person=person).forecaster
    except (DetourTarget, UnknownWord):
        # A role of an older curriculum: then an exercise is as long as those there are.
        mean = _mean_hours(person.curriculum.exercises)
        forecaster = Forecaster(person=person, item_hours=mean)
    return pace_basis(forecaster, is_tried=False)


def known_role(person: Person, role: str) -> Role:
    """Find a role of the curriculum by its id, or by one that it had.

    Raises:
        UnknownWord: there is none of this id.
    """
    roles = person.curriculum.role
    now = person.curriculum.now_called("roles", role)
    if now not in roles:
        raise UnknownWord("role", now, roles)
    return roles[now]
