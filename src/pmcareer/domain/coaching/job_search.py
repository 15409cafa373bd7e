"""The job search: whether it is time to begin, and which step comes next."""

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.person.job_log import is_searching
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.step_counts import StepProgress, progress_of
from pmcareer.domain.roadmap.readiness import readiness_for_target

READY_ENOUGH = 0.6
"""Apply from 60 %: people who made it did not wait until they knew everything (S1-93)."""
SEARCH_MONTHS = (2, 4, 8)
"""Min, likely, max months of a search; half for an internal move. The author's judgement."""


def is_open(person: Person) -> bool:
    """Tell whether the search has begun, or one is ready enough to begin it."""
    return is_searching(person) or (readiness_for_target(person) or 0) >= READY_ENOUGH


def step_to_take(person: Person) -> StepProgress | None:
    """Find the first step that is not done, once the search is open."""
    if not is_open(person):
        return None
    for step in person.curriculum.job_steps:
        progress = progress_of(person, step)
        if not step.retired and not progress.is_done:
            return progress
    return None


def early_steps(curriculum: Curriculum) -> tuple[str, ...]:
    """List the ids of steps that can begin long before anybody is ready to apply."""
    early = ("initiatives", "contacts")
    return tuple(step.id for step in curriculum.job_steps if step.counts_as in early)
