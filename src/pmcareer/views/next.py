"""Today's task, drawn and as keys."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pmcareer.domain.coaching.advice import Said
from pmcareer.domain.curriculum.guidance import Practice
from pmcareer.domain.curriculum.items import Role, Skill
from pmcareer.domain.ground.problem import Problem
from pmcareer.domain.plan.today import MOST_BEGUN, MOST_MINUTES_A_DAY, Slice, Today
from pmcareer.domain.roadmap.workplan import Task
from pmcareer.views.parts.dates import hours_as_dict
from pmcareer.views.parts.text import hours, joined, minutes, number, plural

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Page

LABEL = 9
"""Columns of the labels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextAnswer:
    """The task of the day and what goes with it."""

    target: Role
    today: Today | None
    skill: Skill | None
    """The skill of the task."""
    reason: str
    """Why there is no task."""
    then: tuple[Task, ...]
    practice: Practice | None
    advice: Said | None
    time_box_minutes: int | None
    slice: Slice | None
    begun: int
    """How many tasks are begun."""
    minutes_today: int
    """Minutes of work logged for today."""
    shows_why: bool = False
    problems: tuple[Problem, ...] = ()


def render(answer: NextAnswer, page: "Page") -> Iterator[Any]:
    """Draw what to do, why, what to hand over, and when it counts as done; then what goes beside it."""
    if answer.today is None:
        yield page.line((answer.reason, "strong"))
        yield page.line(("Where you stand: ", "quiet"), ("pmcareer status", "item"))
    else:
        yield from _task(answer, answer.today, page)
        yield page.row("Log it", (_log_line(answer, answer.today), "item"), columns=LABEL)
    beside = tuple(_beside(answer))
    if beside:
        yield page.blank()
    for label, text, note in beside:
        yield page.row(label, text, (f"  {note}", "quiet"), columns=LABEL)
    if answer.today and answer.shows_why:
        yield page.blank()
        yield page.heading("Why this one")
        yield page.numbered([term.text for term in answer.today.why])


def _log_line(answer: NextAnswer, today: Today) -> str:
    """Give what to type when it is done, or when the part that fits is."""
    part = answer.slice
    rest = (
        f" --partial --minutes {part.minutes}" if part and part.minutes < today.minutes_left else ""
    )
    return f"pmcareer log {today.task.exercise.id}{rest}"


def _task(answer: NextAnswer, today: Today, page: "Page") -> Iterator[Any]:
    exercise = today.task.exercise
    skill = answer.skill.title if answer.skill else exercise.skill
    yield page.line((exercise.title, "heading"), ("  " + exercise.id, "item"))
    yield page.line((f"{skill}, level {exercise.level}; {_effort(today)}", "quiet"))
    if exercise.why:
        yield page.line(exercise.why)
    yield page.blank()
    if exercise.deliverable:
        yield page.row("Hand over", exercise.deliverable, columns=LABEL)
    yield from _checklist(answer, today, page)
    if exercise.at_work and not today.minutes_logged:
        yield page.row("At work", exercise.at_work, columns=LABEL)
    yield page.row(
        "Today",
        (minutes(answer.time_box_minutes or 0), "strong"),
        _pacing(answer, today),
        columns=LABEL,
    )
    if today.unlocks:
        yield page.row("Unlocks", joined(item.id for item in today.unlocks), columns=LABEL)
    if answer.then:
        yield page.row("Then", ", ".join(task.exercise.id for task in answer.then), columns=LABEL)


def _effort(today: Today) -> str:
    exercise = today.task.exercise
    low, _, high = exercise.hours
    span = f", over at least {plural(exercise.span_days, 'day')}" if exercise.span_days else ""
    if today.minutes_logged:
        return f"begun, {minutes(today.minutes_logged)} logged, {minutes(today.minutes_left)} left{span}"
    return f"about {hours(exercise.mean_hours)} ({number(low)} to {number(high)}){span}"


def _checklist(answer: NextAnswer, today: Today, page: "Page") -> Iterator[Any]:
    """Draw all points, or those that fit into the time one has."""
    points = answer.slice.checklist if answer.slice else today.task.exercise.accept
    label = f"In {minutes(answer.slice.minutes)}" if answer.slice else "Done when"
    if page.narrow and points:
        yield page.line((f"{label}:", "quiet"))
    for place, point in enumerate(points):
        yield page.row("" if place or page.narrow else label, point, columns=LABEL, mark="[ ]")


def _pacing(answer: NextAnswer, today: Today) -> str:
    """Say what helps most with this much time; the hour and the place only while nothing of it is done."""
    if answer.begun >= MOST_BEGUN:
        return f", to finish it: {answer.begun} are begun, so take up nothing new."
    if (
        answer.time_box_minutes or 0
    ) > MOST_MINUTES_A_DAY or answer.minutes_today >= MOST_MINUTES_A_DAY:
        return "; two hours are enough for a day, the rest keeps until tomorrow."
    if answer.slice and answer.slice.minutes >= today.minutes_left:
        return ", and all of it fits."
    if not today.minutes_logged:
        # Who says when and where finishes oftener and sooner: Koole and van 't Spijker 2000.
        return ". Decide now when and where you will do it."
    return ""


def _beside(answer: NextAnswer) -> Iterator[tuple[str, str, str]]:
    if answer.practice:
        yield (
            "Practice",
            answer.practice.do,
            f"{answer.practice.id}, {minutes(answer.practice.minutes)}",
        )
    if answer.advice:
        yield "Advice", answer.advice.text, answer.advice.advice.id


def as_dict(answer: NextAnswer) -> dict[str, Any]:
    """Give the keys of the contract."""
    return {
        "target": answer.target.id,
        "task": _task_dict(answer.today) if answer.today else None,
        "reason": answer.reason or None,
        "then": [
            {
                "id": task.exercise.id,
                "title": task.exercise.title,
                "minutes_left": round(60 * task.hours_left),
            }
            for task in answer.then
        ],
        "practice": {
            "id": answer.practice.id,
            "title": answer.practice.title,
            "minutes": answer.practice.minutes,
        }
        if answer.practice
        else None,
        "advice": {
            "id": answer.advice.advice.id,
            "title": answer.advice.advice.title,
            "text": answer.advice.text,
        }
        if answer.advice
        else None,
        "time_box_minutes": answer.time_box_minutes,
        "slice": {"minutes": answer.slice.minutes, "checklist": list(answer.slice.checklist)}
        if answer.slice
        else None,
    }


def _task_dict(today: Today) -> dict[str, Any]:
    exercise = today.task.exercise
    return {
        "id": exercise.id,
        "title": exercise.title,
        "skill": exercise.skill,
        "level": exercise.level,
        "core": exercise.core,
        "hours": hours_as_dict(exercise),
        "minutes_logged": today.minutes_logged,
        "minutes_left": today.minutes_left,
        "span_days": exercise.span_days,
        "matters": exercise.why,
        "deliverable": exercise.deliverable,
        "checklist": list(exercise.accept),
        "resources": list(exercise.resources),
        "state": "started" if today.task.state == "started" else "new",
        "why": [{"term": term.term, "value": term.value, "text": term.text} for term in today.why],
        "unlocks": [item.id for item in today.unlocks],
    }
