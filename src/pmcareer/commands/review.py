"""`pmcareer review`: the week looked back upon, and one question."""

from dataclasses import replace

from pmcareer.commands.home import home_of
from pmcareer.domain.coaching.advice import advice_of_the_day
from pmcareer.domain.coaching.job_search import step_to_take
from pmcareer.domain.coaching.mentoring import to_ask
from pmcareer.domain.coaching.prompts import due_prompts, recall_due
from pmcareer.domain.coaching.review import (
    done_since,
    drift_since,
    hours_since,
    looks_back,
    milestone_since,
    practices_since,
    steps_since,
    thanking,
)
from pmcareer.domain.forecast.track_record import track_record_of
from pmcareer.domain.person.rhythm import monday_of
from pmcareer.domain.person.steps import awaited_of
from pmcareer.domain.plan.aim import aim_of
from pmcareer.domain.plan.earned import earned_of
from pmcareer.domain.plan.first import first_item
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.words.days import past_day
from pmcareer.domain.words.optional import Typed, if_typed
from pmcareer.settings import Settings
from pmcareer.views.review.answer import Reviewed


def run(
    settings: Settings, *, since: Typed = None, detail: bool = False, in_full: bool = False
) -> Reviewed:
    """Look back on the week up to today, or on the time since a day.

    What --detail alone shows is worked out for that, and with `in_full` for scripts.
    """
    home = home_of(settings)
    person = home.person

    first = if_typed(past_day, since, settings.today, "--since", lengths=True)
    first = first or monday_of(settings.today)
    planner = Planner(person=person)
    done = done_since(person, first)
    route = planner.shown

    answer = Reviewed(
        today=settings.today,
        target=planner.target,
        hours_per_week=person.hours_per_week,
        since=first,
        done=done,
        steps=steps_since(person, first),
        awaited=awaited_of(person),
        titles=home.titles,
        hours=hours_since(person, first, asks=route.hours_left > 0),
        shown=route,
        drift=drift_since(planner, home.logbook, first),
        questions=due_prompts(person),
        recall=recall_due(person, first),
        milestone=milestone_since(planner, first, done),
        thanking=thanking(home.curriculum),
        looks_back=looks_back(person),
        mentor=to_ask(planner),
        first=first_item(planner),
        aim=aim_of(planner),
        detail=detail,
        problems=home.problems,
    )
    return _in_full(planner, answer) if detail or in_full else answer


def _in_full(planner: Planner, answer: Reviewed) -> Reviewed:
    """Add what looks further back, and beside the week."""
    person, route = planner.person, planner.shown
    return replace(
        answer,
        earned=earned_of(person, planner.target.id, route),
        track=track_record_of(planner.forecaster, route.hours_left),
        practices=practices_since(person, answer.since),
        practices_chosen=person.says.get("practices") is not None,
        search=step_to_take(planner),
        advice=advice_of_the_day(person),
    )
