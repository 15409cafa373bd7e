"""Which detours a leg needs: posts that give its gates the months nothing else on the way gives."""

from collections.abc import Iterator, Sequence
from itertools import islice, product

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.items import Gate, Role
from pmcareer.domain.gates.state import GateStatus
from pmcareer.domain.person.person import Person
from pmcareer.domain.roadmap.routes import (
    NO_MONTHS,
    Detour,
    Leg,
    ThreeMonths,
    months_a_month,
    move_between,
    share_for,
)

MOST_CHOICES = 8
COMBINATIONS_LOOKED_AT = 1000


def detour_choices(person: Person, leg: Leg, done: Sequence[Leg]) -> list[tuple[Detour, ...]]:
    """List the sets of detours that open a leg's gates, after the legs done before it.

    Each detour is taken at most once on a route. Without a gate to open, the one set is empty.
    """
    lacking = list(_lacking(person, leg, done))
    taken = {detour.role.id for earlier in done for detour in earlier.detours}
    roles = person.curriculum.roles
    free = [role for role in roles if role.detour and not role.retired and role.id not in taken]
    return [
        tuple(_detour(person.curriculum, leg.source, role, lacking) for role in chosen)
        for chosen in _chosen(free, lacking)
    ]


def _lacking(person: Person, leg: Leg, done: Sequence[Leg]) -> Iterator[GateStatus]:
    """Name the gates whose months neither the way so far nor waiting in the from-role gives."""
    for status in leg.lacking:
        on_the_way = sum(_likely_months(person, earlier, status.gate) for earlier in done)
        if on_the_way < status.missing and not months_a_month(person, leg, status.gate):
            yield status


def _likely_months(person: Person, leg: Leg, gate: Gate) -> float:
    """Estimate what a leg gives a gate."""
    # A move after 18 months, 6 of them served, leaves 12 in the role; half of each counts: 6.
    # A detour of 9 months inside it that all count makes 15, and more if its own gates need more.
    in_role = max(0.0, leg.months[1] - leg.served_months)
    inside = 0.0
    for detour in leg.detours:
        inside += share_for(detour.role, gate) * max(detour.months[1], detour.least_months)
    return months_a_month(person, leg, gate) * in_role + inside


def _chosen(free: Sequence[Role], lacking: Sequence[GateStatus]) -> list[tuple[Role, ...]]:
    """Choose a role for each gate in every way, a role that serves several gates once."""
    # A stint gives what one gate lacks, a secondment or a post in strategy what another lacks:
    # stint and secondment, or stint and post. Gates that the same roles give share their choice.
    by_id = {role.id: role for role in free}
    per_gate: dict[tuple[str, ...], None] = {}
    for status in lacking:
        giving = tuple(role.id for role in free if share_for(role, status.gate))
        if giving:
            per_gate[giving] = None
    found: dict[tuple[str, ...], None] = {}
    for names in islice(product(*per_gate), COMBINATIONS_LOOKED_AT):
        found[tuple(dict.fromkeys(names))] = None
    return [tuple(by_id[name] for name in names) for names in islice(found, MOST_CHOICES)]


def _detour(
    curriculum: Curriculum, source: Role, role: Role, lacking: Sequence[GateStatus]
) -> Detour:
    there = move_between(curriculum, source.id, role.id)
    opened = [status for status in lacking if share_for(role, status.gate)]
    return Detour(
        role=role,
        key=f"move:{source.id}:{role.id}",
        months=_length(curriculum, source, role),
        wait=there.months if there else NO_MONTHS,
        opens=tuple(status.gate for status in opened),
        least_months=max(
            (status.missing / share_for(role, status.gate) for status in opened), default=0.0
        ),
    )


def _length(curriculum: Curriculum, source: Role, role: Role) -> ThreeMonths:
    """Take a detour's own months, else those of the move back, else those of any move out of it."""
    if role.months:
        return role.months
    out = [move for move in curriculum.moves if move.source == role.id]
    chosen = move_between(curriculum, role.id, source.id) or next(iter(out), None)
    return chosen.months if chosen else NO_MONTHS
