"""Exercises said to be asked for since an edition that can't be, or that is still to come."""

from collections.abc import Iterator

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.edition import comes_before, numbers_in
from pmcareer.domain.curriculum.items import Exercise
from pmcareer.domain.curriculum.links import Finding, Said, findings


def edition_problems(curriculum: Curriculum) -> Iterator[Finding]:
    """Find what `core_since` says and nothing can be told by."""
    yield from findings(curriculum, ("exercises",), _Editions(curriculum).mistaken)


class _Editions:
    """Compares editions with the one that the curriculum calls itself."""

    def __init__(self, curriculum: Curriculum) -> None:
        # What is laid over another has that one's editions too, and numbers of its own.
        self._version = "" if curriculum.extends else curriculum.version

    def mistaken(self, exercise: Exercise) -> Said:
        since = exercise.core_since
        if since is None:
            return
        if not numbers_in(since):
            message = f"'{since}' has no number, so nobody knows what came before it."
            yield "core_since", message, "Number your versions: 2026.1, 2026.2."
        elif comes_before(self._version, since):
            message = f"'{since}' is later than version '{self._version}' of this curriculum."
            yield "core_since", message, "Name the edition that first asked for it."
