from datetime import date

import pytest

from pmcareer.domain.words.days import coming_day, day_of, day_range, past_day
from pmcareer.errors import FutureDay, WrongValue

SATURDAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-11-20", date(2026, 11, 20)),
        ("today", SATURDAY),
        (" Today ", SATURDAY),
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


@pytest.mark.parametrize(
    "typed",
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
        "20.11.2026",
        "mo",
        "3d",
        "-99999d",
        "\u0662\u0660\u0662\u0666-11-20",
        "\0",
    ],
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


def test_days_off_are_a_range_or_one_day():
    assert day_range("2026-12-24..2027-01-03") == "2026-12-24..2027-01-03"
    assert day_range("2026-12-24") == "2026-12-24..2026-12-24"


@pytest.mark.parametrize(
    "typed", ["", "..", "2027-01-03..2026-12-24", "christmas", "2026-12-24..", "2026-12-24-27"]
)
def test_days_off_that_are_none_are_refused(typed):
    with pytest.raises(WrongValue, match="--days-off"):
        day_range(typed)
