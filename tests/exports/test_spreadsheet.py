"""CSV that a spreadsheet opens without running anything."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcareer.domain.person.person import person_of
from pmcareer.exports.spreadsheet import COLUMNS, FORMULA_STARTS, csv_of, harmless

from builders import (
    TODAY,
    a_curriculum,
    a_logbook,
    a_practice,
    an_exercise,
    finished,
    practised,
    worked,
)


def rows_of(*entries, curriculum=None):
    """Write the entries, and read them as a spreadsheet does."""
    known = curriculum or a_curriculum(
        an_exercise("rsk-01", title="A living register"), a_practice("h01")
    )
    text = csv_of(person_of(known, a_logbook(*entries), TODAY))
    return list(csv.DictReader(StringIO(text, newline="")))


def test_every_entry_of_work_is_a_row_oldest_first():
    rows = rows_of(
        finished("rsk-01", on="2026-11-20", minutes=90, outcome="Signed off"),
        worked("rsk-01", 45, on="2026-11-18"),
        practised("h01", on="2026-11-19"),
    )
    assert [(row["on"], row["kind"], row["what"], row["minutes"]) for row in rows] == [
        ("2026-11-18", "worked", "rsk-01", "45"),
        ("2026-11-19", "practised", "h01", ""),
        ("2026-11-20", "finished", "rsk-01", "90"),
    ]
    assert (
        rows[2] | {"title": "A living register", "skill": "risk", "outcome": "Signed off"}
        == rows[2]
    )


def test_columns_stay_for_who_has_nothing_to_show():
    assert (
        csv_of(person_of(a_curriculum(an_exercise()), a_logbook(), TODAY))
        == ",".join(COLUMNS) + "\r\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('=HYPERLINK("https://evil.example","x")', id="equals sign"),
        pytest.param("+1+1", id="plus sign"),
        pytest.param("-2+3", id="minus sign"),
        pytest.param("@SUM(A1)", id="at sign"),
        pytest.param("\uff1d1+1", id="full-width equals sign"),
        pytest.param("\uff0b1", id="full-width plus sign"),
        pytest.param("\uff0d1", id="full-width minus sign"),
        pytest.param("\uff20SUM(A1)", id="full-width at sign"),
        pytest.param("\t=1", id="tab"),
    ],
)
def test_a_formula_in_a_note_stays_text(text):
    (row,) = rows_of(finished("rsk-01", note=text, outcome=text))
    assert row["note"] == row["outcome"] == f"'{text}"


def test_a_carriage_return_hides_no_formula():
    assert harmless("\r=1") == "'=1"


def test_numbers_are_never_quoted():
    (row,) = rows_of(worked("rsk-01", 45))
    assert row["minutes"] == "45"


def test_a_title_of_a_curriculum_is_as_little_a_formula_as_a_note():
    curriculum = a_curriculum(an_exercise("rsk-01", title="=1+1"))
    (row,) = rows_of(finished("rsk-01"), curriculum=curriculum)
    assert row["title"] == "'=1+1"


@given(st.text())
def test_whatever_is_typed_no_cell_begins_like_a_formula(text):
    cell = next(
        csv.reader(StringIO(f'"{harmless(text).replace(chr(34), chr(34) * 2)}"', newline=""))
    )[0]
    assert not cell.startswith(FORMULA_STARTS)


def test_an_exercise_that_the_curriculum_dropped_keeps_its_row():
    (row,) = rows_of(finished("old-01", minutes=30))
    assert (row["what"], row["title"], row["minutes"]) == ("old-01", "", "30")
