"""What items of a curriculum say about others: ids that must exist, orders without a ring."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from typing import Any

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.gate import CertificateGate, Gate
from pmcareer.domain.curriculum.tables import ONE
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.vocabulary import SERVICES, TABLES
from pmcareer.errors import SHOWN_PROBLEMS, nearest

LONGEST_RING_SHOWN = 12
# Per table: the field, its key in the file, and the tables that may hold the id.
LINKS: Mapping[str, tuple[tuple[str, str, tuple[str, ...]], ...]] = {
    "exercises": (
        ("skill", "skill", ("skills",)),
        ("requires", "requires", ("exercises",)),
        ("standing", "standing", ("roles",)),
        ("resources", "resources", ("resources",)),
    ),
    "roles": (
        ("needs", "needs", ("skills",)),
        ("requires", "requires", ("exercises",)),
        ("weights", "weights", ("skills",)),
        ("traits", "traits", ("traits",)),
    ),
    "moves": (
        ("source", "from", ("roles",)),
        ("target", "to", ("roles",)),
        ("first", "first", ("exercises",)),
        ("requires", "requires", ("exercises",)),
        ("certificates", "certificates", ("certifications",)),
    ),
    "certifications": (
        ("fit", "fit", ("roles",)),
        ("training_waived_by", "training_waived_by", ("certifications",)),
        ("requires", "requires", ("certifications",)),
    ),
    "practices": (("roles", "roles", ("roles",)),),
    "prompts": (("roles", "roles", ("roles",)),),
    "advice": (
        ("exercises", "exercises", ("exercises",)),
        ("practices", "practices", ("practices",)),
        ("certifications", "certifications", ("certifications",)),
        ("roles", "roles", ("roles",)),
        ("weights", "weights", ("skills",)),
    ),
    "options": (("via", "via", ("roles", "exercises")),),
    "resources": (("use_for", "for", ("skills", "roles", "exercises", "certifications")),),
}
GATED = ("roles", "moves", "certifications")
"""The tables whose items have gates."""


@frozen
class Finding:
    """A problem of a curriculum by its place among the tables; storage knows the line."""

    table: str = ""
    """Empty for what the curriculum says about itself."""
    index: int | None = None
    item: str = ""
    key: str = ""
    message: str
    hint: str = ""


def broken_links(curriculum: Curriculum) -> tuple[Finding, ...]:
    """Find what makes every command stumble: no role, ids there twice or nowhere, rings.

    Cheap enough for each start; `problems_of` finds the rest.
    """
    known = _Known(curriculum)
    return (
        *_without_a_role(curriculum),
        *_twice(curriculum),
        *_unknown_defaults(curriculum, known),
        *_unknown_ids(curriculum, known),
        *_unknown_in_gates(curriculum, known),
        *_rings(curriculum),
    )


def items_of(curriculum: Curriculum) -> Iterator[tuple[str, int, Any]]:
    """Go through every item: its table, its place there counted from 0, and itself."""
    for table in TABLES:
        for index, item in enumerate(getattr(curriculum, table)):
            yield table, index, item


def name_of(item: Any) -> str:  # noqa: ANN401 -- items have no common base: a move needs no id
    """Name an item by its id, a move by the roles it joins."""
    return item.id or f"{item.source} -> {item.target}"


def gates_of(curriculum: Curriculum) -> Iterator[tuple[str, int, str, Gate]]:
    """Go through the gates of all who have any: table, place, name of the owner, gate."""
    for table in GATED:
        for index, owner in enumerate(getattr(curriculum, table)):
            for gate in owner.gates:
                yield table, index, name_of(owner), gate


def ids_in(value: str | Iterable[str]) -> Iterable[str]:
    """List the ids of a field that holds one or several."""
    return (value,) if isinstance(value, str) else value


class _Known:
    """The ids of each table, and what became of those that were replaced."""

    def __init__(self, curriculum: Curriculum) -> None:
        self._curriculum = curriculum
        self._ids: dict[tuple[str, ...], set[str]] = {}
        self._asked = 0

    def __getitem__(self, tables: tuple[str, ...]) -> set[str]:
        if tables not in self._ids:
            self._ids[tables] = {
                item.id for table in tables for item in getattr(self._curriculum, table)
            }
        return self._ids[tables]

    @cached_property
    def successor(self) -> Mapping[str, str]:
        """Old ids to new ones, of whatever table."""
        replaced = (item for table in ONE for item in getattr(self._curriculum, table))
        return {old: item.id for item in replaced for old in item.replaces}

    def unknown(self, word: str, tables: tuple[str, ...]) -> tuple[str, str]:
        """Say in a message and a hint that an id is nowhere in the tables where it should be."""
        what = " or ".join(ONE[table] for table in tables)
        return f"there is no {what} '{word}'.", self._meant(word, self[tables])

    def _meant(self, word: str, ids: Collection[str]) -> str:
        if word in self.successor:
            return f"It is called '{self.successor[word]}' now."
        if (
            self._asked >= SHOWN_PROBLEMS
        ):  # a search takes a millisecond, and nobody reads the hint of the 21st problem
            return ""
        self._asked += 1
        near = nearest(word, sorted(ids))
        return f"Did you mean '{near[0]}'?" if near else ""


def _without_a_role(curriculum: Curriculum) -> Iterator[Finding]:
    if all(role.detour for role in curriculum.roles):
        yield Finding(
            message="there is no role to head for.", hint="Add a [[roles]] table that is no detour."
        )


def _twice(curriculum: Curriculum) -> Iterator[Finding]:
    for table in TABLES:
        items = getattr(curriculum, table)
        names = (
            [(item.source, item.target) for item in items]
            if table == "moves"
            else [item.id for item in items]
        )
        if len(set(names)) < len(names):
            yield from _repeated(table, items, names)


def _repeated(table: str, items: Collection[Any], names: list[Any]) -> Iterator[Finding]:
    seen = set()
    for index, (item, name) in enumerate(zip(items, names, strict=True)):
        if name in seen:
            what, mend = (
                ("move", "Keep one of them.")
                if table == "moves"
                else ("id", "Give one of them another id.")
            )
            key = "from" if table == "moves" else "id"
            message = f"this {what} is there twice."
            yield Finding(
                table=table, index=index, item=name_of(item), key=key, message=message, hint=mend
            )
        seen.add(name)


def _unknown_defaults(curriculum: Curriculum, known: _Known) -> Iterator[Finding]:
    for key in ("default_role", "default_target"):
        word = getattr(curriculum, key)
        if word and word not in known["roles",]:
            message, hint = known.unknown(word, ("roles",))
            yield Finding(key=key, message=message, hint=hint)


def _unknown_ids(curriculum: Curriculum, known: _Known) -> Iterator[Finding]:
    for table, links in LINKS.items():
        for index, item in enumerate(getattr(curriculum, table)):
            for attribute, key, tables in links:
                value = getattr(item, attribute)
                if not value:
                    continue
                for word in ids_in(value):
                    if word not in known[tables]:
                        message, hint = known.unknown(word, tables)
                        yield Finding(
                            table=table,
                            index=index,
                            item=name_of(item),
                            key=key,
                            message=message,
                            hint=hint,
                        )


def _unknown_in_gates(curriculum: Curriculum, known: _Known) -> Iterator[Finding]:
    for table, index, name, gate in gates_of(curriculum):
        for message, hint in _unknown_of_gate(gate, known):
            yield Finding(
                table=table,
                index=index,
                item=name,
                key="gates",
                message=f"gate {gate.id}: {message}",
                hint=hint,
            )


def _unknown_of_gate(gate: Gate, known: _Known) -> Iterator[tuple[str, str]]:
    for field, table in gate.names.items():
        free = SERVICES if field == "of" else ()
        for word in ids_in(getattr(gate, field)):
            if word not in known[table,] and word not in free:
                yield known.unknown(word, (table,))


def _rings(curriculum: Curriculum) -> Iterator[Finding]:
    """Find a ring among exercises and one among certifications; graphlib does not recurse."""
    for table in ("exercises", "certifications"):
        waits_for: dict[str, list[str]] = {}
        for item in getattr(curriculum, table):
            waits_for[item.id] = [*item.requires, *_certificates_of(item)]
        try:
            TopologicalSorter(waits_for).prepare()
        except CycleError as error:
            ring: list[str] = error.args[1][::-1]
            yield _ring(table, list(waits_for).index(ring[0]), ring)


def _certificates_of(item: Any) -> Iterator[str]:  # noqa: ANN401 -- exercises have no gates
    for gate in getattr(item, "gates", ()):
        if isinstance(gate, CertificateGate):
            yield gate.certification


def _ring(table: str, index: int, ring: list[str]) -> Finding:
    shown = ring if len(ring) <= LONGEST_RING_SHOWN else [*ring[:6], "…", *ring[-5:]]
    return Finding(
        table=table,
        index=index,
        item=ring[0],
        key="requires",
        message=f"each of these waits for the next: {' -> '.join(shown)}.",
        hint="Take one `requires` out of the ring.",
    )
