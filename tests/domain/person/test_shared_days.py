"""What somebody's days have in common is worked out once: each day is as if it had been alone."""

from datetime import date, timedelta
from random import Random

import pytest

from pmcareer.domain.forecast.history import history_of
from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.planner import Planner
from pmcareer.storage.curriculum.reading import read_curriculum

from builders import a_logbook, a_profile, did, finished, worked

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
