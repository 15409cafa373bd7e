"""What is logged of the job search."""

from pmcareer.domain.curriculum.steps import Step
from pmcareer.domain.ground.vocabulary import JobStepCount
from pmcareer.domain.logbook.entries import Did
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.steps import entries_of, step_log, steps_logged


def logged_of(person: Person, step: Step) -> list[Did]:
    """List how often a step was done, under any id that it ever had."""
    return list(step_log(person, step).done)


def is_searching(person: Person) -> bool:
    """Tell whether anything of the search is logged, done or only begun."""
    # Most people log none on most days: the table of steps need not be read for them.
    if not any(steps_logged(person)):
        return False
    return any(entries_of(person, step) for step in person.curriculum.job_steps)


def times_logged(person: Person, count: JobStepCount) -> int:
    """Count what was logged of the steps that count as this."""
    if any(steps_logged(person)):
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
