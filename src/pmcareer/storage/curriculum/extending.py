"""A user's curriculum laid over the shipped one: known ids replace, `replaces` renames.

Shipped items follow: where they name what was renamed they name its heir, and what the user
retired they do without.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.frameworks import FrameworkItem
from pmcareer.domain.curriculum.gate import Gate
from pmcareer.domain.curriculum.items import Move
from pmcareer.domain.curriculum.links import FOLLOWED, GATED, LINKS
from pmcareer.domain.curriculum.tables import CurriculumTables
from pmcareer.domain.ground.vocabulary import BESIDE, TABLES
from pmcareer.domain.roadmap.facts import following
from pmcareer.storage.curriculum.inherited_answers import renamed_answer
from pmcareer.storage.curriculum.inherited_industries import renamed_industry
from pmcareer.storage.curriculum.inherited_steps import still_asked

Origins = Mapping[str, tuple[int | None, ...]]
"""Per table, the place in the user's file of each item; None came with the shipped curriculum."""
NEEDING = ("requires", "first", "bridge")
"""Links that a retired exercise can't satisfy."""

ASKING = ("prompts", "profile")
"""The tables whose items have answers to pick."""
CONDITIONAL = ("advice", "options", "roles", "moves", "practices", "steps")
"""The tables whose items are said under conditions."""

Item = Any
"""An item of any table."""
Items = Sequence[Item]
"""The items of a table."""
Heirs = dict[str, str]
"""Old ids to new ones."""
Renamed = Mapping[str, Heirs]
"""Heirs per table."""


def laid_over(shipped: Curriculum, own: CurriculumTables) -> tuple[CurriculumTables, Origins]:
    """Join the tables of both, and say where in the user's file each item stands."""
    tables = (*BESIDE, *TABLES)
    renamed = {table: _renamed(getattr(shipped, table), getattr(own, table)) for table in tables}
    retired = [exercise.id for exercise in own.exercises if exercise.retired]
    changed = _defaults(shipped, own, renamed["roles"])
    origins: dict[str, tuple[int | None, ...]] = {}
    for table in tables:
        inherited = [_following(item, table, renamed, retired) for item in getattr(shipped, table)]
        rows = _both(inherited, getattr(own, table), renamed[table])
        changed[table] = tuple(item for item, _ in rows)
        origins[table] = tuple(place for _, place in rows)
    whole = own.model_copy(update=changed)
    steps = tuple(still_asked(whole, origins["steps"]))
    origins["steps"] = tuple(place for _, place in steps)
    return whole.model_copy(update={"steps": tuple(step for step, _ in steps)}), origins


def _defaults(shipped: Curriculum, own: CurriculumTables, heirs: Heirs) -> dict[str, Any]:
    return {
        "default_role": own.default_role or _followed(shipped.default_role, heirs),
        "shown_in_post": own.shown_in_post or shipped.shown_in_post,
        "searches": {**shipped.searches, **own.searches},
        "default_target": own.default_target or _followed(shipped.default_target, heirs),
    }


def _renamed(shipped: Items, own: Items) -> Heirs:
    """Map the shipped ids that the user's items replace; what the user defines too is not old."""
    old_ids = {item.id for item in shipped if item.id} - {item.id for item in own}
    heirs: dict[str, str] = {}
    for item in own:
        for old in getattr(item, "replaces", ()):
            if old in old_ids:
                heirs.setdefault(old, item.id)
    return heirs


def _following(item: Item, table: str, renamed: Renamed, retired: Iterable[str]) -> Item:
    """Rename what a shipped item names."""
    followed: dict[str, Any] = {}
    for field, tables in _links_of(table).items():
        heirs = _heirs_in(tables, renamed)
        if field in NEEDING and "exercises" in tables:
            heirs |= dict.fromkeys(retired, "")
        followed[field] = _followed(getattr(item, field), heirs)
    if table in GATED:
        followed["gates"] = tuple(_gate(gate, renamed) for gate in item.gates)
    if table in CONDITIONAL:
        followed["when"] = tuple(following(text, renamed) for text in item.when)
    if table == "roles":
        followed["instead"] = _left(followed["instead"], retired)
    if table == "industries":
        followed |= renamed_industry(item, renamed, set(retired))
    if table in ASKING:
        followed["answers"] = tuple(renamed_answer(answer, renamed) for answer in item.answers)
    if table == "frameworks":
        followed["items"] = tuple(_served(each, renamed, retired) for each in item.items)
    changed = {field: new for field, new in followed.items() if new != getattr(item, field)}
    return item.model_copy(update=changed)


def _links_of(table: str) -> dict[str, tuple[str, ...]]:
    return {**LINKS.get(table, {}), **FOLLOWED.get(table, {})}


def _heirs_in(tables: Iterable[str], renamed: Renamed) -> dict[str, str]:
    heirs: dict[str, str] = {}
    for table in tables:
        heirs |= renamed[table]
    return heirs


def _followed(value: Any, heirs: Heirs) -> Any:  # noqa: ANN401 -- an id, ids, or a table by ids
    """Name heirs for what was replaced; an heir without a name stands for nothing."""
    if not value:
        return value
    if isinstance(value, str):
        return heirs.get(value, value)
    if isinstance(value, Mapping):
        return {heirs.get(name, name): heirs.get(to, to) for name, to in value.items()}
    named = dict.fromkeys(heirs.get(name, name) for name in value)
    return tuple(filter(None, named))


def _left(instead: Mapping[str, str], retired: Iterable[str]) -> Mapping[str, str]:
    """Leave out what nobody is asked for, on either side."""
    gone = set(retired)
    return {old: new for old, new in instead.items() if gone.isdisjoint((old, new))}


def _served(item: FrameworkItem, renamed: Renamed, retired: Iterable[str]) -> FrameworkItem:
    """Name heirs in an item of a framework; what the user retired serves nothing."""
    gone = dict.fromkeys(retired, "")
    return item.model_copy(
        update={
            "exercises": _followed(item.exercises, renamed["exercises"] | gone),
            "skills": {renamed["skills"].get(name, name): n for name, n in item.skills.items()},
            "roles": _followed(item.roles, renamed["roles"]),
        }
    )


def _gate(gate: Gate, renamed: Renamed) -> Gate:
    return gate.model_copy(
        update={
            field: _followed(getattr(gate, field), renamed[table])
            for field, table in gate.names.items()
        }
    )


def _both(shipped: Items, own: Items, heirs: Heirs) -> list[tuple[Any, int | None]]:
    """Join two tables, each item with its place in the user's one."""
    # Read backwards, so that of two with one id the first counts.
    waiting = {_key(item): (item, place) for place, item in reversed([*enumerate(own)])}
    shipped_keys = set(map(_key, shipped))
    rows: list[tuple[Any, int | None]] = []
    # The order of a curriculum means something. "own-02", which replaces "pmf-02" and "pmf-04",
    # stands where "pmf-02" stood, and both go. "pmf-05", which the user writes anew to replace
    # "pmf-02", stands where it always stood.
    first_replaced = {heir: old for old, heir in reversed(heirs.items())}
    for item in shipped:
        key = _key(item)
        heir = heirs.get(key)
        if heir is None:
            rows.append(waiting.pop(key, (item, None)))
        elif first_replaced[heir] == key and heir not in shipped_keys:
            rows.append(waiting.pop(heir))
    # The second of two with one id is added as well, for the check to find.
    placed = {place for _, place in rows}
    return rows + [(item, place) for place, item in enumerate(own) if place not in placed]


def _key(item: Item) -> str:
    """Name an item; a move needs no id."""
    if isinstance(item, Move):
        return f"{item.source} {item.target}"
    return str(item.id)
