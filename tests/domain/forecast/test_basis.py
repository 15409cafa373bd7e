from datetime import timedelta

import pytest

from pmcareer.domain.forecast.basis import is_weak, pace_basis
from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.planner import Planner

from builders import (
    TODAY,
    a_curriculum,
    a_logbook,
    a_profile,
    an_exercise,
    finished,
)

SMALL = a_curriculum(*(an_exercise(f"e{number}") for number in range(60)))


def planner(*entries, hours_per_week=None, curriculum=SMALL) -> Planner:
    return Planner(
        person=person_of(curriculum, a_logbook(*entries), TODAY), hours_per_week=hours_per_week
    )


def weekly(weeks: int) -> list:
    """An exercise of four hours in each of the last weeks."""
    return [finished(f"e{week}", on=TODAY - timedelta(days=7 * week)) for week in range(weeks)]


def basis(*entries, is_tried=False, **keys):
    return pace_basis(planner(*entries, **keys).forecaster, is_tried=is_tried)


@pytest.mark.parametrize(
    ("entries", "tried", "expected", "hours"),
    [
        pytest.param([], None, "default", 8.0, id="nothing said, nothing logged"),
        pytest.param([a_profile(hours_per_week=5.0)], None, "profile", 5.0, id="a promise"),
        pytest.param([], 5.0, "profile", 5.0, id="a promise tried out"),
    ],
)
def test_the_promise_carries_the_dates_while_nothing_is_logged(entries, tried, expected, hours):
    found = basis(*entries, hours_per_week=tried, is_tried=tried is not None)

    assert (found.basis, found.hours_per_week, found.promised, found.weeks_seen) == (
        expected,
        hours,
        hours,
        0,
    )


def test_one_day_in_the_log_does_not_make_a_history():
    assert basis(*weekly(1)).basis == "default"


def test_a_year_of_weeks_takes_over_and_is_in_credited_hours():
    found = basis(*weekly(52))

    assert (found.basis, found.weeks_seen) == ("history", 51)
    assert found.hours_per_week == pytest.approx(4, rel=0.25)


def test_twice_the_promise_tried_out_is_twice_the_pace_so_far():
    once, twice = basis(*weekly(52)), basis(*weekly(52), hours_per_week=16.0, is_tried=True)

    assert twice.hours_per_week == pytest.approx(2 * once.hours_per_week, abs=0.02)


def test_the_bias_stands_beside_it_with_what_it_comes_from():
    found = basis(finished("e0", minutes=480), finished("e1"))

    assert (found.bias, found.bias_from) == (round(28 / 24, 3), 1)


def test_a_date_on_a_promise_alone_is_weak_and_one_that_is_here_is_not():
    assert is_weak(planner().forecasts[0])
    assert not is_weak(planner(*(finished(f"e{number}") for number in range(60))).forecasts[0])


def test_a_promise_changed_behind_a_history_is_told_with_the_one_before():
    changed = basis(*weekly(20), a_profile(hours_per_week=12.0))
    before = basis(*weekly(20))

    assert (changed.promised_before, changed.promised) == (8.0, 12.0)
    assert before.promised_before is None
    # What was learnt does not change by what is said.
    assert changed.hours_per_week == before.hours_per_week


def test_a_promise_tried_out_or_made_before_the_first_entry_is_no_changed_one():
    tried = basis(*weekly(20), hours_per_week=12.0, is_tried=True)
    first = basis(*weekly(3), a_profile(hours_per_week=12.0, on=TODAY - timedelta(days=20)))

    assert (tried.promised_before, first.promised_before) == (None, None)
