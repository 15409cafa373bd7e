"""Half a year in three rows: which sign stands where, and which month below it."""

from datetime import date, timedelta

import pytest

from pmcareer.domain.person.ledger import Day
from pmcareer.views.parts.layout import Page
from pmcareer.views.status.heat import heat_heading, heat_lines

MONDAY = date(2026, 9, 28)


def half_a_year(minutes: dict[int, int], weeks: int = 6) -> list[Day]:
    """So many weeks from the last of September, with minutes logged on some days of them."""
    return [
        Day(
            day=MONDAY + timedelta(days=number),
            minutes=minutes.get(number, 0),
            entries=int(number in minutes),
        )
        for number in range(7 * weeks)
    ]


def drawn(days: list[Day], page: Page) -> list[str]:
    return [f"{line.lead}{line.body}" for line in heat_lines(days, page)]


@pytest.mark.parametrize(
    ("minutes", "sign"),
    [
        pytest.param({}, "·", id="nothing"),
        pytest.param({0: 0}, "░", id="an entry that took no time"),
        pytest.param({0: 59}, "░", id="under an hour"),
        pytest.param({0: 30, 2: 30}, "▒", id="an hour over three days"),
        pytest.param({0: 120}, "▓", id="two hours"),
        pytest.param({0: 240}, "█", id="four hours"),
    ],
)
def test_the_more_hours_the_darker_the_sign(minutes, sign):
    first_row = drawn(half_a_year(minutes, weeks=1), Page())[0]
    assert first_row == f"Mon to Wed   {sign}"


def test_a_weekday_stands_in_the_row_of_its_part_of_the_week():
    rows = drawn(half_a_year({2: 60, 3 + 7: 60, 6 + 14: 60}, weeks=3), Page(unicode=False))
    assert rows[:3] == ["Mon to Wed   +..", "Thu, Fri     .+.", "Weekend      ..+"]


def test_a_month_is_named_below_its_first_week_where_there_is_room():
    # September has one week here, which is no room for a name and a blank.
    assert drawn(half_a_year({}, weeks=6), Page())[3] == "              Oct"
    assert drawn(half_a_year({}, weeks=10), Page())[3] == "              Oct Nov"


def test_plain_words_count_what_the_signs_show():
    page = Page(plain=True)
    days = half_a_year({0: 60, 1: 30, 8: 90})
    assert drawn(days, page) == ["3 active days in 2 of 6 weeks, 3 h."]
    assert heat_heading(days, page).plain == "Last 6 weeks"
