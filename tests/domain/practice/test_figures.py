"""Figures by name, on the firm that is shipped: each against a value worked out apart from the code."""

import pytest

from pmcareer.domain.practice.figures import FORMULAS, figure
from pmcareer.errors import NoFigure
from pmcareer.storage.practice import read_table

CASH = {"table": "portfolio/cash.csv", "from": 2027}
EARNED = {"table": "team/progress.csv", "schedule": "team/schedule.csv", "week": "9"}
PATH = {"table": "team/schedule.csv"}
BOARD = {"table": "team/board.csv", "first": "2026-07-06"}
LOAD = {
    "demand": "portfolio/demand.csv",
    "capacity": "portfolio/capacity.csv",
    "role": "integration architect",
    "period": "2027Q2",
}
BENEFITS = {"table": "portfolio/benefits.csv", "initiatives": "portfolio/initiatives.csv"}
C12 = {"table": "portfolio/closed.csv", "where": "id == 'C12'", "take": "only"}
VALUES = {"table": "portfolio/benefit-values.csv", "benefit": "B30"}

# Money by numpy: flows over 1.08 to the power of the year, and roots of polynomials.
ASKED = [
    ("npv", {**CASH, "initiative": "P02", "rate": 0.08}, 137.4377748772074),
    ("npv", {**CASH, "initiative": "P02", "rate": 0.08, "later": 1}, 137.4377748772074 / 1.08),
    ("npv", {**CASH, "initiative": "P02", "rate": 0}, 1530),  # -4,200 - 350 + 4 * 1,520
    ("irr", {**CASH, "initiative": "P02"}, 0.08975849788583812),
    ("irr", {**CASH, "initiative": "P04"}, None),
    ("payback", {**CASH, "initiative": "P02"}, 1 + 4550 / 1520),
    ("payback", {**CASH, "initiative": "P10"}, None),
    # P12: 420 now, 400 from the third year; discounted 342.94, 317.53 and so on.
    ("payback", {**CASH, "initiative": "P12", "rate": 0.08}, 2 + (420 - 342.93553) / 317.53290),
    ("benefit-cost", {**CASH, "initiative": "P12", "rate": 0.08}, (420 + 806.7138) / 420),
    ("earned-value", {**EARNED, "figure": "pv"}, 350.8),
    ("earned-value", {**EARNED, "figure": "cpi"}, 257.5 / 290),
    ("earned-value", {**EARNED, "figure": "eac"}, 400 * 290 / 257.5),
    ("earned-value", {**EARNED, "figure": "tcpi"}, 142.5 / 110),
    ("critical-path", {**PATH, "figure": "length"}, 62),
    # A12 may end when A16 begins, on day 27; its own earliest end is 2 + 4 + 8 + 8.
    ("critical-path", {**PATH, "figure": "float", "activity": "A12"}, 5),
    ("critical-path", {**PATH, "figure": "early-start", "activity": "A16"}, 27),
    ("pert", {**PATH, "figure": "mean", "activity": "A07"}, (5 + 32 + 18) / 6),
    ("pert", {**PATH, "figure": "mean"}, 397 / 6),
    # numpy, a million runs: 74.62 and 3.8 %.
    ("simulated", {**PATH, "share": 0.8}, pytest.approx(74.62, rel=0.005)),
    ("simulated", {**PATH, "days": 65}, pytest.approx(0.038, abs=0.008)),
    # 44 of 53 were done in twelve weeks; nine are open.
    ("flow", {**BOARD, "last": "2026-09-27", "figure": "throughput"}, 44 / 12),
    ("flow", {**BOARD, "last": "2026-09-25", "figure": "open"}, 9),
    ("cycle-time", {**BOARD, "share": 0.85}, 21),
    ("weeks", {**BOARD, "weeks": 12, "items": 40, "share": 0.5}, 11),
    ("wsjf", {"table": "team/backlog.csv", "item": "BK-125"}, 29),
    ("cost-of-delay", {"table": "portfolio/delay.csv", "initiative": "P06", "weeks": 5}, 48_000),
    ("capacity", {**LOAD, "figure": "gap"}, 30),
    ("capacity", {**LOAD, "figure": "use"}, 98 / 68),
    ("benefits", {**BENEFITS, "figure": "claimed"}, 11_630),
    ("benefits", {**BENEFITS, "figure": "once"}, 11_010),
    ("realised", {**VALUES, "figure": "share"}, 90 / 130),
    ("realised", {**VALUES, "figure": "shortfall"}, 40),
    # 0.85 * 470 - 0.15 * 300 - 60
    (
        "expected",
        {"table": "team/decision-tree.csv", "option": "Pilot on Little Skerry first"},
        294.5,
    ),
    ("pareto", {"table": "team/defects.csv", "column": "cause", "first": 3}, 43 / 60),
    (
        "sum",
        {"table": "portfolio/cash.csv", "column": "cost_keur", "where": "year", "is": "2027"},
        20_200,
    ),
    ("sum", {"table": "portfolio/envelope.csv", "column": "envelope_keur"}, 15_150),
    ("rows", {"table": "team/blockers.csv", "where": "not cleared", "take": "count"}, 6),
    ("rows", {"table": "team/schedule.csv", "of": "likely_days", "take": "max"}, 10),
    (
        "rows",
        {
            "table": "portfolio/closed.csv",
            "where": "id == 'C12'",
            "of": "actual_cost_keur / plan - 1",
            "take": "only",
            "values": {"plan": {**C12, "of": "planned_cost_keur"}},
        },
        610 / 480 - 1,
    ),
    (
        "worked",
        {
            "as": "actual - planned",
            "values": {
                "actual": {**C12, "of": "actual_cost_keur"},
                "planned": {**C12, "of": "planned_cost_keur"},
            },
        },
        130,
    ),
    ("simulated-cost", {"table": "team/risks.csv", "where": "id == 'K01'", "share": 0.5}, 0),
    # 40 of 100 times a mean of (30 + 60 + 120) / 3
    ("simulated-cost", {"table": "team/risks.csv", "where": "id == 'K01'", "take": "mean"}, 28),
    # A12 takes 8 days and may take 5 more: 20 more are 15 at the end.
    ("critical-path", {**PATH, "figure": "length", "changed": {"A12": 28}}, 77),
]


@pytest.mark.parametrize(("formula", "said", "value"), ASKED)
def test_a_figure_is_worked_out_from_the_tables(formula, said, value):
    found = figure(formula, said, read_table)
    assert found == (pytest.approx(value) if isinstance(value, float | int) else value)


def test_each_formula_is_tried():
    assert {formula for formula, _, _ in ASKED} == FORMULAS.keys()


@pytest.mark.parametrize(
    ("formula", "said", "named"),
    [
        ("npw", {}, "npw"),
        ("npv", {**CASH, "initiative": "P02"}, "rate"),
        ("npv", {**CASH, "initiative": "P02", "rate": "8 %"}, "rate"),
        ("npv", {"from": 2027, "initiative": "P02", "rate": 0.08}, "table"),
        ("earned-value", {**EARNED, "figure": "npv"}, "npv"),
        ("critical-path", {**PATH, "figure": "float", "activity": "A99"}, "A99"),
        ("flow", {**BOARD, "last": "Friday", "figure": "open"}, "last"),
    ],
)
def test_what_is_missing_is_named(formula, said, named):
    with pytest.raises(NoFigure) as error:
        figure(formula, said, read_table)
    assert error.value.message == f"No figure comes of '{named}' here."
