"""What can be said of a curriculum's right items while others are wrong: all that rests on none."""

from collections.abc import Iterator, Mapping

from pmcareer.domain.curriculum.links import Finding
from pmcareer.domain.curriculum.tables import ROWS, CurriculumTables
from pmcareer.storage.curriculum.salvaging import Salvaged

ENDS = "moves.from moves.to"
PLACES = f"{ENDS} roles.detour roles.retired"
GATES = "roles.gates moves.gates certifications.gates certifications.experience"
RESTS_ON: Mapping[str, str] = {
    "roles.id": f"{PLACES} .default_role",
    "moves.to": f"{PLACES} roles.work .default_role",
    "steps.for": f"{PLACES} {GATES}",
    "steps.from": PLACES,
    "steps.requires": "steps.for steps.from steps.retired",
    "exercises.standing": f"{PLACES} roles.needs roles.requires",
    "exercises.core_since": ".version",
    "roles.instead": "roles.needs roles.requires exercises.skill exercises.level exercises.core",
    ".default_role": f"{PLACES} .default_target",
}
"""What else of a file each finding rests on that looks at more than its own item, in words."""
SERVES = {"skill", "level", "core", "retired"}
"""What of an exercise tells which needs it serves."""


class Doubts:
    """Which keys of a file hold something wrong, and what must not be said because of it."""

    # A move with two months instead of three is known by its ends: that no move leads to a role
    # can be said. One whose `to` is a number may lead anywhere: then it can't.

    def __init__(self, saved: Salvaged) -> None:
        self._saved = saved
        self._keys = {(table, key) for table, _, key in saved.doubted}
        self._tables = set(self._with_unknown_keys())

    def _with_unknown_keys(self) -> Iterator[str]:
        """Name the tables in which a key may be any other, or a whole item is not known."""
        for table, key in self._keys:
            if table and (key == "id" or key not in _keys_of(table)):
                yield table

    def rests_on_any(self, finding: Finding, place: int | None) -> bool:
        """Tell whether a finding may be due to something that is wrong elsewhere."""
        table, key = finding.table, finding.key
        if (table, key) == ("skills", "levels"):
            return (table, place, key) in self._saved.doubted
        words = RESTS_ON.get(f"{table}.{key}", "").split()
        return any(map(self._is_doubted, words))

    def _is_doubted(self, word: str) -> bool:
        table, _, key = word.partition(".")
        return table in self._tables or (table, key) in self._keys

    def without_needs(self, tables: CurriculumTables) -> CurriculumTables:
        """Leave out the needs of which nobody can say whether an exercise serves them."""
        skills = set(self._skills())
        roles = []
        for role in tables.roles:
            needs = {name: level for name, level in role.needs.items() if name not in skills}
            roles.append(role.model_copy(update={"needs": {} if "" in skills else needs}))
        return tables.model_copy(update={"roles": tuple(roles)})

    def _skills(self) -> Iterator[str]:
        """Name the skills that a wrong exercise may serve; "" where it may be any."""
        places = self._saved.places["exercises"]
        for table, place, key in self._saved.doubted:
            if table != "exercises" or (key in _keys_of(table) and key not in SERVES | {"id"}):
                continue
            if key in ("skill", "id") or place not in places:
                yield ""
            else:
                yield self._saved.tables.exercises[places.index(place)].skill


def _keys_of(table: str) -> set[str]:
    keys = {"experience"} if table == "certifications" else set()
    for name, field in ROWS[table].model_fields.items():
        keys |= {name, str(field.alias or name)}
    return keys
