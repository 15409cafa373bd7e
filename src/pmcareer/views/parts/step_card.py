"""The card of a step: what to do with whom, why it comes first, and what to type."""

from collections.abc import Callable, Iterator
from shlex import quote
from typing import TYPE_CHECKING

from pmcareer.domain.curriculum.guide import NO_GUIDE
from pmcareer.domain.curriculum.steps import Step
from pmcareer.domain.person.steps import Awaited
from pmcareer.domain.plan.first import Beside, StepCard
from pmcareer.domain.plan.today import BEGIN_MINUTES
from pmcareer.views.parts.guide import guide_keys
from pmcareer.views.parts.keys import Keys, ids, or_null, picked, picked_each
from pmcareer.views.parts.room import ranked
from pmcareer.views.parts.text import day, minutes, one_line

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page
    from pmcareer.views.parts.styled import Block

    Rows = Iterator[tuple[int, Block]]


def step_card(card: StepCard, page: "Page") -> "Blocks":
    """Draw its title, what it is for and why it comes first."""
    today = card.today
    yield page.line((today.step.title, "heading"), (f"  {today.step.id}", "item"))
    of = f", step {today.place} of {today.count}" if today.count > 1 else ""
    length = f"about {minutes(today.action.minutes_left)}"
    if today.action.state == "started":
        length = f"begun, about {minutes(today.action.minutes_left)} left"
    yield page.line(f"For: {today.aim}{of}; {length}")
    yield page.line((today.because, "strong"))


def step_work(card: StepCard, then: str, page: "Page", points: Callable[..., "Blocks"]) -> "Rows":
    """Draw what to do, when it counts as done, what follows it today, and what to type."""
    today, step = card.today, card.today.step
    if told := today.action.told:
        whom = f"{one_line(told.whom)} answered" if told.whom else "The answer came"
        yield 1, page.row("Again", f'{whom} on {day(told.on)}: "{one_line(told.outcome or "")}"')
    for awaited in today.action.awaited:
        yield 1, page.row("Again", f"{asked_words(awaited)}: ask once more.")
        yield 1, page.row("Answered?", (answer_line(awaited), "item"))
    if step.do:
        yield 0, page.row("Do", step.do)
    if step.sheet:
        yield 2, page.row("Sheet", (f"pmcareer work {step.id}", "item"))
    yield from ranked(0, points(step.accept, card.slice, page))
    if step.begin and not (card.slice or card.today.action.minutes_logged):
        yield 8, page.row("Begin", f"{minutes(BEGIN_MINUTES)}, alone: ", step.begin)
    yield 1, page.row("Today", (minutes(card.time_box_minutes), "strong"), then)
    later = f"pmcareer defer {step.id} --until {card.not_before}"
    yield 0, page.row("Log it", (log_step_line(card), "item"))
    yield 3, page.row("Not now", (later, "item"))


def log_step_line(card: StepCard) -> str:
    """Write what to type when a step is done; when only a part fits, that it goes on."""
    step, part = card.today.step, card.slice
    if part and part.minutes < card.today.action.minutes_left and not step.log_with:
        return f"pmcareer log {step.id} --partial --minutes {part.minutes}"
    return _done_line(step)


def _done_line(step: Step) -> str:
    if step.log_with:
        return step.log_with
    line = f"pmcareer log {step.id}"
    return f'{line} --with "NAME"' if step.waits else line


def beside_rows(beside: Beside, page: "Page") -> "Blocks":
    """Draw in two rows a step that the card of an exercise has room for, and what to type."""
    step = beside.step
    left = minutes(beside.action.minutes_left)
    yield page.row("Also", f"{beside.because}: {step.title} ({step.id}), {left}.")
    yield page.row("", (_done_line(step), "item"))


def asked_words(awaited: Awaited) -> str:
    """Say who was asked, and when: "Anna was asked on 1 Mar"."""
    whom = f"{one_line(awaited.whom)} was asked" if awaited.whom else "You asked"
    return f"{whom} on {day(awaited.since)}"


def answer_line(awaited: Awaited) -> str:
    """Write what to type once somebody has answered, whatever they said."""
    whom = f" --with {quote(one_line(awaited.whom))}" if awaited.whom else ""
    return f'pmcareer log {awaited.step}{whom} --outcome "WHAT THEY SAID"'


@or_null
def also_keys(beside: Beside) -> Keys:
    """Write a step that stands beside an exercise; null where there is none."""
    return picked(beside.step, "id", "title") | {
        "minutes": beside.action.minutes_left,
        "because": beside.because,
    }


def step_keys(card: StepCard) -> Keys:
    """Write a step as the keys of a task: those that exercises alone have are null."""
    today, step = card.today, card.today.step
    return {
        **picked(step, "id", "title"),
        "kind": "step",
        "for": step.use_for,
        **dict.fromkeys(("skill", "level", "core", "hours", "industry"), None),
        **picked(today.action, "minutes_logged", "minutes_left"),
        "span_days": None,
        "matters": step.why,
        "deliverable": None,
        "checklist": step.accept,
        "resources": [],
        "state": "started" if today.action.state == "started" else "new",
        "why": picked_each(card.why, "term", "value", "text"),
        "unlocks": ids(today.unlocks),
        "part": None,
        **guide_keys(NO_GUIDE, ()),
    }
