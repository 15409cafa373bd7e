"""What of a curriculum nobody could ever satisfy: levels, gates, and what rests on what is gone."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import filterfalse
from operator import attrgetter

from pmcareer.domain.curriculum.core import with_core
from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.gate import CertificateGate, ExperienceGate, Gate, ServicesGate
from pmcareer.domain.curriculum.items import Exercise, Role, Skill
from pmcareer.domain.curriculum.links import AnItem, Finding, Said, ids_in
from pmcareer.domain.ground.grouping import grouped
from pmcareer.domain.ground.vocabulary import SERVICES

MONTHS_PER_YEAR = 12
FIRST_LEVEL_TO_SERVE = 2
BY_EXERCISES_AT_MOST = 3
"""Above it months count, and what others say."""
NOTHING: Mapping[str, str] = {}
MAY_REST_ON: Mapping[str, tuple[tuple[str, str], ...]] = {
    "roles": (("needs", "skills"), ("instead", "exercises")),
    "moves": (("source", "roles"), ("target", "roles")),
    "certifications": (("requires", "certifications"),),
    "exercises": (("skill", "skills"),),
}
"""Per table the fields that ask for an item, and the table that it is from."""


class Reach:
    """Looks at one item after the other for what can't be reached from there."""

    def __init__(self, curriculum: Curriculum) -> None:
        self._curriculum = curriculum

    @cached_property
    def _by_skill(self) -> Mapping[str, list[Exercise]]:
        living = filterfalse(attrgetter("retired"), with_core(self._curriculum.exercises))
        return grouped(living, attrgetter("skill"))

    def needs_that_nothing_serves(self, role: Role) -> Said:
        """Name the levels to which the exercises that are asked for do not lead."""
        # A curriculum without exercises is a rubric: its levels are rated, all of them.
        if not self._curriculum.exercises or role.retired:
            return
        for skill, level in role.needs.items():
            if level < FIRST_LEVEL_TO_SERVE or skill not in self._curriculum.skill:
                continue
            highest = max(map(attrgetter("level"), self.asked(skill, level)), default=0)
            if not highest:
                message = f"it needs {skill} at level {level}, and no core exercise leads there."
                mend = f"Mark an exercise of {skill} up to level {level} with core = true."
                yield "needs", message, mend
            elif highest < min(level, BY_EXERCISES_AT_MOST):
                # No exercise lifts a skill above its own level, up to three.
                ends = f"the exercises asked for end at level {highest}"
                message = f"it needs {skill} at level {level}, and {ends}."
                mend = f"Add a core exercise of {skill} at level {min(level, 3)}, or ask for less."
                yield "needs", message, mend

    def asked(self, skill: str, level: int) -> Iterator[Exercise]:
        """List the exercises that a need asks for: core, and others from three up."""
        there = self._by_skill.get(skill, [])
        with_core_at = set(map(attrgetter("level"), filter(attrgetter("core"), there)))
        for exercise in there:
            stands_in = exercise.level >= BY_EXERCISES_AT_MOST and (
                exercise.level not in with_core_at
            )
            if exercise.level <= level and (exercise.core or stands_in):
                yield exercise

    def asked_by(self, role: Role, instead: Mapping[str, str] = NOTHING) -> set[str]:
        """List what a role and the moves to it ask for, with all that it requires."""
        waiting = [*role.requires, *self._asked_on_the_way(role)]
        for skill, level in role.needs.items():
            waiting += map(attrgetter("id"), self.asked(skill, level))
        return self._with_all_required(waiting, instead)

    def _asked_on_the_way(self, role: Role) -> Iterator[str]:
        for move in self._curriculum.moves:
            if move.target == role.id:
                yield from move.requires

    def _with_all_required(self, waiting: list[str], instead: Mapping[str, str]) -> set[str]:
        known = self._curriculum.exercise
        found: set[str] = set()
        while waiting:
            named = waiting.pop()
            name = instead.get(named, named)
            if name in known and name not in found:
                found.add(name)
                waiting += known[name].requires
        return found

    def months_without_a_kind(self, skill: Skill) -> Said:
        """Warn of levels for which no months count: then they are for somebody to say."""
        level = self._highest_need.get(skill.id, 0)
        if level > BY_EXERCISES_AT_MOST and not skill.work and skill.id in self._by_skill:
            message = f"it is needed at level {level}, and no months count: it names no work."
            yield "work", message, "Say whose months count, or leave it for others to rate."

    @cached_property
    def _highest_need(self) -> Mapping[str, int]:
        highest: dict[str, int] = {}
        for role in self._curriculum.roles:
            for name, level in role.needs.items():
                highest[name] = max(level, highest.get(name, 0))
        return highest

    def gates_never_met(self, owner: AnItem) -> Said:
        """Name the gates that ask for more than there is."""
        for gate in owner.gates:
            for message, mend in self._never_met(gate):
                yield "gates", f"gate {gate.id}: {message}", mend

    def _never_met(self, gate: Gate) -> Iterator[tuple[str, str]]:
        if isinstance(gate, ServicesGate):
            different = len(set(gate.of))
            if gate.count > different:
                message = f"it asks for {gate.count} services of {different}."
                yield message, f"Name more in `of`, or ask for {different} at most."
            for name in gate.of:
                is_rated_only = name in SERVICES and name not in self._curriculum.skill
                if is_rated_only:
                    message = f"{name} is no skill here, so nobody can reach level {gate.level}."
                    yield message, "Add the skill, or leave the service out."
        elif isinstance(gate, CertificateGate):
            known = self._curriculum.certification.get(gate.certification)
            if known and known.retired:
                yield f"'{known.id}' is retired.", "Name what took its place."
        elif isinstance(gate, ExperienceGate):
            yield from _more_than_the_window(gate)

    def resting_on_retired(self, item: AnItem, table: str) -> Said:
        """Name what an item rests on and nobody is asked for, or can reach, any more."""
        if getattr(item, "retired", False):
            return
        for field, kind in MAY_REST_ON[table]:
            for word in ids_in(getattr(item, field)):
                if word in self._retired(kind):
                    key = {"source": "from", "target": "to"}.get(field, field)
                    yield key, f"'{word}' is retired.", "Name what took its place."

    def _retired(self, table: str) -> set[str]:
        if table not in self._retired_in:
            self._retired_in[table] = _retired_ids(self._curriculum, table)
        return self._retired_in[table]

    @cached_property
    def _retired_in(self) -> dict[str, set[str]]:
        return {}


def _retired_ids(curriculum: Curriculum, table: str) -> set[str]:
    return {item.id for item in getattr(curriculum, table) if item.retired}


def _more_than_the_window(gate: ExperienceGate) -> Iterator[tuple[str, str]]:
    if gate.window_years is None:
        return
    months = [gate.months] if isinstance(gate.months, float | int) else [*gate.months.values()]
    within = gate.window_years * MONTHS_PER_YEAR
    if max(months) > within:
        message = f"{max(months):g} months do not fit into {gate.window_years:g} years."
        yield message, f"Ask for {within:g} months at most, or look back further."


def defaults_that_mislead(curriculum: Curriculum) -> Iterator[Finding]:
    """Name a start or a goal that can't be one, and warn where both are one."""
    for key in ("default_role", "default_target"):
        role = curriculum.role.get(getattr(curriculum, key) or "")
        if role and (role.detour or role.retired):
            what = "a detour, and one comes back from it" if role.detour else "retired"
            yield Finding(
                key=key, message=f"'{role.id}' is {what}.", hint="Name a role that one can hold."
            )
    start = curriculum.default_role
    if (
        start
        and not all(map(attrgetter("detour"), curriculum.roles))
        and start == curriculum.goal_role
    ):
        yield Finding(
            key="default_role",
            message=f"start and goal are one: {start}. Nobody has a way to go.",
            hint="Say another default_target, or leave default_role out.",
            severity="warning",
        )
