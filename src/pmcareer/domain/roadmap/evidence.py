"""What of a role that one holds is shown on paper: its gates are behind one, but for pages."""

from collections.abc import Iterator

from pmcareer.domain.curriculum.gate import ConfirmedGate
from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.gates.on_record import gate_status
from pmcareer.domain.gates.state import GateStatus
from pmcareer.domain.person.levels import levels_of
from pmcareer.domain.person.person import Person


def on_paper(person: Person, role: Role) -> Iterator[GateStatus]:
    """Go through what others confirm by what one has written down, and have not confirmed yet."""
    for gate in role.gates:
        if isinstance(gate, ConfirmedGate) and gate.on_paper:
            status = gate_status(person, gate)
            if status.missing:
                yield status


def has_levels(person: Person, role: Role) -> bool:
    """Tell whether somebody stands at every level that a role needs."""
    levels = levels_of(person)
    return all(levels[skill].level >= need for skill, need in role.needs.items())
