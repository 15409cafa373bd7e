from datetime import date, timedelta
from itertools import pairwise
from math import log

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pmcareer.domain.forecast.pace import History, Pace, day_after, finish_dates, pace_of, signs_of

TODAY = date(2026, 11, 21)
SLIP = 1 + 1e-9  # of the last binary digits, where straight pieces meet

chances = st.floats(0.001, 0.999)
items = st.floats(0.01, 600)
promises = st.one_of(st.none(), st.floats(0.05, 15))


histories = st.dictionaries(
    st.integers(0, 900), st.sampled_from([0.02, 0.3, 1, 1.5, 2, 8]), max_size=20
).map(lambda done: [(TODAY - timedelta(days=ago), done[ago]) for ago in sorted(done, reverse=True)])
people = st.fixed_dictionaries(
    {"history": histories, "promise": promises, "stopping": st.booleans()}
)


def weekly(items_a_week: int, weeks: int) -> History:
    return [(TODAY - timedelta(days=7 * ago), items_a_week) for ago in range(weeks, -1, -1)]


def one_more(history: History, done: float) -> History:
    return [*history, (TODAY, done)]


@given(histories, items, st.lists(chances, min_size=2, max_size=6), st.booleans())
def test_a_higher_probability_is_never_earlier(history, remaining, quantiles, stopping):
    dates = finish_dates(history, TODAY, remaining, sorted(quantiles), stopping=stopping)

    assert list(dates) == sorted(dates)


@given(people, items, st.floats(1, 5), chances)
def test_more_items_are_never_earlier(person, remaining, times, chance):
    pace = pace_of(today=TODAY, **person)

    assert pace.days(remaining, chance) <= pace.days(remaining * times, chance) * SLIP


@given(histories, items, st.lists(chances, min_size=1, max_size=4), st.booleans())
def test_nothing_is_finished_before_tomorrow(history, remaining, quantiles, stopping):
    dates = finish_dates(history, TODAY, remaining, quantiles, stopping=stopping)

    assert len(dates) == len(quantiles)
    assert min(dates) > TODAY


@given(histories, promises, items, chances)
def test_counting_those_who_stop_is_never_earlier(history, promise, remaining, chance):
    going = pace_of(history, TODAY, promise=promise)
    stopping = pace_of(history, TODAY, promise=promise, stopping=True)

    assert going.days(remaining, chance) <= stopping.days(remaining, chance) * SLIP


@given(people, items, st.floats(0.02, 5), chances)
def test_finishing_something_today_never_makes_it_later(person, remaining, done, chance):
    before = pace_of(today=TODAY, **person)
    after = pace_of(today=TODAY, **person | {"history": one_more(person["history"], done)})

    assert after.days(remaining, chance) <= before.days(remaining, chance) * SLIP


@given(people, st.floats(0.05, 15), st.floats(1, 5), items, chances)
def test_a_higher_promise_is_never_later(person, promise, times, remaining, chance):
    modest = pace_of(today=TODAY, **person | {"promise": promise})
    eager = pace_of(today=TODAY, **person | {"promise": promise * times})

    assert eager.days(remaining, chance) <= modest.days(remaining, chance) * SLIP


@given(people, items, st.floats(0.5, 7000))
def test_the_day_of_a_chance_undoes_the_chance_by_a_day(person, remaining, days):
    pace = pace_of(today=TODAY, **person)
    chance = pace.chance(remaining, days)
    assume(0.001 < chance < 0.999)

    assert pace.days(remaining, chance) == pytest.approx(days, rel=1e-6)


@given(histories, items, st.lists(chances, max_size=5))
def test_many_quantiles_at_once_are_the_same_as_one_by_one(history, remaining, quantiles):
    pace = pace_of(history, TODAY)

    assert pace.days_for(remaining, quantiles) == pytest.approx(
        [pace.days(remaining, p) for p in quantiles]
    )


@given(histories, items, st.booleans())
def test_same_log_same_dates(history, remaining, stopping):
    quantiles = (0.1, 0.5, 0.8, 0.95)

    assert finish_dates(history, TODAY, remaining, quantiles, stopping=stopping) == finish_dates(
        tuple(history), TODAY, remaining, quantiles, stopping=stopping
    )


@given(histories, items)
def test_what_lies_in_the_future_is_not_known(history, remaining):
    later = [*history, (TODAY + timedelta(days=3), 4.0)]

    assert finish_dates(later, TODAY, remaining, [0.5]) == finish_dates(
        history, TODAY, remaining, [0.5]
    )


def test_the_order_of_the_quantiles_is_the_callers():
    median, early, late = finish_dates(weekly(1, 30), TODAY, 10, [0.5, 0.1, 0.95])

    assert early < median < late


def test_nothing_left_is_done_today():
    assert finish_dates(weekly(1, 30), TODAY, 0, [0.5, 0.95]) == (TODAY, TODAY)
    assert finish_dates([], TODAY, -1, [0.5]) == (TODAY,)
    assert pace_of([], TODAY).chance(0, 0) == 1


def test_no_days_are_no_chance():
    assert pace_of([], TODAY).chance(5, 0) == 0


@pytest.mark.parametrize("a_week", [1, 3, 10])
def test_who_works_like_a_clock_is_done_about_when_the_pace_says(a_week):
    pace = pace_of(weekly(a_week, 104), TODAY)

    assert pace.items_per_week == pytest.approx(a_week, rel=0.2)
    assert pace.days(40, 0.5) == pytest.approx(40 / a_week * 7, rel=0.35)
    assert pace.days(40, 0.8) < 1.6 * pace.days(40, 0.5)


def test_who_comes_and_goes_gets_wider_dates_than_who_works_like_a_clock():
    steady = [(TODAY - timedelta(days=7 * ago), 1.0) for ago in range(51, -1, -1)]
    bursts = [
        (TODAY - timedelta(days=90 * ago + day), 1.0)
        for ago in (3, 2, 1, 0)
        for day in range(12, -1, -1)
    ]

    assert width(pace_of(bursts, TODAY)) > 2 * width(pace_of(steady, TODAY))


def width(pace: Pace) -> float:
    return pace.days(20, 0.8) / pace.days(20, 0.5)


@pytest.mark.parametrize("history", [[], [(TODAY, 1.0)]], ids=["nothing logged", "begun today"])
def test_with_hardly_anything_logged_the_dates_are_wide_and_rest_on_the_promise(history):
    pace = pace_of(history, TODAY, promise=2.0)

    assert pace.trust == 0
    assert pace.items_per_week < 2
    assert 70 < pace.days(20, 0.5) < 210
    assert pace.days(20, 0.8) > 2 * pace.days(20, 0.5)


def test_twice_the_promise_is_half_the_time_while_nothing_is_logged():
    assert pace_of([], TODAY, promise=2.0).days(20, 0.8) * 2 == pytest.approx(
        pace_of([], TODAY, promise=1.0).days(20, 0.8)
    )


def test_the_longer_the_log_the_less_the_promise_counts():
    trust = [pace_of(weekly(1, weeks), TODAY, promise=5.0).trust for weeks in (0, 1, 4, 12, 52)]

    assert all(a < b for a, b in pairwise(trust))
    assert trust[-1] > 0.95


def test_one_day_long_ago_leaves_half_of_the_say_to_the_promise():
    long_ago = [(TODAY - timedelta(days=365), 1.0)]

    assert pace_of(long_ago, TODAY, promise=1.0).trust == pytest.approx(0.5)


def test_the_longer_nothing_is_done_the_later_it_gets():
    dates = [
        finish_dates(weekly(2, 30), TODAY + timedelta(days=idle), 20, [0.5, 0.8])
        for idle in (0, 10, 20, 40)
    ]

    assert all(before < after for before, after in pairwise(dates))


@pytest.mark.parametrize("every", [2, 3])
def test_a_fortnight_off_a_regular_habit_costs_no_more_than_it_cost_others(every):
    # Regular learners: 40 items took 44 days in the median (idle 0-1), 136 after 15 to 30 days off:
    # 3.1 times.
    assert later_by_a_fortnight_off(habit(every), 40) < 136 / 44


def test_a_pause_is_paid_once_so_the_more_is_left_the_less_it_counts():
    factors = [
        later_by_a_fortnight_off(habit(2), remaining) for remaining in (1, 3, 10, 28, 40, 80, 160)
    ]

    assert all(near > far for near, far in pairwise(factors))
    assert factors[-1] < 2


def habit(every: int) -> History:
    return [(TODAY - timedelta(days=ago), 1.0) for ago in range(200 - 200 % every, -1, -every)]


def later_by_a_fortnight_off(history: History, remaining: float) -> float:
    after = pace_of(history, TODAY + timedelta(days=14))
    return after.days(remaining, 0.5) / pace_of(history, TODAY).days(remaining, 0.5)


@pytest.mark.parametrize("stopping", [False, True], ids=["going", "stopping"])
def test_far_beyond_any_calendar_is_its_last_day(stopping):
    once = [(TODAY - timedelta(days=2000), 0.001)]

    assert finish_dates(once, TODAY, 1e9, [0.999], stopping=stopping) == (date.max,)
    assert finish_dates([], date.max, 5, [0.5]) == (date.max,)


def test_two_entries_on_one_day_are_taken_as_they_come():
    twice = [(TODAY, 0.4), (TODAY, 0.6)]

    assert finish_dates(twice, TODAY, 3, [0.5]) > (TODAY,)


def test_a_part_of_a_day_is_a_whole_day():
    assert day_after(TODAY, 0.01) == TODAY + timedelta(days=1)
    assert day_after(TODAY, 2.0) == TODAY + timedelta(days=2)
    assert day_after(TODAY, 2.1) == TODAY + timedelta(days=3)


def test_a_first_day_has_the_gap_that_everybody_is_given():
    signs = signs_of([(5, 1.0)])

    assert signs.gap == pytest.approx(1)  # ln(days): a little under three
    assert signs.newness == pytest.approx(2 / 3)


def test_own_gaps_and_two_of_everybodys_make_the_usual_gap():
    weekly_gaps = [(21, 1.0), (14, 1.0), (7, 1.0)]

    assert signs_of(weekly_gaps).gap == pytest.approx((2 * log(7) + 2) / 4)


def test_a_pause_beyond_all_own_gaps_is_expected_to_go_on_for_a_fortnight():
    # Gaps of a week, then ten days: nothing own was as long, so a fortnight is what remains.
    seen = [(24, 1.0), (17, 1.0), (10, 1.0)]

    assert signs_of(seen).pause == pytest.approx(log(14) - (2 * log(7) + 2 * log(14)) / 4)
    assert signs_of([*seen, (0, 1.0)]).pause == 0


@pytest.mark.parametrize("chance", [0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98])
@pytest.mark.parametrize("history", [[], weekly(1, 30)], ids=["nothing logged", "half a year"])
def test_the_chance_of_a_day_is_the_one_it_was_asked_for(history, chance):
    pace = pace_of(history, TODAY)

    assert pace.chance(20, pace.days(20, chance)) == pytest.approx(chance)


def test_a_chance_far_from_even_is_nearly_none_or_nearly_sure():
    pace = pace_of(weekly(1, 30), TODAY)

    assert pace.chance(1e9, 1e-300) == pytest.approx(0)
    assert pace.chance(1e-9, 1e300) == pytest.approx(1)


THREE_WEEKS = [(20, 1.0), (13, 2.0), (6, 1.0)]
WITH_A_PAUSE = [(ago, 1.0 + ago % 3) for ago in range(180, 90, -4)]
WITH_A_PAUSE += [(ago, 1.5) for ago in range(60, 9, -3)]

ASKED = [(0.4, 0.5), (1.4, 0.02), (2, 0.5), (4, 0.8), (14, 0.5), (60, 0.9), (300, 0.98)]
"""Items that remain, and a chance."""

FIGURES = {
    "somebody new": ([], [5.09, 1.983, 15.717, 103.325, 110.017, 5782.522, 195683.858]),
    "three weeks": (THREE_WEEKS, [2.459, 0.424, 7.825, 36.626, 64.357, 3116.72, 109073.429]),
    "a pause": (WITH_A_PAUSE, [7.136, 1.371, 20.523, 72.029, 101.945, 4354.111, 178727.935]),
}


@pytest.mark.parametrize(("worked", "days"), FIGURES.values(), ids=FIGURES)
def test_the_figures_are_those_of_the_model_that_was_judged(worked, days):
    # docs/forecasting.md tells how good they are; others would have to be judged anew.
    history = [(TODAY - timedelta(days=ago), done) for ago, done in worked]
    promise = 2.0 if len(worked) == 3 else None
    pace = pace_of(history, TODAY, promise=promise, stopping=True)

    assert [pace.days(*asked) for asked in ASKED] == pytest.approx(days, rel=1e-3)


def test_half_a_day_is_a_chance_and_no_day_is_none():
    pace = pace_of([], TODAY)

    assert pace.chance(1, 0.5) == pytest.approx(0.00254, rel=1e-2)
    assert pace.chance(1, 0) == 0
