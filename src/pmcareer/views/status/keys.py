"""Where one stands, as the keys of its JSON object."""

from pmcareer.domain.coaching.practices import PracticeKept
from pmcareer.domain.curriculum.items import Skill
from pmcareer.domain.plan.milestones import Milestone, Promise, Short
from pmcareer.views.parts.dates import dates_as_dict
from pmcareer.views.parts.gates import gate_dict
from pmcareer.views.parts.keys import Keys, advice_keys, pace_keys, picked
from pmcareer.views.status.answer import StatusAnswer


def as_dict(answer: StatusAnswer) -> Keys:
    """Write the keys of the contract."""
    route = answer.route
    return {
        "target": answer.target.id,
        "skills": [_skill_keys(answer, skill) for skill in answer.skills.values()],
        "gates": list(map(gate_dict, route.gates)),
        "pace": pace_keys(answer.pace),
        "study": dates_as_dict(route.study),
        "finish": dates_as_dict(route.finish),
        "promise": _promise_keys(answer.promise),
        "streak": picked(answer.streak, "weeks", "days_this_week"),
        "days": [
            {"date": day.day, "minutes": day.minutes, "entries": day.entries} for day in answer.days
        ],
        "balance": answer.balance,
        "neglected": _short_keys(answer.short),
        "practices": list(map(_practice_keys, answer.practices)),
        "milestone": _milestone_keys(answer.milestone),
        "advice": advice_keys(answer.advice),
        "done": answer.done,
        "open": len(answer.tasks) - answer.done,
        "left": round(route.hours_left, 2),
    }


def _skill_keys(answer: StatusAnswer, skill: Skill) -> Keys:
    level = answer.levels[skill.id]
    return {
        "id": skill.id,
        "title": skill.title,
        "level": level.level,
        "needed": answer.target.needs.get(skill.id, 0),
        "hours_left": round(answer.hours_left(skill.id), 2),
        "earned": level.earned,
        "assessed": level.assessed,
        "assumed": level.assumed,
    }


def _promise_keys(promise: Promise | None) -> Keys | None:
    if promise is None:
        return None
    return {
        "days": promise.days,
        "promised_hours": round(promise.promised_hours, 2),
        "credited_hours": round(promise.credited_hours, 2),
        "strength": None if promise.strength is None else round(promise.strength, 4),
    }


def _short_keys(short: Short | None) -> Keys | None:
    if short is None:
        return None
    return {"side": short.side, "share": short.share, "plan_share": round(short.plan_share, 4)}


def _practice_keys(kept: PracticeKept) -> Keys:
    keys = picked(kept.practice, "id", "title")
    return keys | {"kept": kept.kept, "of": kept.of, "due": kept.due}


def _milestone_keys(milestone: Milestone | None) -> Keys | None:
    if milestone is None:
        return None
    return {
        **picked(milestone, "kind", "id", "title"),
        "date": milestone.day,
        "hours_left": round(milestone.hours_left, 2),
    }
