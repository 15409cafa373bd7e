"""Prompts: which of the curriculum's questions are due, and what to recall from memory."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from operator import itemgetter
from typing import Final

from pmcareer.domain.coaching.interview import is_pmo
from pmcareer.domain.curriculum.catalogue import Prompt
from pmcareer.domain.curriculum.items import Exercise
from pmcareer.domain.ground.calendar import days_between
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.vocabulary import MOMENTS, Moment
from pmcareer.domain.logbook.entries import Answered, Finished
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.rhythm import DAYS_A_WEEK, monday_of, work_entries

PERIOD_DAYS: Final[Mapping[str, int]] = {"yearly": 365, "half-yearly": 182, "monthly": 30}
FIRST_AFTER_DAYS: Final[Mapping[str, int]] = {
    "yearly": 56,
    "half-yearly": 28,
    "once": 7,
    "monthly": 14,
    "weekly": 0,
}
"""Days from the first entry until a question is first asked: not everything in the first week."""
CLOSED_LATELY_DAYS = 14
FIRST_RUN = "first-run"
RECALL_AFTER_DAYS: Final = (90, 60, 30)
"""Widening gaps keep longest what is recalled from memory (Cepeda et al. 2006)."""


@frozen
class Recall:
    """A finished exercise to be recalled from memory."""

    exercise: Exercise
    finished: Finished
    days_ago: int


def due_prompts(person: Person) -> tuple[Prompt, ...]:
    """List the questions that are due and not answered within their rhythm, the first one first."""
    answered = _last_answers(person)
    ranked = []
    for place, prompt in enumerate(_asked_of(person)):
        last = answered.get(prompt.id)
        for rank, moment in enumerate(MOMENTS):
            if moment in prompt.when and _is_due(person, moment, last):
                # The rarest first, then what was answered longest ago, then as in the curriculum.
                ranked.append((rank, last or date.min, place, prompt))
                break
    return tuple(prompt for *_, prompt in sorted(ranked, key=itemgetter(0, 1, 2)))


def _asked_of(person: Person) -> Iterable[Prompt]:
    muted = person.says.get("muted", ())
    for prompt in person.curriculum.prompts:
        is_meant = not prompt.roles or person.stands_at in prompt.roles
        if is_meant and not prompt.retired and prompt.id not in muted:
            yield prompt


def _last_answers(person: Person) -> dict[str, date]:
    """Find the last day of an answer to each question."""
    days: dict[str, date] = {}
    for entry in person.entries:
        if isinstance(entry, Answered):
            name = person.curriculum.now_called("prompts", entry.prompt)
            days[name] = max(entry.on, days.get(name, date.min))
    return days


def _is_due(person: Person, moment: Moment, answered: date | None) -> bool:
    today, this_week = person.today, monday_of(person.today)
    last = answered or date.min
    if moment == "project-close":
        closed = max((entry.on for entry in person.closed_projects), default=date.min)
        return (today - closed).days <= CLOSED_LATELY_DAYS and last < closed
    if moment == "missed-week":
        return last < this_week and missed_week(person)
    if answered is None:
        return days_since_first_entry(person) >= FIRST_AFTER_DAYS[moment]
    if moment == "weekly":
        return last < this_week
    return moment in PERIOD_DAYS and (today - last).days >= PERIOD_DAYS[moment]


def missed_week(person: Person) -> bool:
    """Tell whether the last whole week had no work in it, after weeks that had, and was not off."""
    days = {entry.on for entry in work_entries(person)}
    this_week = monday_of(person.today)
    monday = this_week - timedelta(days=DAYS_A_WEEK)
    week = days_between(monday, this_week - timedelta(days=1))
    is_off = all(map(person.calendar.is_off, week))
    return min(days, default=monday) < monday and days.isdisjoint(week) and not is_off


def days_since_first_entry(person: Person) -> int:
    """Count the days since the first entry; none without one."""
    return (person.today - min((entry.on for entry in person.entries), default=person.today)).days


def transition_questions(person: Person) -> tuple[Prompt, ...]:
    """List what somebody in a PMO has to answer before their plan is worth much (S0-06)."""
    role = person.curriculum.role.get(person.role or "")
    if role is None or not is_pmo(role):
        return ()
    answered = _last_answers(person)
    return tuple(
        prompt
        for prompt in _asked_of(person)
        if prompt.id not in answered and _is_rare(prompt) and FIRST_RUN not in prompt.when
    )


def _is_rare(prompt: Prompt) -> bool:
    return not {"once", "half-yearly", "yearly"}.isdisjoint(prompt.when)


def recall_due(person: Person, since: date) -> Recall | None:
    """Choose an exercise finished 90, 60 or 30 days before a day of this period."""
    for gap in RECALL_AFTER_DAYS:
        for name, (first, *_) in person.finished.items():
            exercise = person.curriculum.exercise.get(name)
            due = first.on + timedelta(days=gap)
            if exercise and since <= due <= person.today:
                days_ago = (person.today - first.on).days
                return Recall(exercise=exercise, finished=first, days_ago=days_ago)
    return None
