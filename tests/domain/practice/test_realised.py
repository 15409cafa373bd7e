"""Benefits counted once, and what came of them."""

from pmcareer.domain.practice.realised import (
    Claim,
    counted_once,
    realisation,
    shortfall,
    total,
    weighted_total,
)

SHARE = "share sold by ourselves"
ROSTERS = Claim(id="1", initiative="R1", measure="overtime", amount=270, confidence=0.5, owner="x")
SWAP = Claim(id="2", initiative="R3", measure="overtime", amount=40, confidence=0.8)
BRIDGE = Claim(id="3", initiative="H2", measure="turnaround", amount=95, owner="y")
BAR = Claim(id="4", initiative="H2", measure="sales at the bar", amount=-15, owner="y")
ALL = (SWAP, ROSTERS, BRIDGE, BAR)


def test_the_largest_claim_on_a_measure_is_kept_and_dis_benefits_stay():
    assert counted_once(ALL) == (ROSTERS, BRIDGE, BAR)
    assert (total(ALL), total(counted_once(ALL))) == (390, 350)


def test_a_doubtful_benefit_counts_for_less():
    # 0.5 * 270 + 95 - 15
    assert weighted_total(counted_once(ALL)) == 215


def test_only_periods_that_were_measured_are_set_against_their_plan():
    periods = ((5, 6.0), (15, 9.0), (30, 4.0), (35, None))
    assert realisation(periods) == 19 / 50
    assert shortfall(periods) == 31


def test_before_anything_is_measured_nothing_is_said():
    assert realisation(((5, None),)) is None
    assert shortfall(()) == 0
