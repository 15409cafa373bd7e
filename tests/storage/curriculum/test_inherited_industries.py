"""Shipped industries in a curriculum laid over the shipped one follow what is renamed or retired."""

import pytest

from pmcareer.domain.curriculum.trades import in_trade
from pmcareer.storage.curriculum.reading import check_curriculum, read_curriculum

HEAD = 'format = 1\ntitle = "Ours"\nversion = "2027.1"\nextends = "shipped"\n'
OWN = """
[[exercises]]
id = "{name}"
skill = "{skill}"
title = "Ours"
level = {level}
hours = [1, 2, 3]
core = true
{keys}
"""


@pytest.fixture
def read_with(tmp_path):
    def read(name, skill, level, keys):
        file = tmp_path / "curriculum.toml"
        own = OWN.format(name=name, skill=skill, level=level, keys=keys)
        file.write_text(HEAD + own, encoding="utf-8")
        assert check_curriculum(file).problems == ()
        return read_curriculum(file).industry["bank"]

    return read


def test_an_heir_is_asked_for_in_the_place_of_what_it_replaces_and_has_its_own_words(read_with):
    bank = read_with("own-03", "quality-compliance", 3, 'replaces = ["qlc-04"]')
    assert "own-03" in [row.exercise for row in bank.adds]
    assert "own-03" in bank.first
    assert "own-03" in bank.bridge
    ours = read_with("own-02", "risk", 2, 'replaces = ["rsk-01"]')
    assert {"own-02", "rsk-01"}.isdisjoint(row.id for row in ours.exercises)


def test_what_one_has_retired_is_asked_for_in_no_trade(read_with):
    bank = read_with("chg-02", "change-management", 2, "retired = true")
    assert "chg-02" not in [row.exercise for row in bank.adds]
    assert "qlc-04" in [row.exercise for row in bank.adds]


def test_an_industry_of_ones_own_stands_beside_the_shipped_ones(tmp_path):
    file = tmp_path / "curriculum.toml"
    own = '[[industries]]\nid = "shipping"\ntitle = "Shipping"\ncalled = "shipping"\n'
    needs = 'needs = [{ skill = "procurement", least = 2, roles = ["tech-pm"] }]\n'
    file.write_text(HEAD + own + needs, encoding="utf-8")
    curriculum = read_curriculum(file)
    assert {"shipping", "bank"} <= set(curriculum.industry)
    seen = in_trade(curriculum, "shipping", "shipping")
    assert seen.role["tech-pm"].needs["procurement"] == 2
