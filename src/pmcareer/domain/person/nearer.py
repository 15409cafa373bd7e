"""The first post on the way to a far one, for who is not sure of the far one yet."""

from collections.abc import Iterable, Iterator
from heapq import heappop, heappush
from math import inf
from operator import attrgetter

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.items import Move
from pmcareer.domain.ground.conditions import all_hold, conditions_of
from pmcareer.domain.ground.grouping import grouped

LONGER = 1.5
"""A way by a post between may take so many times the months of the straight one."""


def nearer_target(curriculum: Curriculum, held: str | None, target: str) -> str:
    """Find the first role of the shortest way to a target that has one between; else the target."""
    # From PMO analyst to portfolio PMO the way is by senior analyst: that is near enough to try. By
    # way of scrum master one is a delivery manager first, though a move leads to programmes, too.
    start = curriculum.now_called("roles", held) if held else curriculum.start_role(target)
    moves = list(_moves_of(curriculum, start, target))
    left = months_left([move for move in moves if move.source != start], target)
    straight, nearest = inf, (inf, target)
    for move in moves:
        if move.source == start and move.target == target:
            straight = move.months[1]
        elif move.source == start and move.target in left:
            nearest = min(nearest, (move.months[1] + left[move.target], move.target))
    months, role = nearest
    return role if months <= LONGER * straight else target


def way_on_the_map(curriculum: Curriculum, held: str, target: str) -> tuple[str, ...]:
    """List the roles of the shortest way to a target, the next one first; none without a way."""
    moves = list(_moves_of(curriculum, held, target))
    left, way, here = months_left(moves, target), list[str](), held
    while here != target:
        ahead = [each for each in moves if each.source == here and each.target in left]
        if not ahead:
            return ()
        here = min(ahead, key=lambda move: move.months[1] + left[move.target]).target
        way.append(here)
    return tuple(way)


def _moves_of(curriculum: Curriculum, start: str, target: str) -> Iterator[Move]:
    """Go through the moves of who holds one role and aims at another, none by a detour."""
    facts = {"role": start, "target": target}
    for move in curriculum.moves:
        ends = curriculum.role[move.source], curriculum.role[move.target]
        is_on_the_way = not move.side or move.source == start or move.target == target
        is_theirs = is_on_the_way and all_hold(conditions_of(move.when), facts.get)
        if is_theirs and all(role.is_place for role in ends):
            yield move


def months_left(moves: Iterable[Move], target: str) -> dict[str, float]:
    """Find the fewest likely months from each role to a target; others don't lead there."""
    back = grouped(moves, attrgetter("target"))
    left: dict[str, float] = {}
    waiting = [(0.0, target)]
    while waiting:
        months, role = heappop(waiting)
        if role not in left:
            left[role] = months
            for move in back.get(role, ()):
                heappush(waiting, (months + move.months[1], move.source))
    return left
