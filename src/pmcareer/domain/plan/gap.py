"""The gap to a role: what is missing, priced in hours and weeks, and how ready one is."""

from typing import Any

from pmcareer.domain.curriculum.catalogue import Trait
from pmcareer.domain.curriculum.guidance import Advice
from pmcareer.domain.curriculum.items import Exercise, Role, Skill
from pmcareer.domain.forecast.basis import PaceBasis, pace_basis
from pmcareer.domain.gates.on_record import gate_forecasts
from pmcareer.domain.gates.state import GateForecast
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.logbook import newest_first
from pmcareer.domain.person.levels import SkillLevel, levels_of
from pmcareer.domain.person.person import Person
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.roadmap.facts import holds_for
from pmcareer.domain.roadmap.readiness import Part, readiness_of, total_of


@frozen
class SkillGap:
    """A skill below what the role needs, or with exercises missing, and what closes it."""

    skill: Skill
    have: SkillLevel
    need: int
    missing: tuple[Exercise, ...]
    hours: float
    """Credited hours left in the missing exercises."""
    weeks: float


@frozen
class TraitGap:
    """A trait as others rate it, beside what the role asks."""

    trait: Trait
    need: int
    rated: int | None
    """The newest rating by somebody else; None while nobody has rated it."""
    self_rated: int | None


@frozen
class Gap:
    """Everything between a person and a role."""

    target: Role
    source: Role | None
    """The role one has, if one was said."""
    pace: PaceBasis
    skills: tuple[SkillGap, ...]
    enough: int
    """How many skills need nothing more."""
    gates: tuple[GateForecast, ...]
    traits: tuple[TraitGap, ...]
    parts: tuple[Part, ...]
    apply_rule: Advice | None
    """The advice that says at which readiness to apply, where a source says so for this role."""

    @property
    def readiness(self) -> float:
        """Add the parts up by their weights, 0 to 1."""
        return total_of(self.parts)


def gap_of(planner: Planner) -> Gap:
    """Compare a person with the target, skill by skill, gate by gate, trait by trait; only the difference."""
    person, target = planner.person, planner.target
    pace = pace_basis(planner.forecaster, is_tried=planner.hours_per_week is not None)
    # A pace that is rounded to nothing would divide by it.
    skills = _skills(planner, pace.hours_per_week or planner.forecaster.promised)
    gates = target.gates if target.id != person.role else ()
    return Gap(
        target=target,
        source=person.curriculum.role.get(person.role or ""),
        pace=pace,
        skills=skills,
        enough=len(target.needs.keys() - {gap.skill.id for gap in skills}),
        gates=gate_forecasts(person, gates),
        traits=_traits(person, target),
        parts=readiness_of(person, target),
        apply_rule=_apply_rule(person),
    )


def _skills(planner: Planner, hours_per_week: float) -> tuple[SkillGap, ...]:
    person, needs = planner.person, planner.target.needs
    levels = levels_of(person)
    left = [
        exercise
        for name, exercise in planner.asked.items()
        if name not in planner.covered and name not in person.finished
    ]
    gaps = []
    for name in dict.fromkeys([*needs, *(exercise.skill for exercise in left)]):
        missing = tuple(exercise for exercise in left if exercise.skill == name)
        if missing or levels[name].level < needs.get(name, 0):
            hours = sum(person.hours_left(exercise.id) for exercise in missing)
            gaps.append(
                SkillGap(
                    skill=person.curriculum.skill[name],
                    have=levels[name],
                    need=needs.get(name, 0),
                    missing=missing,
                    hours=hours,
                    weeks=hours / hours_per_week,
                )
            )
    return tuple(gaps)


def _traits(person: Person, target: Role) -> tuple[TraitGap, ...]:
    known = {trait.id: trait for trait in person.curriculum.traits} if target.traits else {}
    ratings = ratings_of(person)
    found = []
    for name, need in target.traits.items():
        if name in known:
            by_source = ratings.get(name, {})
            others = [level for source, level in by_source.items() if source != "self"]
            rated = others[0] if others else None
            found.append(
                TraitGap(
                    trait=known[name], need=need, rated=rated, self_rated=by_source.get("self")
                )
            )
    return tuple(found)


def ratings_of(person: Person) -> dict[str, dict[str, int]]:
    """Give the newest rating of each trait by each source, the newest source first."""
    ratings: dict[str, dict[str, int]] = {}
    found: list[Any] = newest_first(entry for entry in person.entries if entry.kind == "rated")
    for entry in found:
        name = person.curriculum.now_called("traits", entry.trait)
        ratings.setdefault(name, {}).setdefault(entry.by, entry.level)
    return ratings


def _apply_rule(person: Person) -> Advice | None:
    """Find the advice about readiness that is meant for this target."""
    for rule in person.curriculum.advice:
        about = {condition.fact: condition for condition in rule.conditions}
        is_about_applying = not rule.retired and {"readiness", "target"} <= about.keys()
        if is_about_applying and holds_for(person, [about["target"]]):
            return rule
    return None
