"""Order by cost of delay and by weighted scores."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcareer.domain.practice.order import (
    Job,
    by_wsjf,
    cost_of_sequence,
    pairwise_weights,
    relative_delay_cost,
    weighted_score,
    wsjf,
)
from pmcareer.errors import NotComputable


def job(name, delay_cost, weeks):
    return Job(id=name, delay_cost=delay_cost, weeks=weeks)


def test_wsjf_is_cost_of_delay_per_duration():
    assert relative_delay_cost(8, 13, 2) == 23
    assert wsjf(job("a", 23, 5)) == 4.6


def test_a_short_job_goes_before_a_dearer_one():
    jobs = (job("dear", 10, 10), job("short", 3, 1))
    assert [each.id for each in by_wsjf(jobs)] == ["short", "dear"]


def test_a_sequence_costs_until_each_is_done():
    # 3 a week for 1 week, 10 a week for 11; the other way 10 for 10 and 3 for 11.
    assert cost_of_sequence((job("short", 3, 1), job("dear", 10, 10))) == 113
    assert cost_of_sequence((job("dear", 10, 10), job("short", 3, 1))) == 133


@given(st.lists(st.tuples(st.integers(1, 20), st.integers(1, 9)), min_size=1, max_size=5))
def test_no_other_order_costs_less(pairs):
    jobs = [job(f"{number}", *pair) for number, pair in enumerate(pairs)]
    least = min(map(cost_of_sequence, permutations(jobs)))
    assert cost_of_sequence(by_wsjf(jobs)) == pytest.approx(least)


def test_a_score_is_weighed_whatever_the_weights_come_to():
    # Three times 5 and once 2, by four.
    assert weighted_score({"fit": 5, "ease": 2}, {"fit": 3, "ease": 1}) == 4.25
    assert weighted_score({"fit": 5, "ease": 2}, {"fit": 75, "ease": 25}) == 4.25


def test_what_never_won_a_comparison_still_weighs_something():
    assert pairwise_weights({"fit": 2, "value": 1, "ease": 0}) == pytest.approx(
        {"fit": 3 / 6, "value": 2 / 6, "ease": 1 / 6}
    )


@pytest.mark.parametrize(
    ("compute", "sentence"),
    [
        (lambda: wsjf(job("a", 1, 0)), "a has no size"),
        (lambda: weighted_score({}, {"fit": 1}), "no score for fit"),
        (lambda: weighted_score({"fit": 1}, {"fit": 0}), "the weights come to nil"),
    ],
)
def test_what_is_missing_is_named(compute, sentence):
    with pytest.raises(NotComputable, match=sentence):
        compute()
