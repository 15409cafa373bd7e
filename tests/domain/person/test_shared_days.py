"""What somebody's days have in common is worked out once: each day is as if it had been alone."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from pmcareer.domain.forecast.effort import work_of
from pmcareer.domain.forecast.history import history_of
from pmcareer.domain.ground.shared import Shared
from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.planner import Planner
from pmcareer.storage.curriculum.reading import read_curriculum
from sweeps import sweep

from builders import a_logbook, a_profile, assessed, deferred, did, experience, finished, worked

SHIPPED = read_curriculum(None)
NAMES = [exercise.id for exercise in SHIPPED.exercises]
BEGUN = date(2026, 3, 2)
TODAY = date(2026, 6, 13)


def a_spring(seed):
    """Evenings of work and steps, an exercise finished now and then, and another promise in May."""
    chance = Random(seed)  # noqa: S311 -- a sample, and no secret
    entries = [a_profile(role="programmer", target="tech-pm", on="2026-03-02")]
    entries.append(
        a_profile(hours_per_week=12.0, days_off=("2026-04-03..2026-04-06",), on="2026-05-04")
    )
    for number in range((TODAY - BEGUN).days):
        day = (BEGUN + timedelta(days=number)).isoformat()
        name = chance.choice(NAMES[:40])
        if chance.random() < 0.5:
            entries.append(worked(name, chance.choice((25, 60, 150)), on=day))
        if chance.random() < 0.2:
            entries.append(finished(name, on=day))
        if chance.random() < 0.1:
            entries.append(did(on=day, minutes=40))
    return a_logbook(*entries)


def told_of(person):
    planned = Planner(person=person).candidates[0]
    return (
        history_of(person, 6.2),
        {name: person.credit_of(name) for name in person.begun},
        [(task.exercise.id, task.hours_left) for stage in planned.stages for task in stage.tasks],
        planned.study_days,
    )


@pytest.mark.parametrize("seed", range(2))
def test_a_day_that_shares_tells_what_it_would_alone(seed):
    logbook = a_spring(seed)
    today = person_of(SHIPPED, logbook, TODAY)
    told_of(today)

    for back in (0, 1, 5, 70):
        day = TODAY - timedelta(days=back)
        known = [entry for entry in logbook if entry.written_on <= day]
        assert told_of(today.as_of(day, known)) == told_of(person_of(SHIPPED, known, day))


def test_another_promise_or_another_edition_shares_nothing_that_rests_on_it():
    logbook = a_spring(7)
    today = person_of(SHIPPED, logbook, TODAY)
    told_of(today)

    keener = today.saying(hours_per_week=20.0)

    assert told_of(keener) == told_of(
        person_of(SHIPPED, logbook, TODAY).saying(hours_per_week=20.0)
    )


def test_who_one_was_depends_on_the_day_and_on_what_was_known():
    logbook = a_spring(3)
    today = person_of(SHIPPED, logbook, TODAY)
    half = [*logbook.entries[::2]]
    quiet_days = (TODAY + timedelta(days=30), TODAY + timedelta(days=60))

    for day in quiet_days:
        for known in (logbook.entries, half):
            assert told_of(today.as_of(day, known)) == told_of(person_of(SHIPPED, known, day))


def asked_of(person):
    way = Planner(person=person).candidates[0]
    return [list(way.asker.asked(leg.target, leg.move)) for leg in way.route.legs]


def test_a_day_before_a_rating_asks_for_what_the_rating_makes_needless():
    rating = assessed("risk", 4, on=TODAY.isoformat())
    mind_changed = a_profile(background="business", on=TODAY.isoformat())
    before = a_spring(5).entries
    today = person_of(SHIPPED, a_logbook(*before, rating, mind_changed), TODAY)
    yesterday = TODAY - timedelta(days=1)

    now, then = asked_of(today), asked_of(today.as_of(yesterday, before))

    assert now == asked_of(person_of(SHIPPED, a_logbook(*before, rating, mind_changed), TODAY))
    assert then == asked_of(person_of(SHIPPED, before, yesterday))
    assert now != then


def planned_of(person):
    """What is asked on each leg, in its order, and what is left of it."""
    way = Planner(person=person).candidates[0]
    return [
        (list(way.asker.asked(stage.leg.target, stage.leg.move)), stage.begins, stage.tasks)
        for stage in way.stages
    ], [work_of(person, way.stages)]


@pytest.mark.parametrize(
    "news",
    [
        pytest.param([assessed("risk", 4, on=TODAY.isoformat())], id="a rating"),
        pytest.param([a_profile(background="business", on=TODAY.isoformat())], id="a background"),
        pytest.param(
            [finished(name, on=TODAY.isoformat()) for name in ("gov-04", "ben-04")], id="old work"
        ),
        pytest.param([a_profile(projects="large-complex", on=TODAY.isoformat())], id="weights"),
        pytest.param([deferred(NAMES[3], until="2026-07-01", on=TODAY.isoformat())], id="a delay"),
        pytest.param([], id="a night"),
    ],
)
@pytest.mark.parametrize("role", ["programmer", "project-manager"])
def test_one_thing_that_is_new_today_changes_no_plan_of_yesterday_and_todays_at_once(role, news):
    before = [
        *a_spring(5).entries,
        a_profile(role=role, target="portfolio-pmo", on="2026-06-01"),
    ]
    today = person_of(SHIPPED, a_logbook(*before, *news), TODAY)
    yesterday = TODAY - timedelta(days=1)

    now, then = planned_of(today), planned_of(today.as_of(yesterday, before))

    assert now == planned_of(person_of(SHIPPED, a_logbook(*before, *news), TODAY))
    assert then == planned_of(person_of(SHIPPED, before, yesterday))


class Forgets(dict):
    """Gives back what was put in just now, and never says that it was there before."""

    def __contains__(self, key: object) -> bool:
        return False


class MakesAnew(Shared):
    """Works everything out again, whoever asked before."""

    def once(self, make, *_values, of=()):  # noqa: ARG002 -- as Shared has it
        return make()


@pytest.mark.parametrize(
    "role", sweep(["programmer", "project-manager", "pmo-manager"], quick=["programmer"])
)
def test_what_was_worked_out_for_another_day_moves_no_date(role):
    entries = [
        *a_spring(11).entries,
        a_profile(role=role, target="portfolio-pmo", background="business", on="2026-04-20"),
        assessed("risk", 2, on="2026-05-18"),
        assessed("planning", 3, on="2026-06-01"),
        experience("projects", "2024-02-01", on="2026-05-11"),
        deferred(NAMES[3], until="2026-07-01", on="2026-06-02"),
    ]
    person = person_of(SHIPPED, a_logbook(*entries), TODAY)

    each_anew = Planner(person=replace(person, shared=MakesAnew()), looks=Forgets())

    planner = Planner(person=person)
    assert planner.shown == each_anew.shown
    assert planner.best == each_anew.best
