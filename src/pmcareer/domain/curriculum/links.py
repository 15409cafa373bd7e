"""What items of a curriculum say about others: ids that must exist, orders without a ring."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from graphlib import CycleError, TopologicalSorter
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.gate import CertificateGate
from pmcareer.domain.curriculum.items import Move
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Severity
from pmcareer.domain.ground.vocabulary import BESIDE, ONE, SERVICES, TABLES
from pmcareer.errors import SHOWN_PROBLEMS, did_you_mean

if TYPE_CHECKING:
    # Few people have named an industry, and to load what one consists of takes a moment.
    from pmcareer.domain.curriculum.industries import Industry

LONGEST_RING_SHOWN = 12
OUT_OF_RING = {
    "requires": "Take one `requires` out of the ring.",
    "gates": "Take one gate that asks for a certificate out of the ring.",
}
LINKS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "skills": {"side": ("sides",)},
    "exercises": {
        "skill": ("skills",),
        "side": ("sides",),
        "requires": ("exercises",),
        "standing": ("roles",),
        "resources": ("resources",),
    },
    "roles": {
        "needs": ("skills",),
        "requires": ("exercises",),
        "instead": ("exercises",),
        "weights": ("skills",),
        "traits": ("traits",),
        "source": ("roles",),
        "onward": ("roles",),
    },
    "moves": {
        "source": ("roles",),
        "target": ("roles",),
        "first": ("exercises",),
        "requires": ("exercises",),
        "certificates": ("certifications",),
    },
    "certifications": {
        "fit": ("roles",),
        "offer_to": ("roles",),
        "supersedes": ("certifications",),
        "alternatives": ("certifications",),
        "training_waived_by": ("certifications",),
        "requires": ("certifications",),
        "renewed_by": ("certifications",),
    },
    "practices": {"roles": ("roles",)},
    "prompts": {"roles": ("roles",)},
    "profile": {"yields_to": ("prompts",)},
    "advice": {
        "exercises": ("exercises",),
        "practices": ("practices",),
        "certifications": ("certifications",),
        "roles": ("roles",),
        "weights": ("skills",),
    },
    "steps": {"source": ("roles",), "requires": ("steps", "exercises")},
    "options": {"via": ("roles", "exercises")},
    "industries": {
        "default_target": ("roles",),
        "first": ("exercises",),
        "certificates": ("certifications",),
        "anew": ("skills",),
        "bridge": ("exercises",),
        "elsewhere": ("roles", "industries"),
    },
    "resources": {"use_for": ("skills", "roles", "exercises", "certifications")},
    "frameworks": {"certifications": ("certifications",)},
}
"""Per table the fields that name items, and the tables of which one may hold the id."""
KEYS = {"source": "from", "target": "to", "use_for": "for"}
"""Fields that the file calls by another name."""
FOLLOWED: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "steps": {"use_for": ("roles", "certifications")},
}
"""Fields that may name items of these tables, and more: gates, or a fixed word."""
WITHIN_INDUSTRIES = (
    ("needs", "skill", "skills"),
    ("needs", "roles", "roles"),
    ("exercises", "id", "exercises"),
    ("adds", "exercise", "exercises"),
    ("adds", "roles", "roles"),
)
"""What the tables within an industry name: their key, the field, and the table of the id."""
GATED = ("roles", "moves", "certifications")
"""The tables whose items have gates."""

# Items have no common base: a move needs no id, and only three kinds have gates.
AnItem = Any

Said = Iterator[tuple[str, str, str]]
"""What is wrong with an item: its key, a message, and the mend."""


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
    severity: Severity = "error"


def findings(
    curriculum: Curriculum, tables: Iterable[str], said_of: Callable[[AnItem], Said]
) -> Iterator[Finding]:
    """Ask of each item of some tables what is wrong with it."""
    for table in tables:
        for index, item in enumerate(getattr(curriculum, table)):
            for key, message, hint in said_of(item):
                name = name_of(item)
                yield Finding(
                    table=table, index=index, item=name, key=key, message=message, hint=hint
                )


def name_of(item: AnItem) -> str:
    """Name an item by its id, a move by the roles it joins."""
    return item.id or f"{item.source} -> {item.target}"


def broken_links(curriculum: Curriculum) -> tuple[Finding, ...]:
    """Find what makes every command stumble: no role, ids there twice or nowhere, rings.

    Cheap enough for each start; `problems_of` finds the rest.
    """
    known = Known(curriculum)
    return (
        *_without_a_role(curriculum),
        *_twice(curriculum),
        *_unknown_defaults(curriculum, known),
        *_unknown_ids(curriculum, known),
        *findings(curriculum, GATED, known.unknown_in_gates),
        *findings(curriculum, ("industries",), known.unknown_in_industry),
        *_rings(curriculum),
    )


def ids_in(value: str | Iterable[str] | Mapping[str, object] | None) -> Iterable[str]:
    """List the ids of a field that holds one or several, or leads from one to another."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, Mapping):
        return (*value, *(each for each in value.values() if isinstance(each, str)))
    return value or ()


def _ids_of(industry: "Industry", key: str, field: str) -> Iterator[Iterable[str]]:
    for row in getattr(industry, key):
        yield ids_in(getattr(row, field))


class Known:
    """The ids of each table, and what became of those that were replaced."""

    def __init__(self, curriculum: Curriculum) -> None:
        self._curriculum = curriculum
        self._ids: dict[tuple[str, ...], set[str]] = {}
        self._asked = 0

    def __getitem__(self, tables: tuple[str, ...]) -> set[str]:
        """Give all ids of these tables together."""
        if tables not in self._ids:
            items = chain.from_iterable(getattr(self._curriculum, table) for table in tables)
            self._ids[tables] = set(map(attrgetter("id"), items))
        return self._ids[tables]

    def unknown_links(self, item: AnItem, links: Mapping[str, tuple[str, ...]]) -> Said:
        """Find the ids that an item names and no table has."""
        for field, tables in links.items():
            for word in ids_in(getattr(item, field)):
                if word not in self[tables]:
                    yield KEYS.get(field, field), *self.unknown(word, tables)

    def unknown_in_gates(self, owner: AnItem) -> Said:
        """Find the ids that the gates of an item name and no table has."""
        for gate in owner.gates:
            for field, table in gate.names.items():
                free = SERVICES if field == "of" else ()
                for word in ids_in(getattr(gate, field)):
                    if word not in self[table,] and word not in free:
                        message, hint = self.unknown(word, (table,))
                        yield "gates", f"gate {gate.id}: {message}", hint

    def unknown_in_industry(self, industry: "Industry") -> Said:
        """Find the ids that the tables within an industry name and no table has."""
        for key, field, table in WITHIN_INDUSTRIES:
            for word in chain.from_iterable(_ids_of(industry, key, field)):
                if word not in self[table,]:
                    yield key, *self.unknown(word, (table,))

    def unknown(self, word: str, tables: tuple[str, ...]) -> tuple[str, str]:
        """Say in a message and a hint that an id is nowhere in the tables where it should be."""
        return (
            f"there is no {' or '.join(map(_one_of, tables))} '{word}'.",
            self._meant(word, self[tables]),
        )

    def _meant(self, word: str, ids: Collection[str]) -> str:
        # Of two tables the later one has its way.
        for table in reversed(ONE):
            heirs = self._curriculum.heirs(table)
            if word in heirs:
                return f"It is called '{heirs[word]}' now."
        # A search takes a millisecond, and nobody reads the hint of the 21st problem.
        if self._asked >= SHOWN_PROBLEMS:
            return ""
        self._asked += 1
        return did_you_mean(word, ids)


def _one_of(table: str) -> str:
    return ONE.get(table, table.removesuffix("s"))


def _without_a_role(curriculum: Curriculum) -> Iterator[Finding]:
    if all(role.detour for role in curriculum.roles):
        mend = "Add a [[roles]] table that is no detour."
        yield Finding(message="there is no role to head for.", hint=mend)


def _twice(curriculum: Curriculum) -> Iterator[Finding]:
    for table in (*BESIDE, *TABLES):
        yield from findings(curriculum, (table,), partial(_seen_before, set()))


def _seen_before(seen: set[str], item: AnItem) -> Said:
    """Tell ids that are there twice; of moves, which need none, the roles that they join."""
    name = item.key if isinstance(item, Move) else item.id
    if name not in seen:
        seen.add(name)
    elif isinstance(item, Move):
        yield "from", "this move is there twice.", "Keep one of them."
    else:
        yield "id", "this id is there twice.", "Give one of them another id."


def _unknown_defaults(curriculum: Curriculum, known: Known) -> Iterator[Finding]:
    for key in ("default_role", "default_target"):
        word = getattr(curriculum, key)
        if word and word not in known["roles",]:
            message, hint = known.unknown(word, ("roles",))
            yield Finding(key=key, message=message, hint=hint)


def _unknown_ids(curriculum: Curriculum, known: Known) -> Iterator[Finding]:
    for table, links in LINKS.items():
        yield from findings(curriculum, (table,), partial(known.unknown_links, links=links))


def _rings(curriculum: Curriculum) -> Iterator[Finding]:
    """Find a ring among exercises, certifications or steps; graphlib does not recurse."""
    for table in ("exercises", "certifications", "steps"):
        waits_for = {}
        for item in getattr(curriculum, table):
            waits_for[item.id] = [*item.requires, *_certificates_of(item)]
        try:
            TopologicalSorter(waits_for).prepare()
        except CycleError as error:
            ring = error.args[1][::-1]
            index = list(waits_for).index(ring[0])
            requires = getattr(curriculum, table)[index].requires
            # Two ways to wait for a certificate: `requires`, or a gate that asks for it.
            key = "requires" if ring[1] in requires else "gates"
            yield _ring(table, index, key, ring)


def _certificates_of(item: AnItem) -> Iterator[str]:
    for gate in getattr(item, "gates", ()):
        if isinstance(gate, CertificateGate):
            yield gate.certification


def _ring(table: str, index: int, key: str, ring: list[str]) -> Finding:
    shown = ring if len(ring) <= LONGEST_RING_SHOWN else [*ring[:6], "…", *ring[-5:]]
    return Finding(
        table=table,
        index=index,
        item=ring[0],
        key=key,
        message=f"each of these waits for the next: {' -> '.join(shown)}.",
        hint=OUT_OF_RING[key],
    )
