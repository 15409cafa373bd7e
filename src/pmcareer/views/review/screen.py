"""The week on one screen: hours and promise, how the date moved, what was done, a question."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from pmcareer.domain.coaching.review import DoneLately
from pmcareer.views.parts.aim import due_command, due_words
from pmcareer.views.parts.dates import about, is_far_off, today_alone
from pmcareer.views.parts.mentor import mentor_words
from pmcareer.views.parts.steps import did_in_short, first_awaited, told_once
from pmcareer.views.parts.text import hours, number, one_line
from pmcareer.views.review.answer import Reviewed, recall_text
from pmcareer.views.review.sentences import (
    heading,
    how_to_answer,
    moved_words,
    render_causes,
)

if TYPE_CHECKING:
    from pmcareer.views.parts.beside import Height
    from pmcareer.views.parts.keys import Keys
    from pmcareer.views.parts.layout import Blocks, Page, Piece

MOST_LINES = 22
"""Of a terminal of 24: one for the command, and one for what is typed next."""
MOST_DONE = 6
CAUSES = 2
DETAIL = "figures, practices, other questions"


def render(reviewed: Reviewed, page: "Page") -> "Blocks":
    """Draw the hours and the date first, then what was done, then the one question."""
    if reviewed.detail:
        from pmcareer.views.review.in_full import render_in_full  # noqa: PLC0415 -- rarely asked

        yield from render_in_full(reviewed, page)
    else:
        yield page.fitted(partial(_composed, reviewed, page))


def as_dict(reviewed: Reviewed) -> "Keys":
    """Give the keys that scripts read."""
    from pmcareer.views.review import keys  # noqa: PLC0415 -- scripts alone need them

    return keys.as_dict(reviewed)


def _composed(reviewed: Reviewed, page: "Page", height: "Height") -> "Blocks":
    head = list(_head(reviewed, page))
    foot = [*_question(reviewed, page), *_following(reviewed, page)]
    shown = MOST_DONE
    done = list(_done(reviewed, page, shown))
    # An empty line stands above and below what was done.
    while shown > 1 and height([*head, *done, *foot]) + 2 > MOST_LINES:
        shown -= 1
        done = list(_done(reviewed, page, shown))
    yield from page.apart(head, done, foot)


def _head(reviewed: Reviewed, page: "Page") -> "Blocks":
    yield heading(reviewed, page)
    yield page.row("Hours", *_hours(reviewed, page))
    yield page.row("Date", _date(reviewed))
    yield from render_causes(reviewed.drift, page, reviewed.today, CAUSES)


def _hours(reviewed: Reviewed, page: "Page") -> Iterator["Piece"]:
    """Set the hours against the promise up to today, where there was one."""
    spent, promised = reviewed.hours.logged, reviewed.hours.promised
    if not promised:
        yield (hours(spent), "strong")
        return
    if not page.plain:
        yield page.bar(spent / promised)
        yield " "
    yield (number(spent), "strong")
    yield f" of {hours(promised)} promised by today"


def _date(reviewed: Reviewed) -> str:
    """Say which date it is now, and how far it moved."""
    drift, today, now = reviewed.drift, reviewed.today, ""
    if drift and drift.main.after and not is_far_off(drift.main.after, today):
        is_study = drift.main is drift.study
        dates = reviewed.shown.study if is_study else reviewed.shown.finish
        # Of what others may decide the month alone.
        dates = replace(dates, by_others=not is_study)
        shown = about(dates.likely, today, by_others=dates.by_others)
        alone = today_alone(drift.main.after, dates, today)
        now = f" {shown}; today alone says {alone}," if alone else f" {shown},"
    return moved_words(drift, today, now)


def _done(reviewed: Reviewed, page: "Page", shown: int) -> "Blocks":
    """Name what was finished, the newest last, and what was done with people."""
    named = [*map(_finished, reviewed.done)]
    named += [did_in_short(entry, reviewed.titles) for entry in told_once(reviewed.steps)]
    label = "Done"
    for words in named[-shown:] or ["nothing finished yet"]:
        yield page.row(label, words)
        label = ""
    if len(named) > shown:
        yield page.row("", (f"and {len(named) - shown} before: --detail", "quiet"))
    yield from _beside_done(reviewed, page)


def _finished(done: DoneLately) -> str:
    return f"{one_line(done.exercise.title)} ({done.exercise.id})"


def _beside_done(reviewed: Reviewed, page: "Page") -> "Blocks":
    """Say what was reached, with whom it is to be shared, and who owes an answer."""
    if reviewed.milestone:
        reached = reviewed.milestone[:1].upper() + reviewed.milestone[1:]
        yield page.row("Milestone", f"{reached}. {reviewed.credit_text}")
    if reviewed.awaited:
        yield page.row("Awaited", first_awaited(reviewed.awaited, reviewed.titles, reviewed.today))


def _question(reviewed: Reviewed, page: "Page") -> "Blocks":
    """Ask one thing: what two weeks ask, a question that is due, or a recall."""
    if reviewed.look_back_text:
        yield page.row("Look back", reviewed.look_back_text)
    elif reviewed.questions:
        yield page.row("Question", reviewed.questions[0].text)
        yield page.row("", *how_to_answer(reviewed.questions[0]))
    elif reviewed.recall:
        yield page.row("Recall", recall_text(reviewed.recall))


def _following(reviewed: Reviewed, page: "Page") -> "Blocks":
    if reviewed.mentor and reviewed.mentor.is_due:
        yield page.row("Mentor", mentor_words(reviewed.mentor, reviewed.today))
    if reviewed.aim and reviewed.aim.is_due:
        due = due_words(reviewed.aim, reviewed.today)
        yield page.row("Goal", due, (due_command(reviewed.aim), "command"))
    if reviewed.first:
        first = f"{one_line(reviewed.first.title)} ({reviewed.first.id}): "
        yield page.row("Next", first, ("pmcareer next", "command"))
    yield page.row("More", f"{DETAIL}: ", ("pmcareer review --detail", "command"))
