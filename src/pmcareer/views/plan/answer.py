"""What a plan answers, and its words for roles, routes and what decides a date."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from pmcareer.domain.coaching.advice import Said
from pmcareer.domain.forecast.basis import PaceBasis, pace_basis
from pmcareer.domain.forecast.outlook import RouteForecast
from pmcareer.domain.forecast.track_record import TrackRecord
from pmcareer.domain.ground.problem import Problem
from pmcareer.domain.plan.by_day import By
from pmcareer.domain.plan.drift import Drift
from pmcareer.domain.plan.levers import Lever
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.roadmap.routes import Route
from pmcareer.views.parts.gates import gate_words
from pmcareer.views.parts.text import joined

if TYPE_CHECKING:
    from pmcareer.domain.logbook.entries import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A baseline that was just kept."""

    entry: "Entry"
    logbook: str
    is_first: bool
    is_stored: bool = True


@dataclass(frozen=True, kw_only=True)
class PlanAnswer:
    """A plan, and which of its routes is shown."""

    planner: Planner
    chosen: RouteForecast
    advice: tuple[Said, ...]
    drift: Drift | None = None
    by: By | None = None
    levers: tuple[Lever, ...] = ()
    track: TrackRecord | None = None
    saved: Saved | None = None
    shows_all: bool = False
    compares: bool = False
    shows_why: bool = False
    problems: tuple[Problem, ...] = ()

    def having_saved(self, saved: Saved) -> "PlanAnswer":
        """Give the same answer with the baseline that was kept."""
        return replace(self, saved=saved)

    @property
    def today(self) -> date:
        """The user's day."""
        return self.planner.person.today

    @cached_property
    def pace(self) -> PaceBasis:
        """What the dates rest on."""
        return pace_basis(self.planner.forecaster, is_tried=self.planner.hours_per_week is not None)

    @cached_property
    def chance_with_stopping(self) -> float | None:
        """The chance of the study by its P50 date when people who stop are counted; None where that is muted.

        Nor where study waits for a role: then effort alone does not decide its date.
        """
        study = self.chosen.study.p50
        if any(stage.waiting for stage in self.chosen.stages):
            return None
        if (
            study is None
            or "stopping" in self.planner.person.says.get("muted", ())
            or not self.chosen.hours_left
        ):
            return None
        return self.planner.forecaster.chance_with_stopping(self.chosen.hours_left, study)

    @property
    def hints(self) -> tuple[str, ...]:
        """Say what would make the plan one's own."""
        if self.planner.person.role is None:
            return (
                "It starts from nothing. Say where you stand: --from ROLE, or pmcareer profile --role ROLE",
            )
        return ()

    def title_of(self, role: str) -> str:
        """Give the title of a role, without what it says in brackets or after a comma."""
        return self.planner.person.curriculum.role[role].title.split(" (")[0].split(",")[0]

    def name_of(self, driver: str, route: Route | None = None) -> str:
        """Say in words what a driver's key means, on the route that is shown or on another."""
        if driver == "effort":
            return "the study"
        if driver.startswith("move:"):
            _, source, target = driver.split(":")
            is_detour = self.planner.person.curriculum.role[target].detour
            return self.title_of(target) if is_detour else f"the months as {self.title_of(source)}"
        gates = {
            status.gate.id: status.gate
            for leg in (route or self.chosen.route).legs
            for status in leg.gates
        }
        return gate_words(gates[driver]) if driver in gates else driver

    def way_of(self, route: Route) -> str:
        """Say the roles between, and the detours."""
        between = [self.title_of(leg.target.id) for leg in route.legs[:-1]]
        detours = [self.title_of(detour.role.id) for leg in route.legs for detour in leg.detours]
        way = f"by way of {joined(between)}" if between else "straight"
        return f"{way}, with {joined(detours)}" if detours else way
