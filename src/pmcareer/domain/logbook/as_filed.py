"""Entries in the order of a file; what is asked of them again and again is found once."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from itertools import compress
from operator import attrgetter
from typing import Any, TypeGuard, TypeVar

from pmcareer.domain.ground.grouping import grouped
from pmcareer.domain.logbook.entries import Did, Entry, Finished, Practised, Worked

AnEntry = TypeVar("AnEntry", bound=Entry)
OnExercise = TypeVar("OnExercise", Finished, Worked)
Study = Finished | Worked
"""Work on exercises."""
_ON = attrgetter("on")


class Entries(tuple[Entry, ...]):  # noqa: SLOT001 -- it keeps what was found
    """What happened, as the file has it."""

    def of_kind(self, kind: type[AnEntry]) -> tuple[AnEntry, ...]:
        """List the entries of one kind, in their order."""
        found: tuple[AnEntry, ...] = self._by_kind.get(kind, ())
        return found

    def by_exercise(self, kind: type[OnExercise]) -> Mapping[str, tuple[OnExercise, ...]]:
        """Group the entries of one kind by the exercise that they name, earliest first."""
        if kind not in self._by_exercise:
            times = grouped(self.of_kind(kind), attrgetter("exercise"))
            self._by_exercise[kind] = {name: earliest_first(each) for name, each in times.items()}
        found: Mapping[str, tuple[OnExercise, ...]] = self._by_exercise[kind]
        return found

    @cached_property
    def work(self) -> tuple[Entry, ...]:
        """The entries of work and practice, in their order; a step is work where it has minutes."""
        return tuple(filter(_is_work, self))

    @cached_property
    def study(self) -> tuple[Study, ...]:
        """The entries of work on exercises, in their order."""
        return tuple(filter(_is_study, self))

    def without(self, kind: type[Entry]) -> "Entries":
        """Leave out the entries of one kind."""
        if not self.of_kind(kind):
            return self
        return Entries(entry for entry in self if not isinstance(entry, kind))

    @cached_property
    def first_written(self) -> date | None:
        """The earliest day on which one of them was written.

        An entry without an instant, from an editor, was written on its own day: else the first one
        that `log` adds would make all those before it late.
        """
        return min(self.written_on, default=None)

    @cached_property
    def written_on(self) -> tuple[date, ...]:
        """The day on which each was written."""
        return tuple(entry.written_on for entry in self)

    def done_by(self, day: date) -> "Entries":
        """Keep what had happened by a day."""
        # Those who lose none are the same: what was found of them need not be found again.
        if day >= self._last_done:
            return self
        return Entries(entry for entry in self if entry.on <= day)

    def written_by(self, day: date) -> "Entries":
        """Keep what had been written by a day."""
        if day >= self._last_written:
            return self
        return Entries(compress(self, (each <= day for each in self.written_on)))

    @cached_property
    def _last_done(self) -> date:
        return max(map(_ON, self), default=date.min)

    @cached_property
    def _last_written(self) -> date:
        return max(self.written_on, default=date.min)

    @cached_property
    def _by_kind(self) -> Mapping[type[Entry], tuple[Any, ...]]:
        return {kind: tuple(each) for kind, each in grouped(self, type).items()}

    @cached_property
    def _by_exercise(self) -> dict[type[Entry], Mapping[str, tuple[Any, ...]]]:
        return {}


def _is_work(entry: Entry) -> bool:
    if isinstance(entry, Did):
        return entry.minutes is not None
    return isinstance(entry, Practised) or _is_study(entry)


def _is_study(entry: Entry) -> TypeGuard[Study]:
    # Who only says what is left of an exercise has not worked on it.
    return isinstance(entry, Study) and entry.minutes != 0


def earliest_first(entries: list[AnEntry]) -> tuple[AnEntry, ...]:
    """Order entries by their days; those of one day stay as they are."""
    return tuple(sorted(entries, key=_ON))
