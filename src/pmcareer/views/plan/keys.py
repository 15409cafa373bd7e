"""A plan as the keys of its JSON object."""

from collections.abc import Iterable
from typing import Any

from pmcareer.domain.coaching.advice import Said
from pmcareer.domain.forecast.basis import PaceBasis
from pmcareer.domain.forecast.outlook import RouteForecast, StageForecast
from pmcareer.domain.forecast.track_record import TrackRecord
from pmcareer.domain.plan.by_day import By
from pmcareer.domain.plan.drift import Drift
from pmcareer.domain.plan.levers import Lever
from pmcareer.views.parts.dates import dates_as_dict, hours_as_dict
from pmcareer.views.parts.gates import gate_dict

MOST_CERTAIN = 0.95
"""No chance above this is ever said."""


def pace_keys(pace: PaceBasis) -> dict[str, Any]:
    """Give what the dates rest on."""
    return {
        "hours_per_week": pace.hours_per_week,
        "basis": pace.basis,
        "weeks_seen": pace.weeks_seen,
        "promised": pace.promised,
        "bias": pace.bias,
        "bias_from": pace.bias_from,
    }


def route_keys(route: RouteForecast, *, recommended: bool) -> dict[str, Any]:
    """Return a route with its stages and dates; their key is `steps`."""
    return {
        "id": route.route.id,
        "title": route.route.title,
        "recommended": recommended,
        "steps": [_stage_keys(stage) for stage in route.stage_forecasts],
        "effort_hours": {
            "left": round(route.hours_left, 2),
            "done": round(route.hours_done, 2),
            "p50": round(route.hours_left, 2),
            "p80": round(route.hours_p80, 2),
        },
        "study": dates_as_dict(route.study),
        "finish": dates_as_dict(route.finish),
        "driver": route.driver,
        "drivers": dict(route.drivers),
        "critical_path": [link.id for link in route.critical_path],
        "critical_links": [
            {"id": link.id, "kind": link.kind, "start": link.start, "finish": link.finish}
            for link in route.critical_path
        ],
    }


def _stage_keys(stage: StageForecast) -> dict[str, Any]:
    return {
        "role": stage.role,
        "move": stage.move,
        "detour": stage.detour,
        "exercises": [
            {
                "id": task.exercise.id,
                "title": task.exercise.title,
                "hours": hours_as_dict(task.exercise),
                "hours_left": round(task.hours_left, 2),
                "state": task.state,
                "waits_for": task.exercise.standing if task.waits else None,
                "slack_days": stage.slack_days.get(task.exercise.id),
            }
            for task in stage.tasks
        ],
        "gates": [gate_dict(gate) for gate in stage.gates],
        "start": dates_as_dict(stage.start),
        "study": dates_as_dict(stage.study),
        "finish": dates_as_dict(stage.finish),
    }


def by_keys(by: By | None) -> dict[str, Any] | None:
    """Give the chance of a day; nothing is surer than 0.95."""
    if by is None:
        return None
    return {
        "date": by.day,
        "chance": round(min(by.chance, MOST_CERTAIN), 4),
        "chance_going": round(min(by.chance_going, MOST_CERTAIN), 4),
        "pace_needed": by.pace_needed,
        "study_chance": round(min(by.study_chance, MOST_CERTAIN), 4),
        "study_pace_needed": by.study_pace_needed,
    }


def drift_keys(drift: Drift | None) -> dict[str, Any] | None:
    """Give the baseline and why its date moved."""
    if drift is None:
        return None
    return {
        "saved_on": drift.baseline.on,
        "route": drift.baseline.route,
        "study": drift.baseline.study,
        "finish": drift.baseline.finish,
        "moved_days": drift.moved_days,
        "because": [{"cause": cause.cause, "days": cause.days} for cause in drift.because],
    }


def advice_keys(advice: Iterable[Said]) -> list[dict[str, Any]]:
    """Give pieces of advice with where they come from."""
    return [
        {
            "id": said.advice.id,
            "title": said.advice.title,
            "text": said.text,
            "do": said.advice.do,
            "sources": list(said.advice.sources),
        }
        for said in advice
    ]


def lever_keys(levers: Iterable[Lever]) -> list[dict[str, Any]]:
    """Give what would move the date, in weeks."""
    return [
        {"id": lever.id, "kind": lever.kind, "weeks": round(lever.days / 7, 1)} for lever in levers
    ]


def track_keys(track: TrackRecord | None) -> dict[str, Any] | None:
    """Give how often the forecast held."""
    return {"held": track.held, "due": track.due} if track else None
