"""Prompts: which of the curriculum's questions are due, and what to recall from memory."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta
from operator import itemgetter

from pmcareer.domain.coaching.changes import Change, changes_of, in_words
from pmcareer.domain.coaching.likely_target import is_pmo
from pmcareer.domain.coaching.mentoring import EIGHT_WEEKS, Mentor, mentor_of
from pmcareer.domain.curriculum.answers import Choosable, Prompt
from pmcareer.domain.curriculum.items import Exercise
from pmcareer.domain.ground.calendar import DAYS_PER_WEEK, days_between
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.vocabulary import MOMENTS, Moment
from pmcareer.domain.logbook.entries import Answered, Finished
from pmcareer.domain.logbook.logbook import of_kind, oldest_first
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.picked import answers_meant
from pmcareer.domain.person.rhythm import monday_of

PERIOD_DAYS = {"yearly": 365, "half-yearly": 182, "eight-weekly": EIGHT_WEEKS, "monthly": 30}
FIRST_AFTER_DAYS = {
    "yearly": 56,
    "half-yearly": 28,
    "eight-weekly": EIGHT_WEEKS,
    "once": 7,
    "monthly": 14,
    "weekly": 0,
}
"""Days from the first entry until a question is first asked: not everything in the first week."""
BLANK = "{mentor}"
CLOSED_LATELY_DAYS = 14
RECALL_AFTER_DAYS = (90, 60, 30)
"""Widening gaps keep longest what is recalled from memory (Cepeda et al. 2006)."""


@frozen
class Recall:
    """A finished exercise to be recalled from memory."""

    exercise: Exercise
    finished: Finished
    days_ago: int


@frozen
class Offer:
    """An answer that can be picked."""

    answer: Choosable
    changes: str
    """What it changes, in a few words; "" where nothing."""
    counts: bool
    """It was picked last, and counts today."""


@frozen
class Question:
    """A question that can be answered."""

    prompt: Prompt
    is_due: bool
    answered: Answered | None
    """The newest answer."""
    text: Answered | None
    """The newest one in one's own words."""
    offers: tuple[Offer, ...]
    """The answers to pick."""


def questions_of(person: Person) -> tuple[Question, ...]:
    """List the questions that concern somebody: due ones, those never answered, the others."""
    due = due_prompts(person)
    newest = _newest_answers(person)
    others = [prompt for prompt in _asked_of(person) if prompt not in due]
    others.sort(key=lambda prompt: prompt.id in newest)
    return tuple(_question(person, prompt, due, newest) for prompt in (*due, *others))


def question_of(person: Person, prompt: Prompt) -> Question:
    """Say of one question how it stands."""
    asked = about(mentor_of(person), prompt)
    return _question(person, asked, due_prompts(person), _newest_answers(person))


def _question(
    person: Person, prompt: Prompt, due: Collection[Prompt], newest: Mapping[str, Answered]
) -> Question:
    texts = [each for each in _answers(person, prompt) if each.text is not None]
    return Question(
        prompt=prompt,
        is_due=prompt in due,
        answered=newest.get(prompt.id),
        text=texts[-1] if texts else None,
        offers=offers_of(person, prompt),
    )


def offers_of(person: Person, prompt: Prompt) -> tuple[Offer, ...]:
    """List the answers to a question, each with what it changes and whether it counts."""
    picked = [each.answer for each in person.given.answers if each.asked.id == prompt.id]
    return tuple(_offer(person, answer, picked) for answer in prompt.answers)


def _offer(person: Person, answer: Choosable, picked: Collection[Choosable]) -> Offer:
    changes = (*changes_of(answer.effects, person.role), *_by_profile(person, answer))
    words = in_words(changes, person.curriculum) or _put_down(answer)
    return Offer(answer=answer, changes=words, counts=answer in picked)


def _by_profile(person: Person, answer: Choosable) -> Iterator[Change]:
    """Go through what the words change that it puts into the profile."""
    for word in _words_put(person, answer):
        yield from changes_of(word.effects, person.role)


def _words_put(person: Person, answer: Choosable) -> Iterator[Choosable]:
    for saying in person.curriculum.profile:
        yield from answers_meant(saying, getattr(answer.effects.profile, saying.key, None))


def _put_down(answer: Choosable) -> str:
    return "a word of your profile" if answer.effects.profile.model_fields_set else ""


def _answers(person: Person, prompt: Prompt) -> list[Answered]:
    names = {prompt.id, *prompt.replaces}
    entries = of_kind(person.entries, Answered)
    return oldest_first(entry for entry in entries if entry.prompt in names)


def due_prompts(person: Person) -> tuple[Prompt, ...]:
    """List the questions that are due and not answered within their rhythm, the first one first."""
    answered = _last_answers(person)
    mentor = mentor_of(person)
    due = []
    for prompt in _asked_of(person):
        last = answered.get(prompt.id)
        # Who spoke with their mentor last week need not be asked when they did.
        if mentor and prompt.of_mentor:
            last = max(last or date.min, mentor.asked_as_of)
        rank = _rank(person, prompt, last)
        if rank is not None:
            due.append((rank, last or date.min, prompt))
    # The rarest first, then what was answered longest ago, then as in the curriculum.
    due.sort(key=itemgetter(0, 1))
    return tuple(prompt for _, _, prompt in due)


def _rank(person: Person, prompt: Prompt, last: date | None) -> int | None:
    """Find the rarest moment at which it is due, counted from 0; None while it is not."""
    for rank, moment in enumerate(MOMENTS):
        if moment in prompt.when and _is_due(person, moment, last):
            return rank
    return None


def _asked_of(person: Person) -> Iterable[Prompt]:
    mentor = mentor_of(person)
    for prompt in person.curriculum.prompts:
        is_meant = not prompt.roles or person.stands_at in prompt.roles
        is_meant = is_meant and (mentor is not None or not prompt.of_mentor)
        if is_meant and not prompt.retired and prompt.id not in person.muted:
            yield about(mentor, prompt)


def about(mentor: Mentor | None, prompt: Prompt) -> Prompt:
    """Put the mentor's name into a question about them."""
    if not prompt.of_mentor:
        return prompt
    name = getattr(mentor, "name", "your mentor")
    return prompt.model_copy(update={"text": prompt.text.replace(BLANK, name)})


def _last_answers(person: Person) -> dict[str, date]:
    """Find the last day of an answer to each question."""
    return {name: entry.on for name, entry in _newest_answers(person).items()}


def _newest_answers(person: Person) -> dict[str, Answered]:
    answers: dict[str, Answered] = {}
    for entry in oldest_first(of_kind(person.entries, Answered)):
        answers[person.curriculum.now_called("prompts", entry.prompt)] = entry
    return answers


def _is_due(person: Person, moment: Moment, answered: date | None) -> bool:
    last = answered or date.min
    if moment == "project-close":
        return _closed_since(person, last)
    if moment == "missed-week":
        return last < monday_of(person.today) and missed_week(person)
    if answered is None:
        return days_since_first_use(person) >= FIRST_AFTER_DAYS[moment]
    if moment == "weekly":
        return last < monday_of(person.today)
    period = PERIOD_DAYS.get(moment)
    return period is not None and (person.today - last).days >= period


def _closed_since(person: Person, last: date) -> bool:
    """Tell whether a project was closed lately, and after the last answer."""
    return any(
        last < entry.on and (person.today - entry.on).days <= CLOSED_LATELY_DAYS
        for entry in person.closed_projects
    )


def missed_week(person: Person) -> bool:
    """Tell whether the last whole week had no work in it, after weeks that had, and was not off."""
    days = person.ledger.active_days
    monday = monday_of(person.today) - timedelta(days=DAYS_PER_WEEK)
    week = days_between(monday, monday + timedelta(days=DAYS_PER_WEEK - 1))
    if not days.isdisjoint(week) or person.ledger.is_week_off(monday):
        return False
    # What was done before the logbook was begun was followed by no week that was missed.
    begun = person.first_use or monday
    return any(begun <= day < monday for day in days)


def days_since_first_use(person: Person) -> int:
    """Count the days since something was first written; none without an entry."""
    return (person.today - (person.first_use or person.today)).days


def transition_questions(person: Person) -> tuple[Prompt, ...]:
    """List what somebody in a PMO has to answer before their plan is worth much (S0-06)."""
    if person.held is None or not is_pmo(person.held):
        return ()
    answered = _last_answers(person)
    waiting = [prompt for prompt in _asked_of(person) if prompt.id not in answered]
    return tuple(filter(_is_rare, waiting))


def _is_rare(prompt: Prompt) -> bool:
    """Tell whether a question is asked twice a year or less, and not in the first run already."""
    is_rare = not {"once", "half-yearly", "yearly"}.isdisjoint(prompt.when)
    return is_rare and "first-run" not in prompt.when


def recall_due(person: Person, since: date) -> Recall | None:
    """Choose an exercise finished 90, 60 or 30 days before a day of this period."""
    for gap in RECALL_AFTER_DAYS:
        for name, (first, *_) in person.finished.items():
            exercise = person.curriculum.exercise.get(name)
            days_ago = (person.today - first.on).days
            # On Sunday one looks back at the week since Monday: 36 to 30 days ago, for 30.
            if exercise and 0 <= days_ago - gap <= (person.today - since).days:
                return Recall(exercise=exercise, finished=first, days_ago=days_ago)
    return None
