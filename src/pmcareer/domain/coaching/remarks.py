"""What is unusual about an entry, and worth saying."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import chain

from pmcareer.domain.curriculum.items import Exercise
from pmcareer.domain.ground.calendar import day_in_words, on_day_in_words
from pmcareer.domain.logbook.entries import Did, Entry, Finished, Worked
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.steps import confirmations_of, open_before, step_log
from pmcareer.domain.plan.past_estimate import overrun_of
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.plan.today import MOST_BEGUN
from pmcareer.domain.roadmap.evidence import on_paper

TWICE = "Finished before, on {}: it counts once for the plan, both times as evidence."
NO_DATES = (
    "So no date is told; say one that there is: pmcareer profile --role ROLE, or --target ROLE."
)


def remarks_on(person: Person, entry: Entry, planner: Planner, after: Person) -> tuple[str, ...]:
    """Say what is unusual about an entry; nothing of it is refused."""
    if no_plan := planner.why_no_plan:
        # What was done is done, whichever curriculum the role is from: only its dates are missing.
        return (f"{no_plan} {NO_DATES}",)
    if isinstance(entry, Did) and entry.gate:
        return tuple(_on_gate(person, entry.gate, planner))
    if isinstance(entry, Did):
        return tuple(_on_step(person, entry))
    if not isinstance(entry, Finished | Worked):
        return ()
    exercise = person.curriculum.exercise[entry.exercise]
    remarks = [_what_is_open_before(exercise, planner)]
    if isinstance(entry, Finished):
        remarks.append(_when_finished_before(person, exercise))
        last = _too_soon(person, exercise, entry)
    else:
        last = _one_of_many(person, exercise)
    remarks += [_out_of_plan(exercise, planner), last, overrun_of(after, exercise.id)]
    return tuple(filter(None, remarks))


def _on_gate(person: Person, gate: str, planner: Planner) -> Iterator[str]:
    """Say who confirmed a gate before, and whether it is one of the plan."""
    for other in confirmations_of(person, gate)[:1]:
        when = on_day_in_words(other.on, person.today)
        yield f"Met before, {when}, as {other.whom or 'somebody'} said."
    planned = chain.from_iterable(leg.gates for leg in planner.recommended.route.legs)
    asked = (*planned, *on_paper(person, planner.target))
    if gate not in {status.gate.id for status in asked}:
        yield "It is no gate of your plan; it is kept all the same."


def _on_step(person: Person, entry: Did) -> Iterator[str]:
    """Say what a step builds on, and when it was done before."""
    step = person.curriculum.step[entry.step or ""]
    ahead = open_before(person, step)
    if ahead:
        yield f"It builds on {', '.join(ahead)}, still open."
    before = step_log(person, step).done_on
    # Who asks somebody else, or tells an answer, does nothing unusual.
    if before and step.again is None and not (entry.whom or entry.outcome or entry.begun):
        yield f"Done before, {on_day_in_words(before[-1], person.today)}: it counts once."


def _what_is_open_before(exercise: Exercise, planner: Planner) -> str:
    ahead = [name for name in exercise.requires if not planner.is_done(name)]
    if not ahead:
        return ""
    return f"It builds on {', '.join(ahead)}, still open."


def _when_finished_before(person: Person, exercise: Exercise) -> str:
    times = person.finished.get(exercise.id)
    if not times:
        return ""
    return TWICE.format(day_in_words(times[0].on))


def _out_of_plan(exercise: Exercise, planner: Planner) -> str:
    for stage in planner.recommended.stages:
        if any(task.exercise.id == exercise.id for task in stage.tasks):
            return ""
    return "It is not in your plan; it counts for its skill all the same."


def _too_soon(person: Person, exercise: Exercise, entry: Entry) -> str:
    if exercise.id not in person.worked or not exercise.span_days:
        return ""
    begun = person.worked[exercise.id][0].on
    earliest = begun + timedelta(days=exercise.span_days)
    if entry.on >= earliest:
        return ""
    since, end = on_day_in_words(begun, person.today), day_in_words(earliest, person.today)
    return f"It was begun {since} and spans {exercise.span_days} days, to {end}."


def _one_of_many(person: Person, exercise: Exercise) -> str:
    begun = person.worked.keys() - person.finished.keys()
    is_new = exercise.id not in {*person.worked, *person.finished}
    if not is_new or len(begun) < MOST_BEGUN:
        return ""
    return f"{len(begun) + 1} are begun now: finish one before you take up another."
