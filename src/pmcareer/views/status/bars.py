"""The bars of `status`: study, gates, and this month against the promise."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pmcareer.domain.gates.wording import progress_words
from pmcareer.views.parts.dates import about, is_far_off
from pmcareer.views.parts.text import hours, number, one_line, plural
from pmcareer.views.status.answer import StatusAnswer

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page

Fact = tuple[str, list[Any]]
COLUMNS, FEW_COLUMNS = 20, 10
GAP = 2
FEW_HOURS = 10
"""Of fewer hours the tenths are shown: a little is not nothing."""


def render_bars(answer: StatusAnswer, page: "Page") -> "Blocks":
    """Draw how much is done of what there is to do, and of what was promised for this month."""
    facts = [*_facts(answer, page)]
    if facts:
        yield page.facts(facts, indent=0)


def _facts(answer: StatusAnswer, page: "Page") -> Iterator[Fact]:
    yield from _study(answer, page)
    yield from _gates(answer, page)
    yield from _month(answer, page)


def _bar(value: float, style: str, page: "Page", *words: Any) -> list[Any]:  # noqa: ANN401
    """Draw a bar and its words; where there are no bars the words say it alone."""
    if page.plain:
        return [*words]
    return [page.bar(value, _columns(page), style), " ", *words]


def _columns(page: "Page") -> int:
    return FEW_COLUMNS if page.narrow else COLUMNS


def _study(answer: StatusAnswer, page: "Page") -> Iterator[Fact]:
    """Say how much of the study is done; nothing where there is none."""
    if not answer.tasks:
        return
    route = answer.route
    whole = route.hours_done + route.hours_left
    exercises = f"{answer.done} of {plural(len(answer.tasks), 'exercise')}"
    words = f"{_few(route.hours_done)} of {number(whole, 0)} h, {exercises}"
    if not route.hours_left:
        words = f"done: {plural(len(answer.tasks), 'exercise')}, nothing left to study"
    elif not is_far_off(route.study.likely, answer.today):
        done = f"{words}, likely done {about(route.study.likely, answer.today)}"
        words = done if len(done) <= _room(page) else words
    yield "Study", _bar(answer.share_done, "study", page, words)


def _gates(answer: StatusAnswer, page: "Page") -> Iterator[Fact]:
    """Say how many gates are met, and which comes next."""
    gates = answer.route.gates
    if not gates:
        return
    met = f"{answer.gates_met} of {len(gates)}"
    words = next(_fitting(answer, met, _room(page)))
    yield "Gates", _bar(answer.gates_met / len(gates), "gate", page, words)


def _room(page: "Page") -> int:
    """Count the columns for words behind a bar."""
    return page.width - len("This month") - GAP - COLUMNS - 1


def _fitting(answer: StatusAnswer, met: str, room: int) -> Iterator[str]:
    """Go through what may be said of the next gate, for so many columns: less and less."""
    following = answer.next_gate
    if following is None:
        yield met
        return
    asked = f"{met}; next: {one_line(following.status.words)}"
    progress = f"{asked}, {progress_words(following.status)}"
    opens = ""
    if following.gate.has_calendar and following.open_on:
        opens = f", likely {about(following.open_on, answer.today)}"
    for words in (progress + opens, asked + opens, asked):
        if len(words) <= room:
            yield words
    yield asked


def _month(answer: StatusAnswer, page: "Page") -> Iterator[Fact]:
    """Set this month's hours against its promise; in the first week nobody is measured."""
    month = answer.month
    if not answer.route.hours_left:
        return
    if month is None:
        a_week = f"{hours(answer.pace.promised)} a week promised"
        if answer.pace.basis == "default":
            a_week = f"{hours(answer.pace.promised)} a week taken for granted"
        spent = answer.weeks[-1].hours if answer.weeks else 0.0
        yield "This week", [f"{hours(spent)} so far; {a_week}"]
    elif not month.promised_hours:
        yield "This month", [f"{hours(month.spent_hours)}; days off, nothing is asked"]
    else:
        whole, so_far = _few(month.promised_hours), _few(month.promised_so_far)
        words = f"{_few(month.spent_hours)} of {whole} h promised, {so_far} of them by today"
        yield "This month", _bar(month.spent_hours / month.promised_hours, "done", page, words)


def _few(value: float) -> str:
    return number(value, 0 if value >= FEW_HOURS else 1)
