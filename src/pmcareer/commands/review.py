"""`pmcareer review`: the week looked back upon, and one question."""

from pmcareer.domain.coaching.advice import first_advice
from pmcareer.domain.coaching.job_search import step_to_take
from pmcareer.domain.coaching.prompts import due_prompts, recall_due
from pmcareer.domain.coaching.review import (
    done_since,
    drift_since,
    hours_since,
    looks_back,
    milestone_since,
    practices_since,
    thanking,
)
from pmcareer.domain.person.person import person_of
from pmcareer.domain.person.rhythm import monday_of
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.words.days import past_day
from pmcareer.settings import Settings
from pmcareer.storage.curriculum_file import read_curriculum
from pmcareer.storage.logbook_file import read_logbook
from pmcareer.views.review import Reviewed


def run(settings: Settings, *, since: str | None = None) -> Reviewed:
    """Look back on the week up to today, or on the time since a day."""
    curriculum = read_curriculum(settings.curriculum)
    logbook = read_logbook(settings.logbook)

    person = person_of(curriculum, logbook, settings.today)
    first = monday_of(settings.today)
    if since is not None:
        first = past_day(since, settings.today, "--since")
    planner = Planner(person=person)
    done = done_since(person, first)

    return Reviewed(
        today=settings.today,
        target=planner.target,
        hours_per_week=person.hours_per_week,
        since=first,
        done=done,
        hours=hours_since(person, first),
        practices=practices_since(person, first),
        drift=drift_since(planner, logbook, first),
        questions=due_prompts(person),
        recall=recall_due(person, first),
        milestone=milestone_since(planner, first, done),
        thanking=thanking(curriculum),
        looks_back=looks_back(person),
        search=step_to_take(person),
        advice=first_advice(person),
        problems=logbook.problems,
    )
