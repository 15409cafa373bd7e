"""What is unusual about an entry, and worth saying."""

from datetime import timedelta

from pmcareer.domain.logbook.entries import Entry, Finished, Worked
from pmcareer.domain.person.person import Person
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.plan.today import MOST_BEGUN


def remarks_on(person: Person, entry: Entry, planner: Planner) -> tuple[str, ...]:
    """Say what is unusual about an entry; nothing of it is refused."""
    if not isinstance(entry, Finished | Worked):
        return ()
    exercise = person.curriculum.exercise[entry.exercise]
    remarks = []
    ahead = [
        name
        for name in exercise.requires
        if name not in person.finished and name not in planner.covered
    ]
    if ahead:
        remarks.append(f"It builds on {', '.join(ahead)}, still open.")
    times = person.finished.get(exercise.id, ())
    if times and isinstance(entry, Finished):
        remarks.append(
            f"Finished before, on {times[0].on}: it counts once for the plan, both times as evidence."
        )
    if not _is_in_plan(planner, exercise.id):
        remarks.append("It is not in your plan; it counts for its skill all the same.")
    begun = [name for name in person.worked if name not in person.finished]
    if (
        isinstance(entry, Worked)
        and exercise.id not in {*begun, *person.finished}
        and len(begun) >= MOST_BEGUN
    ):
        remarks.append(f"{len(begun) + 1} are begun now: finish one before you take up another.")
    worked = person.worked.get(exercise.id)
    if worked and isinstance(entry, Finished) and exercise.span_days:
        earliest = worked[0].on + timedelta(days=exercise.span_days)
        if entry.on < earliest:
            remarks.append(
                f"It was begun on {worked[0].on} and spans {exercise.span_days} days, to {earliest}."
            )
    return tuple(remarks)


def _is_in_plan(planner: Planner, exercise: str) -> bool:
    return any(
        task.exercise.id == exercise for stage in planner.recommended.stages for task in stage.tasks
    )
