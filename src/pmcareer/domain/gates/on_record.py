"""How far someone is with a gate, and when it opens: one case per kind of gate."""

from collections.abc import Iterable
from datetime import date
from math import ceil
from typing import assert_never

from pmcareer.domain.curriculum.gate import (
    CertificateGate,
    ClosedGate,
    ConfirmedGate,
    ExperienceGate,
    Gate,
    ServicesGate,
)
from pmcareer.domain.gates.clock import Clock, clock_of
from pmcareer.domain.gates.state import GateForecast, GateStatus
from pmcareer.domain.gates.study import by_education, study_hours
from pmcareer.domain.gates.wording import gate_words
from pmcareer.domain.ground.calendar import DAYS_PER_WEEK, plus_days
from pmcareer.domain.ground.work import share_of
from pmcareer.domain.person.levels import levels_of
from pmcareer.domain.person.person import Person


def gate_status(person: Person, gate: Gate) -> GateStatus:
    """Count what is on record for a gate; on those without a calendar others decide."""
    needed: float = 1
    have: float = 0
    ready = None
    match gate:
        case ExperienceGate():
            needed = by_education(gate.months, person)
            have = months_clock(person, gate, goes_on=0).have_months
        case CertificateGate() if gate.certification in person.certificates:
            have = 1.0
        case CertificateGate():
            ready = _ready_in_days(person, gate.certification)
        case ClosedGate():
            needed, have = float(gate.count), float(len(person.closed_projects))
        case ServicesGate():
            needed, have = float(gate.count), float(_services(person, gate))
        case ConfirmedGate():
            pass  # one yes, and nothing on record says it
        case _:
            assert_never(gate)
    words = gate_words(gate, person.curriculum, needed)
    return GateStatus(gate=gate, needed=needed, have=have, ready_in_days=ready, words=words)


def months_clock(person: Person, gate: ExperienceGate, *, goes_on: float) -> Clock:
    """Read the clock of the months asked of someone; a certificate may stand in for them.

    `goes_on` is the part of a month that the present work adds to each month to come, 0 to 1.
    """
    months = by_education(gate.months, person)
    if any(name in person.certificates for name in gate.waived_by):
        return Clock(have_months=months, open_on=person.today, lost_on=None)
    return clock_of(person, gate.work, months, gate.window_years, goes_on=goes_on)


def _ready_in_days(person: Person, name: str) -> float | None:
    """Days until a certificate opens and its study could be done; None if it never opens."""
    item = person.curriculum.certification.get(name)
    opens = opening_day(person, gate_forecasts(person, item.gates)) if item else None
    if item is None or opens is None:
        return None
    # Months and study run side by side: the later of the two decides.
    study = study_hours(person, item) / person.hours_per_week * DAYS_PER_WEEK
    return max(float((opens - person.today).days), study)


def _services(person: Person, gate: ServicesGate) -> int:
    """Count the services at the level asked; one that the person's PMO gives is evidence enough."""
    levels = levels_of(person)
    given = person.says.get("pmo_services", ())
    return sum(
        name in given or (name in levels and levels[name].level >= gate.level) for name in gate.of
    )


def gate_forecasts(person: Person, gates: Iterable[Gate]) -> tuple[GateForecast, ...]:
    """Say of each gate when it opens, and when months are lost, if the present work goes on."""
    return tuple(_forecast(person, gate) for gate in gates)


def _forecast(person: Person, gate: Gate) -> GateForecast:
    status = gate_status(person, gate)
    if isinstance(gate, ExperienceGate):
        clock = months_clock(person, gate, goes_on=present_share(person, gate.work))
        return GateForecast(status=status, open_on=clock.open_on, lost_on=clock.lost_on)
    opens = None
    if not status.missing:
        opens = person.today
    elif status.ready_in_days is not None:
        opens = plus_days(person.today, ceil(status.ready_in_days))
    return GateForecast(status=status, open_on=opens)


def present_share(person: Person, work: str) -> float:
    """Say which part of each month to come counts as this work if the present work goes on.

    Experience that is still going on counts; where none is on record, the stated role's work.
    """
    for entry in person.experiences:
        if entry.end is None or entry.end > person.today:
            return float(person.still_does(work))
    role = person.curriculum.role.get(person.role or "")
    return min(1.0, share_of(role.work_shares, work)) if role else 0.0


def opening_day(person: Person, forecasts: Iterable[GateForecast]) -> date | None:
    """Find the first day on which all gates with a calendar are open; None if one never is."""
    latest = person.today
    for forecast in forecasts:
        if forecast.gate.has_calendar:
            if forecast.open_on is None:
                return None
            latest = max(latest, forecast.open_on)
    return latest
