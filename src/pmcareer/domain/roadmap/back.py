"""Targets behind the post one holds, and the post ahead that such a target leads to."""

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.items import Move, Role
from pmcareer.domain.person.nearer import way_on_the_map
from pmcareer.domain.person.person import Person
from pmcareer.domain.roadmap.routes import move_between

MOSTLY = 0.72
"""Who needs so much of what a role behind theirs needs has passed its gates; else it is another
trade: a manager of change has owned no product, though owners of products become one (assumed)."""


def lies_behind(curriculum: Curriculum, held: Role, target: Role, move: Move | None) -> bool:
    """Tell whether a target is a step back: it leads to the role held, or to where that leads.

    Where it has gates, or a move leads there, only between roles of which one needs mostly what
    the other needs; never where that move leads up. Where one leads aside, the target has to lead
    to the role held itself.
    """
    # From QA lead one goes straight to tech PM; junior PM, which leads to tech PM, is behind.
    is_before = curriculum.leads(target.id, held.id)
    if move is None and not is_before:
        is_before = post_ahead(curriculum, held, target) is not None
    is_way_up = move is not None and not move.side
    has_no_gate = move is None and not target.gates
    is_theirs = has_no_gate or _share_covered(held, target) >= MOSTLY
    return is_before and not is_way_up and is_theirs


def is_step_back(person: Person, target: Role | None) -> bool:
    """Tell whether the way to a target is a step back: it is behind, and none leads there.

    Where one leads there by another post, that is planned, and is none.
    """
    held = person.held
    if held is None or target is None or held is target:
        return False
    move = move_between(person.curriculum, held.id, target.id)
    if not lies_behind(person.curriculum, held, target, move):
        return False
    return move is not None or not way_on_the_map(person.curriculum, held.id, target.id)


def post_ahead(curriculum: Curriculum, held: Role, target: Role) -> Role | None:
    """Find where one can go at once and a target only leads to; None where it is not behind."""
    if target.id in curriculum.further_along(held.id):
        return None
    for move in curriculum.moves:
        if move.source == held.id and not (move.side or move.when):
            ahead = curriculum.role[move.target]
            if ahead.is_place and curriculum.leads(target.id, ahead.id):
                return ahead
    return None


def _share_covered(source: Role, target: Role) -> float:
    """Say which part of the levels that a role needs another one needs as well, 0 to 1."""
    wanted = sum(target.needs.values())
    shared = sum(min(need, source.needs.get(name, 0)) for name, need in target.needs.items())
    return shared / wanted if wanted else 1.0
