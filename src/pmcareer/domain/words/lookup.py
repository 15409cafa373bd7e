"""From a word to the item it means: an id, an old id, the start of an id, or words of a title."""

from collections.abc import Iterable
from typing import TypeVar

from pmcareer.domain.curriculum.catalogue import Certification, Prompt, Trait
from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.guidance import Practice
from pmcareer.domain.curriculum.items import Exercise, Item, Role, Skill
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.entries import Entry, Void
from pmcareer.domain.logbook.logbook import Logbook
from pmcareer.errors import (
    AlreadyUndone,
    AmbiguousWord,
    UnknownEntry,
    UnknownWord,
    WrongValue,
    nearest,
)

TABLES = {
    "exercise": "exercises",
    "skill": "skills",
    "role": "roles",
    "practice": "practices",
    "certification": "certifications",
    "trait": "traits",
    "prompt": "prompts",
    "job step": "job_steps",
    "advice": "advice",
    "option": "options",
    "resource": "resources",
}
"""A kind of item to the table of the curriculum that holds it; of two items with one id the earlier kind is meant."""
LEAST_OF_TITLE = 3
"""Letters that a word must have to be looked for in titles."""

ENTRY = "ID"
"""What the argument that names an entry is called."""

AnItem = TypeVar("AnItem", bound=Item)


@frozen
class Named:
    """An item and what kind of thing it is."""

    kind: str
    item: Item


def exercise_named(curriculum: Curriculum, word: str) -> Exercise:
    """Find an exercise, or raise AmbiguousWord or UnknownWord."""
    return _one(curriculum.exercises, word, "exercise")


def skill_named(curriculum: Curriculum, word: str) -> Skill:
    """Find a skill, or raise AmbiguousWord or UnknownWord."""
    return _one(curriculum.skills, word, "skill")


def role_named(curriculum: Curriculum, word: str) -> Role:
    """Find a role, or raise AmbiguousWord or UnknownWord."""
    return _one(curriculum.roles, word, "role")


def practice_named(curriculum: Curriculum, word: str) -> Practice:
    """Find a practice, or raise AmbiguousWord or UnknownWord."""
    return _one(curriculum.practices, word, "practice")


def certification_named(curriculum: Curriculum, word: str) -> Certification:
    """Find a certification, or raise AmbiguousWord or UnknownWord."""
    return _one(curriculum.certifications, word, "certification")


def prompt_named(curriculum: Curriculum, word: str) -> Prompt:
    """Find a prompt, or raise AmbiguousWord or UnknownWord."""
    return _one(curriculum.prompts, word, "prompt")


def skill_or_trait_named(curriculum: Curriculum, word: str) -> Skill | Trait:
    """Find what can be assessed, or raise AmbiguousWord or UnknownWord."""
    items: tuple[Skill | Trait, ...] = (*curriculum.skills, *curriculum.traits)
    return _one(items, word, "skill")


def something_named(curriculum: Curriculum, word: str, kinds: Iterable[str] = TABLES) -> Named:
    """Find an item of any of these kinds, or raise AmbiguousWord or UnknownWord."""
    wanted = tuple(kinds)
    kind_of = {id(item): kind for kind in wanted for item in items_of(curriculum, kind)}
    items = [item for kind in wanted for item in items_of(curriculum, kind)]
    item = _one(items, word, wanted[0] if len(wanted) == 1 else "item")
    return Named(kind=kind_of[id(item)], item=item)


def items_of(curriculum: Curriculum, kind: str) -> tuple[Item, ...]:
    """Give every item of a kind, in the order of the curriculum."""
    found: tuple[Item, ...] = getattr(curriculum, TABLES[kind])
    return found


def _one(items: Iterable[AnItem], word: str, what: str) -> AnItem:
    every = tuple(items)
    wanted = " ".join(word.lower().split())
    if not wanted:
        raise WrongValue(
            what.upper(), word, f"the id of {'an' if what[0] in 'aeiou' else 'a'} {what}"
        )
    for find in (_by_id, _by_old_id, _by_title, _by_start, _by_words):
        found = find(every, wanted)
        if len(found) == 1 or (found and find in (_by_id, _by_old_id)):
            return found[0]
        if found:
            raise AmbiguousWord(what, word, (item.id for item in found))
    raise UnknownWord(what, word, (item.id for item in _living(every)), near=_alike(every, wanted))


def _by_id(items: Iterable[AnItem], wanted: str) -> list[AnItem]:
    return [item for item in items if item.id == wanted]


def _by_old_id(items: Iterable[AnItem], wanted: str) -> list[AnItem]:
    return [item for item in items if wanted in item.replaces]


def _by_title(items: Iterable[AnItem], wanted: str) -> list[AnItem]:
    return [item for item in items if " ".join(item.title.lower().split()) == wanted]


def _by_start(items: Iterable[AnItem], wanted: str) -> list[AnItem]:
    return _living(item for item in items if item.id.startswith(wanted))


def _by_words(items: Iterable[AnItem], wanted: str) -> list[AnItem]:
    """Find the titles in which every word that was typed begins a word."""
    if len(wanted) < LEAST_OF_TITLE:
        return []
    starts = _words(wanted)
    return _living(item for item in items if starts and _begins_words(starts, item.title))


def titled_so(items: Iterable[AnItem], word: str) -> list[AnItem]:
    """List the items in whose titles every word that was typed begins a word; none when an id is meant."""
    wanted = " ".join(word.lower().split())
    every = tuple(items)
    return [] if _by_id(every, wanted) else _by_words(every, wanted)


def _begins_words(starts: Iterable[str], title: str) -> bool:
    words = _words(title)
    return all(any(word.startswith(start) for word in words) for start in starts)


def _words(title: str) -> list[str]:
    return "".join(letter if letter.isalnum() else " " for letter in title.lower()).split()


def _living(items: Iterable[AnItem]) -> list[AnItem]:
    """Leave out what is retired, unless nothing else fits."""
    found = list(items)
    return [item for item in found if not item.retired] or found


def _alike(items: Iterable[Item], wanted: str) -> list[str]:
    """Give the ids whose titles look like what was typed."""
    titles = {item.title.lower(): item.id for item in items if not item.retired}
    return [titles[title] for title in nearest(wanted, titles)]


def titles_of(curriculum: Curriculum) -> dict[str, str]:
    """Give the title of every item by its id, and by the ids it had before."""
    items = [item for kind in reversed(TABLES) for item in items_of(curriculum, kind)]
    old = {name: item.title for item in items for name in item.replaces}
    return old | {item.id: item.title for item in items}


def entry_named(logbook: Logbook, word: str) -> Entry:
    """Find the entry that an id, or its start, means, so that it can be taken back.

    Raises:
        AlreadyUndone: It is void.
        UnknownEntry, AmbiguousWord: It can't be told which one is meant.
    """
    wanted = word.strip()
    if not wanted:
        raise WrongValue(ENTRY, word, "the id of an entry; pmcareer history shows them")
    exact = [entry for entry in logbook.entries if entry.id == wanted]
    found = exact or [
        entry for entry in logbook.entries if entry.id.lower().startswith(wanted.lower())
    ]
    if not found:
        raise UnknownEntry(word, nearest(wanted, (entry.id for entry in logbook.entries)))
    if len(found) > 1:
        what = "entry"
        raise AmbiguousWord(what, word, (entry.id for entry in found))
    if found[0].id in logbook.void:
        raise AlreadyUndone(found[0].id, _taker(logbook, found[0].id))
    return found[0]


def _taker(logbook: Logbook, name: str) -> str:
    """Give the undo that took an entry back."""
    return next(entry.id for entry in logbook if isinstance(entry, Void) and entry.of == name)
