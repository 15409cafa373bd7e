"""Entries about something that the curriculum does not know, or no longer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.logbook.entries import Entry
from pmcareer.domain.logbook.logbook import Logbook

# Per kind: the field of the entry and the tables of the curriculum that may hold its id.
NAMED: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "finished": (("exercise", ("exercises",)),),
    "worked": (("exercise", ("exercises",)),),
    "deferred": (("exercise", ("exercises",)),),
    "practised": (("practice", ("practices",)),),
    "assessed": (("skill", ("skills", "traits")),),
    "rated": (("trait", ("traits",)),),
    "certified": (("certification", ("certifications",)),),
    "answered": (("prompt", ("prompts",)),),
    "did": (("step", ("job_steps",)),),
    "experience": (("role", ("roles",)),),
    "profile": (
        ("role", ("roles",)),
        ("target", ("roles",)),
        ("goal_certificate", ("certifications",)),
    ),
    "baseline": (("target", ("roles",)),),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Orphan:
    """An entry, and the id in it that the curriculum does not know."""

    entry: Entry
    word: str


def orphans_of(logbook: Logbook, curriculum: Curriculum) -> tuple[Orphan, ...]:
    """List the entries that count and whose id neither the curriculum nor one of its `replaces` knows."""
    return tuple(_orphans(logbook, curriculum))


def _orphans(logbook: Logbook, curriculum: Curriculum) -> Iterator[Orphan]:
    known: dict[tuple[str, ...], set[str]] = {}
    for entry in logbook:
        for field, tables in NAMED.get(entry.kind, ()):
            word = getattr(entry, field)
            if tables not in known:
                known[tables] = {item.id for table in tables for item in getattr(curriculum, table)}
            if (
                word
                and word not in known[tables]
                and not any(word in curriculum.heirs(table) for table in tables)
            ):
                yield Orphan(entry=entry, word=word)
