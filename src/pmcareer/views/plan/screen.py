"""The way to a role: at a glance, and in full for who asks."""

from typing import TYPE_CHECKING

from pmcareer.views.parts.dates import today_alone
from pmcareer.views.parts.text import clean
from pmcareer.views.plan.answer import PlanAnswer, Saved
from pmcareer.views.plan.glance import render_glance

if TYPE_CHECKING:
    from collections.abc import Callable

    from pmcareer.views.parts.keys import Keys
    from pmcareer.views.parts.layout import Blocks, Page


def render(answer: PlanAnswer, page: "Page") -> "Blocks":
    """Draw the one thing that is asked: the plan, every figure, a day, a move, or all routes."""
    yield from _asked(answer)(answer, page)
    if answer.saved:
        yield from _saved(answer.saved, answer, page)


def as_dict(answer: PlanAnswer) -> "Keys":
    """Give the keys that scripts read."""
    from pmcareer.views.plan import keys  # noqa: PLC0415 -- scripts alone need them

    return keys.as_dict(answer)


def _asked(answer: PlanAnswer) -> "Callable[[PlanAnswer, Page], Blocks]":
    """Load what draws the one thing that is asked, and none of the others."""
    if answer.compares:
        from pmcareer.views.plan.compared import render_compared as draw  # noqa: PLC0415
    elif answer.shows_detail or answer.shows_all:
        from pmcareer.views.plan.in_full import render_in_full as draw  # noqa: PLC0415
    elif answer.by:
        from pmcareer.views.plan.by_day import render_by as draw  # noqa: PLC0415
    elif answer.shows_why:
        from pmcareer.views.plan.why import render_why as draw  # noqa: PLC0415
    else:
        draw = render_glance
    return draw


def _saved(saved: Saved, answer: PlanAnswer, page: "Page") -> "Blocks":
    if not saved.is_stored:
        yield page.quiet("Would be kept as the baseline; nothing was stored.")
        return
    if saved.is_first:
        yield page.line("You have a plan, and few people make one: well done.")
    kept = f"Kept as the baseline in {clean(saved.logbook)} as {saved.entry.id}."
    if alone := today_alone(saved.entry.finish, answer.chosen.finish, answer.today):
        kept += f" It holds what today alone says: {alone}."
    yield page.quiet(f"{kept} What moved it later: pmcareer plan --why")
