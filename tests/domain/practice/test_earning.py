"""Earned value, against the figures of a project worked out by hand."""

import pytest

from pmcareer.domain.practice.earning import Standing

QUAY = Standing(planned=300, earned=264, actual=297, budget=640)


def test_variances_say_how_much_was_lost():
    assert (QUAY.cost_variance, QUAY.schedule_variance) == (-33, -36)


def test_indices_say_what_a_coin_and_a_day_bring():
    # 264/297 = 8/9; 264/300
    assert QUAY.cpi == pytest.approx(8 / 9)
    assert QUAY.spi == pytest.approx(0.88)


def test_three_forecasts_rest_on_three_beliefs():
    # 640 / (8/9) = 720; 297 + 376 = 673; 297 + 376 / (8/9 * 0.88) = 297 + 480.68
    assert QUAY.eac == pytest.approx(720)
    assert QUAY.eac_at_budget == 673
    assert QUAY.eac_in_time == pytest.approx(777.6818, abs=1e-4)


def test_what_is_left_and_how_well_it_has_to_go():
    # 720 - 297; 640 - 720; 376 / 343
    assert QUAY.etc == pytest.approx(423)
    assert QUAY.vac == pytest.approx(-80)
    assert QUAY.tcpi == pytest.approx(1.09621, abs=1e-5)


def test_before_anything_is_earned_nothing_is_forecast():
    begun = Standing(planned=0, earned=0, actual=0, budget=640)
    assert (begun.cpi, begun.spi, begun.eac, begun.eac_in_time, begun.etc, begun.vac) == (None,) * 6


def test_when_all_money_is_spent_no_effort_keeps_the_budget():
    assert Standing(planned=9, earned=5, actual=10, budget=10).tcpi is None
