"""Entries in the order of a file; what is asked of them again and again is found once."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from itertools import compress
from operator import attrgetter
from typing import Any, TypeVar

from pmcareer.domain.ground.grouping import grouped
from pmcareer.domain.logbook.entries import Did, Entry, Finished, Practised, Worked

AnEntry = TypeVar("AnEntry", bound=Entry)
OnExercise = TypeVar("OnExercise", Finished, Worked)
Study = Finished | Worked
"""Work on exercises."""
# Of a Record `isinstance` is slow to say no, and a logbook has thousands.
STUDY = frozenset((Finished, Worked))
_ON = attrgetter("on")


class Entries(tuple[Entry, ...]):  # noqa: SLOT001 -- it keeps what was found
    """What happened, as the file has it."""

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The day of each."""
        return tuple(map(_ON, self))

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
        return tuple(compress(self, self._is_work))

    @cached_property
    def work_days(self) -> tuple[date, ...]:
        """The day of each of `work`."""
        return tuple(compress(self.days, self._is_work))

    def work_since(self, day: date) -> Iterable[Entry]:
        """Go through the entries of work and practice from a day on."""
        return compress(self.work, map(day.__le__, self.work_days))

    @cached_property
    def study(self) -> tuple[Study, ...]:
        """The entries of work on exercises, in their order."""
        study: Iterable[Any] = compress(self, self._is_study)
        return tuple(study)

    @cached_property
    def study_days(self) -> tuple[date, ...]:
        """The day of each of `study`."""
        return tuple(compress(self.days, self._is_study))

    def study_since(self, day: date) -> Iterable[Study]:
        """Go through the entries of work on exercises from a day on."""
        return compress(self.study, map(day.__le__, self.study_days))

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
        return tuple([entry.written_on for entry in self])

    def done_by(self, day: date) -> "Entries":
        """Keep what had happened by a day."""
        # Those who lose none are the same: what was found of them need not be found again.
        if day >= self._last_done:
            return self
        return self._those(map(day.__ge__, self.days))

    def written_by(self, day: date) -> "Entries":
        """Keep what had been written by a day."""
        if day >= self._last_written:
            return self
        return self._those(map(day.__ge__, self.written_on))

    def not_written_on(self, day: date) -> "Entries":
        """Leave out what was written on a day."""
        return self._those(map(day.__ne__, self.written_on))

    def _those(self, are_kept: Iterable[bool]) -> "Entries":
        """Keep some of them, and what is known of each."""
        kept = tuple(are_kept)
        some = Entries(compress(self, kept))
        some.days = tuple(compress(self.days, kept))
        some.written_on = tuple(compress(self.written_on, kept))
        some._is_study = tuple(compress(self._is_study, kept))
        return some

    @cached_property
    def _last_done(self) -> date:
        return max(self.days, default=date.min)

    @cached_property
    def _last_written(self) -> date:
        return max(self.written_on, default=date.min)

    @cached_property
    def _is_work(self) -> tuple[bool, ...]:
        return tuple(
            [
                is_study or type(entry) is Practised or _is_timed_step(entry)
                for is_study, entry in zip(self._is_study, self, strict=True)
            ]
        )

    @cached_property
    def _is_study(self) -> tuple[bool, ...]:
        # Who only says what is left of an exercise has not worked on it.
        return tuple(map(_is_study, self))

    @cached_property
    def _by_kind(self) -> Mapping[type[Entry], tuple[Any, ...]]:
        return {kind: tuple(each) for kind, each in grouped(self, type).items()}

    @cached_property
    def _by_exercise(self) -> dict[type[Entry], Mapping[str, tuple[Any, ...]]]:
        return {}


def _is_study(entry: Any) -> bool:  # noqa: ANN401 -- an entry, of any kind
    return type(entry) in STUDY and entry.minutes != 0


def _is_timed_step(entry: Entry) -> bool:
    return type(entry) is Did and entry.minutes is not None


def earliest_first(entries: list[AnEntry]) -> tuple[AnEntry, ...]:
    """Order entries by their days; those of one day stay as they are."""
    return tuple(sorted(entries, key=_ON) if len(entries) > 1 else entries)
