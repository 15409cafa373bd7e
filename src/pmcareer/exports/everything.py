"""JSON: all that the logbook says that counts or was taken back, and where the plan stands."""

from typing import Any

from pmcareer.domain.forecast.outlook import Dates
from pmcareer.domain.logbook.logbook import Logbook
from pmcareer.domain.person.person import Person
from pmcareer.domain.plan.in_short import PlanInShort


def everything_of(person: Person, logbook: Logbook, plan: PlanInShort | None) -> dict[str, Any]:
    """The profile, every entry as the file has it, and the plan in short."""
    return {
        "profile": {
            key: list(said) if isinstance(said, tuple) else said
            for key, said in person.says.items()
        },
        "curriculum": {"title": person.curriculum.title, "version": person.curriculum.version},
        "entries": [entry.as_row() for entry in logbook.entries],
        "void": sorted(logbook.void),
        "plan": _plan(plan) if plan else None,
    }


def _plan(plan: PlanInShort) -> dict[str, Any]:
    return {
        "target": plan.target,
        "from": plan.source,
        "route": plan.route.route.id,
        "done": plan.done,
        "open": plan.open,
        "left": round(plan.route.hours_left, 2),
        "study": _days(plan.route.study),
        "finish": _days(plan.route.finish),
    }


def _days(dates: Dates) -> dict[str, Any]:
    names = ("kept", "p10", "p50", "p80", "p95")
    return {name: day.isoformat() if (day := getattr(dates, name)) else None for name in names} | {
        "reason": dates.reason
    }
