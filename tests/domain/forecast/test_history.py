from datetime import UTC, date, datetime

import pytest

from pmcareer.domain.forecast.history import history_of
from pmcareer.domain.person.person import person_of

from builders import (
    TODAY,
    a_curriculum,
    a_logbook,
    a_profile,
    an_exercise,
    did,
    finished,
    practised,
    worked,
)


def history(*entries):
    curriculum = a_curriculum(*(an_exercise(f"e{number}") for number in range(5)))
    return history_of(person_of(curriculum, a_logbook(*entries), TODAY), 8.0)


def test_items_are_credited_hours_over_the_hours_of_an_item_by_day():
    found = history(
        finished("e0", on="2026-11-20"), worked("e1", 120, on="2026-11-20"), finished("e2")
    )

    assert found == [(date(2026, 11, 20), (4 + 2) / 8), (TODAY, 4 / 8)]


def test_a_day_of_work_that_earned_nothing_is_one_all_the_same():
    found = history(
        finished("e0", on="2026-11-19"),
        worked("e0", 60, on="2026-11-20"),
        worked("retired-long-ago", 60),
    )

    assert found[1:] == [(date(2026, 11, 20), 0.0), (TODAY, 0.0)]


def test_no_day_of_an_exercise_that_overruns_is_idle():
    days = [worked("e0", 120, on=f"2026-11-{day:02}") for day in range(1, 11)]
    items = [each for _, each in history(*days)]

    assert len(items) == 10
    assert items == pytest.approx([2 * (20 + 3.2) / (20 + 20) / 8] * 10)


def test_hours_of_steps_are_kept_hours_of_the_promise():
    promise = a_profile(hours_per_week=4, on="2026-11-01")
    # Three hours of study and one of asking on a Wednesday are what four hours of study are.
    study = worked("e1", 180, on="2026-11-18")
    assert history(promise, study, did("j1", minutes=60, on="2026-11-18")) == [
        (date(2026, 11, 18), 4 / 8)
    ]
    # More than the promise of a week they are never, and study is not less for it.
    long = did("j1", minutes=600, on="2026-11-20")
    assert history(promise, study, long) == [
        (date(2026, 11, 18), 3 / 8),
        (date(2026, 11, 20), 1 / 8),
    ]
    much = worked("e1", 210, on="2026-11-19"), finished("e2", on="2026-11-19")
    assert history(promise, *much, long)[-1] == (date(2026, 11, 20), 0.0)


def test_minutes_of_a_step_make_a_day_of_work_once_study_has_begun():
    before, between = did("j1", minutes=30, on="2026-11-01"), did("j1", minutes=30, on="2026-11-05")
    said = did("j1", on="2026-11-06")

    assert history(before, between, said) == []
    found = history(before, finished("e0", on="2026-11-03"), between, said)
    assert found == [(date(2026, 11, 3), 0.5), (date(2026, 11, 5), 0.5 / 8)]


def test_a_practice_makes_no_day_of_study():
    assert history(finished("e0"), practised("h01", minutes=20, on="2026-11-22")) == [(TODAY, 0.5)]


def test_what_is_entered_for_days_before_first_use_tells_no_rhythm():
    written = {"at": datetime(2026, 11, 10, 9, tzinfo=UTC)}
    late = [finished(f"e{number}", on=f"2026-10-0{number + 1}", **written) for number in range(3)]

    assert history(*late) == []
    assert history(*late, finished("e3", on="2026-11-10", **written)) == [(date(2026, 11, 10), 0.5)]


def test_no_day_is_moved_by_days_off():
    # Weekdays have to stay weekdays: what is off is told to the pace model by the calendar.
    off = a_profile(days_off=("2026-11-01..2026-11-10",))
    before = finished("e0", on="2026-10-31")

    assert history(before, off) == history(before) == [(date(2026, 10, 31), 0.5)]


def test_no_pause_is_cut():
    long_ago = finished("e0", on="2025-11-21")

    assert [day for day, _ in history(long_ago, finished("e1"))] == [date(2025, 11, 21), TODAY]


def items_by_day(*entries):
    return {day.day: each * 8 for day, each in history(*entries)}


def test_weeks_spent_on_an_exercise_that_overran_are_no_slower_than_others():
    # 4 hours that took 4, and 4 that took 16: with everybody's 20 hours 28 of 40 are earned.
    found = items_by_day(
        finished("e0", minutes=240, on="2026-11-02"),
        worked("e1", 480, on="2026-11-03"),
        finished("e1", minutes=480, on="2026-11-04"),
    )

    assert found == pytest.approx({2: 4 * 28 / 40, 3: 8 * 28 / 40, 4: 8 * 28 / 40})


def test_who_needs_less_than_estimated_has_earned_it_all():
    found = items_by_day(
        finished("e0", minutes=60, on="2026-11-02"), finished("e1", minutes=60, on="2026-11-03")
    )

    assert found == pytest.approx({2: 4, 3: 4})


def test_a_finish_without_minutes_earned_its_mean_whatever_others_took():
    found = items_by_day(
        finished("e0", minutes=60, on="2026-11-02"), finished("e1", on="2026-11-03")
    )

    assert found == pytest.approx({2: 4, 3: 4})


def test_an_exercise_under_way_earns_at_the_rate_of_the_others():
    found = items_by_day(
        finished("e0", minutes=60, on="2026-11-02"), worked("e1", 30, on="2026-11-03")
    )

    assert found == pytest.approx({2: 4, 3: 2})


def test_what_was_logged_in_parts_and_finished_without_minutes_took_what_was_logged():
    found = items_by_day(worked("e0", 480, on="2026-11-02"), finished("e0", on="2026-11-03"))

    assert sum(found.values()) == pytest.approx(8 * 24 / 28)
