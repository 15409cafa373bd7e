"""Problems of answers: effects that name nothing, words that no profile can hold, empty claims."""

from collections.abc import Iterable, Iterator

from pmcareer.domain.curriculum.answers import Choosable, Effects, Prompt, Saying, Says
from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.links import Finding, Known, Said, findings
from pmcareer.domain.ground.vocabulary import (
    BACKGROUNDS,
    CLEARED,
    EVERY_DETOUR,
    PMO_TYPES,
    PROJECTS,
    SAYING_KEYS,
    SERVICES,
)
from pmcareer.errors import nearest

NOTHING, SAYS_NOTHING = Effects(), Says()
CLOSED = {
    "projects": PROJECTS,
    "background": BACKGROUNDS,
    "pmo-type": PMO_TYPES,
    "pmo-services": SERVICES,
}
"""Keys of the profile that take these words and no others."""
NAMED_BY: tuple[tuple[str, str], ...] = (
    ("weights", "skills"),
    ("levels", "skills"),
    ("stands", "roles"),
    ("first", "exercises"),
    ("asks", "exercises"),
    ("begun", "steps"),
    ("advice", "advice"),
    ("practices", "practices"),
    ("prefer", "roles"),
)
"""Effects that name items, and of which table."""
ANSWERS = "answers"
Named = Iterator[tuple[str, str]]
"""An id, and the table that it should stand in."""


def answer_problems(curriculum: Curriculum) -> Iterator[Finding]:
    """Judge every answer of the questions and of the profile's keys."""
    judge = _Judge(curriculum)
    yield from findings(curriculum, ("prompts", "profile"), judge.problems_of)
    yield from findings(curriculum, ("profile",), _word_problems)


class _Judge:
    """Looks at one question after the other, and knows the ids of the tables."""

    def __init__(self, curriculum: Curriculum) -> None:
        self._curriculum = curriculum
        self._known = Known(curriculum)

    def problems_of(self, asked: Prompt | Saying) -> Said:
        """Say what is wrong with the answers to a question."""
        seen: set[str] = set()
        for answer in asked.answers:
            for message, hint in (*_of_its_name(answer, seen), *self._of_ids(answer)):
                yield ANSWERS, f"answer {answer.id}: {message}", hint
            seen.add(answer.id)
        if asked.changes and asked.answers and not any(map(_has_effects, asked.answers)):
            message = "it says that it changes something, and no answer has effects."
            yield "changes", message, "Give an answer effects = { … }, or leave changes out."

    def _of_ids(self, answer: Choosable) -> Iterator[tuple[str, str]]:
        """Find the ids that effects name and no table has."""
        for word, table in (*_named(answer.effects), *_named_in_profile(answer.effects.profile)):
            if word not in self._known[table,]:
                yield self._known.unknown(word, (table,))
        for word in (*answer.effects.profile.without, *answer.effects.profile.offers):
            if word != EVERY_DETOUR and not self._is_detour(word):
                yield f"'{word}' is no detour.", f'Name a detour, or "{EVERY_DETOUR}".'

    def _is_detour(self, word: str) -> bool:
        role = self._curriculum.role.get(word)
        return role is not None and role.detour


def _named(effects: Effects) -> Named:
    for field, table in NAMED_BY:
        for word in getattr(effects, field):
            yield word, table
    for levels in effects.stands.values():
        for skill in levels:
            yield skill, "skills"


def _named_in_profile(says: Says) -> Named:
    for before, instead in says.target.items():
        yield before, "roles"
        yield instead, "roles"


def _of_its_name(answer: Choosable, seen: Iterable[str]) -> Iterator[tuple[str, str]]:
    if answer.id in seen:
        yield "this id is there twice.", "Give one of them another id."
    if answer.id == CLEARED:
        yield f"'{CLEARED}' takes an answer back.", "Give it another id."


def _has_effects(answer: Choosable) -> bool:
    return answer.effects != NOTHING


def _word_problems(saying: Saying) -> Said:
    """Find what the profile could never hold, or would not take from a word of its own."""
    if saying.id not in SAYING_KEYS:
        near = nearest(saying.id, SAYING_KEYS) or SAYING_KEYS
        yield "id", f"'{saying.id}' is no such key of the profile.", f"Keys are {', '.join(near)}."
    known = CLOSED.get(saying.id)
    for answer in saying.answers:
        if known and answer.id not in known:
            message = f"answer {answer.id}: the profile never says that."
            yield ANSWERS, message, f"It says one of: {', '.join(known)}."
        if answer.effects.profile != SAYS_NOTHING:
            message = f"answer {answer.id}: a word of the profile says nothing else of it."
            yield ANSWERS, message, "Leave `profile` out of its effects."
    if saying.otherwise and saying.otherwise not in {answer.id for answer in saying.answers}:
        message = f"there is no answer '{saying.otherwise}'."
        yield "otherwise", message, "Name one of its answers."
