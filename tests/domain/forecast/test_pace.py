from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pmcareer.domain.forecast.pace import History, Pace, day_after, finish_dates, pace_of, unit_of
from pmcareer.domain.ground.calendar import Calendar, union_of

TODAY = date(2026, 11, 21)
ALWAYS = Calendar()
SLIP = 1 + 1e-9  # of the last binary digits, where straight pieces meet

chances = st.floats(0.001, 0.999)
items = st.floats(0.01, 600)
promises = st.one_of(st.none(), st.floats(0.05, 15))


def as_history(done: dict[int, float]) -> History:
    return [(TODAY - timedelta(days=ago), done[ago]) for ago in sorted(done, reverse=True)]


def weekly_habit(weekdays: set[int], weeks: int, done: dict[int, float]) -> History:
    days = {ago for ago in range(1, 7 * weeks) if (TODAY.weekday() - ago) % 7 in weekdays}
    return as_history({**dict.fromkeys(days, 1.0), **done})


def as_calendar(study_days: set[int], off: list[tuple[int, int]]) -> Calendar:
    starts = [(TODAY - timedelta(days=ago), length) for ago, length in off]
    ranges = union_of((start, start + timedelta(days=length)) for start, length in starts)
    return Calendar(days_off=ranges, study_days=tuple(sorted(study_days)))


amounts = st.sampled_from([0, 0.02, 0.3, 1, 1.5, 2, 8])
some_days = st.dictionaries(st.integers(0, 900), amounts, max_size=20)
weekday_sets = st.sets(st.integers(0, 6), max_size=7)
histories = st.one_of(
    some_days.map(as_history),
    st.builds(weekly_habit, weekday_sets, st.integers(8, 30), some_days),
)
days_off = st.lists(st.tuples(st.integers(-30, 200), st.integers(0, 30)), max_size=3)
calendars = st.builds(as_calendar, weekday_sets, days_off)
people = st.fixed_dictionaries(
    {
        "history": histories,
        "promise": promises,
        "past_weeks": st.one_of(st.none(), st.integers(0, 26)),
        "stopping": st.booleans(),
        "calendar": calendars,
    }
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


@given(people, items, chances)
def test_counting_those_who_stop_is_never_earlier(person, remaining, chance):
    going = pace_of(today=TODAY, **person | {"stopping": False})
    stopping = pace_of(today=TODAY, **person | {"stopping": True})

    assert going.days(remaining, chance) <= stopping.days(remaining, chance) * SLIP


@given(people, items, st.floats(0, 5), chances)
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

    one_by_one = [pace.days(remaining, p) for p in quantiles]
    assert pace.days_for(remaining, quantiles) == pytest.approx(one_by_one)


@given(histories, items, st.booleans())
def test_same_log_same_dates(history, remaining, stopping):
    quantiles = (0.1, 0.5, 0.8, 0.95)

    assert finish_dates(history, TODAY, remaining, quantiles, stopping=stopping) == finish_dates(
        tuple(history), TODAY, remaining, quantiles, stopping=stopping
    )


@given(histories, items)
def test_what_lies_in_the_future_is_not_known(history, remaining):
    later = [*history, (TODAY + timedelta(days=3), 4.0)]

    known, unknown = (finish_dates(log, TODAY, remaining, [0.5]) for log in (history, later))
    assert known == unknown


def test_the_order_of_the_quantiles_is_the_callers():
    median, early, late = finish_dates(weekly(1, 30), TODAY, 10, [0.5, 0.1, 0.95])

    assert early < median < late


def test_nothing_left_is_done_today():
    assert finish_dates(weekly(1, 30), TODAY, 0, [0.5, 0.95]) == (TODAY, TODAY)
    assert finish_dates([], TODAY, -1, [0.5]) == (TODAY,)
    assert pace_of([], TODAY).chance(0, 0) == 1


def test_no_days_are_no_chance():
    assert pace_of([], TODAY).chance(5, 0) == 0


# The model has met nobody who finishes ten items every Saturday for years, and believes in
# unevenness; since it is fitted on days just logged too, its median is later than the clock's.
@pytest.mark.parametrize(("a_week", "times"), [(1, 1.35), (3, 1.45), (10, 1.7)])
def test_who_works_like_a_clock_is_done_about_when_the_pace_says(a_week, times):
    pace = pace_of(weekly(a_week, 104), TODAY)

    assert pace.items_per_week == pytest.approx(a_week, rel=0.2)
    assert 0.9 < pace.days(40, 0.5) / (40 / a_week * 7) < times
    assert pace.days(40, 0.8) < 1.6 * pace.days(40, 0.5)


@pytest.mark.parametrize("sessions_an_item", [2, 4, 8])
def test_items_of_several_sessions_take_as_long_as_their_sessions_do(sessions_an_item):
    sessions = weekly_habit({0, 2, 4}, 20, {})
    parts = [(day, 1 / sessions_an_item) for day, _ in sessions]
    for left in (6, 24, 80):
        for chance in (0.5, 0.8):
            whole = pace_of(sessions, TODAY).days(left, chance)
            part = pace_of(parts, TODAY).days(left / sessions_an_item, chance)
            assert part == pytest.approx(whole, rel=0.1)


def test_what_a_day_of_work_earns_is_an_item_or_the_unit():
    now = TODAY.toordinal()
    # Twenty days, and two that everybody is given; of today nothing counts.
    assert unit_of([(now - ago, 0.5) for ago in range(20, -1, -1)], now) == 22 / 12
    assert unit_of([(now - ago, 3.0) for ago in range(20, 0, -1)], now) == 1.0
    assert unit_of([(now, 0.1)], now) == 1.0
    assert unit_of([], now) == 1.0


def test_who_comes_and_goes_gets_wider_dates_than_who_works_like_a_clock():
    steady = [(TODAY - timedelta(days=7 * ago), 1.0) for ago in range(51, -1, -1)]
    days = [90 * ago + day for ago in (3, 2, 1, 0) for day in range(12, -1, -1)]
    bursts = [(TODAY - timedelta(days=ago), 1.0) for ago in days]

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
    days = [TODAY + timedelta(days=idle) for idle in (0, 10, 20, 40)]
    dates = [finish_dates(weekly(2, 30), day, 20, [0.5, 0.8]) for day in days]

    assert all(before < after for before, after in pairwise(dates))


def on_weekdays(*weekdays: int, weeks: int = 20, items: float = 1.0) -> History:
    monday = TODAY - timedelta(days=TODAY.weekday() + 7 * weeks)
    days = [7 * week + day for week in range(weeks) for day in weekdays]
    return [(monday + timedelta(days=day), items) for day in days]


def p50_after(history: History, days: int, calendar: Calendar = ALWAYS) -> float:
    return pace_of(history, history[-1][0] + timedelta(days=days), calendar=calendar).days(40, 0.5)


@pytest.mark.parametrize(("weekdays", "after"), [((0, 2, 4), 4), ((1, 3), 6), ((5,), 8)])
def test_one_session_missed_by_somebody_like_a_clock_moves_the_date_little(weekdays, after):
    # Asked on the day after the missed session.
    history = on_weekdays(*weekdays)

    assert p50_after(history, after) < 1.26 * p50_after(history, 0)


def test_a_fortnight_off_costs_somebody_like_a_clock_no_more_than_two_and_a_half_times():
    history = on_weekdays(0, 2, 4)

    assert p50_after(history, 14) < 2.5 * p50_after(history, 0)


def test_no_session_missed_is_no_pause():
    saturdays = on_weekdays(5)
    p50s = [p50_after(saturdays, idle) for idle in range(8)]

    assert max(p50s) < 1.2 * p50s[0]


def test_declared_study_days_are_a_rhythm_before_it_shows():
    history = on_weekdays(5, weeks=5)
    declared = Calendar(study_days=(5,))

    assert p50_after(history, 7, declared) < p50_after(history, 7)


def test_days_off_are_neither_a_pause_nor_a_gap():
    before, after = on_weekdays(0, 2, 4), TODAY - timedelta(days=TODAY.weekday() - 14)
    off = Calendar(days_off=((before[-1][0] + timedelta(days=3), after - timedelta(days=1)),))
    on_the_day = pace_of(before, before[-1][0] + timedelta(days=3)).days(40, 0.5)

    assert pace_of(before, after, calendar=off).days(40, 0.5) == pytest.approx(on_the_day)


@pytest.mark.parametrize("length", [1, 5, 30])
@pytest.mark.parametrize("every", [1, 2, 5])
def test_a_holiday_from_today_on_is_never_earlier(every, length):
    sessions = [(TODAY - timedelta(days=ago), 1.0) for ago in range(60, 0, -every)]
    holiday = Calendar(days_off=((TODAY, TODAY + timedelta(days=length - 1)),))
    for chance in (0.1, 0.5, 0.8):
        at_work = finish_dates(sessions, TODAY, 20, [chance])
        assert finish_dates(sessions, TODAY, 20, [chance], calendar=holiday) >= at_work


def test_between_sessions_of_a_rhythm_the_pace_stands_still_and_with_the_next_one_it_does_not_fall():
    saturdays = [(date(2026, 11, 21) - timedelta(days=7 * ago), 5.0) for ago in range(20, 0, -1)]
    weekly = Calendar(study_days=(5,))
    first, *week = [
        pace_of(saturdays, date(2026, 11, 14) + timedelta(days=ago), calendar=weekly).days(40, 0.5)
        for ago in range(8)
    ]
    assert week == pytest.approx([first] * 7, rel=0.01)
    after = pace_of([*saturdays, (date(2026, 11, 21), 5.0)], date(2026, 11, 21), calendar=weekly)
    assert after.days(40, 0.5) <= 1.01 * first


def test_a_day_of_work_that_earned_nothing_ends_a_pause():
    history = on_weekdays(0, 2, 4)
    later = history[-1][0] + timedelta(days=10)
    worked = [*history, (later, 0.0)]

    assert pace_of(worked, later).days(40, 0.5) < pace_of(history, later).days(40, 0.5)


def test_work_that_never_earned_anything_has_dates_too():
    nothing = on_weekdays(0, 2, 4, weeks=4, items=0.0)

    assert finish_dates(nothing, TODAY, 5, [0.5]) > finish_dates([], TODAY, 5, [0.5])


def test_the_more_weeks_with_study_lie_behind_the_earlier_the_first_dates():
    lazy, usual, eager = (
        pace_of([], TODAY, promise=1.0, past_weeks=weeks).days(40, 0.8) for weeks in (0, None, 26)
    )

    assert lazy > usual > eager


def test_the_past_says_nothing_once_there_is_a_log():
    history = on_weekdays(0, 2, 4)
    eager, lazy = (pace_of(history, TODAY, past_weeks=weeks).days(40, 0.5) for weeks in (26, 0))

    assert eager == pytest.approx(lazy, rel=0.01)


@pytest.mark.parametrize("away", [70, 200, 900])
def test_after_two_months_away_dates_grow_no_more_and_coming_back_moves_nothing_later(away):
    history = on_weekdays(0, 2, 4)
    later = history[-1][0] + timedelta(days=away)
    back = pace_of([*history, (later, 0.0)], later)

    assert p50_after(history, away) == pytest.approx(p50_after(history, 60))
    assert back.days(40, 0.5) <= p50_after(history, away) * SLIP


@pytest.mark.parametrize("every", [2, 3])
def test_a_fortnight_off_a_regular_habit_costs_no_more_than_it_cost_others(every):
    # Regular learners: 40 items took 44 days in the median (idle 0-1), 136 after 15 to 30 days
    # off: 3.1 times.
    assert later_by_a_fortnight_off(habit(every), 40) < 136 / 44


def test_a_pause_is_paid_once_so_the_more_is_left_the_less_it_counts():
    many = (1, 3, 10, 28, 40, 80, 160)
    factors = [later_by_a_fortnight_off(habit(2), remaining) for remaining in many]

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
    "somebody new": ([], [5.592, 2.466, 17.165, 107.343, 124.8, 10234.031, 681160.983]),
    "three weeks": (THREE_WEEKS, [2.305, 0.446, 7.562, 42.221, 68.025, 5449.011, 256096.904]),
    "a pause": (WITH_A_PAUSE, [8.144, 1.646, 22.12, 72.228, 116.392, 7392.278, 1914526.913]),
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

    assert pace.chance(1, 0.5) == pytest.approx(0.00164, rel=1e-2)
    assert pace.chance(1, 0) == 0


@given(people, histories, items, chances)
def test_what_is_written_today_makes_no_date_later_whatever_day_it_is_for(
    person, more, remaining, chance
):
    settled = person["history"]
    history = sorted({**dict(settled), **dict(more)}.items())
    assume(all(n >= dict(settled).get(day, 0) for day, n in history))
    before = pace_of(today=TODAY, **person)
    after = pace_of(today=TODAY, **{**person, "history": history}, settled=settled)

    assert after.days(remaining, chance) <= before.days(remaining, chance) * SLIP
    assert (after.weeks_seen, after.trust) == (before.weeks_seen, before.trust)


def test_a_first_day_of_writing_is_that_of_a_newcomer():
    bulk = pace_of(weekly(1, 20), TODAY, promise=1.0, settled=[])

    assert bulk == pace_of([], TODAY, promise=1.0)


def test_with_nothing_written_today_all_is_settled():
    history = weekly(1, 20)

    assert pace_of(history, TODAY, settled=history) == pace_of(history, TODAY)
