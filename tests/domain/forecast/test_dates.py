from datetime import date, timedelta
from math import inf

import pytest

from pmcareer.domain.forecast.dates import at_quantile, dates_of, day_of
from pmcareer.domain.person.person import person_of

from builders import TODAY, a_curriculum, a_logbook, an_exercise


def somebody(*entries, today=TODAY):
    return person_of(a_curriculum(an_exercise()), a_logbook(*entries), today)


@pytest.mark.parametrize(
    ("quantile", "value"), [(0.1, 1), (0.11, 2), (0.5, 5), (0.51, 6), (0.95, 10)]
)
def test_the_value_at_a_quantile_is_the_first_that_so_many_do_not_pass(quantile, value):
    assert at_quantile(range(1, 11), quantile) == value


def test_of_one_value_every_quantile_is_that_value():
    assert {at_quantile([7.0], quantile) for quantile in (0.1, 0.5, 0.95)} == {7.0}


@pytest.mark.parametrize(("days", "later"), [(0.0, 0), (0.2, 1), (3.0, 3), (3.0000000001, 3)])
def test_a_part_of_a_day_counts_as_a_day(days, later):
    assert day_of(somebody(), days) == TODAY + timedelta(days=later)


def test_the_promise_is_kept_no_later_than_one_in_two_is_done():
    days = [float(day) for day in range(100, 0, -1)]
    slower, faster = dates_of(somebody(), days, 60.0), dates_of(somebody(), days, 42.0)

    assert slower.kept == slower.p50 == TODAY + timedelta(days=50)
    assert slower.promised == TODAY + timedelta(days=60)
    assert (slower.is_promise_faster, faster.is_promise_faster) == (False, True)
    assert faster.kept == faster.promised == TODAY + timedelta(days=42)


def test_there_is_no_day_beyond_twenty_years_nor_beyond_the_calendar():
    assert day_of(somebody(), 7305.0) == TODAY + timedelta(days=7305)
    assert day_of(somebody(), 7305.1) is None
    assert day_of(somebody(today=date(9999, 11, 1)), 60.0) is None


def test_dates_come_from_trials_in_any_order():
    dates = dates_of(somebody(), [float(day) for day in range(100, 0, -1)], 42.0)
    days = [(day - TODAY).days for day in (dates.kept, dates.p10, dates.p50, dates.p80, dates.p95)]

    assert days == [42, 10, 50, 80, 95]
    assert dates.reason is None


@pytest.mark.parametrize(
    ("days", "kept", "reason"),
    [
        pytest.param([1.0] * 9 + [9000.0], 1.0, "beyond twenty years", id="far"),
        pytest.param([1.0] * 9 + [inf], 1.0, "a gate on the way is never met", id="never"),
        pytest.param([inf] * 10, 1.0, "a gate on the way is never met", id="never but if kept"),
    ],
)
def test_where_a_date_is_missing_there_is_a_reason(days, kept, reason):
    assert dates_of(somebody(), days, kept).reason == reason
