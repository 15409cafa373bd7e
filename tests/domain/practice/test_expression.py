"""Expressions of guides: cells are numbers, days and words; nothing else can be reached."""

import pytest

from pmcareer.domain.practice.expression import Expression, scalar
from pmcareer.domain.practice.table import Row
from pmcareer.errors import BadTable, NoFigure, NotWorkedOut
from sweeps import of_each

CELLS = {
    "id": "K01",
    "item": "BK-052",
    "found": "2026-08-31",
    "cleared": "2026-09-09",
    "month": "2026-09",
    "after": "A11; A12",
    "hours": "1.5",
    "people": "4",
    "owner": "",
    "2027Q1": "12",
    "2026-08-07": "30",
}
ROW = Row(table="team/x.csv", line=7, cells=CELLS)


def look(table, column, word, wanted):
    return scalar({"rate.csv name fee 4.0": "2.5"}[f"{table} {column} {wanted} {word}"])


@of_each(
    [
        ("hours * people", 6),
        ("cleared - found + 1", 10),
        ("found < '2026-09-01' <= cleared", True),
        ("'2026-08' <= month <= '2026-10'", True),
        ("month == '2026-9'", False),
        ("item in ('BK-052', 'BK-053')", True),
        ("'BK' in item", True),
        ("starts(id, 'K') and not owner", True),
        ("starts(month, '2026')", True),
        ("owner or 3", 3),
        ("len(words(after))", 2),
        ("len(words(owner))", 0),
        ("column('2027Q1') + column('2026-08-07')", 42),
        ("look('rate.csv', 'name', people, 'fee') * hours", 3.75),
        ("ceil(hours) - floor(hours) + abs(-1) + max(1, people) + min(1, 2) + round(2.4)", 9),
        ("lower(id)", "k01"),
        ("known * 2", 22),
        # A column is meant before a figure of the same name.
        ("hours", 1.5),
        ("1 if people > 3 else 0", 1),
        ("  people ", 4),
    ]
)
def test_it_is_worked_out_from_the_cells_of_a_row(text, value):
    assert Expression(text, look).of_row(ROW, {"known": 11, "hours": 99}) == value


@pytest.mark.parametrize("word", ["nil", "", "2026-09", "A01", "8 %"])
def test_what_is_neither_number_nor_day_stays_a_word(word):
    assert scalar(word) == word


@of_each(
    [
        "nothing + 1",
        "people / 0",
        "item + 1",
        "item < 1",
        "column('no such')",
        "hours.real.__class__",
        "__import__('os')",
        "open('/etc/passwd')",
        "[each for each in ().__class__.__bases__]",
        "9 ** 9 ** 9 ** 9",
        "'a' * 10 ** 9",
    ]
)
def test_a_row_in_which_it_has_no_value_is_named(text):
    with pytest.raises(BadTable, match=r"^team/x\.csv:7: ") as error:
        Expression(text, look).of_row(ROW, {})
    assert text in error.value.why


def test_a_row_knows_nothing_of_the_one_before_it():
    asked = Expression("people + bonus", look)
    assert asked.of_row(Row(table="x.csv", line=2, cells={"people": "2"}), {"bonus": 1.0}) == 3
    with pytest.raises(BadTable, match="bonus"):
        asked.of_row(Row(table="x.csv", line=3, cells={"people": "2"}), {})
    with pytest.raises(NotWorkedOut, match="column"):
        Expression("column('people')", look).of_figures({"people": 2.0})


@pytest.mark.parametrize("text", ["", "people people", "people = 2", "1; 2", "(", "import os"])
def test_what_is_no_expression_is_refused_before_any_row(text):
    with pytest.raises(NoFigure):
        Expression(text, look)


def test_of_figures_it_knows_no_columns():
    assert Expression("(actual - planned) / planned", look).of_figures(
        {"actual": 6, "planned": 4}
    ) == pytest.approx(0.5)
    with pytest.raises(NotWorkedOut, match=r"people"):
        Expression("people", look).of_figures({})
    with pytest.raises(NotWorkedOut, match=r"division by zero"):
        Expression("1 / nil", look).of_figures({"nil": 0})
