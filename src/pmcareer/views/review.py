"""The look back, drawn and as keys: what was done, what moved, and what to think about."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from pmcareer.domain.coaching.advice import Said
from pmcareer.domain.coaching.prompts import Recall
from pmcareer.domain.coaching.review import REVIEW, DoneLately, Hours, PracticeLately
from pmcareer.domain.curriculum.items import Item, Role
from pmcareer.domain.forecast.outlook import BEYOND
from pmcareer.domain.forecast.track_record import TrackRecord
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Problems
from pmcareer.domain.logbook.entries import Did
from pmcareer.domain.person.step_counts import StepProgress
from pmcareer.domain.person.steps import Awaited
from pmcareer.domain.plan.drift import Drift
from pmcareer.domain.plan.earned import EarnedValue
from pmcareer.views.look_up.job_search import progress_keys, so_far_words
from pmcareer.views.parts.causes import SAVED, cause_lines
from pmcareer.views.parts.earned import (
    earned_in_short,
    earned_keys,
    track_keys,
    track_words,
)
from pmcareer.views.parts.entries import Titles, title_of
from pmcareer.views.parts.keys import Keys, ids, or_null, picked, picked_each, rounded, said_keys
from pmcareer.views.parts.steps import awaited_keys, did_in_short, first_awaited
from pmcareer.views.parts.text import day, hours, joined, later, number
from pmcareer.views.plan.keys import cause_keys

if TYPE_CHECKING:
    from rich.text import Text

    from pmcareer.domain.curriculum.catalogue import Prompt
    from pmcareer.views.parts.layout import Blocks, Page

# So many further questions are named: a look back is no backlog.
NAMED = 2
STEPS_SHOWN = 2
CREDIT = "Who deserves the credit?"
LOOK_BACK = (
    "Two weeks in: what helped, what got in the way, "
    "and is {hours} a week still the promise you want to make?"
)
RECALL = 'From memory: what did you hand over for "{title}", and what would you do otherwise?'


@frozen
class Reviewed:
    """What happened since a day, and what it asks."""

    today: date
    target: Role
    hours_per_week: float
    since: date
    done: tuple[DoneLately, ...]
    steps: tuple[Did, ...]
    """What was done with people, and which gates were confirmed."""
    awaited: tuple[Awaited, ...]
    titles: Titles
    hours: Hours
    earned: EarnedValue | None
    track: TrackRecord | None
    practices: tuple[PracticeLately, ...]
    drift: Drift | None
    questions: "tuple[Prompt, ...]"
    """Due and unanswered, the one to ask first."""
    recall: Recall | None
    milestone: str | None
    thanking: str | None
    """The practice of thanking somebody for one concrete act, where the curriculum has it."""
    looks_back: bool
    first: Item | None
    """What comes first now, a step or an exercise, as `next` says."""
    search: StepProgress | None
    """The step of the job search to take, once it is open."""
    advice: Said | None
    problems: Problems = ()

    @property
    def credit_text(self) -> str | None:
        """What is asked at a milestone."""
        if self.milestone is None:
            return None
        if self.thanking is None:
            return CREDIT
        return f"{CREDIT} Tell them, and: pmcareer log {self.thanking}"

    @property
    def look_back_text(self) -> str | None:
        """What is asked once, after two weeks."""
        if self.looks_back:
            return LOOK_BACK.format(hours=hours(self.hours_per_week))
        return None


def render(reviewed: Reviewed, page: "Page") -> "Blocks":
    """Draw what was done first, then why the date moved, then one thing to think about."""
    yield _heading(reviewed, page)
    yield from _done(reviewed, page)
    yield from _with_people(reviewed, page)
    yield page.row("Hours", *_hours(reviewed.hours))
    yield from _kept(reviewed, page)
    yield from _measured(reviewed, page)
    yield page.row("Date", _moved(reviewed.drift))
    yield from _because(reviewed.drift, page)
    if reviewed.first:
        first = f"{reviewed.first.title} ({reviewed.first.id}): "
        yield page.row("Next", first, ("pmcareer next", "item"))
    if reviewed.search:
        yield page.row("Search", _search(reviewed.search))
    for label, text in _asked(reviewed):
        yield page.blank()
        yield page.row(label, text)
        if label == "Question":
            yield from _how_to_answer(reviewed, page)


def _heading(reviewed: Reviewed, page: "Page") -> "Text":
    if reviewed.since == reviewed.today:
        return page.heading("Today", day(reviewed.today))
    since = day(reviewed.since, reviewed.today)
    return page.heading(f"Since {since}", f"up to {day(reviewed.today)}")


def _done(reviewed: Reviewed, page: "Page") -> "Blocks":
    label = "Done"
    for each in reviewed.done:
        quiet = (f"  {each.exercise.id}, {hours(each.hours)}", "quiet")
        yield page.row(label, each.exercise.title, quiet)
        label = ""
    if label and not reviewed.steps:
        yield page.row(label, "nothing finished yet")


def _with_people(reviewed: Reviewed, page: "Page") -> "Blocks":
    """Draw the last steps of this time, and the answer to ask for next."""
    label = "Steps"
    for entry in reviewed.steps[-STEPS_SHOWN:]:
        yield page.row(label, did_in_short(entry, reviewed.titles))
        label = ""
    earlier = len(reviewed.steps) - STEPS_SHOWN
    if earlier > 0:
        yield page.row("", (f"and {earlier} before: pmcareer history --kind did", "quiet"))
    if reviewed.awaited:
        yield page.row("Awaited", first_awaited(reviewed.awaited, reviewed.titles, reviewed.today))


def _hours(spent: Hours) -> Iterator[Any]:
    yield (f"{number(spent.logged)} logged", "strong")
    if spent.promised is not None:
        yield f", {number(spent.promised)} promised by today"
    yield f"; {number(spent.credited)} credited"


def _kept(reviewed: Reviewed, page: "Page") -> "Blocks":
    label = "Kept"
    for each in reviewed.practices:
        yield page.row(label, f"{each.practice.title}, {each.kept} of {each.occasions}")
        label = ""


def _measured(reviewed: Reviewed, page: "Page") -> "Blocks":
    """Draw how it goes against the promise and against one's own dates, once there is a record."""
    rows = {"Earned": earned_in_short(reviewed.earned), "Forecasts": track_words(reviewed.track)}
    for label, words in rows.items():
        if words:
            yield page.row(label, words)


def _moved(drift: Drift | None) -> str:
    """Say how far the date moved: "in the role 3 weeks later than saved on 2 Nov 2026"."""
    if drift is None:
        return "there is nothing before this to compare with"
    if drift.main.before is None and drift.main.after is None:
        return "there was no day before, and there is none now"
    if drift.moved_days is None:
        return f"a date is {BEYOND}, so a move can't be said"
    baseline = drift.baseline
    what, moved = "study done" if drift.main is drift.study else "in the role", drift.moved_days
    # Nobody saved it: it is the date that was shown when this time began.
    if baseline.id == REVIEW:
        than = f"{later(moved)} than" if moved else "as"
        return f"{what} {than} on {day(baseline.on)}"
    than = f"{later(moved)} than" if moved else "as"
    return f"{what} {than} saved on {day(baseline.on)}"


def _because(drift: Drift | None, page: "Page") -> "Blocks":
    if drift is None or drift.moved_days is None:
        return
    then = f"on {day(drift.baseline.on)}" if drift.baseline.id == REVIEW else SAVED
    for days, words, _ in cause_lines(drift.main, drift.grounds, then):
        yield page.row("", f"{days:>9}  {words}")


def _search(search: StepProgress) -> str:
    return f"{search.step.title} ({search.step.id}): {so_far_words(search)}"


def _asked(reviewed: Reviewed) -> Iterator[tuple[str, str]]:
    """Name what is asked, in the order of its weight; the labels say what kind it is."""
    if reviewed.milestone:
        milestone = reviewed.milestone[:1].upper() + reviewed.milestone[1:]
        yield "Milestone", f"{milestone}. {reviewed.credit_text}"
    if reviewed.look_back_text:
        yield "Look back", reviewed.look_back_text
    if reviewed.questions:
        yield "Question", reviewed.questions[0].text
    if reviewed.recall:
        yield "Recall", _recall_text(reviewed.recall)


def _recall_text(recall: Recall) -> str:
    asked = RECALL.format(title=recall.exercise.title)
    return f"{asked} {_check(recall)}"


def _check(recall: Recall) -> str:
    if recall.finished.note:
        return "Check it against your note."
    return f"Then look it up: pmcareer show {recall.exercise.id}"


def _how_to_answer(reviewed: Reviewed, page: "Page") -> "Blocks":
    first, *rest = ids(reviewed.questions)
    yield page.row("", (f'pmcareer answer {first} "..."', "item"))
    named = rest[:NAMED]
    if len(rest) > NAMED:
        named.append(f"{len(rest) - NAMED} more")
    if named:
        yield page.row("", (f"unanswered so far: {joined(named)}", "quiet"))


def as_dict(reviewed: Reviewed) -> Keys:
    """Write the same as keys."""
    questions = reviewed.questions
    return {
        "since": reviewed.since,
        "target": reviewed.target.id,
        "done": list(map(_done_keys, reviewed.done)),
        "steps": [_step_keys(entry, reviewed.titles) for entry in reviewed.steps],
        "awaited": list(map(awaited_keys, reviewed.awaited)),
        "hours": _hours_keys(reviewed.hours),
        "earned": earned_keys(reviewed.earned),
        "track_record": track_keys(reviewed.track),
        "practices": list(map(_practice_keys, reviewed.practices)),
        "moved": _moved_keys(reviewed.drift),
        "question": picked(questions[0], "id", "title", "text") if questions else None,
        "unanswered": picked_each(questions, "id", "title"),
        "recall": _recall_keys(reviewed.recall),
        "milestone": _milestone_keys(reviewed),
        "look_back": reviewed.look_back_text,
        "first": reviewed.first.id if reviewed.first else None,
        "job_search": _search_keys(reviewed.search),
        "advice": said_keys(reviewed.advice),
    }


def _done_keys(done: DoneLately) -> Keys:
    return {
        **picked(done.exercise, "id", "title"),
        "on": done.entry.on,
        **rounded(done, "hours"),
        "outcome": done.entry.outcome,
    }


def _step_keys(entry: Did, titles: Titles) -> Keys:
    return {
        "id": entry.thing,
        "title": title_of(entry.thing, titles),
        "with": entry.whom,
        **picked(entry, "on", "step", "gate", "minutes", "outcome"),
        "begun": bool(entry.begun),
    }


def _hours_keys(spent: Hours) -> Keys:
    promised = None if spent.promised is None else round(spent.promised, 2)
    return rounded(spent, "logged", "credited") | {"promised": promised}


def _practice_keys(lately: PracticeLately) -> Keys:
    keys = picked(lately.practice, "id", "title")
    return keys | {"kept": lately.kept, "of": lately.occasions}


def _moved_keys(drift: Drift | None) -> Keys:
    if drift is None:
        return {"days": None, "since": None, "because": []}
    return {"days": drift.moved_days, "since": drift.baseline.on, "because": cause_keys(drift)}


@or_null
def _recall_keys(recall: Recall) -> Keys:
    return {
        "exercise": recall.exercise.id,
        "title": recall.exercise.title,
        "days_ago": recall.days_ago,
        "text": _recall_text(recall),
        "note": recall.finished.note,
    }


def _milestone_keys(reviewed: Reviewed) -> Keys | None:
    if not reviewed.milestone:
        return None
    return {"title": reviewed.milestone, "text": reviewed.credit_text}


@or_null
def _search_keys(search: StepProgress) -> Keys:
    return picked(search.step, "id", "title") | progress_keys(search)
