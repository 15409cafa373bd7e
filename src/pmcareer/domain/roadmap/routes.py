"""The map of roles: which ways lead to a target, and which detours they need."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import heappop, heappush
from itertools import islice, product

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.items import Gate, Move, Role
from pmcareer.domain.gates.on_record import gate_status
from pmcareer.domain.gates.state import GateStatus
from pmcareer.domain.ground.calendar import months_in
from pmcareer.domain.ground.work import share_of
from pmcareer.domain.person.person import Person

PATHS_LOOKED_AT = 24
PARTIAL_PATHS_LOOKED_AT = 20_000
VARIANTS_OF_A_PATH = 8
CHOICES_LOOKED_AT = 1000
ThreeMonths = tuple[float, float, float]
Edge = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Detour:
    """A role taken for its months inside a leg, to come back from."""

    role: Role
    key: str
    """move:<from>:<detour>, as forecasts name it."""
    months: ThreeMonths
    wait: ThreeMonths
    """Months in the from-role before it, min, likely, max; zero where the map names none."""
    opens: tuple[Gate, ...]
    """The gates it is taken for: it lasts until they have their months."""
    least_months: float
    """What the gates lack, in months of this detour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """From one role to the next: the move, the gates at its end, the detours on the way."""

    source: Role
    target: Role
    move: Move | None
    """None where the map has no edge: then study and gates alone decide."""
    gates: tuple[GateStatus, ...]
    served_months: float
    is_first: bool
    """It starts from where the person stands today."""
    detours: tuple[Detour, ...] = ()

    @property
    def months(self) -> ThreeMonths:
        """Months of the move: min, likely, max."""
        return self.move.months if self.move else (0.0, 0.0, 0.0)

    @property
    def lacking(self) -> list[GateStatus]:
        """The gates of months that are not all on record."""
        return [gate for gate in self.gates if gate.gate.kind == "experience" and gate.missing]


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A sequence of legs from today's role to the target."""

    legs: tuple[Leg, ...]

    @property
    def id(self) -> str:
        """Name the route by the roles between, and by its detours."""
        between = [leg.target.id for leg in self.legs[:-1]]
        detours = [detour.role.id for leg in self.legs for detour in leg.detours]
        via = f"via-{'-'.join(between)}" if between else "direct"
        return f"{via}-with-{'-'.join(detours)}" if detours else via

    @property
    def title(self) -> str:
        """Say the roles in order."""
        names = (
            [self.legs[0].source.title] if self.legs[0].source is not self.legs[0].target else []
        )
        for leg in self.legs:
            names.extend(detour.role.title for detour in leg.detours)
            names.append(leg.target.title)
        return ", then ".join(names)


def routes_of(person: Person, target: Role) -> list[Route]:
    """List the routes from where someone stands to a target, shortest likely months first.

    Simple paths over the roles that are no detours, each in up to eight variants of the detours that its gates
    need. Without a path of moves there is one leg without a move, so that a curriculum without a map works too.
    """
    paths = _paths(person.curriculum, person.stands_at, target.id)
    legs = {edge: _leg_of(person, edge) for path in paths for edge in path}
    return [
        route for path in paths for route in _variants(person, tuple(legs[edge] for edge in path))
    ]


def _paths(curriculum: Curriculum, start: str, target: str) -> list[tuple[Edge, ...]]:
    edges: dict[str, list[Move]] = {}
    for move in curriculum.moves:
        if not (curriculum.role[move.source].detour or curriculum.role[move.target].detour):
            edges.setdefault(move.source, []).append(move)
    waiting: list[tuple[float, int, tuple[Edge, ...], str]] = [(0.0, 0, (), start)]
    found: list[tuple[Edge, ...]] = []
    looked_at = 0
    while waiting and len(found) < PATHS_LOOKED_AT and looked_at < PARTIAL_PATHS_LOOKED_AT:
        likely, _, path, here = heappop(waiting)
        if here == target and path:
            found.append(path)
            continue
        been = {start, *(there for _, there in path)}
        for move in edges.get(here, ()):
            if move.target not in been and here != target:
                looked_at += 1
                edge = (move.source, move.target)
                heappush(waiting, (likely + move.months[1], looked_at, (*path, edge), move.target))
    return found or [((start, target),)]


def _leg_of(person: Person, edge: Edge) -> Leg:
    curriculum = person.curriculum
    source, target = curriculum.role[edge[0]], curriculum.role[edge[1]]
    move = next((move for move in curriculum.moves if (move.source, move.target) == edge), None)
    gates = (*(move.gates if move else ()), *(target.gates if target is not source else ()))
    return Leg(
        source=source,
        target=target,
        move=move,
        gates=tuple(gate_status(person, gate) for gate in gates),
        served_months=months_in(person.ranges_in_role(source.id)),
        is_first=source.id == person.stands_at,
    )


def _variants(person: Person, legs: Sequence[Leg]) -> Iterator[Route]:
    """Put the detours before the moves that need them; several ways to open the same gates are several routes."""
    yield from islice(_completed(person, legs, ()), VARIANTS_OF_A_PATH)


def _completed(person: Person, legs: Sequence[Leg], done: tuple[Leg, ...]) -> Iterator[Route]:
    if len(done) == len(legs):
        yield Route(legs=done)
        return
    leg = legs[len(done)]
    for detours in _detour_choices(person, leg, done):
        yield from _completed(person, legs, (*done, replace(leg, detours=detours)))


def _detour_choices(person: Person, leg: Leg, done: tuple[Leg, ...]) -> list[tuple[Detour, ...]]:
    """List the sets of detours that give a leg's gates the months which nothing else on the way gives.

    Each detour is taken at most once on a route.
    """
    lacking = list(_lacking(person, leg, done))
    taken = {detour.role.id for earlier in done for detour in earlier.detours}
    free = [
        role
        for role in person.curriculum.roles
        if role.detour and not role.retired and role.id not in taken
    ]
    giving = (
        tuple(role.id for role in free if share_of(role.work_shares, status.gate.work or ""))
        for status in lacking
    )
    per_gate = dict.fromkeys(names for names in giving if names)
    chosen = islice(product(*per_gate), CHOICES_LOOKED_AT)
    sets = dict.fromkeys(tuple(dict.fromkeys(names)) for names in chosen)
    roles = person.curriculum.role
    return [
        tuple(_detour(person, leg.source, roles[name], lacking) for name in names)
        for names in islice(sets, VARIANTS_OF_A_PATH)
    ]


def _lacking(person: Person, leg: Leg, done: tuple[Leg, ...]) -> Iterator[GateStatus]:
    """Name the gates whose months neither the record, nor the way so far, nor waiting in the from-role gives."""
    for status in leg.lacking:
        if months_a_month(person, leg, status.gate):
            continue
        if sum(_likely_months(person, earlier, status.gate) for earlier in done) < status.missing:
            yield status


def _likely_months(person: Person, leg: Leg, gate: Gate) -> float:
    in_role = max(0.0, leg.months[1] - leg.served_months)
    inside = sum(
        share_for(detour.role, gate) * max(detour.months[1], detour.least_months)
        for detour in leg.detours
    )
    return months_a_month(person, leg, gate) * in_role + inside


def months_a_month(person: Person, leg: Leg, gate: Gate) -> float:
    """Say which part of each month in a leg's from-role counts for a gate of months.

    On the first leg a whole month counts where work of that kind goes on today.
    """
    if leg.is_first and person.still_does(gate.work or ""):
        return 1.0
    return share_for(leg.source, gate)


def share_for(role: Role, gate: Gate) -> float:
    """Say which part of each month in a role counts for a gate of months."""
    return share_of(role.work_shares, gate.work or "")


def _detour(person: Person, source: Role, role: Role, lacking: Sequence[GateStatus]) -> Detour:
    moves = {(move.source, move.target): move for move in person.curriculum.moves}
    there = moves.get((source.id, role.id))
    shares = ((status, share_of(role.work_shares, status.gate.work or "")) for status in lacking)
    opened = [(status, share) for status, share in shares if share]
    return Detour(
        role=role,
        key=f"move:{source.id}:{role.id}",
        months=role.months or _months_of_moves_out(moves, role, source),
        wait=there.months if there else (0.0, 0.0, 0.0),
        opens=tuple(status.gate for status, _ in opened),
        least_months=max((status.missing / share for status, share in opened), default=0.0),
    )


def _months_of_moves_out(
    moves: Mapping[tuple[str, str], Move], role: Role, source: Role
) -> ThreeMonths:
    """Take a detour's length from the move back, else from any move out of it, else none is known."""
    back = moves.get((role.id, source.id))
    out = [move for (start, _), move in moves.items() if start == role.id]
    chosen = back or (out[0] if out else None)
    return chosen.months if chosen else (0.0, 0.0, 0.0)
