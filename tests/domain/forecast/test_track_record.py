from datetime import timedelta

import pytest

from pmcareer.domain.forecast.track_record import TrackRecord, track_record_of
from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.planner import Planner

from builders import TODAY, a_curriculum, a_logbook, an_exercise, finished

MANY = a_curriculum(*(an_exercise(f"e{number}") for number in range(150)))


def track_record(*days_ago: int) -> TrackRecord | None:
    entries = [
        finished(f"e{number}", on=TODAY - timedelta(days=days))
        for number, days in enumerate(days_ago)
    ]
    person = person_of(MANY, a_logbook(*entries), TODAY)
    return track_record_of(Planner(person=person).forecaster)


@pytest.mark.parametrize(
    "days_ago",
    [
        pytest.param((), id="an empty log"),
        pytest.param(tuple(range(0, 120, 4)), id="two questions"),
    ],
)
def test_too_short_a_log_has_none(days_ago):
    assert track_record(*days_ago) is None


def test_who_keeps_a_steady_pace_keeps_the_dates():
    record = track_record(*range(0, 400, 4))

    assert record is not None
    assert record.due >= 10
    assert record.held == record.due


def test_twelve_questions_are_asked_at_most():
    record = track_record(*range(0, 600, 4))

    assert record is not None
    assert record.due <= 12


def test_a_date_that_passed_without_ten_more_items_has_not_held():
    record = track_record(*range(196, 480, 2))
    steady = track_record(*range(0, 284, 2))

    assert record is not None
    assert steady is not None
    assert record.held < record.due
    assert steady.held == steady.due
