"""What is worked out once for all the days of one person."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, TypeVar

Answer = TypeVar("Answer")


class Shared:
    """Keeps each answer beside what it rests on: of the same there is one answer."""

    def __init__(self) -> None:
        self._answers: dict[Hashable, tuple[Any, Sequence[object]]] = {}

    def once(
        self, make: Callable[[], Answer], *values: Hashable, of: Sequence[object] = ()
    ) -> Answer:
        """Return what `make` returns, or what was made of the same before.

        `values` begin with the name of what is made, and are the same when they are equal. What
        takes long to compare, such as records and curricula, stands in `of`, and is the same when
        it is the very object; it is kept, so that nothing else ever gets its place in memory.
        """
        key = (values, *map(id, of))
        if key not in self._answers:
            self._answers[key] = make(), of
        found: Answer = self._answers[key][0]
        return found
