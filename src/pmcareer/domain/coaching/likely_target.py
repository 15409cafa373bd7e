"""Where people in a role mostly go: what is proposed to who has not said."""

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.items import Role

PMO_WORK = {"pmo", "portfolio"}


def is_pmo(role: Role) -> bool:
    """Tell whether the role works in a PMO."""
    return not PMO_WORK.isdisjoint(role.work_shares)


def likely_target(curriculum: Curriculum, role: Role | None) -> str:
    """Guess the target: where people in this role mostly go.

    The curriculum may say it. Else it is the default target, where a way leads to it from here,
    else the next role: that of the first move from here. At the end of every way it is one's own.
    """
    usual = curriculum.goal_role
    if role is None:
        return usual
    if role.onward and role.onward in curriculum.role:
        return role.onward
    ahead = curriculum.further_along(role.id)[1:]
    if not ahead and any(move.target == role.id for move in curriculum.moves):
        return role.id
    return usual if usual in ahead else [*ahead, usual][0]
