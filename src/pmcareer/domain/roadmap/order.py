"""In which order exercises are to be done: the longest chains first, what they require before."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from heapq import heappop, heappush

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.items import Exercise, ExercisesById

CLOSE_ENOUGH = 0.8
"""Another skill goes first when its chain is within 20 % of the longest."""
Weights = Mapping[str, float]
"""Of skills, 1 where none is said."""
_Turn = tuple[float, int, str]
"""Minus the weighted chain, then the place in the curriculum: the least is the best. And the id."""


def ordered(
    todo: ExercisesById, *, first: Sequence[str], weights: Weights
) -> list[tuple[Exercise, float]]:
    """Put exercises in the order in which they are to be done, each with its chain in hours.

    The move's `first` come first, their prerequisites before them. Then a serial schedule: of what
    is ready, the largest remaining chain in hours × the weight of the skill, then the curriculum's
    order; not the skill of the one before where another skill is within 20 %.
    """
    chains = _chains(todo)
    queue = _Queue(todo, _turns(todo, chains, weights), prerequisites_first(first, todo))
    while len(queue.taken) < len(todo):
        queue.take_best()
    return [(todo[name], chains[name]) for name in queue.taken]


def first_of(curriculum: Curriculum, named: Sequence[str], weights: Weights) -> Sequence[str]:
    """Put what a move names first in order: the first stays, of the others heavier skills lead.

    `weights` are those that the profile calls for.
    """
    # Asked first, then questions, a journal, a week of shadowing and a map of stakeholders: on
    # large projects people weigh more, and the map comes second.
    others = sorted(named[1:], key=partial(_lightness, curriculum, weights))
    return (*named[:1], *others)


def _lightness(curriculum: Curriculum, weights: Weights, name: str) -> float:
    exercise = curriculum.exercise.get(name)
    return -weights.get(exercise.skill, 1.0) if exercise else 0.0


def _turns(todo: ExercisesById, chains: Mapping[str, float], weights: Weights) -> dict[str, _Turn]:
    turns = {}
    for place, (name, exercise) in enumerate(todo.items()):
        turns[name] = (-chains[name] * weights.get(exercise.skill, 1.0), place, name)
    return turns


def prerequisites_first(names: Iterable[str], among: ExercisesById) -> list[str]:
    """List exercises and what they require, each after what it requires, else in their order."""
    order: dict[str, None] = {}
    for name in names:
        stack = [name] if name in among else []
        while stack:
            needed = among[stack[-1]].requires
            waiting = [need for need in needed if need in among and need not in order]
            if waiting:
                stack.extend(waiting)
            else:
                order[stack.pop()] = None
    return list(order)


def _chains(todo: ExercisesById) -> dict[str, float]:
    """Compute, per exercise, the longest chain in hours from it through what requires it."""
    # B (9 hours) and C (5 hours) require A (1 hour): chains of 9 and 5, and of 1 + 9 = 10 for A.
    # So A goes first, short as it is: all of its chain waits for it.
    behind = dict.fromkeys(todo, 0.0)
    chains: dict[str, float] = {}
    for name in reversed(prerequisites_first(todo, todo)):
        chains[name] = todo[name].mean_hours + behind[name]
        for need in todo[name].requires:
            if need in todo:
                behind[need] = max(behind[need], chains[name])
    return chains


class _Queue:
    """What is ready to be done: one heap per skill, so that the best of another is at hand."""

    def __init__(
        self, todo: ExercisesById, turns: Mapping[str, _Turn], first: Iterable[str]
    ) -> None:
        self._todo = todo
        self._turns = turns
        self._ready: dict[str, list[_Turn]] = {}
        self._opens: dict[str, dict[str, None]] = {name: {} for name in todo}
        self.taken = dict.fromkeys(first)
        self._last_skill = ""
        for name in self.taken:
            self._last_skill = todo[name].skill
        for name, exercise in todo.items():
            for need in self._opens.keys() & exercise.requires:
                self._opens[need][name] = None
            if name not in self.taken:
                self._make_ready(name)

    def _make_ready(self, name: str) -> None:
        exercise = self._todo[name]
        if all(need in self.taken or need not in self._todo for need in exercise.requires):
            heappush(self._ready.setdefault(exercise.skill, []), self._turns[name])

    def take_best(self) -> None:
        """Take the ready exercise whose turn it is, and make ready what waited for it alone."""
        best, *others = sorted(heap[0] for heap in self._ready.values() if heap)
        # After an exercise of risk, risk has a chain of 10 hours ready and tools one of 8: tools
        # go in between, being within 20 %. With 7.9 hours they don't.
        is_close = others and others[0][0] <= best[0] * CLOSE_ENOUGH
        if is_close and self._todo[best[2]].skill == self._last_skill:
            best = others[0]
        name = best[2]
        self._last_skill = self._todo[name].skill
        heappop(self._ready[self._last_skill])
        self.taken[name] = None
        for opened in self._opens[name]:
            self._make_ready(opened)
