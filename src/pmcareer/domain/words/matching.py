"""Which things a word fits: by an id, an old id, a title, another name, or the words of them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from pmcareer.domain.curriculum.name_checks import plain_name

LEAST_OF_TITLE = 3
"""Letters that a word must have to be looked for in titles."""
GRADES = ("senior", "sr", "lead", "principal", "staff", "junior", "jr", "experienced", "certified")
"""Words before a name that say how long somebody has done it."""
LETTERS = re.compile(r"[^\W_]+")
"""Letters and digits of any script that stand together."""


class Called(Protocol):
    """Whatever can be named; what has other names beside its title has `aliases` too."""

    @property
    def id(self) -> str:
        """Its name for ever."""

    @property
    def title(self) -> str:
        """What people call it."""

    @property
    def replaces(self) -> tuple[str, ...]:
        """Ids it was known by before."""

    @property
    def retired(self) -> bool:
        """Meant only where nothing else fits."""


Thing = TypeVar("Thing", bound=Called)


def fitting(things: Sequence[Thing], wanted: str) -> Sequence[Thing]:
    """List what a plain name fits, by the surest sign that anything bears; often one, or none."""
    return next(filter(None, _by_each_sign(things, wanted)), ())


def _by_each_sign(things: Sequence[Thing], wanted: str) -> Iterator[Sequence[Thing]]:
    """Look by one sign after the other, the surest first."""
    # An id is taken at its word, of things with one id the first; only what is vague is ambiguous.
    yield [each for each in things if each.id == wanted][:1]
    yield [each for each in things if wanted in each.replaces][:1]
    yield [each for each in things if plain_name(each.title) == wanted]
    yield living([each for each in things if wanted in map(plain_name, aliases_of(each))])
    # "tech pm" is tech-pm: who says a name does not say its dashes.
    yield [each for each in things if each.id == wanted.replace(" ", "-")][:1]
    yield living([each for each in things if each.id.startswith(wanted)])
    yield by_words(things, wanted)
    yield _by_words_of_aliases(things, wanted)
    yield _without_grade(things, wanted)


def aliases_of(thing: Called) -> tuple[str, ...]:
    """List what else something is called; roles and what one chooses from have such names."""
    aliases: tuple[str, ...] = getattr(thing, "aliases", ())
    return aliases


def by_words(things: Iterable[Thing], wanted: str) -> list[Thing]:
    """Find the titles in which every word that was typed begins a word."""
    starts = words_to_find(wanted)
    return living([each for each in things if begins_words(starts, each.title)])


def _by_words_of_aliases(things: Sequence[Thing], wanted: str) -> list[Thing]:
    """Find what has another name in which every word that was typed begins a word."""
    starts = words_to_find(wanted)
    return living([each for each in things if _is_called(each, starts)])


def _without_grade(things: Sequence[Thing], wanted: str) -> list[Thing]:
    """Find what has this other name once "senior" and the like are taken off its front."""
    grade, _, rest = wanted.partition(" ")
    if not rest or grade.rstrip(".") not in GRADES:
        return []
    named = [each for each in things if aliases_of(each)]
    return living([each for each in named if rest in _names_of(each)])


def _names_of(thing: Called) -> set[str]:
    return {thing.id.replace("-", " "), *map(plain_name, (thing.title, *aliases_of(thing)))}


def _is_called(thing: Called, starts: Sequence[str]) -> bool:
    return any(begins_words(starts, alias) for alias in aliases_of(thing))


def words_to_find(wanted: str) -> list[str]:
    """Take a plain name apart; nothing of one that is too short to be looked for in titles."""
    return _words(wanted) if len(wanted) >= LEAST_OF_TITLE else []


def begins_words(starts: Sequence[str], title: str) -> bool:
    """Tell whether each of these, one at least, begins a word of a title."""
    # " cha" stands in " a team charter ", and begins a word there; "art" does not.
    words = f" {' '.join(_words(title))}"
    return bool(starts) and all(f" {start}" in words for start in starts)


def _words(title: str) -> list[str]:
    return LETTERS.findall(title.lower())


def living(things: Sequence[Thing]) -> list[Thing]:
    """Leave out what is retired, unless nothing else fits."""
    return [each for each in things if not each.retired] or list(things)
