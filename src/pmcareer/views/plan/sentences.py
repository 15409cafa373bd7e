"""When one is in the role, in sentences that are true on the first day and after a year of log."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from pmcareer.domain.forecast.outlook import BEYOND, Dates
from pmcareer.domain.plan.new_edition import NewEdition
from pmcareer.views.parts.dates import (
    FAR_OFF,
    about,
    both_days,
    held_words,
    is_far_off,
    so_far,
    today_alone,
)
from pmcareer.views.parts.text import day, later, month, number, one_line, plural, span
from pmcareer.views.plan.answer import PlanAnswer

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Page

LIKELY = "as likely as not"
SAFE = "safe to promise (8 in 10 who keep on)"
SAFE_AT_FIRST = "safe to promise (8 in 10): one in five needs longer"
"""Said below a line that says of whom."""
NOTHING_SAFE = "nothing within ten years is safe to promise"
TODAY = "nothing on the way takes time any more"
LOST = (
    "the way {} is none of those there are now, so the earliest is shown. Choose anew, or take it "
    "back: pmcareer profile --route none"
)
"""What is said of a way that was chosen and that no longer is."""
OPEN_GATES = "No earlier than this: {} that other people decide, and nobody can date"
WEAK = "A weak estimate: study can take over twice as long. A longer log sharpens it."
LEAST_TOLD_APART = 2
"""Of three days that are named by their years."""

Pieces = list[tuple[str, str] | str]


def arrival(answer: PlanAnswer, page: "Page") -> Iterator[Pieces]:
    """Say when one is in the role, likely and safely; or why there is no day."""
    finish = answer.chosen.finish
    if finish.is_held:
        yield [("You hold this role", "strong"), held_words(answer.chosen.hours_left)]
        if answer.chosen.hours_left:
            first, *rest = _days_of(answer, answer.chosen.study, page)
            yield ["Study done: ", *first]
            yield from rest
    elif finish.is_undated:
        reason = (finish.reason or "").removeprefix("no day: ")
        yield [("No day", "strong"), f": {reason}. What to do: ", ("pmcareer gap", "command")]
    elif finish.is_shut:
        yield [("No day", "strong"), f": {finish.reason}"]
    else:
        yield from _days_of(answer, finish, page)


def _days_of(answer: PlanAnswer, dates: Dates, page: "Page") -> Iterator[Pieces]:
    if is_first_use(answer):
        yield from _at_first(answer, dates, answer.today)
        return
    yield days(dates, answer.today, page)
    if words := dates.late_because:
        yield [words]


def is_first_use(answer: PlanAnswer) -> bool:
    """Tell whether the days are those of people like oneself: no week of one's own is there."""
    return bool(answer.chosen.hours_left) and not answer.pace.weeks_seen


def _at_first(answer: PlanAnswer, dates: Dates, today: date) -> Iterator[Pieces]:
    """Say whose days they are, and which day it is if the promise is kept."""
    say = _speaker(dates, today)
    if is_far_off(dates.likely, today):
        yield [(FAR_OFF.capitalize(), "strong"), f", {LIKELY}"]
        return
    yield [
        (say(dates.likely), "strong"),
        f" {LIKELY}: half of people who keep going are there by then",
    ]
    if is_far_off(dates.safe, today):
        yield [f"{NOTHING_SAFE.capitalize()}: one in five needs longer"]
    else:
        yield [(say(dates.safe), "strong"), f" {SAFE_AT_FIRST}"]
    if words := dates.late_because:
        yield [words]
    # A promise that ends no earlier than half of people do says nothing that they don't.
    if dates.is_promise_faster and say(dates.kept) != say(dates.likely):
        promised = number(answer.pace.promised)
        yield [(say(dates.kept), "strong"), f" if you keep {promised} h every week"]


def _speaker(dates: Dates, today: date) -> Callable[[date | None], str]:
    """Give what names days: by their months where three times the same year would say nothing."""
    say = partial(about, today=today, by_others=dates.by_others)
    named = set(map(say, (dates.kept, dates.likely, dates.safe)))
    # "Jan 2031" and "2031" would be told apart by nobody.
    is_clear = say(dates.safe) == both_days(dates, today)[1]
    return say if is_clear and len(named) > LEAST_TOLD_APART else _month


def _month(day: date | None) -> str:
    return month(day) if day else BEYOND


def days(dates: Dates, today: date, page: "Page") -> Pieces:
    """Say "Apr 2028 as likely as not · Nov 2028 safe to promise (8 in 10 who keep on)"."""
    likely, safe = both_days(dates, today)
    if dates.safe == today:
        return [("Today", "strong"), f": {TODAY}"]
    if is_far_off(dates.likely, today):
        return [(FAR_OFF.capitalize(), "strong"), f", {LIKELY}"]
    if is_far_off(dates.safe, today):
        return [(likely, "strong"), f" {LIKELY}; {NOTHING_SAFE}"]
    if likely == safe:
        return [(likely, "strong"), f" {LIKELY}, and {SAFE}"]
    first: Pieces = [(likely, "strong"), f" {LIKELY} {page.glyph('dot')} "]
    return [*first, (safe, "strong"), f" {SAFE}"]


def grounds(answer: PlanAnswer) -> Iterator[str]:
    """Say what the two days rest on, where that is weak, new, or left open."""
    route, today = answer.chosen, answer.today
    finish = route.finish
    if words := choice_words(answer):
        yield f"Your choice: {words}"
    if finish.is_held or finish.is_undated or finish.is_shut:
        return
    if words := so_far(finish, answer.pace, today):
        yield words
    elif answer.is_weak and not (is_first_use(answer) or finish.late_because):
        yield WEAK
    if finish.is_earliest:
        yield f"{OPEN_GATES.format(plural(len(route.route.left_open), 'gate'))}."


def edition_words(edition: NewEdition | None) -> Iterator[str]:
    """Say what the curriculum asks since it was last used; nothing where that is nothing."""
    if edition:
        asked = f"Edition {one_line(edition.version)} asks {_more(edition)}"
        yield f"{asked}; levels reached stay."


def _more(edition: NewEdition) -> str:
    exercises = plural(edition.exercises, "more exercise")
    return f"at least {exercises}, {number(round(edition.hours))} h"


def since_baseline(answer: PlanAnswer) -> str:
    """Say how far the date moved since it was kept: "6 weeks earlier than your plan of 5 Jan"."""
    drift, chosen = answer.drift, answer.chosen
    if drift is None or not drift.moved_days or drift.route != chosen.route.id:
        return ""
    moved = f"{later(drift.moved_days)} than your plan of {day(drift.baseline.on, answer.today)}."
    shown = chosen.study if drift.main is drift.study else chosen.finish
    alone = today_alone(drift.main.after, shown, answer.today)
    return f"Today alone says {alone}: {moved}" if alone else moved


def choice_words(answer: PlanAnswer) -> str:
    """Say what the chosen way costs against the earliest; nothing where none was chosen."""
    choice = answer.choice
    if choice is None:
        return ""
    if choice.lost:
        return LOST.format(choice.lost)
    if choice.days == 0:
        return "this way, and none is earlier"
    other = answer.way_of(choice.earliest)
    if choice.days is None:
        return f"this way; {other} it has a day"
    return f"this way; {other} it is {span(choice.days)} earlier"
