"""Weeks as bars: a bar reaches the line exactly where the promise was kept."""

import io
import re
from datetime import date, timedelta

import pytest
from rich.console import Console

from pmcareer.domain.person.weeks import WeekOfWork
from pmcareer.views.parts.layout import Page
from pmcareer.views.status.hours import in_words, render_hours

MONDAY = date(2026, 9, 28)


def drawn(block: object, width: int) -> list[str]:
    console = Console(file=io.StringIO(), width=width, markup=False, highlight=False, emoji=False)
    console.print(block)
    return [line.rstrip() for line in console.file.getvalue().rstrip("\n").split("\n")]


def weeks(*hours: float, promised: float = 6) -> list[WeekOfWork]:
    """Weeks of so many hours, the last of them the present one."""
    return [
        WeekOfWork(
            week=MONDAY + timedelta(days=7 * place),
            hours=each,
            promised=promised,
            is_over=place < len(hours) - 1,
        )
        for place, each in enumerate(hours)
    ]


def chart(of: list[WeekOfWork], page: Page, promise: float = 6, rows: int = 4) -> list[str]:
    """Everything that is drawn, line by line, blanks at the ends left out."""
    lines = []
    for block in render_hours(of, promise, page, rows):
        lines += drawn(block, page.width)
    return lines


SIX_COLUMNS = Page(width=12)
"""So narrow that each of six weeks has one column."""


def test_a_bar_reaches_the_line_where_the_promise_was_kept_and_no_sooner():
    # A row stands for four hours; the line of six lies in the middle of the second one.
    assert chart(weeks(12, 6, 5.9, 0.1, 0, 6), SIX_COLUMNS)[-5:] == [
        "     │",
        "   12│█",
        "  6 h│█▄▃┄┄▄",
        "     │███▁ █",
        "     └ Oct",
    ]


def test_ascii_bars_reach_it_too():
    page = Page(width=12, unicode=False)
    assert chart(weeks(12, 6, 5.9, 0.1, 0, 6), page)[-5:] == [
        "     |",
        "   12|#",
        "  6 h|##.--#",
        "     |###. #",
        "     + Oct",
    ]


def test_few_weeks_are_drawn_wider_than_many():
    (bars,) = [row for row in chart(weeks(6, 0, 6), Page(width=40)) if row.startswith("  6 h")]
    assert bars == "  6 h│▄▄┄┄┄┄▄▄┄"


def test_a_week_that_promised_nothing_has_no_line():
    off = weeks(6, 0, 0, 0, 0, 0)
    off[2] = WeekOfWork(week=off[2].week, hours=0, promised=0, is_over=True)
    (line,) = [row for row in chart(off, SIX_COLUMNS) if "┄" in row]
    assert line == "  6 h│▄┄ ┄┄┄"


def test_a_promise_that_was_lower_then_has_its_line_lower():
    lower = [*weeks(0, 0, 0, promised=2), *weeks(0, 0, 12)]
    lines = chart(lower, SIX_COLUMNS)
    assert lines[-3:-1] == ["  6 h│   ┄┄█", "     │┄┄┄  █"]


def test_where_nothing_is_promised_there_is_no_line_and_bars_have_their_hours():
    lines = chart(weeks(4, 8, promised=0), SIX_COLUMNS, promise=0)
    assert not any("┄" in line for line in lines)
    assert any(line.startswith("    8│") for line in lines)


@pytest.mark.parametrize("most", [0.5, 6, 6.1, 11, 40, 400])
@pytest.mark.parametrize("rows", [3, 5, 8])
def test_whatever_the_hours_the_highest_bar_and_the_line_are_drawn(most, rows):
    lines = chart(weeks(most, 0), Page(width=40), rows=rows)
    assert len(lines) == rows + 2
    assert any("┄" in line for line in lines)
    assert not lines[-2].startswith("     │ ")


def test_months_stand_below_their_first_week_where_there_is_room():
    many = weeks(*[6] * 20)
    assert chart(many, Page(width=30))[-1] == "     └ Oct Nov  Dec Jan"
    assert chart(weeks(*[6] * 9), Page(width=40))[-1] == "     └   Oct         Nov"


def test_every_month_that_begins_and_ends_in_the_chart_has_its_name():
    for late in range(6):
        of = weeks(*[6] * 26)[late:]
        (months,) = chart(of, Page(width=len(of) + 6))[-1:]
        assert re.search("Nov *Dec *Jan *Feb", months)


def test_words_say_what_the_bars_show():
    assert in_words(weeks(6, 5.9, 7, 2), 6) == (
        "this week 2 of 6 h promised; 18.9 h in 3 weeks before, 2 of them as promised."
    )
    assert in_words(weeks(2), 6) == "this week 2 of 6 h promised."
    assert in_words(weeks(6, 2), 0) == "this week 2 h; 6 h in 1 week before."
    assert chart(weeks(2), Page(plain=True)) == ["Hours by week: this week 2 of 6 h promised."]


def test_a_line_is_named_where_one_is_seen():
    assert "line" in chart(weeks(6, 0, 6), Page(width=40))[0]
    first = [*weeks(0, 0, 0, 0, 0, promised=0), *weeks(9.4, promised=0.7)]
    lines = chart(first, SIX_COLUMNS, promise=5)
    assert "┄" not in "".join(lines)
    assert "line" not in lines[0]
