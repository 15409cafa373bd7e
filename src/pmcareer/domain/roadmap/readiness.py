"""Readiness for a role: how much of the evidence is there, in parts; evidence, not permission."""

from collections.abc import Iterable, Sequence

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
    evidence = [_levels(person, target), _exercises(person, target)]
    if statuses := gate_statuses(person, target):
        evidence.append(_gates(statuses))
    helpful: set[str] = set()
    for move in person.curriculum.moves:
        if move.target == target.id:
            helpful.update(move.certificates)
    # Without certificates that help, three parts of a third each; with them, of 30 %.
    for_certificates = CERTIFICATE_WEIGHT if helpful else 0.0
    each = (1 - for_certificates) / len(evidence)
    parts = [
        Part(id=name, title=title, value=value, weight=each, text=text)
        for name, title, value, text in evidence
    ]
    if helpful:
        parts.append(_certificates(person, helpful))
    return tuple(parts)


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


def _levels(person: Person, target: Role) -> tuple[str, str, float, str]:
    levels = levels_of(person)
    wanted = sum(target.needs.values())
    reached = sum(min(levels[name].level, need) for name, need in target.needs.items())
    return (
        "levels",
        "Skill levels",
        reached / wanted if wanted else 1.0,
        f"{reached} of {wanted} levels",
    )


def _exercises(person: Person, target: Role) -> tuple[str, str, float, str]:
    """Leave out what prior learning covers: it is no evidence of work on this list."""
    asker = Asker(person=person)
    total = left = 0.0
    for name, exercise in asker.asked(target, None).items():
        if name not in asker.covered:
            total += exercise.mean_hours
            left += person.hours_left(name)
    earned = total - left
    text = f"{round(earned, 1):g} of {round(total, 1):g} hours"
    return "work", "Exercises", earned / total if total else 1.0, text


def _gates(statuses: Sequence[GateStatus]) -> tuple[str, str, float, str]:
    shares = [min(1.0, gate.have / gate.needed) if gate.needed else 1.0 for gate in statuses]
    opened = sum(not gate.missing for gate in statuses)
    return "gates", "Gates", sum(shares) / len(shares), f"{opened} of {len(statuses)} open"


def _certificates(person: Person, helpful: set[str]) -> Part:
    """Count any one of the helpful certificates as enough."""
    held = sorted(helpful & person.certificates.keys())
    text = f"{', '.join(held)} held" if held else f"one of {', '.join(sorted(helpful))} would help"
    return Part(
        id="certificates",
        title="Certificates",
        value=float(bool(held)),
        weight=CERTIFICATE_WEIGHT,
        text=text,
    )
