from itertools import combinations
from math import sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmcareer.domain.forecast.simulation import (
    TRIALS,
    effort_noise,
    gate_key,
    lattice,
    left_of,
    likely_months,
    months_drawn,
    search_key,
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


@pytest.mark.parametrize(
    ("spent", "left"),
    [
        # Half of all last longer than 8 - sqrt(12) = 4.54 months; from then on the triangle falls.
        pytest.param(0, 8 - sqrt(12), id="a new one"),
        pytest.param(2, 8 - sqrt(12) - 2, id="none is over before 2 months"),
        pytest.param(4, 8 - sqrt(8) - 4, id="half of those above 4 last longer than 8 - sqrt(8)"),
        pytest.param(6, 1, id="a month at least"),
        pytest.param(30, 1, id="longer than any"),
    ],
)
def test_what_is_left_of_a_search_is_drawn_from_those_that_last_longer(spent, left):
    days = left_of(lattice(3), (2, 4, 8), spent * DAYS_PER_MONTH)

    assert sorted(days)[TRIALS // 2] / DAYS_PER_MONTH == pytest.approx(left, abs=0.02)


def test_a_search_shorter_than_a_month_is_not_made_longer_by_having_begun():
    assert left_of([0.5], (0.5, 0.5, 0.5), 90.0) == [0.5 * DAYS_PER_MONTH]


@pytest.mark.parametrize(("spent", "left"), [(0, 4), (1, 3), (3.5, 1), (10, 1)])
def test_as_likely_a_search_has_what_is_missing_to_its_likely_months(spent, left):
    (days,) = likely_months("search:pm", (2, 4, 8), spent * DAYS_PER_MONTH)

    assert days == pytest.approx(left * DAYS_PER_MONTH)


def test_every_role_and_every_gate_of_others_has_a_draw_of_its_own():
    gate = {"id": "tech-pm", "kind": "confirmed", "months": (2, 4, 8)}
    curriculum = a_curriculum(
        an_exercise(), a_role("starter"), a_role("tech-pm", gates=(gate,)), a_move()
    )
    drawn = months_drawn(curriculum)
    keys = ("search:tech-pm", "search:starter", "gate:tech-pm", "move:starter:tech-pm")

    assert len({tuple(drawn(key, (2, 4, 8))) for key in keys}) == 4
    assert search_key(curriculum.role["tech-pm"]) == keys[0]
    assert gate_key(curriculum.role["tech-pm"].gates[0]) == keys[2]


@pytest.mark.parametrize("count", [251, TRIALS])
@pytest.mark.parametrize("months", [(6, 12, 24), (0, 1, 3), (6, 6, 6)])
def test_what_a_key_draws_is_the_triangle_of_its_months_along_a_dimension_of_its_own(months, count):
    drawn = months_drawn(a_curriculum(an_exercise()), count)
    dimensions = [triangular(lattice(dimension, count), months) for dimension in range(2, 12)]

    places = [dimensions.index(drawn(f"move:x:{key}", months)) for key in range(3)]
    assert len(set(places)) == (3 if months[0] < months[2] else 1)


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
