"""PERT by hand, and simulated lengths against a million runs of another program."""

from math import sqrt

import pytest

from pmcareer.domain.practice.estimate import (
    SIMULATED_TOLERANCE,
    chance_within,
    on_critical_path,
    path_deviation,
    path_mean,
    percentile,
    pert_deviation,
    pert_mean,
    simulated_lengths,
)
from pmcareer.domain.practice.from_tables import activities
from pmcareer.domain.practice.network import Activity
from pmcareer.storage.practice import read_table

SLACK_WATER = activities(read_table("team/schedule.csv"))


def a_range(name, optimistic, likely, pessimistic, *after):
    return Activity(
        id=name, after=after, optimistic=optimistic, likely=likely, pessimistic=pessimistic
    )


ROSTERS = (
    a_range("a", 2, 3, 4),
    a_range("d", 5, 8, 15, "a"),
    a_range("e", 2, 3, 5, "d"),
    a_range("f", 4, 5, 9, "e"),
)


def test_pert_weighs_the_likely_four_times():
    # 5 + 32 + 15, and 15 less 5, both by six.
    assert pert_mean(ROSTERS[1]) == pytest.approx(52 / 6)
    assert pert_deviation(ROSTERS[1]) == pytest.approx(10 / 6)


def test_means_of_a_path_add_up_and_deviations_by_their_squares():
    # 3 + 52/6 + 19/6 + 33/6; squares of 2/6, 10/6, 3/6, 5/6: (4 + 100 + 9 + 25) / 36
    assert path_mean(ROSTERS) == pytest.approx(20.3333, abs=1e-4)
    assert path_deviation(ROSTERS) == pytest.approx(sqrt(138 / 36))


def test_the_path_by_means_may_be_another_than_that_by_likely_days():
    both = (a_range("sure", 9, 10, 11), a_range("wild", 5, 9, 25))
    assert [each.id for each in on_critical_path(both)] == ["wild"]


def test_a_percentile_is_a_value_that_came_up():
    assert percentile((1, 2, 3, 4, 5), 0.8) == 4
    assert percentile((1, 2, 3, 4, 5), 0.81) == 5
    assert percentile(tuple(range(1, 21)), 0.55) == 11, "and not one more for a rounding"
    assert percentile((1, 2, 3, 4), 1) == 4


def test_simulated_lengths_are_those_of_another_program():
    # numpy, default_rng(2026), 1,000,000 runs: P50 71.376, P80 74.624, P85 75.389; 3.8 % within 65.
    lengths = simulated_lengths(SLACK_WATER, runs=2000)
    wanted = {0.5: 71.376, 0.8: 74.624, 0.85: 75.389}
    for share, length in wanted.items():
        assert percentile(lengths, share) == pytest.approx(length, rel=SIMULATED_TOLERANCE / 4)
    assert chance_within(lengths, 65) == pytest.approx(0.038, abs=0.015)


def test_a_seed_gives_the_same_lengths_in_whatever_order_activities_come():
    lengths = simulated_lengths(SLACK_WATER, runs=50, seed=7)
    assert simulated_lengths(reversed(SLACK_WATER), runs=50, seed=7) == lengths
    assert simulated_lengths(SLACK_WATER, runs=50, seed=8) != lengths
