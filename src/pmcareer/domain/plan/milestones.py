"""What a morning's look wants to know: the promise kept, the next milestone, what is short."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Literal

from pmcareer.domain.curriculum.catalogue import Certification
from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.forecast.basis import pace_basis
from pmcareer.domain.forecast.outlook import RouteForecast
from pmcareer.domain.gates.certificates import clock_for, superseded_for
from pmcareer.domain.gates.state import GateForecast
from pmcareer.domain.ground.calendar import DAYS_PER_WEEK, days_between
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.promise import hours_spent, promise_by_day
from pmcareer.domain.person.rhythm import shares_of
from pmcareer.domain.plan.applying import Applying, applying_of
from pmcareer.domain.plan.planner import Planner

PROMISE_DAYS = 28
SHORT_BY = 0.1
"""A side is short when its share of the hours is so much below its share of the plan."""


@frozen
class Promise:
    """Hours spent against promised ones, each day's by the promise of that day; days off ask none.

    Over the last four weeks, or since the first work where that is later. What was done before the
    logbook was begun is left out.
    """

    days: int
    promised_hours: float
    spent_hours: float
    """On exercises and steps, as logged; an exercise without minutes counts its estimate."""
    credited_hours: float
    """What the exercises among them have earned."""

    @property
    def strength(self) -> float | None:
        """The part of the promise that was kept; None where nothing was promised."""
        if not self.promised_hours:
            return None
        return self.spent_hours / self.promised_hours


@frozen
class Milestone:
    """What one reaches next: a role on the way, or the day a certificate opens."""

    kind: Literal["stage", "certificate"]
    id: str
    title: str
    day: date | None
    """Likely day of being in the role, or the day the certificate's months are there."""
    hours_left: float
    by_others: bool = False
    """Others decide it: there is no day to name."""
    applying: Applying | None = None
    """What comes before one may apply, of a role that somebody has to be asked for."""


@frozen
class Short:
    """The side that gets least of what the plan has for it."""

    side: str
    share: float
    plan_share: float


def promise_of(person: Person) -> Promise | None:
    """Compare the last four weeks with the promise; None in the first week of work."""
    begun = person.first_use or person.today
    studied = [day for day in person.ledger.study_days if day >= begun]
    if not studied or (person.today - studied[0]).days < DAYS_PER_WEEK:
        return None
    # The last four weeks with one of them off: 21 days, and at 8 hours a week a promise of 24; at
    # 16 for the last of them, 32.
    start = max(studied[0], person.today - timedelta(days=PROMISE_DAYS - 1))
    days = [day for day in days_between(start, person.today) if not person.calendar.is_off(day)]
    credited = sum(hours for day, hours in person.credited_by_day.items() if day >= start)
    return Promise(
        days=len(days),
        promised_hours=sum(map(promise_by_day(person), days)) / DAYS_PER_WEEK,
        spent_hours=hours_spent(person, start),
        credited_hours=credited,
    )


def next_milestone(planner: Planner) -> Milestone | None:
    """Choose the nearest of the next role and the certificates that fit the roles ahead.

    None when all is reached.
    """
    route = planner.best
    ahead = [*_stage(planner, route), *_certificates(planner, route)]
    return min(ahead, key=lambda each: (each.day or date.max, each.kind), default=None)


def _stage(planner: Planner, route: RouteForecast) -> Iterator[Milestone]:
    today = planner.person.today
    for stage in route.stage_forecasts:
        if stage.finish.likely is None or stage.finish.likely > today:
            role = planner.person.curriculum.role[stage.detour or stage.role]
            left = sum(task.hours_left for task in stage.tasks)
            yield Milestone(
                kind="stage",
                id=role.id,
                title=role.title,
                day=stage.finish.likely,
                hours_left=left,
                by_others=stage.finish.by_others,
                applying=_applying_for(role, route, today),
            )
            return


def _applying_for(role: Role, route: RouteForecast, today: date) -> Applying | None:
    applying = applying_of(route, today)
    return applying if applying and applying.role == role.id else None


def _certificates(planner: Planner, route: RouteForecast) -> Iterator[Milestone]:
    person = planner.person
    pace = pace_basis(planner.forecaster, is_tried=planner.hours_per_week is not None)
    roles = {stage.role for stage in route.stage_forecasts}
    gone = superseded_for(person)
    for item in person.curriculum.certifications:
        if item.gates and item.id not in gone and _is_meant(person, item, roles):
            clock = clock_for(person, item, pace.to_divide_by)
            is_free = not clock.held and not clock.requires
            if is_free and clock.open_on and clock.open_on > person.today:
                yield Milestone(
                    kind="certificate",
                    id=item.id,
                    title=item.title,
                    day=clock.open_on,
                    hours_left=clock.study_hours,
                )


def _is_meant(person: Person, item: Certification, roles: Collection[str]) -> bool:
    """Tell whether it is aimed at, or usual everywhere for the roles ahead."""
    if item.retired or item.id == person.says.get("goal_certificate"):
        return not item.retired
    return item.only_where is None and not frozenset(roles).isdisjoint(item.fit)


def next_gate(gates: Sequence[GateForecast]) -> GateForecast | None:
    """Choose the gate that opens first; those for other people to open come last."""
    missing = [gate for gate in gates if gate.status.missing]
    return min(missing, key=lambda gate: gate.open_on or date.max, default=None)


def short_side(planner: Planner, balance: Mapping[str, float]) -> Short | None:
    """Name the side furthest below its share of the plan's hours.

    None while nothing is logged or all are near.
    """
    if not any(balance.values()):
        return None
    # The plan has 40 % of its hours for power skills, and 25 % were logged: short by 15 points.
    planned = _planned_shares(planner)
    short_by = {side: planned[side] - balance[side] for side in planned}
    side = max(short_by, key=short_by.__getitem__)
    if short_by[side] < SHORT_BY:
        return None
    return Short(side=side, share=balance[side], plan_share=planned[side])


def _planned_shares(planner: Planner) -> Mapping[str, float]:
    """Share the hours of the plan over the sides, covered exercises left out."""
    curriculum = planner.person.curriculum
    hours: dict[str, float] = dict.fromkeys(curriculum.side_titles, 0.0)
    for stage in planner.recommended.stages:
        for task in stage.tasks:
            side = curriculum.side_of(task.exercise)
            if task.state != "covered" and side:
                hours[side] += task.exercise.mean_hours
    return shares_of(hours)
