"""What a forecast says: dates with their chances, stage by stage, and what decides them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from pmcareer.domain.gates.state import GateForecast
from pmcareer.domain.roadmap.routes import Route
from pmcareer.domain.roadmap.stages import Stage
from pmcareer.domain.roadmap.workplan import Task


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """When something is done: if the promise is kept, and with what probability otherwise."""

    kept: date | None
    p10: date | None
    p50: date | None
    p80: date | None
    p95: date | None
    reason: str | None = None
    """Why a date is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StageForecast:
    """A stage of a route, or a detour inside it, with its dates."""

    role: str
    move: str | None
    detour: str | None
    tasks: tuple[Task, ...]
    slack_days: Mapping[str, int | None]
    gates: tuple[GateForecast, ...]
    start: Dates
    study: Dates
    finish: Dates


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A piece of the critical path."""

    id: str
    kind: str
    """effort, exercise, gate or move."""
    start: date | None
    finish: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What stands behind a route's dates."""

    stage_forecasts: tuple[StageForecast, ...]
    driver: str
    drivers: Mapping[str, float]
    """What decided the finish, with the share of trials in which it did; the largest first."""
    critical_path: tuple[Link, ...]


@dataclass(frozen=True, kw_only=True)
class RouteForecast:
    """A route with its dates; the details are worked out when somebody asks, most routes are never looked into."""

    route: Route
    stages: tuple[Stage, ...]
    hours_left: float
    hours_done: float
    hours_p50: float
    hours_p80: float
    study: Dates
    finish: Dates
    finish_days: tuple[float, ...]
    """Days from today per trial, ascending; infinite where a gate never opens."""
    study_days: tuple[float, ...]
    work_out: Callable[[], Details] = field(compare=False, repr=False)

    @cached_property
    def _details(self) -> Details:
        return self.work_out()

    @property
    def stage_forecasts(self) -> tuple[StageForecast, ...]:
        """The stages and detours in order, with their dates."""
        return self._details.stage_forecasts

    @property
    def gates(self) -> tuple[GateForecast, ...]:
        """The gates of all its stages, in order."""
        return tuple(gate for stage in self.stage_forecasts for gate in stage.gates)

    @property
    def driver(self) -> str:
        """What decides the finish most often: effort, a gate's id, or a move."""
        return self._details.driver

    @property
    def drivers(self) -> Mapping[str, float]:
        """What decides the finish, to its share of the trials."""
        return self._details.drivers

    @property
    def critical_path(self) -> tuple[Link, ...]:
        """The longest chain of spans, gates and moves in time order, ending in the driver."""
        return self._details.critical_path
