"""`pmcareer next`: today's task."""

from pmcareer.domain.coaching.advice import first_advice
from pmcareer.domain.coaching.practices import practice_of_the_day
from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.plan.today import (
    THEN,
    begun_in,
    minutes_a_day,
    minutes_today,
    reason_for_nothing,
    slice_of,
    today_of,
)
from pmcareer.domain.words.amounts import count_of, minutes_of
from pmcareer.domain.words.lookup import role_named
from pmcareer.domain.words.optional import if_typed
from pmcareer.settings import Settings
from pmcareer.storage.curriculum_file import read_curriculum
from pmcareer.storage.logbook_file import read_logbook
from pmcareer.views.next import NextAnswer


def run(
    settings: Settings,
    *,
    minutes: str | None = None,
    count: str | None = None,
    why: bool = False,
    target: str | None = None,
) -> NextAnswer:
    """Name the first open item of the plan, and what goes with it today."""
    curriculum = read_curriculum(settings.curriculum)
    logbook = read_logbook(settings.logbook)

    person = person_of(curriculum, logbook, settings.today)
    person = person.saying(target=role_named(curriculum, target).id if target else None)
    planner = Planner(person=person)
    today = today_of(planner)
    asked = if_typed(minutes_of, minutes)
    ahead = if_typed(count_of, count, "--count") or THEN
    reason, time_box, part = "", None, None
    if today is None:
        reason = reason_for_nothing(planner)
    else:
        time_box = asked or minutes_a_day(planner, today.minutes_left)
        part = slice_of(today, asked) if asked else None

    return NextAnswer(
        target=planner.target,
        today=today,
        skill=curriculum.skill[today.task.exercise.skill] if today else None,
        reason=reason,
        then=tuple(planner.for_today.active[1 : 1 + ahead]),
        begun=len(begun_in(planner)),
        minutes_today=minutes_today(person),
        practice=practice_of_the_day(person),
        advice=first_advice(person),
        time_box_minutes=time_box,
        slice=part,
        shows_why=why,
        problems=logbook.problems,
    )
