"""What is found going along a leg: when it begins, when one may apply, when and why it ends."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from functools import cached_property

from pmcareer.domain.forecast.effort import LegWork
from pmcareer.domain.forecast.per_trial import Days, minus
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.roadmap.routes import Leg

DaysOf = dict[str, Days]
"""Days of gates by their ids, or of detours by their keys."""
Contender = tuple[Sequence[str], Days]
"""What something may be the latest of, with its name in each trial."""


@frozen
class Effort:
    """When a leg's study is done by effort alone, and when enough of it for the search."""

    done: Days
    enough: Days


Efforts = dict[LegWork, Effort]
"""By what is to be studied, whichever way it is asked for on."""


@frozen
class LegTimes:
    """When a leg begins and ends, and what decided its end; days from today, per trial."""

    start: Days
    study: Days
    by_effort: Effort
    """When study is done, and enough of it for the search, where they wait for no role."""
    ready: Days
    """When one may apply."""
    search: Days | None
    """What the search takes from then on; None where nobody is asked."""
    finish: Days
    search_key: str
    makes_ready: Sequence[Contender]
    """What one is ready at the latest of, with its name in each trial, study left out."""
    decides: Sequence[Contender]
    """What the finish is the latest of, besides the search."""
    is_for_others: bool
    """Others decide when it ends."""
    gates: DaysOf
    detour_ready: DaysOf
    """When one may ask for each detour."""
    detour_search: DaysOf
    """What the search takes from then on."""
    detour_ends: DaysOf
    detour_gates: Mapping[str, Sequence[str]]
    """What each detour lasted for: a gate, or its own usual length."""
    away: Days
    """Days spent in detours for which one leaves the from-role."""
    in_detour: DaysOf

    @cached_property
    def in_role(self) -> Days:
        """Days spent in the from-role."""
        return minus(minus(self.finish, self.start), self.away)

    def decided_by(self, trial: int) -> str:
        """Name what decided the end in a trial; nothing where the leg took no time at all.

        Where the search ended last it is what made one ready for it, and the search itself only
        where it began because enough was studied, or with the leg.
        """
        end, ready = self.finish[trial], self.ready[trial]
        if end <= self.start[trial]:
            return ""
        over = ready if self.search is None else ready + self.search[trial]
        if over == end and ready > self.start[trial]:
            maker = name_at(self.makes_ready, trial, ready)
            if maker:
                return maker
        if over == end and over > ready:
            return self.search_key
        return name_at(self.decides, trial, end)

    def searched_last(self, trial: int) -> bool:
        """Tell whether the search ended last."""
        if self.search is None or not self.search[trial]:
            return False
        return self.ready[trial] + self.search[trial] == self.finish[trial]


def name_at(contenders: Sequence[Contender], trial: int, end: float) -> str:
    """Name the first that ends on a day of a trial; nothing where none does."""
    for names, days in contenders:
        if days[trial] == end:
            return names[trial]
    return ""


@frozen
class Gone:
    """A leg that was gone along after certain others, and what was gone along after it."""

    leg: Leg
    """Kept, for it is known by its identity."""
    times: LegTimes
    further: "Beginnings" = field(default_factory=dict)


Beginnings = dict[tuple[int, LegWork], Gone]
"""Legs that ways begin with, by their identity and their work."""
Walked = Sequence[LegTimes]
"""A route that was gone along, leg by leg."""
