"""The first task that anybody gets, and the order behind it: from every role to every target."""

from collections.abc import Iterator

import pytest

from pmcareer.domain.curriculum.items import Exercise
from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.plan.today import Today, today_of
from pmcareer.domain.roadmap.workplan import Task
from pmcareer.storage.curriculum.guides import guide_of
from pmcareer.storage.curriculum.reading import read_curriculum

from builders import TODAY, a_logbook, a_profile

SHIPPED = read_curriculum(None)
PLACES = [role.id for role in SHIPPED.roles if role.is_place]
PAIRS = [(role, target) for role in PLACES for target in PLACES if role != target]
SOME = PAIRS[3::29]
HOURS_PER_MONTH = 8 * 30.4375 / 7
POWER_SIDE = {"team-leadership", "stakeholders", "apprenticeship"}
A_FEW = 3
"""With so few of a kind a plan of a year can't hold one in each month."""


def newcomer(role: str, target: str) -> Planner:
    """Plan for somebody who said what they are and want to be, and nothing else."""
    return Planner(person=person_of(SHIPPED, a_logbook(a_profile(role=role, target=target)), TODAY))


def is_easy(exercise: Exercise) -> bool:
    return exercise.opener and exercise.hours[1] <= 4


def can_begin(today: Today) -> Iterator[Exercise]:
    """Go through what the stage holds that could be done on the first evening."""
    todo = {task.exercise.id for task in today.stage.todo}
    for task in today.stage.todo:
        exercise = task.exercise
        is_free = not (exercise.span_days or exercise.standing)
        if is_free and todo.isdisjoint(exercise.requires):
            yield exercise


def faults_of_a_beginning(role: str, target: str) -> Iterator[str]:
    today = today_of(newcomer(role, target))
    if today is None:
        return
    exercise, pair = today.task.exercise, f"{role} to {target}"
    possible = list(can_begin(today))
    if possible and (exercise.span_days or exercise.standing):
        yield f"{pair}: {exercise.id} can't be done this week"
    if not is_easy(exercise) and any(map(is_easy, possible)):
        yield f"{pair}: {exercise.id}, and something easy is there"
    # Where little is left to do nothing of it may be short: then a piece of it is to begin with.
    if not (exercise.begin or guide_of(exercise, SHIPPED, None).parts):
        yield f"{pair}: {exercise.id} says nothing of how it is begun"


def levels_out_of_order(tasks: list[Task]) -> Iterator[str]:
    for place, task in enumerate(tasks):
        for later in tasks[place + 1 :]:
            is_same = later.exercise.skill == task.exercise.skill
            if is_same and task.exercise.level >= 4 and later.exercise.level < 3:
                yield f"{task.exercise.id} before {later.exercise.id}"


def faults_of_an_order(role: str, target: str) -> Iterator[str]:
    stages = newcomer(role, target).for_today.stages
    for stage in stages:
        tasks = [task for task in stage.todo if not task.waits]
        yield from levels_out_of_order(tasks)
        yield from months_without_people(tasks)
    names = [task.exercise.id for stage in stages for task in stage.todo]
    for vision in {"prd-01", "prd-08"}.intersection(names):
        if "ags-03" in names and names.index(vision) < names.index("ags-03"):
            yield f"{role} to {target}: {vision} before a first sprint"


def months_without_people(tasks: list[Task]) -> Iterator[str]:
    """Find months of work in which nothing of the power side comes, while there is enough of it."""
    left = sum(task.exercise.skill in POWER_SIDE for task in tasks)
    hours = sum(task.exercise.mean_hours for task in tasks)
    if left <= A_FEW or hours / left > HOURS_PER_MONTH / 2:
        return
    since = 0.0
    for task in tasks:
        since += task.exercise.mean_hours
        if since > HOURS_PER_MONTH and left:
            yield f"{since:.0f} hours before {task.exercise.id} without people"
        if task.exercise.skill in POWER_SIDE:
            since, left = 0.0, left - 1


def faults(pairs: list[tuple[str, str]]) -> list[str]:
    found: list[str] = []
    for role, target in pairs:
        found += faults_of_a_beginning(role, target)
        found += faults_of_an_order(role, target)
    return found


def test_a_beginning_fits_a_week_and_what_follows_is_in_order_from_some_roles_to_some_others():
    assert faults(SOME) == []


@pytest.mark.slow
def test_a_beginning_fits_a_week_and_what_follows_is_in_order_from_every_role_to_every_other():
    assert faults(PAIRS) == []


def test_somebody_who_says_nothing_begins_easily():
    today = today_of(Planner(person=person_of(SHIPPED, (), TODAY)))

    assert today is not None
    assert is_easy(today.task.exercise)


def test_openers_are_short_and_wait_for_nobody():
    openers = [exercise for exercise in SHIPPED.exercises if exercise.opener]

    assert openers
    for exercise in openers:
        assert not exercise.span_days, exercise.id
        assert not exercise.standing, exercise.id
        assert exercise.hours[1] <= 4, exercise.id


def test_why_shows_what_makes_a_beginning_a_good_one():
    today = today_of(newcomer("programme-manager", "portfolio-manager"))

    assert today is not None
    assert "opener" in [term.term for term in today.why]
