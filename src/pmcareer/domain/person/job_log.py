"""What is logged of the job search."""

from pmcareer.domain.curriculum.steps import Step
from pmcareer.domain.ground.vocabulary import JobStepCount
from pmcareer.domain.logbook.entries import Did
from pmcareer.domain.logbook.logbook import of_kind
from pmcareer.domain.person.person import Person


def logged_of(person: Person, step: Step) -> list[Did]:
    """List what was logged of a step, under any id that it ever had."""
    names = {step.id, *step.replaces}
    return [entry for entry in of_kind(person.entries, Did) if entry.step in names]


def is_searching(person: Person) -> bool:
    """Tell whether anything of the search is logged."""
    return bool(of_kind(person.entries, Did))


def times_logged(person: Person, count: JobStepCount) -> int:
    """Count what was logged of the steps that count as this."""
    # Most people log none on most days: the table of steps need not be read for them.
    if is_searching(person):
        return sum(
            len(logged_of(person, step))
            for step in person.curriculum.job_steps
            if step.counts_as == count
        )
    return 0


def finished_as(person: Person, count: JobStepCount) -> dict[str, int]:
    """List the exercises that count as this, each with how often it was finished."""
    return {
        each.id: len(person.finished.get(each.id, ()))
        for each in person.curriculum.exercises
        if each.counts_as == count
    }
