"""The plan of one person: which routes there are, and which one is recommended."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import field
from datetime import date
from functools import cached_property, partial
from math import inf

from pmcareer.domain.curriculum.items import Exercise, ExercisesById, Role
from pmcareer.domain.forecast.basis import PaceBasis, pace_basis
from pmcareer.domain.forecast.damping import damped
from pmcareer.domain.forecast.dates import day_of, median_of
from pmcareer.domain.forecast.forecaster import Forecaster
from pmcareer.domain.forecast.leg_times import Walked
from pmcareer.domain.forecast.outlook import RouteDates, RouteForecast
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.person import Person
from pmcareer.domain.plan.alternating import owes_study
from pmcareer.domain.plan.by_rating import undated, without_stage_days
from pmcareer.domain.plan.held import without_arrival
from pmcareer.domain.plan.planned import QUICK_TRIALS, Planned, is_blank
from pmcareer.domain.plan.rough import Rough
from pmcareer.domain.plan.shut import with_what_would_open_it
from pmcareer.domain.roadmap.asked import Asker
from pmcareer.domain.roadmap.order import Weights
from pmcareer.domain.roadmap.paths import route_as_of, routes_of
from pmcareer.domain.roadmap.routes import Route
from pmcareer.domain.roadmap.weights import answer_weights, background_weights
from pmcareer.errors import AmbiguousWord, DetourTarget, RoleOfAnother, UnknownWord

CLOSE_MEDIANS = 1.06
"""Medians of so few trials were off by 1.5 % at most: further apart their order holds."""
NO_EARLIER = 1.02
"""A P50 so little later is no later: two ways that near would change places from day to day."""
IN_REACH = 1.2
"""A route so much longer in a trial of medians has no earlier median.

Of 2,578 people with made-up logbooks and several routes, the one with the earliest median was at
most 1.16 times as long as the shortest.
"""


def _passes(route: Route, roles: Collection[str]) -> bool:
    """Tell whether a way passes through one of these roles."""
    return any(role.id in roles for role in route.between)


def _are_alike(said: Iterable[object]) -> bool:
    """Tell whether all say the same; who says something else is the last one asked."""
    one_by_one = iter(said)
    first = next(one_by_one)
    return all(each == first for each in one_by_one)


def _in_order(ways: Sequence[Planned]) -> list[Planned]:
    """Sort by P50, with those first that are as early as the earliest but for noise."""
    # 2,400 days by one way and 2,390 by another, and tomorrow the other way round: were the order
    # to go by that, what was begun for the one would be dropped for the other overnight.
    by_day = sorted((_median_finish(each.trials), each.route.id, each) for each in ways)
    nearest = by_day[0][0] * NO_EARLIER
    near = [each for middle, _, each in by_day if middle <= nearest]
    return [*sorted(near, key=_plainness), *(each for _, _, each in by_day[len(near) :])]


def _first_in_order(ways: Sequence[Planned]) -> Planned:
    """Find the first of `_in_order`, following no way on that is sure not to be."""
    found, nearest = [], inf
    for each in ways:
        middle = each.median_within(nearest)
        nearest = min(nearest, middle * NO_EARLIER)
        found.append((middle, each))
    return min((each for middle, each in found if middle <= nearest), key=_plainness)


def _plainness(planned: Planned) -> tuple[int, float, str]:
    """Tell how many posts a way takes, then its likely months: that is the same every day."""
    route = planned.route
    return route.posts, route.likely_months, route.id


def _median_finish(trials: Walked) -> float:
    return median_of(trials[-1].finish)


@frozen
class Planner:
    """Plans for one person and one target; each part is computed when it is first asked for."""

    person: Person
    hours_per_week: float | None = None
    """A promise to try out instead of the profile's."""
    prefers: bool = True
    """Ways that answers prefer come first."""
    looks: "dict[object, Planner]" = field(default_factory=dict, compare=False, repr=False)
    """What was planned as of other days, for plans of one logbook to share."""

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

    @property
    def why_no_plan(self) -> str:
        """Say which role the curriculum in use does not have, so that no plan can be made."""
        try:
            _ = self._asker, self.target
        except (DetourTarget, UnknownWord) as error:
            return error.message
        return ""

    @cached_property
    def _asker(self) -> Asker:
        known_place(self.person)
        return Asker(person=self.person)

    @cached_property
    def forecaster(self) -> Forecaster:
        """What turns stages into dates."""
        mean = _mean_hours(self.asked.values())
        return Forecaster(person=self.person, item_hours=mean, hours_per_week=self.hours_per_week)

    @cached_property
    def candidates(self) -> tuple[Planned, ...]:
        """Up to six routes, those with the shortest likely time, and the one that was chosen."""
        known_place(self.person)
        routes = routes_of(self.person, self.target)
        return tuple(map(self.along, self._rough.nearest(routes, self._wanted)))

    @cached_property
    def _rough(self) -> Rough:
        return Rough(asker=self._asker, forecaster=self.forecaster)

    @property
    def _wanted(self) -> str | None:
        """The id of the way that was chosen; None where none was."""
        said: str | None = self.person.says.get("route")
        return said

    @cached_property
    def chosen(self) -> Planned | None:
        """The way that was chosen; None where none was, or where it leads there no more."""
        ways = (planned for planned in self.candidates if planned.route.id == self._wanted)
        return next(ways, None)

    @cached_property
    def preferred(self) -> Sequence[Planned]:
        """The ways through roles that answers prefer; all where they prefer none of them."""
        wanted = set(self.person.given.listed("prefer")) if self.prefers else set()
        ways = [each for each in self.candidates if _passes(each.route, wanted)]
        return ways or self.candidates

    def along(self, route: Route) -> Planned:
        """Plan along one route."""
        return Planned(
            route=route,
            asker=self._asker,
            weights=self._weights,
            answered=self._answered,
            forecaster=self.forecaster,
            seen_by=_planned_by_itself,
        )

    @cached_property
    def _weights(self) -> Weights:
        return background_weights(self.person)

    @cached_property
    def _answered(self) -> Weights:
        return answer_weights(self.person)

    @cached_property
    def recommended(self) -> Planned:
        """The route that was chosen, else the first of those with the earliest P50."""
        if self.chosen or len(self._close) == 1:
            return self.chosen or self._close[0]
        return _first_in_order(self._close)

    @cached_property
    def for_today(self) -> Planned:
        """A route that says what is next just as the recommended one does."""
        if self.chosen:
            return self.chosen
        # Where no step can be first the tasks alone tell, and no route need be simulated.
        if self._is_for_study and _are_alike(planned.ahead for planned in self.candidates):
            return self.candidates[0]
        if _are_alike(planned.comes_first for planned in self._close):
            return self._close[0]
        return self.recommended

    @property
    def _is_for_study(self) -> bool:
        """Tell whether an exercise comes first whatever decides the date."""
        active = self.candidates[0].active
        if not active:
            return False
        is_first = is_blank(self.person) or owes_study(self.person)
        return is_first or active[0].state == "started"

    @cached_property
    def _close(self) -> Sequence[Planned]:
        """The routes that may have the earliest P50, as a quarter of the trials tell."""
        in_reach = self._in_reach
        if len(in_reach) == 1:
            return in_reach
        # Medians of 100, 104 and 130 days: the third can't win, and only two are walked in full.
        walk = partial(self.forecaster.walked, trials=QUICK_TRIALS)
        medians = {
            each.route.id: _median_finish(walk(each.route, each.stages)) for each in in_reach
        }
        nearest = min(medians.values()) * CLOSE_MEDIANS
        return [each for each in in_reach if medians[each.route.id] <= nearest]

    @property
    def _in_reach(self) -> Sequence[Planned]:
        """The routes that are not far longer than others where all months are their medians."""
        if len(self.preferred) == 1:
            return self.preferred
        middle = {each.route.id: self._rough.middle_days(each.route) for each in self.preferred}
        farthest = IN_REACH * min(middle.values())
        return [each for each in self.preferred if middle[each.route.id] <= farthest]

    @cached_property
    def ranked(self) -> tuple[Planned, ...]:
        """The candidates, the recommended one first, then by their P50 (see `_in_order`)."""
        return tuple(sorted(_in_order(self.candidates), key=self._is_behind))

    def _is_behind(self, planned: Planned) -> tuple[bool, bool]:
        """Sort by what is recommended, then by what answers prefer."""
        # Whoever asks for all of them is told of the same first one as whoever asks for one.
        return planned is not self.recommended, planned not in self.preferred

    @property
    def covered(self) -> frozenset[str]:
        """Exercises that prior learning or the stated role makes unnecessary."""
        return self._asker.covered

    def is_done(self, exercise: str) -> bool:
        """Tell whether an exercise is finished, or need not be done."""
        return self._asker.is_done(exercise)

    def is_open(self, exercise: Exercise) -> bool:
        """Tell whether an exercise is neither finished nor covered."""
        return not self.is_done(exercise.id)

    @cached_property
    def asked(self) -> ExercisesById:
        """Everything that the target itself asks for, finished and covered exercises too."""
        return self._asker.asked(self.target, None)

    @cached_property
    def study_p50(self) -> date | None:
        """The P50 of the recommended route's study; None beyond twenty years."""
        return day_of(self.person, median_of(self.recommended.study_days))

    def route_named(self, typed: str | None) -> RouteDates:
        """Find the dates of a route by its id, the start of it, or its number.

        Without a word it is the recommended one.

        Raises:
            UnknownWord, AmbiguousWord: no route, or more than one, is called so.
        """
        if typed is None:
            return self.shown
        known = {dates.route.id: dates for dates in self.forecasts}
        # 2 is the second in the list, unless there is no second: then it may begin an id.
        if typed.isdecimal() and 1 <= int(typed) <= len(known):
            return self.forecasts[int(typed) - 1]
        fitting = [route for route in known if route.startswith(typed)]
        if not fitting:
            raise UnknownWord("route", typed, known)
        if len(fitting) > 1 and typed not in known:
            titles = {name: known[name].route.title for name in fitting}
            raise AmbiguousWord("route", typed, titles)
        return known.get(typed, known[fitting[0]])

    @cached_property
    def forecasts(self) -> tuple[RouteDates, ...]:
        """Every route with its dates, the recommended one first."""
        return (self._held(self.ranked[0]), *map(self._dates, self.ranked[1:]))

    @cached_property
    def shown(self) -> RouteDates:
        """The recommended route with its dates, when no other route is asked for."""
        return self.forecasts[0] if "forecasts" in vars(self) else self._held(self.recommended)

    def _dates(self, planned: Planned) -> RouteDates:
        dates = self.forecaster.dates(planned.route, planned.stages, planned.trials)
        dates = undated(self.person, self.target, without_arrival(self.person, dates))
        return with_what_would_open_it(self.person, dates, planned.trials)

    def _held(self, planned: Planned) -> RouteDates:
        """Date a route as screens show it, which takes a look at it on other days of the week."""
        dates = self._dates(planned)
        # What is tried out was never told: there is nothing to hold on to.
        if self.hours_per_week is not None or dates.finish.is_undated:
            return dates

        held = damped(dates, self.person, partial(self._seen_by, planned.route))
        return without_arrival(self.person, held)

    def _seen_by(self, route: Route, then: Person) -> Planned:
        """Look at a route with the person one was on another day."""
        return self.as_of(then).look_at(route)

    def as_of(self, then: Person) -> "Planner":
        """Plan for the person one was on another day; each day is planned once."""
        known = (then.today, then.calendar, tuple([entry.id for entry in then.entries]))
        if known not in self.looks:
            self.looks[known] = Planner(person=then, looks=self.looks)
        return self.looks[known]

    def look_at(self, route: Route) -> Planned:
        """Plan along a route of another day as it is on this one."""
        if route.id not in self._looked_at:
            self._looked_at[route.id] = self.along(route_as_of(self.person, route))
        return self._looked_at[route.id]

    @cached_property
    def _looked_at(self) -> dict[str, Planned]:
        return {}

    @cached_property
    def best(self) -> RouteForecast:
        """The recommended route, and what stands behind its dates."""
        return self.in_full(self.shown)

    def in_full(self, dates: RouteDates) -> RouteForecast:
        """Work out what stands behind a route's dates."""
        routes = {planned.route.id: planned for planned in self.candidates}
        in_full = self.forecaster.in_full(dates, routes[dates.route.id].trials)
        return without_stage_days(in_full)


def _planned_by_itself(then: Person, route: Route) -> Planned:
    return Planner(person=then).look_at(route)


def _mean_hours(exercises: Iterable[Exercise]) -> float:
    hours = [exercise.mean_hours for exercise in exercises]
    return sum(hours) / len(hours) if hours else 1.0


def own_pace_of(person: Person) -> PaceBasis:
    """Say what somebody's dates rest on, also where there is no plan to date."""
    try:
        forecaster = Planner(person=person).forecaster
    except (DetourTarget, UnknownWord):
        # A role of an older curriculum: then an exercise is as long as those there are.
        mean = _mean_hours(person.curriculum.exercises)
        forecaster = Forecaster(person=person, item_hours=mean)
    return pace_basis(forecaster, is_tried=False)


def roles_ahead(person: Person) -> tuple[str, ...]:
    """List the roles of somebody's way, the next one first; none ahead of who steps back.

    Where there is no way to plan, it is the target alone.
    """
    try:
        route = Planner(person=person).for_today.route
    except (DetourTarget, UnknownWord):
        return (person.target,) if person.target in person.curriculum.role else ()
    if route.is_step_back:
        return ()
    return tuple(leg.target.id for leg in route.legs) or (person.target,)


def known_place(person: Person) -> Role | None:
    """Find the role where somebody stands; None where the start is nobody's place.

    Raises:
        UnknownWord: the curriculum has no such role.
    """
    return known_role(person, person.stands_at) if person.stands_at else None


def known_role(person: Person, role: str) -> Role:
    """Find a role of the curriculum by its id, or by one that it had.

    Raises:
        UnknownWord: there is none of this id.
    """
    roles = person.curriculum.role
    now = person.curriculum.now_called("roles", role)
    if now not in roles:
        raise RoleOfAnother(now, roles)
    return roles[now]
