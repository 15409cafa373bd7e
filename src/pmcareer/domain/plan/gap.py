"""The gap to a role: what is missing, priced in hours and weeks, and how ready one is."""

from pmcareer.domain.curriculum.catalogue import Trait
from pmcareer.domain.curriculum.guidance import Advice
from pmcareer.domain.curriculum.items import Exercise, Exercises, Role, Skill
from pmcareer.domain.forecast.basis import PaceBasis, pace_basis
from pmcareer.domain.gates.on_record import gate_forecasts
from pmcareer.domain.gates.state import GateForecast
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.levels import SkillLevel, levels_of, rated_by_others
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
    missing: Exercises
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
    """Compare a person with the target: skills, gates and traits that something is missing of."""
    person, target = planner.person, planner.target
    pace = pace_basis(planner.forecaster, is_tried=planner.hours_per_week is not None)
    skills = _skills(planner, pace.to_divide_by)
    # Whoever has the role has passed its gates.
    gates = () if target.id == person.role else target.gates
    return Gap(
        target=target,
        source=person.held,
        pace=pace,
        skills=skills,
        enough=len(target.needs.keys() - {gap.skill.id for gap in skills}),
        gates=gate_forecasts(person, gates, pace.to_divide_by),
        traits=_traits(person, target),
        parts=readiness_of(person, target),
        apply_rule=_apply_rule(person),
    )


def _skills(planner: Planner, hours_per_week: float) -> tuple[SkillGap, ...]:
    person = planner.person
    levels = levels_of(person)
    gaps = []
    for skill, exercises in _missing_by_skill(planner).items():
        have, need = levels[skill], planner.target.needs.get(skill, 0)
        if exercises or have.level < need:
            hours = sum(person.hours_left(exercise.id) for exercise in exercises)
            gap = SkillGap(
                skill=person.curriculum.skill[skill],
                have=have,
                need=need,
                missing=tuple(exercises),
                hours=hours,
                weeks=hours / hours_per_week,
            )
            gaps.append(gap)
    return tuple(gaps)


def _missing_by_skill(planner: Planner) -> dict[str, list[Exercise]]:
    """Group what is still to be done, the skills that the role needs first."""
    missing: dict[str, list[Exercise]] = {skill: [] for skill in planner.target.needs}
    for exercise in planner.asked.values():
        if not planner.is_done(exercise.id):
            missing.setdefault(exercise.skill, []).append(exercise)
    return missing


def _traits(person: Person, target: Role) -> tuple[TraitGap, ...]:
    # A role that asks for no trait need not load them.
    if not target.traits:
        return ()
    known = {trait.id: trait for trait in person.curriculum.traits}
    ratings = person.ratings
    gaps = []
    for trait, need in target.traits.items():
        if trait in known:
            by_source = ratings.get(trait, {})
            # The newest comes first.
            rated = next(iter(rated_by_others(by_source)), None)
            own = by_source.get("self")
            gaps.append(TraitGap(trait=known[trait], need=need, rated=rated, self_rated=own))
    return tuple(gaps)


def _apply_rule(person: Person) -> Advice | None:
    """Find the advice about readiness that is meant for this target."""
    for rule in person.curriculum.advice:
        about = {condition.fact: condition for condition in rule.conditions}
        is_about_applying = not rule.retired and {"readiness", "target"} <= about.keys()
        if is_about_applying and holds_for(person, [about["target"]]):
            return rule
    return None
