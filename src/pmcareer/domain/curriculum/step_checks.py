"""Problems of steps that no single one can see: what they are for, where from, what they await."""

from collections.abc import Collection
from functools import cached_property
from itertools import product
from operator import attrgetter

from pmcareer.domain.curriculum.asked_gates import asked_gates
from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.links import Finding, Said, findings
from pmcareer.domain.curriculum.steps import SEARCH, STEP_BACK, Step
from pmcareer.domain.ground.vocabulary import SITUATIONS
from pmcareer.errors import SHOWN_PROBLEMS, did_you_mean


def step_problems(curriculum: Curriculum) -> tuple[Finding, ...]:
    """Find the steps that would never be asked of anybody."""
    return tuple(findings(curriculum, ("steps",), _Steps(curriculum).problems_of))


def names_for_steps(curriculum: Curriculum) -> set[str]:
    """List what a step can be for besides a role: gates, certificates, situations, the search."""
    gates = map(attrgetter("id"), asked_gates(curriculum))
    return {SEARCH, STEP_BACK, *SITUATIONS, *curriculum.certification, *gates}


class _Steps:
    """Looks at one step after the other, and knows the map and the other steps."""

    def __init__(self, curriculum: Curriculum) -> None:
        self._curriculum = curriculum
        self._moves = set(map(attrgetter("source", "target"), curriculum.moves))
        self._names = names_for_steps(curriculum)
        self._asked = 0

    @cached_property
    def _steps(self) -> dict[str, Step]:
        return {step.id: step for step in self._curriculum.steps}

    @cached_property
    def _reached(self) -> set[str]:
        """The roles at the end of a move or of a detour; every role where there are no moves."""
        if not self._moves:
            return set(self._curriculum.role)
        reached = set(map(attrgetter("target"), self._curriculum.moves))
        detours = filter(attrgetter("detour"), self._curriculum.roles)
        return reached.union(map(attrgetter("id"), detours))

    def problems_of(self, step: Step) -> Said:
        if not step.retired:
            yield from self._for_nothing(step)
            yield from self._from_nowhere(step)
            yield from self._in_vain(step)

    def _for_nothing(self, step: Step) -> Said:
        for word in step.use_for:
            if word in self._reached or word in self._names:
                continue
            if word in self._curriculum.role:
                message = f"no move leads to '{word}', so that nobody would be asked."
                yield "for", message, "Name a role that a move leads to."
            else:
                message = f"there is no role, gate or certification '{word}'."
                yield "for", message, self._meant(word)

    def _meant(self, word: str) -> str:
        for table in ("roles", "certifications"):
            heirs = self._curriculum.heirs(table)
            if word in heirs:
                return f"It is called '{heirs[word]}' now."
        # Nobody reads the hint of the 21st problem, and a search takes a millisecond.
        self._asked += 1
        if self._asked > SHOWN_PROBLEMS:
            return ""
        near = did_you_mean(word, self._reached | self._names)
        return near or f'For the search: for = "{SEARCH}".'

    def _from_nowhere(self, step: Step) -> Said:
        """Find a start from which no move leads to what the step is for."""
        roles = self._curriculum.role
        if not self._moves or not roles.keys() >= set(step.use_for):
            return
        # One goes on a detour from any role, and does things while one is on it.
        detours = set(map(attrgetter("id"), filter(attrgetter("detour"), roles.values())))
        if not detours.isdisjoint(step.use_for):
            return
        for start in (roles.keys() - detours).intersection(step.source):
            if self._moves.isdisjoint(product((start,), step.use_for)):
                ends = "' or '".join(step.use_for)
                message = f"no move leads from '{start}' to '{ends}'."
                yield "from", message, "Leave it out, or add a [[moves]] table."

    def _in_vain(self, step: Step) -> Said:
        """Find what a step waits for that is not asked for together with it."""
        for name in step.requires:
            before = self._steps.get(name)
            if before is not None and not _serves_all(before, step):
                message = f"it waits for '{name}', which is not for all that it is for itself."
                yield "requires", message, f"Leave it out, or let '{name}' serve the same."


def _serves_all(before: Step, step: Step) -> bool:
    """Tell whether whoever is asked for a step is asked for what comes before it."""
    if before.retired:
        return True
    return set(step.use_for) <= set(before.use_for) and _within(step.source, before.source)


def _within(some: Collection[str], others: Collection[str]) -> bool:
    # A step for anybody can't wait for one that only programmers are asked for.
    return not others or (bool(some) and set(some) <= set(others))
