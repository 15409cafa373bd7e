"""The role that a record speaks for: where somebody may stand who said another, or none."""

from collections.abc import Iterator
from datetime import date

from pmcareer.domain.curriculum.gate import ClosedGate, ConfirmedGate, ExperienceGate
from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.gates.on_record import gate_status
from pmcareer.domain.gates.state import GateStatus
from pmcareer.domain.logbook.entries import Closed, Entry, Experience, Profile
from pmcareer.domain.logbook.logbook import of_kind
from pmcareer.domain.person.person import Person


def standing_in_question(person: Person) -> str:
    """Ask whether the role that the record speaks for is one's own; "" where none does.

    A title only fills unknown levels: who has led for years and closed projects may begin where
    that is asked for. It is asked about, not guessed, and whoever says a role has answered.
    """
    # Most records have no project led to its end: then no gate need be read.
    if not person.closed_projects or person.detour or _is_answered(person):
        return ""
    found = list(_spoken_for(person))
    if not found:
        return ""
    role, words = found[-1]
    return (
        f"Is {role.title} what you do? Your record has what it asks ({words}): "
        f"pmcareer profile --role {role.id} --since DATE"
    )


def _is_answered(person: Person) -> bool:
    """Tell whether a role was said since the newest month or project was put on record."""
    record = (*of_kind(person.entries, Experience), *of_kind(person.entries, Closed))
    said = [_written(each) for each in of_kind(person.entries, Profile) if each.role]
    return bool(said) and max(said) > max(map(_written, record))


def _written(entry: Entry) -> tuple[date, float]:
    return entry.written_on, entry.at.timestamp() if entry.at else 0.0


def _spoken_for(person: Person) -> Iterator[tuple[Role, str]]:
    """Go through the roles further along whose months and projects are all on record."""
    curriculum = person.curriculum
    for name in curriculum.further_along(person.stands_at)[1:]:
        role = curriculum.role.get(name)
        if role is None or role.retired:
            continue
        counted = [gate_status(person, gate) for gate in role.gates if _is_counted(gate)]
        if _is_enough(counted) and not _asks_alike(person.held, role):
            yield role, ", ".join(status.words for status in counted)


def _asks_alike(held: Role | None, role: Role) -> bool:
    """Tell whether the role held asks for the same: then the record speaks for that as well."""
    return held is not None and _asked_of(held) >= _asked_of(role)


def _asked_of(role: Role) -> set[tuple[object, ...]]:
    asked: set[tuple[object, ...]] = set()
    for gate in role.gates:
        if isinstance(gate, ClosedGate):
            asked.add((gate.count,))
        elif isinstance(gate, ExperienceGate):
            asked.add((gate.work, str(gate.months)))
    return asked


def _is_counted(gate: object) -> bool:
    # What others would say of it can't be read from a record of months and projects.
    return not isinstance(gate, ConfirmedGate)


def _is_enough(counted: list[GateStatus]) -> bool:
    kinds = {type(status.gate) for status in counted}
    is_met = not any(status.missing for status in counted)
    return is_met and kinds >= {ClosedGate, ExperienceGate}
