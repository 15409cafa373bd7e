"""The job search: whether it is time to begin, and which step comes next."""

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.step_counts import StepProgress, progress_of
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.roadmap.search import is_search_open
from pmcareer.errors import DetourTarget, UnknownWord

SEARCH_MONTHS = (2, 4, 8)
"""Min, likely, max months of a search; half for an internal move. The author's judgement."""


@frozen
class SearchTime:
    """Whether it is time to look for the next post, and what says so."""

    role: Role
    """The post that the present stage leads to."""
    is_open: bool
    is_looking: bool
    """One says that one looks, or a step of the search is on record."""
    done: float
    """The part of the stage's hours that is done, 0 to 1."""


def search_time(planner: Planner) -> SearchTime | None:
    """Look at the stage one is in; None where no post is ahead, or the curriculum knows none."""
    try:
        if planner.person.role == planner.target.id:
            return None
        stage = planner.for_today.stages[0]
    except (DetourTarget, UnknownWord):
        return None
    whole = stage.hours_done + stage.hours_left
    return SearchTime(
        role=stage.leg.target,
        is_open=is_search_open(stage),
        is_looking=stage.leg.searched_days is not None,
        # Where all is covered nothing holds the search up.
        done=stage.hours_done / whole if whole else 1.0,
    )


def step_to_take(planner: Planner) -> StepProgress | None:
    """Find the first step that is not done, once the search is open."""
    time = search_time(planner)
    if time is None or not time.is_open:
        return None
    for step in planner.person.curriculum.job_steps:
        progress = progress_of(planner.person, step)
        if not step.retired and not progress.is_done:
            return progress
    return None


def early_steps(curriculum: Curriculum) -> tuple[str, ...]:
    """List the ids of steps that can begin long before anybody is ready to apply."""
    early = ("initiatives", "contacts")
    return tuple(step.id for step in curriculum.job_steps if step.counts_as in early)
