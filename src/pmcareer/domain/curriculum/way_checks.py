"""Moves that nothing can ever open: months of work that no role on the way and no detour gives."""

from collections.abc import Iterator

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.gate import ExperienceGate
from pmcareer.domain.curriculum.items import Move, Role
from pmcareer.domain.curriculum.links import Said
from pmcareer.domain.ground.work import known_words, share_of


class Ways:
    """Which roles give which work, and which of them one can't get round."""

    # From lead to head, with a gate of 24 months of office work. Lead gives none. Where everybody
    # comes to lead by way of the office, the months are there; where one can come from delivery
    # alone, whoever did so stands before a gate that nothing opens, unless a detour gives them.

    def __init__(self, curriculum: Curriculum) -> None:
        self._curriculum = curriculum
        self._onward: dict[str, list[str]] = {}
        entered = set()
        for move in curriculum.moves:
            self._onward.setdefault(move.source, []).append(move.target)
            entered.add(move.target)
        roles = [role for role in curriculum.roles if not role.retired]
        self._detours = [role for role in roles if role.detour]
        on_the_map = [role.id for role in roles if not role.detour]
        self._starts = [name for name in on_the_map if name not in entered]
        if curriculum.default_role:
            self._starts.append(curriculum.default_role)

    def never_opened(self, move: Move) -> Said:
        """Name the gates at the end of a move whose months nothing on the way there gives."""
        roles = self._curriculum.role
        source, target = roles.get(move.source), roles.get(move.target)
        if source is None or target is None or source.detour or target.detour:
            return
        for gate in _asking_for_months((*move.gates, *target.gates)):
            if not self._is_given(gate, source):
                asked = f"gate {gate.id} asks for months of {gate.work}"
                message = f"{asked}, and neither {source.id} nor a detour gives them."
                mend = f"Add a detour with work {gate.work}, or say another way to {target.id}."
                yield "to", message, mend

    def _is_given(self, gate: ExperienceGate, source: Role) -> bool:
        given = any(_gives(role, gate) for role in (source, *self._detours_from(source)))
        return given or source.id not in self._reached_without(gate)

    def _detours_from(self, source: Role) -> Iterator[Role]:
        """Go through the detours that everybody in a role may take."""
        for detour in self._detours:
            if not detour.when and (not detour.source or source.id in detour.source):
                yield detour

    def _reached_without(self, gate: ExperienceGate) -> set[str]:
        """Follow the moves without ever doing the work of a gate."""
        waiting = list(self._starts)
        reached: set[str] = set()
        while waiting:
            name = waiting.pop()
            role = self._curriculum.role.get(name)
            if role is not None and name not in reached and not _gives(role, gate):
                reached.add(name)
                waiting.extend(self._onward.get(name, ()))
        return reached


def _asking_for_months(gates: tuple[object, ...]) -> Iterator[ExperienceGate]:
    """List the gates of months that no certificate stands in for.

    Of a kind of work that nobody knows another check tells; no detour would give it.
    """
    known = set(known_words())
    for gate in gates:
        if not isinstance(gate, ExperienceGate) or gate.waived_by:
            continue
        if known.issuperset(gate.work.split("+")):
            yield gate


def _gives(role: Role, gate: ExperienceGate) -> bool:
    return share_of(role.work_shares, gate.work) > 0
