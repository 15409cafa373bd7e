from datetime import date

import pytest

from running import a_home, run_cli

from builders import a_certification, a_curriculum, an_exercise, certified

SMALL = a_curriculum(an_exercise("rsk-01"), a_certification("pmp"), a_certification("capm"))


def test_a_certificate_is_held_from_the_day_it_was_earned():
    a_home(SMALL)
    run_cli("certificate", "pmp", "--on", "2026-05-01", "--expires", "2029-05-01")
    held = {item["id"]: item["held"] for item in run_cli("certificate", "--json").json["certifications"]}
    assert held == {"pmp": True, "capm": False}
    assert "since 2026-05-01, until 2029-05-01" in run_cli("certificate").out


def test_one_that_has_run_out_is_not_held():
    a_home(SMALL, certified("pmp", on="2020-05-01", expires=date(2023, 5, 1)))
    assert not any(item["held"] for item in run_cli("certificate", "--json").json["certifications"])


@pytest.mark.parametrize("expires", ["2026-04-30", "2026-05-01", "never", ""])
def test_it_runs_out_after_it_was_earned(expires):
    a_home(SMALL)
    assert run_cli("certificate", "pmp", "--on", "2026-05-01", "--expires", expires).code == 2


def test_a_certification_that_is_none_gets_the_nearest():
    a_home(SMALL)
    result = run_cli("certificate", "pmpp", "--on", "today")
    assert result.code == 1
    assert "'pmp'" in result.err
