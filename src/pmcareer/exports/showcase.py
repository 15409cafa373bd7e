"""What a page to show rests on: a record, its levels, and the plan where there can be one."""

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.person import Person
from pmcareer.domain.plan.earned import EarnedValue
from pmcareer.exports.record import Record
from pmcareer.exports.way import Way

WITH_NOTES = "--with-notes"
"""The option by which what is private goes out too."""


@frozen
class Showcase:
    """Somebody's record as others may see it."""

    record: Record
    way: Way | None = None
    why_no_way: str
    """ "" where there is one."""
    done: int = 0
    """Exercises of the route that are finished; prior learning is left out."""
    whole: int = 0
    """All of its exercises."""
    earned: EarnedValue | None = None
    with_notes: bool
    """Notes, lessons, answers and names go out too."""

    @property
    def person(self) -> Person:
        """Whose it is."""
        return self.record.person
