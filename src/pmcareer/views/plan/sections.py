"""The parts of a plan's screen: stages, exercises, gates, levers and the other routes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pmcareer.domain.forecast.outlook import RouteDates, RouteForecast, StageForecast
from pmcareer.domain.plan.levers import Lever
from pmcareer.domain.roadmap.actions import Action
from pmcareer.domain.roadmap.stages import todo_in
from pmcareer.domain.roadmap.workplan import Task
from pmcareer.views.parts.dates import likely
from pmcareer.views.parts.text import hours, minutes, number, plural, span
from pmcareer.views.plan.answer import PlanAnswer

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Grid, Page, Stack

SHOWN_TASKS = 5
# Every other kind of lever is something on record already.
LEVERS = {
    "hours": "two more hours a week",
    "move": "{}, as short as they can be",
    "detour": "{}, as short as it can be",
    "search": "{}, begun today",
}
# A task with its stage, which knows the slack.
Placed = tuple[StageForecast, Task]


def study_left(route: RouteDates) -> str:
    """Say what is still to do on a route: 31 exercises, 402 h."""
    todo = plural(len(todo_in(route.stages)), "exercise")
    return f"{todo}, {hours(route.hours_left)}"


def render_stages(answer: PlanAnswer, route: RouteForecast, page: "Page") -> "Grid | Stack":
    """Draw the stages with their dates and what is open in them."""
    if page.narrow:
        return page.bullets([_stage_line(answer, stage) for stage in route.stage_forecasts])
    columns = (
        page.column("Stage", key=True, wraps=True),
        page.column("In it by"),
        page.column("open", right=True),
        page.column("done", right=True),
        page.column("h left", right=True),
    )
    return page.table(columns, [_stage_row(answer, stage) for stage in route.stage_forecasts])


def _stage_row(answer: PlanAnswer, stage: StageForecast) -> tuple[Any, ...]:
    role, by = answer.title_of(stage.role), _by(answer, stage)
    if stage.detour:
        return (f"  {_detour_words(answer, stage.detour)}", by, "", "", "")
    done = sum(task.state == "finished" for task in stage.tasks)
    return ((role, "strong"), by, str(_todo(stage)), str(done), _left(stage))


def _stage_line(answer: PlanAnswer, stage: StageForecast) -> str:
    role, by = answer.title_of(stage.role), _by(answer, stage)
    if stage.detour:
        return f"{_detour_words(answer, stage.detour)}: {by}"
    return f"{role}: {by}; {_todo(stage)} open, {_left(stage)} h"


def _detour_words(answer: PlanAnswer, name: str) -> str:
    """Call a detour by its months; of one that somebody is on, say when they are back."""
    title = answer.title_of(name)
    for detour in answer.chosen.route.detours:
        if detour.role.id == name and not detour.is_present:
            return f"{title}, {plural(round(detour.months_ahead), 'month')}, over"
    return f"back from: {title}"


def _by(answer: PlanAnswer, stage: StageForecast) -> str:
    return likely(stage.finish, answer.today)


def _todo(stage: StageForecast) -> int:
    return sum(task.is_todo for task in stage.tasks)


def _left(stage: StageForecast) -> str:
    return number(sum(task.hours_left for task in stage.tasks))


def render_tasks(answer: PlanAnswer, route: RouteForecast, page: "Page") -> "Blocks":
    """Draw the next exercises, or all of them stage by stage."""
    if not answer.shows_all:
        yield from _first_up(route, page)
        return
    steps = answer.actions.get(route.route.id, {})
    busy = [each for each in route.stage_forecasts if each.tasks or steps.get(each.role)]
    yield from page.apart(*(_all_of(stage, answer, page) for stage in busy))


def _all_of(stage: StageForecast, answer: PlanAnswer, page: "Page") -> "Blocks":
    yield page.heading(answer.title_of(stage.role))
    steps = answer.actions.get(answer.chosen.route.id, {}).get(stage.role, ())
    if steps:
        yield page.bullets(map(_action_line, steps))
    if stage.tasks:
        yield _table([(stage, task) for task in stage.tasks], page)


def _action_line(action: Action) -> list[str | tuple[str, str]]:
    step = action.step
    return [(step.id, "item"), f" {step.title}, {minutes(step.minutes)}, {action.state}"]


def _first_up(route: RouteForecast, page: "Page") -> "Blocks":
    ahead = _active(route)
    shown, more = ahead[:SHOWN_TASKS], ""
    if not ahead:
        return
    todo = len(todo_in(route.stages))
    if todo > len(shown):
        more = f"{len(shown)} of {todo}; all: --all"
    yield page.heading("First up", more)
    if page.narrow:
        yield page.bullets(_task_line(*each) for each in shown)
    else:
        yield _table(shown, page)


def _active(route: RouteForecast) -> list[Placed]:
    """List what can be done today."""
    stages = route.stage_forecasts
    return [(stage, task) for stage in stages for task in stage.tasks if task.is_active]


def _table(tasks: Sequence[Placed], page: "Page") -> "Grid | Stack":
    columns = (
        page.column("", "item", key=True),
        page.column("Exercise", wraps=True, key=True),
        page.column("h", right=True),
        page.column("can wait", right=True),
        page.column("state"),
    )
    return page.table(columns, [_task_row(*each, page) for each in tasks])


def _task_line(stage: StageForecast, task: Task) -> list[str | tuple[str, str]]:
    exercise = task.exercise
    words = f" {exercise.title} ({hours(task.hours_left)}, {task.state}"
    if slack := stage.slack_days.get(exercise.id):
        words += f", can wait {span(slack)}"
    return [(exercise.id, "item"), f"{words})"]


def _task_row(stage: StageForecast, task: Task, page: "Page") -> tuple[Any, ...]:
    exercise = task.exercise
    effort, slack = exercise.mean_hours, ""
    if task.is_todo:
        effort, slack = task.hours_left, _slack(stage.slack_days.get(exercise.id))
    state = "waits" if task.waits else task.state
    return exercise.id, exercise.title, number(effort), slack, page.state(state)


def _slack(days: int | None) -> str:
    # Not known where a gate never opens: nothing is late for a day that does not come.
    if days is None:
        return ""
    if days:
        return span(days)
    return "none"


def lever_lines(answer: PlanAnswer) -> list[str]:
    """Say what would move the date most, and how far."""
    return [lever_words(answer, lever) for lever in answer.levers]


def lever_words(answer: PlanAnswer, lever: Lever) -> str:
    """Say what would be different, and how far it would move the date."""
    return f"{_lever(answer, lever)}: {gained_words(lever)}"


def _lever(answer: PlanAnswer, lever: Lever) -> str:
    words = LEVERS.get(lever.kind, "{}, on record already")
    return words.format(answer.name_of(lever.id))


def gained_words(lever: Lever) -> str:
    """Say how far a date would move."""
    return "the way opens" if lever.days is None else f"{span(lever.days)} earlier"


def other_lines(answer: PlanAnswer) -> list[str]:
    """Name the other routes; beside every exercise of this one they would not be found."""
    lines: list[str] = []
    for place, route in enumerate(answer.routes, 1):
        if not answer.shows_all and route.route.id != answer.chosen.route.id:
            dates = likely(route.finish, answer.today)
            lines.append(f"{place}. {dates}, {answer.way_of(route.route)}")
    return lines
