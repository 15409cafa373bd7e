"""The look back, drawn and as keys: what was done, what moved, and what to think about."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from pmcareer.domain.coaching.advice import Said
from pmcareer.domain.coaching.job_search import StepProgress
from pmcareer.domain.coaching.prompts import Recall
from pmcareer.domain.coaching.review import DoneLately, Hours, PracticeLately
from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.ground.problem import Problem
from pmcareer.domain.plan.drift import Drift
from pmcareer.views.look_up.job_search import progress_keys, so_far_words
from pmcareer.views.parts.text import clean, day, hours, joined, number, plural, span
from pmcareer.views.plan.screen import CAUSE_WORDS

if TYPE_CHECKING:
    from pmcareer.domain.curriculum.catalogue import Prompt
    from pmcareer.views.parts.layout import Page

LABEL = 9
"""Columns of the labels."""
NAMED = 2
"""So many further questions are named: a look back is no backlog."""
CREDIT = "Who deserves the credit?"
LOOK_BACK = "Two weeks in: what helped, what got in the way, and is {hours} a week still the promise you want to make?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """What happened since a day, and what it asks."""

    today: date
    target: Role
    hours_per_week: float
    since: date
    done: tuple[DoneLately, ...]
    hours: Hours
    practices: tuple[PracticeLately, ...]
    drift: Drift | None
    questions: "tuple[Prompt, ...]"
    """Due and unanswered, the one to ask first."""
    recall: Recall | None
    milestone: str | None
    thanking: str | None
    """The practice of thanking somebody for one concrete act, where the curriculum has it."""
    looks_back: bool
    search: StepProgress | None
    """The step of the job search to take, once it is open."""
    advice: Said | None
    problems: tuple[Problem, ...] = ()

    @property
    def credit_text(self) -> str | None:
        """What is asked at a milestone."""
        if self.milestone is None:
            return None
        return f"{CREDIT} Tell them, and: pmcareer log {self.thanking}" if self.thanking else CREDIT

    @property
    def recall_text(self) -> str | None:
        """The question to be answered from memory."""
        if self.recall is None:
            return None
        title = self.recall.exercise.title
        check = (
            "Check it against your note."
            if self.recall.finished.note
            else "Then look it up: pmcareer show"
        )
        tail = "" if self.recall.finished.note else f" {self.recall.exercise.id}"
        return f'From memory: what did you hand over for "{title}", and what would you do otherwise? {check}{tail}'

    @property
    def look_back_text(self) -> str | None:
        """What is asked once, in the second week."""
        promise = hours(self.hours_per_week)
        return LOOK_BACK.format(hours=promise) if self.looks_back else None


def render(reviewed: Reviewed, page: "Page") -> Iterator[Any]:
    """Draw what was done first, then why the date moved, then one thing to think about."""
    yield page.heading(
        f"Since {day(reviewed.since, reviewed.today)}", f"up to {day(reviewed.today)}"
    )
    yield from _done(reviewed, page)
    yield page.row("Hours", *_hours(reviewed.hours), columns=LABEL)
    kept = [
        f"{each.practice.title}, {each.kept} of {each.occasions}" for each in reviewed.practices
    ]
    for place, text in enumerate(kept):
        yield page.row("" if place else "Kept", text, columns=LABEL)
    yield page.row("Date", _moved(reviewed.drift), columns=LABEL)
    yield from _because(reviewed.drift, page)
    if reviewed.search:
        so_far = so_far_words(reviewed.search)
        yield page.row(
            "Search",
            f"{reviewed.search.step.title} ({reviewed.search.step.id}): {so_far}",
            columns=LABEL,
        )
    for label, text in _asked(reviewed):
        yield page.blank()
        yield page.row(label, text, columns=LABEL)
        if label == "Question":
            answer = f'pmcareer answer {reviewed.questions[0].id} "..."'
            yield page.row("", (answer, "item"), columns=LABEL)
            yield from _unanswered(reviewed, page)


def _done(reviewed: Reviewed, page: "Page") -> Iterator[Any]:
    if not reviewed.done:
        yield page.row(
            "Done",
            "nothing finished yet; the next step: ",
            ("pmcareer next", "item"),
            columns=LABEL,
        )
    for place, each in enumerate(reviewed.done):
        label = "" if place else "Done"
        quiet = (f"  {each.exercise.id}, {hours(each.hours)}", "quiet")
        yield page.row(label, clean(each.exercise.title), quiet, columns=LABEL)


def _hours(spent: Hours) -> Iterator[Any]:
    yield (f"{number(spent.credited)} credited", "strong")
    yield f", {number(spent.promised)} promised by today; {number(spent.logged)} logged"


def _moved(drift: Drift | None) -> str:
    if drift is None:
        return "there is nothing before this to compare with"
    if drift.moved_days is None:
        return "a date is beyond twenty years, so a move can't be said"
    what = "in the role" if drift.baseline.finish else "study done"
    since = "" if drift.baseline.id == "review" else f" than saved on {day(drift.baseline.on)}"
    if not drift.moved_days:
        return f"{what} as before" if not since else f"{what} as saved on {day(drift.baseline.on)}"
    return (
        f"{what} {span(drift.moved_days)} {'later' if drift.moved_days > 0 else 'earlier'}{since}"
    )


def _because(drift: Drift | None, page: "Page") -> Iterator[Any]:
    causes = (
        [cause for cause in drift.because if cause.days]
        if drift and drift.moved_days is not None
        else []
    )
    for cause in sorted(causes, key=lambda cause: -abs(cause.days)):
        sign = "+" if cause.days > 0 else "-"
        text = f"{sign}{plural(abs(cause.days), 'day')}"
        yield page.row("", f"{text:>9}  {CAUSE_WORDS[cause.cause]}", columns=LABEL)


def _asked(reviewed: Reviewed) -> Iterator[tuple[str, str]]:
    """Give what is asked, in the order of its weight; the labels say what kind it is."""
    if reviewed.milestone:
        milestone = clean(reviewed.milestone)
        yield "Milestone", f"{milestone[:1].upper()}{milestone[1:]}. {reviewed.credit_text}"
    if reviewed.look_back_text:
        yield "Look back", reviewed.look_back_text
    if reviewed.questions:
        yield "Question", reviewed.questions[0].text
    if reviewed.recall_text:
        yield "Recall", reviewed.recall_text
    if reviewed.advice:
        yield "Advice", f"{reviewed.advice.text}  {reviewed.advice.advice.id}"


def _unanswered(reviewed: Reviewed, page: "Page") -> Iterator[Any]:
    rest = [prompt.id for prompt in reviewed.questions[1:]]
    more = [f"{len(rest) - NAMED} more"] if len(rest) > NAMED else []
    if rest:
        yield page.row(
            "", (f"unanswered so far: {joined([*rest[:NAMED], *more])}", "quiet"), columns=LABEL
        )


def as_dict(reviewed: Reviewed) -> dict[str, Any]:
    """Give the same as keys."""
    first = reviewed.questions[0] if reviewed.questions else None
    drift = reviewed.drift
    return {
        "since": reviewed.since,
        "target": reviewed.target.id,
        "done": [
            {
                "id": each.exercise.id,
                "title": each.exercise.title,
                "on": each.entry.on,
                "hours": round(each.hours, 2),
                "outcome": each.entry.outcome,
            }
            for each in reviewed.done
        ],
        "hours": {
            "logged": round(reviewed.hours.logged, 2),
            "credited": round(reviewed.hours.credited, 2),
            "promised": round(reviewed.hours.promised, 2),
        },
        "practices": [
            {
                "id": each.practice.id,
                "title": each.practice.title,
                "kept": each.kept,
                "of": each.occasions,
            }
            for each in reviewed.practices
        ],
        "moved": {
            "days": drift.moved_days if drift else None,
            "since": drift.baseline.on if drift else None,
            "because": [{"cause": cause.cause, "days": cause.days} for cause in drift.because]
            if drift
            else [],
        },
        "question": {"id": first.id, "title": first.title, "text": first.text} if first else None,
        "unanswered": [{"id": prompt.id, "title": prompt.title} for prompt in reviewed.questions],
        "recall": {
            "exercise": reviewed.recall.exercise.id,
            "title": reviewed.recall.exercise.title,
            "days_ago": reviewed.recall.days_ago,
            "text": reviewed.recall_text,
            "note": reviewed.recall.finished.note,
        }
        if reviewed.recall
        else None,
        "milestone": {"title": reviewed.milestone, "text": reviewed.credit_text}
        if reviewed.milestone
        else None,
        "look_back": reviewed.look_back_text,
        "job_search": {"id": reviewed.search.step.id, "title": reviewed.search.step.title}
        | progress_keys(reviewed.search)
        if reviewed.search
        else None,
        "advice": {
            "id": reviewed.advice.advice.id,
            "title": reviewed.advice.advice.title,
            "text": reviewed.advice.text,
        }
        if reviewed.advice
        else None,
    }
