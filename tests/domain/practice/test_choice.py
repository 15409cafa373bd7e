"""Expected values, and causes by their number."""

import pytest

from pmcareer.domain.practice.choice import (
    Option,
    Outcome,
    expected_value,
    pareto,
)
from pmcareer.errors import NotComputable


def an_option(name, cost, *outcomes):
    return Option(
        id=name,
        cost=cost,
        outcomes=tuple(Outcome(chance=chance, result=result) for chance, result in outcomes),
    )


# Rubble below the quay: 35 % that it costs 150; a survey for 24 finds it in four cases of five, then it costs 40.
HOPE = an_option("hope", 0, (0.35, -150), (0.65, 0))
SURVEY = an_option("survey", 24, (0.28, -40), (0.07, -150), (0.65, 0))


def test_an_option_is_worth_its_results_times_their_chances_less_its_cost():
    # -52.5; -24 - 11.2 - 10.5 = -45.7
    assert expected_value(HOPE) == pytest.approx(-52.5)
    assert expected_value(SURVEY) == pytest.approx(-45.7)


def test_few_causes_bring_most_of_it():
    assert pareto({"few": 1, "many": 6, "some": 3}) == (
        ("many", 6, 0.6),
        ("some", 3, 0.9),
        ("few", 1, 1.0),
    )
    assert pareto({}) == ()


def test_chances_that_are_not_those_of_all_outcomes_are_named():
    with pytest.raises(NotComputable, match="chances of 'a' come to"):
        expected_value(an_option("a", 0, (0.5, 1)))
