"""`pmcareer next`: today's task, an exercise or a step."""

from dataclasses import replace

from pmcareer.commands.guided import guide_for, readings_for
from pmcareer.commands.home import Home, home_of
from pmcareer.domain.coaching.advice import Said, advice_of_the_day, first_advice
from pmcareer.domain.coaching.because import because_of
from pmcareer.domain.coaching.mentoring import to_ask
from pmcareer.domain.coaching.practices import not_for_you, practice_of_the_day, why_practice
from pmcareer.domain.coaching.standing import standing_in_question
from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.items import Exercise
from pmcareer.domain.curriculum.serving import served_by
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.rhythm import is_monday
from pmcareer.domain.person.steps import awaited_of, reminder_of
from pmcareer.domain.plan.aim import aim_of
from pmcareer.domain.plan.first import beside_of, card_of, with_turn
from pmcareer.domain.plan.parts import part_now, parts_that_fit
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.plan.today import (
    THEN,
    Today,
    begun_in,
    minutes_a_day,
    minutes_today,
    slice_of,
    today_of,
)
from pmcareer.domain.plan.waiting import asked_of, pending_of, why_nothing
from pmcareer.domain.words.amounts import count_of, time_said
from pmcareer.domain.words.optional import Typed, if_typed
from pmcareer.settings import Settings
from pmcareer.views.next import NextAnswer


def run(
    settings: Settings,
    *,
    time: Typed = None,
    minutes: Typed = None,
    count: Typed = None,
    why: bool = False,
    detail: bool = False,
    target: Typed = None,
) -> NextAnswer:
    """Name what comes first today, and what goes with it.

    `time` is the time one has where it is typed without its option.
    """
    home = home_of(settings)

    # `--target ""` is as if nothing had been typed.
    person = home.person_saying(target=target or None)
    planner = Planner(person=person)
    asked = time_said(time, minutes)
    step = card_of(planner, asked, why=why)
    habit = practice_of_the_day(person)
    today = today_of(planner)
    ahead = if_typed(count_of, count, "--count") or THEN
    behind = 0 if step else 1
    awaited = awaited_of(person)
    answer = NextAnswer(
        target=planner.target,
        day=settings.today,
        today=today,
        then=tuple(planner.for_today.active[behind : behind + ahead]),
        begun=len(begun_in(planner)),
        minutes_today=minutes_today(person),
        practice=habit,
        practice_because=why_practice(person, habit) if habit else "",
        not_for_you=not_for_you(person),
        advice=_advice(person, is_whole=why or detail),
        awaited=awaited,
        reminder=reminder_of(awaited, person.today),
        arrival=asked_of(planner),
        standing=standing_in_question(person),
        beside=beside_of(planner),
        because=because_of(planner.for_today),
        aim=aim_of(planner),
        mentor=to_ask(planner),
        shows_why=why,
        detail=detail,
        problems=home.problems,
    )

    if step:
        return replace(answer, step=step)
    if today is None:
        return replace(answer, reason=why_nothing(planner), pending=pending_of(planner))
    answer = replace(
        answer,
        today=with_turn(planner, today) if why else today,
        skill=home.curriculum.skill[today.task.exercise.skill],
        time_box_minutes=asked or minutes_a_day(planner, today.minutes_left),
        serves=_serves(home.curriculum, today.task.exercise) if detail else (),
    )
    return _guided(home, person, answer, today, asked)


def _guided(
    home: Home, person: Person, answer: NextAnswer, today: Today, asked: int | None
) -> NextAnswer:
    """Add what helps with the task: the part that comes now, those that fit, what to read."""
    exercise = today.task.exercise
    guide = guide_for(home, exercise)
    fitting = parts_that_fit(person, exercise.id, guide.parts, asked) if asked else ()
    return replace(
        answer,
        slice=slice_of(today, asked, fitting) if asked else None,
        guide=guide,
        part=part_now(person, exercise.id, guide.parts),
        readings=readings_for(home, exercise, guide),
    )


def _advice(person: Person, *, is_whole: bool) -> Said | None:
    """Choose what is said beside the task; who asks for all there is is never left without."""
    if is_whole:
        return advice_of_the_day(person) or first_advice(person)
    # On Mondays `status` says it, when one looks at the week: no sentence on two screens.
    return None if is_monday(person.today) else advice_of_the_day(person)


def _serves(curriculum: Curriculum, exercise: Exercise) -> tuple[str, ...]:
    return tuple(each.name for each in served_by(curriculum, exercise))
