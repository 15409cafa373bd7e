"""Readiness for a role: how much of the evidence is there, in parts; evidence, not permission."""

from collections.abc import Iterable, Iterator, Sequence

from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.gates.on_record import gate_status
from pmcareer.domain.gates.state import GateStatus
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.levels import levels_of
from pmcareer.domain.person.person import Person
from pmcareer.domain.roadmap.asked import Asker

CERTIFICATE_WEIGHT = 0.1
"""Practice counts more than certificates: they never weigh more than 15 % (S1-102)."""


@frozen
class Part:
    """One part of readiness: how much of it is there, and what it weighs, both 0 to 1."""

    id: str
    title: str
    value: float
    weight: float
    text: str


def readiness_of(person: Person, target: Role) -> tuple[Part, ...]:
    """Split readiness into levels, exercises and gates, equal parts, and helpful certificates."""
    statuses = gate_statuses(person, target)
    certificates = [*_certificates(person, target)]
    # Without certificates that help, three parts of a third each; with them, of 30 %.
    each = (1 - sum(part.weight for part in certificates)) / (3 if statuses else 2)
    parts = [_levels(person, target, each), _exercises(person, target, each)]
    if statuses:
        parts.append(_gates(statuses, each))
    return (*parts, *certificates)


def total_of(parts: Iterable[Part]) -> float:
    """Add parts up by their weights, 0 to 1."""
    return sum(part.value * part.weight for part in parts)


def readiness_for_target(person: Person) -> float | None:
    """Return the readiness for the target, 0 to 1; None where there is no such role."""
    role = person.curriculum.role.get(person.target)
    return total_of(readiness_of(person, role)) if role else None


def gate_statuses(person: Person, target: Role) -> tuple[GateStatus, ...]:
    """Count what is on record for each gate of a role; none for the role one has."""
    if target.id == person.role:
        return ()
    return tuple(gate_status(person, gate) for gate in target.gates)


def _levels(person: Person, target: Role, weight: float) -> Part:
    levels = levels_of(person)
    wanted = sum(target.needs.values())
    reached = sum(min(levels[name].level, need) for name, need in target.needs.items())
    return Part(
        id="levels",
        title="Skill levels",
        value=_share(reached, wanted),
        weight=weight,
        text=f"{reached} of {wanted} levels",
    )


def _share(part: float, whole: float) -> float:
    """Divide; where nothing is asked for all of it is there."""
    return part / whole if whole else 1.0


def _exercises(person: Person, target: Role, weight: float) -> Part:
    """Leave out what prior learning covers: it is no evidence of work on this list."""
    asker = Asker(person=person)
    total = left = 0.0
    for name, exercise in asker.asked(target, None).items():
        if name not in asker.covered:
            total += exercise.mean_hours
            left += person.hours_left(name)
    earned = total - left
    text = f"{round(earned, 1):g} of {round(total, 1):g} hours"
    value = _share(earned, total)
    return Part(id="work", title="Exercises", value=value, weight=weight, text=text)


def _gates(statuses: Sequence[GateStatus], weight: float) -> Part:
    count = len(statuses)
    value = sum(min(1.0, _share(gate.have, gate.needed)) for gate in statuses) / count
    opened = sum(not gate.missing for gate in statuses)
    text = f"{opened} of {count} open"
    return Part(id="gates", title="Gates", value=value, weight=weight, text=text)


def _certificates(person: Person, target: Role) -> Iterator[Part]:
    """Count any one of the certificates that help to get there as enough; there may be none."""
    moves = [move for move in person.curriculum.moves if move.target == target.id]
    helpful = sorted({name for move in moves for name in move.certificates})
    held = [name for name in helpful if name in person.certificates]
    text = f"one of {', '.join(helpful)} would help"
    if held:
        text = f"{', '.join(held)} held"
    if helpful:
        yield Part(
            id="certificates",
            title="Certificates",
            value=float(bool(held)),
            weight=CERTIFICATE_WEIGHT,
            text=text,
        )
