"""What the gates of a leg lack in every trial: days of their work, and how fast they come."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf
from typing import NamedTuple

from pmcareer.domain.curriculum.gate import Gate
from pmcareer.domain.forecast.leg_times import LegTimes
from pmcareer.domain.forecast.per_trial import Days, minus, none_below_zero, plus, times
from pmcareer.domain.ground.calendar import DAYS_PER_MONTH
from pmcareer.domain.person.person import Person
from pmcareer.domain.roadmap.routes import Leg, months_a_month, share_for, share_in

Stretch = tuple[float, Days]
"""Days of a leg behind that count for a gate, and the part of each that does."""


@dataclass(slots=True, eq=False, repr=False)
class Lack:
    """What gates of a leg lack that ask for as many months, and to which the same posts give them.

    Most of a leg's gates are alike in this, and go through the trials as one.
    """

    days: Days
    """Days of its work that are still lacking."""
    in_role: float
    """Which part of a day in the from-role counts; 0 where none does."""
    longer: float
    """What a longer stay so far would give, where the role itself gives nothing."""
    in_detours: Sequence[float]
    """Which part of a day counts in each of the leg's detours."""
    opened: Days | None = None
    """The days on which a detour has given all it lacked; None where none gives anything."""

    def needed(self, place: int) -> Days | None:
        """Work out how long a detour would have to last to give all; None where it gives none."""
        share = self.in_detours[place]
        return [lack / share for lack in self.days] if share else None

    def take(self, place: int, begun: Days, length: Days) -> None:
        """Take off what a detour gives that begins and lasts so."""
        needed = self.needed(place)
        if needed is not None:
            if self.opened is None:
                self.opened = plus(begun, needed)
            given = times(length, self.in_detours[place])
            self.days = none_below_zero(minus(self.days, given))

    def opening(self, start: Days, here: Days, waited: Days | None) -> Days:
        """Find the day on which all is there: months ran in the detours, and run in the role.

        `waited` are the days in the role before and between detours that one leaves it for; None
        without any.
        """
        at_once, share = self.opened or start, self.in_role or self.longer
        if not share:
            # What is left after rounding is less than a day; more than that never comes.
            columns = zip(self.days, at_once, strict=True)
            return [inf if lack > 1 else day for lack, day in columns]
        if waited is not None and not any(self.days):
            return at_once
        # Lacking 100 days of which half a month counts: 200 days in the role. Of these 60 were
        # waited before and between the detours, and 140 are ahead when the last detour ends.
        in_role = [lack / share for lack in self.days]
        if waited is None:
            return plus(start, in_role)
        ahead = none_below_zero(minus(in_role, waited))
        opening = zip(plus(here, ahead), at_once, self.days, strict=True)
        return [opens if lack else day for opens, day, lack in opening]


class _Given(NamedTuple):
    """What gives gates of one kind of work their months; see `Lack`."""

    stretches: Sequence[Stretch]
    in_role: float
    longer: float
    in_detours: Sequence[float]


def lacks_of(
    person: Person, legs: Sequence[Leg], behind: Sequence[LegTimes], count: int
) -> dict[str, Lack]:
    """Find what each gate of the last leg lacks after those behind it; gates alike share one."""
    given: dict[str, _Given] = {}
    alike: dict[tuple[object, ...], Lack] = {}
    lacks = {}
    for status in legs[-1].lacking:
        if status.work not in given:
            given[status.work] = _given(person, legs, behind, status.gate)
        stretches, in_role, longer, in_detours = given[status.work]
        by_posts = tuple((share, id(days)) for share, days in stretches)
        key = (status.missing, by_posts, in_role, longer, in_detours)
        if key not in alike:
            days = _lacking(status.missing * DAYS_PER_MONTH, stretches, count)
            alike[key] = Lack(days=days, in_role=in_role, longer=longer, in_detours=in_detours)
        lacks[status.gate.id] = alike[key]
    return lacks


def _given(person: Person, legs: Sequence[Leg], behind: Sequence[LegTimes], gate: Gate) -> _Given:
    """Find what gives a gate its months; of gates of one kind of work it is the same."""
    leg = legs[-1]
    in_role = months_a_month(person, leg, gate)
    return _Given(
        stretches=list(_stretches(person, legs, behind, gate)),
        in_role=in_role,
        longer=0.0 if in_role else _longer_stay(person, legs, gate),
        in_detours=tuple(share_in(person, leg, each, gate) for each in leg.detours),
    )


def _lacking(missing: float, stretches: Sequence[Stretch], count: int) -> Days:
    """Subtract from the days of work that a gate lacks what the legs behind gave."""
    lacking = [missing] * count
    for share, days in stretches:
        lacking = minus(lacking, times(days, share))
    return none_below_zero(lacking) if stretches else lacking


def _stretches(
    person: Person, legs: Sequence[Leg], behind: Sequence[LegTimes], gate: Gate
) -> Iterator[Stretch]:
    """List the stretches of the legs behind that count for a gate."""
    for leg, its_times in zip(legs, behind, strict=False):
        share = months_a_month(person, leg, gate)
        if share:
            yield share, its_times.in_role
        for detour in leg.detours:
            share = share_in(person, leg, detour, gate)
            if share:
                yield share, its_times.in_detour[detour.key]


def _longer_stay(person: Person, legs: Sequence[Leg], gate: Gate) -> float:
    """Take what a longer stay so far would give, where the role itself gives nothing."""
    most = 0.0
    for leg in legs:
        most = max(most, months_a_month(person, leg, gate))
        for detour in leg.detours:
            most = max(most, share_for(detour.role, gate))
    return most
