"""The map of roles searched: which routes lead to a target."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from heapq import heappop, heappush
from itertools import islice, pairwise
from operator import attrgetter

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.items import Move, Role
from pmcareer.domain.gates.on_record import gate_status
from pmcareer.domain.ground.calendar import months_in
from pmcareer.domain.ground.grouping import grouped
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.present_stage import searching_since
from pmcareer.domain.person.served import ranges_in_role
from pmcareer.domain.roadmap.detours import detour_choices, present_detour
from pmcareer.domain.roadmap.level_months import LevelMonths
from pmcareer.domain.roadmap.longer import Path, without_longer
from pmcareer.domain.roadmap.routes import NO_MONTHS, Leg, Route, move_between
from pmcareer.domain.roadmap.search import search_months

PATHS_LOOKED_AT = 24
PARTIAL_PATHS_LOOKED_AT = 20_000
VARIANTS_OF_A_PATH = 8


def routes_of(person: Person, target: Role) -> list[Route]:
    """List the routes from where someone stands to a target, shortest likely months first.

    Simple paths over the roles that are no detours, each in up to eight variants of the detours
    that its gates need. Without a path of moves there is one leg without a move, so that a
    curriculum without a map works too.
    """
    paths = _ways(person, target.id)
    starts = {path[0] for path in paths}
    legs = {}
    for path in paths:
        for edge in pairwise(path):
            legs[edge] = _leg(person, *edge, is_first=edge[0] in starts)
    routes: list[Route] = []
    levels = LevelMonths(person=person)
    for path in without_longer(person, paths, legs):
        variants = _variants(levels, [legs[edge] for edge in pairwise(path)], ())
        routes.extend(islice(variants, VARIANTS_OF_A_PATH))
    return [replace(route, names_start=len(starts) > 1) for route in routes]


def route_as_of(person: Person, route: Route) -> Route:
    """Read the legs of a route for the same person on another day; its detours stay."""
    levels = LevelMonths(person=person)
    legs: list[Leg] = []
    for leg in route.legs:
        then = _leg(person, leg.source.id, leg.target.id, is_first=leg.is_first)
        legs.append(levels.on(replace(then, detours=leg.detours), legs))
    return replace(route, legs=tuple(legs))


def _ways(person: Person, target: str) -> list[Path]:
    """List the paths from where somebody stands, else from each role that no move leads to."""
    curriculum = person.curriculum
    if person.stands_at == target:
        return [(target, target)]
    if person.stands_at:
        return _paths(curriculum, person.stands_at, target) or [(person.stands_at, target)]
    found: list[Path] = []
    for start in _first_roles(curriculum, target):
        found += _paths(curriculum, start, target)
    return found or [(target, target)]


def _first_roles(curriculum: Curriculum, target: str) -> list[str]:
    """List the roles that no move leads to, but for the target; on a round map the first one."""
    entered = {move.target for move in curriculum.moves}
    others = [role.id for role in curriculum.roles if role.is_place and role.id != target]
    return [name for name in others if name not in entered] or others[:1]


def _paths(curriculum: Curriculum, start: str, target: str) -> list[Path]:
    """Search the map for paths of roles, always going on from the shortest so far."""
    moves = _moves_by_source(curriculum)
    found: list[Path] = []
    waiting: list[tuple[float, int, Path]] = [(0.0, 0, (start,))]
    looked_at = 0
    while waiting and len(found) < PATHS_LOOKED_AT and looked_at < PARTIAL_PATHS_LOOKED_AT:
        likely, _, path = heappop(waiting)
        if path[-1] == target:
            found.append(path)
            continue
        for move in moves.get(path[-1], ()):
            if move.target not in path:
                looked_at += 1
                further = (likely + move.months[1], looked_at, (*path, move.target))
                heappush(waiting, further)
    return found


def _moves_by_source(curriculum: Curriculum) -> dict[str, list[Move]]:
    return grouped(_between_roles(curriculum), attrgetter("source"))


def _between_roles(curriculum: Curriculum) -> Iterator[Move]:
    """Go through the moves that lead neither into a detour nor back from one."""
    roles = curriculum.role
    for move in curriculum.moves:
        if not (roles[move.source].detour or roles[move.target].detour):
            yield move


def _leg(person: Person, start: str, end: str, *, is_first: bool) -> Leg:
    curriculum = person.curriculum
    source, target = curriculum.role[start], curriculum.role[end]
    move = move_between(curriculum, start, end)
    is_from_nowhere = not person.stands_at and is_first
    # Who holds the target has passed its gates, and looks for nothing.
    gates, search = [*move.gates] if move else [], NO_MONTHS
    if person.role != end:
        gates += target.gates
    if target is not source or is_from_nowhere:
        search = search_months(curriculum, target, move)
    return Leg(
        source=source,
        target=target,
        move=move,
        gates=tuple(gate_status(person, gate) for gate in gates),
        served_months=0.0 if is_from_nowhere else months_in(ranges_in_role(person, start)),
        is_first=is_first,
        is_from_nowhere=is_from_nowhere,
        search=search,
        searched_days=_searched_days(person) if is_first else None,
    )


def _searched_days(person: Person) -> int | None:
    since = searching_since(person)
    return None if since is None else (person.today - since).days


def _variants(levels: LevelMonths, legs: Sequence[Leg], done: tuple[Leg, ...]) -> Iterator[Route]:
    """Put the detours into the legs that need them; each choice of detours is a route."""
    if len(done) == len(legs):
        yield Route(legs=done)
        return
    leg, person = legs[len(done)], levels.person
    if leg.is_first:
        leg = replace(leg, detours=present_detour(person, leg, legs))
    for detours in detour_choices(person, leg, done):
        chosen = levels.on(replace(leg, detours=detours), done)
        yield from _variants(levels, legs, (*done, chosen))
