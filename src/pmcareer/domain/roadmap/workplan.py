"""What a route still asks for, in order: which exercises, which first, and what waits for what."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import heappop, heappush

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.items import Exercise, Move, Role
from pmcareer.domain.ground.vocabulary import State
from pmcareer.domain.person.levels import covered_levels, exercises_by_skill
from pmcareer.domain.person.person import Person

CLOSE_ENOUGH = 0.8
"""Another skill goes first when its chain is within 20 % of the longest."""
FIRST_LEVEL_WITHOUT_CORE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """An exercise in someone's plan."""

    exercise: Exercise
    state: State
    hours_left: float
    """Credited hours still to earn."""
    chain_hours: float
    """The longest chain of hours that begins with it."""
    weight: float
    """The role's weight of its skill, times the background's."""
    waits: bool = False
    """It opens only when the route has reached the role whose standing it, or what it builds on, needs."""

    @property
    def is_active(self) -> bool:
        """Tell whether it can be done today."""
        return self.state in ("open", "started") and not self.waits

    @property
    def is_todo(self) -> bool:
        """Tell whether work is left in it, put off or not."""
        return self.state in ("open", "started", "deferred")


@dataclass(frozen=True, kw_only=True)
class Asker:
    """Works out what roles ask of one person; what is the same for every route is computed once."""

    person: Person

    @cached_property
    def covered(self) -> frozenset[str]:
        """Exercises that prior learning or the stated role's standing makes unnecessary."""
        levels = covered_levels(self.person)
        curriculum = self.person.curriculum
        role = curriculum.role.get(self.person.role or "")
        by_level = (
            item.id for item in curriculum.exercises if item.level <= levels.get(item.skill, 0)
        )
        return frozenset(by_level) | frozenset(self._taken_for_granted(role) if role else ())

    def _taken_for_granted(self, role: Role) -> Iterable[str]:
        """Name what the stated role itself requires, but for skills that somebody has assessed."""
        known = self.person.curriculum.exercise
        assessed = self.person.assessments
        return (
            name for name in role.requires if name in known and known[name].skill not in assessed
        )

    @cached_property
    def _by_skill(self) -> Mapping[str, list[Exercise]]:
        return exercises_by_skill(self.person.curriculum)

    @cached_property
    def _asked(self) -> dict[tuple[str, tuple[str, ...]], dict[str, Exercise]]:
        return {}

    @cached_property
    def _background(self) -> str | None:
        return self.person.background

    def asked(self, role: Role, move: Move | None) -> Mapping[str, Exercise]:
        """Give everything a leg asks for, with all that it requires, in the order of the curriculum.

        Finished and covered exercises are in it; what lies behind a covered one is not.
        """
        key = (role.id, move.requires if move else ())
        if key not in self._asked:
            self._asked[key] = self._with_all_required([*self._named_by(role), *key[1]])
        return self._asked[key]

    def _named_by(self, role: Role) -> Iterable[str]:
        """List what a role's needs and `requires` name, without what that requires."""
        yield from role.requires
        for skill, level in role.needs.items():
            yield from (item.id for item in _serving(self._by_skill.get(skill, ()), level))

    def _with_all_required(self, waiting: list[str]) -> dict[str, Exercise]:
        known = self.person.curriculum.exercise
        found: set[str] = set()
        while waiting:
            name = waiting.pop()
            if name in found or name not in known or not self._is_meant_for(known[name]):
                continue
            found.add(name)
            if name not in self.covered:
                waiting.extend(known[name].requires)
        return {item.id: item for item in self.person.curriculum.exercises if item.id in found}

    def _is_meant_for(self, exercise: Exercise) -> bool:
        return _is_meant(exercise, self._background)


def _is_meant(exercise: Exercise, background: str | None) -> bool:
    """Tell whether an exercise is asked of people with this background at all."""
    return not exercise.retired and (
        exercise.background is None or background is None or exercise.background == background
    )


def _serving(exercises: Iterable[Exercise], level: int) -> list[Exercise]:
    """List what a need of a skill at a level asks for: the core up to it, and the rest of levels that have no core."""
    exercises = tuple(exercises)
    with_core = {exercise.level for exercise in exercises if exercise.core}
    return [
        exercise
        for exercise in exercises
        if exercise.level <= level
        and (
            exercise.core
            or (exercise.level >= FIRST_LEVEL_WITHOUT_CORE and exercise.level not in with_core)
        )
    ]


def ordered(
    todo: Mapping[str, Exercise], *, first: Sequence[str], weights: Mapping[str, float]
) -> list[tuple[Exercise, float]]:
    """Put exercises in the order in which they are to be done, each with its chain in hours.

    The move's `first` come first, their prerequisites before them. Then a serial schedule: of what is ready, the
    largest remaining chain in hours × the weight of the skill, then the curriculum's order; not the skill of the
    one before where another skill is within 20 %.
    """
    chains = _chains(todo)
    queue = _Queue(todo, chains, weights)
    for name in _with_prerequisites(first, todo):
        queue.take(name)
    while queue.has_more:
        queue.take(queue.best())
    return [(todo[name], chains[name]) for name in queue.taken]


def _chains(todo: Mapping[str, Exercise]) -> dict[str, float]:
    """Compute, per exercise, the longest chain in hours from it through what requires it."""
    dependants: dict[str, list[str]] = {name: [] for name in todo}
    open_needs: dict[str, int] = dict.fromkeys(todo, 0)
    for name, exercise in todo.items():
        for needed in set(exercise.requires) & todo.keys():
            dependants[needed].append(name)
    for names in dependants.values():
        for name in names:
            open_needs[name] += 1
    topological = [name for name, count in open_needs.items() if not count]
    for name in topological:
        for dependant in dependants[name]:
            open_needs[dependant] -= 1
            if not open_needs[dependant]:
                topological.append(dependant)
    chains: dict[str, float] = {}
    for name in reversed(topological):
        longest = max((chains[dependant] for dependant in dependants[name]), default=0.0)
        chains[name] = todo[name].mean_hours + longest
    return chains


def _with_prerequisites(names: Sequence[str], todo: Mapping[str, Exercise]) -> list[str]:
    order: dict[str, None] = {}
    for name in names:
        stack = [name] if name in todo else []
        while stack:
            waiting = [
                needed
                for needed in todo[stack[-1]].requires
                if needed in todo and needed not in order
            ]
            if waiting:
                stack.extend(waiting)
            else:
                order[stack.pop()] = None
    return list(order)


class _Queue:
    """What is ready to be done: one heap per skill, so that the best of another skill is at hand."""

    def __init__(
        self,
        todo: Mapping[str, Exercise],
        chains: Mapping[str, float],
        weights: Mapping[str, float],
    ) -> None:
        self._todo = todo
        self._value = {name: chains[name] * weights.get(todo[name].skill, 1.0) for name in todo}
        self._place = {name: place for place, name in enumerate(todo)}
        self._waits = {
            name: len(set(exercise.requires) & todo.keys()) for name, exercise in todo.items()
        }
        self._opens: dict[str, list[str]] = {}
        for name, exercise in todo.items():
            for needed in set(exercise.requires) & todo.keys():
                self._opens.setdefault(needed, []).append(name)
        self._ready: dict[str, list[tuple[float, int, str]]] = {}
        self._previous: str | None = None
        self.taken: dict[str, None] = {}
        for name, count in self._waits.items():
            if not count:
                self._make_ready(name)

    @property
    def has_more(self) -> bool:
        return len(self.taken) < len(self._todo)

    def _make_ready(self, name: str) -> None:
        heap = self._ready.setdefault(self._todo[name].skill, [])
        heappush(heap, (-self._value[name], self._place[name], name))

    def best(self) -> str:
        """Name the ready exercise whose turn it is."""
        tops = []
        for heap in self._ready.values():
            while heap and heap[0][2] in self.taken:
                heappop(heap)
            if heap:
                tops.append(heap[0])
        tops.sort()
        value, _, name = tops[0]
        if (
            self._todo[name].skill == self._previous
            and len(tops) > 1
            and tops[1][0] <= value * CLOSE_ENOUGH
        ):
            return tops[1][2]
        return name

    def take(self, name: str) -> None:
        self.taken[name] = None
        self._previous = self._todo[name].skill
        for opened in self._opens.get(name, ()):
            self._waits[opened] -= 1
            if not self._waits[opened] and opened not in self.taken:
                self._make_ready(opened)


def tasks_of(
    person: Person,
    order: Iterable[tuple[Exercise, float]],
    *,
    covered: frozenset[str],
    put_off: set[str],
    waiting: set[str],
    weights: Mapping[str, float],
) -> tuple[Task, ...]:
    """Say how each exercise stands: what is begun first, then what waits for a role, and what is put off last.

    What requires something that is put off is put off with it, and what requires something that waits waits with it;
    both sets grow by that, so that the next stage knows.
    """
    tasks = []
    for exercise, chain in order:
        state = _state(person, exercise, covered, put_off)
        if state == "deferred":
            put_off.add(exercise.id)
        if state in ("finished", "covered"):
            waiting.discard(exercise.id)
        elif not waiting.isdisjoint(exercise.requires):
            waiting.add(exercise.id)
        tasks.append(
            Task(
                exercise=exercise,
                state=state,
                hours_left=0.0 if state == "covered" else person.hours_left(exercise.id),
                chain_hours=chain,
                weight=weights.get(exercise.skill, 1.0),
                waits=exercise.id in waiting,
            )
        )
    return tuple(sorted(tasks, key=lambda task: _rank(task, person, covered)))


def _rank(task: Task, person: Person, covered: frozenset[str]) -> tuple[int, int]:
    """Bring forward what is begun, the first begun before the rest, unless something it requires is still ahead."""
    if task.state == "deferred":
        return 3, 0
    if task.waits:
        return 2, 0
    begun = task.state == "started" and not any(
        _is_ahead(name, person, covered) for name in task.exercise.requires
    )
    return (0, person.worked[task.exercise.id][0].on.toordinal()) if begun else (1, 0)


def _is_ahead(name: str, person: Person, covered: frozenset[str]) -> bool:
    exercise = person.curriculum.exercise.get(name)
    if exercise is None or name in person.finished or name in covered:
        return False
    return _is_meant(exercise, person.background)


def _state(person: Person, exercise: Exercise, covered: frozenset[str], put_off: set[str]) -> State:
    if exercise.id in person.finished:
        return "finished"
    if exercise.id in covered:
        return "covered"
    if exercise.id in person.deferred or not put_off.isdisjoint(exercise.requires):
        return "deferred"
    return "started" if exercise.id in person.worked else "open"


def weights_of(curriculum: Curriculum, role: Role, extra: Mapping[str, float]) -> dict[str, float]:
    """Multiply the role's weights of skills with the background's."""
    return {
        skill.id: role.weights.get(skill.id, 1.0) * extra.get(skill.id, 1.0)
        for skill in curriculum.skills
        if skill.id in role.weights or skill.id in extra
    }
