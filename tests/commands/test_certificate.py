import json
import re
from datetime import date, timedelta

import pytest

from running import a_home, run_cli

from builders import (
    a_certification,
    a_curriculum,
    a_gate,
    a_move,
    a_profile,
    a_role,
    an_exercise,
    certified,
    experience,
    finished,
)

SMALL = a_curriculum(an_exercise("rsk-01"), a_certification("pmp"), a_certification("capm"))
TIERS = {"secondary": 60, "associate": 48, "bachelor": 36, "gac": 24}


def a_pmp(**keys):
    """The certificate as PMI has it: months by education, in a window of ten years, and 190 hours in the mean."""
    rule = {"work": "leading", "months": TIERS, "window_years": 10}
    study = {"training_hours": 35, "training_waived_by": ["capm"], "study_hours": (80, 150, 250)}
    return a_certification("pmp", **{"experience": [rule]} | study | keys)


def clocks(*entries, certifications=(), **environment):
    """Each certification's keys by its id."""
    needed = {"capm": a_certification("capm"), "pmp": a_certification("pmp")} | {
        item.id: item for item in certifications
    }
    a_home(a_curriculum(an_exercise("rsk-01"), *needed.values()), *entries)
    found = run_cli("certificate", "--json", **environment).json["certifications"]
    return {item["id"]: item for item in found}


def leading(*, months_ago, still=True):
    start = date(2026 - months_ago // 12, 11 - months_ago % 12, 22)
    return experience("leading", start, None if still else date(2026, 11, 21))


def test_a_certificate_is_held_from_the_day_it_was_earned():
    a_home(SMALL)
    run_cli("certificate", "pmp", "--on", "2026-05-01", "--expires", "2029-05-01")
    held = {
        item["id"]: item["held"] for item in run_cli("certificate", "--json").json["certifications"]
    }
    assert held == {"pmp": True, "capm": False}
    assert "since 1 May 2026, until 1 May 2029" in run_cli("certificate").out


@pytest.mark.parametrize(
    ("expires", "until"),
    [
        ("3 years", "2027-01-01"),
        ("in 2 years", "2028-11-21"),
        ("Dec 2027", "2027-12-31"),
        ("2027", "2027-12-31"),
    ],
)
def test_a_length_of_time_counts_from_the_day_it_was_earned_and_is_answered_as_a_day(
    expires, until
):
    a_home(SMALL)
    said = ("certificate", "pmp", "--on", "2024-01-01", "--expires", *expires.split(), "-n")
    assert run_cli(*said, "--json").json["entry"]["expires"] == until
    assert f" {until[:4]})" in run_cli(*said).out


def test_one_that_has_run_out_is_not_held():
    a_home(SMALL, certified("pmp", on="2020-05-01", expires=date(2023, 5, 1)))
    assert not any(item["held"] for item in run_cli("certificate", "--json").json["certifications"])


@pytest.mark.parametrize("expires", ["2026-04-30", "2026-05-01", "never", ""])
def test_it_runs_out_after_it_was_earned(expires):
    a_home(SMALL)
    assert run_cli("certificate", "pmp", "--on", "2026-05-01", "--expires", expires).code == 2


def test_a_certification_that_is_none_gets_the_nearest():
    a_home(SMALL)
    for arguments in (["--on", "today"], []):
        result = run_cli("certificate", "pmpp", *arguments)
        assert result.code == 1
        assert "'pmp'" in result.err


def test_a_day_is_asked_for_where_something_else_of_the_record_is_said():
    home = a_home(SMALL)
    assert run_cli("certificate", "pmp", "--note", "At last").code == 2
    assert not (home / "logbook.toml").exists()


def test_fourteen_months_of_leading_open_a_bachelors_pmp_in_twenty_two_and_study_ends_on_that_day():
    pmp = clocks(
        a_profile(education="bachelor", hours_per_week=5),
        leading(months_ago=14),
        certifications=[a_pmp()],
    )["pmp"]
    gate = pmp["gates"][0]
    assert (gate["have_months"], gate["needed_months"], gate["work"]) == (14, 36, "leading")
    assert pmp["open_on"] == "2028-09-21"
    assert pmp["study_weeks"] == 38
    assert pmp["begin_study_on"] == "2027-12-30"


@pytest.mark.parametrize(
    ("education", "months"),
    [*TIERS.items(), ("master", 36)],
    ids=[*TIERS, "a master counts as a bachelor"],
)
def test_the_months_follow_the_education(education, months):
    pmp = clocks(a_profile(education=education), leading(months_ago=12), certifications=[a_pmp()])[
        "pmp"
    ]
    assert pmp["gates"][0]["needed_months"] == months


def test_without_an_education_the_longest_months_count_and_that_is_said():
    pmp = clocks(leading(months_ago=12), certifications=[a_pmp()])["pmp"]
    assert pmp["gates"][0]["needed_months"] == 60
    assert "--education" in run_cli("certificate", "pmp").out


def test_months_that_overlap_count_once():
    twice = [experience("leading", "2026-01-01", "2026-03-31", id="first")]
    twice += [experience("leading", "2026-02-01", "2026-05-31", id="second")]
    assert clocks(*twice, certifications=[a_pmp()])["pmp"]["gates"][0]["have_months"] == 5


def test_months_that_have_ended_open_nothing_by_themselves():
    pmp = clocks(leading(months_ago=12, still=False), certifications=[a_pmp()])["pmp"]
    assert pmp["open_on"] is None
    assert pmp["begin_study_on"] is None


def test_old_months_that_fall_out_within_a_year_are_warned_of():
    rule = {"work": "leading", "months": 12, "window_years": 5}
    lapsing = a_certification("acp", experience=[rule])
    work = experience("leading", "2021-01-01", "2022-12-31")
    assert clocks(work, certifications=[lapsing])["acp"]["lost_on"] == "2027-01-01"
    assert "fall out of the window: acp on 1 Jan 2027" in run_cli("certificate").out


def test_a_certificate_that_stands_in_for_training_and_months_saves_both():
    program = a_certification(
        "pgmp", experience=[{"work": "leading", "months": 48, "waived_by": ["pmp"]}]
    )
    found = clocks(
        certified("pmp"),
        certified("capm"),
        certifications=[a_pmp(), program, a_certification("capm")],
    )
    assert found["pgmp"]["open_on"] == "2026-11-21"
    assert found["pmp"]["training_hours"] == 0


def test_before_six_months_of_project_work_every_certificate_waits():
    pmp = clocks(leading(months_ago=4), certifications=[a_pmp()])["pmp"]
    assert "6 to 12 months" in pmp["parked_reason"]
    assert "2027-01-2" in pmp["parked_reason"]
    assert pmp["begin_study_on"] is None
    assert "Not yet" in run_cli("certificate").out


@pytest.mark.parametrize("work", ["hands-on", "leading", "pmo"])
def test_after_six_months_none_waits(work):
    assert (
        clocks(experience(work, "2026-05-01"), certifications=[a_pmp()])["pmp"]["parked_reason"]
        is None
    )


def test_a_certificate_is_renewed_from_hours_on_each_side_of_the_triangle():
    renew = {"years": 3, "units": 60, "unit": "PDU", "min_per_side": 8}
    done = finished("rsk-01", minutes=300, on="2026-06-01")
    before = finished("rsk-01", minutes=300, on="2023-06-01")
    found = clocks(
        certified("pmp", on="2023-11-30"), before, done, certifications=[a_pmp(renew=renew)]
    )
    renewal = found["pmp"]["renewal"]
    assert (renewal["due_on"], renewal["units"], renewal["minimum_per_side"]) == (
        "2026-11-30",
        60,
        8,
    )
    assert renewal["hours_by_side"] == {
        "ways-of-working": 5,
        "power-skills": 0,
        "business-acumen": 0,
    }
    assert found["pmp"]["begin_study_on"] is None


def test_facts_looked_up_over_twelve_months_ago_are_called_old():
    old, new = (
        a_certification("pmp", as_of=date(2025, 11, 20)),
        a_certification("capm", as_of=date(2025, 11, 21)),
    )
    found = clocks(certifications=[old, new])
    assert (found["pmp"]["stale"], found["capm"]["stale"]) == (True, False)
    assert "over 12 months ago" in run_cli("certificate", "pmp").out


def test_one_certificate_is_shown_with_its_exam_fee_renewal_and_where_that_was_read():
    text = run_cli("certificate", "pmp", "--all").out
    for words in (
        "180 questions",
        "USD 425",
        "60 PDUs every 3 years",
        "8 on each side",
        "As of",
        "S1-95",
    ):
        assert words in text


def test_a_cycle_shorter_than_a_day_is_no_failure():
    renew = {"years": 0.001, "units": 5}
    held = clocks(certified("pmp", on="2026-11-21"), certifications=[a_pmp(renew=renew)])["pmp"]
    assert held["renewal"]["units"] == 5
    assert "5 units" in run_cli("certificate", "pmp").out


CLOSED = a_gate("closed", kind="closed", count=2)
CONFIRMED = a_gate("sponsor-agrees", kind="confirmed")
HELD = a_gate("held", kind="certificate", certification="capm")
LED = a_gate("led", work="pmo+portfolio", months=12, window_years=5)


def certificate_screens(*gates, entries=(), capm=()):
    """The list of certificates, and PMP in full, where PMP has these gates."""
    pmp = a_certification("pmp", gates=gates, study_hours=(10, 20, 30))
    a_home(a_curriculum(an_exercise("rsk-01"), pmp, a_certification("capm", gates=capm)), *entries)
    return run_cli("certificate").out, run_cli("certificate", "pmp").out


@pytest.mark.parametrize(
    ("gate", "words"),
    [
        (CLOSED, "2 closed projects"),
        (CONFIRMED, "sponsor agrees (confirmed by others)"),
        (HELD, "the certificate"),
    ],
)
def test_a_certificate_without_months_waits_for_what_its_gate_says(gate, words):
    listed, in_full = certificate_screens(gate)
    assert "the months are there" not in in_full
    assert f"waits for {words}" in " ".join(in_full.split())
    waiting = listed.partition("Waiting for more than months")[2]
    assert words in waiting
    assert "pmp" not in listed.partition("Waiting for more than months")[0]


def test_a_certificate_that_waits_for_another_does_not_blame_the_present_work_for_its_months():
    listed, in_full = certificate_screens(HELD, capm=[LED])
    assert "see: pmcareer experience" not in in_full
    assert "months none asked for" in " ".join(in_full.split())
    assert "the certificate" in listed.partition("Waiting for more than months")[2]


def test_when_one_may_apply_is_said_of_its_months_and_not_of_its_other_gates():
    work = experience("pmo", date(2024, 1, 1), date(2026, 11, 21))
    _, in_full = certificate_screens(LED, CONFIRMED, HELD, entries=[work], capm=[CLOSED, LED])
    assert "pmo or portfolio work in the last 5 years" in in_full
    assert "apply the months are there" in " ".join(in_full.split())
    assert "waits for sponsor agrees (confirmed by others)" in " ".join(in_full.split())


def test_a_gate_that_is_met_is_no_longer_waited_for():
    listed, in_full = certificate_screens(HELD, entries=[certified("capm")])
    assert "waits for" not in in_full
    assert "No months missing" in listed
    assert "Waiting" not in listed


def test_its_study_is_counted_at_one_s_own_pace_once_there_is_one():
    pmp = a_certification("pmp", study_hours=(80, 80, 80))
    many = a_curriculum(*(an_exercise(f"e{number}") for number in range(40)), pmp)
    promise = a_profile(hours_per_week=16.0, on="2026-01-01")
    weekly = [finished(f"e{n}", on=date(2026, 11, 20) - timedelta(days=7 * n)) for n in range(30)]
    a_home(many, promise)
    promised = run_cli("certificate", "pmp")
    assert "80 h, 5 weeks at 16 h a week, as promised" in " ".join(promised.out.split())
    a_home(many, promise, *weekly)
    own = run_cli("certificate", "pmp", "--json").json
    assert own["pace"]["basis"] == "history"
    # An exercise of four hours a week.
    assert 18 <= own["certifications"][0]["study_weeks"] <= 22
    assert "h a week, your own pace" in " ".join(run_cli("certificate", "pmp").out.split())


def test_it_is_counted_where_there_is_no_plan_too():
    a_home(SMALL, a_profile(target="gone-by-now"), finished("rsk-01"))
    assert run_cli("certificate").code == 0


class TestWhatIsListed:
    MAP = a_curriculum(
        an_exercise("rsk-01"),
        a_role("starter"),
        a_role("senior"),
        a_role("third"),
        a_move("starter", "senior"),
        a_certification("capm", fit=["senior"]),
        a_certification("pgmp", fit=["third"]),
        a_certification("csm", fit=[]),
    )

    def listed(self, *arguments):
        a_home(self.MAP, a_profile(role="starter", target="senior"))
        out = run_cli("certificate", *arguments).out
        return [line.split()[0] for line in out.splitlines() if re.match(" {2}[a-z]", line)], out

    def test_those_for_ones_role_or_target_are_listed_and_the_others_counted(self):
        names, out = self.listed()
        assert set(names) == {"capm", "csm"}
        assert "1 more: pmcareer certificate --all" in out

    def test_all_of_them_are_listed_where_all_are_asked_for(self):
        names, out = self.listed("--all")
        assert set(names) == {"capm", "csm", "pgmp"}
        assert "more: pmcareer certificate --all" not in out

    def test_a_script_gets_all_of_them_either_way(self):
        a_home(self.MAP, a_profile(role="starter", target="senior"))
        first, second = (run_cli("certificate", *said, "--json").out for said in ([], ["--all"]))
        assert first == second
        assert len(json.loads(first)["certifications"]) == 3
