"""Items of a kind, one record each."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from pmcareer.domain.coaching.job_search import SearchTime
from pmcareer.domain.curriculum.asked_gates import AskedGate
from pmcareer.domain.curriculum.catalogue import Certification, Option
from pmcareer.domain.curriculum.frameworks import Framework
from pmcareer.domain.curriculum.guidance import Advice, Practice
from pmcareer.domain.curriculum.industries import Industry
from pmcareer.domain.curriculum.items import Exercise, Item, Move, Role, Skill
from pmcareer.domain.gates.state import GateStatus
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.step_counts import StepProgress
from pmcareer.domain.person.steps import StepLog
from pmcareer.views.look_up.gates import gate_rows
from pmcareer.views.look_up.job_search import job_steps, progress_keys
from pmcareer.views.look_up.options import render_options
from pmcareer.views.look_up.steps import step_rows
from pmcareer.views.parts.answer import Answer
from pmcareer.views.parts.entries import Titles
from pmcareer.views.parts.gates import gate_facts
from pmcareer.views.parts.items import (
    effort_cells,
    effort_columns,
    id_and_title,
    item_as_dict,
    months_words,
    move_title,
)
from pmcareer.views.parts.keys import Keys, picked
from pmcareer.views.parts.text import hours, minutes, plural, spaced
from pmcareer.views.plan.routes import Routes, render_routes, routes_as_dict

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page


@frozen
class Kinds(Answer):
    """What can be listed, and how many of each there are."""

    counts: Mapping[str, int]


@frozen
class Listed(Answer):
    """Items of one kind that passed the filters."""

    what: str
    items: tuple[Item | Move, ...]
    titles: Titles
    """What steps and gates are for, by id."""
    states: Mapping[str, str]
    """State of each exercise: open, started, deferred or finished."""
    is_narrowed: bool = False
    """Only some were asked for."""
    progress: tuple[StepProgress, ...] = ()
    """How far each job step is."""
    search: SearchTime | None = None
    """Whether it is time for the search, where the list is one of job steps."""
    early: tuple[str, ...] = ()
    """Job steps that can begin before one is ready to apply."""
    steps: tuple[StepLog, ...] = ()
    """What is on record of each step."""
    gates: tuple[GateStatus, ...] = ()
    """How far one is with each gate."""
    fitting: tuple[str, ...] = ()
    """Options that fit the person."""


def render(listed: Listed | Kinds | Routes, page: "Page") -> "Blocks":
    """Show each item in a row of its own, or what can be listed."""
    match listed:
        case Kinds():
            yield from _kinds(listed.counts, page)
        case Routes():
            yield from render_routes(listed, page)
        case Listed(items=(), is_narrowed=False):
            yield page.line(f"This curriculum has no {spaced(listed.what)}.")
        case Listed(items=()):
            yield page.line(f"No {listed.what} fit. All of them: pmcareer list {listed.what}")
        case Listed():
            yield from _items(listed, page)


def _kinds(counts: Mapping[str, int], page: "Page") -> "Blocks":
    yield page.line("What can be listed:")
    yield page.facts(zip(counts, map(str, counts.values()), strict=True))
    yield page.quiet("Example: pmcareer list exercises --skill risk --open")


def _items(listed: Listed, page: "Page") -> "Blocks":
    """Draw items in the form that their kind has; all of a list are of one kind."""
    exercises = [item for item in listed.items if isinstance(item, Exercise)]
    if exercises:
        yield from _exercises(exercises, listed.states, page)
    elif listed.progress:
        yield from job_steps(listed.progress, listed.search, listed.early, page)
    elif listed.steps:
        yield from step_rows(listed.steps, listed.titles, page)
    elif listed.gates:
        yield from gate_rows(listed.gates, listed.items, listed.titles, page)
    else:
        yield from _others(listed, page)


def _exercises(exercises: Sequence[Exercise], states: Mapping[str, str], page: "Page") -> "Blocks":
    columns = (
        *id_and_title(page),
        page.column("skill"),
        *effort_columns(page),
        page.column("state"),
    )
    rows = []
    for each in exercises:
        state = page.state(states[each.id])
        rows.append((each.id, each.title, each.skill, *effort_cells(each), state))
    yield page.records(columns, rows)
    if not page.piped:
        effort = hours(sum(each.mean_hours for each in exercises))
        yield page.quiet(f"{plural(len(exercises), 'exercise')}, {effort}")


def _others(listed: Listed, page: "Page") -> "Blocks":
    options = [item for item in listed.items if isinstance(item, Option)]
    # A pipe gets one record a line whatever the kind; side by side is for people.
    if options and not page.piped:
        yield from render_options(options, listed.fitting, page)
    else:
        yield page.records((*id_and_title(page), page.column("about")), map(_row, listed.items))


def _row(item: Item | Move) -> tuple[str, str, str]:
    if isinstance(item, Move):
        return _move_row(item)
    return item.id, item.title, _about(item)


def _move_row(move: Move) -> tuple[str, str, str]:
    return move.id or move.key, move_title(move), months_words(move.months)


def _about(item: Item) -> str:  # noqa: PLR0911 -- one for each kind
    """Say the one thing that tells items of a kind apart."""
    match item:
        case Skill():
            return item.side or ""
        case Role():
            return "detour" if item.detour else ""
        case Practice():
            return f"{item.rhythm}, {minutes(item.minutes)}"
        case Certification():
            return item.issuer
        case Advice():
            return f"priority {item.priority}"
        case Framework():
            return item.publisher
        case Industry():
            return item.called
        case Option():
            return "; ".join(item.first)
        case _:
            return ""


def as_dict(listed: Listed | Kinds | Routes) -> Keys:
    """Return every key of every item; exercises with their state."""
    if isinstance(listed, Kinds):
        counted = listed.counts.items()
        # A kind has the keys of an item, so that a script reads both lists in one way.
        kinds = [{"id": what, "title": what, "count": count} for what, count in counted]
        return {"what": None, "items": kinds}
    if isinstance(listed, Routes):
        return routes_as_dict(listed)
    return {"what": listed.what, "items": [_item_keys(item, listed) for item in listed.items]}


def _gate_keys(asked: AskedGate, listed: Listed) -> Keys:
    status = next(each for each in listed.gates if each.gate.id == asked.id)
    keys = gate_facts(asked.gate) | {"title": status.words, "asked_by": asked.asked_by}
    keys["is_met"] = not status.missing
    return keys | picked(status, "needed", "have", "confirmed_on")


def _item_keys(item: Item | Move, listed: Listed) -> Keys:
    keys = item_as_dict(item)
    if isinstance(item, Exercise):
        keys["state"] = listed.states[item.id]
    if isinstance(item, AskedGate):
        keys = _gate_keys(item, listed)
    for log in listed.steps:
        if log.step.id == item.id:
            keys["state"] = log.state
    for progress in listed.progress:
        if progress.step.id == item.id:
            keys |= progress_keys(progress)
    if listed.fitting:
        keys["fits"] = item.id in listed.fitting
    return keys
