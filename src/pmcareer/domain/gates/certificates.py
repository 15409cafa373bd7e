"""Certification clocks: when a certificate opens, when to begin studying, when old months are lost."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pmcareer.domain.curriculum.catalogue import Certification, CertificationExperience
from pmcareer.domain.curriculum.items import Gate
from pmcareer.domain.gates.clock import Clock, clock_of
from pmcareer.domain.gates.state import GateForecast, GateStatus
from pmcareer.domain.gates.tiers import months_for
from pmcareer.domain.ground.calendar import (
    DAYS_PER_WEEK,
    months_in,
    plus_days,
    plus_months,
    plus_years,
)
from pmcareer.domain.ground.vocabulary import SIDES
from pmcareer.domain.ground.work import share_of
from pmcareer.domain.logbook.entries import Finished, Worked
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.rhythm import minutes_of

STALE_MONTHS = 18
HANDS_ON_MONTHS = 6
"""No certificate is suggested before so many months of project work (S1-98, S1-103)."""
HANDS_ON = "project-related"
"""The work that a certificate waits for; work in a PMO is hands-on enough for one (reference 3.3)."""
LOST_SOON_MONTHS = 12
"""Old months that fall out of a window within so many months are warned of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockedGate:
    """A rule of a certificate, with its clock."""

    status: GateStatus
    clock: Clock

    @property
    def forecast(self) -> GateForecast:
        """Give it as a plan's stage has its gates."""
        return GateForecast(
            status=self.status, open_on=self.clock.open_on, lost_on=self.clock.lost_on
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """What keeps a certificate alive: units to collect until a day, and the hours logged per Talent Triangle side."""

    due_on: date
    units: float
    unit: str
    minimum_per_side: float
    hours_by_side: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificationClock:
    """Where somebody stands with a certificate."""

    certification: Certification
    held: bool
    gates: tuple[ClockedGate, ...]
    open_on: date | None
    """The first day on which its months are there, if the present work goes on; None if that does not open it."""
    lost_on: date | None
    """The day within a year on which old months fall out of a window."""
    training_hours: float
    """Training that is asked for and not waived."""
    study_hours: float
    """PERT means of the study and the application, and the training."""
    study_weeks: float
    begin_study_on: date | None
    """So that the study ends on the day it opens, at one's hours a week; None while it is parked or never opens."""
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
    gates = tuple(_gate(person, item, number, rule) for number, rule in enumerate(item.experience))
    days = [gate.clock.open_on for gate in gates]
    known = [day for day in days if day is not None]
    open_on = max(known, default=person.today) if len(known) == len(days) else None
    training = _training_hours(person, item)
    hours = training + _pert(item.study_hours) + _pert(item.application_hours)
    parked = None if held else _parked(person)
    begin = None
    if open_on and not held and not parked:
        spare = (open_on - person.today).days - round(hours / hours_per_week * DAYS_PER_WEEK)
        begin = plus_days(person.today, max(0, spare))
    return CertificationClock(
        certification=item,
        held=held,
        gates=gates,
        open_on=open_on,
        lost_on=None if held else _lost_soon(person, gates),
        training_hours=training,
        study_hours=hours,
        study_weeks=hours / hours_per_week,
        begin_study_on=begin,
        parked_reason=parked,
        stale=plus_months(item.as_of, STALE_MONTHS) < person.today,
        requires=tuple(name for name in item.requires if name not in person.certificates),
        renewal=_renewal(person, item) if held else None,
    )


def _gate(
    person: Person, item: Certification, number: int, rule: CertificationExperience
) -> ClockedGate:
    months = months_for(rule.months, person.says.get("education"))
    gate = Gate(
        id=f"{item.id}-{rule.work.replace('+', '-')}" + (f"-{number}" if number else ""),
        kind="experience",
        work=rule.work,
        months=months,
        window_years=rule.window_years,
        waived_by=rule.waived_by,
    )
    if any(name in person.certificates for name in rule.waived_by):
        clock = Clock(have_months=months, open_on=person.today, lost_on=None)
    else:
        clock = clock_of(
            person, rule.work, months, rule.window_years, goes_on=present_share(person, rule.work)
        )
    return ClockedGate(
        status=GateStatus(gate=gate, needed=months, have=clock.have_months), clock=clock
    )


def present_share(person: Person, work: str) -> float:
    """Give the part of each month to come that counts as this work if the present work goes on.

    Experience that is still going on counts; where nothing is on record as going on, the stated role's work does.
    """
    going_on = [
        entry for entry in person.experiences if entry.end is None or entry.end > person.today
    ]
    if going_on:
        return float(person.still_does(work))
    role = person.curriculum.role.get(person.role or "")
    return min(1.0, share_of(role.work_shares, work)) if role else 0.0


def _training_hours(person: Person, item: Certification) -> float:
    if any(name in person.certificates for name in item.training_waived_by):
        return 0.0
    return months_for(item.training_hours, person.says.get("education"))


def _pert(hours: tuple[float, float, float] | None) -> float:
    """Give the PERT mean in hours, (o + 4m + p) / 6."""
    if hours is None:
        return 0.0
    low, likely, high = hours
    return (low + 4 * likely + high) / 6


def _lost_soon(person: Person, gates: tuple[ClockedGate, ...]) -> date | None:
    """Give the first day within a year on which months on record fall out of the window of a rule."""
    until = plus_months(person.today, LOST_SOON_MONTHS)
    days = (gate.clock.lost_on for gate in gates)
    return min((day for day in days if day and day <= until), default=None)


def _parked(person: Person) -> str | None:
    """Say until when certificates wait: six months of project work come first."""
    have = months_in(person.ranges_of(HANDS_ON))
    if have >= HANDS_ON_MONTHS:
        return None
    reason = f"after {HANDS_ON_MONTHS} to 12 months of hands-on project work; {have:.0f} on record"
    if share := present_share(person, HANDS_ON):
        return f"{reason}, likely from {plus_months(person.today, (HANDS_ON_MONTHS - have) / share).isoformat()}"
    return reason


def _renewal(person: Person, item: Certification) -> Renewal | None:
    """Give the present cycle: its last day, its units, and the hours logged on each side since it began.

    The day it was said to run out counts; else cycles follow one another from the day it was earned.
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
        hours_by_side=_hours_by_side(person, max(begun, plus_years(due, -years))),
    )


def _hours_by_side(person: Person, since: date) -> dict[str, float]:
    hours = dict.fromkeys(SIDES, 0.0)
    for entry in person.entries:
        if isinstance(entry, Finished | Worked) and entry.on >= since:
            name = person.curriculum.now_called("exercises", entry.exercise)
            if name in person.curriculum.exercise:
                side = person.curriculum.side_of(person.curriculum.exercise[name])
                hours[side] += minutes_of(person, entry) / 60
    return {side: round(total, 1) for side, total in hours.items()}
