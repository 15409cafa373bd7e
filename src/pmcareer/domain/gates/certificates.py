"""When a certificate opens, when to begin studying for it, when old months are lost."""

from collections.abc import Mapping
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
    lost_on: date | None
    """The day within a year on which old months fall out of a window."""
    training_hours: float
    """Training that is asked for and not waived."""
    study_hours: float
    """PERT means of the study and the application, and the training."""
    study_weeks: float
    begin_study_on: date | None
    """So that the study ends on the day it opens; None while it is parked or never opens."""
    parked_reason: str | None
    stale: bool
    requires: tuple[str, ...]
    """Certificates to be held before."""
    renewal: Renewal | None


def certification_clocks(person: Person, hours_per_week: float) -> tuple[CertificationClock, ...]:
    """Read every certification's clock."""
    living = (item for item in person.curriculum.certifications if not item.retired)
    return tuple(clock_for(person, item, hours_per_week) for item in living)


def clock_for(person: Person, item: Certification, hours_per_week: float) -> CertificationClock:
    """Read the clock of one certification."""
    held = item.id in person.certificates
    gates = gate_forecasts(person, item.gates)
    open_on = opening_day(person, gates)
    hours = study_hours(person, item)
    weeks = hours / hours_per_week
    parked = None if held else _parked(person)
    # It opens in 40 weeks, and its study takes 38: two weeks are left before one has to begin.
    begin = None
    if open_on and not held and not parked:
        spare = (open_on - person.today).days - round(weeks * DAYS_PER_WEEK)
        begin = plus_days(person.today, max(0, spare))
    return CertificationClock(
        certification=item,
        held=held,
        gates=gates,
        open_on=open_on,
        lost_on=None if held else _lost_soon(person, gates),
        training_hours=training_hours(person, item),
        study_hours=hours,
        study_weeks=weeks,
        begin_study_on=begin,
        parked_reason=parked,
        stale=plus_months(item.as_of, STALE_MONTHS) < person.today,
        requires=tuple(name for name in item.requires if name not in person.certificates),
        renewal=_renewal(person, item) if held else None,
    )


def _lost_soon(person: Person, gates: tuple[GateForecast, ...]) -> date | None:
    """Find the first day within a year on which months fall out of the window of a gate."""
    until = plus_months(person.today, LOST_SOON_MONTHS)
    days = (gate.lost_on for gate in gates)
    return min((day for day in days if day and day <= until), default=None)


def _parked(person: Person) -> str | None:
    """Say until when certificates wait: six months of project work come first."""
    have = months_in(person.ranges_of(HANDS_ON))
    if have >= HANDS_ON_MONTHS:
        return None
    reason = f"after {HANDS_ON_MONTHS} to 12 months of hands-on project work; {have:.0f} on record"
    if share := present_share(person, HANDS_ON):
        enough = plus_months(person.today, (HANDS_ON_MONTHS - have) / share)
        return f"{reason}, likely from {enough.isoformat()}"
    return reason


def _renewal(person: Person, item: Certification) -> Renewal | None:
    """Find the present cycle: its last day, its units, and the hours logged since it began.

    The day it was said to run out counts; else cycles follow from the day it was earned.
    """
    renew = item.renew or {}
    years, units = renew.get("years"), renew.get("units")
    if not isinstance(years, int | float) or not isinstance(units, int | float) or years <= 0:
        return None
    held = person.certificates[item.id]
    begun, due = held.on, held.expires or plus_years(held.on, years)
    while begun < due < person.today:
        begun, due = due, plus_years(due, years)
    minimum = renew.get("min_per_side", 0)
    return Renewal(
        due_on=due,
        units=float(units),
        unit=str(renew.get("unit", "unit")),
        minimum_per_side=float(minimum) if isinstance(minimum, int | float) else 0.0,
        hours_by_side=hours_by_side(person, max(begun, plus_years(due, -years))),
    )
