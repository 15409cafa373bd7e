from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcareer.views.plan.axis import Axis
from sweeps import of_each

TODAY = date(2026, 11, 21)
DAYS = st.integers(1, 3653).map(lambda days: date.fromordinal(TODAY.toordinal() + days))


def labels(last, columns=60):
    return Axis(first=TODAY, last=last, columns=columns).ticks


def test_today_is_the_first_column_and_the_last_day_the_last():
    axis = Axis(first=TODAY, last=date(2030, 11, 21), columns=49)

    assert axis.column_of(TODAY) == 0
    assert axis.column_of(date(2028, 11, 21)) == 24
    assert axis.column_of(date(2030, 11, 21)) == 48


def test_a_day_off_the_axis_is_drawn_at_its_end():
    axis = Axis(first=TODAY, last=date(2027, 11, 21), columns=10)

    assert (axis.column_of(date(2020, 1, 1)), axis.column_of(date(2040, 1, 1))) == (0, 9)


def test_years_stand_in_full_where_they_begin():
    axis = Axis(first=TODAY, last=date(2030, 11, 21), columns=60)

    assert axis.ticks == [
        (axis.column_of(date(year, 1, 1)), str(year)) for year in (2027, 2028, 2029, 2030)
    ]


@pytest.mark.parametrize(
    ("last", "named"),
    [
        (date(2036, 11, 1), ["2028", "2030", "2032", "2034", "2036"]),
        (date(2027, 12, 1), ["Jan 2027", "Apr 2027", "Jul 2027", "Oct 2027"]),
        (date(2027, 2, 10), ["Dec 2026", "Jan 2027", "Feb 2027"]),
        (date(2026, 11, 28), []),
    ],
)
def test_where_years_are_many_some_are_left_out_and_where_they_are_few_months_are_named(
    last, named
):
    assert [label for _, label in labels(last)][: len(named)] == named
    assert bool(labels(last)) is bool(named)


@of_each(range(14, 60))
def test_a_narrow_axis_names_its_first_year_and_its_last(columns):
    named = [int(label) for _, label in labels(date(2034, 11, 21), columns)]
    assert len(named) >= 2
    assert (named[0], named[-1]) in [(2027, 2034), (2027, 2033), (2028, 2034), (2028, 2032)]


@given(last=DAYS, columns=st.integers(8, 120))
def test_labels_never_run_into_each_other_nor_off_the_axis(last, columns):
    end = -2
    for column, label in labels(last, columns):
        assert column >= end + 2
        end = column + len(label)
        assert end <= columns
