"""Cells of a table, as what they are asked for."""

from datetime import date

import pytest

from pmcareer.domain.practice.table import Row, Table
from pmcareer.errors import BadTable

FIRST = Row(
    table="team/x.csv",
    line=2,
    cells={"id": "a", "after": "b; c", "days": "2.5", "on": "2026-10-02", "none": ""},
)
SECOND = Row(table="team/x.csv", line=3, cells={**FIRST.cells, "id": "d"})
TABLE = Table(name="team/x.csv", columns=tuple(FIRST.cells), rows=(FIRST, SECOND))


def test_a_cell_is_a_word_a_list_a_number_or_a_day():
    assert FIRST.word("id") == "a"
    assert FIRST.words("after") == ("b", "c")
    assert FIRST.number("days") == 2.5
    assert FIRST.day("on") == date(2026, 10, 2)


def test_an_empty_cell_is_nothing_where_that_is_allowed():
    assert FIRST.words("none") == ()
    assert FIRST.number_if_any("none") is None
    assert FIRST.day_if_any("none") is None
    assert (FIRST.number_if_any("days"), FIRST.day_if_any("on")) == (2.5, date(2026, 10, 2))


def test_rows_are_picked_by_a_cell():
    assert TABLE.where("after", "b; c") == (FIRST, SECOND)
    assert TABLE.row("id", "d") == SECOND


@pytest.mark.parametrize(
    ("ask", "sentence"),
    [
        (lambda: FIRST.number("id"), "team/x.csv:2: id is 'a', and no number."),
        (lambda: SECOND.day("days"), "team/x.csv:3: days is '2.5', and no date like 2026-10-02."),
        (lambda: FIRST.word("cost"), "team/x.csv:2: there is no column 'cost'."),
        (lambda: TABLE.row("id", "q"), "team/x.csv: 0 rows have the id 'q', not one."),
        (lambda: TABLE.row("days", "2.5"), "team/x.csv: 2 rows have the days '2.5', not one."),
    ],
)
def test_what_is_wrong_is_said_with_its_line(ask, sentence):
    with pytest.raises(BadTable) as error:
        ask()
    assert error.value.message == sentence
