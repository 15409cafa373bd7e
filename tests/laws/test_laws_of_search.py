"""Laws of what others decide: a search takes time, and to begin it early never makes anything later."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laws.test_laws_of_dates import forecasts, never_earlier
from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.forecast.simulation import TRIALS, lattice, left_of, triangular
from pmcareer.domain.ground.calendar import DAYS_PER_MONTH
from pmcareer.domain.logbook.entries import Did
from pmcareer.domain.person.person import Person, person_of
from states import SMALL, State, states
from sweeps import for_all

from builders import a_logbook

FAST, LARGE = (settings(max_examples=count) for count in (8, 300))
AT_ONCE = (0.0, 0.0, 0.0)
MONTHS = st.tuples(st.floats(0, 20), st.floats(0, 20), st.floats(0, 20)).map(
    lambda given: tuple(sorted(given))
)


def where_nobody_is_asked(curriculum: Curriculum) -> Curriculum:
    roles = [role.model_copy(update={"search": AT_ONCE}) for role in curriculum.roles]
    moves = [move.model_copy(update={"search": None}) for move in curriculum.moves]
    return replace(curriculum, roles=tuple(roles), moves=tuple(moves))


ALONE = where_nobody_is_asked(SMALL)


def check_search(state: State) -> None:
    """A search makes no finish earlier, and what made one ready keeps its share of the trials."""
    asked = forecasts(state.person)
    alone = forecasts(person_of(ALONE, a_logbook(*state.entries), state.today))
    for name in asked.keys() & alone.keys():
        assert never_earlier(asked[name].finish, alone[name].finish)
        assert asked[name].study.likely == alone[name].study.likely or waits_for_a_role(asked[name])


def waits_for_a_role(route) -> bool:
    return any(stage.waiting for stage in route.stages)


def check_looking(state: State, ago: int) -> None:
    """Who says that they look for a post is ready no later, and in it no later."""
    before = forecasts(state.person)
    said = state.plus("profile", looking=state.today - timedelta(days=ago))
    earlier = state.person.says.get("looking")
    if earlier and earlier < state.today - timedelta(days=ago):
        return
    after = forecasts(said.person)
    for name in before.keys() & after.keys():
        assert never_earlier(before[name].ready, after[name].ready)
        assert never_earlier(before[name].finish, after[name].finish)


def check_confirmed(state: State, gate: str) -> None:
    """What others confirm makes no role later."""
    before = forecasts(state.person)
    after = forecasts(with_gate(state, gate))
    for name in before.keys() & after.keys():
        assert never_earlier(before[name].finish, after[name].finish)


def with_gate(state: State, gate: str) -> Person:
    said = Did(id="said-so", on=state.today, gate=gate)
    return person_of(SMALL, a_logbook(*state.entries, said), state.today)


@FAST
@given(states())
def test_a_search_makes_nothing_earlier(state):
    check_search(state)


@FAST
@given(states(), st.integers(0, 400))
def test_to_look_since_then_makes_nothing_later(state, ago):
    check_looking(state, ago)


@FAST
@given(states(), st.sampled_from(("they-say-so", "closed-one", "two-services")))
def test_a_gate_that_is_met_makes_nothing_later(state, gate):
    check_confirmed(state, gate)


@for_all(MONTHS, st.floats(0.1, 900), few=25, many=300)
def test_what_is_left_of_a_search_is_no_longer_than_a_new_one_and_a_month_at_least(months, spent):
    shares = lattice(3)
    fresh, left = triangular(shares, months), left_of(shares, months, spent)

    for new, less in zip(fresh, left, strict=True):
        assert less <= new + 1e-9
        assert less >= min(new, DAYS_PER_MONTH) - 1e-9


@for_all(MONTHS, st.floats(0.05, 0.9), few=25, many=300)
def test_what_is_left_is_what_the_searches_that_last_longer_have_left(months, part):
    low, mode, high = (3 + month for month in months)
    spent = (low + part * (high - low)) * DAYS_PER_MONTH
    whole = triangular(lattice(3), (low, mode, high))
    longer = [max(DAYS_PER_MONTH, day - spent) for day in whole if day > spent]
    left = left_of(lattice(4), (low, mode, high), spent)

    if len(longer) > TRIALS / 10:
        mean = sum(longer) / len(longer)
        assert sum(left) / len(left) == pytest.approx(mean, abs=0.02 * (high - low) * 30 + 1)


@pytest.mark.slow
@LARGE
@given(states(most=30), st.integers(0, 400), st.sampled_from(("they-say-so", "closed-one")))
def test_all_of_them_hold_for_many_more_logbooks(state, ago, gate):
    check_search(state)
    check_looking(state, ago)
    check_confirmed(state, gate)
