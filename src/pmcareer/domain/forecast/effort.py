"""What the stages of a route ask to be studied: hours, what can't be hurried, what was put off."""

from collections.abc import Sequence
from math import sqrt

from pmcareer.domain.forecast.simulation import LegWork
from pmcareer.domain.person.person import Person
from pmcareer.domain.roadmap.stages import Stage
from pmcareer.domain.roadmap.workplan import Task

OPEN_AT_ONCE = 3
"""What spans weeks runs beside other work from when what it requires is done, but no more than three at a time."""


def work_of(person: Person, stages: Sequence[Stage]) -> list[LegWork]:
    """Add up what is left until the end of each stage, and what can't be hurried in it."""
    hours = variance = side_by_side = 0.0
    spans: list[tuple[float, float]] = []
    late: list[tuple[float, float]] = []
    work = []
    done_at: dict[str, float] = {}
    chains = span_chains([task for stage in stages for task in stage.tasks])
    for stage in stages:
        for task in stage.tasks:
            if not task.is_todo:
                continue
            done_at[task.exercise.id] = hours + task.hours_left
            span = _span_left(person, task, chains.get(task.exercise.id, 0.0))
            begun = max((done_at.get(name, 0.0) for name in task.exercise.requires), default=0.0)
            spans.append((begun, span))
            side_by_side += _span_left(person, task, task.exercise.span_days)
            until = person.deferred.get(task.exercise.id)
            if until:
                late += [
                    ((until - person.today).days, task.hours_left),
                    ((until - person.today).days + span, 0.0),
                ]
            hours += task.hours_left
            variance += (task.exercise.sd_hours * task.hours_left / task.exercise.mean_hours) ** 2
        work.append(
            LegWork(
                hours_until_here=hours,
                sd_until_here=sqrt(variance),
                standing_hours=sum(
                    task.hours_left for task in stage.tasks if task.exercise.id in stage.waiting
                ),
                spans=_binding([*spans, (0.0, side_by_side / OPEN_AT_ONCE)]),
                not_before=tuple(late),
            )
        )
    return work


def _span_left(person: Person, task: Task, chain_days: float) -> float:
    """Give the span days that are still ahead: an exercise begun some days ago has served them."""
    worked = person.worked.get(task.exercise.id)
    served = (person.today - worked[0].on).days if worked else 0
    return chain_days - min(served, task.exercise.span_days)


def span_chains(tasks: Sequence[Task]) -> dict[str, float]:
    """Give, per exercise, the least days from its start to the end of the chain of spans that begins with it."""
    todo = {task.exercise.id: task.exercise for task in tasks if task.is_todo}
    chains: dict[str, float] = {}
    for exercise in reversed(list(todo.values())):
        chains[exercise.id] = max(chains.get(exercise.id, 0.0), 0.0) + exercise.span_days
        for needed in exercise.requires:
            if needed in todo:
                chains[needed] = max(chains.get(needed, 0.0), chains[exercise.id])
    return {name: days for name, days in chains.items() if days}


def _binding(spans: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """Keep the spans that no other one both starts after and outlasts."""
    kept: list[tuple[float, float]] = []
    for hours, span in sorted(spans, reverse=True):
        if span > 0 and (not kept or span > kept[-1][1]):
            kept.append((hours, span))
    return tuple(kept)
