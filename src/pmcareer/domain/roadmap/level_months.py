"""Levels 4 and 5 on the way: months of work as gates, and what is to be proved in the role."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from pmcareer.domain.curriculum.gate import LevelGate
from pmcareer.domain.curriculum.items import Role, Skill
from pmcareer.domain.gates.on_record import gate_status
from pmcareer.domain.gates.state import GateStatus
from pmcareer.domain.gates.wording import short, work_words
from pmcareer.domain.ground.calendar import months_in
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.earned import HIGHEST, MONTHS_FOR_LEVEL, is_confirmed
from pmcareer.domain.person.levels import SkillLevel, levels_of
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.served import ranges_held
from pmcareer.domain.roadmap.detours import likely_months
from pmcareer.domain.roadmap.routes import Leg, ToProve, months_a_month, share_for


@frozen
class _Wanted:
    """A level above 3 that a role needs and somebody has not reached."""

    skill: Skill
    level: int
    months: GateStatus | None
    """The months of its work that are missing; None where none are."""
    is_held: bool
    """The months lie in posts that are on record, and are not on record as this work."""
    lacks_word: bool
    """Somebody else has to say it."""


@frozen
class LevelMonths:
    """Which months one person's levels ask for; what is the same for every route only once."""

    person: Person

    @cached_property
    def _levels(self) -> dict[str, SkillLevel]:
        return levels_of(self.person)

    @cached_property
    def _wanted(self) -> dict[str, tuple[_Wanted, ...]]:
        return {}

    def on(self, leg: Leg, done: Sequence[Leg]) -> Leg:
        """Add to a leg the months that its levels ask for, and what is to be proved in the role.

        Months are a gate where the role before it, or a detour on the way, gives that work.
        """
        # Strategy at 5 asks for 24 months in an office. From PMO manager they are a gate; from
        # programme manager nobody gives them, and they are to be proved as head of the portfolio.
        # Of leading at 4 the twelve months came with the moves before: nothing is asked any more.
        if leg.is_step_back or (leg.source is leg.target and not leg.is_from_nowhere):
            return leg
        gates, to_prove = list(leg.gates), []
        known = {status.gate.id for each in done for status in each.gates}
        for wanted in self._wanted_by(leg.target):
            lacking = 0.0
            months = wanted.months
            if months and months.gate.id not in known:
                if not wanted.is_held and self._is_given(months, leg, done):
                    gates.append(months)
                elif wanted.is_held or not self._comes_by_then(months, leg, done):
                    lacking = months.missing
            if lacking or wanted.lacks_word:
                to_prove.append(ToProve(skill=wanted.skill, level=wanted.level, months=lacking))
        return replace(leg, gates=tuple(gates), to_prove=tuple(to_prove))

    def _is_given(self, months: GateStatus, leg: Leg, done: Sequence[Leg]) -> bool:
        """Tell whether the role before, or a detour put in so far, gives months of this work."""
        if months_a_month(self.person, leg, months.gate):
            return True
        detours = [detour for each in (*done, leg) for detour in each.detours]
        return any(share_for(detour.role, months.gate) for detour in detours)

    def _comes_by_then(self, months: GateStatus, leg: Leg, done: Sequence[Leg]) -> bool:
        likely = sum(likely_months(self.person, each, months.gate) for each in (*done, leg))
        return likely >= months.missing

    def _wanted_by(self, role: Role) -> tuple[_Wanted, ...]:
        if role.id not in self._wanted:
            high = {name: need for name, need in role.needs.items() if need in MONTHS_FOR_LEVEL}
            short_of = [name for name, need in high.items() if self._levels[name].level < need]
            self._wanted[role.id] = tuple(self._want(name, high[name]) for name in short_of)
        return self._wanted[role.id]

    def _want(self, name: str, level: int) -> _Wanted:
        if (name, level) not in self._read:
            self._read[name, level] = self._wanting(name, level)
        return self._read[name, level]

    @cached_property
    def _read(self) -> dict[tuple[str, int], _Wanted]:
        """By skill and level: several roles of a map need the same."""
        return {}

    def _wanting(self, name: str, level: int) -> _Wanted:
        person, skill = self.person, self.person.curriculum.skill[name]
        months, held = None, 0.0
        if skill.work:
            gate = _gate(skill, skill.work, level)
            status = gate_status(person, gate)
            months = status if status.missing else None
            held = months_in(ranges_held(person, skill.work))
        return _Wanted(
            skill=skill,
            level=level,
            months=months,
            is_held=held >= MONTHS_FOR_LEVEL[level],
            lacks_word=not skill.work or (level == HIGHEST and not is_confirmed(person, skill)),
        )


def _gate(skill: Skill, work: str, level: int) -> LevelGate:
    months = MONTHS_FOR_LEVEL[level]
    asked = f"{short(months)} months of {work_words(work)} work"
    # Each stage has some of them, and what is computed needs no checking.
    return LevelGate.model_construct(
        id=f"level-{skill.id}-{level}"[:64],
        kind="experience",
        title=f"{asked}, for {skill.title} at {level}",
        work=work,
        months=float(months),
    )
