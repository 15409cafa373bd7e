"""The gap to a role: what is missing, priced in hours and weeks, and how ready one is.

Work, gates and dates are those of the recommended route: `plan` and `gap` are one answer.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from pmcareer.domain.curriculum.catalogue import Trait
from pmcareer.domain.curriculum.guidance import Advice
from pmcareer.domain.curriculum.items import Exercise, Exercises, Role, Skill
from pmcareer.domain.forecast.basis import PaceBasis, pace_basis
from pmcareer.domain.forecast.outlook import RouteForecast
from pmcareer.domain.gates.state import GateForecast
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.earned import rated_by_others
from pmcareer.domain.person.levels import SkillLevel, levels_of
from pmcareer.domain.person.next_level import NextLevel, next_level_of
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.unsaid_skills import asking_command, unsaid_skills
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.roadmap.facts import holds_for
from pmcareer.domain.roadmap.readiness import NEARLY, Part, readiness_of, total_of
from pmcareer.domain.roadmap.stages import todo_in
from pmcareer.domain.roadmap.workplan import Task


@frozen
class SkillGap:
    """A skill below what the role needs, or with exercises on the way, and what closes it."""

    skill: Skill
    have: SkillLevel
    need: int
    missing: Exercises
    """What the recommended route still asks for, in its order."""
    hours: float
    """Credited hours left in the missing exercises."""
    weeks: float
    lift: NextLevel | None
    """What lifts the level, what is covered left out; None where it is as high as needed."""
    is_unsaid: bool = False
    """Whether the post held asks for it, and nobody has said whether one does it there."""

    @property
    def is_short(self) -> bool:
        """Tell whether the level is below the need."""
        return self.have.level < self.need


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
    route: RouteForecast
    """The recommended one, with its gates and dates."""
    on_the_way: int
    """How many of the missing exercises the role itself does not ask for."""
    skills: tuple[SkillGap, ...]
    enough: int
    """How many skills need nothing more."""
    traits: tuple[TraitGap, ...]
    parts: tuple[Part, ...]
    asking: str
    """What is typed to say of services whether one does them; "" where that is known."""
    apply_rule: Advice | None
    """The advice that says at which readiness to apply, where a source says so for this role."""

    @property
    def readiness(self) -> float:
        """Add the parts up by their weights, 0 to 1; never all of it while something is short."""
        whole = total_of(self.parts)
        return min(whole, NEARLY) if self.is_short else whole

    @property
    def is_priced(self) -> bool:
        """Tell whether any exercise is missing."""
        return any(skill.missing for skill in self.skills)

    @property
    def is_short(self) -> bool:
        """Tell whether the way still asks for hours, or for a gate."""
        return bool(self.route.hours_left or self.missing_gates)

    @property
    def held_words(self) -> str:
        """Say what holding the target means, or having held it; "" of who never did."""
        if self.target is not self.source:
            return ""
        if self.route.route.is_return:
            return "You held this role: its gates are behind you, what fades is to be refreshed."
        return f"You hold this role: its gates are behind you, its levels {self._levels_are}."

    @property
    def _levels_are(self) -> str:
        return "to be shown" if any(skill.is_short for skill in self.skills) else "on record"

    @property
    def unsaid_words(self) -> str:
        """Say of services that are unknown how to say them; "" where none is."""
        if any(skill.is_unsaid for skill in self.skills):
            return f"? is not said yet: {self.asking}"
        return ""

    @property
    def missing_gates(self) -> list[GateForecast]:
        """The gates on the way there that are not met, in its order."""
        return [gate for gate in self.route.gates if gate.status.missing]

    @property
    def gates_met(self) -> int:
        """How many of them are met."""
        return len(self.route.gates) - len(self.missing_gates)


def gap_of(planner: Planner) -> Gap:
    """Compare a person with the target: skills, gates and traits that something is missing of."""
    person, target = planner.person, planner.target
    pace = pace_basis(planner.forecaster, is_tried=planner.hours_per_week is not None)
    route = planner.in_full(planner.shown)
    todo = todo_in(route.stages)
    skills = _skills(planner, _by_skill(target, todo), pace.to_divide_by)
    return Gap(
        target=target,
        source=person.held,
        pace=pace,
        route=route,
        on_the_way=sum(task.exercise.id not in planner.asked for task in todo),
        skills=skills,
        enough=len(target.needs.keys() - {gap.skill.id for gap in skills}),
        traits=_traits(person, target),
        parts=readiness_of(person, target),
        asking=asking_command(person),
        apply_rule=_apply_rule(person),
    )


def _by_skill(target: Role, todo: Iterable[Task]) -> dict[str, list[Task]]:
    """Group what is still to be done, the skills that the role needs first."""
    missing: dict[str, list[Task]] = {skill: [] for skill in target.needs}
    for task in todo:
        missing.setdefault(task.exercise.skill, []).append(task)
    return missing


def _skills(
    planner: Planner, missing: Mapping[str, list[Task]], hours_per_week: float
) -> tuple[SkillGap, ...]:
    person = planner.person
    levels, items = levels_of(person), person.curriculum.asked_by_skill
    unsaid = unsaid_skills(person)
    gaps = []
    for name, tasks in missing.items():
        skill, have = person.curriculum.skill[name], levels[name]
        need = planner.target.needs.get(name, 0)
        if tasks or have.level < need:
            hours = sum(task.hours_left for task in tasks)
            lift = None
            if have.level < need:
                lift = _lift(planner, skill, items.get(name, []), have.level)
            gap = SkillGap(
                skill=skill,
                have=have,
                need=need,
                missing=tuple(task.exercise for task in tasks),
                hours=hours,
                weeks=hours / hours_per_week,
                lift=lift,
                is_unsaid=name in unsaid,
            )
            gaps.append(gap)
    return tuple(gaps)


def _lift(
    planner: Planner, skill: Skill, exercises: Sequence[Exercise], at: int
) -> NextLevel | None:
    """Say what the next level takes of somebody who need not do what is covered.

    What was done without being real work is done for the plan, and lifts no level above 2 yet.
    """
    following = next_level_of(planner.person, skill, exercises, at)
    if following is None:
        return None
    core = filter(partial(_can_lift, planner), following.core)
    one_of = filter(partial(_are_open, planner), following.one_of)
    return replace(following, core=tuple(core), one_of=tuple(one_of))


def _are_open(planner: Planner, exercises: Exercises) -> bool:
    return all(_can_lift(planner, exercise) for exercise in exercises)


def _can_lift(planner: Planner, exercise: Exercise) -> bool:
    return planner.is_open(exercise) or exercise.id in planner.person.finished


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
