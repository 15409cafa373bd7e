"""Which posts are a rank above others: who held the higher one knows the work of the lower."""

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.ground.work import share_of

OF_ANY_PROJECT = "hands-on"
"""Work that most posts have beside their own."""


def is_above(curriculum: Curriculum, role: Role, below: Role) -> bool:
    """Tell whether a role is held later than another on one way, and does its kind of work too.

    Moves lead there from it, it takes more working years, and its months count as what the lower
    one is about: a programme director knows what a programme manager does.
    """
    if role.years is None or below.years is None or role.years[0] <= below.years[0]:
        return False
    is_ahead = role.id in curriculum.further_along(below.id)
    return is_ahead and share_of(role.work_shares, _about(below)) >= 1


def _about(role: Role) -> str:
    """Name the kind of work that a role is about."""
    for work in role.work_shares:
        if work != OF_ANY_PROJECT:
            return work
    return OF_ANY_PROJECT
