"""The parts of a plan's screen: stages, exercises, gates, levers, routes side by side."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from pmcareer.domain.forecast.outlook import RouteDates, RouteForecast, StageForecast
from pmcareer.domain.plan.levers import Lever
from pmcareer.domain.roadmap.workplan import Task
from pmcareer.views.parts.dates import about, about_range
from pmcareer.views.parts.gates import gate_line
from pmcareer.views.parts.text import hours, number, plural, span
from pmcareer.views.plan.answer import PlanAnswer

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Grid, Page, Stack

SHOWN_TASKS = 5


def open_count(route: RouteDates) -> int:
    """Count the exercises of a route that are still to do."""
    return sum(task.is_todo for stage in route.stages for task in stage.tasks)


def render_compared(answer: PlanAnswer, page: "Page") -> Iterator[Any]:
    """Draw every route beside the others: dates, hours, what it closes and leaves open."""
    for place, route in enumerate(answer.in_full, 1):
        gates = route.gates
        ahead = [gate.status.words for gate in gates if gate.status.missing]
        dates = about_range(route.finish.p50, route.finish.p80, answer.today)
        yield page.line((f"{place}. {dates}", "heading"), f"  {answer.way_of(route.route)}")
        yield page.facts(
            [
                ("Study", f"{plural(open_count(route), 'exercise')}, {hours(route.hours_left)}"),
                ("Sets the date", answer.name_of(route.driver, route.route)),
                ("Gates", f"{len(gates) - len(ahead)} of {len(gates)} open" if gates else "none"),
                ("Closes", _closed_by(answer, route)),
                ("Leaves open", "; ".join(_by_others(route)) or "nothing"),
            ],
            indent=3,
        )
        yield page.blank()
    yield page.line("One of them in full: ", ("pmcareer plan --route 2", "item"))


def _closed_by(answer: PlanAnswer, route: RouteForecast) -> str:
    """Name the gates that this way opens, and when."""
    gates = [gate for gate in route.gates if gate.status.missing and gate.open_on]
    return (
        "; ".join(
            f"{gate.status.words} ({about(gate.open_on, answer.today)})" for gate in gates
        )
        or "nothing"
    )


def _by_others(route: RouteForecast) -> list[str]:
    """Name the gates that no calendar opens."""
    left = [gate for gate in route.gates if gate.status.missing and not gate.open_on]
    return [gate.status.words for gate in left]


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
    return page.table(columns, [_stage(answer, stage) for stage in route.stage_forecasts])


def _stage(answer: PlanAnswer, stage: StageForecast) -> tuple[Any, ...]:
    by = about_range(stage.finish.p50, stage.finish.p80, answer.today)
    if stage.detour:
        return (f"  back from: {answer.title_of(stage.role)}", by, "", "", "")
    todo = sum(task.is_todo for task in stage.tasks)
    done = sum(task.state == "finished" for task in stage.tasks)
    left = sum(task.hours_left for task in stage.tasks)
    return ((answer.title_of(stage.role), "strong"), by, str(todo), str(done), number(left))


def _stage_line(answer: PlanAnswer, stage: StageForecast) -> str:
    name, by, todo, _, left = (
        str(cell[0]) if isinstance(cell, tuple) else cell for cell in _stage(answer, stage)
    )
    return f"{name.strip()}: {by}" + (f"; {todo} open, {left} h" if todo else "")


def render_tasks(answer: PlanAnswer, route: RouteForecast, page: "Page") -> Iterator[Any]:
    """Draw the next exercises, or all of them stage by stage."""
    columns = (
        page.column("", "item", key=True),
        page.column("Exercise", wraps=True, key=True),
        page.column("h", right=True),
        page.column("slack", right=True),
        page.column("state"),
    )
    if answer.shows_all:
        for stage in route.stage_forecasts:
            if stage.tasks:
                yield page.heading(answer.title_of(stage.role))
                yield page.table(columns, [_task(stage, task, page) for task in stage.tasks])
                yield page.blank()
        return
    ahead = [
        (stage, task) for stage in route.stage_forecasts for task in stage.tasks if task.is_active
    ]
    if ahead:
        more = f"{SHOWN_TASKS} of {len(ahead)}; all: --all" if len(ahead) > SHOWN_TASKS else ""
        yield page.heading("First up", more)
        if page.narrow:
            yield page.bullets([_task_line(stage, task) for stage, task in ahead[:SHOWN_TASKS]])
        else:
            yield page.table(
                columns, [_task(stage, task, page) for stage, task in ahead[:SHOWN_TASKS]]
            )
        yield page.blank()


def _task_line(stage: StageForecast, task: Task) -> list[str | tuple[str, str]]:
    slack = stage.slack_days.get(task.exercise.id)
    waits = f", slack {span(slack)}" if slack else ""
    return [
        (task.exercise.id, "item"),
        f" {task.exercise.title} ({number(task.hours_left)} h, {task.state}{waits})",
    ]


def _task(stage: StageForecast, task: Task, page: "Page") -> tuple[Any, ...]:
    slack = stage.slack_days.get(task.exercise.id)
    left = task.hours_left if task.is_todo else task.exercise.mean_hours
    days = "" if slack is None or not task.is_todo else ("none" if not slack else span(slack))
    return (
        task.exercise.id,
        task.exercise.title,
        number(left),
        days,
        page.state("waits" if task.waits else task.state),
    )


def render_gates(answer: PlanAnswer, route: RouteForecast, page: "Page") -> Iterator[Any]:
    """Draw what study hours can't buy."""
    if route.gates:
        yield page.heading("Gates", "what study hours can't buy")
        yield page.bullets([gate_line(gate, answer.today) for gate in route.gates])
        yield page.blank()


def render_levers(answer: PlanAnswer, page: "Page") -> Iterator[Any]:
    """Draw what would move the date most."""
    if not answer.levers:
        return
    yield page.heading("What would move the date most")
    yield page.bullets(
        [f"{_lever(answer, lever)}: {span(lever.days)} earlier" for lever in answer.levers]
    )
    yield page.blank()


def _lever(answer: PlanAnswer, lever: Lever) -> str:
    if lever.kind == "hours":
        return "two more hours a week"
    name = answer.name_of(lever.id)
    return (
        f"{name}, as short as they can be" if lever.kind == "move" else f"{name}, on record already"
    )


def render_others(answer: PlanAnswer, page: "Page") -> Iterator[Any]:
    """Draw the other routes, a line each."""
    others: Sequence[tuple[int, RouteDates]] = [
        (place, route)
        for place, route in enumerate(answer.routes, 1)
        if route.route.id != answer.chosen.route.id
    ]
    if others and not answer.shows_all:
        yield page.heading("Other routes", "--route 2, --compare")
        yield page.bullets([_other(answer, place, route) for place, route in others])
        yield page.blank()


def _other(answer: PlanAnswer, place: int, route: RouteDates) -> str:
    dates = about_range(route.finish.p50, route.finish.p80, answer.today)
    return f"{place}. {dates}, {answer.way_of(route.route)}"
