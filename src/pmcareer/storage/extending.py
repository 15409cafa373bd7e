"""A user's curriculum laid over the shipped one: known ids replace, `replaces` renames.

Shipped items follow: where they name what was renamed they name its heir, and what the user
retired they do without.
"""

from collections.abc import Mapping
from typing import Any

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.gate import Gate
from pmcareer.domain.curriculum.items import Move
from pmcareer.domain.curriculum.links import GATED, LINKS
from pmcareer.domain.curriculum.tables import CurriculumTables
from pmcareer.domain.ground.vocabulary import TABLES
from pmcareer.domain.roadmap.facts import following

Origins = Mapping[str, tuple[int | None, ...]]
"""Per table, the place in the user's file of each item; None came with the shipped curriculum."""
NEEDING = ("requires", "first")
"""Links that a retired exercise can't satisfy."""

Renamed = Mapping[str, Mapping[str, str]]
"""Per table, old ids to new ones."""


def laid_over(shipped: Curriculum, own: CurriculumTables) -> tuple[CurriculumTables, Origins]:
    """Join the tables of both, and say where in the user's file each item stands."""
    renamed = {table: _renamed(getattr(shipped, table), getattr(own, table)) for table in TABLES}
    retired = frozenset(exercise.id for exercise in own.exercises if exercise.retired)
    changed: dict[str, Any] = {
        key: getattr(own, key) for key in ("format", "title", "version", "extends")
    }
    origins: dict[str, tuple[int | None, ...]] = {}
    for table in TABLES:
        inherited = tuple(
            _following(item, table, renamed, retired) for item in getattr(shipped, table)
        )
        changed[table], origins[table] = _both(inherited, getattr(own, table), renamed[table])
    for key in ("default_role", "default_target"):
        role = getattr(shipped, key)
        changed[key] = getattr(own, key) or renamed["roles"].get(role, role)
    return own.model_copy(update=changed), origins


def _renamed(shipped: tuple[Any, ...], own: tuple[Any, ...]) -> Mapping[str, str]:
    """Map the shipped ids that the user's items replace; what the user defines too is not old."""
    old_ids = {item.id for item in shipped if item.id} - {item.id for item in own}
    heirs: dict[str, str] = {}
    for item in own:
        for old in getattr(item, "replaces", ()):
            if old in old_ids:
                heirs.setdefault(old, item.id)
    return heirs


def _following(item: Any, table: str, renamed: Renamed, retired: frozenset[str]) -> Any:  # noqa: ANN401 -- any item
    """Rename what a shipped item names; itself, where nothing of that has changed."""
    changed: dict[str, Any] = {}
    for field, tables in LINKS.get(table, {}).items():
        value = getattr(item, field)
        heirs = {old: new for name in tables for old, new in renamed[name].items()}
        left_out = retired if field in NEEDING and "exercises" in tables else frozenset()
        followed = _followed(value, heirs, left_out)
        if followed != value:
            changed[field] = followed
    if table in GATED and item.gates:
        gates = tuple(_gate(gate, renamed) for gate in item.gates)
        if gates != item.gates:
            changed["gates"] = gates
    if table in ("advice", "options"):
        when = tuple(following(text, renamed) for text in item.when)
        if when != item.when:
            changed["when"] = when
    return item.model_copy(update=changed) if changed else item


def _followed(
    value: Any,  # noqa: ANN401 -- an id, ids, or a table by ids
    heirs: Mapping[str, str],
    left_out: frozenset[str] = frozenset(),
) -> Any:  # noqa: ANN401
    if isinstance(value, str):
        return heirs.get(value, value)
    if isinstance(value, Mapping):
        return {heirs.get(name, name): level for name, level in value.items()}
    named = (heirs.get(name, name) for name in value or () if name not in left_out)
    return tuple(dict.fromkeys(named)) if value else value


def _gate(gate: Gate, renamed: Renamed) -> Gate:
    changed: dict[str, Any] = {}
    for field, table in gate.names.items():
        changed[field] = _followed(getattr(gate, field), renamed[table])
    return gate.model_copy(update=changed)


def _both(
    shipped: tuple[Any, ...], own: tuple[Any, ...], heirs: Mapping[str, str]
) -> tuple[tuple[Any, ...], tuple[int | None, ...]]:
    items: list[Any] = list(shipped)
    origins: list[int | None] = [None] * len(items)
    places = {_key(item): place for place, item in enumerate(items)}
    # The order of a curriculum means something. "own-02", which replaces "pmf-02" and "pmf-04",
    # stands where the first of them stood, and both go.
    inherited: dict[tuple[str, ...], int] = {}
    for old, heir in heirs.items():
        inherited.setdefault((heir,), places[old,])
    for index, item in enumerate(own):
        key = _key(item)
        # The second of two with one id is added, for the check to find.
        place = places.pop(key, inherited.pop(key, None))
        if place is None:
            items.append(item)
            origins.append(index)
        else:
            items[place], origins[place] = item, index
    kept = [
        place
        for place, item in enumerate(items)
        if origins[place] is not None or item.id not in heirs
    ]
    return tuple(items[place] for place in kept), tuple(origins[place] for place in kept)


def _key(item: Any) -> tuple[str, ...]:  # noqa: ANN401 -- a move needs no id
    return (item.source, item.target) if isinstance(item, Move) else (item.id,)
