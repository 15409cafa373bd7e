from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmcareer.domain.forecast.simulation import (
    TRIALS,
    effort_noise,
    lattice,
    months_drawn,
    triangular,
)
from pmcareer.domain.ground.calendar import DAYS_PER_MONTH

from builders import a_curriculum, a_detour, a_move, a_role, an_exercise

three_months = st.tuples(st.floats(0, 60), st.floats(0, 60), st.floats(0, 60)).map(
    lambda given: tuple(sorted(given))
)


@given(st.integers(0, 60))
@settings(max_examples=30)
def test_every_dimension_visits_every_stratum_once(dimension):
    strata = sorted(int(point * TRIALS) for point in lattice(dimension))

    assert strata == list(range(TRIALS))


def test_no_two_of_the_first_dimensions_move_together():
    for one, other in combinations(range(12), 2):
        pairs = zip(lattice(one), lattice(other), strict=True)
        covariance = sum((a - 0.5) * (b - 0.5) for a, b in pairs) / TRIALS
        assert abs(covariance * 12) < 0.15, (one, other)


@given(three_months)
@settings(max_examples=40)
def test_months_stay_in_their_range_with_the_mean_of_a_triangle(months):
    days = triangular(lattice(3), months)
    low, _, high = months

    assert all(low * DAYS_PER_MONTH - 1e-6 <= day <= high * DAYS_PER_MONTH + 1e-6 for day in days)
    assert sum(days) / len(days) == pytest.approx(
        sum(months) / 3 * DAYS_PER_MONTH, abs=0.01 * DAYS_PER_MONTH
    )


def test_months_without_a_spread_are_what_they_are():
    assert set(triangular(lattice(3), (9, 9, 9))) == {9 * DAYS_PER_MONTH}
    assert set(triangular(lattice(3), (0, 0, 0))) == {0.0}


def test_a_later_point_of_a_dimension_is_a_longer_move():
    days = triangular(lattice(0), (3, 6, 12))

    assert days == sorted(days)


def test_the_noise_of_effort_has_mean_nothing_and_variance_one():
    scores = effort_noise(lattice(1))

    assert sum(scores) == pytest.approx(0, abs=1e-6)
    assert sum(score * score for score in scores) / TRIALS == pytest.approx(1, abs=0.03)


def test_the_same_move_draws_the_same_months_wherever_it_stands():
    curriculum = a_curriculum(an_exercise(), a_role("starter"), a_role("tech-pm"), a_move())
    one, other = months_drawn(curriculum), months_drawn(curriculum)

    other("move:a:b", (1, 2, 3))
    assert one("move:starter:tech-pm", (6, 12, 24)) == other("move:starter:tech-pm", (6, 12, 24))
    assert one("move:x:y", (6, 12, 24)) != one("move:y:z", (6, 12, 24))


def test_a_detour_draws_the_same_months_whichever_route_is_looked_at_first():
    roles = [a_role("starter"), a_role("middle"), a_role("tech-pm")]
    stints = [a_detour("delivery-stint"), a_detour("strategy-post")]
    stint = a_move("middle", "strategy-post")
    curriculum = a_curriculum(an_exercise(), *roles, *stints, a_move(), stint)
    one, other = months_drawn(curriculum), months_drawn(curriculum)

    asked = ["move:middle:delivery-stint", "move:middle:strategy-post:wait"]
    first = [one(key, (6, 12, 24)) for key in asked]
    assert [other(key, (6, 12, 24)) for key in reversed(asked)] == first[::-1]
    assert first[0] != first[1]
