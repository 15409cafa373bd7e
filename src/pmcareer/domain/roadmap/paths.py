"""The map of roles searched: which routes lead to a target."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from heapq import heappop, heappush
from itertools import chain, islice, pairwise
from operator import attrgetter

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.items import Move, Role
from pmcareer.domain.gates.on_record import gate_status
from pmcareer.domain.gates.state import GateStatus
from pmcareer.domain.ground.calendar import months_in
from pmcareer.domain.ground.conditions import conditions_of
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.grouping import grouped
from pmcareer.domain.person.away import is_away
from pmcareer.domain.person.nearer import months_left
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.present_stage import searching_since
from pmcareer.domain.person.served import ranges_in_role
from pmcareer.domain.person.situations import situations_of
from pmcareer.domain.roadmap.back import lies_behind
from pmcareer.domain.roadmap.detours import detour_as_of, detour_choices, present_detour
from pmcareer.domain.roadmap.facts import holds_for
from pmcareer.domain.roadmap.level_months import LevelMonths
from pmcareer.domain.roadmap.longer import Path, without_longer
from pmcareer.domain.roadmap.routes import NO_MONTHS, Detour, Leg, Route, move_between
from pmcareer.domain.roadmap.search import INTO_A_DETOUR, search_months

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
    begins = {path[:2] for path in paths}
    legs: dict[tuple[str, str], Leg] = {}
    make = _Legs(person=person)
    for path in paths:
        for edge in pairwise(path):
            if edge not in legs:
                legs[edge] = make.between(*edge, is_first=edge in begins)
    routes: list[Route] = []
    variants = _Variants(levels=LevelMonths(person=person))
    for path in without_longer(person, paths, legs):
        found = variants.of([legs[edge] for edge in pairwise(path)], ())
        routes.extend(islice(found, VARIANTS_OF_A_PATH))
    return [replace(route, names_start=len(starts) > 1) for route in routes]


def route_as_of(person: Person, route: Route) -> Route:
    """Read the legs of a route for the same person on another day, with the detours of today."""
    levels, make = LevelMonths(person=person), _Legs(person=person)
    legs: list[Leg] = []
    for leg in route.legs:
        then = make.between(leg.source.id, leg.target.id, is_first=leg.is_first)
        detours = tuple(detour_as_of(person, each) for each in leg.detours)
        legs.append(levels.on(_with(then, detours), legs))
    return replace(route, legs=tuple(legs))


def _ways(person: Person, target: str) -> list[Path]:
    """List the paths from where somebody stands, else from each role that no move leads to."""
    curriculum, here = person.curriculum, person.stands_at
    if here == target:
        return [(target, target)]
    if here:
        ways = _paths(person, here, target) or [(here, target)]
        # Back into the role before, and on from there: nobody serves months while away.
        return [(here, *way) for way in ways] if is_away(person) and person.role else ways
    found: list[Path] = []
    for start in _first_roles(curriculum, target):
        found += _paths(person, start, target)
    return found or [(target, target)]


def _first_roles(curriculum: Curriculum, target: str) -> list[str]:
    """List the roles that no move leads to, but for the target; on a round map the first one."""
    entered = {move.target for move in curriculum.moves}
    others = [role.id for role in curriculum.roles if role.is_place and role.id != target]
    return [name for name in others if name not in entered] or others[:1]


def _paths(person: Person, start: str, target: str) -> list[Path]:
    """Search the map for paths of roles, always going on from what promises the shortest.

    Best first by the months so far and the fewest that are left (A*, Hart, Nilsson and Raphael
    1968): what can't reach the target is never looked at.
    """
    moves = _moves_by_source(person)
    left = months_left(chain.from_iterable(moves.values()), target)
    found: list[Path] = []
    waiting: list[tuple[float, int, float, Path]] = [(0.0, 0, 0.0, (start,))]
    looked_at = 0
    while waiting and len(found) < PATHS_LOOKED_AT and looked_at < PARTIAL_PATHS_LOOKED_AT:
        _, _, likely, path = heappop(waiting)
        if path[-1] == target:
            found.append(path)
            continue
        for move in moves.get(path[-1], ()):
            # From one's own post aside, or into the target; nobody zigzags in between.
            zigzags = move.side and len(path) > 1 and move.target != target
            if move.target not in path and move.target in left and not zigzags:
                looked_at += 1
                so_far = likely + move.months[1]
                whole = so_far + left[move.target]
                heappush(waiting, (whole, looked_at, so_far, (*path, move.target)))
    return found


def _moves_by_source(person: Person) -> dict[str, list[Move]]:
    return grouped(_open_to(person), attrgetter("source"))


def _open_to(person: Person) -> Iterator[Move]:
    """Go through somebody's moves: none into a detour or back from one, none for others."""
    roles = person.curriculum.role
    for move in person.curriculum.moves:
        if roles[move.source].detour or roles[move.target].detour:
            continue
        if not move.when or holds_for(person, conditions_of(move.when)):
            yield move


@frozen
class _Legs:
    """Makes the legs of one person's map; what several of them share is read once."""

    person: Person

    @cached_property
    def _status(self) -> dict[int, GateStatus]:
        return {}

    @cached_property
    def _served(self) -> dict[str, float]:
        return {}

    @cached_property
    def _searched_days(self) -> int | None:
        since = searching_since(self.person)
        return None if since is None else (self.person.today - since).days

    def between(self, start: str, end: str, *, is_first: bool) -> Leg:
        """Make the leg from one role to another."""
        person, curriculum = self.person, self.person.curriculum
        source, target = curriculum.role[start], curriculum.role[end]
        move = move_between(curriculum, start, end)
        is_from_nowhere = not person.stands_at and is_first
        is_known = move is not None or target is source or not curriculum.moves
        is_step_back = lies_behind(curriculum, source, target, move)
        is_return = target is source and is_away(person) and person.role == end
        search = NO_MONTHS
        if target is not source or is_from_nowhere or is_return:
            situations = situations_of(person.says) if is_first else ()
            search = person.given.search(search_months(curriculum, target, move, situations))
        return Leg(
            source=source,
            target=target,
            move=move,
            gates=tuple(self._gates(target, move, is_step_back=is_step_back)),
            served_months=0.0 if is_from_nowhere else self._months_served(start),
            is_first=is_first,
            is_from_nowhere=is_from_nowhere,
            search=search,
            is_return=is_return,
            is_step_back=is_step_back,
            is_off_the_map=not (is_known or is_step_back or is_from_nowhere),
            searched_days=self._searched_days if is_first else None,
        )

    def _gates(
        self, target: Role, move: Move | None, *, is_step_back: bool
    ) -> Iterator[GateStatus]:
        """Read the gates at the end of a leg: who holds its target has passed its own."""
        gates = [*move.gates] if move else []
        if self.person.role != target.id:
            kept = (gate for gate in target.gates if getattr(gate, "stays", False))
            gates += kept if is_step_back else target.gates
        for gate in gates:
            # The curriculum keeps every gate alive: no other has its identity.
            if id(gate) not in self._status:
                self._status[id(gate)] = gate_status(self.person, gate)
            yield self._status[id(gate)]

    def _months_served(self, role: str) -> float:
        if role not in self._served:
            self._served[role] = months_in(ranges_in_role(self.person, role))
        return self._served[role]


@frozen
class _Variants:
    """Puts the detours into the legs that need them; paths that begin alike share their legs."""

    levels: LevelMonths

    @cached_property
    def _chosen(self) -> dict[tuple[int, ...], tuple[Leg, list[Leg]]]:
        """By the identities of a leg and those before it: it, and what each choice makes of it."""
        return {}

    def of(self, legs: Sequence[Leg], done: tuple[Leg, ...]) -> Iterator[Route]:
        """Go through the routes along legs: each choice of detours is one."""
        if len(done) == len(legs):
            yield Route(legs=done)
            return
        leg, person = legs[len(done)], self.levels.person
        if leg.is_first and person.detour:
            leg = replace(leg, detours=present_detour(person, leg, legs))
        for chosen in self._choices(leg, done):
            yield from self.of(legs, (*done, chosen))

    def _choices(self, leg: Leg, done: tuple[Leg, ...]) -> list[Leg]:
        key = (id(leg), *map(id, done))
        if key not in self._chosen:
            sets = detour_choices(self.levels.person, leg, done)
            chosen = [self.levels.on(_with(leg, detours), done) for detours in sets]
            self._chosen[key] = leg, chosen
        return self._chosen[key][1]


def _with(leg: Leg, detours: tuple[Detour, ...]) -> Leg:
    """Put detours into a leg; who comes back by a placement is found a post by the house."""
    search = INTO_A_DETOUR if leg.is_return and detours else leg.search
    return replace(leg, detours=detours, search=search)
