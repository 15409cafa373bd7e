"""`pmcareer gap`: what lies between a person and a role."""

from pmcareer.commands.home import home_of
from pmcareer.domain.coaching.because import because_of
from pmcareer.domain.curriculum.short_titles import short_titles
from pmcareer.domain.plan.gap import gap_of
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.words.optional import Typed
from pmcareer.settings import Settings
from pmcareer.views.gap.answer import GapAnswer


def run(
    settings: Settings, *, target: Typed = None, source: Typed = None, detail: bool = False
) -> GapAnswer:
    """Compare what a role needs with what is there."""
    home = home_of(settings)
    planner = Planner(person=home.person_saying(target=target, role=source))
    return GapAnswer(
        gap=gap_of(planner),
        because=because_of(planner.recommended),
        today=settings.today,
        short_titles=short_titles(home.curriculum.roles),
        detail=detail,
        problems=home.problems,
    )
