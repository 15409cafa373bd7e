"""The law of the walk: whatever is typed, and however days go by, next is the plan's first and gap is the plan."""

from random import Random

import pytest

from running import run_cli
from walking import FIRST_DAY, Walk

TO_TECH_PM = ("start", "--role", "programmer", "--target", "tech-pm", "--no-input")
TO_PORTFOLIO = ("profile", "--role", "pmo-manager", "--target", "portfolio-pmo")


def walked(home, seed, begin, steps):
    assert run_cli(*begin, today=FIRST_DAY.isoformat()).code == 0
    drawn = Random(seed)  # noqa: S311 -- the same walk on every machine
    return Walk(home=home, random=drawn).go(steps)


def test_a_short_walk_finds_one_answer_everywhere(home):
    walk = walked(home, 1, TO_PORTFOLIO, steps=3)
    assert walk.wrong == []
    assert walk.refused < len(walk.lines)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("seed", "begin"), [(2, TO_TECH_PM), (3, TO_PORTFOLIO)], ids=["to lead", "to a portfolio"]
)
def test_three_hundred_lines_find_one_answer_after_each(home, seed, begin):
    walk = walked(home, seed, begin, steps=300)
    assert walk.wrong == []
    assert walk.refused < len(walk.lines) / 2
