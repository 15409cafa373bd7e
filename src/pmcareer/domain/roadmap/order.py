"""In which order exercises are to be done: the longest chains first, what they require before."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from heapq import heappop, heappush

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.items import Exercise, ExercisesById
from pmcareer.domain.roadmap.rhythm import NO_RHYTHM, Rhythm

CLOSE_ENOUGH = 0.8
"""Another skill goes first when its chain is within 20 % of the longest."""
Weights = Mapping[str, float]
"""Of skills, 1 where none is said."""
NO_WEIGHTS: Weights = {}
_Turn = tuple[float, int, str]
"""Minus the weighted chain, then the place in the curriculum: the least is the best. And the id."""


def ordered(
    todo: ExercisesById, *, first: Sequence[str], weights: Weights, rhythm: Rhythm = NO_RHYTHM
) -> list[tuple[Exercise, float]]:
    """Put exercises in the order in which they are to be done, each with its chain in hours.

    The move's `first` come first, their prerequisites before them. Then a serial schedule: of what
    is ready, and in whose skill nothing of a lower level is left, the largest remaining chain in
    hours × the weight of the skill, then the curriculum's order; not the skill of the one before
    where another skill is within 20 %. A rhythm spreads some skills over all of it.
    """
    chains = _chains(todo)
    turns = _turns(todo, chains, weights)
    queue = _Queue(todo, turns, prerequisites_first(first, todo), rhythm)
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


def _levels(todo: ExercisesById) -> dict[str, int]:
    """Find the level on which each exercise has its turn in its skill."""
    # Its own, or a lower one that waits for it: where risk at level 1 requires risk at level 4,
    # that comes among those of level 1.
    lowest = {name: {item.skill: item.level} for name, item in todo.items()}
    for name in reversed(prerequisites_first(todo, todo)):
        for need in lowest.keys() & todo[name].requires:
            for skill, level in lowest[name].items():
                lowest[need][skill] = min(level, lowest[need].get(skill, level))
    return {name: lowest[name][item.skill] for name, item in todo.items()}


class _Queue:
    """What is ready: one heap per skill and level, so that the best of another is at hand."""

    def __init__(
        self,
        todo: ExercisesById,
        turns: Mapping[str, _Turn],
        first: Iterable[str],
        rhythm: Rhythm,
    ) -> None:
        self._todo = todo
        self._beat = rhythm.beat(todo)
        self._turns = turns
        self._levels = _levels(todo)
        self._ready: dict[tuple[str, int], list[_Turn]] = {}
        self._open: dict[str, dict[int, int]] = {}
        """Of each skill the levels that are not done, with how many exercises are left there."""
        self._opens: dict[str, dict[str, None]] = {name: {} for name in todo}
        self.taken = dict.fromkeys(first)
        self._last_skill = ""
        for name in self.taken:
            self._last_skill = todo[name].skill
            self._beat.goes_on_with(todo[name])
        for name, exercise in todo.items():
            for need in self._opens.keys() & exercise.requires:
                self._opens[need][name] = None
            if name not in self.taken:
                self._open_more(exercise.skill, self._levels[name])
                self._make_ready(name)

    def _open_more(self, skill: str, level: int) -> None:
        levels = self._open.setdefault(skill, {})
        levels[level] = levels.get(level, 0) + 1

    def _make_ready(self, name: str) -> None:
        exercise = self._todo[name]
        if all(need in self.taken or need not in self._todo for need in exercise.requires):
            place = exercise.skill, self._levels[name]
            heappush(self._ready.setdefault(place, []), self._turns[name])

    def take_best(self) -> None:
        """Take the ready exercise whose turn it is, and make ready what waited for it alone."""
        name = self._best()[2]
        self._last_skill = self._todo[name].skill
        level = self._levels[name]
        heappop(self._ready[self._last_skill, level])
        _open_one_less(self._open[self._last_skill], level)
        self.taken[name] = None
        self._beat.goes_on_with(self._todo[name])
        for opened in self._opens[name]:
            self._make_ready(opened)

    def _best(self) -> _Turn:
        turns = self._in_turn()
        best, *others = turns
        # After an exercise of risk, risk has a chain of 10 hours ready and tools one of 8: tools
        # go in between, being within 20 %. With 7.9 hours they don't.
        is_close = others and others[0][0] <= best[0] * CLOSE_ENOUGH
        if is_close and self._todo[best[2]].skill == self._last_skill:
            best = others[0]
        for turn in (best, *turns):
            if self._beat.suits(self._todo[turn[2]]):
                return turn
        return best

    def _in_turn(self) -> list[_Turn]:
        """List the best ready exercise of each skill, among those of the lowest level open there.

        Where skills hold each other up in a ring, the best of all that is ready goes first.
        """
        lowest = []
        for skill, levels in self._open.items():
            heap = self._ready.get((skill, min(levels, default=0)))
            if heap:
                lowest.append(heap[0])
        return sorted(lowest or [heap[0] for heap in self._ready.values() if heap])


def _open_one_less(levels: dict[int, int], level: int) -> None:
    levels[level] -= 1
    if not levels[level]:
        del levels[level]
