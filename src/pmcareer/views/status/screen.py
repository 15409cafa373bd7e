"""Where one stands at a glance: the way, the promise, the skills and the weeks, on one screen."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from pmcareer.domain.coaching.practices import PracticeKept
from pmcareer.domain.plan.milestones import Milestone
from pmcareer.views.parts.dates import about
from pmcareer.views.parts.mentor import mentor_words
from pmcareer.views.parts.steps import first_awaited
from pmcareer.views.parts.text import hours, one_line
from pmcareer.views.status.answer import StatusAnswer
from pmcareer.views.status.bars import render_bars
from pmcareer.views.status.blocks import render_blocks
from pmcareer.views.status.head import render_head, when_to_apply

if TYPE_CHECKING:
    from pmcareer.views.parts.beside import Height
    from pmcareer.views.parts.keys import Keys
    from pmcareer.views.parts.layout import Blocks, Page
    from pmcareer.views.parts.styled import Block

MOST_LINES = 22
"""Of a terminal of 24: one for the command, and one for what is typed next."""
LEAST_BLOCK = 6
"""Lines without which skills and weeks say nothing; the last facts give way to them."""

Facts = Iterator[tuple[str, Any]]


def render(answer: StatusAnswer, page: "Page") -> "Blocks":
    """Draw the dates first, then the bars, the blocks in what room is left, and what is next."""
    if answer.detail:
        from pmcareer.views.status.in_full import render_in_full  # noqa: PLC0415 -- rarely asked

        yield from render_in_full(answer, page)
    else:
        yield page.fitted(partial(_composed, answer, page))


def as_dict(answer: StatusAnswer) -> "Keys":
    """Give the keys that scripts read."""
    from pmcareer.views.status import keys  # noqa: PLC0415 -- scripts alone need them

    return keys.as_dict(answer)


def _composed(answer: StatusAnswer, page: "Page", height: "Height") -> "Blocks":
    top = [list(render_head(answer, page)), list(render_bars(answer, page))]
    facts = list(_ahead(answer))
    foot = _facts(facts, page)
    room = _room(height, *top, foot)
    # The most important fact comes first: what is to be done today.
    while room < LEAST_BLOCK and len(facts) > 1:
        facts.pop()
        foot = _facts(facts, page)
        room = _room(height, *top, foot)
    yield from page.apart(*top, render_blocks(answer, page, room), foot)


def _facts(facts: Sequence[tuple[str, Any]], page: "Page") -> "list[Block]":
    return [page.facts(facts, indent=0)] if facts else []


def _room(height: "Height", *groups: "Sequence[Block]") -> int:
    """Count the lines left for the blocks, an empty one above and below each group left out."""
    drawn = [group for group in groups if group]
    return MOST_LINES - sum(map(height, drawn)) - len(drawn)


def _ahead(answer: StatusAnswer) -> Facts:
    """Say what to do first, who owes an answer, what is reached next, and what is new to say."""
    first = answer.first
    if first:
        yield "Next", [f"{one_line(first.title)} ({first.id}): ", ("pmcareer next", "command")]
    if answer.awaited:
        yield "Awaited", first_awaited(answer.awaited, answer.titles, answer.today)
    if answer.mentor and answer.mentor.is_due:
        yield "Mentor", mentor_words(answer.mentor, answer.today)
    milestone = answer.milestone
    if milestone and milestone.id != answer.target.id:
        yield "Then", _milestone(milestone, answer)
    if answer.said and answer.said.is_new:
        yield "Advice", answer.said.text
    if answer.practices_chosen and answer.shows("practice"):
        yield from _practices(answer)


def _milestone(milestone: Milestone, answer: StatusAnswer) -> str:
    words = one_line(answer.short_titles.get(milestone.id, milestone.title))
    if milestone.kind == "certificate":
        words = f"apply for {words}"
    words += f", likely {about(milestone.day, answer.today, by_others=milestone.by_others)}"
    if milestone.hours_left:
        return f"{words}; {hours(round(milestone.hours_left))} to go{when_to_apply(milestone)}"
    return words


def _practices(answer: StatusAnswer) -> Facts:
    """Say of the practices that were picked how often each was kept lately."""
    if answer.practices:
        yield "Practice", "; ".join(map(_practice, answer.practices))


def _practice(kept: PracticeKept) -> str:
    return f"{one_line(kept.practice.title)} {kept.kept} of {kept.of}"
