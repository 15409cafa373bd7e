"""`pmcareer next`: today's task, an exercise or a step."""

from dataclasses import replace
from datetime import timedelta

from pmcareer.commands.home import home_of
from pmcareer.domain.coaching.advice import advice_of_the_day
from pmcareer.domain.coaching.practices import not_for_you, practice_of_the_day
from pmcareer.domain.ground.calendar import DAYS_PER_WEEK
from pmcareer.domain.person.steps import awaited_of
from pmcareer.domain.plan.first import StepToday, part_of, step_of, step_terms
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.plan.today import (
    ALL_THE_TIME,
    LEAST_MINUTES_A_DAY,
    THEN,
    begun_in,
    minutes_a_day,
    minutes_today,
    reason_for_nothing,
    slice_of,
    today_of,
)
from pmcareer.domain.words.amounts import count_of, minutes_of
from pmcareer.domain.words.optional import Typed, if_typed
from pmcareer.settings import Settings
from pmcareer.views.next import NextAnswer
from pmcareer.views.parts.step_card import StepCard


def run(
    settings: Settings,
    *,
    minutes: Typed = None,
    count: Typed = None,
    why: bool = False,
    target: Typed = None,
) -> NextAnswer:
    """Name what comes first today, and what goes with it."""
    home = home_of(settings)

    # `--target ""` is as if nothing had been typed.
    person = home.person_saying(target=target or None)
    planner = Planner(person=person)
    step = step_of(planner)
    today = today_of(planner)
    asked = if_typed(minutes_of, minutes)
    ahead = if_typed(count_of, count, "--count") or THEN
    behind = 0 if step else 1
    answer = NextAnswer(
        target=planner.target,
        today=today,
        then=tuple(planner.for_today.active[behind : behind + ahead]),
        begun=len(begun_in(planner)),
        minutes_today=minutes_today(person),
        practice=practice_of_the_day(person),
        not_for_you=not_for_you(person),
        advice=advice_of_the_day(person),
        awaited=awaited_of(person),
        shows_why=why,
        problems=home.problems,
    )

    if step:
        return replace(answer, step=_card(planner, step, asked))
    if today is None:
        return replace(answer, reason=reason_for_nothing(planner))
    return replace(
        answer,
        skill=home.curriculum.skill[today.task.exercise.skill],
        time_box_minutes=asked or minutes_a_day(planner, today.minutes_left),
        slice=slice_of(today, asked) if asked else None,
    )


def _card(planner: Planner, step: StepToday, asked: int | None) -> StepCard:
    """Share the day: the step has its minutes first, and study the rest."""
    # Of 95 minutes a day an ask of 45 leaves 50 for study; of 20 minutes nothing is left.
    whole = asked or minutes_a_day(planner, ALL_THE_TIME)
    left = max(0, whole - step.action.minutes_left)
    return StepCard(
        today=step,
        time_box_minutes=min(whole, step.action.minutes_left),
        study_minutes=left if left >= LEAST_MINUTES_A_DAY and planner.for_today.active else 0,
        not_before=planner.person.today + timedelta(days=DAYS_PER_WEEK),
        why=tuple(step_terms(planner, step)),
        slice=part_of(step, asked) if asked else None,
    )
