"""The certificate that somebody aims at: its hours beside the study, and its earliest day."""

from datetime import date
from typing import TYPE_CHECKING

from pmcareer.domain.forecast.basis import pace_basis
from pmcareer.domain.gates.certificates import CertificationClock, clock_for
from pmcareer.domain.ground.calendar import DAYS_PER_WEEK, plus_days
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.person import Person
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.roadmap.search import hours_until_search

if TYPE_CHECKING:
    from pmcareer.domain.curriculum.catalogue import Certification


@frozen
class Aim:
    """A certificate on the way: its study begins with three fifths of the next role's behind one.

    Its hours are of the same promise, and no day of the plan counts them.
    """

    clock: CertificationClock
    begin_on: date | None
    """The day on which its time comes; None while certificates wait, or where it never opens."""
    earliest_on: date | None
    """The first day on which it can be held: studied for, with the months there."""
    is_due: bool
    """Its time has come, or its study is begun."""

    @property
    def certification(self) -> "Certification":
        """The certificate itself."""
        return self.clock.certification


def aim_of(planner: Planner) -> Aim | None:
    """Find the certificate that the profile aims at; None without one, or where it is held.

    One that only has to be renewed takes no study: it is none either.
    """
    item = _aimed_at(planner.person)
    if item is None:
        return None
    pace = pace_basis(planner.forecaster, is_tried=planner.hours_per_week is not None)
    clock = clock_for(planner.person, item, pace.to_divide_by)
    if not _takes_study(clock):
        return None
    return _aim(planner, clock, pace.to_divide_by)


def _takes_study(clock: CertificationClock) -> bool:
    """Tell whether it was never earned, or takes a new exam."""
    return clock.holding is None or bool(clock.holding.exam_again)


def _aimed_at(person: Person) -> "Certification | None":
    said: str | None = person.says.get("goal_certificate")
    if said is None:
        return None
    item = person.curriculum.certification.get(person.curriculum.now_called("certifications", said))
    if item is None or item.retired:
        return None
    return item


def _aim(planner: Planner, clock: CertificationClock, hours_per_week: float) -> Aim:
    # 30 hours to three fifths of the next role's at 10 a week: in three weeks, if it is open by
    # then. With 190 hours of its own it can be held 19 weeks later.
    begin = _begin_on(planner, clock, hours_per_week)
    return Aim(
        clock=clock,
        begin_on=begin,
        earliest_on=_earliest_on(clock, begin),
        is_due=begin == planner.person.today and clock.study_left > 0,
    )


def _earliest_on(clock: CertificationClock, begin: date | None) -> date | None:
    if begin is None or clock.open_on is None:
        return None
    return max(_after_weeks(begin, clock.study_weeks), clock.open_on)


def _after_weeks(day: date, weeks: float) -> date:
    return plus_days(day, round(weeks * DAYS_PER_WEEK))


def _begin_on(planner: Planner, clock: CertificationClock, hours_per_week: float) -> date | None:
    """Find the day on which its study begins: not before it has to, nor before the role's."""
    if clock.begin_study_on is None:
        return None
    if clock.hours_done:
        return planner.person.today
    weeks = hours_until_search(planner.for_today.stages[0]) / hours_per_week
    return max(_after_weeks(planner.person.today, weeks), clock.begin_study_on)
