"""A mentor who was named: when one spoke last, and what to ask next."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from pmcareer.domain.curriculum.items import Item
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.entries import Answered, Did, Entry, Finished
from pmcareer.domain.logbook.logbook import of_kind
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.picked import answers_meant, chosen_among
from pmcareer.domain.person.steps import same_name
from pmcareer.domain.plan.planner import Planner

if TYPE_CHECKING:
    from pmcareer.domain.curriculum.answers import Prompt, Saying

KEY = "mentor"
EIGHT_WEEKS = 56
"""Days without a word after which one is asked when one spoke last."""
FORTNIGHT = 14
"""Days after which one is asked where no talk is on record at all."""


@frozen
class Mentor:
    """Somebody who was named as a mentor."""

    name: str
    named_on: date
    met_on: date | None
    """The last day of which it is on record that one spoke with them."""

    @property
    def since(self) -> date:
        """The day since which nothing is on record."""
        return max(self.met_on or self.named_on, self.named_on)

    @property
    def asked_as_of(self) -> date:
        """The day from which eight weeks are counted: an earlier one where none is on record."""
        return self.since - timedelta(days=0 if self.met_on else EIGHT_WEEKS - FORTNIGHT)

    def is_due(self, today: date) -> bool:
        """Tell whether it is time to speak again."""
        return (today - self.asked_as_of).days >= EIGHT_WEEKS


@frozen
class ToAsk:
    """A mentor, and what to ask them next."""

    mentor: Mentor
    is_due: bool
    text: str
    command: str
    """What puts a talk on record; "" where the curriculum has no answer that does."""


def mentor_of(person: Person) -> Mentor | None:
    """Find the mentor of a name; None where nobody was named, or the curriculum asks for none."""
    # Most people have said nothing of it: then the table need not be read.
    said = person.says.get(KEY)
    if not said or not _is_name(_saying(person), said) or _is_lost(person, said):
        return None
    named = [saying.on for saying in person.sayings if saying.mentor == said]
    met = max(_meetings(person, said), default=None)
    return Mentor(name=said, named_on=min(named, default=person.today), met_on=met)


def _is_lost(person: Person, name: str) -> bool:
    """Tell whether one has said that one lost touch, and neither met nor named them since."""
    is_lost = False
    for entry in person.entries:
        if isinstance(entry, Answered) and _says_so(person, entry, "loses"):
            is_lost = True
        elif getattr(entry, "mentor", None) == name or any(_meeting(person, entry, name)):
            is_lost = False
    return is_lost


def _saying(person: Person) -> "Saying | None":
    return next((saying for saying in person.curriculum.profile if saying.key == KEY), None)


def _is_name(saying: "Saying | None", said: str) -> bool:
    """Tell whether a text is none of the words that the key takes."""
    if saying is None:
        return False
    return any(answer.id == saying.otherwise for answer in answers_meant(saying, said))


def _meetings(person: Person, name: str) -> Iterator[date]:
    """Go through the days on which one spoke with somebody, as far as it is on record."""
    for entry in person.entries:
        if any(_meeting(person, entry, name)):
            yield entry.on


def _meeting(person: Person, entry: Entry, name: str) -> Iterator[bool]:
    """Ask of an entry, in each way in which one may say so, whether one spoke with somebody."""
    if isinstance(entry, Did):
        yield bool(entry.whom) and same_name(entry.whom or "", name)
    if isinstance(entry, Finished):
        yield bool(entry.reviewed_by) and same_name(entry.reviewed_by or "", name)
    if isinstance(entry, Answered):
        yield _says_so(person, entry, "meets")


def _says_so(person: Person, entry: Answered, effect: str) -> bool:
    """Tell whether an answer says one thing of the mentor."""
    if not entry.choice:
        return False
    name = person.curriculum.now_called("prompts", entry.prompt)
    named = (prompt for prompt in person.curriculum.prompts if prompt.id == name)
    return any(_is_said(prompt, entry, effect) for prompt in named)


def _is_said(prompt: "Prompt", entry: Answered, effect: str) -> bool:
    picked = chosen_among(prompt.answers, entry.choice)
    return any(getattr(each.effects, effect) for each in picked)


def to_ask(planner: Planner) -> ToAsk | None:
    """Say what to ask the mentor next, from what is open; None where there is none."""
    person = planner.person
    mentor = mentor_of(person)
    if mentor is None:
        return None
    text = _to_show(person, mentor) or _to_begin(planner)
    is_due = mentor.is_due(person.today)
    return ToAsk(mentor=mentor, is_due=is_due, text=text, command=_command(person))


def _command(person: Person) -> str:
    for prompt in person.curriculum.prompts:
        for answer in prompt.answers:
            if prompt.of_mentor and answer.effects.meets:
                return f"pmcareer answer {prompt.id} {answer.id}"
    return ""


def _to_show(person: Person, mentor: Mentor) -> str:
    """Name what was handed over since one spoke, and nobody has looked at; "" where nothing was."""
    for entry in reversed(of_kind(person.entries, Finished)):
        exercise = person.curriculum.exercise.get(entry.exercise)
        if exercise and entry.on >= mentor.since and not entry.reviewed_by:
            return f"Show what came of {_named(exercise)}, and ask what is missing."
    return ""


def _named(item: Item) -> str:
    return f'"{item.title}" ({item.id})'


def _to_begin(planner: Planner) -> str:
    """Name what comes first, for which advice would come in time."""
    planned = planner.for_today
    if planned.first_step:
        return f"Ask whom to speak to about {_named(planned.first_step.step)}."
    if planned.active:
        return f"Ask how they would go about {_named(planned.active[0].exercise)}."
    return "Ask what they would do next in your place."
