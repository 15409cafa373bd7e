"""Every gate of a curriculum by its id, and what asks for it."""

from collections.abc import Iterator
from itertools import repeat

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.gate import ByOthers, Gate
from pmcareer.domain.curriculum.items import Item


class AskedGate(Item):
    """A gate as something that can be looked up."""

    gate: Gate
    asked_by: tuple[str, ...]
    """Ids of the roles and certificates that ask for it; of a move the role that it leads to."""

    @property
    def is_by_others(self) -> bool:
        """Tell whether other people decide it, so that they can confirm it."""
        return isinstance(self.gate, ByOthers)


def asked_gates(curriculum: Curriculum) -> tuple[AskedGate, ...]:
    """List every gate once, in the order of roles, certificates and moves."""
    found: dict[str, AskedGate] = {}
    for name, gate in _gates(curriculum):
        known = found.get(gate.id)
        asked_by = (*known.asked_by, name) if known else (name,)
        found[gate.id] = AskedGate(
            id=gate.id,
            title=gate.title or gate.id.replace("-", " "),
            gate=known.gate if known else gate,
            asked_by=tuple(dict.fromkeys(asked_by)),
        )
    return tuple(found.values())


def _gates(curriculum: Curriculum) -> Iterator[tuple[str, Gate]]:
    """Go through all gates, each with the id of what asks for it."""
    for role in curriculum.roles:
        yield from zip(repeat(role.id), role.gates)
    for certification in curriculum.certifications:
        yield from zip(repeat(certification.id), certification.gates)
    for move in curriculum.moves:
        yield from zip(repeat(move.target), move.gates)
