"""The look back, as the keys of its JSON object."""

from pmcareer.domain.coaching.prompts import Recall
from pmcareer.domain.coaching.review import DoneLately, Hours, PracticeLately
from pmcareer.domain.curriculum.answers import Prompt
from pmcareer.domain.logbook.entries import Did
from pmcareer.domain.person.step_counts import StepProgress
from pmcareer.domain.plan.drift import Moved
from pmcareer.views.look_up.job_search import progress_keys
from pmcareer.views.parts.aim import aim_keys
from pmcareer.views.parts.earned import earned_keys, track_keys
from pmcareer.views.parts.entries import Titles, title_of
from pmcareer.views.parts.keys import Keys, or_null, picked, picked_each, rounded, said_keys
from pmcareer.views.parts.mentor import mentor_keys
from pmcareer.views.parts.steps import awaited_keys
from pmcareer.views.plan.keys import cause_keys
from pmcareer.views.review.answer import Reviewed, recall_text


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
        "question": _question_keys(questions[0]) if questions else None,
        "unanswered": picked_each(questions, "id", "title"),
        "recall": _recall_keys(reviewed.recall),
        "milestone": _milestone_keys(reviewed),
        "look_back": reviewed.look_back_text,
        "mentor": mentor_keys(reviewed.mentor),
        "first": reviewed.first.id if reviewed.first else None,
        "certificate": aim_keys(reviewed.aim),
        "job_search": _search_keys(reviewed.search),
        "advice": said_keys(reviewed.advice),
    }


def _question_keys(prompt: Prompt) -> Keys:
    answers = picked_each(prompt.answers, "id", "text")
    return picked(prompt, "id", "title", "text") | {"answers": answers}


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


def _moved_keys(drift: Moved | None) -> Keys:
    if drift is None:
        return {"days": None, "since": None, "because": []}
    return {"days": drift.moved_days, "since": drift.baseline.on, "because": cause_keys(drift)}


@or_null
def _recall_keys(recall: Recall) -> Keys:
    return {
        "exercise": recall.exercise.id,
        "title": recall.exercise.title,
        "days_ago": recall.days_ago,
        "text": recall_text(recall),
        "note": recall.finished.note,
    }


def _milestone_keys(reviewed: Reviewed) -> Keys | None:
    if not reviewed.milestone:
        return None
    return {"title": reviewed.milestone, "text": reviewed.credit_text}


@or_null
def _search_keys(search: StepProgress) -> Keys:
    return picked(search.step, "id", "title") | progress_keys(search)
