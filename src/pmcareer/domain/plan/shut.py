"""A way whose gates are never all met: which of them, and what would open it."""

from dataclasses import replace
from math import inf

from pmcareer.domain.curriculum.gate import ExperienceGate
from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.forecast.leg_times import Walked
from pmcareer.domain.forecast.outlook import RouteDates
from pmcareer.domain.gates.state import GateStatus
from pmcareer.domain.ground.work import IMPLIES, counts
from pmcareer.domain.person.person import Person
from pmcareer.domain.roadmap.detours import detours_from
from pmcareer.domain.roadmap.routes import Leg, Route, share_for

NAMED = 2


def with_what_would_open_it(person: Person, dates: RouteDates, walked: Walked) -> RouteDates:
    """Say in the reason which gates are never met, and what would open the way."""
    if not dates.finish.is_shut:
        return dates
    shut = _never_met(dates.route, walked)
    if not shut:
        return dates
    reason = _sentence(person, *shut[0])
    if len(shut) > 1:
        reason += f"; so it is with {len(shut) - 1} more of its gates"
    return replace(dates, finish=replace(dates.finish, reason=reason))


def _never_met(route: Route, walked: Walked) -> list[tuple[Leg, GateStatus]]:
    found = []
    for leg, times in zip(route.legs, walked, strict=True):
        for status in leg.gates:
            days = times.gates.get(status.gate.id)
            if days and max(days) == inf:
                found.append((leg, status))
    return found


def _sentence(person: Person, leg: Leg, status: GateStatus) -> str:
    """Say "24 months of delivery: nothing on this way gives them; work as tech-pm … would"."""
    gate = status.gate
    if not isinstance(gate, ExperienceGate):
        return f"{status.words}: never with the months that your work gives"
    open_it = [role for role in person.curriculum.roles if share_for(role, gate)]
    command = f"pmcareer experience {_first_kind(gate.work)} --from DATE"
    others = f"{_who_would(person, leg, open_it)}months on record ({command})"
    return f"{status.words}: nothing on this way gives them; {others} would"


def _who_would(person: Person, leg: Leg, roles: list[Role]) -> str:
    unwanted = set(person.says.get("without", ()))
    open_here = [role.id for role in detours_from(person, leg.source)]
    left_out = [role.title for role in roles if role.id in unwanted.intersection(open_here)]
    if left_out:
        return f"{' or '.join(left_out)}, which you do without, or "
    places = [role.title for role in roles if role.is_place]
    return f"work as {' or '.join(places[:NAMED])}, or " if places else ""


def _first_kind(work: str) -> str:
    """Find a kind that can be typed: of "project-related" it is hands-on."""
    return next(kind for kind in IMPLIES if counts(kind, work))
