"""What an answer takes away is named on the screen that takes the answer."""

import pytest

from running import run_cli

OFFICE = "profile --role pmo-manager --target portfolio-pmo --pmo-type portfolio"


def said(line):
    result = run_cli(*line.split(), COLUMNS="200")
    assert result.code == 0, result.err
    return result.out


def test_services_that_are_not_named_are_no_longer_taken_for_granted():
    assert "No longer" not in said(OFFICE)
    told = said("profile --pmo-services prioritisation")
    assert "No longer taken for granted: Investment appraisal 3, Enterprise" in told
    assert "No longer" not in said("profile --pmo-services prioritisation,benefits")
    said("undo")
    assert "No longer" not in said("profile --role pmo-analyst --target pmo-manager")


@pytest.mark.slow
@pytest.mark.parametrize("office", ["project", "programme", "portfolio", "centre-of-excellence"])
@pytest.mark.parametrize("role", ["pmo-manager", "pmo-analyst", "senior-pmo-analyst"])
def test_the_type_of_an_office_lowers_nothing_of_what_was_unknown(role, office):
    said(f"profile --role {role} --target portfolio-pmo --since 2018-10-01")
    assert "No longer" not in said(f"profile --pmo-type {office}")


def test_an_answer_of_what_was_never_done_names_it_as_well():
    said("profile --role pmo-manager --target portfolio-pmo --since 2018-10-01")
    told = said("answer q07 none")
    assert "No longer taken for granted: Team leadership 4, Managerial style 4" in told
