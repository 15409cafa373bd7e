"""Work on exercises that the curriculum does not know: a logbook beside somebody else's."""

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.person import Person


@frozen
class UnknownWork:
    """Exercises that were worked on and that nothing is known of, of all that were."""

    names: tuple[str, ...]
    total: int

    @property
    def is_most(self) -> bool:
        """Tell whether the logbook is another curriculum's rather than a little out of date."""
        # Two retired ids of forty are for doctor to name; 39 of 40 are a wrong file.
        return 2 * len(self.names) > self.total


def unknown_work(person: Person) -> UnknownWork:
    """Count the exercises finished or begun, and name those that the curriculum does not have."""
    begun = {**person.finished, **person.worked}
    names = tuple(name for name in begun if name not in person.curriculum.exercise)
    return UnknownWork(names=names, total=len(begun))
