"""Whether one is there by a day: the chance of the role and of the study, in a sentence each.

The bars are of people who keep going, as the days above them; all who begin stand below.
"""

from typing import TYPE_CHECKING

from pmcareer.domain.plan.by_day import By
from pmcareer.views.parts.text import day, number, share
from pmcareer.views.plan.answer import PlanAnswer
from pmcareer.views.plan.glance import render_head
from pmcareer.views.plan.keys import MOST_CERTAIN

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page, Piece

LEAST_CERTAIN = 1 - MOST_CERTAIN
NO_HOURS = "No number of study hours makes that as likely as not"
OUT_OF_REACH = "No number of hours makes that as likely as not"
EVEN = 0.5
COLUMNS = 11
BAR = 30
GOING = " if you keep going"
_DO = {"default": "are taken to promise", "profile": "promise"}
"""What is known of the hours before there is a log."""


def render_by(answer: PlanAnswer, page: "Page") -> "Blocks":
    """Draw the two days, and how likely the asked one is."""
    yield from render_head(answer, page)
    yield page.blank()
    yield from by_lines(answer, page)
    yield page.blank()
    yield page.quiet("Every figure: pmcareer plan --detail")


def by_lines(answer: PlanAnswer, page: "Page") -> "Blocks":
    """Say the chances of whoever keeps going, each with a bar, and those with who stops counted."""
    by = answer.by
    if by is None:
        return
    yield page.heading(f"By {day(by.day, answer.today)}")
    if not answer.chosen.finish.is_held:
        yield page.row("In the role", *_bar(by.chance_going, page), columns=COLUMNS)
        yield page.row("", _role_words(answer, by), columns=COLUMNS)
    yield page.row("Study done", *_bar(by.study_chance_going, page), columns=COLUMNS)
    yield page.row("", _study_words(answer, by), columns=COLUMNS)
    yield page.blank()
    yield page.line(_stopping_words(answer, by))


def _role_words(answer: PlanAnswer, by: By) -> str:
    said = f"You are in the role with a chance of {chance_words(by.chance_going)}{GOING}"
    return f"{said}.{_enough(answer, by.chance_going, by.faster, NO_HOURS)}"


def _study_words(answer: PlanAnswer, by: By) -> str:
    said = f"The study is done with a chance of {chance_words(by.study_chance_going)}{GOING}"
    return f"{said}.{_enough(answer, by.study_chance_going, by.study_faster, OUT_OF_REACH)}"


def _stopping_words(answer: PlanAnswer, by: By) -> str:
    """Say the same of all, as some people stop: that chance is lower."""
    study = f"the study is done with a chance of {chance_words(by.study_chance)}"
    if answer.chosen.finish.is_held:
        return f"Some people stop. Counting them, {study}."
    role = f"you are in the role with a chance of {chance_words(by.chance)}"
    return f"Some people stop. Counting them, {role}, and {study}."


def _bar(chance: float, page: "Page") -> "list[Piece]":
    return [page.bar(chance, BAR), *_beside_bar(chance, page)]


def _beside_bar(chance: float, page: "Page") -> list[str]:
    """Say the chance beside its bar; where there is no bar it is all that stands there."""
    return [] if page.plain else [f"  {chance_words(chance)}"]


def _enough(answer: PlanAnswer, chance: float, faster: float | None, impossible: str) -> str:
    """Say which hours would do, beside those of now; nothing where it is likely as it is.

    Who promised 6 and finishes 2.1 is not told of a promise: "Finishing 2.2 h a week, not 2.1,
    would make it as likely as not".
    """
    if round(chance, 2) >= EVEN:
        return ""
    if faster is None:
        return f" {impossible}."
    pace = answer.pace
    now, needed = number(pace.hours_per_week), number(pace.hours_per_week * faster)
    if faster <= 1 or needed == now:
        return ""
    if pace.basis == "history":
        return f" Finishing {needed} h a week, not {now}, would make it as likely as not."
    return f" With {needed} h a week it would be as likely as not (you {_DO[pace.basis]} {now})."


def chance_words(chance: float) -> str:
    """Say a chance as a percentage, and never that anything is certain."""
    if chance > MOST_CERTAIN:
        return f"> {share(MOST_CERTAIN)}"
    if chance < LEAST_CERTAIN:
        return f"< {share(LEAST_CERTAIN)}"
    return share(chance)
