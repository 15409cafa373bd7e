"""Answers are read as people type them, and held against what the tables say."""

from time import perf_counter

import pytest

from pmcareer.domain.practice.asked import asked_of
from pmcareer.domain.practice.marking import answers_in, marked, numbers_in
from pmcareer.domain.practice.table import Row, Table


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1,234.5", 1234.5),
        ("1 234,5", 1234.5),
        ("1.234,5", 1234.5),
        ("1\u00a0234,5", 1234.5),
        ("1'234.50", 1234.5),
        ("1,234,567", 1234567),
        ("12 %", 12),
        ("12%", 12),
        ("-3", -3),
        ("\u22123", -3),
        ("- 3", -3),
        (".5", 0.5),
        ("EUR 40", 40),
        ("about 3.75 years", 3.75),
        ("**12**", 12),
    ],
)
def test_a_number_is_read_as_it_is_typed(typed, number):
    assert numbers_in(typed) == (number,)


def test_one_comma_before_three_digits_may_be_either():
    assert numbers_in("1,234") == (1.234, 1234)
    assert numbers_in("1.234") == (1.234, 1234)


def test_what_begins_with_nought_has_no_thousands():
    assert numbers_in("0.137") == (0.137,)
    assert numbers_in("0,137") == (0.137,)


@pytest.mark.parametrize("typed", ["six", "", "3 or 4", "1-2", "7" * 5000, "\x00", "NaN", "inf"])
def test_what_is_no_single_number_is_none(typed):
    assert numbers_in(typed) == ()


SHEET = """## Your case

| figure | yours |
|---|---|
| Cost, kEUR | 99 |

## Figures

Round to whole kEUR.

| figure | yours |
|---|---|
| Cost, kEUR | **10** |
| `Return`, percent | |

## A good example

| Cost, kEUR | 7 |
"""


def test_only_the_table_below_its_heading_is_read():
    found = answers_in(SHEET)
    assert found["cost, keur"] == "10"
    assert found["return, percent"] == ""
    assert "7" not in found.values()


def test_a_sheet_without_such_a_table_has_no_answers():
    assert answers_in("## Your case\n\n| a | b |\n") is None


def read(_name):
    row = Row(table="cost.csv", line=2, cells={"keur": "10", "wrong": "4"})
    return Table(name="cost.csv", columns=("keur", "wrong"), rows=(row,))


FIGURE = asked_of(
    {
        "id": "cost",
        "asks": "Cost, kEUR",
        "unit": "kEUR",
        "formula": "sum",
        "table": "cost.csv",
        "column": "keur",
        "within": 0.5,
        "slips": [{"column": "wrong", "says": "The other column."}],
    }
)


@pytest.mark.parametrize(
    ("answer", "state", "says"),
    [
        ("10", "right", ""),
        ("10.5", "right", ""),
        ("10,5 kEUR", "right", ""),
        ("10.6", "wrong", ""),
        ("4", "wrong", "The other column."),
        ("none", "wrong", ""),
        ("nil", "wrong", ""),
        ("ten", "unread", ""),
        ("10 MEUR", "unit", "Say it in kEUR."),
        ("10 %", "unit", "Say it in kEUR."),
        ("10 EUR", "unit", "Say it in kEUR."),
        ("about 10 k\u20ac, over 3 years", "unread", ""),
        ("about 10, all in all", "right", ""),
        ("…", "empty", ""),
        ("", "empty", ""),
    ],
)
def test_an_answer_is_right_wrong_by_a_usual_slip_empty_or_not_readable(answer, state, says):
    [found] = marked([FIGURE], {"cost, keur": answer}, read)
    assert (found.state, found.says) == (state, says)


@pytest.mark.parametrize(
    ("flow", "answer", "state"),
    [
        ("0", "nil", "right"),
        ("0", "0", "right"),
        ("5", "none", "right"),
        ("5", "none (two: 1.4 and 18.2)", "right"),
        ("5", "No.", "right"),
        ("5", "nobody knows", "unread"),
        ("5", "nil", "wrong"),
    ],
)
def test_nothing_is_a_number_and_none_is_no_number_whatever_the_reason(flow, answer, state):
    def cash(_name):
        cells = {"initiative": "P", "year": "2027", "benefit_keur": flow}
        cells |= {"cost_keur": "0", "running_keur": "0"}
        return Table(
            name="cash.csv",
            columns=tuple(cells),
            rows=(Row(table="cash.csv", line=2, cells=cells),),
        )

    about = {"id": "c", "asks": "Cost, kEUR", "unit": "kEUR", "table": "cash.csv", "from": 2027}
    # Of a year of nothing the sum is nought; of one payment alone there is no rate of return.
    formula = {"formula": "npv", "rate": 0} if flow == "0" else {"formula": "irr"}
    [found] = marked(
        [asked_of({**about, **formula, "initiative": "P"})], {"cost, keur": answer}, cash
    )
    assert found.state == state


def test_what_the_sheet_does_not_ask_is_empty():
    [found] = marked([FIGURE], {}, read)
    assert found.state == "empty"


@pytest.mark.parametrize(
    "line",
    ["# " + " " * 190_000 + "x", "| 1" + "," * 190_000 + " |", "| " + "1 " * 90_000, "|" * 190_000],
)
def test_a_line_that_never_ends_is_read_in_a_moment(line):
    text = f"## Figures\n\n| a | b |\n|---|---|\n| Cost, kEUR | {line}\n{line}\n"
    begun = perf_counter()
    marked([FIGURE], answers_in(text), read)
    assert perf_counter() - begun < 2
