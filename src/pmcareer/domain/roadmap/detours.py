"""Which detours a leg needs: posts that give its gates the months nothing else on the way gives."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, product

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.gate import Gate
from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.gates.state import GateStatus
from pmcareer.domain.ground.calendar import months_in
from pmcareer.domain.ground.conditions import conditions_of
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.served import ranges_on_detour
from pmcareer.domain.roadmap.facts import holds_for
from pmcareer.domain.roadmap.routes import (
    NO_MONTHS,
    Detour,
    Leg,
    ThreeMonths,
    months_a_month,
    move_between,
    share_for,
)
from pmcareer.domain.roadmap.search import INTO_A_DETOUR

MOST_CHOICES = 8
COMBINATIONS_LOOKED_AT = 1000


def detour_choices(person: Person, leg: Leg, done: Sequence[Leg]) -> list[tuple[Detour, ...]]:
    """List the sets of detours that open a leg's gates, after the legs done before it.

    Each detour is taken at most once on a route. Without a gate to open, the one set is empty.
    """
    lacking = list(_lacking(person, leg, done))
    present = leg.detours
    if leg.is_return and not present:
        return [(), *_back_to_work(person, leg)]
    if not lacking:
        return [present]
    taken = {detour.role.id for each in (*done, leg) for detour in each.detours}
    unwanted = person.says.get("without", ())
    offered = list(detours_from(person, leg.source))
    # What is for a situation of today is taken on the first leg: after it one is back at work.
    taken |= {role.id for role in offered if role.when and done}
    free = [role for role in offered if role.id not in taken and role.id not in unwanted]
    detours = [_detour(person, leg.source, role, lacking) for role in free]
    return [(*present, *chosen) for chosen in _combined(detours, lacking)]


def _back_to_work(person: Person, leg: Leg) -> Iterator[tuple[Detour, ...]]:
    """Offer what is for people in their situation alone: a paid placement after a break."""
    unwanted = person.says.get("without", ())
    for role in detours_from(person, leg.source):
        if role.when and role.id not in unwanted:
            yield (_detour(person, leg.source, role, ()),)


def detours_from(person: Person, source: Role) -> Iterator[Role]:
    """Go through the detours that are offered to somebody in a role."""
    for role in person.curriculum.roles:
        is_here = not role.source or source.id in role.source
        if role.detour and not role.retired and is_here and _is_theirs(person, role):
            yield role


def _is_theirs(person: Person, role: Role) -> bool:
    return not role.when or holds_for(person, conditions_of(role.when))


def present_detour(person: Person, leg: Leg, ahead: Sequence[Leg]) -> tuple[Detour, ...]:
    """Put the detour that somebody is on into the leg that they come back to.

    Once the gates `ahead` to which it gives months have all of theirs, it is served when its least
    months are.
    """
    if person.detour is None or leg.source.id != person.stands_at:
        return ()
    of_it = _detour(person, leg.source, person.detour, leg.lacking)
    if _is_served(person.detour, ahead):
        # Two years as a rule, one at least: with its gates met one may return after that one.
        of_it = replace(of_it, months=(of_it.months[0],) * 3, is_served=True)
    # Nobody waits for a post that they are in, or looks for it.
    return (replace(of_it, is_present=True, wait=NO_MONTHS, search=NO_MONTHS),)


def detour_as_of(person: Person, detour: Detour) -> Detour:
    """Read for the same person on another day how much of a detour is over."""
    # Twenty days of it are over on Friday: on that week's Monday it was sixteen.
    return replace(detour, served_months=months_in(ranges_on_detour(person, detour.role.id)))


def _is_served(detour: Role, ahead: Sequence[Leg]) -> bool:
    """Tell whether a detour has given the gates ahead of it all that they ask for."""
    given = []
    for leg in ahead:
        given += [status for status in leg.gates if share_for(detour, status.gate)]
    return bool(given) and not any(status.missing for status in given)


def _lacking(person: Person, leg: Leg, done: Sequence[Leg]) -> Iterator[GateStatus]:
    """Name the gates whose months neither the way so far nor waiting in the from-role gives."""
    for status in leg.lacking:
        if any(share_for(present.role, status.gate) for present in leg.detours):
            continue
        on_the_way = sum(likely_months(person, earlier, status.gate) for earlier in done)
        if on_the_way < status.missing and not months_a_month(person, leg, status.gate):
            yield status


def likely_months(person: Person, leg: Leg, gate: Gate) -> float:
    """Estimate what a leg gives a gate."""
    # A move after 18 months, 6 of them served, leaves 12 in the role; half of each counts: 6.
    # A detour of 9 months inside it that all count makes 15, and more if its own gates need more.
    in_role = max(0.0, leg.months[1] - leg.served_months)
    inside = 0.0
    for detour in leg.detours:
        inside += share_for(detour.role, gate) * detour.months_ahead
    return months_a_month(person, leg, gate) * in_role + inside


def _detour(person: Person, source: Role, role: Role, lacking: Sequence[GateStatus]) -> Detour:
    curriculum = person.curriculum
    opens: list[Gate] = []
    least_months = 0.0
    for status in lacking:
        share = share_for(role, status.gate)
        if share:
            opens.append(status.gate)
            least_months = max(least_months, status.missing / share)
    there = move_between(curriculum, source.id, role.id)
    return Detour(
        role=role,
        key=f"move:{source.id}:{role.id}",
        months=_length(curriculum, source, role),
        wait=there.months if there else NO_MONTHS,
        opens=tuple(opens),
        least_months=least_months,
        search=person.given.detour_search(role.search or INTO_A_DETOUR),
        # Who came back from it after half of its months, and goes again, has the other half ahead.
        served_months=months_in(ranges_on_detour(person, role.id)),
    )


def _length(curriculum: Curriculum, source: Role, role: Role) -> ThreeMonths:
    """Take a detour's own months, else those of the move back, else those of any move out of it."""
    if role.months:
        return role.months
    back = move_between(curriculum, role.id, source.id)
    if back:
        return back.months
    for move in curriculum.moves:
        if move.source == role.id:
            return move.months
    return NO_MONTHS


def _combined(detours: Sequence[Detour], lacking: Sequence[GateStatus]) -> list[tuple[Detour, ...]]:
    """Choose a detour for each gate in every way; one that opens several gates is taken once."""
    # A stint gives what one gate lacks, a secondment or a post in strategy what another lacks:
    # stint and secondment, or stint and post. Gates that the same detours open share their choice.
    by_id = {detour.role.id: detour for detour in detours}
    per_gate = dict.fromkeys(_opening(status.gate, detours) for status in lacking)
    per_gate.pop((), None)
    ways = islice(product(*per_gate), COMBINATIONS_LOOKED_AT)
    found = dict.fromkeys(tuple(dict.fromkeys(names)) for names in ways)
    return [tuple(map(by_id.__getitem__, names)) for names in islice(found, MOST_CHOICES)]


def _opening(gate: Gate, detours: Sequence[Detour]) -> tuple[str, ...]:
    return tuple(detour.role.id for detour in detours if share_for(detour.role, gate))
