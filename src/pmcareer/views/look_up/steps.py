"""A step in full: what to do, why, when it is done, what is on record, and how to log it."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from pmcareer.domain.curriculum.steps import SEARCH, Step
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.situations import SITUATION_AIMS
from pmcareer.domain.person.step_counts import StepProgress
from pmcareer.domain.person.steps import StepLog
from pmcareer.views.look_up.job_search import progress_keys, so_far_words
from pmcareer.views.parts.entries import Titles, title_of
from pmcareer.views.parts.items import id_and_title
from pmcareer.views.parts.keys import Keys
from pmcareer.views.parts.steps import awaited_keys, awaited_words
from pmcareer.views.parts.text import day, joined, minutes, one_line, plural

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page, Piece, Pieces

THE_SEARCH = "the search for a post"
MOST_DAYS = 3


@frozen
class StepFacts:
    """A step, what is on record of it, and what comes before it."""

    log: StepLog
    progress: StepProgress
    """How far it is by its own test."""
    open_before: tuple[str, ...]
    """What comes before it and is not done."""

    @property
    def step(self) -> Step:
        """The step itself."""
        return self.log.step


def for_words(step: Step, titles: Titles, most: int | None = None) -> str:
    """Name what a step is for, or the first of it: roles, detours, gates, certificates, search."""
    known = {SEARCH: THE_SEARCH, **SITUATION_AIMS}
    served = [known.get(name) or title_of(name, titles) for name in step.use_for]
    words = "; ".join(served[:most])
    more = len(served[most:]) if most else 0
    return f"{words} and {more} more" if more else words


def step_rows(logs: Sequence[StepLog], titles: Titles, page: "Page") -> "Blocks":
    """Draw steps in a row each: what it is for, how long it takes, how it stands."""
    columns = (
        *id_and_title(page),
        page.column("for", wraps=True),
        page.column("takes", right=True),
        page.column("state"),
    )
    yield page.records(columns, [_row(log, titles, page) for log in logs])
    if not page.piped:
        one = f"One in full: pmcareer show {logs[0].step.id}"
        yield page.quiet(f"{plural(len(logs), 'step')}. {one}")


def _row(log: StepLog, titles: Titles, page: "Page") -> "tuple[Piece, ...]":
    step, served = log.step, for_words(log.step, titles, most=1)
    return step.id, step.title, served, minutes(step.minutes), page.state(log.state)


def render_step(facts: StepFacts, titles: Titles, today: date, page: "Page") -> "Blocks":
    """Draw a step as one would explain it to somebody."""
    step = facts.step
    for text in (step.do, step.why):
        if text:
            yield page.paragraphs(text, indent=2)
    if step.accept:
        yield page.heading("Done when")
        yield page.bullets(step.accept, mark="[ ]")
    yield page.blank()
    about, record = _about(facts, titles, page), _on_record(facts, titles, today)
    yield page.facts([*about, *record, *_commands(step)])


def _about(facts: StepFacts, titles: Titles, page: "Page") -> "Iterator[tuple[str, Pieces]]":
    step = facts.step
    yield "for", for_words(step, titles)
    yield "coming from", "; ".join(title_of(name, titles) for name in step.source)
    yield "takes", minutes(step.minutes)
    yield "done", step.done or ""
    yield "comes after", "; ".join(_before(facts, titles))
    yield "guide", one_line(step.guide or "")
    yield "state", page.state(facts.log.state)


def _before(facts: StepFacts, titles: Titles) -> Iterator[str]:
    for name in facts.step.requires:
        how = "open" if name in facts.open_before else "done"
        yield f"{title_of(name, titles)} ({name}, {how})"


def _on_record(facts: StepFacts, titles: Titles, today: date) -> Iterator[tuple[str, str]]:
    """Say what is logged of it, what is awaited, and when it opens again."""
    log, step = facts.log, facts.step
    if step.counts_as:
        yield "so far", so_far_words(facts.progress)
    yield "logged", _days(log.done_on, today)
    yield "begun", _day(log.begun_on, today)
    yield "put off until", _day(log.put_off_until, today)
    for awaited in log.awaits:
        yield "awaited", awaited_words(awaited, title_of(step.id, titles), today)
    yield from _in_time(log, today)
    yield "sources", ", ".join(step.sources) or "none given"


def _day(value: date | None, today: date) -> str:
    return day(value, today) if value else ""


def _in_time(log: StepLog, today: date) -> Iterator[tuple[str, str]]:
    """Say when it opens again, and how long an answer takes."""
    step = log.step
    if log.opens_again_on:
        yield "opens again", day(log.opens_again_on, today)
    elif step.again:
        yield "opens again", f"{plural(step.again, 'day')} after it was done"
    if step.during:
        yield "open while", f"work of this kind goes on: {step.during}"
    if step.waits:
        yield "answers take", f"{plural(step.waits, 'day')}; then ask again, later more rarely"


def _days(days: Sequence[date], today: date) -> str:
    """Name the last days, the newest first."""
    shown = [day(each, today) for each in reversed(days[-MOST_DAYS:])]
    if len(days) > MOST_DAYS:
        shown.append(f"{len(days) - MOST_DAYS} times before")
    return joined(shown)


def _commands(step: Step) -> "Iterator[tuple[str, Pieces]]":
    yield "work on it", [(f"pmcareer work {step.id}", "item")]
    yield "log it", [(step.log_with or f'pmcareer log {step.id} --with "NAME"', "item")]
    yield "not now", [(f"pmcareer defer {step.id} --until +14d", "item")]


def step_keys(facts: StepFacts) -> Keys:
    """Return where one stands with a step; the same keys for every step."""
    log = facts.log
    return {
        **progress_keys(facts.progress),
        "state": log.state,
        "done_on": log.done_on,
        "begun_on": log.begun_on,
        "put_off_until": log.put_off_until,
        "opens_again_on": log.opens_again_on,
        "awaited": list(map(awaited_keys, log.awaits)),
        "open_before": facts.open_before,
    }
