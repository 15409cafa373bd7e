"""What is asked of the practice firm rests on its tables, and comes to what is on record."""

import re
import sys
import tomllib
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path

from pmcareer.domain.practice.asked import asked_of, expected_of, slips_of
from pmcareer.domain.practice.money import irr, npv, payback
from pmcareer.errors import PmcareerError
from pmcareer.storage.curriculum.guides import figures_of
from pmcareer.storage.curriculum.reading import read_curriculum
from pmcareer.storage.practice import read_table
from sweeps import of_each

ROOT = Path(__file__).parents[1]
RECORD = Path(__file__).parent / "practice_values.toml"
HEAD = """\
# What each figure on the practice firm came to when this was written: a change of a rate, of a
# table or of a formula shows here. Written by the program itself (PYTHONPATH=src python
# tests/test_practice_values.py --update): it says that nothing moved, not that it was right.

"""
SHIPPED = read_curriculum(None)
table = lru_cache(read_table)
RATE = table("firm/finance.csv").row("name", "discount rate").number("value") / 100
NUMBER = r"(?<![\w.,-])(?<!week )-?\d+(?:,\d{3})*(?:\.\d+)?(?![\w%]|[.,]\d)"


@cache
def asked_for():
    """Give each figure that is asked for by its name, read once by the worker that looks at them."""
    return {
        f"{exercise.id}.{asked.id}": asked
        for exercise in SHIPPED.exercises
        if not exercise.retired
        for asked in map(asked_of, figures_of(exercise, SHIPPED, None))
    }


def sheet_of(name):
    return (ROOT / "data" / "sheets" / f"{name.split('.')[0]}.md").read_text(encoding="utf-8")


def values():
    return {name: expected_of(asked, table) for name, asked in asked_for().items()}


def written():
    lines = []
    for name, value in values().items():
        lines.append(f'"{name}" = ' + ('"none"' if value is None else f"{value:.6f}"))
    return HEAD + "\n".join(lines) + "\n"


def with_rows(file, most):
    def read(name):
        whole = table(name)
        return replace(whole, rows=whole.rows[:most]) if name == file else whole

    return read


def moves(asked, file, most):
    try:
        return expected_of(asked, with_rows(file, most)) != expected_of(asked, table)
    except (PmcareerError, LookupError, ArithmeticError, ValueError):
        return True


def test_each_comes_to_what_is_on_record():
    told = tomllib.loads(RECORD.read_text(encoding="utf-8"))
    found = tomllib.loads(written())
    assert found == told


@of_each(asked_for)
def test_each_is_computed_from_a_table_of_the_firm(name):
    read = []

    def reading(file):
        read.append(file)
        return table(file)

    value = expected_of(asked_for()[name], reading)
    assert read
    # Where nothing is the answer, no table may take it away.
    if value:
        assert any(moves(asked_for()[name], file, most) for file in set(read) for most in (0, 1))


@of_each(asked_for)
def test_no_slip_is_right_nor_tells_what_is(name):
    right = expected_of(asked_for()[name], table)
    for wrong, says in slips_of(asked_for()[name], table):
        assert says
        # A slip that comes to what is right would be told to nobody.
        if wrong is not None and right is not None:
            assert abs(wrong - right) > asked_for()[name].within
        else:
            assert wrong is not right
        assert not re.search(r"right (value|answer|figure)", says, flags=re.IGNORECASE)
        for number in re.findall(NUMBER, says):
            told = float(number.replace(",", ""))
            assert right is None or abs(told - right) > asked_for()[name].within


@of_each(asked_for)
def test_money_is_discounted_at_the_rate_of_the_handbook_or_the_label_names_another(name):
    asked = asked_for()[name]
    rate = asked.said.get("rate", RATE)
    assert rate == RATE or f"at {100 * rate:g} percent" in asked.asks


def discounted():
    return [name for name, asked in asked_for().items() if asked.said.get("rate") == RATE]


@of_each(discounted)
def test_a_sheet_that_discounts_names_no_other_rate_as_its_own(name):
    asked = sheet_of(name).split("## Figures")[1].split("\n|")[0]
    assert not {float(told) for told in re.findall(r"(\d+(?:\.\d+)?) %", asked)} - {100 * RATE}


def test_the_good_example_of_an_investment_is_computed():
    good = sheet_of("inv-01").split("## A good example")[1].split("\n## ")[0]
    flows = (-45, 12, 12, 12, 12, 12)
    assert "(30 x 0.4) | | 12 | 12 | 12 | 12 | 12 |" in good
    assert f"**NPV** {npv(flows, RATE):.1f}. **IRR** {100 * irr(flows):.1f} %." in good
    assert f"**Payback** {payback(flows):.2f} years" in good


if __name__ == "__main__" and "--update" in sys.argv:
    RECORD.write_text(written(), encoding="utf-8")
