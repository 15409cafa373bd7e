"""From a word to the item it means: an id, an old id, the start of an id, or words of a title."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.guidance import Practice
from pmcareer.domain.curriculum.items import Item, Role, Skill
from pmcareer.domain.curriculum.name_checks import plain_name
from pmcareer.domain.ground.vocabulary import KINDS
from pmcareer.domain.logbook.entries import Entry, Void
from pmcareer.domain.logbook.logbook import Logbook, of_kind
from pmcareer.domain.words.amounts import parts_of
from pmcareer.domain.words.matching import aliases_of, by_words, fitting, living
from pmcareer.domain.words.named import Named
from pmcareer.domain.words.titles import EVERY_KIND, GATE, items_of
from pmcareer.errors import (
    AlreadyUndone,
    AmbiguousWord,
    DetourTarget,
    HasNoSheet,
    NotPutOff,
    PmcareerError,
    RetiredTarget,
    UnknownEntry,
    UnknownWord,
    WrongValue,
    nearest,
)

if TYPE_CHECKING:
    from pmcareer.domain.curriculum.answers import Prompt
    from pmcareer.domain.curriculum.catalogue import Certification, Trait
    from pmcareer.domain.curriculum.frameworks import Framework

ENTRY = "ID"
"""What the argument that names an entry is called."""
KIND_OF_ENTRY = "entry"
SELDOM_MEANT = ("step", "framework", GATE)
"""Kinds of which there are many, and which few words mean."""
OFTEN_MEANT = KINDS.keys() - {*SELDOM_MEANT}
KNOWN_BY_ID = ("role", "skill", "industry", "framework")
"""Kinds that are few, and whose ids say what they are."""
PUT_OFF = ("exercise", "step")

AnItem = TypeVar("AnItem", bound=Item)


def skill_named(curriculum: Curriculum, word: str) -> Skill:
    """Find a skill, or raise AmbiguousWord or UnknownWord."""
    return _one(curriculum.skills, word, "skill")


def skill_ids(curriculum: Curriculum, typed: Sequence[str]) -> tuple[str, ...]:
    """Find the skills in "a,b" or repeated values, each once; none when nothing is typed."""
    if not typed:
        return ()
    return tuple(
        dict.fromkeys(skill_named(curriculum, word).id for word in parts_of(typed, "--skills"))
    )


def role_named(curriculum: Curriculum, word: str) -> Role:
    """Find a role, or raise AmbiguousWord or UnknownWord."""
    return _one(curriculum.roles, word, "role")


def role_id(curriculum: Curriculum, word: str | None) -> str | None:
    """Find the id of a role, if one was typed."""
    if word is None:
        return None
    return role_named(curriculum, word).id


def target_id(curriculum: Curriculum, word: str | None) -> str | None:
    """Find the id of a role that one can head for, if one was typed.

    Raises:
        DetourTarget: One comes back from it.
        RetiredTarget: The curriculum has retired it.
    """
    if word is None:
        return None
    return _goal(role_named(curriculum, word)).id


def _goal(role: Role) -> Role:
    """Refuse a role that nobody can head for."""
    if role.detour:
        raise DetourTarget(role.id)
    if role.retired:
        raise RetiredTarget(role.id)
    return role


def detour_ids(curriculum: Curriculum, typed: Sequence[str]) -> tuple[str, ...]:
    """Find the detours in "a,b" or repeated values, each once.

    Raises:
        WrongValue: A role that one does not come back from.
    """
    found = []
    for word in parts_of(typed, "--without"):
        role = role_named(curriculum, word)
        if not role.detour:
            known = ", ".join(each.id for each in curriculum.roles if each.detour)
            raise WrongValue("--without", word, f"detours: {known}" if known else "no role here")
        found.append(role.id)
    return tuple(dict.fromkeys(found))


def practice_named(curriculum: Curriculum, word: str) -> Practice:
    """Find a practice, or raise AmbiguousWord or UnknownWord."""
    return _one(curriculum.practices, word, "practice")


def certification_named(curriculum: Curriculum, word: str) -> "Certification":
    """Find a certification, or raise AmbiguousWord or UnknownWord."""
    return _one(curriculum.certifications, word, "certification")


def framework_named(curriculum: Curriculum, word: str) -> "Framework":
    """Find a published framework, or raise AmbiguousWord or UnknownWord."""
    return _one(curriculum.frameworks, word, "framework")


def industry_id(curriculum: Curriculum, word: str) -> str:
    """Find the id of an industry, or raise AmbiguousWord or UnknownWord."""
    return _one(curriculum.industries, word, "industry").id


def prompt_named(curriculum: Curriculum, word: str) -> "Prompt":
    """Find a prompt, or raise AmbiguousWord or UnknownWord."""
    return _one(curriculum.prompts, word, "prompt")


def skill_or_trait_named(curriculum: Curriculum, word: str) -> "Skill | Trait":
    """Find what can be assessed, or raise AmbiguousWord or UnknownWord."""
    items: tuple[Skill | Trait, ...] = (*curriculum.skills, *curriculum.traits)
    return _one(items, word, "skill")


def something_named(curriculum: Curriculum, word: str, kinds: Iterable[str] = EVERY_KIND) -> Named:
    """Find an item of any of these kinds, or raise AmbiguousWord or UnknownWord.

    An id is taken at its word; what is vague means a step or a gate only where nothing else fits,
    for there are many of them, and their titles have many words.
    """
    searched = tuple(kinds)
    found = _something(curriculum, word, searched)
    if found is None:
        raise _unknown(_items(_all_of(curriculum, searched)), word, "item")
    return found


def after_id(curriculum: Curriculum, word: str, kinds: Iterable[str] = EVERY_KIND) -> str:
    """Give what follows the id that a text begins with: no title begins with an id."""
    first, _, rest = plain_name(word).partition(" ")
    if rest and _with_id(curriculum, kinds, first):
        return rest
    return ""


def known_otherwise(curriculum: Curriculum, word: str, kinds: Iterable[str]) -> Named | None:
    """Find what a word names exactly, by its id, spaces for dashes or not, or by any of its names.

    Whoever names a role does not mean an exercise in whose title the same words stand.
    """
    wanted = plain_name(word)
    searched = tuple(kinds)
    found = _with_id(curriculum, searched, wanted.replace(" ", "-"))
    if found or not wanted:
        return found
    return _called(curriculum, searched, wanted)


def _called(curriculum: Curriculum, kinds: Iterable[str], wanted: str) -> Named | None:
    for each in _all_of(curriculum, kinds):
        names = (each.item.title, *aliases_of(each.item))
        if not each.item.retired and wanted in map(plain_name, names):
            return each
    return None


def something_to_put_off(curriculum: Curriculum, word: str) -> Named:
    """Find an exercise or a step.

    Raises:
        WrongValue: What follows an id is no day.
        NotPutOff: It is something else.
        AmbiguousWord, UnknownWord: It can't be told what is meant.
    """
    if rest := after_id(curriculum, word, PUT_OFF):
        # How days are spelled is loaded by those who typed one.
        from pmcareer.domain.words.days import COMING, offering_a_day  # noqa: PLC0415

        raise WrongValue("DATE", rest, offering_a_day(rest, COMING))
    return _work_named(curriculum, word, NotPutOff)


def something_to_work_on(curriculum: Curriculum, word: str) -> Named:
    """Find an exercise or a step.

    Raises:
        HasNoSheet: It is something else.
        AmbiguousWord, UnknownWord: It can't be told what is meant.
    """
    return _work_named(curriculum, word, HasNoSheet)


def _work_named(
    curriculum: Curriculum, word: str, refused: Callable[[str, str], PmcareerError]
) -> Named:
    """Find an exercise or a step; of anything else its id and its kind are refused."""
    # The name of a role is no title of an exercise, though its words may stand in one.
    named = known_otherwise(curriculum, word, (*PUT_OFF, *EVERY_KIND))
    found = named or _something(curriculum, word, PUT_OFF)
    other = found or _something(curriculum, word, EVERY_KIND)
    if other and other.kind not in PUT_OFF:
        raise refused(other.item.id, other.kind)
    if found is None:
        raise _unknown(_items(_all_of(curriculum, PUT_OFF)), word, "exercise")
    return found


def _something(curriculum: Curriculum, word: str, kinds: Sequence[str]) -> Named | None:
    exact = _with_id(curriculum, kinds, plain_name(word))
    if exact:
        return exact
    for fits in (OFTEN_MEANT.__contains__, SELDOM_MEANT.__contains__):
        named = list(_all_of(curriculum, filter(fits, kinds)))
        found = _match(_items(named), word, "item")
        for each in named:
            # By identity: items of two tables may have one id.
            if each.item is found:
                return each
    return None


def _with_id(curriculum: Curriculum, kinds: Iterable[str], wanted: str) -> Named | None:
    # Kind by kind, so that tables which lie behind are only read when they are needed.
    for kind in kinds:
        for item in items_of(curriculum, kind):
            if item.id == wanted:
                return Named(kind=kind, item=item)
    return None


def _all_of(curriculum: Curriculum, kinds: Iterable[str]) -> Iterator[Named]:
    for kind in kinds:
        for item in items_of(curriculum, kind):
            yield Named(kind=kind, item=item)


def _items(named: Iterable[Named]) -> list[Item]:
    return list(map(attrgetter("item"), named))


def _one(items: Sequence[AnItem], word: str, what: str) -> AnItem:
    found = _match(items, word, what)
    if found is None:
        raise _unknown(items, word, what)
    return found


def _match(items: Sequence[AnItem], word: str, what: str) -> AnItem | None:
    """Find the one item that a word means, None where nothing fits."""
    wanted = plain_name(word)
    if not wanted:
        article = "an" if what[0] in "aeiou" else "a"
        raise WrongValue(what.upper(), word, f"the id of {article} {what}")
    found = fitting(items, wanted)
    if len(found) > 1:
        raise AmbiguousWord(what, word, {item.id: item.title for item in found})
    return found[0] if found else None


def _unknown(items: Sequence[Item], word: str, what: str) -> UnknownWord:
    known = [name for item in living(items) for name in (item.id, *aliases_of(item))]
    near = _alike(items, plain_name(word))
    return UnknownWord(what, word, known, near=near, ids=_ids_of(items, what))


def _ids_of(items: Sequence[Item], what: str) -> list[str]:
    """List what there is, where that is few and says something; detours are hardly ever meant."""
    if what not in KNOWN_BY_ID:
        return []
    return [item.id for item in living(items) if not getattr(item, "detour", False)]


def titled_so(items: Sequence[AnItem], word: str) -> list[AnItem]:
    """List the items in whose titles every typed word begins a word; none when an id is meant."""
    wanted = plain_name(word)
    if any(item.id == wanted for item in items):
        return []
    return by_words(items, wanted)


def _alike(items: Iterable[Item], wanted: str) -> list[str]:
    """List the ids whose titles look like what was typed."""
    titles = {item.title.lower(): item.id for item in items if not item.retired}
    return [titles[title] for title in nearest(wanted, titles)]


def entry_named(logbook: Logbook, word: str) -> Entry:
    """Find the entry that an id, or its start, means, so that it can be taken back.

    Raises:
        AlreadyUndone: It is void.
        UnknownEntry, AmbiguousWord: It can't be told which one is meant.
    """
    wanted = word.strip()
    if not wanted:
        raise WrongValue(ENTRY, word, "the id of an entry; pmcareer history shows them")
    entries = {entry.id: entry for entry in logbook.entries}
    meant = wanted if wanted in entries else _only_start(entries, wanted, word)
    if meant in logbook.void:
        raise AlreadyUndone(meant, taker_of(logbook, meant))
    return entries[meant]


def _only_start(ids: Iterable[str], wanted: str, word: str) -> str:
    start = wanted.lower()
    found = [each for each in ids if each.lower().startswith(start)]
    if not found:
        raise UnknownEntry(word, nearest(wanted, ids))
    if len(found) > 1:
        raise AmbiguousWord(KIND_OF_ENTRY, word, dict.fromkeys(found, ""))
    return found[0]


def taker_of(logbook: Logbook, entry_id: str) -> str:
    """Find the undo that took an entry back and counts: an undo may itself be taken back."""
    return next(taker.id for taker in of_kind(logbook, Void) if taker.of == entry_id)
