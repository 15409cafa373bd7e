"""`pmcareer gap`: what lies between a person and a role."""

from functools import partial

from pmcareer.commands.home import home_of
from pmcareer.domain.coaching.because import because_of
from pmcareer.domain.curriculum.short_titles import short_titles
from pmcareer.domain.plan.framework_gap import framework_gap
from pmcareer.domain.plan.gap import gap_of
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.words.lookup import framework_named
from pmcareer.domain.words.optional import Typed, if_typed
from pmcareer.settings import Settings
from pmcareer.views.gap.answer import GapAnswer


def run(
    settings: Settings,
    *,
    target: Typed = None,
    source: Typed = None,
    framework: Typed = None,
    detail: bool = False,
) -> GapAnswer:
    """Compare what a role needs, and what a framework names, with what is there."""
    home = home_of(settings)
    named = if_typed(partial(framework_named, home.curriculum), framework)
    planner = Planner(person=home.person_saying(target=target, role=source))
    return GapAnswer(
        gap=gap_of(planner),
        because=because_of(planner.recommended),
        today=settings.today,
        short_titles=short_titles(home.curriculum.roles),
        framework=framework_gap(planner, named) if named else None,
        detail=detail,
        problems=home.problems,
    )
