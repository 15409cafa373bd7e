"""How often one's own dates held: asked of the log as it stood then, and settled by the calendar alone."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from pmcareer.domain.forecast.track_record import TrackRecord, track_record_of
from pmcareer.domain.logbook.entries import Entry
from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.planner import Planner

from builders import TODAY, a_curriculum, a_logbook, a_profile, an_exercise, finished

MANY = a_curriculum(*(an_exercise(f"e{number}") for number in range(150)))


def record_of(*entries: Entry) -> TrackRecord | None:
    planner = Planner(person=person_of(MANY, a_logbook(*entries), TODAY))
    return track_record_of(planner.forecaster, planner.forecasts[0].hours_left)


def done(*days_ago: int, first: int = 0) -> list[Entry]:
    """An exercise finished on each of these days."""
    return [
        finished(f"e{first + number}", on=TODAY - timedelta(days=days))
        for number, days in enumerate(days_ago)
    ]


def track_record(*days_ago: int) -> TrackRecord | None:
    return record_of(*done(*days_ago))


def weekly(weeks: int, per_week: int = 1) -> list[Entry]:
    """So many weeks up to today, on the same weekdays in each."""
    return done(*(7 * week - 2 * nth for week in range(weeks, 0, -1) for nth in range(per_week)))


@pytest.mark.parametrize(
    "days_ago",
    [
        pytest.param((), id="an empty log"),
        pytest.param(tuple(range(0, 80, 4)), id="one date that came due"),
    ],
)
def test_too_short_a_log_has_none(days_ago):
    assert track_record(*days_ago) is None


@pytest.mark.parametrize("per_week", [1, 2, 3])
def test_half_a_year_of_one_to_three_exercises_a_week_has_one(per_week):
    record = record_of(*weekly(28, per_week))
    assert record is not None
    assert 5 <= record.n <= 6


def test_who_keeps_a_steady_pace_keeps_the_safe_dates():
    record = track_record(*range(0, 400, 4))
    assert record is not None
    assert record.n >= 10
    assert record.p80_held == record.n


def test_no_more_dates_hold_with_even_chances_than_safely():
    record = record_of(*done(*range(30, 380, 7)), *done(*range(250, 380, 3), first=60))
    assert record is not None
    assert 0 <= record.p50_held <= record.p80_held <= record.n


def test_twelve_questions_are_asked_at_most():
    record = track_record(*range(0, 600, 4))
    assert record is not None
    assert record.n <= 12


def test_a_date_that_passed_with_too_little_done_has_not_held():
    stopped, steady = track_record(*range(150, 480, 3)), track_record(*range(0, 330, 3))
    assert stopped is not None
    assert steady is not None
    assert stopped.p80_held < stopped.n
    assert steady.p80_held == steady.n


def test_a_date_that_is_not_due_yet_does_not_count_even_if_it_was_reached_already():
    # Slow for 44 weeks, so that dates are far off; then five a day, long before they are due.
    slow = done(*range(320, 13, -14))
    hasty = done(*(day for day in range(12, 0, -1) for _ in range(5)), first=40)
    before, after = record_of(*slow), record_of(*slow, *hasty)
    assert before is not None
    assert before == after


def test_nobody_is_asked_for_more_than_there_was_to_do():
    small = a_curriculum(*(an_exercise(f"e{number}") for number in range(40)))
    entries = done(*range(400, 240, -4))
    planner = Planner(person=person_of(small, a_logbook(*entries), TODAY))
    assert planner.forecasts[0].hours_left == 0
    record = track_record_of(planner.forecaster, 0.0)
    assert record is not None
    assert record.p80_held == record.n


class TestWhatWasKnownThen:
    def test_what_was_written_later_counts_as_done_but_was_not_known(self):
        entries = weekly(28, 2)
        on_the_day = record_of(*map(_written_on_its_day, entries))
        a_day_late = record_of(*(_written(each, each.on + timedelta(days=1)) for each in entries))
        assert on_the_day is not None
        assert a_day_late is not None
        assert a_day_late.n == pytest.approx(on_the_day.n, abs=1)
        assert a_day_late.p80_held >= a_day_late.n - 1

    def test_past_work_that_is_entered_later_fulfils_no_date(self):
        # Two a week, then nothing, while forty exercises of years before are entered.
        half = [_written_on_its_day(each) for each in done(*range(260, 64, -4))]
        past = [
            finished(f"e{number}", on=date(2020, 1, 1), at=_evening(TODAY - timedelta(days=50)))
            for number in range(80, 120)
        ]
        before, after = record_of(*half), record_of(*half, *past)
        assert before is not None
        assert before == after

    def test_a_promise_made_since_does_not_change_what_was_said(self):
        entries = [a_profile(hours_per_week=5, on=TODAY - timedelta(days=300)), *weekly(28, 2)]
        before = record_of(*entries)
        after = record_of(*entries, a_profile(hours_per_week=40, on=TODAY))
        assert before is not None
        assert before == after


def _written_on_its_day(entry: Entry) -> Entry:
    return _written(entry, entry.on)


def _written(entry: Entry, day: date) -> Entry:
    return entry.model_copy(update={"at": _evening(day)})


def _evening(day: date) -> datetime:
    return datetime.combine(day, time(20), UTC)
