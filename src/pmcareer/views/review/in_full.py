"""The look back with every row, for `review --detail`: done, moved, and what to think about."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pmcareer.domain.coaching.review import Hours, PracticeLately
from pmcareer.views.parts.earned import earned_in_short, track_words
from pmcareer.views.parts.mentor import mentor_words
from pmcareer.views.parts.steps import did_in_short, first_awaited, told_once
from pmcareer.views.parts.text import hours, number
from pmcareer.views.review.answer import Reviewed, recall_text
from pmcareer.views.review.sentences import (
    heading,
    moved_words,
    render_causes,
    render_how_to_answer,
    search_words,
)

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page

STEPS_SHOWN = 2


def render_in_full(reviewed: Reviewed, page: "Page") -> "Blocks":
    """Draw what was done first, then why the date moved, then one thing to think about."""
    yield heading(reviewed, page)
    yield from _done(reviewed, page)
    yield from _with_people(reviewed, page)
    yield page.row("Hours", *_hours(reviewed.hours))
    yield from _kept(reviewed, page)
    yield from _measured(reviewed, page)
    yield page.row("Date", moved_words(reviewed.drift, reviewed.today))
    yield from render_causes(reviewed.drift, page, reviewed.today)
    if reviewed.first:
        first = f"{reviewed.first.title} ({reviewed.first.id}): "
        yield page.row("Next", first, ("pmcareer next", "item"))
    if reviewed.mentor:
        yield page.row("Mentor", mentor_words(reviewed.mentor, reviewed.today))
    if reviewed.search:
        yield page.row("Search", search_words(reviewed.search))
    for label, text in _asked(reviewed):
        yield page.blank()
        yield page.row(label, text)
        if label == "Question":
            yield from render_how_to_answer(reviewed, page)


def _done(reviewed: Reviewed, page: "Page") -> "Blocks":
    label = "Done"
    for each in reviewed.done:
        quiet = (f"  {each.exercise.id}, {hours(each.hours)}", "quiet")
        yield page.row(label, each.exercise.title, quiet)
        label = ""
    if label and not reviewed.steps:
        yield page.row(label, "nothing finished yet")


def _with_people(reviewed: Reviewed, page: "Page") -> "Blocks":
    """Draw the last steps of this time, and the answer to ask for next."""
    label = "Steps"
    steps = told_once(reviewed.steps)
    for entry in steps[-STEPS_SHOWN:]:
        yield page.row(label, did_in_short(entry, reviewed.titles))
        label = ""
    earlier = len(steps) - STEPS_SHOWN
    if earlier > 0:
        yield page.row("", (f"and {earlier} before: pmcareer history --kind did", "quiet"))
    if reviewed.awaited:
        yield page.row("Awaited", first_awaited(reviewed.awaited, reviewed.titles, reviewed.today))


def _hours(spent: Hours) -> Iterator[Any]:
    yield (f"{number(spent.logged)} logged", "strong")
    if spent.promised is not None:
        yield f", {number(spent.promised)} promised by today"
    yield f"; {number(spent.credited)} credited"


def _kept(reviewed: Reviewed, page: "Page") -> "Blocks":
    label = "Kept"
    for each in reviewed.practices:
        # What was only proposed is no promise that was broken.
        if not (each.kept or reviewed.practices_chosen):
            continue
        yield page.row(label, _kept_words(each))
        label = ""


def _kept_words(lately: PracticeLately) -> str:
    return f"{lately.practice.title}, {lately.kept} of {lately.occasions}"


def _measured(reviewed: Reviewed, page: "Page") -> "Blocks":
    """Draw how it goes against the promise and against one's own dates, once there is a record."""
    for label, words in _measures(reviewed):
        if words:
            yield page.row(label, words)


def _measures(reviewed: Reviewed) -> Iterator[tuple[str, str]]:
    yield "Earned", earned_in_short(reviewed.earned)
    yield "Forecasts", track_words(reviewed.track)


def _asked(reviewed: Reviewed) -> Iterator[tuple[str, str]]:
    """Name what is asked, in the order of its weight; the labels say what kind it is."""
    if reviewed.milestone:
        milestone = reviewed.milestone[:1].upper() + reviewed.milestone[1:]
        yield "Milestone", f"{milestone}. {reviewed.credit_text}"
    if reviewed.look_back_text:
        yield "Look back", reviewed.look_back_text
    if reviewed.questions:
        yield "Question", reviewed.questions[0].text
    if reviewed.recall:
        yield "Recall", recall_text(reviewed.recall)
