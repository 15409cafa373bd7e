"""A plan as the keys of its JSON object."""

from collections.abc import Iterable, Sequence

from pmcareer.domain.forecast.outlook import (
    RouteDates,
    RouteForecast,
    SearchLength,
    StageForecast,
)
from pmcareer.domain.forecast.track_record import TrackRecord
from pmcareer.domain.plan.by_day import By
from pmcareer.domain.plan.choice import Choice
from pmcareer.domain.plan.drift import DateMove, Drift, Moved
from pmcareer.domain.plan.levers import Lever
from pmcareer.domain.plan.new_edition import NewEdition
from pmcareer.domain.plan.timeline import Timeline
from pmcareer.domain.roadmap.actions import Action, ActionsByRole
from pmcareer.domain.roadmap.routes import ToProve
from pmcareer.domain.roadmap.workplan import Task
from pmcareer.views.parts.aim import aim_keys
from pmcareer.views.parts.because import because_keys
from pmcareer.views.parts.dates import dates_keys
from pmcareer.views.parts.earned import earned_keys, track_keys
from pmcareer.views.parts.gates import gate_dict
from pmcareer.views.parts.keys import (
    Keys,
    advice_keys,
    hours_as_dict,
    ids,
    or_null,
    pace_keys,
    picked,
    picked_each,
    rounded,
)
from pmcareer.views.parts.told import told_keys
from pmcareer.views.plan.answer import PlanAnswer

# No chance above this is ever said.
MOST_CERTAIN = 0.95


def as_dict(answer: PlanAnswer) -> Keys:
    """Write the keys of the contract."""
    saved = answer.saved
    return {
        "target": answer.target.id,
        "from": answer.source.id if answer.source else None,
        "first": answer.first.id if answer.first else None,
        "pace": pace_keys(answer.pace),
        "routes": _routes(answer),
        "chosen": answer.chosen.route.id,
        "choice": _choice_keys(answer.choice),
        "unsaid": list(answer.unsaid),
        "because": because_keys(answer.because),
        "by": _by_keys(answer.by),
        "edition": _edition_keys(answer.edition),
        "baseline": _drift_keys(answer.drift),
        "certificate": aim_keys(answer.aim),
        "levers": _lever_keys(answer.levers),
        "earned": earned_keys(answer.earned),
        "track_record": _track_keys(answer.track),
        "advice": advice_keys(answer.advice),
        "entry": saved.entry.as_row() if saved else None,
        "stored": saved is not None and saved.is_stored,
        "told": told_keys(saved.told) if saved else None,
    }


def _routes(answer: PlanAnswer) -> list[Keys]:
    best = answer.routes[0]
    return [
        brief_keys(route, best)
        | _route_keys(route, answer.actions.get(route.route.id, {}))
        | {"timeline": _timeline_keys(answer.timelines[route.route.id])}
        for route in answer.in_full
    ]


def brief_keys(route: RouteDates, best: RouteDates) -> Keys:
    """Name a route, and say whether it is the recommended one."""
    return picked(route.route, "id", "title") | {"recommended": route.route.id == best.route.id}


def _route_keys(route: RouteForecast, actions: ActionsByRole) -> Keys:
    stages = [_stage_keys(each, actions.get(each.role, ())) for each in route.stage_forecasts]
    return {
        # The scripts of users know the stages as steps.
        "steps": stages,
        "effort_hours": {
            "left": round(route.hours_left, 2),
            "done": round(route.hours_done, 2),
            "p50": round(route.hours_left, 2),
            "p80": round(route.hours_p80, 2),
        },
        **dates_keys(route, "study", "ready", "finish"),
        **picked(route, "driver", "drivers"),
        "critical_path": ids(route.critical_path),
        "critical_links": picked_each(route.critical_path, "id", "kind", "start", "finish"),
    }


def _timeline_keys(timeline: Timeline) -> list[Keys]:
    """Each row as pictures have it, in their order; `stands_for` are gates that it is taken for."""
    names = ("kind", "id", "title", "note", "begin", "likely", "safe", "reason", "by_others")
    return picked_each(timeline.rows, *names, "decides", "stands_for")


def _stage_keys(stage: StageForecast, actions: Sequence[Action]) -> Keys:
    return picked(stage, "role", "move", "detour") | {
        "actions": list(map(_action_keys, actions)),
        "exercises": _exercise_keys(stage),
        "gates": list(map(gate_dict, stage.gates)),
        "to_prove": [_proof_keys(each) for each in stage.to_prove],
        **dates_keys(stage, "start", "study", "ready", "finish"),
        "search": _search_keys(stage.search),
    }


def _proof_keys(proof: ToProve) -> Keys:
    return {"skill": proof.skill.id, **picked(proof, "level"), **rounded(proof, "months")}


@or_null
def _search_keys(search: SearchLength) -> Keys:
    """In months from its beginning."""
    return {**picked(search, "p50", "p80", "since"), "assumed_months": list(search.assumed)}


def _action_keys(action: Action) -> Keys:
    return picked(action.step, "id", "title", "minutes") | picked(action, "state")


def _exercise_keys(stage: StageForecast) -> list[Keys]:
    return [_task_keys(stage, task) for task in stage.tasks]


def _task_keys(stage: StageForecast, task: Task) -> Keys:
    exercise = task.exercise
    return {
        **picked(exercise, "id", "title"),
        "hours": hours_as_dict(exercise),
        "industry": exercise.industry,
        **rounded(task, "hours_left"),
        "state": task.state,
        "waits_for": exercise.standing if task.waits else None,
        "slack_days": stage.slack_days.get(exercise.id),
    }


@or_null
def _choice_keys(choice: Choice) -> Keys:
    return {"days": choice.days, "against": choice.earliest.id, "lost": choice.lost}


@or_null
def _edition_keys(edition: NewEdition) -> Keys:
    return {**picked(edition, "version", "exercises"), **rounded(edition, "hours")}


@or_null
def _by_keys(by: By) -> Keys:
    return {
        "date": by.day,
        **_chances(by, "chance", "chance_going"),
        "pace_needed": by.pace_needed,
        **_chances(by, "study_chance", "study_chance_going"),
        "study_pace_needed": by.study_pace_needed,
    }


def _chances(by: By, *names: str) -> Keys:
    return {name: round(min(getattr(by, name), MOST_CERTAIN), 4) for name in names}


@or_null
def _drift_keys(drift: Drift) -> Keys:
    baseline = drift.baseline
    return {
        "saved_on": baseline.on,
        **picked(baseline, "route", "study", "finish"),
        "moved": {"study": _move_keys(drift.study), "finish": _move_keys(drift.finish)},
        "moved_days": drift.moved_days,
        "because": cause_keys(drift),
    }


def _move_keys(move: DateMove) -> Keys:
    return {**picked(move, "before", "after", "moved_days"), "because": cause_keys(move)}


def cause_keys(move: DateMove | Moved) -> list[Keys]:
    """Each cause of a move with its days."""
    return picked_each(move.because, "cause", "days")


def _lever_keys(levers: Iterable[Lever]) -> list[Keys]:
    return [{"id": each.id, "kind": each.kind, "weeks": _weeks_gained(each)} for each in levers]


def _weeks_gained(lever: Lever) -> float | None:
    return None if lever.days is None else round(lever.days / 7, 1)


@or_null
def _track_keys(track: TrackRecord) -> Keys:
    # Those of the P80 dates alone had these names first.
    return {"held": track.p80_held, "due": track.n, **(track_keys(track) or {})}
