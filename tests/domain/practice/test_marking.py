"""Answers are read as people type them, and held against what the tables say."""

import pytest

from pmcareer.domain.practice.answers import answers_in
from pmcareer.domain.practice.asked import asked_of
from pmcareer.domain.practice.marking import marked, not_asked
from pmcareer.domain.practice.table import Row, Table
from sweeps import of_each


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


@of_each(
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
        ("(10)", "wrong", "Look at the sign."),
        ("minus 10", "wrong", "Look at the sign."),
        ("10-", "wrong", "Look at the sign."),
        ("10 k EUR", "right", ""),
        ("\u20ac10k", "right", ""),
        ("EUR 10 thousand", "right", ""),
        ("0.01 million", "right", ""),
        ("10 000", "wrong", "A thousand times too large: say it in kEUR."),
        ("0.01", "wrong", "A thousand times too small: say it in kEUR."),
        ("10 USD", "unit", "Say it in kEUR."),
        ("10 \u00be", "unread", ""),
        ("…", "empty", ""),
        ("", "empty", ""),
    ]
)
def test_an_answer_is_right_wrong_by_a_usual_slip_empty_or_not_readable(answer, state, says):
    [found] = marked([FIGURE], {"cost, keur": answer}, read)
    assert (found.state, found.says) == (state, says)


@of_each(
    [
        ("0", "nil", "right"),
        ("0", "0", "right"),
        ("5", "none", "right"),
        ("5", "none (two: 1.4 and 18.2)", "right"),
        ("5", "**never**: it never pays", "right"),
        ("5", "n/a \u2013 two changes of sign", "right"),
        ("5", "none because it never pays", "right"),
        ("5", "never within 10 years", "unread"),
        ("5", "never within the plan", "right"),
        ("5", "none of it", "unread"),
        ("5", "no idea", "unread"),
        ("5", "No. 12", "wrong"),
        ("5", "never mind: 14", "wrong"),
        ("5", "none: 1.4", "unread"),
        ("5", "No.", "right"),
        ("5", "nobody knows", "unread"),
        ("5", "nil", "wrong"),
    ]
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


def of_one(cell, unit="kEUR", within=0.5):
    """A figure that is what one cell says, and how an answer to it is marked."""
    row = Row(table="one.csv", line=2, cells={"it": cell})
    table = Table(name="one.csv", columns=("it",), rows=(row,))
    about = {"id": "it", "asks": "It", "unit": unit, "formula": "sum", "within": within}
    figure = asked_of({**about, "table": "one.csv", "column": "it"})
    return lambda answer: marked([figure], {"it": answer}, lambda _: table)[0]


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [("137,438", "137.438"), ("137.438", ""), ("137", ""), ("137,4", ""), ("0,137 MEUR", None)],
)
def test_a_comma_that_was_taken_for_a_decimal_one_is_said(typed, read_as):
    found = of_one("137.438")(typed)
    assert (found.read_as if found.state == "right" else None) == read_as


def test_a_point_that_was_taken_for_thousands_is_said():
    found = of_one("137438", "EUR")("137.438")
    assert (found.state, found.read_as) == ("right", "137438")


@pytest.mark.parametrize(
    ("typed", "says"),
    [("0.0898", "Say it in percent."), ("-8.98", "Look at the sign."), ("0.08 %", ""), ("8", "")],
)
def test_a_share_for_percent_is_told_apart_from_what_is_wrong(typed, says):
    found = of_one("0.0898", "percent", 0.1)(typed)
    assert (found.state, found.says) == ("wrong", says)


def test_of_what_is_next_to_nothing_no_size_is_guessed():
    assert of_one("0", within=0.5)("400").says == ""
    assert of_one("1", within=0.5)("1400").says == ""


def spellings(value):
    """Write a number of kEUR in the ways of people and countries."""
    english = f"{abs(value):,.2f}"
    swiss = english.replace(",", "'")
    spaced = english.replace(",", "\u202f")
    german = english.replace(",", " ").replace(".", ",").replace(" ", ".")
    arabic = spaced.translate({48 + digit: 0x660 + digit for digit in range(10)})
    sign, plus_or_minus = ("-", "\u2212") if value < 0 else ("", "+")
    yield from (f"{sign}{each}" for each in (english, swiss, spaced, german, arabic))
    yield f"**{sign}{english}**[^1]"
    yield f"ca. {sign}{german} k\u20ac"
    yield f"\u2248{sign}\u20ac{english}k"
    yield f"EUR {sign}{swiss} thousand"
    yield f"{plus_or_minus}{english} kEUR"
    yield f"({english})" if value < 0 else f"~{english}"
    yield f"minus {spaced}" if value < 0 else f"{german} TEUR"


@pytest.mark.parametrize("value", [7, 42.25, 137.44, 999.5, 2384, 12_345.67, 987_654.32, 4_300_000])
@pytest.mark.parametrize("sign", [1, -1])
def test_in_every_spelling_what_is_near_is_right_and_what_is_off_is_not(value, sign):
    within = 0.5
    check = of_one(f"{sign * value}", within=within)
    off = sign * (within + 0.01 * value + 0.01)
    assert len(list(spellings(value))) == 12
    for near in (0, within - 0.01, 0.01 - within):
        assert {check(each).state for each in spellings(sign * value + near)} == {"right"}
    for far in (sign * value + off, sign * value - off):
        assert {check(each).state for each in spellings(far)} == {"wrong"}


def test_a_label_counts_without_its_punctuation_and_a_filled_row_before_an_empty_one():
    [found] = marked([FIGURE], {"Cost (kEUR)": "10", "cost, keur": ""}, read)
    assert found.state == "right"
    assert not_asked([FIGURE], {"Cost (kEUR)": "10", "Weight": "3"}) == ("Weight",)


def test_a_row_that_the_sheet_does_not_have_is_missing_and_not_empty():
    [found] = marked([FIGURE], {}, read)
    assert found.state == "missing"


@pytest.mark.parametrize(
    ("line", "state"),
    [
        ("# " + " " * 190_000 + "x", "unread"),
        ("| 1" + "," * 190_000 + " |", "empty"),
        ("| " + "1 " * 90_000, "empty"),
        ("|" * 190_000, "empty"),
    ],
)
def test_a_line_that_never_ends_is_read_to_its_end(line, state):
    text = f"## Figures\n\n| a | b |\n|---|---|\n| Cost, kEUR | {line}\n{line}\n"
    [found] = marked([FIGURE], answers_in(text), read)
    assert found.state == state
