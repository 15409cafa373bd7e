"""Prompts: which of the curriculum's questions are due, one at a time, and what to recall from memory."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final

from pmcareer.domain.coaching.interview import is_pmo
from pmcareer.domain.curriculum.catalogue import Prompt
from pmcareer.domain.curriculum.items import Exercise
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.vocabulary import MOMENTS
from pmcareer.domain.logbook.entries import Finished
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
"""Days from the first entry to the first time a question is asked: not everything in the first week."""
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
    """List the questions that are due and not answered within their rhythm, the one to ask first."""
    answered = _last_answers(person)
    found = []
    for place, prompt in enumerate(_asked_of(person)):
        moments = [
            moment
            for moment in MOMENTS
            if moment in prompt.when and _is_due(person, prompt, moment, answered)
        ]
        if moments:
            found.append(
                (MOMENTS.index(moments[0]), answered.get(prompt.id, date.min), place, prompt)
            )
    return tuple(prompt for *_, prompt in sorted(found, key=lambda each: each[:3]))


def _asked_of(person: Person) -> Iterable[Prompt]:
    muted = person.says.get("muted", ())
    for prompt in person.curriculum.prompts:
        if (
            not prompt.retired
            and prompt.id not in muted
            and (not prompt.roles or person.stands_at in prompt.roles)
        ):
            yield prompt


def _last_answers(person: Person) -> dict[str, date]:
    """Give the last day of an answer to each question."""
    days: dict[str, date] = {}
    for entry in person.entries:
        if entry.kind == "answered":
            name = person.curriculum.now_called("prompts", str(getattr(entry, "prompt", "")))
            days[name] = max(entry.on, days.get(name, date.min))
    return days


def _is_due(person: Person, prompt: Prompt, moment: str, answers: Mapping[str, date]) -> bool:
    today, answered = person.today, answers.get(prompt.id)
    if moment == "project-close":
        closed = max((entry.on for entry in person.closed_projects), default=None)
        is_late = closed is not None and (today - closed).days <= CLOSED_LATELY_DAYS
        return is_late and (answered is None or answered < (closed or today))
    if moment == "missed-week":
        return missed_week(person) and (answered is None or answered < monday_of(today))
    if answered is None:
        return days_since_first_entry(person) >= FIRST_AFTER_DAYS[moment]
    if moment == "weekly":
        return answered < monday_of(today)
    return moment in PERIOD_DAYS and (today - answered).days >= PERIOD_DAYS[moment]


def missed_week(person: Person) -> bool:
    """Tell whether the last whole week had no work in it, after weeks that had, and was not off."""
    days = {entry.on for entry in work_entries(person)}
    monday = monday_of(person.today) - timedelta(days=DAYS_A_WEEK)
    week = {monday + timedelta(days=number) for number in range(DAYS_A_WEEK)}
    is_off = all(
        any(start <= day <= end for start, end in person.calendar.days_off) for day in week
    )
    return bool(days) and min(days) < monday and week.isdisjoint(days) and not is_off


def days_since_first_entry(person: Person) -> int:
    """Give the days since the first entry; none without one."""
    return (person.today - min((entry.on for entry in person.entries), default=person.today)).days


def transition_questions(person: Person) -> tuple[Prompt, ...]:
    """List what somebody in a PMO has yet to answer before a plan of theirs is worth much (S0-06)."""
    role = person.curriculum.role.get(person.role or "")
    if role is None or not is_pmo(role):
        return ()
    answered = _last_answers(person)
    rare = {"once", "half-yearly", "yearly"}
    return tuple(
        prompt
        for prompt in _asked_of(person)
        if prompt.id not in answered
        and rare.intersection(prompt.when)
        and FIRST_RUN not in prompt.when
    )


def recall_due(person: Person, since: date) -> Recall | None:
    """Choose an exercise finished some 30, 60 or 90 days before a day of this period, the longest ago first."""
    for gap in RECALL_AFTER_DAYS:
        for name, times in person.finished.items():
            first = times[0]
            due = first.on + timedelta(days=gap)
            if name in person.curriculum.exercise and since <= due <= person.today:
                ago = (person.today - first.on).days
                return Recall(
                    exercise=person.curriculum.exercise[name], finished=first, days_ago=ago
                )
    return None
