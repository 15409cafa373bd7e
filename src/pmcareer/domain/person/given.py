"""What somebody's answers change, put together: the one place where effects are reckoned."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from math import prod
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.entries import Entry
from pmcareer.domain.person.picked import Picked, picked_of, words_of

if TYPE_CHECKING:
    from pmcareer.domain.curriculum.answers import Effects

ThreeMonths = tuple[float, float, float]
"""Least, likely, most."""


@frozen
class Given:
    """The answers that count on a day, and what they come to together."""

    answers: tuple[Picked, ...] = ()

    @cached_property
    def effects(self) -> "tuple[Effects, ...]":
        """What each of them changes."""
        return tuple(each.effects for each in self.answers)

    @cached_property
    def levels(self) -> Mapping[str, int]:
        """Levels taken for granted, of several that speak of a skill the highest."""
        levels: dict[str, int] = {}
        for each in self.effects:
            for skill, level in each.levels.items():
                levels[skill] = max(level, levels.get(skill, 0))
        return levels

    def stands_at(self, role: str) -> Mapping[str, int]:
        """Tell the levels that holding a role is taken for, where an answer says them."""
        levels: dict[str, int] = {}
        for each in self.effects:
            levels.update(each.stands.get(role, {}))
        return levels

    def listed(self, field: str) -> tuple[str, ...]:
        """List the ids that the effects of one kind name, each once."""
        names: dict[str, None] = {}
        for each in self.effects:
            names.update(dict.fromkeys(getattr(each, field)))
        return tuple(names)

    @property
    def minutes(self) -> int | None:
        """The most minutes to propose for a day; None where no answer says."""
        return min(filter(None, map(attrgetter("minutes"), self.effects)), default=None)

    def search(self, months: ThreeMonths) -> ThreeMonths:
        """Stretch the months of a search for a post."""
        return self._taken(months, self._factor("search"))

    def detour_search(self, months: ThreeMonths) -> ThreeMonths:
        """Stretch the months of a search for a post that one comes back from."""
        return self._taken(months, self._factor("search") * self._factor("detours"))

    def gate(self, months: ThreeMonths) -> ThreeMonths:
        """Stretch the months that others take to open a gate."""
        return self._taken(months, self._factor("gates"))

    def _factor(self, field: str) -> float:
        factors: Iterable[float] = map(attrgetter(field), self.effects)
        return prod(factors)

    def _taken(self, months: ThreeMonths, times: float) -> ThreeMonths:
        """Take so many times the months, and spread them around the likely one."""
        # From 2 to 8 months, likely 4, taken 1.5 times: 3, 6, 12. Twice as wide: 0, 6, 18.
        width = self._factor("width")
        if times == width == 1:
            return months
        least, likely, most = (times * each for each in months)
        return max(0.0, likely - width * (likely - least)), likely, likely + width * (most - likely)


def given_of(
    curriculum: Curriculum, entries: Iterable[Entry], says: Mapping[str, Any], today: date
) -> Given:
    """Find the answers that count on a day: those picked, then the words of the profile."""
    picked = picked_of(curriculum, entries)
    counting = [each for each in picked if each.counts_on(today)]
    return Given(answers=(*counting, *words_of(curriculum, says, counting)))
