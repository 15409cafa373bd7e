import itertools
from datetime import date, timedelta
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcareer.domain.ground.calendar import (
    Calendar,
    calendar_of,
    clipped,
    months_in,
    plus_months,
    plus_years,
    union_of,
)

from builders import TODAY

days = st.dates(date(2015, 1, 1), date(2030, 12, 31))
ranges = st.tuples(days, st.integers(0, 900)).map(
    lambda pair: (pair[0], pair[0] + timedelta(days=pair[1]))
)


@pytest.mark.parametrize(
    ("on_record", "months"),
    [
        pytest.param(
            [((2026, 1, 1), (2026, 3, 31)), ((2026, 2, 1), (2026, 5, 31))],
            5,
            id="an overlap counts once",
        ),
        pytest.param([((2026, 1, 1), (2026, 3, 31))], 3, id="whole months"),
        pytest.param(
            [((2026, 1, 1), (2026, 1, 31)), ((2026, 2, 1), (2026, 2, 28))],
            2,
            id="one month after the other",
        ),
        pytest.param(
            [((2026, 1, 1), (2026, 12, 31)), ((2026, 3, 1), (2026, 4, 30))],
            12,
            id="one inside the other",
        ),
        pytest.param(
            [((2026, 1, 15), (2026, 2, 14))],
            1 + 14 / 28 - 14 / 31,
            id="shares of the months it touches",
        ),
        pytest.param([((2026, 2, 1), (2026, 2, 14))], 0.5, id="half of a February"),
        pytest.param([((2026, 2, 2), (2026, 2, 1))], 0, id="a range that ends before it begins"),
        pytest.param([], 0, id="nothing"),
    ],
)
def test_months_are_the_union_of_dates_and_never_their_sum(on_record, months):
    assert months_in((date(*start), date(*end)) for start, end in on_record) == pytest.approx(
        months
    )


@given(st.lists(ranges, max_size=6), ranges)
def test_one_more_range_never_takes_months_away_and_never_gives_more_than_its_own(known, added):
    before, after = months_in(known), months_in([*known, added])

    assert before - 1e-9 <= after <= before + months_in([added]) + 1e-9


@given(st.lists(ranges, max_size=6))
def test_a_union_is_in_order_with_gaps_between_and_holds_the_same_days(known):
    merged = union_of(known)

    assert all(
        end + timedelta(days=1) < start for (_, end), (start, _) in itertools.pairwise(merged)
    )
    assert {day.toordinal() for day, _ in known} <= {
        ordinal
        for start, end in merged
        for ordinal in range(start.toordinal(), end.toordinal() + 1)
    }
    assert months_in(merged) == pytest.approx(months_in(known))


def test_a_window_cuts_what_lies_outside():
    whole = [(date(2020, 1, 1), date(2022, 12, 31)), (date(2010, 1, 1), date(2011, 1, 1))]

    assert clipped(whole, date(2021, 1, 1), date(2021, 6, 30)) == (
        (date(2021, 1, 1), date(2021, 6, 30)),
    )


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        pytest.param(
            (2026, 1, 31), 1, (2026, 2, 28), id="a month that is too short ends on its last day"
        ),
        pytest.param((2024, 1, 31), 1, (2024, 2, 29), id="a leap year"),
        pytest.param((2026, 11, 21), 22, (2028, 9, 21), id="over two years"),
        pytest.param((2026, 3, 31), -1, (2026, 2, 28), id="back"),
        pytest.param((2026, 11, 1), 0.5, (2026, 11, 16), id="half a month is fifteen days"),
        pytest.param((9998, 12, 31), 1, (9999, 1, 31), id="into the last year"),
        pytest.param((9999, 6, 1), 12, (9999, 12, 31), id="no further than the calendar"),
        pytest.param((1, 1, 1), -12, (1, 1, 1), id="no further back than the calendar"),
    ],
)
def test_so_many_months_on(day, months, then):
    assert plus_months(date(*day), months) == date(*then)


def test_so_many_years_on():
    assert plus_years(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert plus_years(date(2024, 2, 29), 2.5) == date(2026, 8, 29)


HOLIDAY = calendar_of(["2026-12-24..2027-01-02"], [])


def test_days_off_are_put_between_the_days_of_work():
    before = (date(2026, 12, 24) - TODAY).days

    assert list(HOLIDAY.stretch(TODAY, [0.0, before - 1.5, float(before), before + 5.0])) == [
        0.0,
        before - 1.5,
        before + 10.0,
        before + 15.0,
    ]


def test_days_off_that_are_over_do_not_count_and_those_begun_count_from_tomorrow():
    over = calendar_of(["2026-01-01..2026-11-20"], [])
    begun = calendar_of(["2026-11-01..2026-11-25"], [])

    assert list(over.stretch(TODAY, [10.0])) == [10.0]
    assert list(begun.stretch(TODAY, [10.0])) == [14.0]


def test_two_holidays_that_overlap_are_one():
    twice = calendar_of(["2026-12-24..2026-12-31", "2026-12-28..2027-01-02"], [])

    assert twice == HOLIDAY


@given(st.lists(st.floats(0, 2000), min_size=2, max_size=8), st.lists(ranges, max_size=4))
def test_days_off_never_bring_anything_forward_and_keep_the_order(work_days, off):
    calendar = Calendar(days_off=union_of(off))
    ascending = sorted(work_days)
    stretched = list(calendar.stretch(TODAY, ascending))

    assert stretched == sorted(stretched)
    assert all(then >= day for day, then in zip(ascending, stretched, strict=True))


def test_the_clock_stands_still_on_days_off():
    assert HOLIDAY.working_days_before(date(2027, 1, 3)) == HOLIDAY.working_days_before(
        date(2026, 12, 24)
    )
    assert (
        HOLIDAY.working_days_before(date(2027, 1, 10))
        - HOLIDAY.working_days_before(date(2027, 1, 3))
        == 7
    )


def test_a_day_of_work_that_is_begun_before_a_holiday_ends_behind_it():
    before = (date(2026, 12, 23) - TODAY).days

    assert list(HOLIDAY.stretch(TODAY, [before + 0.3])) == [before + 10.3]


@given(st.lists(st.integers(0, 900), min_size=1, max_size=8), st.lists(ranges, max_size=4))
def test_days_of_work_are_found_again_in_calendar_days(work_days, off):
    calendar = Calendar(days_off=union_of(off))
    days = [float(day) for day in work_days]

    assert list(calendar.worked(TODAY, calendar.stretch(TODAY, days))) == days


MONDAYS = calendar_of(["2026-11-30..2026-12-08"], ["mon"])


@pytest.mark.parametrize(
    ("study_days", "days", "then"),
    [
        pytest.param(["mon", "wed"], 1.0, 2.0, id="the coming Monday"),
        pytest.param(["mon", "wed"], 3.5, 4.0, id="Wednesday itself"),
        pytest.param(["sat"], 0.5, 7.0, id="in a week where today was one"),
        pytest.param([], 1.5, 1.5, id="untouched where no day is named"),
        pytest.param(["mon"], 0.0, 0.0, id="today where nothing is left"),
        pytest.param(["mon"], inf, inf, id="never"),
    ],
)
def test_study_ends_on_a_study_day(study_days, days, then):
    assert list(calendar_of([], study_days).settled(TODAY, [days])) == [then]


def test_a_study_day_that_is_off_is_none():
    monday_after = float((date(2026, 12, 14) - TODAY).days)

    assert list(MONDAYS.settled(TODAY, [3.0])) == [monday_after]
