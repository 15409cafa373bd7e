"""How far someone is with a gate, and when it opens: one case per kind of gate."""

from collections.abc import Iterable
from datetime import date
from math import ceil, inf
from typing import assert_never

from pmcareer.domain.curriculum.gate import (
    ByOthers,
    CertificateGate,
    ClosedGate,
    ConfirmedGate,
    ExperienceGate,
    Gate,
    ServicesGate,
)
from pmcareer.domain.gates.clock import Clock, clock_of
from pmcareer.domain.gates.state import CertificateWait, GateForecast, GateStatus
from pmcareer.domain.gates.study import by_education, study_hours
from pmcareer.domain.gates.wording import gate_words
from pmcareer.domain.ground.calendar import plus_days
from pmcareer.domain.person.complexity import is_unsaid, stays_as_complex
from pmcareer.domain.person.given import ThreeMonths
from pmcareer.domain.person.levels import levels_of
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.steps import confirmed_on


def gate_status(person: Person, gate: Gate) -> GateStatus:
    """Count what is on record for a gate; on those without a calendar others decide.

    What others have confirmed is met, however much is counted: they saw what nobody logged.
    """
    needed, have = _needed_and_there(person, gate)
    confirmed = confirmed_on(person, gate.id) if isinstance(gate, ByOthers) else None
    if confirmed:
        have = max(have, needed)
    wait = None
    if isinstance(gate, CertificateGate) and not have:
        wait = _wait_for(person, gate.certification)
    return GateStatus(
        gate=gate,
        needed=needed,
        have=have,
        wait=wait,
        words=gate_words(gate, person.curriculum, needed),
        confirmed_on=confirmed,
        is_uncounted=_is_uncounted(person, gate),
        assumed_months=_assumed_months(person, gate),
    )


def _assumed_months(person: Person, gate: Gate) -> ThreeMonths | None:
    """Say how long others take to open a gate, as the curriculum and one's answers have it."""
    if not isinstance(gate, ByOthers) or gate.months is None:
        return None
    return person.given.gate(gate.months)


def _is_uncounted(person: Person, gate: Gate) -> bool:
    if not isinstance(gate, ExperienceGate) or gate.complexity is None:
        return False
    return is_unsaid(person, gate.work)


def _needed_and_there(person: Person, gate: Gate) -> tuple[float, float]:
    match gate:
        case ExperienceGate():
            there = months_clock(person, gate, goes_on=0).have_months
            return by_education(gate.months, person), there
        case ClosedGate():
            return float(gate.count), float(len(person.closed_projects))
        case ServicesGate():
            return float(gate.count), float(_services(person, gate))
        case CertificateGate() if gate.certification in person.certificates:
            return 1, 1.0
        case CertificateGate() | ConfirmedGate():
            # One yes is asked for.
            return 1, 0
        case _:
            assert_never(gate)


def months_clock(person: Person, gate: ExperienceGate, *, goes_on: float) -> Clock:
    """Read the clock of the months asked of someone; a certificate may stand in for them.

    `goes_on` is the part of a month that the present work adds to each month to come, 0 to 1.
    """
    months = by_education(gate.months, person)
    if any(name in person.certificates for name in gate.waived_by):
        return Clock(have_months=months, open_on=person.today, lost_on=None)
    return clock_of(
        person,
        gate.work,
        months,
        gate.window_years,
        goes_on=goes_on,
        complexity=gate.complexity,
    )


def _wait_for(person: Person, name: str) -> CertificateWait:
    """Find what a certificate waits for, those that it asks for itself included."""
    item = person.curriculum.certification.get(name)
    if item is None:
        return CertificateWait(opens_in_days=inf, study_hours=0.0)
    # Months, study and what another certificate asks for run side by side.
    opens, hours = 0.0, study_hours(person, item)
    for gate in item.gates:
        if isinstance(gate, ExperienceGate):
            day = _months_open_on(person, gate)
            opens = max(opens, (day - person.today).days if day else inf)
        behind = gate_status(person, gate).wait
        if behind:
            opens, hours = max(opens, behind.opens_in_days), max(hours, behind.study_hours)
    return CertificateWait(opens_in_days=opens, study_hours=hours)


def _months_open_on(person: Person, gate: ExperienceGate) -> date | None:
    return months_clock(person, gate, goes_on=_going_on(person, gate)).open_on


def _services(person: Person, gate: ServicesGate) -> int:
    """Count the services at the level asked; one that the person's PMO gives is evidence enough."""
    given = person.says.get("pmo_services", ())
    mastered = {each.skill for each in levels_of(person).values() if each.level >= gate.level}
    return sum(name in given or name in mastered for name in gate.of)


def gate_forecasts(
    person: Person, gates: Iterable[Gate], hours_per_week: float
) -> tuple[GateForecast, ...]:
    """Say of each gate when it opens, and when months are lost, if the present work goes on.

    `hours_per_week` is one's pace: certificates ask for study.
    """
    return tuple(_forecast(person, gate, hours_per_week) for gate in gates)


def _forecast(person: Person, gate: Gate, hours_per_week: float) -> GateForecast:
    status = gate_status(person, gate)
    if isinstance(gate, ExperienceGate):
        clock = months_clock(person, gate, goes_on=_going_on(person, gate))
        return GateForecast(status=status, open_on=clock.open_on, lost_on=clock.lost_on)
    days = inf
    if not status.missing:
        return GateForecast(status=status, open_on=status.confirmed_on or person.today)
    if status.wait:
        days = status.wait.days_at(hours_per_week)
    if days == inf:
        return GateForecast(status=status, open_on=None)
    return GateForecast(status=status, open_on=plus_days(person.today, ceil(days)))


def _going_on(person: Person, gate: ExperienceGate) -> float:
    """Say which part of each month to come counts for a gate if the present work goes on."""
    if gate.complexity is None:
        return present_share(person, gate.work)
    # Of a post nobody said how complex its projects are.
    as_complex = stays_as_complex(person, gate.work, gate.complexity)
    return float(any(entry in person.going_on for entry in as_complex))


def present_share(person: Person, work: str) -> float:
    """Say which part of each month to come counts as this work if the present work goes on.

    Experience that is still going on counts, and the post whose first day was said: what somebody
    does today is known of these alone.
    """
    if person.still_does(work):
        return 1.0
    return person.post_share(work)


def opening_day(person: Person, forecasts: Iterable[GateForecast]) -> date | None:
    """Find the first day on which all gates with a calendar are open; None if one never is."""
    latest = person.today
    for forecast in forecasts:
        if forecast.gate.has_calendar:
            if forecast.open_on is None:
                return None
            latest = max(latest, forecast.open_on)
    return latest
