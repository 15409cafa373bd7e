"""Roles that leave out what they never asked for, or what a level they need can't do without."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.items import Exercise, Role
from pmcareer.domain.curriculum.links import Finding, Said, findings
from pmcareer.domain.curriculum.reach_checks import BY_EXERCISES_AT_MOST, Reach


def instead_problems(curriculum: Curriculum) -> Iterator[Finding]:
    """Find what a role puts `instead` of another exercise, and should not; warn of what is idle."""
    swaps = _Swaps(curriculum)
    yield from findings(curriculum, ("roles",), swaps.misplaced)
    for finding in findings(curriculum, ("roles",), swaps.idle):
        yield replace(finding, severity="warning")


class _Swaps:
    """Knows what each role asks for, before and after one is done instead of another."""

    # A programme manager needs governance at 4, whose core above 3 is two exercises: one of them
    # can be left out, and the other lifts to 4. Leave both out, or one that level 3 takes, and
    # nobody ever gets there.

    def __init__(self, curriculum: Curriculum) -> None:
        self._known = curriculum.exercise
        self._reach = Reach(curriculum)

    def idle(self, role: Role) -> Said:
        asked = self._asked(role)
        for name in role.instead:
            if name in self._known and name not in asked:
                mend = "Take it out: there is nothing to do instead."
                yield "instead", f"it does not ask for '{name}'.", mend

    def _asked(self, role: Role) -> set[str]:
        return self._reach.asked_by(role) if role.instead else set()

    def misplaced(self, role: Role) -> Said:
        for old, new in role.instead.items():
            if new in role.instead:
                yield "instead", f"'{new}' is left out as well.", "Name one that is asked for."
            elif old in self._known and self._is_missed(role, self._known[old]):
                yield "instead", _lacks(self._known[old]), "Leave it in, or ask for less."

    def _is_missed(self, role: Role, left_out: Exercise) -> bool:
        """Tell whether a level that the role needs could not be reached any more."""
        if role.needs.get(left_out.skill, 0) < left_out.level:
            return False
        by_core = left_out.core and left_out.level <= BY_EXERCISES_AT_MOST
        place = left_out.skill, left_out.level
        return by_core or not self._by_place[place] - role.instead.keys()

    @cached_property
    def _by_place(self) -> dict[tuple[str, int], set[str]]:
        places: dict[tuple[str, int], set[str]] = {}
        for exercise in self._known.values():
            there = places.setdefault((exercise.skill, exercise.level), set())
            if not exercise.retired:
                there.add(exercise.id)
        return places


def _lacks(left_out: Exercise) -> str:
    level = f"level {left_out.level} of {left_out.skill}"
    return f"without '{left_out.id}' nobody reaches {level}."
