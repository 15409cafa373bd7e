"""Items of a kind, one record each."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from pmcareer.domain.coaching.job_search import StepProgress
from pmcareer.domain.curriculum.catalogue import Certification, Option
from pmcareer.domain.curriculum.guidance import Advice, Practice
from pmcareer.domain.curriculum.items import Exercise, Item, Move, Role, Skill
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Problem
from pmcareer.views.look_up.job_search import job_steps, progress_keys
from pmcareer.views.look_up.options import render_options
from pmcareer.views.parts.items import item_as_dict
from pmcareer.views.parts.text import hours, minutes, number, plural
from pmcareer.views.plan.routes import Routes, render_routes, routes_as_dict

if TYPE_CHECKING:
    from rich.console import RenderableType

    from pmcareer.views.parts.layout import Page


@frozen
class Kinds:
    """What can be listed, and how many of each there are."""

    counts: Mapping[str, int]
    problems: tuple[Problem, ...] = ()


@frozen
class Listed:
    """Items of one kind that passed the filters."""

    what: str
    items: tuple[Item | Move, ...]
    states: Mapping[str, str]
    """State of each exercise: open, started, deferred or finished."""
    progress: tuple[StepProgress, ...] = ()
    """How far each job step is."""
    readiness: float | None = None
    """For the target, 0 to 1, where the list is one of job steps."""
    early: tuple[str, ...] = ()
    """Job steps that can begin before one is ready to apply."""
    fitting: tuple[str, ...] = ()
    """Options that fit the person."""
    problems: tuple[Problem, ...] = ()


def render(listed: Listed | Kinds | Routes, page: "Page") -> Iterator["RenderableType"]:
    """Show each item in a row of its own, or what can be listed."""
    if isinstance(listed, Kinds):
        yield page.line("What can be listed:")
        yield page.facts((what, str(count)) for what, count in listed.counts.items())
        yield page.line(("Example: pmcareer list exercises --skill risk --open", "quiet"))
    elif isinstance(listed, Routes):
        yield from render_routes(listed, page)
    elif not listed.items:
        yield page.line(f"No {listed.what} fit. All of them: pmcareer list {listed.what}")
    elif isinstance(listed.items[0], Exercise):
        yield from _exercises(listed, page)
    elif isinstance(listed.items[0], Option) and not page.piped:
        yield from render_options(
            [item for item in listed.items if isinstance(item, Option)], listed.fitting, page
        )
    elif listed.progress:
        yield from job_steps(listed.progress, listed.readiness, listed.early, page)
    else:
        columns = (
            page.column("id", "item", key=True),
            page.column("title", wraps=True, key=True),
            page.column("about"),
        )
        yield page.records(columns, (_row(item) for item in listed.items))


def _exercises(listed: Listed, page: "Page") -> Iterator["RenderableType"]:
    columns = (
        page.column("id", "item", key=True),
        page.column("title", wraps=True, key=True),
        page.column("skill"),
        page.column("level", right=True),
        page.column("core"),
        page.column("effort", right=True),
        page.column("state"),
    )
    exercises = [item for item in listed.items if isinstance(item, Exercise)]
    yield page.records(
        columns,
        (
            (
                each.id,
                each.title,
                each.skill,
                str(each.level),
                "core" if each.core else "",
                hours(each.mean_hours),
                page.state(listed.states[each.id]),
            )
            for each in exercises
        ),
    )
    if not page.piped:
        effort = sum(each.mean_hours for each in exercises)
        yield page.line((f"{plural(len(exercises), 'exercise')}, {hours(effort)}", "quiet"))


def _row(item: Item | Move) -> tuple[str, str, str]:
    if isinstance(item, Move):
        months = " / ".join(number(month) for month in item.months)
        return (
            item.id or item.key,
            item.title or f"{item.source} to {item.target}",
            f"{months} months",
        )
    return item.id, item.title, _about(item)


def _about(item: Item) -> str:  # noqa: PLR0911 -- one for each kind
    """Say the one thing that tells items of a kind apart."""
    match item:
        case Skill():
            return item.side
        case Role():
            return "detour" if item.detour else ""
        case Practice():
            return f"{item.rhythm}, {minutes(item.minutes)}"
        case Certification():
            return item.issuer
        case Advice():
            return f"priority {item.priority}"
        case Option():
            return "; ".join(item.first)
        case _:
            return ""


def as_dict(listed: Listed | Kinds | Routes) -> dict[str, Any]:
    """Give every key of every item; exercises with their state."""
    if isinstance(listed, Kinds):
        return {
            "what": None,
            "items": [{"id": what, "title": what, "count": n} for what, n in listed.counts.items()],
        }
    if isinstance(listed, Routes):
        return routes_as_dict(listed)
    steps = {each.step.id: progress_keys(each) for each in listed.progress}
    items = [
        _with_state(item, listed.states) | steps.get(item.id or "", {}) for item in listed.items
    ]
    if listed.fitting:
        items = [keys | {"fits": keys["id"] in listed.fitting} for keys in items]
    return {"what": listed.what, "items": items}


def _with_state(item: Item | Move, states: Mapping[str, str]) -> dict[str, Any]:
    keys = item_as_dict(item)
    return keys | {"state": states[item.id]} if isinstance(item, Exercise) else keys
