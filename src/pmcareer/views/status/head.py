"""The first lines of `status`: the target, the two days, and what they rest on."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.forecast.outlook import Dates
from pmcareer.domain.plan.milestones import Milestone
from pmcareer.views.parts.dates import about, arrival_days, held_words, is_far_off, so_far
from pmcareer.views.parts.text import month, number, one_line
from pmcareer.views.status.answer import StatusAnswer

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page, Piece

LONGEST_TITLE = 40


def render_head(answer: StatusAnswer, page: "Page") -> "Blocks":
    """Draw what it is about, and when one is there."""
    title = one_line(answer.target.title)
    if len(title) > LONGEST_TITLE:
        title = one_line(answer.short_titles[answer.target.id])
    yield page.heading(title, ", ".join(_note(answer)))
    for pieces in _arrival(answer):
        yield page.line(*pieces)


def _note(answer: StatusAnswer) -> Iterator[str]:
    if answer.source not in (None, answer.target):
        yield _from(answer.source, answer.short_titles)
    if answer.week > 0:
        yield f"week {answer.week}"


def _from(source: Role, short_titles: Mapping[str, str]) -> str:
    return f"from {one_line(short_titles[source.id])}"


def _arrival(answer: StatusAnswer) -> "Iterator[list[Piece]]":
    """Say when one is in the role, likely and safely; or why there is no day."""
    route, today = answer.route, answer.today
    finish = route.finish
    if finish.is_held:
        yield [("You hold this role", "strong"), held_words(route.hours_left)]
        if route.hours_left:
            yield ["Study done: ", *arrival_days(route.study, today)]
            yield from _late(route.study)
    elif finish.is_undated:
        yield [finish.reason or ""]
    elif finish.is_shut:
        yield [("No day", "strong"), f": {finish.reason}"]
    else:
        yield arrival_days(finish, today)
        yield from _late(finish)
        yield from _grounds(answer)


def _late(dates: Dates) -> "Iterator[list[Piece]]":
    if words := dates.late_because:
        yield [words]


def _grounds(answer: StatusAnswer) -> "Iterator[list[Piece]]":
    """Say whose days they are, and which day it is if what is promised is kept."""
    finish, pace, today = answer.route.finish, answer.pace, answer.today
    if answer.route.hours_left and not pace.weeks_seen:
        yield from _at_first(finish, pace.promised, today)
    elif words := so_far(finish, pace, today):
        yield [words]


def _at_first(finish: Dates, promised: float, today: date) -> "Iterator[list[Piece]]":
    if finish.kept and finish.is_promise_faster and not is_far_off(finish.kept, today):
        kept = about(finish.kept, today, by_others=finish.by_others)
        # Twice the same year would say nothing.
        if kept == about(finish.likely, today, by_others=finish.by_others):
            kept = month(finish.kept)
        yield [(kept, "strong"), f" if you keep {number(promised)} h every week"]
    else:
        yield ["Taken from people like you, until you have weeks of your own."]


def when_to_apply(milestone: Milestone) -> str:
    """Say how much of the study for a role comes before one applies for it, as `plan` does."""
    applying = milestone.applying
    if applying is None:
        return ""
    if applying.study_hours and not applying.since:
        return f", {number(applying.study_hours, 0)} of them before you apply"
    return " while you apply"
