"""A route on the map of roles: its legs, the detours inside them, and what months in them count."""

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.gate import ExperienceGate, Gate
from pmcareer.domain.curriculum.items import Move, Role, Skill
from pmcareer.domain.gates.state import GateStatus
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.work import share_of
from pmcareer.domain.person.away import is_away
from pmcareer.domain.person.person import Person

ThreeMonths = tuple[float, float, float]
"""Min, likely, max."""

PROOFS_NAMED = 3
"""So many levels are named in a sentence; `plan --detail` lists all."""
NO_MONTHS: ThreeMonths = (0.0, 0.0, 0.0)


@frozen
class Detour:
    """A role taken for its months inside a leg, to come back from."""

    role: Role
    key: str
    """move:<from>:<detour>, as forecasts name it."""
    months: ThreeMonths
    wait: ThreeMonths
    """Months in the from-role before it; none where the map names none."""
    opens: tuple[Gate, ...]
    """The gates it is taken for: it lasts until they have their months."""
    least_months: float
    """What the gates lack, in months of this detour."""
    search: ThreeMonths = NO_MONTHS
    """Months from being ready for it to being in it."""
    is_present: bool = False
    """One is on it today: it needs no search and no wait, and what is served of it is over."""
    served_months: float = 0.0
    """Months of it that are over, today's stay or an earlier one."""
    is_served: bool = False
    """One is on it, and the gates that it gives months to have all of theirs."""

    @property
    def months_ahead(self) -> float:
        """Months of it that are to come as a rule: more where its gates lack more."""
        return max(self.months[1] - self.served_months, self.least_months)

    @property
    def may_end(self) -> bool:
        """Tell whether one may return from it today."""
        return self.is_served and self.served_months >= self.months[0]


@frozen
class ToProve:
    """A level that one comes to in the role alone, and not on the way to it."""

    skill: Skill
    level: int
    months: float
    """Months of its work that nothing on the way gives; 0 where somebody's word is missing."""


@frozen
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
    search: ThreeMonths = NO_MONTHS
    """Months from being ready for the role to being in it."""
    searched_days: int | None = None
    """Days since one began to look for it; None where nothing of that is on record."""
    is_return: bool = False
    """It leads back into the role that was held before a break."""
    is_step_back: bool = False
    """Moves lead on from its target to its start, or past it, and at most aside the other way."""
    is_off_the_map: bool = False
    """There are moves, and none joins its two roles in either direction."""
    is_from_nowhere: bool = False
    """It is a first one, and nobody said that they hold the role it starts from."""
    detours: tuple[Detour, ...] = ()
    to_prove: tuple[ToProve, ...] = ()
    """Levels that its role needs and that nothing on the way leads to."""

    @property
    def months(self) -> ThreeMonths:
        """Months of the move."""
        return self.move.months if self.move else NO_MONTHS

    @property
    def detour_ids(self) -> list[str]:
        """The ids of its detours, in the order in which they are taken."""
        return [detour.role.id for detour in self.detours]

    @property
    def lacking(self) -> list[GateStatus]:
        """The gates of months that are not all on record."""
        return [gate for gate in self.gates if gate.work and gate.missing]

    @property
    def is_met(self) -> bool:
        """Tell whether its gates lack nothing."""
        return not any(status.missing for status in self.gates)

    @property
    def left_open(self) -> list[GateStatus]:
        """The gates that other people have still to open, with nothing to say how long it takes."""
        return [status for status in self.gates if status.is_left_open]

    @property
    def drawn(self) -> list[GateStatus]:
        """The gates that other people have still to open, in months that are assumed."""
        return [status for status in self.gates if status.missing and status.assumed_months]

    @property
    def is_for_others(self) -> bool:
        """Tell whether others decide when it ends: who hires, and who says that a gate is met."""
        return bool(self.search[2] or self.drawn)


@frozen
class Route:
    """A sequence of legs from today's role to the target."""

    legs: tuple[Leg, ...]
    names_start: bool = False
    """Nobody said where they stand, and the map has several roles to begin in."""

    @property
    def detours(self) -> list[Detour]:
        """The detours of all its legs, in order."""
        return [detour for leg in self.legs for detour in leg.detours]

    @property
    def posts(self) -> int:
        """How many roles and detours it takes."""
        return len(self.legs) + len(self.detours)

    @property
    def is_return(self) -> bool:
        """Tell whether it begins with the way back into the role before a break."""
        return self.legs[0].is_return

    @property
    def is_step_back(self) -> bool:
        """Tell whether its target lies behind the role one has."""
        return self.legs[-1].is_step_back

    @property
    def is_off_the_map(self) -> bool:
        """Tell whether it leaves the role one has by no move of the map, and not backwards."""
        return self.legs[0].is_off_the_map

    @property
    def likely_months(self) -> float:
        """The months of its moves and detours as a rule, from their beginning."""
        in_roles = sum(leg.months[1] for leg in self.legs)
        return in_roles + sum(detour.months[1] for detour in self.detours)

    @property
    def left_open(self) -> list[GateStatus]:
        """The gates that other people have still to open, which no date can know."""
        found: list[GateStatus] = []
        for leg in self.legs:
            found += leg.left_open
        return found

    @property
    def proofs(self) -> str:
        """Name what is to be proved in the roles: "Strategy 5, Governance 5 and 3 more"."""
        wanted: dict[str, int] = {}
        for leg in self.legs:
            for proof in leg.to_prove:
                wanted[proof.skill.title] = max(proof.level, wanted.get(proof.skill.title, 0))
        words = [f"{title} {level}" for title, level in wanted.items()]
        if len(words) <= PROOFS_NAMED:
            return ", ".join(words)
        return f"{', '.join(words[:PROOFS_NAMED])} and {len(words) - PROOFS_NAMED} more"

    @property
    def between(self) -> list[Role]:
        """The roles on the way, with the first one where one may begin in several."""
        ahead = self.legs[1:] if self.is_return else self.legs
        roles = [leg.target for leg in ahead[:-1]]
        return [self.legs[0].source, *roles] if self.names_start else roles

    @property
    def id(self) -> str:
        """The roles between, and the detours."""
        between = "-".join(role.id for role in self.between)
        detours = "-".join(detour.role.id for detour in self.detours)
        way = f"via-{between}" if between else "direct"
        return f"{way}-with-{detours}" if detours else way

    @property
    def title(self) -> str:
        """The roles in order."""
        roles = [self.legs[0].source]
        for leg in self.legs:
            roles.extend(detour.role for detour in leg.detours)
            roles.append(leg.target)
        if roles[0] is self.legs[0].target:
            # Who holds it, or comes back into it, starts from no other role.
            del roles[0]
        return ", then ".join(role.title for role in roles)


def move_between(curriculum: Curriculum, source: str, target: str) -> Move | None:
    """Find the move from one role to another."""
    return curriculum.move_by_ends.get((source, target))


def months_a_month(person: Person, leg: Leg, gate: Gate) -> float:
    """Say which part of each month in a leg's from-role counts for a gate of months.

    On the first leg a whole month counts where work of that kind goes on today.
    """
    if not isinstance(gate, ExperienceGate):
        return 0.0
    # Every gate of every leg asks, in every walk: of one person the answer is the same.
    known: dict[tuple[bool, str, str], float] = person.memo.setdefault("months a month", {})
    key = (leg.is_first, leg.source.id, gate.work)
    if key not in known:
        known[key] = _months_a_month(person, leg, gate)
    return known[key]


def _months_a_month(person: Person, leg: Leg, gate: ExperienceGate) -> float:
    # Who is on a detour does its work, and will do that of the role only when back in it.
    if leg.is_first and is_away(person):
        return 0.0
    if leg.is_first and person.detour is None and person.still_does(gate.work):
        return 1.0
    return share_for(leg.source, gate)


def share_in(person: Person, leg: Leg, detour: Detour, gate: Gate) -> float:
    """Say which part of each month of a detour a gate gets that the role itself does not give.

    Beside a post whose own months count as much there is nothing to add: a month counts once.
    """
    share = share_for(detour.role, gate)
    if detour.role.beside and months_a_month(person, leg, gate) >= share:
        return 0.0
    return share


def share_for(role: Role, gate: Gate) -> float:
    """Say which part of each month in a role counts for a gate of months."""
    return share_of(role.work_shares, gate.work) if isinstance(gate, ExperienceGate) else 0.0
