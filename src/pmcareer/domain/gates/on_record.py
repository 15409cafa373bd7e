"""Gates: when calendar time or other people let someone through, and when old months are lost."""

from pmcareer.domain.curriculum.items import Gate
from pmcareer.domain.gates.certificates import clock_for
from pmcareer.domain.gates.clock import clock_of
from pmcareer.domain.gates.state import GateStatus
from pmcareer.domain.ground.calendar import DAYS_PER_WEEK
from pmcareer.domain.person.levels import levels_of
from pmcareer.domain.person.person import Person


def gate_status(person: Person, gate: Gate) -> GateStatus:
    """Count what is on record for a gate. Others decide on all kinds but experience and certificates."""
    if gate.kind == "experience":
        months = gate.months or 0.0
        waived = any(held in person.certificates for held in gate.waived_by)
        have = (
            months
            if waived
            else clock_of(person, gate.work or "", months, gate.window_years, goes_on=0).have_months
        )
        return GateStatus(gate=gate, needed=months, have=have)
    if gate.kind == "certificate":
        return _certificate(person, gate)
    if gate.kind == "closed":
        return GateStatus(
            gate=gate, needed=float(gate.count or 1), have=float(len(person.closed_projects))
        )
    if gate.kind == "services":
        return GateStatus(
            gate=gate, needed=float(gate.count or 1), have=float(_services(person, gate))
        )
    return GateStatus(gate=gate, needed=1, have=0)


def _services(person: Person, gate: Gate) -> int:
    """Count the services at the level that is asked; one that the person's PMO gives today is evidence by itself."""
    levels = levels_of(person)
    given = person.says.get("pmo_services", ())
    return sum(
        name in given or (name in levels and levels[name].level >= (gate.level or 0))
        for name in gate.of
    )


def _certificate(person: Person, gate: Gate) -> GateStatus:
    item = person.curriculum.certification.get(gate.certification or "")
    if item is None or item.id in person.certificates:
        return GateStatus(gate=gate, needed=1, have=float(item is not None))
    clock = clock_for(person, item, person.hours_per_week)
    ready = None
    if clock.open_on:
        study = clock.study_hours / person.hours_per_week * DAYS_PER_WEEK
        ready = max(float((clock.open_on - person.today).days), study)
    return GateStatus(gate=gate, needed=1, have=0, ready_in_days=ready)
