"""From what is typed behind a question to the answer that is meant, or to a note."""

from collections.abc import Sequence

from pmcareer.domain.curriculum.answers import Choosable, Prompt, Saying
from pmcareer.domain.ground.vocabulary import CLEARED
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.picked import COMMA
from pmcareer.domain.words.amounts import one_of
from pmcareer.errors import NoSuchAnswer, NothingPicked, WrongValue


def choice_meant(prompt: Prompt, typed: str) -> str | None:
    """Find the answer that a word means, several joined by commas; None where it is a note.

    Raises:
        NoSuchAnswer: One word, and none of the answers.
    """
    # A typo must not be kept as a text: whoever means one word says so with --note.
    words = typed.split()
    if prompt.several:
        words = typed.replace(COMMA, " ").split()
    if not prompt.answers or not words:
        return None
    found = [_named(prompt.answers, word) for word in words]
    if None not in found and (len(words) == 1 or prompt.several):
        return COMMA.join(dict.fromkeys(filter(None, found)))
    if len(words) > 1:
        return None
    raise NoSuchAnswer(prompt.id, words[0], [answer.id for answer in prompt.answers])


def _named(answers: Sequence[Choosable], word: str) -> str | None:
    """Find an answer by its id, or by a start that only one of them has."""
    wanted = word.lower()
    ids = [answer.id for answer in answers if answer.id.startswith(wanted)]
    if wanted not in ids and len(ids) != 1:
        return None
    return min(ids, key=len)


def taken_back(person: Person, prompt: Prompt) -> str:
    """Give the choice that takes the present one back.

    Raises:
        NothingPicked: There is none.
    """
    if all(each.asked is not prompt for each in person.given.answers):
        raise NothingPicked(prompt.id)
    return CLEARED


def word_or_text(saying: Saying | None, typed: str, option: str) -> str:
    """Read a key of the profile: words that change something, or a text of one's own.

    Raises:
        WrongValue: One word, and none of those that there are.
    """
    parts = [part.strip() for part in typed.split(COMMA)]
    is_text = any(" " in part for part in parts) or not typed.strip()
    if saying is None or not saying.answers or is_text:
        return typed
    known = [answer.id for answer in saying.answers]
    for part in map(str.lower, parts):
        if part not in known:
            if saying.otherwise:
                return typed
            own = "; or none; or several words of your own"
            raise WrongValue(option, part, one_of(part, known, own))
    return ", ".join(dict.fromkeys(map(str.lower, parts)))
