"""Certification clocks: when a certificate opens, when to begin studying, when old months are lost, how it is renewed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from pmcareer.domain.catalogue import Certification, CertificationExperience
from pmcareer.domain.curriculum import SIDES, Gate
from pmcareer.domain.facts import months_for
from pmcareer.domain.gates import Clock, Standing, clock_of
from pmcareer.domain.logbook import Finished, Worked
from pmcareer.domain.months import DAYS_PER_WEEK, months_in, plus_months, plus_years
from pmcareer.domain.person import Person
from pmcareer.domain.rhythm import minutes_of
from pmcareer.domain.work import share_of

STALE_MONTHS = 18
HANDS_ON_MONTHS = 6
"""No certificate is suggested before so many months of hands-on work (S1-98, S1-103)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockedGate:
    """A rule of a certificate, with its clock."""

    standing: Standing
    clock: Clock


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
    study_hours: float
    """PERT mean of the study and the application, and the training."""
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
    hours = study_hours(person, item)
    parked = None if held else _parked(person)
    begin = None
    if open_on and not held and not parked:
        begin = max(person.today, open_on - timedelta(days=round(hours / hours_per_week * DAYS_PER_WEEK)))
    return CertificationClock(
        certification=item,
        held=held,
        gates=gates,
        open_on=open_on,
        study_hours=hours,
        begin_study_on=begin,
        parked_reason=parked,
        stale=plus_months(item.as_of, STALE_MONTHS) < person.today,
        requires=tuple(name for name in item.requires if name not in person.certificates),
        renewal=_renewal(person, item) if held else None,
    )


def _gate(person: Person, item: Certification, number: int, rule: CertificationExperience) -> ClockedGate:
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
        clock = clock_of(person, rule.work, months, rule.window_years, goes_on=present_share(person, rule.work))
    return ClockedGate(standing=Standing(gate=gate, needed=months, have=clock.have_months), clock=clock)


def present_share(person: Person, work: str) -> float:
    """Give the part of each month to come that counts as this work if the present work goes on.

    Experience that is still going on counts; where nothing is on record as going on, the stated role's work does.
    """
    going_on = [entry for entry in person.experiences if entry.end is None or entry.end > person.today]
    if going_on:
        return float(person.still_does(work))
    role = person.curriculum.role.get(person.role or "")
    return min(1.0, share_of(role.work_shares, work)) if role else 0.0


def study_hours(person: Person, item: Certification) -> float:
    """Add up study and application at their PERT means (o + 4m + p) / 6, and the training that is not waived."""
    total = _pert(item.study_hours) + _pert(item.application_hours)
    if any(name in person.certificates for name in item.training_waived_by):
        return total
    return total + months_for(item.training_hours, person.says.get("education"))


def _pert(hours: tuple[float, float, float] | None) -> float:
    if hours is None:
        return 0.0
    low, likely, high = hours
    return (low + 4 * likely + high) / 6


def _parked(person: Person) -> str | None:
    """Say until when certificates wait: six months of hands-on work come first."""
    have = months_in(person.ranges_of("hands-on"))
    if have >= HANDS_ON_MONTHS:
        return None
    reason = f"after {HANDS_ON_MONTHS} to 12 months of hands-on project work; {have:.0f} on record"
    if present_share(person, "hands-on"):
        return f"{reason}, likely from {plus_months(person.today, HANDS_ON_MONTHS - have).isoformat()}"
    return reason


def _renewal(person: Person, item: Certification) -> Renewal | None:
    """Give the present cycle: its last day, its units, and the hours logged on each side since it began."""
    renew = item.renew or {}
    years, units = renew.get("years"), renew.get("units")
    if not isinstance(years, int | float) or not isinstance(units, int | float):
        return None
    earned = person.certificates[item.id].on
    due = plus_years(earned, years)
    while due <= person.today:
        earned, due = due, plus_years(due, years)
    minimum = renew.get("min_per_side", 0)
    return Renewal(
        due_on=due,
        units=float(units),
        unit=str(renew.get("unit", "units")),
        minimum_per_side=float(minimum) if isinstance(minimum, int | float) else 0.0,
        hours_by_side=_hours_by_side(person, earned),
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
