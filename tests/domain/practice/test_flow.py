"""Cycle times, throughput and what follows from them, on a board that was counted by hand."""

from datetime import date

import pytest

from pmcareer.domain.practice.estimate import percentile
from pmcareer.domain.practice.flow import (
    Item,
    ages,
    cycle_times,
    in_progress,
    mean_in_progress,
    time_by_littles_law,
    weekly_throughput,
    weeks_to_finish,
)
from pmcareer.errors import NotComputable

MONDAY = date(2026, 7, 6)


def july(day):
    return date(2026, 7, day)


BOARD = (
    Item(id="a", began=july(6), done=july(6)),
    Item(id="b", began=july(6), done=july(10)),
    Item(id="c", began=july(8), done=july(14)),
    Item(id="d", began=july(7), done=None),
    Item(id="e", began=july(16), done=None),
)


def test_the_first_day_and_the_last_both_count():
    assert cycle_times(BOARD) == (1, 5, 7)


def test_what_is_open_ages_the_oldest_first_and_what_is_not_begun_does_not():
    assert ages(BOARD, july(10)) == {"d": 4}
    assert ages(reversed(BOARD), july(17)) == {"d": 11, "e": 2}


def test_work_in_progress_is_counted_at_the_end_of_a_day():
    assert [in_progress(BOARD, july(day)) for day in (5, 6, 7, 8, 10, 14)] == [0, 1, 2, 3, 2, 1]
    assert mean_in_progress(BOARD, july(6), july(8)) == 2


def test_throughput_is_counted_by_weeks():
    assert weekly_throughput(BOARD, MONDAY, 2) == (2, 1)
    assert weekly_throughput(BOARD, july(13), 1) == (1,)


def test_littles_law_gives_the_stay():
    # 5.1 things at once, 5.6 out a week
    assert time_by_littles_law(5.1, 5.6) == pytest.approx(0.9107, abs=1e-4)


def test_a_steady_throughput_leaves_no_doubt():
    assert weeks_to_finish(10, (3, 3), runs=20) == (4,) * 20
    assert weeks_to_finish(0, (3,), runs=2) == (0, 0)


def test_an_unsteady_one_is_forecast_as_another_program_does():
    # numpy, default_rng(2026), 200,000 runs: P50 11, P85 14, P95 16 weeks.
    weeks = weeks_to_finish(40, (1, 2, 4, 5, 1, 0, 8, 9, 4, 2, 4, 4), runs=3000)
    assert [percentile(weeks, share) for share in (0.5, 0.85, 0.95)] == [11, 14, 16]


def test_where_nothing_comes_out_nothing_is_forecast():
    with pytest.raises(NotComputable, match="nothing was finished"):
        weeks_to_finish(3, (0, 0))
    with pytest.raises(NotComputable, match="nothing was finished"):
        time_by_littles_law(3, 0)
