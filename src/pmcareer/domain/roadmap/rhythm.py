"""What the order minds beside the length of chains: an easy beginning, and a mixture that lasts.

All of it is asked for by the curriculum: without its keys the order knows chains and levels alone.
"""

from collections.abc import Collection, Iterable, Sequence

from pmcareer.domain.curriculum.items import EASY_HOURS, Exercise, ExercisesById
from pmcareer.domain.ground.frozen import frozen

LONG_SPAN_DAYS = 14
"""An exercise that runs for so many days has a shorter one beside it."""


@frozen
class Rhythm:
    """Skills to spread over all that is to be done, and what of it nobody has to do any more."""

    skills: frozenset[str]
    covered: frozenset[str]

    def beat(self, todo: ExercisesById) -> "Beat":
        """Begin to count along an order of these exercises."""
        return Beat(self, self._gap(todo.values()))

    def counts(self, exercise: Exercise) -> bool:
        """Tell whether work is asked for, so that it has its place in the mixture."""
        return exercise.id not in self.covered

    def _gap(self, exercises: Iterable[Exercise]) -> float:
        """Find the hours from one exercise of these skills to the next, spread evenly."""
        # Of 300 hours 24 exercises are of these skills: at the latest every 12 hours one is due.
        hours, count = 0.0, 0
        for exercise in filter(self.counts, exercises):
            hours += exercise.mean_hours
            count += exercise.skill in self.skills
        return hours / (count + 1)


NO_RHYTHM = Rhythm(skills=frozenset(), covered=frozenset())
"""That of a curriculum that names no skills to spread: chains alone decide."""


class Beat:
    """Where an order is in its rhythm: what came last, and how long ago what is to be spread."""

    def __init__(self, rhythm: Rhythm, gap: float) -> None:
        self._rhythm = rhythm
        self._gap = gap
        self._hours = 0.0
        self._is_long = False

    def suits(self, exercise: Exercise) -> bool:
        """Tell whether an exercise may come now, if another one could come instead."""
        rhythm, is_due = self._rhythm, self._is_due(exercise)
        if not rhythm.skills or not rhythm.counts(exercise):
            return True
        # What is due is not kept waiting because it runs for weeks.
        if is_due:
            return exercise.skill in rhythm.skills
        return not (self._is_long and _runs_long(exercise))

    def _is_due(self, exercise: Exercise) -> bool:
        # Directly after one of these skills nothing is due, however long it takes what comes.
        return 0 < self._hours > self._gap - exercise.mean_hours

    def goes_on_with(self, exercise: Exercise) -> None:
        """Take an exercise into account."""
        if not self._rhythm.counts(exercise):
            return
        self._is_long = _runs_long(exercise)
        self._hours += exercise.mean_hours
        if exercise.skill in self._rhythm.skills:
            self._hours = 0.0


def _runs_long(exercise: Exercise) -> bool:
    return exercise.span_days >= LONG_SPAN_DAYS


def easiest(held: ExercisesById, first: Sequence[str], covered: Collection[str]) -> tuple[str, ...]:
    """Choose the exercise to begin with; none where nothing may be begun without more ado.

    One that the curriculum calls an opener, of at most four likely hours: those that the move names
    first before others, in its order. Where nothing of the sort is asked for, the shortest without
    a span and without the standing of a role. What has something before it is none.
    """
    asked = {name: item for name, item in held.items() if name not in covered}
    lowest = _lowest_levels(asked)
    fitting = []
    for place, item in enumerate(asked.values()):
        is_free = not (item.span_days or item.standing)
        if is_free and asked.keys().isdisjoint(item.requires):
            is_late = item.level > lowest[item.skill]
            fitting.append((*_ease(item, first, is_late=is_late), place, item.id))
    return tuple(name for *_, name in sorted(fitting)[:1])


def _lowest_levels(asked: ExercisesById) -> dict[str, int]:
    lowest: dict[str, int] = {}
    for item in asked.values():
        lowest[item.skill] = min(item.level, lowest.get(item.skill, item.level))
    return lowest


def _ease(
    exercise: Exercise, first: Sequence[str], *, is_late: bool
) -> tuple[bool, bool, int, float]:
    likely = exercise.hours[1]
    is_hard = not exercise.opener or likely > EASY_HOURS
    # Of what is easy, then of what is not, whatever is lowest of its skill; then what the move
    # names first, in its order. Behind it, and of what is hard, the shortest.
    wanted = (*first, exercise.id)
    return is_hard, is_late, is_hard or wanted.index(exercise.id), likely
