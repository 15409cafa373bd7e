"""The gap to a role: what is missing, priced in hours and weeks, and how ready one is."""

from dataclasses import dataclass

from pmcareer.domain.basis import pace_basis
from pmcareer.domain.catalogue import Trait
from pmcareer.domain.curriculum import Exercise, Role, Skill
from pmcareer.domain.gates import Standing, standing_of
from pmcareer.domain.levels import SkillLevel, levels_of
from pmcareer.domain.logbook import Entry, newest_first
from pmcareer.domain.person import Person
from pmcareer.domain.planning import Planner

CERTIFICATE_WEIGHT = 0.1
"""Practice counts more than certificates: they never weigh more than 15 % (S1-102)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillGap:
    """A skill below what the role needs, and what closes it."""

    skill: Skill
    have: SkillLevel
    need: int
    missing: tuple[Exercise, ...]
    hours: float
    weeks: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TraitGap:
    """A trait as others rate it, beside what the role asks."""

    trait: Trait
    need: int
    rated: int | None
    """The newest rating by somebody else; None while nobody has rated it."""
    self_rated: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of readiness: how much of it is there, and what it weighs."""

    id: str
    title: str
    value: float
    weight: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Everything between a person and a role."""

    target: Role
    skills: tuple[SkillGap, ...]
    gates: tuple[Standing, ...]
    traits: tuple[TraitGap, ...]
    parts: tuple[Part, ...]

    @property
    def readiness(self) -> float:
        """Add the parts up by their weights, 0 to 1."""
        return sum(part.value * part.weight for part in self.parts)


def gap_of(planner: Planner) -> Gap:
    """Compare a person with the target, skill by skill, gate by gate, trait by trait; only the difference."""
    person, target = planner.person, planner.target
    levels = levels_of(person)
    pace = pace_basis(planner.forecaster, is_tried=False).hours_per_week
    asked = {
        name: exercise
        for name, exercise in planner.asked.items()
        if name not in planner.covered and name not in person.finished
    }
    skills = []
    for name in dict.fromkeys([*target.needs, *(exercise.skill for exercise in asked.values())]):
        missing = tuple(exercise for exercise in asked.values() if exercise.skill == name)
        if missing or levels[name].level < target.needs.get(name, 0):
            hours = sum(person.hours_left(exercise.id) for exercise in missing)
            skills.append(
                SkillGap(
                    skill=person.curriculum.skill[name],
                    have=levels[name],
                    need=target.needs.get(name, 0),
                    missing=missing,
                    hours=hours,
                    weeks=hours / pace,
                )
            )
    gates = tuple(standing_of(person, gate) for gate in target.gates) if target.id != person.role else ()
    return Gap(
        target=target,
        skills=tuple(skills),
        gates=gates,
        traits=_traits(person, target),
        parts=_parts(planner, target, gates),
    )


def _traits(person: Person, target: Role) -> tuple[TraitGap, ...]:
    known = {trait.id: trait for trait in person.curriculum.traits} if target.traits else {}
    ratings = newest_first(entry for entry in person.entries if entry.kind == "rated")
    return tuple(
        TraitGap(
            trait=known[name],
            need=need,
            rated=_newest(ratings, name, by_self=False),
            self_rated=_newest(ratings, name, by_self=True),
        )
        for name, need in target.traits.items()
        if name in known
    )


def _newest(ratings: list[Entry], trait: str, *, by_self: bool) -> int | None:
    return next(
        (
            getattr(entry, "level", None)
            for entry in ratings
            if getattr(entry, "trait", "") == trait and (getattr(entry, "by", "") == "self") == by_self
        ),
        None,
    )


def _parts(planner: Planner, target: Role, gates: tuple[Standing, ...]) -> tuple[Part, ...]:
    """Split readiness into levels, work and gates in equal parts, and certificates where moves name helpful ones."""
    person = planner.person
    levels = levels_of(person)
    wanted = sum(target.needs.values())
    reached = sum(min(levels[name].level, need) for name, need in target.needs.items())
    asked = [exercise for name, exercise in planner.asked.items() if name not in planner.covered]
    total = sum(exercise.mean_hours for exercise in asked)
    left = sum(person.hours_left(exercise.id) for exercise in asked)
    helpful = {name for move in person.curriculum.moves if move.target == target.id for name in move.certificates}
    held = helpful & person.certificates.keys()
    found = [
        ("levels", "Skill levels", reached / wanted if wanted else 1.0, f"{reached} of {wanted} levels"),
        ("work", "Exercises", 1 - left / total if total else 1.0, f"{total - left:.0f} of {total:.0f} hours earned"),
    ]
    if gates:
        shares = [min(1.0, gate.have / gate.needed) if gate.needed else 1.0 for gate in gates]
        opened = sum(not gate.missing for gate in gates)
        found.append(("gates", "Gates", sum(shares) / len(shares), f"{opened} of {len(gates)} open"))
    for_certificates = CERTIFICATE_WEIGHT if helpful else 0.0
    each = (1 - for_certificates) / len(found)
    parts = [Part(id=name, title=title, value=value, weight=each, text=text) for name, title, value, text in found]
    if helpful:
        text = f"{', '.join(sorted(held)) or 'none'} of those that help ({', '.join(sorted(helpful))})"
        parts.append(
            Part(id="certificates", title="Certificates", value=float(bool(held)), weight=for_certificates, text=text)
        )
    return tuple(parts)
