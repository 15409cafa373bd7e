"""What the stages of a route ask to be studied: hours, what can't be hurried, what is put off."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import sqrt

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.person import Person
from pmcareer.domain.roadmap.search import hours_until_search
from pmcareer.domain.roadmap.stages import Stages, todo_in
from pmcareer.domain.roadmap.workplan import Task

OPEN_AT_ONCE = 3
"""What spans weeks runs beside other work, but no more than three at a time."""
Span = tuple[float, float]
"""(hours before an exercise starts, least days from its start to the end of its chain)."""


@frozen
class LegWork:
    """What a leg asks to be studied, in credited hours."""

    hours_until_here: float
    """All that is left in this leg and the legs before it."""
    sd_until_here: float
    standing_hours: float
    """The part that opens only when the leg's from-role is reached."""
    search_hours: float = 0.0
    """What is left until the leg's search may begin; 0 where enough of the leg is done."""
    standing_before_search: float = 0.0
    """The part of these that opens only when the leg's from-role is reached."""
    spans: tuple[Span, ...] = ()
    """(hours before the exercise starts, least days from its start to the end of its chain)."""
    not_before: tuple[tuple[float, float], ...] = ()
    """(days until something put off may begin, its hours)."""

    def part(self, hours: float) -> float:
        """Say which part of all that is left until here some of its hours are."""
        return hours / self.hours_until_here if hours else 0.0

    def ahead_by(self, hours: float) -> "LegWork":
        """Return what would be left if so many more hours of it were done; spans stay."""
        if not self.hours_until_here:
            return self
        left = max(0.0, self.hours_until_here - hours)
        return replace(
            self,
            hours_until_here=left,
            sd_until_here=self.sd_until_here * self.part(left),
            standing_hours=min(self.standing_hours, left),
            search_hours=max(0.0, self.search_hours - hours),
            standing_before_search=min(self.standing_before_search, left),
            spans=tuple((max(0.0, before - hours), span) for before, span in self.spans),
        )


def work_of(person: Person, stages: Stages) -> list[LegWork]:
    """Add up what is left until the end of each stage, and what can't be hurried in it."""
    so_far = _SoFar(person, span_chains(stages), _days_served(person))
    work = []
    for stage in stages:
        before, enough = so_far.hours, hours_until_search(stage)
        for task in stage.todo:
            so_far.add(task)
        waiting = [task.hours_left for task in stage.tasks if task.exercise.id in stage.waiting]
        # Of 100 hours 50 wait for the role's office. Sixty are enough: 10 of them lie in the role.
        at_once = so_far.hours - before - sum(waiting)
        side_by_side = (0.0, so_far.span_days / OPEN_AT_ONCE)
        work.append(
            LegWork(
                hours_until_here=so_far.hours,
                sd_until_here=sqrt(so_far.variance),
                standing_hours=sum(waiting),
                search_hours=before + enough if enough else 0.0,
                standing_before_search=max(0.0, enough - at_once),
                spans=_binding([*so_far.spans, side_by_side]),
                not_before=tuple(so_far.put_off),
            )
        )
    return work


@dataclass(slots=True, eq=False, repr=False)
class _SoFar:
    """What is left on the way, added up in the order in which it is to be done."""

    person: Person
    chains: Mapping[str, float]
    served: Mapping[str, float]
    hours: float = 0.0
    variance: float = 0.0
    span_days: float = 0.0
    """The days of all spans, one after the other."""
    spans: list[Span] = field(default_factory=list)
    put_off: list[tuple[float, float]] = field(default_factory=list)
    done_at: dict[str, float] = field(default_factory=dict)
    """The hours after which an exercise is done."""

    def add(self, task: Task) -> None:
        # After 10 hours of other work comes an exercise of 4 hours over 28 days, and 20 hours on
        # another of 35 days that requires it. The first can begin at once, since it requires
        # nothing: (0 hours, 28 + 35 days); the second after 14 hours: (14 hours, 35 days).
        exercise = task.exercise
        served = self.served.get(exercise.id, 0)
        span = self.chains.get(exercise.id, 0.0) - served
        if span > 0:
            begun = max([self.done_at.get(name, 0.0) for name in exercise.requires], default=0.0)
            self.spans.append((begun, span))
        self.span_days += exercise.span_days - served
        if exercise.id in self.person.deferred:
            self._put_off(task, span)
        self.hours += task.hours_left
        self.done_at[exercise.id] = self.hours
        self.variance += (exercise.sd_hours * task.hours_left / exercise.mean_hours) ** 2

    def _put_off(self, task: Task, span: float) -> None:
        days = (self.person.deferred[task.exercise.id] - self.person.today).days
        self.put_off += [(days, task.hours_left), (days + span, 0.0)]


def _days_served(person: Person) -> dict[str, float]:
    """Tell how many days of its own span each exercise has served since it was begun."""
    served: dict[str, float] = {}
    for name, worked in person.worked.items():
        exercise = person.curriculum.exercise.get(name)
        if exercise:
            served[name] = min((person.today - worked[0].on).days, exercise.span_days)
    return served


def span_chains(stages: Stages) -> dict[str, float]:
    """Find the least days from the start of each exercise to the end of the spans behind it."""
    todo = {task.exercise.id: task.exercise for task in todo_in(stages)}
    chains: dict[str, float] = {}
    for exercise in reversed(todo.values()):
        chain = chains.get(exercise.id, 0.0) + exercise.span_days
        if not chain:
            continue
        chains[exercise.id] = chain
        for needed in exercise.requires:
            if needed in todo:
                chains[needed] = max(chains.get(needed, 0.0), chain)
    return chains


def _binding(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Keep the spans that no other one both starts after and outlasts."""
    kept: list[Span] = []
    longest = 0.0
    for hours, span in sorted(spans, reverse=True):
        if span > longest:
            kept.append((hours, span))
            longest = span
    return tuple(kept)
