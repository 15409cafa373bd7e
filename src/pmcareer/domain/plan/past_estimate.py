"""What runs past its estimate, named: what it has taken, and what can be done about it."""

from pmcareer.domain.logbook.entries import Finished, Worked
from pmcareer.domain.person.person import Person
from pmcareer.domain.roadmap.stages import Stages, todo_in
from pmcareer.domain.words.amounts import time_typed

QUARTER = 15
"""Minutes to which what is left is rounded, at least one quarter of an hour."""


def overrun_of(person: Person, exercise: str) -> str:
    """Say that an exercise under way has run past its estimate; "" where it has not."""
    if not person.is_over(exercise):
        return ""
    credit = person.credit_of(exercise)
    left = QUARTER * max(1, round(60 * credit.effort_left / QUARTER))
    line = f"pmcareer log {exercise} --partial --left {time_typed(left)}"
    so_far = f"{_number(credit.taken)} of {_number(credit.mean)} h"
    return f"{so_far}: finish it, split it, or say what is left: {line}"


def overruns_in(person: Person, stages: Stages) -> tuple[str, ...]:
    """Name what of a route has run past its estimate, in the route's order."""
    found = (overrun_of(person, task.exercise.id) for task in todo_in(stages))
    return tuple(filter(None, found))


def longer_than_meant(before: Person, after: Person, entry: Finished | Worked) -> str:
    """Say how much longer than estimated an entry lets an exercise take, "" where it does not.

    For who has been faster than estimated so far, as long as estimated is longer too.
    """
    exercise = after.curriculum.now_called("exercises", entry.exercise)
    credit = after.credit_of(exercise)
    taken, mean = _number(credit.taken), _number(credit.mean)
    if exercise in after.finished:
        return _took_longer(before, after, exercise)
    if credit.taken > credit.mean:
        return f"it has taken {taken} h of {mean} estimated"
    if credit.expected > credit.mean:
        return f"it will take {_number(credit.expected)} h of {mean} estimated"
    return ""


def _took_longer(before: Person, after: Person, exercise: str) -> str:
    credit, was, usual = after.credit_of(exercise), before.credit_of(exercise), _usual(before)
    took = f"it took {_number(credit.taken)} h of {_number(credit.mean)} estimated"
    if credit.taken > credit.mean:
        return took
    if credit.taken > usual * credit.mean:
        return f"{took}, your others {usual:.2g} of theirs"
    if exercise in before.finished and credit.taken > was.taken:
        return f"{took}, and not {_number(was.taken)}"
    return ""


def _usual(person: Person) -> float:
    """Tell how long exercises took so far, as a part of their estimates."""
    taken, earned = person.taken_and_earned
    return taken / earned if earned else 1.0


def _number(hours: float) -> str:
    return f"{round(hours, 1):g}"
