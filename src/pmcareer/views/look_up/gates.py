"""A gate in full: what it asks for, how far one is, who can confirm it, and what leads there."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pmcareer.domain.curriculum.asked_gates import AskedGate
from pmcareer.domain.curriculum.gate import ByOthers, ConfirmedGate, ExperienceGate
from pmcareer.domain.curriculum.items import Item, Move
from pmcareer.domain.gates.state import GateStatus
from pmcareer.domain.gates.wording import opener_words, progress_words, window_words
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.entries import Did
from pmcareer.domain.person.steps import StepLog
from pmcareer.views.parts.entries import Titles, title_of
from pmcareer.views.parts.gates import gate_facts
from pmcareer.views.parts.items import id_and_title, months_words
from pmcareer.views.parts.keys import Keys, picked
from pmcareer.views.parts.text import clean, day, joined, minutes, one_line

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page, Pieces

WHO = "somebody who saw it and may be named: a sponsor, your manager, a client"


@frozen
class GateFacts:
    """A gate, how far one is, who said so, and the steps towards it."""

    asked: AskedGate
    status: GateStatus
    asks: str
    """What it asks for, where its title may say it in other words."""
    confirmed: tuple[Did, ...]
    """By whom it was confirmed, the earliest day first."""
    steps: tuple[StepLog, ...]


def gate_rows(
    statuses: Iterable[GateStatus], items: Iterable[Item | Move], titles: Titles, page: "Page"
) -> "Blocks":
    """Draw gates in a row each: on the way to what, and how far one is."""
    columns = (
        *id_and_title(page),
        page.column("on the way to", wraps=True),
        page.column("so far"),
    )
    rows = []
    for status, asked in zip(statuses, items, strict=True):
        if isinstance(asked, AskedGate):
            ways = joined(title_of(name, titles) for name in asked.asked_by)
            rows.append((asked.id, status.words, ways, _so_far(status)))
    yield page.records(columns, rows)


def _so_far(status: GateStatus) -> str:
    return progress_words(status) if status.missing else "met"


def render_gate(facts: GateFacts, titles: Titles, page: "Page") -> "Blocks":
    """Draw what it asks for, how far one is, the steps towards it and the command."""
    yield page.facts([*_about(facts, titles), *_how_far(facts)])
    if facts.steps:
        yield page.heading("Steps towards it")
        columns = (*id_and_title(page), page.column("takes"), page.column("state"))
        rows = []
        for log in facts.steps:
            step = log.step
            rows.append((step.id, step.title, minutes(step.minutes), page.state(log.state)))
        yield page.table(columns, rows, indent=2)
    yield page.quiet(_commands(facts))


def _about(facts: GateFacts, titles: Titles) -> Iterator[tuple[str, str]]:
    gate = facts.asked.gate
    window = window_words(gate) if isinstance(gate, ExperienceGate) else ""
    if not isinstance(gate, ConfirmedGate):
        yield "asks for", f"{one_line(facts.asks)}{window}"
    yield "on the way to", joined(title_of(name, titles) for name in facts.asked.asked_by)
    if isinstance(gate, ByOthers):
        yield "who can confirm", WHO
        if gate.months:
            yield "as a rule", f"{months_words(gate.months)} in the role before it (assumed)"


def _how_far(facts: GateFacts) -> "Iterator[tuple[str, Pieces]]":
    status = facts.status
    yield "so far", _so_far(status)
    for entry in facts.confirmed:
        evidence = f"; evidence: {clean(entry.evidence)}" if entry.evidence else ""
        yield "confirmed", f"{day(entry.on)}, by {one_line(entry.whom or '')}{evidence}"


def _commands(facts: GateFacts) -> str:
    asked, opener = facts.asked, opener_words(facts.asked.gate)
    if not facts.status.missing:
        return "It is met. What opens next: pmcareer plan"
    if asked.is_by_others:
        return f"When somebody confirms it: {opener}"
    return f"What opens it: {opener}"


def gate_keys(facts: GateFacts) -> Keys:
    """Return every key of a gate, and where one stands with it."""
    status = facts.status
    return {
        **gate_facts(facts.asked.gate),
        "title": status.words,
        "asked_by": facts.asked.asked_by,
        "by_others": facts.asked.is_by_others,
        **picked(status, "needed", "have", "confirmed_on"),
        "is_met": not status.missing,
        "confirmed_by": [entry.whom for entry in facts.confirmed],
        "steps": [_step_keys(log) for log in facts.steps],
        "log_with": opener_words(facts.asked.gate),
    }


def _step_keys(log: StepLog) -> Keys:
    return picked(log.step, "id", "title", "minutes") | {"state": log.state}
