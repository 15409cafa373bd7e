"""What somebody has put off, and until when."""

from collections.abc import Iterator
from datetime import date
from operator import attrgetter

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.steps import step_log


@frozen
class PutOff:
    """An exercise or a step that is not for now."""

    kind: str
    """exercise or step."""
    id: str
    until: date
    """The day on which it is back."""


def put_off_of(person: Person) -> tuple[PutOff, ...]:
    """List what is put off, what is back first first; what was done since is not."""
    found = (*_exercises(person), *_steps(person))
    return tuple(sorted(found, key=attrgetter("until", "id")))


def _exercises(person: Person) -> Iterator[PutOff]:
    for name, until in person.deferred.items():
        if name not in person.finished:
            yield PutOff(kind="exercise", id=name, until=until)


def _steps(person: Person) -> Iterator[PutOff]:
    for name in person.steps_put_off:
        step = person.curriculum.step.get(name)
        until = step_log(person, step).put_off_until if step else None
        if until is not None:
            yield PutOff(kind="step", id=name, until=until)
