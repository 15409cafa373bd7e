"""The totals of the shipped curriculum, as docs/curriculum.md states them."""

import re
from pathlib import Path
from typing import NamedTuple

DOCUMENT = Path(__file__).parents[1] / "docs" / "curriculum.md"
TECH_PM = "tech PM without a role"
TECH_PM_AS_PROGRAMMER = "tech PM as a programmer"
PORTFOLIO_PMO = "portfolio PMO as a PMO manager"
WITH_TWO_SERVICES = "the same whose office gives two services"
ALL_THE_WAY = "portfolio PMO without a role, by way of junior PM, tech PM and PMO manager"


class Total(NamedTuple):
    """What is to be done on one way."""

    exercises: int
    hours: float


def stated(way: str) -> Total:
    """Read the row of a way."""
    row = re.search(
        rf"(?m)^\| {re.escape(way)} \| (\d+) \| ([\d.]+) \|$", DOCUMENT.read_text("utf-8")
    )
    assert row, way
    return Total(int(row[1]), float(row[2]))
