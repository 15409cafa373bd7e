from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pmcareer.domain.forecast.pace import History, Pace, day_after, finish_dates, pace_of

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
