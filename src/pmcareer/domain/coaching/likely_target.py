"""Where people in a role mostly go: what is proposed to who has not said."""

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.items import Role

PMO_WORK = {"pmo", "portfolio"}


def is_pmo(role: Role) -> bool:
    """Tell whether the role works in a PMO."""
    return not PMO_WORK.isdisjoint(role.work_shares)


def likely_target(curriculum: Curriculum, role: Role | None) -> str:
    """Guess the target: where people in this role mostly go.

    The curriculum may say it. Else PMO people go on to the portfolio; for the others it is the
    default target, where a way leads to it from here, else the next role: that of the first move
    from here that is for everybody. At the end of every way it is one's own role.
    """
    usual = curriculum.goal_role
    if role is None:
        return usual
    if role.onward and role.onward in curriculum.role:
        return role.onward
    reachable = _reachable(curriculum, role)
    ahead = [each for each in reachable if not _leads_back(curriculum, each, role)]
    if not ahead and any(move.target == role.id for move in curriculum.moves):
        return role.id
    if is_pmo(role):
        offices = [each.id for each in ahead if is_pmo(each)]
        return [usual, *offices][-1]
    ids = [each.id for each in ahead]
    return usual if usual in ids else [*_next_to(curriculum, role, ids), *ids, usual][0]


def _next_to(curriculum: Curriculum, role: Role, among: list[str]) -> list[str]:
    usual = (
        move for move in curriculum.moves if move.source == role.id and not (move.when or move.side)
    )
    return [move.target for move in usual if move.target in among]


def _leads_back(curriculum: Curriculum, there: Role, role: Role) -> bool:
    """Tell whether one may change between two roles: then neither is a step up."""
    back = any(move.source == there.id and move.target == role.id for move in curriculum.moves)
    return back and there.id != curriculum.goal_role


def _reachable(curriculum: Curriculum, start: Role) -> list[Role]:
    """List the roles that moves lead to, in the order of the curriculum."""
    found = [start.id]
    # The list grows while it is gone through: each role is looked at once.
    for source in found:
        for move in curriculum.moves:
            is_onward = move.source == source and not move.side
            if is_onward and move.target not in found:
                found.append(move.target)
    ahead = set(found[1:])
    return [role for role in curriculum.roles if role.id in ahead and not role.detour]
