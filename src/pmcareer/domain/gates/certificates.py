"""When a certificate opens, when to begin studying for it, when old months are lost."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from pmcareer.domain.curriculum.catalogue import Certification
from pmcareer.domain.gates.on_record import gate_forecasts, opening_day, present_share
from pmcareer.domain.gates.state import GateForecast
from pmcareer.domain.gates.study import study_hours, training_hours
from pmcareer.domain.ground.calendar import (
    DAYS_PER_WEEK,
    months_in,
    plus_days,
    plus_months,
    plus_years,
)
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.entries import Certified
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.rhythm import hours_by_side

STALE_MONTHS = 18
HANDS_ON_MONTHS = 6
"""No certificate is suggested before so many months of project work (S1-98, S1-103)."""
HANDS_ON = "project-related"
"""The work that certificates wait for; a PMO is hands-on enough (reference 3.3)."""
LOST_SOON_MONTHS = 12
"""Old months that fall out of a window within so many months are warned of."""


@frozen
class Renewal:
    """What keeps a certificate alive: units until a day, and hours logged on each side."""

    due_on: date
    units: float
    unit: str
    minimum_per_side: float
    hours_by_side: Mapping[str, float]


@frozen
class CertificationClock:
    """Where somebody stands with a certificate."""

    certification: Certification
    held: bool
    gates: tuple[GateForecast, ...]
    open_on: date | None
    """The first day on which its gates are open if the present work goes on; None if never."""
    months_open_on: date | None
    """The same of those alone that ask for months of work."""
    lost_on: date | None = None
    """The day within a year on which old months fall out of a window."""
    training_hours: float
    """Training that is asked for and not waived."""
    study_hours: float
    """PERT means of the study and the application, and the training."""
    study_weeks: float
    begin_study_on: date | None = None
    """So that the study ends on the day it opens; None while it is parked or never opens."""
    parked_reason: str | None = None
    stale: bool
    requires: tuple[str, ...]
    """Certificates to be held before."""
    renewal: Renewal | None = None


def certification_clocks(person: Person, hours_per_week: float) -> tuple[CertificationClock, ...]:
    """Read every certification's clock, with the study at so many hours a week."""
    living = (item for item in person.curriculum.certifications if not item.retired)
    return tuple(clock_for(person, item, hours_per_week) for item in living)


def clock_for(person: Person, item: Certification, hours_per_week: float) -> CertificationClock:
    """Read the clock of one certification, with the study at so many hours a week."""
    clock = _clock(person, item, hours_per_week)
    if clock.held:
        return replace(clock, renewal=_renewal(person, item))
    clock = replace(clock, lost_on=_lost_soon(person, clock.gates), parked_reason=_parked(person))
    return replace(clock, begin_study_on=_begin_study_on(person, clock))


def _clock(person: Person, item: Certification, hours_per_week: float) -> CertificationClock:
    """Read what does not depend on whether it is held."""
    gates = gate_forecasts(person, item.gates, hours_per_week)
    hours = study_hours(person, item)
    return CertificationClock(
        certification=item,
        held=item.id in person.certificates,
        gates=gates,
        open_on=opening_day(person, gates),
        months_open_on=opening_day(person, (each for each in gates if each.status.work)),
        training_hours=training_hours(person, item),
        study_hours=hours,
        study_weeks=hours / hours_per_week,
        stale=plus_months(item.as_of, STALE_MONTHS) < person.today,
        requires=tuple(name for name in item.requires if name not in person.certificates),
    )


def _begin_study_on(person: Person, clock: CertificationClock) -> date | None:
    # It opens in 40 weeks, and its study takes 38: two weeks are left before one has to begin.
    if clock.parked_reason or clock.open_on is None:
        return None
    wait = (clock.open_on - person.today).days
    return plus_days(person.today, max(0, wait - round(clock.study_weeks * DAYS_PER_WEEK)))


def _lost_soon(person: Person, gates: tuple[GateForecast, ...]) -> date | None:
    """Find the first day within a year on which months fall out of the window of a gate."""
    return min(
        (
            gate.lost_on
            for gate in gates
            if gate.lost_on and gate.lost_on <= plus_months(person.today, LOST_SOON_MONTHS)
        ),
        default=None,
    )


def _parked(person: Person) -> str | None:
    """Say until when certificates wait: six months of project work come first."""
    have = months_in(person.ranges_of(HANDS_ON))
    if have >= HANDS_ON_MONTHS:
        return None
    reason = f"after {HANDS_ON_MONTHS} to 12 months of hands-on project work; {have:.0f} on record"
    if share := present_share(person, HANDS_ON):
        enough = plus_months(person.today, (HANDS_ON_MONTHS - have) / share)
        reason += f", likely from {enough}"
    return reason


def _renewal(person: Person, item: Certification) -> Renewal | None:
    """Say what the present cycle asks for, and what was logged since it began."""
    renew = item.renew or {}
    years, units = _figure(renew.get("years")), _figure(renew.get("units"))
    if years is None or years <= 0 or units is None:
        return None
    begun, due = _present_cycle(person, person.certificates[item.id], years)
    return Renewal(
        due_on=due,
        units=units,
        unit=str(renew.get("unit", "unit")),
        minimum_per_side=_figure(renew.get("min_per_side")) or 0.0,
        hours_by_side=hours_by_side(person, begun),
    )


def _figure(value: float | str | None) -> float | None:
    """Return what the table of a renewal says in figures; the rest of it is words."""
    return float(value) if isinstance(value, int | float) else None


def _present_cycle(person: Person, held: Certified, years: float) -> tuple[date, date]:
    """Find the day on which the present cycle began, and its last.

    The day it was said to run out counts; else cycles follow from the day it was earned.
    """
    begun, due = held.on, held.expires or plus_years(held.on, years)
    while begun < due < person.today:
        begun, due = due, plus_years(due, years)
    # Said to run out five years after it was earned, with cycles of three: the last three count.
    return max(begun, plus_years(due, -years)), due
