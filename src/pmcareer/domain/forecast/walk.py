"""Going along a route in every trial: through its detours, past its gates, with study beside it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from math import inf

from pmcareer.domain.forecast.effort import LegWork
from pmcareer.domain.forecast.lacks import Lack, lacks_of
from pmcareer.domain.forecast.leg_times import (
    Beginnings,
    Contender,
    DaysOf,
    Effort,
    Gone,
    LegTimes,
    Walked,
)
from pmcareer.domain.forecast.outlook import EFFORT
from pmcareer.domain.forecast.per_trial import (
    Days,
    at_least,
    latest,
    less_served,
    minus,
    moved,
    plus,
    times,
)
from pmcareer.domain.forecast.simulation import Trials, gate_key, search_key
from pmcareer.domain.gates.state import CertificateWait
from pmcareer.domain.ground.calendar import DAYS_PER_MONTH
from pmcareer.domain.person.person import Person
from pmcareer.domain.roadmap.routes import Detour, Leg, Route

QUARTER = 0.25
"""Months in the role shorten what others take for a gate to this part of it at most."""


def walk(
    route: Route,
    work: Sequence[LegWork],
    trials: Trials,
    person: Person,
    *,
    studied: Sequence[Effort] | None = None,
) -> Walked:
    """Go along a route in every trial.

    `studied` gives the end of each leg's study, where it waits for no role, instead of working it
    out, to see what it alone changes.
    """
    return list(leg_by_leg(route, work, trials, person, studied=studied))


def last_study(route: Route, work: Sequence[LegWork], trials: Trials, person: Person) -> Days:
    """Find the days to the end of a route's study as `walk` does; its last leg is only begun."""
    last = work[-1]
    done = list(islice(leg_by_leg(route, work, trials, person), len(work) - 1))
    start = done[-1].finish if done else [0.0] * trials.count
    return with_standing(last.standing_hours, trials, start, effort_days(last, trials))


def leg_by_leg(
    route: Route,
    work: Iterable[LegWork],
    trials: Trials,
    person: Person,
    *,
    studied: Sequence[Effort] | None = None,
) -> Iterator[LegTimes]:
    """Go along a route as `walk` does, and no further than is asked for."""
    done: list[LegTimes] = []
    gone: Beginnings = {} if studied else trials.gone
    for place, (leg, asked) in enumerate(zip(route.legs, work, strict=True)):
        key = id(leg), asked
        if key not in gone:
            by_effort = studied[place] if studied else _effort(asked, trials)
            journey = _gone_along(route.legs[: place + 1], done, trials, person)
            gone[key] = Gone(leg=leg, times=journey.times(asked, by_effort))
        done.append(gone[key].times)
        gone = gone[key].further
        yield done[-1]


def _gone_along(
    legs: Sequence[Leg], behind: Sequence[LegTimes], trials: Trials, person: Person
) -> "_Journey":
    """Go through the detours of the last of some legs."""
    start = behind[-1].finish if behind else [0.0] * trials.count
    journey = _Journey(trials, legs, start, lacks_of(person, legs, behind, trials.count))
    for place, detour in enumerate(legs[-1].detours):
        journey.take(place, detour)
    return journey


@dataclass(slots=True, eq=False, repr=False)
class _Journey:
    """A leg under way: where each trial stands after the detours taken so far."""

    trials: Trials
    legs: Sequence[Leg]
    """The leg itself comes last, before it those behind."""
    start: Days
    lacks: Mapping[str, Lack]
    """By the gates of months that it has still to meet."""
    here: Days = field(init=False)
    away: Days = field(init=False)
    """Days spent in detours."""
    last: Sequence[str] = ()
    """What made the last detour as long as it was: a gate, or its own usual length."""
    ready: DaysOf = field(default_factory=dict)
    search: DaysOf = field(default_factory=dict)
    gates: dict[str, Sequence[str]] = field(default_factory=dict)
    ends: DaysOf = field(default_factory=dict)
    lengths: DaysOf = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.here = self.start
        self.away = [0.0] * self.trials.count

    def take(self, place: int, detour: Detour) -> None:
        """Wait until a detour may begin; stay its months, or until its gates have theirs."""
        # A post of 12 months, each counting half for a gate that lacks 9: it takes 9 / 0.5 = 18.
        # Had legs behind given 5 of the 9, the gate would open after 4 / 0.5 = 8 months of the
        # post, and the post would take its own 12.
        length = self._length(place, detour)
        begun = self._begun(detour)
        self.here = plus(begun, length)
        if not detour.role.beside:
            self.away = plus(self.away, length)
        self.ends[detour.key], self.lengths[detour.key] = self.here, length
        self.gates[detour.key] = self.last
        # Taken for one gate, a post gives its months to every gate that its work counts for.
        for lack in self._unlike:
            lack.take(place, begun, length)

    @property
    def _unlike(self) -> list[Lack]:
        """What is lacking, that of gates which are alike once."""
        return list({id(lack): lack for lack in self.lacks.values()}.values())

    def _length(self, place: int, detour: Detour) -> Days:
        """Stay a detour's own months, or until the gates that it is taken for have theirs."""
        # A gate lacks 12 months, and one stays 24 as a rule: it is the usual stay that lasts, and
        # no longer the gate. Were the stay 9 or 12, it would be the gate.
        months = self.trials.months(detour.key, detour.months)
        length = less_served(months, detour.served_months * DAYS_PER_MONTH)
        self.last = [detour.key] * self.trials.count
        for gate in detour.opens:
            needed = self.lacks[gate.id].needed(place) if gate.id in self.lacks else None
            if needed is not None:
                columns = zip(self.last, length, needed, strict=True)
                self.last = [gate.id if more >= own else last for last, own, more in columns]
                length = latest(length, needed)
        return length

    def _begun(self, detour: Detour) -> Days:
        ready = self.here
        if detour.wait[2]:
            waits = self.trials.months(f"{detour.key}:wait", detour.wait)
            ready = latest(ready, moved(plus(self.start, waits), -self._served))
        self.ready[detour.key] = ready
        if not detour.search[2]:
            return ready
        search = self.trials.months(search_key(detour.role), detour.search)
        self.search[detour.key] = search
        return plus(ready, search)

    @property
    def _served(self) -> float:
        return self.legs[-1].served_months * DAYS_PER_MONTH

    def times(self, work: LegWork, by_effort: Effort) -> LegTimes:
        """End the leg when study and gates of others are done, and the search is over.

        It begins when the move, the detours, the other gates and enough of the study are.
        """
        leg, start = self.legs[-1], self.start
        study = with_standing(work.standing_hours, self.trials, start, by_effort.done)
        gates = self._gate_days()
        makes_ready = [*self._moves(), *self._named(gates)]
        before = [days for _, days in makes_ready]
        # Who looks for a post has applied, however much is studied.
        if leg.searched_days is None and work.search_hours:
            standing = work.standing_before_search
            before.append(with_standing(standing, self.trials, start, by_effort.enough))
        # None of the others ends before the leg begins: each adds days to its start.
        ready = latest(*before) if makes_ready else latest(start, *before)
        search = self._search(ready)
        decides = [*self._named(self._drawn()), *self._named({EFFORT: study})]
        over = plus(ready, search) if search else ready
        finish = latest(over, *(days for _, days in decides))
        return LegTimes(
            start=start,
            study=study,
            by_effort=by_effort,
            ready=ready,
            search=search,
            finish=finish,
            search_key=search_key(leg.target),
            makes_ready=makes_ready,
            decides=decides,
            is_for_others=leg.is_for_others,
            gates=gates,
            detour_ready=self.ready,
            detour_search=self.search,
            detour_ends=self.ends,
            detour_gates=self.gates,
            away=self.away,
            in_detour=self.lengths,
        )

    def _named(self, days_of: DaysOf) -> list[Contender]:
        names = ([name] * self.trials.count for name in days_of)
        return list(zip(names, days_of.values(), strict=True))

    def _search(self, ready: Days) -> Days | None:
        """Draw how long the search takes from the day one is ready, or from today what is left."""
        # Looking for 90 days, and ready today in one trial: it is drawn what is left of a search
        # of more than 90 days. Ready in 30 days in another: there a whole one is ahead.
        leg = self.legs[-1]
        if not leg.search[2]:
            return None
        key = search_key(leg.target)
        whole = self.trials.months(key, leg.search)
        if not leg.searched_days:
            return whole
        left = self.trials.months(key, leg.search, float(leg.searched_days))
        columns = zip(ready, left, whole, strict=True)
        return [less if day <= 0 else more for day, less, more in columns]

    def _drawn(self) -> DaysOf:
        """Find the day on which others are through with each gate that takes them months."""
        # 6 months as a rule: from the day one holds the role before it, and where one has held it
        # for 2 months, 4 from today; for 20 months, a quarter, 1.5. Of three projects one is
        # closed: two thirds of the months, from today.
        days = {}
        leg = self.legs[-1]
        for status in leg.drawn:
            if status.assumed_months:
                whole = self.trials.months(gate_key(status.gate), status.assumed_months)
                if status.gate.unit == "count":
                    whole = times(whole, status.missing / status.needed)
                elif leg.is_first and self._served:
                    whole = latest(moved(whole, -self._served), times(whole, QUARTER))
                days[status.gate.id] = plus(self.start, whole)
        return days

    def _moves(self) -> Iterator[tuple[Sequence[str], Days]]:
        """Yield the end of the move's months, and of the detours with the months to settle back."""
        leg = self.legs[-1]
        if leg.move:
            # With 5 months served a move after 12 is due in 7; with 15 it is due at once.
            months = self.trials.months(leg.move.key, leg.months)
            left = less_served(months, self._served)
            yield [leg.move.key] * self.trials.count, plus(self.start, left)
        if leg.detours:
            settling = max(detour.role.return_months for detour in leg.detours)
            yield self.last, moved(self.here, settling * DAYS_PER_MONTH)

    def _gate_days(self) -> DaysOf:
        """Find the day on which each gate with a calendar opens."""
        days = {}
        leg = self.legs[-1]
        for status in leg.gates:
            if status.wait:
                days[status.gate.id] = latest(self.start, self._ready(status.wait))
        waited = self._waited
        opening = {id(lack): lack.opening(self.start, self.here, waited) for lack in self._unlike}
        for name, lack in self.lacks.items():
            days[name] = opening[id(lack)]
        return days

    @property
    def _waited(self) -> Days | None:
        """Days in the role before and between detours that it is left for; None without any."""
        if all(detour.role.beside for detour in self.legs[-1].detours):
            return None
        return minus(minus(self.here, self.start), self.away)

    def _ready(self, wait: CertificateWait) -> Days:
        """Find the day a certificate is open and studied for, at the pace of each trial."""
        if wait.opens_in_days == inf:
            return [inf] * self.trials.count
        studied = list(self.trials.stretch(self.trials.study(wait.study_hours, 0.0)))
        return latest(studied, [wait.opens_in_days] * self.trials.count)


def effort_days(work: LegWork, trials: Trials) -> Days:
    """Find the day study is done by effort alone, with its spans and what is put off."""
    plain = trials.study(work.hours_until_here, work.sd_until_here)
    days = plain
    for hours_before, span in work.spans:
        # What begins at once takes its span from today on, whatever the pace.
        if hours_before:
            days = latest(days, moved(trials.study(hours_before, 0.0), span))
        else:
            days = at_least(days, span)
    for until, hours in work.not_before:
        days = latest(days, moved(trials.study(hours, 0.0), until))
    return list(trials.stretch(days))


def _effort(work: LegWork, trials: Trials) -> Effort:
    if work not in trials.efforts:
        trials.efforts[work] = _worked_out(work, trials)
    return trials.efforts[work]


def _worked_out(work: LegWork, trials: Trials) -> Effort:
    done = effort_days(work, trials)
    if not work.search_hours:
        return Effort(done=done, enough=[0.0] * trials.count)
    hours = work.search_hours
    enough = trials.study(hours, work.sd_until_here * work.part(hours))
    return Effort(done=done, enough=list(trials.stretch(enough)))


def with_standing(hours: float, trials: Trials, start: Days, by_effort: Days) -> Days:
    """Find the day study is done where some hours of it wait for a role."""
    # Of 80 hours 20 wait for the office of a role reached in 300 days. All 80 take 120 days, these
    # 20 alone 30: the study ends in 330 days, not 420, for 60 hours are done before. Were it their
    # part of all 80, the fewer hours are left the longer each of these would take.
    if not hours:
        return by_effort
    begun = list(trials.worked(start))
    waited = plus(begun, trials.study(hours, 0.0))
    return latest(by_effort, list(trials.stretch(waited)))
