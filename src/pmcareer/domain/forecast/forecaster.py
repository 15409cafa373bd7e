"""One person's forecaster: stages × pace × gates × calendar, to dates with probabilities."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, fields, replace
from datetime import date
from functools import cached_property, partial

from pmcareer.domain.forecast.critical_path import critical_path, drivers_of, others_decide
from pmcareer.domain.forecast.dates import dates_of
from pmcareer.domain.forecast.effort import LegWork, work_of
from pmcareer.domain.forecast.history import history_of
from pmcareer.domain.forecast.leg_times import Effort, Walked
from pmcareer.domain.forecast.outlook import RouteDates, RouteForecast
from pmcareer.domain.forecast.pace import History, Pace, pace_of
from pmcareer.domain.forecast.pausing import SLOW, Steady, with_pauses
from pmcareer.domain.forecast.per_trial import Days
from pmcareer.domain.forecast.simulation import (
    TRIALS,
    DrawnMonths,
    StudyDays,
    Trials,
    effort_noise,
    lattice,
    lattice_noise,
    likely_months,
    middle_months,
    months_drawn,
    study_drawn,
)
from pmcareer.domain.forecast.stage_dates import Walks, ready_dates, stage_forecasts
from pmcareer.domain.forecast.walk import effort_days, last_study, leg_by_leg, walk
from pmcareer.domain.forecast.within import median_within
from pmcareer.domain.ground.calendar import DAYS_PER_WEEK
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.promise import promised_so_far
from pmcareer.domain.roadmap.routes import Route
from pmcareer.domain.roadmap.stages import Stages

HISTORY_COUNTS_FROM = 0.5
"""Weight of one's own log from which on the dates are said to rest on it."""


@frozen
class WhatIf:
    """What could have been otherwise in a log, to see what it alone changed."""

    more_by_day: Mapping[date, float] = field(default_factory=dict)
    """Hours that a day would have earned beyond those it did."""
    hours_ahead: float = 0.0
    """Hours of the plan that would be done beyond those that are."""
    paused_from: date | None = None
    """The day since which nothing was done, to read the pace as on that day."""


AS_LOGGED = WhatIf()


@frozen
class Forecaster:
    """Turns stages into dates for one person; what all routes share is computed once."""

    person: Person
    item_hours: float
    """Mean PERT hours of an exercise of the plan: the item that the pace model counts."""
    hours_per_week: float | None = None
    """A promise to try out instead of the profile's."""
    bias: float | None = None
    """Another bias factor than the one that the log shows."""
    what_if: WhatIf = AS_LOGGED
    stopping: bool = False
    """Count people who stop; without it the dates hold for those who keep going."""
    trials: int = TRIALS

    @cached_property
    def history(self) -> History:
        """Items per day of work, as logged."""
        return self._history_of(self.person)

    @cached_property
    def settled(self) -> History:
        """The history without what was written today."""
        person = self.person
        if person.today not in person.entries.written_on:
            return self.history
        before = person.entries.not_written_on(person.today)
        return self._history_of(person.as_of(person.today, before))

    def _history_of(self, person: Person) -> History:
        history = history_of(person, self.item_hours)
        more = self.what_if.more_by_day
        if not more:
            return history
        return [(day, max(0.0, n + more.get(day, 0.0) / self.item_hours)) for day, n in history]

    @cached_property
    def pace(self) -> Pace:
        """The pace of this person, in items a week."""
        person = self.person
        promised = self._promised_so_far if self.settled else self.promised
        return pace_of(
            self.history,
            self.what_if.paused_from or person.today,
            promise=promised / (self.bias or person.bias[0]) / self.item_hours,
            past_weeks=person.past_weeks,
            settled=self.settled,
            stopping=self.stopping,
            calendar=person.calendar,
        )

    @property
    def begun(self) -> date | None:
        """The first day of work; None in a log without any before today's writing."""
        return self.settled[0][0] if self.settled else None

    @cached_property
    def _promised_so_far(self) -> float:
        """The promise that the pace was learnt under, in hours a week."""
        return promised_so_far(self.person, self.begun)

    @property
    def rests_on_log(self) -> bool:
        """Tell whether one's own log says more of the pace than the promise."""
        return self.pace.trust >= HISTORY_COUNTS_FROM

    @property
    def promised(self) -> float:
        """Hours a week that are promised, or tried out."""
        return self.hours_per_week or self.person.hours_per_week

    @property
    def present_hours(self) -> float:
        """Hours a week that are tried out, or that the pace was learnt under."""
        return self.hours_per_week or self._promised_so_far

    @property
    def credited_hours_per_week(self) -> float:
        """The pace in credited hours a week."""
        return self.pace.items_per_week * self.item_hours * self._speed

    @property
    def _speed(self) -> float:
        """How much faster than the pace so far: a what-if scales a pace learnt from history."""
        if not self.settled or self.hours_per_week is None:
            return 1.0
        return self.hours_per_week / self._promised_so_far

    def with_hours(self, *, plus: float = 0.0, times: float = 1.0) -> "Forecaster":
        """Return what forecasts more hours a week than now, or only a part of them."""
        return replace(self, hours_per_week=self.present_hours * times + plus)

    def dates(self, route: Route, stages: Stages, drawn: Walked) -> RouteDates:
        """Date a route by its trials (see `walked`)."""
        person = self.person
        work = self._work(stages)
        kept, last = walk(route, work, self._kept, person)[-1], drawn[-1]
        by_others, is_earliest = others_decide(drawn), bool(route.left_open)
        study = dates_of(person, last.study, kept.study[0])
        finish = dates_of(
            person, last.finish, kept.finish[0], by_others=by_others, is_earliest=is_earliest
        )
        steady = self._steady(sum(stage.hours_left for stage in stages))
        return RouteDates(
            route=route,
            stages=stages,
            hours_p80=_hours_p80(stages, work[-1].sd_until_here),
            study=with_pauses(person, study, last.study, steady),
            finish=with_pauses(person, finish, last.finish, steady),
            ready=ready_dates(person, drawn, kept),
            finish_days=tuple(sorted(last.finish)),
            study_days=tuple(sorted(last.study)),
            ready_days=tuple(sorted(last.ready)),
        )

    def _steady(self, hours: float) -> Steady:
        """Count the trials in which one comes to a quarter of the hours that are counted on."""
        share = self._share_of_steady(hours) if hours else 0.0
        least = SLOW * self._counted
        return Steady(trials=int(share * self.trials), share=share, hours_per_week=least)

    def _share_of_steady(self, hours: float) -> float:
        # Of 4 hours a week 1: 100 hours in at most 700 days.
        days = DAYS_PER_WEEK * hours * self._bias_of_counted / (SLOW * self._counted)
        return self.pace.chance(self._items(hours), days)

    @property
    def _counted(self) -> float:
        """Hours a week that one's dates are told of: credited ones of one's own, or promised."""
        return self.credited_hours_per_week if self.rests_on_log else self.promised

    @property
    def _bias_of_counted(self) -> float:
        return 1.0 if self.rests_on_log else self.bias or self.person.bias[0]

    def in_full(self, dates: RouteDates, drawn: Walked) -> RouteForecast:
        """Work out what stands behind a route's dates, from the same trials."""
        person, route = self.person, dates.route
        work = self._work(dates.stages)
        typical = walk(route, work, self._typical, person)
        walks = Walks(drawn=drawn, kept=walk(route, work, self._kept, person), typical=typical)
        *stages, last = stage_forecasts(person, dates.stages, walks, self._typical.study)
        # Where the last stage ends the route ends, whatever day is shown for it.
        stages.append(replace(last, study=dates.study, ready=dates.ready, finish=dates.finish))
        drivers = drivers_of(drawn)
        return RouteForecast(
            **{field.name: getattr(dates, field.name) for field in fields(RouteDates)},
            stage_forecasts=tuple(stages),
            drivers=drivers,
            critical_path=critical_path(person, typical, next(iter(drivers))),
        )

    def walked(
        self,
        route: Route,
        stages: Stages,
        *,
        studied: Sequence[Effort] | None = None,
        trials: int | None = None,
    ) -> Walked:
        """Go along a route in every trial, or in another number of them; see `walk`."""
        return walk(route, self._ahead(stages), self._drawn(trials), self.person, studied=studied)

    def median_within(self, route: Route, stages: Stages, most: float) -> float:
        """Find the median of the days to a route's end; infinite where it is above `most`."""
        return median_within(route, self._ahead(stages), self._drawn(), self.person, most)

    def studied(self, route: Route, stages: Stages) -> Sequence[float]:
        """Find the days to the end of a route's study in every trial, ascending."""
        last = self._work(stages)[-1]
        # Months on the way count only where study waits for a role.
        if last.standing_hours:
            return sorted(last_study(route, self._ahead(stages), self._drawn(), self.person))
        return sorted(effort_days(last, self._drawn()))

    def _ahead(self, stages: Stages) -> Sequence[LegWork]:
        work, ahead = self._work(stages), self.what_if.hours_ahead
        return [leg.ahead_by(ahead) for leg in work] if ahead else work

    def _work(self, stages: Stages) -> Sequence[LegWork]:
        # However many trials it is for.
        make = partial(work_of, self.person, stages)
        return self.person.shared.once(make, "work", of=(self.person, stages))

    def _drawn(self, trials: int | None = None) -> Trials:
        count = trials or self.trials
        if count not in self._by_count:
            self._by_count[count] = self._trials(count)
        return self._by_count[count]

    @cached_property
    def _by_count(self) -> dict[int, Trials]:
        """Trials by their number: whatever that is, the pace is the same."""
        return {}

    def _trials(self, count: int) -> Trials:
        shares, noise = lattice(0, count), lattice_noise(count)
        return Trials(
            count=count,
            months=months_drawn(self.person.curriculum, count, self.person.shared),
            study=study_drawn(self._days_for, shares, noise),
            stretch=self._stretched,
            worked=self._worked,
        )

    @cached_property
    def _typical(self) -> Trials:
        """One trial with the median pace and likely months."""
        return self._one(likely_months, study_drawn(self._days_for, [0.5], [0.0]))

    @cached_property
    def _kept(self) -> Trials:
        """One trial: the promise is kept, every estimate its mean, all months as likely."""
        per_day = self.promised / DAYS_PER_WEEK
        return self._one(likely_months, lambda hours, _: [hours / per_day])

    @cached_property
    def _middle(self) -> Trials:
        """One trial with the median of the pace and of all months."""
        return self._one(middle_months, self._typical.study)

    def _one(self, months: DrawnMonths, study: StudyDays) -> Trials:
        return Trials(
            count=1, months=months, study=study, stretch=self._stretched, worked=self._worked
        )

    def _days_for(self, hours: float, shares: Sequence[float]) -> Days:
        return self.pace.days_for(self._items(hours), shares)

    def _items(self, hours: float) -> float:
        return hours / self.item_hours / self._speed

    def _stretched(self, days: Days) -> Sequence[float]:
        calendar, today = self.person.calendar, self.person.today
        return calendar.settled(today, calendar.stretch(today, days))

    def _worked(self, days: Days) -> Sequence[float]:
        return self.person.calendar.worked(self.person.today, days)

    def likely_finish(self, route: Route, work: Sequence[LegWork]) -> float:
        """Find the days to the end of a route in the typical trial, to compare routes by."""
        return walk(route, work, self._typical, self.person)[-1].finish[0]

    def likely_ends(self, route: Route, work: Iterable[LegWork]) -> Iterator[float]:
        """Find the days to the end of each leg in that trial, as far as they are asked for."""
        for times in leg_by_leg(route, work, self._typical, self.person):
            yield times.finish[0]

    def middle_finish(self, route: Route, work: Sequence[LegWork]) -> float:
        """Find the days to the end of a route with the median of the pace and of all months."""
        return walk(route, work, self._middle, self.person)[-1].finish[0]

    def chance_with_stopping(self, hours: float, day: date) -> float:
        """Compute the chance that credited hours are done by a day, people who stop counted."""
        calendar, today = self.person.calendar, self.person.today
        days = calendar.working_days_before(day) - calendar.working_days_before(today)
        return replace(self, stopping=True).pace.chance(self._items(hours), days)


def _hours_p80(stages: Stages, sd_hours: float) -> float:
    """Find the credited hours that four times of five are enough."""
    hours_left = sum(stage.hours_left for stage in stages)
    return hours_left + effort_noise((0.8,))[0] * sd_hours
