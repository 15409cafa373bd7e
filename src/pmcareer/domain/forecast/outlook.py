"""What a forecast says: dates with their chances, stage by stage, and what decides them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

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
class RouteDates:
    """A route and when it is likely done: all that most routes are ever asked."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteForecast(RouteDates):
    """A route with its dates and all that stands behind them."""

    stage_forecasts: tuple[StageForecast, ...]
    """The stages and detours in order, with their dates."""
    driver: str
    """What decides the finish most often: effort, a gate's id, or a move."""
    drivers: Mapping[str, float]
    """What decided the finish, with the share of trials in which it did; the largest first."""
    critical_path: tuple[Link, ...]
    """The longest chain of spans, gates and moves in time order, ending in the driver."""

    @property
    def gates(self) -> tuple[GateForecast, ...]:
        """The gates of all its stages, in order."""
        return tuple(gate for stage in self.stage_forecasts for gate in stage.gates)
