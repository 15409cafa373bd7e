"""`pmcareer gap`: what lies between a person and a role."""

from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.gap import gap_of
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.words.lookup import role_named
from pmcareer.settings import Settings
from pmcareer.storage.curriculum_file import read_curriculum
from pmcareer.storage.logbook_file import read_logbook
from pmcareer.views.gap import GapAnswer


def run(settings: Settings, *, target: str | None = None, source: str | None = None) -> GapAnswer:
    """Compare what a role needs with what is there."""
    curriculum = read_curriculum(settings.curriculum)
    logbook = read_logbook(settings.logbook)

    person = person_of(curriculum, logbook, settings.today).saying(
        target=role_named(curriculum, target).id if target is not None else None,
        role=role_named(curriculum, source).id if source is not None else None,
    )

    return GapAnswer(
        gap=gap_of(Planner(person=person)), today=settings.today, problems=logbook.problems
    )
