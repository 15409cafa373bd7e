from datetime import date

import pytest

from pmcareer.cli.topics import DAYS, TIMES
from pmcareer.domain.words.amounts import is_time
from pmcareer.domain.words.days import (
    coming_day,
    day_named,
    day_of,
    day_range,
    past_day,
)
from pmcareer.errors import AmbiguousDay, FutureDay, WrongValue
from sweeps import of_each

SATURDAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-11-20", date(2026, 11, 20)),
        ("today", SATURDAY),
        (" Today ", SATURDAY),
        ("now", SATURDAY),
        ("this morning", SATURDAY),
        ("last night", date(2026, 11, 20)),
        ("Monday evening", date(2026, 11, 16)),
        ("on Monday", date(2026, 11, 16)),
        ("the day before yesterday", date(2026, 11, 19)),
        ("yesterday", date(2026, 11, 20)),
        ("monday", date(2026, 11, 16)),
        ("FRI", date(2026, 11, 20)),
        ("-3d", date(2026, 11, 18)),
        pytest.param("sat", date(2026, 11, 14), id="today's weekday is a week ago"),
        pytest.param("2024-02-29", date(2024, 2, 29), id="a leap day"),
    ],
)
def test_a_past_day_is_read_as_people_type_it(typed, meant):
    assert past_day(typed, SATURDAY) == meant


@of_each(
    [
        "",
        " ",
        "tomorow",
        "20261120",
        "2026-W47-5",
        "2026-02-30",
        "2025-02-29",
        "1999-12-31",
        "9999-12-31",
        "01.13.2026.",
        "mo",
        "3d",
        "-99999d",
        "\u0662\u0660\u0662\u0666-11-20",
        "\0",
    ]
)
def test_anything_else_is_refused_and_repeated(typed):
    with pytest.raises(WrongValue) as refused:
        day_of(typed, SATURDAY, "--on")
    assert f"'{typed}'" in refused.value.message


@pytest.mark.parametrize("typed", ["tomorrow", "2026-11-22", "+1d"])
def test_what_has_not_happened_is_not_recorded(typed):
    with pytest.raises(FutureDay):
        past_day(typed, SATURDAY)


def test_no_day_is_today():
    assert past_day(None, SATURDAY) == SATURDAY


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-11-22", date(2026, 11, 22)),
        ("tomorrow", date(2026, 11, 22)),
        ("+14d", date(2026, 12, 5)),
        ("monday", date(2026, 11, 23)),
        pytest.param("saturday", date(2026, 11, 28), id="today's weekday is in a week"),
    ],
)
def test_a_day_to_come_is_read_as_people_type_it(typed, meant):
    assert coming_day(typed, SATURDAY) == meant


@pytest.mark.parametrize("typed", ["today", "yesterday", "2026-11-21", "-3d", "soon", "9999-01-01"])
def test_a_day_to_come_has_not_come(typed):
    with pytest.raises(WrongValue, match="--until"):
        coming_day(typed, SATURDAY)


AHEAD = ("Fri 27 Nov", "in 2 weeks")
"""What lies behind no Saturday, 21 November 2026."""
READERS = [
    pytest.param(past_day, id="what happened"),
    pytest.param(coming_day, id="what is to come"),
    pytest.param(lambda text, today: day_named(text, today, "--today"), id="today"),
    pytest.param(day_range, id="days off"),
]
"""Every option that takes a day is read by one of these."""


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("typed", ["01/05", "1.5.", "1-5", "01/05/2027", "5.1.2027"])
def test_a_day_that_can_be_two_is_asked_back_by_every_option(typed, read):
    with pytest.raises(AmbiguousDay) as asked:
        read(typed, SATURDAY)
    for day in ("1 May", "5 Jan"):
        assert day in asked.value.hint


def test_what_is_asked_back_can_be_typed():
    with pytest.raises(AmbiguousDay) as asked:
        past_day("01/05", SATURDAY)
    assert asked.value.message == "--on: is '01/05' 1 May or 5 Jan?"
    assert asked.value.hint == "Type 1 May or 5 Jan."
    assert past_day("1 May", SATURDAY) == date(2026, 5, 1)
    assert past_day("5 Jan", SATURDAY) == date(2026, 1, 5)


@pytest.mark.parametrize("read", READERS)
def test_a_word_that_is_mistyped_is_offered_and_never_taken(read):
    with pytest.raises(WrongValue, match="tomorow") as refused:
        read("tomorow", SATURDAY)
    assert refused.value.hint.endswith("Did you mean 'tomorrow'?")


@pytest.mark.parametrize("read", READERS)
def test_what_is_refused_names_three_spellings_that_are_read(read):
    with pytest.raises(WrongValue) as refused:
        read("soon", SATURDAY)
    named = refused.value.hint.partition(" like ")[2].split(";")[0].rstrip(".")
    spellings = named.replace(" or ", ", ").split(", ")
    assert len(spellings) == 3
    for spelling in spellings:
        assert read(spelling, SATURDAY)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2026-01", date(2026, 1, 1), date(2026, 1, 31)),
        ("Feb 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("March 2020", date(2020, 3, 1), date(2020, 3, 31)),
        ("march", date(2026, 3, 1), date(2026, 3, 31)),
        ("last week", date(2026, 11, 9), date(2026, 11, 15)),
        ("5 Jan", date(2026, 1, 5), date(2026, 1, 5)),
    ],
)
def test_a_month_is_its_first_day_or_its_last_where_an_end_is_said(typed, first, last):
    assert day_of(typed, SATURDAY, "--since", lengths=True) == first
    assert day_of(typed, SATURDAY, "--to", ends=True) == last


def test_what_lies_ahead_is_the_next_such_day():
    assert coming_day("5 Jan", SATURDAY) == date(2027, 1, 5)
    assert coming_day("Dec", SATURDAY) == date(2026, 12, 1)
    assert coming_day("nov", SATURDAY, "--by", ends=True) == date(2026, 11, 30)
    assert day_of("5 Jan", SATURDAY, "--expires", ahead=True) == date(2027, 1, 5)
    with pytest.raises(WrongValue, match="21 Nov"):
        coming_day("21 Nov", SATURDAY)


def test_a_length_of_time_counts_back_where_something_began_and_ahead_where_it_ends():
    assert past_day("6 years", SATURDAY, "--since", lengths=True) == date(2020, 11, 21)
    assert past_day("18 months", SATURDAY, "--since", lengths=True) == date(2025, 5, 21)
    assert coming_day("2 weeks", SATURDAY) == date(2026, 12, 5)
    with pytest.raises(WrongValue, match="6 years"):
        past_day("6 years", SATURDAY)


def test_a_day_on_either_side_of_today_is_asked_back_unless_it_can_be_but_one():
    with pytest.raises(AmbiguousDay, match="20 Nov 2026 or 27 Nov 2026"):
        day_named("friday", SATURDAY, "--today")
    with pytest.raises(AmbiguousDay, match="5 Jan 2026 or 5 Jan 2027"):
        day_named("5 Jan", SATURDAY, "--today")
    assert day_named("last friday", SATURDAY, "--today") == date(2026, 11, 20)
    assert day_named("Fri 27 Nov", SATURDAY, "--today") == date(2026, 11, 27)
    assert day_named("21 Nov", SATURDAY, "--today") == SATURDAY


def test_a_weekday_that_does_not_fit_its_day_is_refused():
    with pytest.raises(WrongValue) as refused:
        past_day("Fri 19 Nov 2026", SATURDAY)
    assert "a weekday that fits the day" in refused.value.hint


@of_each(
    [
        ("2026-12-24..2027-01-03", "2026-12-24..2027-01-03"),
        ("2026-12-24", "2026-12-24..2026-12-24"),
        ("24 Dec to 3 Jan", "2026-12-24..2027-01-03"),
        ("24 Dec..3 Jan", "2026-12-24..2027-01-03"),
        ("24 dec - friday", "2026-12-24..2026-12-25"),
        ("Dec", "2026-12-01..2026-12-31"),
        ("July to Aug 2027", "2027-07-01..2027-08-31"),
        ("next week", "2026-11-23..2026-11-29"),
        ("today", "2026-11-21..2026-11-21"),
        ("last friday to tomorrow", "2026-11-20..2026-11-22"),
    ]
)
def test_days_off_are_a_range_a_day_or_a_month(typed, meant):
    assert day_range(typed, SATURDAY) == meant


@of_each(
    [
        "",
        "..",
        "2027-01-03..2026-12-24",
        "christmas",
        "2026-12-24..",
        "2026-12-24-27",
        "2026-12-24..today",
        "5 jan to 1 jan",
        "1 dec..2 dec..3 dec",
        "6 years",
    ]
)
def test_days_off_that_are_none_are_refused(typed):
    with pytest.raises(WrongValue, match="--days-off"):
        day_range(typed, SATURDAY)


def test_a_year_alone_is_its_first_day_where_something_began():
    assert past_day("2020", SATURDAY, "--since", lengths=True) == date(2020, 1, 1)
    assert day_of("2020", SATURDAY, "--since", lengths=True) == date(2020, 1, 1)
    with pytest.raises(FutureDay):
        past_day("2027", SATURDAY, "--since", lengths=True)
    for typed in ("1850", "20200"):
        with pytest.raises(WrongValue, match=f"'{typed}'"):
            past_day(typed, SATURDAY, "--since", lengths=True)
    with pytest.raises(WrongValue):
        past_day("2020", SATURDAY, "--on")


@pytest.mark.parametrize("typed", ["last week", "this month"])
def test_a_week_is_no_day_on_which_something_happened(typed):
    for read in (past_day, lambda text, today: day_named(text, today, "--today")):
        with pytest.raises(WrongValue):
            read(typed, SATURDAY)


def test_every_spelling_that_help_lists_is_read():
    typed = [spelling for names, _ in DAYS for spelling in names.split(", ")]
    assert len(typed) > 12
    for spelling in typed:
        off = day_range(spelling, SATURDAY) if " to " in spelling else ""
        assert off or day_of(spelling, SATURDAY, "--since", lengths=True, ahead=spelling in AHEAD)
    for names, _ in TIMES:
        assert all(map(is_time, names.split(", ")))


def test_a_beginning_that_has_not_come_is_no_work_to_be_logged():
    with pytest.raises(FutureDay) as refused:
        past_day("Jan 2030", SATURDAY, "--since", lengths=True)
    assert refused.value.message == "1 Jan 2030 is in the future (today is 21 Nov 2026)."
    assert refused.value.hint == "Say a day up to today."
    with pytest.raises(FutureDay, match="nothing was logged"):
        past_day("tomorrow", SATURDAY)


@pytest.mark.parametrize(
    ("typed", "years"),
    [("22 Nov", (2025, 2026)), ("20 dec", (2025, 2026)), ("29 Feb", (2024, 2028))],
)
def test_a_day_of_the_coming_month_is_not_put_a_year_back_unasked(typed, years):
    with pytest.raises(AmbiguousDay) as asked:
        past_day(typed, SATURDAY)
    assert [int(day[-4:]) for day in asked.value.titles] == list(years)


def test_a_day_that_was_not_long_ago_or_has_its_year_is_not_asked_about():
    assert past_day("21 Nov", SATURDAY) == SATURDAY
    assert past_day("5 Jan", SATURDAY) == date(2026, 1, 5)
    assert past_day("22 Nov 2025", SATURDAY) == date(2025, 11, 22)


def test_a_year_alone_begins_and_ends_work_alike():
    assert day_of("2020", SATURDAY, "--from", lengths=True) == date(2020, 1, 1)
    assert day_of("2020", SATURDAY, "--to", ends=True, lengths=True) == date(2020, 12, 31)
    assert day_of("2 years ago", SATURDAY, "--to", ends=True, lengths=True) == date(2024, 11, 21)
