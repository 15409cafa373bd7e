"""Where one stands, as the keys of its JSON object."""

from pmcareer.domain.coaching.practices import PracticeKept
from pmcareer.domain.curriculum.items import Skill
from pmcareer.domain.person.weeks import Month, WeekOfWork
from pmcareer.domain.plan.milestones import Milestone, Promise, Short
from pmcareer.views.parts.dates import dates_keys
from pmcareer.views.parts.earned import earned_keys, track_keys
from pmcareer.views.parts.gates import gate_dict
from pmcareer.views.parts.keys import Keys, advice_keys, or_null, pace_keys, picked, rounded
from pmcareer.views.parts.mentor import mentor_keys
from pmcareer.views.parts.steps import awaited_keys
from pmcareer.views.status.answer import StatusAnswer


def as_dict(answer: StatusAnswer) -> Keys:
    """Write the keys of the contract."""
    route = answer.route
    return {
        "target": answer.target.id,
        "skills": [_skill_keys(answer, skill) for skill in answer.skills.values()],
        "gates": list(map(gate_dict, route.gates)),
        "pace": pace_keys(answer.pace),
        **dates_keys(route, "study", "ready", "finish"),
        "promise": _promise_keys(answer.promise),
        "earned": earned_keys(answer.earned),
        "track_record": track_keys(answer.track),
        "week": answer.week,
        "weeks": list(map(_week_keys, answer.weeks)),
        "month": _month_keys(answer.month),
        "streak": picked(answer.streak, "weeks", "days_this_week"),
        "days": [{"date": day.day, **picked(day, "minutes", "entries")} for day in answer.days],
        "balance": answer.balance,
        "neglected": _short_keys(answer.short),
        "practices": list(map(_practice_keys, answer.practices)),
        "awaited": list(map(awaited_keys, answer.awaited)),
        "first": answer.first.id if answer.first else None,
        "milestone": _milestone_keys(answer.milestone),
        "advice": advice_keys(answer.advice),
        "done": answer.done,
        "open": len(answer.tasks) - answer.done,
        "left": round(route.hours_left, 2),
        "hours_done": round(route.hours_done, 2),
        "mentor": mentor_keys(answer.mentor),
    }


def _skill_keys(answer: StatusAnswer, skill: Skill) -> Keys:
    level = answer.levels[skill.id]
    return {
        **picked(skill, "id", "title"),
        "level": level.level,
        "needed": answer.target.needs.get(skill.id, 0),
        "hours_left": round(answer.hours_left(skill.id), 2),
        **picked(level, "earned", "assessed", "assumed"),
    }


def _week_keys(week: WeekOfWork) -> Keys:
    return {"week": week.week, **rounded(week, "hours", "promised")}


@or_null
def _month_keys(month: Month) -> Keys:
    figures = rounded(month, "spent_hours", "promised_hours", "promised_so_far")
    return {**picked(month, "first", "last"), **figures}


@or_null
def _promise_keys(promise: Promise) -> Keys:
    return {
        "days": promise.days,
        **rounded(promise, "promised_hours", "spent_hours", "credited_hours"),
        "strength": None if promise.strength is None else round(promise.strength, 4),
    }


@or_null
def _short_keys(short: Short) -> Keys:
    return picked(short, "side", "share") | rounded(short, "plan_share", digits=4)


def _practice_keys(kept: PracticeKept) -> Keys:
    return picked(kept.practice, "id", "title") | picked(kept, "kept", "of", "due")


@or_null
def _milestone_keys(milestone: Milestone) -> Keys:
    return {
        **picked(milestone, "kind", "id", "title"),
        "date": milestone.day,
        **rounded(milestone, "hours_left"),
        "hours_before_applying": _before_applying(milestone),
    }


def _before_applying(milestone: Milestone) -> float | None:
    return round(milestone.applying.study_hours, 2) if milestone.applying else None
