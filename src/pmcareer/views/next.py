"""Today's task, drawn and as keys."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pmcareer.domain.advising import Said
from pmcareer.domain.choosing import Slice, Today
from pmcareer.domain.curriculum import Role
from pmcareer.domain.guidance import Practice
from pmcareer.domain.person import Person
from pmcareer.domain.problem import Problem
from pmcareer.domain.workplan import Task
from pmcareer.views.dates import hours_as_dict
from pmcareer.views.text import hours, joined, minutes, number, plural

if TYPE_CHECKING:
    from pmcareer.views.layout import Hanging, Page, Stack


@dataclass(frozen=True, slots=True, kw_only=True)
class NextAnswer:
    """The task of the day and what goes with it."""

    person: Person
    target: Role
    today: Today | None
    reason: str
    """Why there is no task."""
    then: tuple[Task, ...]
    practice: Practice | None
    advice: Said | None
    time_box_minutes: int | None
    slice: Slice | None
    shows_why: bool = False
    problems: tuple[Problem, ...] = ()


def render(answer: NextAnswer, page: "Page") -> Iterator[Any]:
    """Draw what to do, why, how, and when it counts as done."""
    if answer.today is None:
        yield page.line((answer.reason, "strong"))
        yield page.line("See where you stand: pmcareer status", indent=0)
    else:
        yield from _task(answer, answer.today, page)
    if answer.practice:
        yield page.blank()
        yield page.line(
            ("Practice  ", "quiet"),
            answer.practice.do,
            (f"  {answer.practice.id}, {minutes(answer.practice.minutes)}", "quiet"),
        )
    if answer.advice:
        yield page.blank()
        yield page.line(("Advice  ", "quiet"), answer.advice.text, (f"  {answer.advice.advice.id}", "quiet"))
    if answer.today:
        yield page.blank()
        yield page.line(("When it is done: ", "quiet"), (f"pmcareer log {answer.today.task.exercise.id}", "item"))


def _task(answer: NextAnswer, today: Today, page: "Page") -> Iterator[Any]:
    exercise = today.task.exercise
    skill = answer.person.curriculum.skill[exercise.skill]
    yield page.line((exercise.title, "heading"), ("  " + exercise.id, "item"))
    state = "begun, " if today.minutes_logged else ""
    yield page.line((f"{skill.title}, level {exercise.level}; {state}{_effort(today)}", "quiet"))
    if exercise.why:
        yield page.blank()
        yield page.line(exercise.why)
    yield page.blank()
    if exercise.deliverable:
        yield page.facts([("Hand over", exercise.deliverable)], indent=0)
    yield from _checklist(answer, today, page)
    if exercise.at_work:
        yield page.facts([("At work", exercise.at_work)], indent=0)
    facts = [("Today", _box(answer))]
    if today.unlocks:
        facts.append(("Unlocks", joined(item.id for item in today.unlocks)))
    if answer.then:
        facts.append(("Then", ", ".join(task.exercise.id for task in answer.then)))
    yield page.facts(facts, indent=0)
    if answer.shows_why:
        yield page.blank()
        yield page.heading("Why this one")
        yield page.numbered([term.text for term in today.why])


def _effort(today: Today) -> str:
    exercise = today.task.exercise
    low, _, high = exercise.hours
    span = f", over at least {plural(exercise.span_days, 'day')}" if exercise.span_days else ""
    left = f"{minutes(today.minutes_left)} left" if today.minutes_logged else f"about {hours(exercise.mean_hours)}"
    return f"{left} ({number(low)} to {number(high)} h){span}"


def _box(answer: NextAnswer) -> str:
    box = minutes(answer.time_box_minutes or 0)
    return f"{box}, then stop: a little every day beats a long evening."


def _checklist(answer: NextAnswer, today: Today, page: "Page") -> Iterator["Hanging | Stack"]:
    points = answer.slice.checklist if answer.slice else today.task.exercise.accept
    if not points:
        return
    title = f"Fits into {minutes(answer.slice.minutes)}" if answer.slice else "It counts as done when"
    yield page.line((title, "quiet"))
    yield page.bullets(points, mark="[ ]", indent=2)


def as_dict(answer: NextAnswer) -> dict[str, Any]:
    """Give the keys of the contract."""
    return {
        "target": answer.target.id,
        "task": _task_dict(answer, answer.today) if answer.today else None,
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
        "advice": {"id": answer.advice.advice.id, "title": answer.advice.advice.title, "text": answer.advice.text}
        if answer.advice
        else None,
        "time_box_minutes": answer.time_box_minutes,
        "slice": {"minutes": answer.slice.minutes, "checklist": list(answer.slice.checklist)} if answer.slice else None,
    }


def _task_dict(answer: NextAnswer, today: Today) -> dict[str, Any]:
    exercise = today.task.exercise
    known = {item.id: item for item in answer.person.curriculum.resources} if exercise.resources else {}
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
        "resources": [
            {
                "id": name,
                "title": known[name].title if name in known else name,
                "url": known[name].url if name in known else None,
            }
            for name in exercise.resources
        ],
        "state": "started" if today.task.state == "started" else "new",
        "why": [{"term": term.term, "value": term.value, "text": term.text} for term in today.why],
        "unlocks": [{"id": item.id, "title": item.title} for item in today.unlocks],
    }
