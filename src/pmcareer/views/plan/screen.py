"""The way to a role: at a glance, and in full for who asks."""

from typing import TYPE_CHECKING

from pmcareer.views.parts.text import clean
from pmcareer.views.plan.answer import PlanAnswer, Saved
from pmcareer.views.plan.by_day import render_by
from pmcareer.views.plan.compared import render_compared
from pmcareer.views.plan.glance import render_glance
from pmcareer.views.plan.in_full import render_in_full
from pmcareer.views.plan.keys import as_dict
from pmcareer.views.plan.why import render_why

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page

__all__ = ["as_dict", "render"]


def render(answer: PlanAnswer, page: "Page") -> "Blocks":
    """Draw the one thing that is asked: the plan, every figure, a day, a move, or all routes."""
    if answer.compares:
        yield from render_compared(answer, page)
    elif answer.shows_detail or answer.shows_all:
        yield from render_in_full(answer, page)
    elif answer.by:
        yield from render_by(answer, page)
    elif answer.shows_why:
        yield from render_why(answer, page)
    else:
        yield from render_glance(answer, page)
    if answer.saved:
        yield from _saved(answer.saved, page)


def _saved(saved: Saved, page: "Page") -> "Blocks":
    if not saved.is_stored:
        yield page.quiet("Would be kept as the baseline; nothing was stored.")
        return
    if saved.is_first:
        yield page.line("You have a plan, and few people make one: well done.")
    kept = f"Kept as the baseline in {clean(saved.logbook)} as {saved.entry.id}."
    yield page.quiet(f"{kept} What moved it later: pmcareer plan --why")
