"""The search for a post: how long it is taken to last, and when it opens."""

from collections.abc import Iterable

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.items import Move, Role
from pmcareer.domain.ground.calendar import A_MOMENT
from pmcareer.domain.ground.vocabulary import Situation
from pmcareer.domain.roadmap.routes import NO_MONTHS, ThreeMonths
from pmcareer.domain.roadmap.stages import Stage

SEARCH: ThreeMonths = (2.0, 4.0, 8.0)
"""Months from being ready for a role to being in it, where a map of moves says nothing else."""
INTO_A_DETOUR: ThreeMonths = (1.0, 2.0, 4.0)
"""The same for a post that one comes back from: it is found inside the house."""
ENOUGH_DONE = 0.6
"""The part of a stage's hours from which on one may apply (assumed)."""


def search_months(
    curriculum: Curriculum, role: Role, move: Move | None, situations: Iterable[Situation] = ()
) -> ThreeMonths:
    """Choose the months of the search: a situation's, the move's, the role's, or any map's."""
    # Whoever comes back looks longer, and a mandate is found sooner than a post.
    for situation in situations:
        if situation in curriculum.searches:
            least, likely, most = curriculum.searches[situation]
            return least, likely, most
    for said in (move.search if move else None, role.search):
        if said:
            return said
    return SEARCH if curriculum.moves else NO_MONTHS


def hours_until_search(stage: Stage) -> float:
    """Find the credited hours that are missing to three fifths of a stage's."""
    # Of 100 hours 50 are done: 10 more, and one may apply.
    whole = stage.hours_left + stage.hours_done
    missing = ENOUGH_DONE * whole - stage.hours_done
    return missing if missing > A_MOMENT else 0.0


def is_search_open(stage: Stage) -> bool:
    """Tell whether it is time for the search: enough of the stage is done, or one is looking."""
    return stage.leg.searched_days is not None or not hours_until_search(stage)
