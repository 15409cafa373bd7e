"""Which answers count: the newest picked of each question, and the words of the profile."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.vocabulary import SAYING_KEYS
from pmcareer.domain.logbook.entries import Answered, Entry
from pmcareer.domain.logbook.logbook import of_kind, oldest_first

if TYPE_CHECKING:
    from pmcareer.domain.curriculum.answers import Choosable, Effects, Prompt, Saying

COMMA = ","


@frozen
class Picked:
    """An answer that counts: picked of a question, or a word of the profile."""

    asked: "Prompt | Saying"
    answer: "Choosable"
    entry: Answered | None = None
    """Where it was picked; None of a word of the profile."""

    @property
    def effects(self) -> "Effects":
        """What it changes."""
        return self.answer.effects

    @property
    def command(self) -> str:
        """The command that says it anew."""
        if self.entry is None:
            return f"pmcareer profile --{self.asked.id} WORD"
        return f"pmcareer answer {self.asked.id}"

    def counts_on(self, day: date) -> bool:
        """Tell whether it still counts: some answers do for a few weeks."""
        if self.entry is None or self.effects.days is None:
            return True
        return (day - self.entry.on).days < self.effects.days


def picked_of(curriculum: Curriculum, entries: Iterable[Entry]) -> tuple[Picked, ...]:
    """List the newest answer that was picked of each question, in the order of the curriculum."""
    newest: dict[str, Answered] = {}
    for entry in _choices(entries):
        newest[curriculum.now_called("prompts", entry.prompt)] = entry
    # Most people have picked none: then the questions need not be read.
    if not newest:
        return ()
    found: list[Picked] = []
    for prompt in curriculum.prompts:
        chosen = newest.get(prompt.id)
        if chosen is not None:
            found.extend(_picked(prompt, chosen))
    return tuple(found)


def _picked(prompt: "Prompt", entry: Answered) -> Iterator[Picked]:
    for answer in chosen_among(prompt.answers, entry.choice):
        yield Picked(asked=prompt, answer=answer, entry=entry)


def _choices(entries: Iterable[Entry]) -> Iterator[Answered]:
    for entry in oldest_first(of_kind(entries, Answered)):
        if entry.choice is not None:
            yield entry


def chosen_among(answers: "Iterable[Choosable]", choice: str | None) -> "Iterator[Choosable]":
    """Go through the answers that a choice names; none where it was taken back."""
    # No answer is called "cleared", which takes one back.
    names = (choice or "").split(COMMA)
    for answer in answers:
        if answer.id in names:
            yield answer


def words_of(
    curriculum: Curriculum, says: Mapping[str, Any], picked: Collection[Picked]
) -> Iterator[Picked]:
    """Go through the words of the profile that are answers, but for keys better said elsewhere."""
    if not _speaks_of_any(says):
        return
    prompts = {each.asked.id for each in picked}
    for saying in curriculum.profile:
        if prompts.isdisjoint(saying.yields_to):
            for answer in answers_meant(saying, says.get(saying.key)):
                yield Picked(asked=saying, answer=answer)


def _speaks_of_any(says: Mapping[str, Any]) -> bool:
    # Who says nothing of these, as most do at first, need not wait until the table is read.
    return any(says.get(name.replace("-", "_")) for name in SAYING_KEYS)


def answers_meant(
    saying: "Saying",
    said: Any,  # noqa: ANN401 -- of any key
) -> "Iterator[Choosable]":
    """Go through the answers that a value of the profile means; free text means none.

    "alone,contract" are two. Where any other text is one of them, a name is.
    """
    words = said if isinstance(said, tuple) else str(said or "").split(COMMA)
    named = {word.strip() for word in words if word.strip()}
    found = [answer for answer in saying.answers if answer.id in named]
    if named and not found and saying.otherwise:
        found = [answer for answer in saying.answers if answer.id == saying.otherwise]
    yield from found
