"""What is answered where choices are listed: a number, an id, words of a title, another name."""

from collections.abc import Sequence

from pmcareer.domain.curriculum.name_checks import plain_name
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.words.matching import fitting
from pmcareer.errors import NoSuchNumber, NotAmong, SeveralFit, nearest


@frozen
class Choice:
    """One of what can be chosen; the number beside it is its place in the list, from 1."""

    id: str
    title: str
    aliases: tuple[str, ...] = ()
    """What else it is called: a longer title, what people say in its place."""
    replaces: tuple[str, ...] = ()
    retired: bool = False


Choices = Sequence[Choice]
ALIKE = 0.68
"""Share of letters in common: of so many names a teacher would be near a team lead with less."""


@frozen
class Question:
    """A question, what it lists to choose from, and what Enter answers."""

    key: str
    """What it asks for."""
    text: str
    choices: tuple[Choice, ...] = ()
    """What is listed, with numbers; none where any text of a kind will do."""
    unlisted: tuple[Choice, ...] = ()
    """What can be named, but is too seldom meant to be listed."""
    example: str = ""
    """Answers that can be typed: "6 years, March 2020"."""
    default: str = ""
    """The answer of an empty line."""
    default_words: str = ""
    """What an empty line means, in words."""
    is_many: bool = False
    """Several can be chosen."""
    place: int = 0
    """Which of so many questions it is; 0 for one that belongs to the one before it."""
    total: int = 0


@frozen
class Meant:
    """What an answer was understood as."""

    answer: str
    """As an option takes it."""
    words: str


def chosen(choices: Choices, typed: str, unlisted: Choices = ()) -> Choice:
    """Find the choice that was meant, among those not listed where none of the others fits.

    Raises:
        NoSuchNumber: A number that none bears.
        SeveralFit: Words that fit more than one.
        NotAmong: Words that fit none; the nearest are named.
    """
    wanted = plain_name(typed)
    # What stands on the screen goes first: nobody who types 3 means an id that begins with it.
    if wanted.isdecimal():
        return _numbered(choices, wanted)
    found: Choices = ()
    if wanted:
        found = fitting(choices, wanted) or fitting(unlisted, wanted)
    if len(found) > 1:
        raise SeveralFit(typed.strip(), _with_numbers(choices, found))
    if not found:
        raise NotAmong(typed.strip(), _nearest(choices, wanted), len(choices))
    return found[0]


def _numbered(choices: Choices, wanted: str) -> Choice:
    place = int(wanted)
    if not 1 <= place <= len(choices):
        raise NoSuchNumber(wanted, len(choices))
    return choices[place - 1]


def _with_numbers(choices: Choices, found: Choices) -> list[str]:
    numbers = {choice: f"{place} " for place, choice in enumerate(choices, 1)}
    return [f"{numbers.get(each, '')}{each.title}" for each in found]


def _nearest(choices: Choices, wanted: str) -> list[str]:
    """Name the choices that are called nearly so, each once and with its number."""
    owners: dict[str, int] = {}
    for place, choice in enumerate(choices, 1):
        for name in (choice.id, choice.title, *choice.aliases):
            owners.setdefault(plain_name(name), place)
    near: dict[int, str] = {}
    for name in nearest(wanted, owners, least=ALIKE):
        near.setdefault(owners[name], name)
    return [f"{place} {choices[place - 1].title}" for place in near]


def several_chosen(choices: Choices, typed: str) -> tuple[Choice, ...]:
    """Find the choices in "1, 3", "1 3" or "benefits, reporting", each once.

    Raises:
        NoSuchNumber, SeveralFit, NotAmong: As of `chosen`.
    """
    parts = [part for part in typed.split(",") if part.strip()]
    words = typed.replace(",", " ").split()
    if all(word.isdecimal() for word in words):
        parts = words
    found = [chosen(choices, part) for part in parts or [typed]]
    return tuple(dict.fromkeys(found))
