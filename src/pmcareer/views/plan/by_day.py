"""Whether one is there by a day: the chance of the role and of the study, in a sentence each."""

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
COLUMNS = 11
BAR = 30


def render_by(answer: PlanAnswer, page: "Page") -> "Blocks":
    """Draw the two days, and how likely the asked one is."""
    yield from render_head(answer, page)
    yield page.blank()
    yield from by_lines(answer, page)
    yield page.blank()
    yield page.quiet("They count people who stop; every figure: pmcareer plan --detail")


def by_lines(answer: PlanAnswer, page: "Page") -> "Blocks":
    """Say the two chances, each with a bar and the hours a week that it takes."""
    by = answer.by
    if by is None:
        return
    yield page.heading(f"By {day(by.day, answer.today)}")
    if not answer.chosen.finish.is_held:
        yield page.row("In the role", *_bar(by.chance, page), columns=COLUMNS)
        yield page.row("", _role_words(by), columns=COLUMNS)
    yield page.row("Study done", *_bar(by.study_chance, page), columns=COLUMNS)
    yield page.row("", _study_words(by), columns=COLUMNS)


def _role_words(by: By) -> str:
    chance, going = chance_words(by.chance), chance_words(by.chance_going)
    said = f"You are in the role with a chance of {chance} ({going} if you keep going)"
    return f"{said}. {_enough(by.pace_needed, NO_HOURS)}"


def _study_words(by: By) -> str:
    enough = _enough(by.study_pace_needed, OUT_OF_REACH)
    return f"The study is done with a chance of {chance_words(by.study_chance)}. {enough}"


def _bar(chance: float, page: "Page") -> "list[Piece]":
    return [page.bar(chance, BAR), *_beside_bar(chance, page)]


def _beside_bar(chance: float, page: "Page") -> list[str]:
    """Say the chance beside its bar; where there is no bar it is all that stands there."""
    return [] if page.plain else [f"  {chance_words(chance)}"]


def _enough(hours_per_week: float | None, impossible: str) -> str:
    if hours_per_week is None:
        return f"{impossible}."
    return f"With {number(hours_per_week)} h a week it would be as likely as not."


def chance_words(chance: float) -> str:
    """Say a chance as a percentage, and never that anything is certain."""
    if chance > MOST_CERTAIN:
        return f"> {share(MOST_CERTAIN)}"
    if chance < LEAST_CERTAIN:
        return f"< {share(LEAST_CERTAIN)}"
    return share(chance)
