"""JSON: all that the logbook says that counts or was taken back, and where the plan stands."""

from typing import Any

from pmcareer.domain.forecast.outlook import Dates
from pmcareer.domain.logbook.logbook import Logbook
from pmcareer.domain.plan.planner import Planner, known_role
from pmcareer.errors import DetourTarget, UnknownWord


def everything_of(planner: Planner, logbook: Logbook) -> dict[str, Any]:
    """Give the profile, every entry as the file has it, and the plan in short."""
    person = planner.person
    return {
        "profile": {
            key: list(said) if isinstance(said, tuple) else said
            for key, said in person.says.items()
        },
        "curriculum": {"title": person.curriculum.title, "version": person.curriculum.version},
        "entries": [entry.as_row() for entry in logbook.entries],
        "void": sorted(logbook.void),
        "plan": _plan(planner),
    }


def _plan(planner: Planner) -> dict[str, Any] | None:
    """Sum the plan up; a role that the curriculum does not know any more must not keep the entries in."""
    try:
        known_role(planner.person, planner.person.stands_at)
        route = planner.forecasts[0]
    except (DetourTarget, UnknownWord):
        return None
    tasks = [task for stage in route.stages for task in stage.tasks if task.state != "covered"]
    done = sum(task.state == "finished" for task in tasks)
    return {
        "target": planner.target.id,
        "from": planner.person.stands_at,
        "route": route.route.id,
        "done": done,
        "open": len(tasks) - done,
        "left": round(route.hours_left, 2),
        "study": _days(route.study),
        "finish": _days(route.finish),
    }


def _days(dates: Dates) -> dict[str, Any]:
    names = ("kept", "p10", "p50", "p80", "p95")
    return {name: day.isoformat() if (day := getattr(dates, name)) else None for name in names} | {
        "reason": dates.reason
    }
