"""Days on an axis, and in words as exact as their distance allows."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcareer.exports.days import Axis, forecast_words

from builders import TODAY


@pytest.mark.parametrize(
    ("ahead", "words"),
    [
        (30, "21 Dec 2026"),
        (92, "21 Feb 2027"),
        (93, "Feb 2027"),
        (5 * 365, "Nov 2031"),
        (5 * 365 + 1, "2031"),
        (3653, "beyond ten years"),
    ],
)
def test_a_day_is_said_as_exactly_as_its_distance_allows(ahead, words):
    assert forecast_words(TODAY + timedelta(days=ahead), TODAY) == words


def test_what_others_decide_has_no_day():
    assert forecast_words(TODAY + timedelta(days=30), TODAY, by_others=True) == "Dec 2026"
    assert forecast_words(None, TODAY) == "beyond twenty years"


def axis(first, last):
    return Axis(first=first, last=last, left=0, right=5000)


def told(marks):
    return [f"{mark.month} {mark.year}".strip() for mark in marks]


def test_marks_are_months_quarters_or_years_with_the_years_in_full():
    begin = date(2026, 11, 21)
    assert told(axis(begin, date(2027, 3, 2)).marks(5)) == ["Dec 2026", "Jan 2027", "Feb", "Mar"]
    assert told(axis(begin, date(2027, 12, 2)).marks(5)) == ["Jan 2027", "Apr", "Jul", "Oct"]
    assert told(axis(begin, date(2030, 3, 2)).marks(5)) == ["2027", "2028", "2029", "2030"]
    assert told(axis(begin, date(2033, 3, 2)).marks(5)) == ["2028", "2030", "2032"]


DAYS = st.dates(date(2000, 1, 1), date(2199, 12, 31))


@given(DAYS, DAYS, DAYS)
def test_a_day_never_leaves_its_axis_and_a_later_one_is_never_further_left(one, other, day):
    first, last = sorted((one, other))
    drawn = axis(first, last)
    assert 0 <= drawn.x(day) <= 5000
    assert drawn.x(day) <= drawn.x(min(day + timedelta(days=30), date(2199, 12, 31)))


@given(DAYS, st.integers(0, 20 * 365))
def test_twenty_years_have_nine_marks_at_most(first, days):
    last = min(first + timedelta(days=days), date(2199, 12, 31))
    assert len(axis(first, last).marks(9)) <= 9
