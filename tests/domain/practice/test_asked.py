"""A figure is asked for by its label; its slips are worked out as it is itself."""

import pytest

from pmcareer.domain.practice.asked import asked_of, expected_of, slips_of
from pmcareer.domain.practice.table import Row, Table
from pmcareer.errors import NoFigure

ROW = {
    "id": "sum",
    "asks": "Cost, kEUR",
    "unit": "kEUR",
    "formula": "sum",
    "table": "cost.csv",
    "column": "keur",
    "within": 1,
    "slips": [{"where": "kind", "is": "run", "says": "You left the building out."}],
}


def read(_name):
    cells = ({"kind": "run", "keur": "4"}, {"kind": "build", "keur": "6"})
    rows = tuple(Row(table="cost.csv", line=2, cells=each) for each in cells)
    return Table(name="cost.csv", columns=("kind", "keur"), rows=rows)


def test_what_is_expected_is_computed_from_the_table():
    assert expected_of(asked_of(ROW), read) == 10


def test_a_slip_is_computed_with_what_it_tells_otherwise():
    assert list(slips_of(asked_of(ROW), read)) == [(4, "You left the building out.")]


def test_a_share_is_asked_for_in_percent():
    assert expected_of(asked_of(ROW | {"unit": "percent"}), read) == 1000


def test_a_figure_without_a_formula_is_refused():
    with pytest.raises(NoFigure):
        asked_of({key: value for key, value in ROW.items() if key != "formula"})
