"""Every spelling of a day is read back as that day, and none that two people read in two ways."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcareer.domain.ground.vocabulary import MONTHS
from pmcareer.domain.words.day_spellings import (
    DAYS,
    MONTH_OF,
    MONTHS_IN_FULL,
    is_day,
    is_spelling,
    meanings_of,
    mended,
)
from sweeps import of_each

SATURDAY = date(2026, 11, 21)
ANY_DAY = st.dates(date(2000, 1, 1), date(2199, 12, 31))


def spellings_of(day):
    """Write a day in every way in which nobody reads another one."""
    month, full, weekday = MONTHS[day.month - 1], MONTHS_IN_FULL[day.month - 1], DAYS[day.weekday()]
    return [
        day.isoformat(),
        f"{day.year}/{day.month}/{day.day}",
        f"{day.day} {month} {day.year}",
        f"{day.day} {full} {day.year}",
        f"{day.day}. {full.title()} {day.year}",
        f"{month.upper()} {day.day}, {day.year}",
        f"{full} {day.day}th {day.year}",
        f"{day.day}{month}{day.year}",
        f"{day.day}-{month}-{day.year}",
        f"{day.day}th of {full} {day.year}",
        f"{weekday} {day.day} {month} {day.year}",
        f"{weekday[:3].title()} {day.day} {month} {day.year}",
    ]


@given(day=ANY_DAY, today=ANY_DAY)
def test_a_day_with_its_year_is_read_back_from_every_spelling_whatever_day_it_is(day, today):
    for typed in spellings_of(day):
        (meaning,) = meanings_of(typed, today)
        assert meaning.past == meaning.coming == (day, day), typed


@given(day=ANY_DAY, today=ANY_DAY)
def test_a_day_without_its_year_is_the_last_such_day_or_the_next(day, today):
    for typed in (
        f"{day.day} {MONTHS[day.month - 1]}",
        f"{MONTHS_IN_FULL[day.month - 1]} {day.day}",
    ):
        (meaning,) = meanings_of(typed, today)
        past, coming = meaning.past[0], meaning.coming[0]
        assert past <= today <= coming
        for found in (past, coming):
            assert (found.day, found.month) == (day.day, day.month)
        # Nothing lies between them that could have been meant as well; leap days are rare.
        longest = 366 if (day.day, day.month) != (29, 2) else 366 * 8
        assert (today - past).days <= longest
        assert (coming - today).days <= longest


@given(day=ANY_DAY, today=ANY_DAY)
def test_a_month_is_all_of_its_days(day, today):
    first = day.replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    month, full = MONTHS[day.month - 1], MONTHS_IN_FULL[day.month - 1]
    for typed in (f"{day:%Y-%m}", f"{month} {day.year}", f"{full} {day.year}", f"{day:%m/%Y}"):
        (meaning,) = meanings_of(typed, today)
        assert meaning.past == meaning.coming == (first, last)


@given(first=st.integers(1, 31), other=st.integers(1, 31), sign=st.sampled_from("/.-"))
def test_numbers_alone_are_a_day_only_where_they_can_be_no_other(first, other, sign):
    found = {
        (meaning.past[0].day, meaning.past[0].month)
        for meaning in meanings_of(f"{first}{sign}{other}", SATURDAY)
    }
    possible = {
        (day, month)
        for day, month in ((first, other), (other, first))
        if month <= 12 and is_spelling(f"{day} {MONTHS[month - 1]}")
    }
    assert found == possible
    assert (len(found) > 1) == (first != other and max(first, other) <= 12)


@given(days=st.integers(1, 20_000), today=ANY_DAY)
def test_a_distance_in_days_leads_there_and_back(days, today):
    back, ahead = today - timedelta(days=days), today + timedelta(days=days)
    for typed in (f"{days} days ago", f"-{days}d", f"- {days} days", f"{days}d ago"):
        (meaning,) = meanings_of(typed, today)
        assert meaning.past == meaning.coming == (max(back, date(1999, 1, 1)),) * 2
    for typed in (f"in {days} days", f"+{days}d"):
        (meaning,) = meanings_of(typed, today)
        assert meaning.past == meaning.coming == (min(ahead, date(2200, 12, 31)),) * 2


@of_each(
    [
        ("a week ago", date(2026, 11, 14)),
        ("two weeks ago", date(2026, 11, 7)),
        ("-2w", date(2026, 11, 7)),
        ("in a month", date(2026, 12, 21)),
        ("6 years ago", date(2020, 11, 21)),
        ("3-days-ago", date(2026, 11, 18)),
        ("last friday", date(2026, 11, 20)),
        ("last-Fri", date(2026, 11, 20)),
        ("next friday", date(2026, 11, 27)),
        ("next saturday", date(2026, 11, 28)),
        ("last saturday", date(2026, 11, 14)),
        ("last week", date(2026, 11, 9)),
        ("this week", date(2026, 11, 16)),
        ("next month", date(2026, 12, 1)),
        ("last month", date(2026, 10, 1)),
    ]
)
def test_what_counts_from_today_is_read_as_people_say_it(typed, meant):
    (meaning,) = meanings_of(typed, SATURDAY)
    assert meaning.past[0] == meaning.coming[0] == meant


@given(today=ANY_DAY)
def test_a_weekday_is_never_today(today):
    for name in DAYS:
        (meaning,) = meanings_of(name, today)
        (before,) = meanings_of(f"last {name}", today)
        (after,) = meanings_of(f"next {name}", today)
        assert meaning.past == before.past
        assert meaning.coming == after.coming
        assert 1 <= (today - meaning.past[0]).days <= 7
        assert 1 <= (meaning.coming[0] - today).days <= 7


def test_a_month_that_is_named_alone_is_the_last_to_begin_or_the_next_to_end():
    (march,) = meanings_of("march", SATURDAY)
    assert (march.past[0], march.coming[0]) == (date(2026, 3, 1), date(2027, 3, 1))
    (november,) = meanings_of("Nov", SATURDAY)
    assert november.past == november.coming == (date(2026, 11, 1), date(2026, 11, 30))


def test_a_weekday_beside_a_day_has_to_fit_it():
    (right,) = meanings_of("Fri 27 Nov", SATURDAY)
    assert (right.past, right.coming) == (None, (date(2026, 11, 27),) * 2)
    (wrong,) = meanings_of("Fri 26 Nov 2026", SATURDAY)
    assert wrong.past is wrong.coming is None


@of_each(
    [
        "",
        "soon",
        "mo",
        "3m",
        "30 feb",
        "2026-02-30",
        "20261120",
        "2026-W47-5",
        "32 jan",
        "jan feb",
        "5 6 jan",
        "5",
        "2026",
        "this friday",
        "next today",
        "fri jan",
        "5 jan 26",
        "01/05/26",
        "1/2/3/4",
        "in 2 weeks ago",
        "friday 13",
        "\u0665 Jan",
        "\0",
    ]
)
def test_what_names_no_day_is_none(typed):
    assert meanings_of(typed, SATURDAY) == ()


@given(st.text(max_size=20))
def test_any_text_is_read_or_not_and_nothing_breaks(text):
    assert len(meanings_of(text, SATURDAY)) <= 2


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tomorow", "tomorrow"),
        ("Yesturday", "yesterday"),
        ("last fryday", "last friday"),
        ("janury 5", "january 5"),
        ("3 days agoo", "3 days ago"),
        ("soon", None),
        ("5 brumaire", None),
        ("01.05", None),
        ("tomorow tomorow", None),
    ],
)
def test_the_nearest_words_that_make_a_day_are_offered(typed, meant):
    assert mended(typed) == meant


def test_every_month_is_known_in_full_and_as_screens_write_it():
    assert {MONTH_OF[month.lower()] for month in MONTHS} == set(range(1, 13))
    assert [MONTH_OF[month] for month in MONTHS_IN_FULL] == list(range(1, 13))


def test_a_length_of_time_and_a_week_are_no_days():
    assert all(map(is_day, ("yesterday", "5 Jan", "Jan 2026", "01/05", "3 days ago")))
    assert not any(map(is_day, ("6 years", "last week", "this month", "soon")))
