"""Steps in words and as the keys that scripts read: from whom an answer is awaited."""

from collections.abc import Sequence
from datetime import date

from pmcareer.domain.logbook.entries import Did
from pmcareer.domain.person.steps import Awaited
from pmcareer.views.parts.entries import Titles, title_of
from pmcareer.views.parts.keys import Keys, or_null, picked
from pmcareer.views.parts.text import day, on_day, one_line, plural


@or_null
def awaited_keys(awaited: Awaited) -> Keys:
    """Write from whom an answer to which step is awaited, since when, and when to ask again."""
    return {
        "step": awaited.step,
        "with": awaited.whom,
        **picked(awaited, "since", "ask_again_on"),
    }


def did_in_short(entry: Did, titles: Titles) -> str:
    """Name what was done, and with whom, or who confirmed it; `history` says the rest."""
    words = title_of(entry.thing, titles) + _whom(entry)
    return f"{words}, begun" if entry.begun else words


def told_once(entries: Sequence[Did]) -> list[Did]:
    """Leave out that a step was begun where a later entry tells more of it."""
    kept: list[Did] = []
    for entry in entries:
        kept = [each for each in kept if not (each.begun and each.thing == entry.thing)]
        kept.append(entry)
    return kept


def _whom(entry: Did) -> str:
    if not entry.whom:
        return ""
    how = "confirmed by" if entry.gate else "with"
    return f", {how} {one_line(entry.whom)}"


def first_awaited(awaited: Sequence[Awaited], titles: Titles, today: date) -> str:
    """Say whom to ask again first, and how many answers more are awaited."""
    first, *others = awaited
    words = awaited_words(first, title_of(first.step, titles), today)
    if others:
        return f"{words}; {plural(len(others), 'answer')} more"
    return words


def awaited_words(awaited: Awaited, title: str, today: date) -> str:
    """Say it in a line: "Anna, since Fri 20 Nov: Ask for the secondment; ask again on …"."""
    whom = one_line(awaited.whom or "an answer")
    since = f"{whom}, since {day(awaited.since, today)}: {one_line(title)}"
    if awaited.ask_again_on <= today:
        return f"{since}; time to ask again"
    return f"{since}; ask again {on_day(awaited.ask_again_on, today)}"
