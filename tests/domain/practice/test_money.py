"""Present values, rates and payback, against figures worked out by hand or by the roots of a polynomial."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcareer.domain.practice.money import (
    benefit_cost_ratio,
    discounted_payback,
    irr,
    npv,
    payback,
    rates_of_return,
)

ROSTERS = (-480, 90, 190, 210, 210, 210)
"""Paid now, then five years: the example of the firm."""
TWO_RATES = (-3600, 1800, 2700, 2500, 1600, -5050)
"""What comes at the end has to be paid for again."""


class TestNetPresentValue:
    def test_the_first_payment_is_not_discounted(self):
        # -100 + 60/1.1 + 60.5/1.21 = -100 + 54.545… + 50
        assert npv((-100, 60, 60.5), 0.1) == pytest.approx(4.545454545)

    def test_of_the_example_of_the_firm(self):
        # As numpy adds it up.
        assert npv(ROSTERS, 0.08) == pytest.approx(230.21122026925102)

    def test_without_a_rate_it_is_the_sum(self):
        assert npv(ROSTERS, 0) == 430


class TestRateOfReturn:
    # numpy.roots of the polynomial in 1 + r, whose real roots above nil are these.
    @pytest.mark.parametrize(
        ("flows", "rate"),
        [
            (ROSTERS, 0.22820736193262858),
            ((-1750, 1280, 1980, 1980, 1980, 1980), 0.8962233373288342),
            ((-2300, -400, 550, 550, 550, 550), -0.058693888358061885),
            ((-100, 110), 0.1),
            ((100, -110), 0.1),
        ],
    )
    def test_is_found_above_and_below_nil(self, flows, rate):
        assert irr(flows) == pytest.approx(rate, abs=1e-9)

    @pytest.mark.parametrize("flows", [(), (0, 0), (-100, -20), (100, 20)])
    def test_is_none_where_the_sign_never_changes(self, flows):
        assert irr(flows) is None

    def test_is_none_where_two_would_do_and_both_are_told(self):
        assert irr(TWO_RATES) is None
        assert rates_of_return(TWO_RATES) == pytest.approx(
            (0.013521657069414994, 0.18207927226362064), abs=1e-9
        )

    @given(
        st.lists(st.integers(1, 5000), min_size=1, max_size=10),
        st.floats(min_value=-0.5, max_value=3),
    )
    def test_is_the_rate_at_which_what_comes_back_is_worth_what_was_paid(self, comes_back, rate):
        paid = npv((0, *comes_back), rate)
        assert irr((-paid, *comes_back)) == pytest.approx(rate, abs=1e-6)


class TestPayback:
    def test_lies_within_a_year_in_which_money_comes_evenly(self):
        # -480 + 90 + 190 = -200; of the 210 of the third year 200 are needed.
        assert payback(ROSTERS) == pytest.approx(2 + 200 / 210)

    def test_comes_later_when_money_to_come_is_worth_less(self):
        # -480 + 83.33 + 162.89 + 166.70 = -67.07; the fourth year brings 154.36.
        assert discounted_payback(ROSTERS, 0.08) == pytest.approx(3.4345, abs=1e-3)

    def test_is_none_where_it_never_comes_back(self):
        assert payback((-100, 50, 49)) is None

    def test_counts_the_last_time_where_more_has_to_be_paid(self):
        assert payback((-100, 100, -50, 100)) == 2.5
        assert payback(TWO_RATES) is None

    def test_of_what_costs_nothing_is_nil(self):
        assert payback((20, 30)) == 0


class TestBenefitsPerCost:
    def test_compares_present_values(self):
        # Benefits 150/1.08 + 250/1.08² + 270/1.08³ + … = 949.77; costs 480 and 60 a year: 719.56.
        benefits, costs = (0, 150, 250, 270, 270, 270), (480, 60, 60, 60, 60, 60)
        assert benefit_cost_ratio(benefits, costs, 0.08) == pytest.approx(1.3199, abs=1e-4)

    def test_is_none_where_nothing_is_paid(self):
        assert benefit_cost_ratio((1, 2), (0, 0), 0.08) is None
