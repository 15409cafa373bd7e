from datetime import timedelta

import pytest

from pmcareer.domain.curriculum.catalogue import Trait
from running import a_home, run_cli
from totals import PORTFOLIO_PMO, stated

from builders import (
    TODAY,
    a_certification,
    a_curriculum,
    a_gate,
    a_move,
    a_profile,
    a_role,
    a_skill,
    an_advice,
    an_exercise,
    assessed,
    certified,
    closed,
    experience,
    finished,
    rated,
    worked,
)

TWO = [
    an_exercise("rsk-01", hours=(4, 4, 4)),
    an_exercise("pln-01", skill="planning", level=3, hours=(8, 8, 8)),
]


def gap(*entries, items=TWO, **target):
    """The gap to a role of these two skills, as a script reads it."""
    role = a_role("tech-pm", **{"needs": {"risk": 2, "planning": 3}} | target)
    extra = (
        {}
        if "traits" not in target
        else {"traits": tuple(Trait(id=name, title=name) for name in target["traits"])}
    )
    a_home(a_curriculum(*items, a_role("starter"), role, **extra), *entries)
    return run_cli("gap", "--json").json


def test_each_missing_level_is_priced_in_hours_and_in_weeks_at_ones_pace():
    found = gap(a_profile(hours_per_week=2))
    assert [
        (row["id"], row["have"], row["need"], row["hours"], row["weeks"]) for row in found["skills"]
    ] == [
        ("risk", 0, 2, 4, 2),
        ("planning", 0, 3, 8, 4),
    ]
    assert found["skills"][0]["missing_exercises"] == ["rsk-01"]


def test_what_is_there_is_not_shown():
    found = gap(finished("rsk-01"), assessed("planning", 3, by="manager"))
    assert found["skills"] == []
    assert "No skill is missing anything" in run_cli("gap").out


def test_a_level_that_exercises_do_not_give_is_missing_without_hours():
    found = gap(needs={"risk": 5})
    assert [(row["need"], row["hours"]) for row in found["skills"]] == [(5, 4)]
    found = gap(finished("rsk-01"), needs={"risk": 5})
    assert [(row["have"], row["need"], row["hours"]) for row in found["skills"]] == [(2, 5, 0)]
    assert "Your own word, with evidence: pmcareer assess risk 3" in run_cli("gap", "--detail").out
    assert "not by exercises" in run_cli("gap").out


def test_a_level_without_an_exercise_says_which_months_and_whose_word_lift_it():
    risk = a_skill("risk", work="leading")
    gap(
        finished("rsk-01"),
        assessed("risk", 3, by="manager"),
        experience("leading", "2026-05-22"),
        items=[risk, *TWO],
        needs={"risk": 4, "planning": 3},
    )
    said = " ".join(run_cli("gap", "--detail").out.split())
    assert f"{risk.title}, 3 → 4: 12 months of leading work; 6 on record" in said
    assert "pmcareer assess risk 4 --by manager" in said
    lifted = run_cli("gap", "--json").json["skills"][0]["next"]
    assert (lifted["level"], lifted["work"], lifted["months_needed"]) == (4, "leading", 12)
    assert lifted == run_cli("assess", "risk", "--json").json["skills"][0]["next"]


def test_what_is_asked_for_on_the_way_is_part_of_the_gap_and_said_to_be():
    roles = [
        a_role("starter"),
        a_role("junior", needs={"agile": 2}, gates=(a_gate("early", months=6),)),
        a_role("senior", needs={"risk": 2}),
        a_move("starter", "junior"),
        a_move("junior", "senior"),
    ]
    items = [an_exercise("rsk-01"), an_exercise("ags-01", skill="agile"), *roles]
    a_home(a_curriculum(*items, default_role="starter"))
    found = run_cli("gap", "--target", "senior", "--json").json
    assert [(row["id"], row["need"]) for row in found["skills"]] == [("risk", 2), ("agile", 0)]
    assert [gate["id"] for gate in found["gates"]] == ["early"]
    whole = run_cli("gap", "--target", "senior", "--detail").out
    assert "1 of them is asked for on the way" in whole
    assert "on the way" in run_cli("gap", "--target", "senior").out


def test_gates_stand_beside_with_the_day_they_open_if_work_goes_on():
    gates = [a_gate("led", months=12), a_gate("two", kind="closed", count=2)]
    found = gap(experience("leading", "2026-05-22"), closed(), gates=gates)["gates"]
    assert [(gate["id"], gate["have"], gate["needed"], gate["open_on"]) for gate in found] == [
        ("led", 6, 12, "2027-05-22"),
        ("two", 1, 2, None),
    ]


def test_a_gate_is_met_or_not_yet_and_an_exercise_is_open():
    gates = [a_gate("led", months=6), a_gate("two", kind="closed", count=2)]
    gap(experience("leading", "2026-01-01"), gates=gates)
    words = "6 months of leading work: met"
    assert words in run_cli("plan", "--detail").out
    assert "1 of 2 met" in run_cli("gap", "--detail").out
    assert "1 of 2 gates" in run_cli("gap").out
    for command in ("plan", "gap", "status", "review", "export"):
        out = run_cli(command, *(["markdown"] if command == "export" else [])).out
        for line in out.splitlines():
            assert not ("months" in line and "open" in line), line


def test_what_the_role_asks_and_what_the_way_there_asks_are_told_apart():
    roles = [
        a_role("starter"),
        a_role("junior", needs={"agile": 2}, gates=(a_gate("early", months=6),)),
        a_role("senior", needs={"risk": 2, "agile": 2}, gates=(a_gate("late", months=12),)),
        a_move("starter", "junior"),
        a_move("junior", "senior"),
    ]
    items = [an_exercise("rsk-01"), an_exercise("ags-01", skill="agile"), *roles]
    a_home(
        a_curriculum(*items, default_role="starter"),
        a_profile(target="senior"),
        assessed("agile", 2, by="manager"),
    )
    said = " ".join(run_cli("gap").out.split())
    assert "of what the role itself asks: 2 of 4 levels" in said
    assert "0 of 2 exercises done, 1 covered; 0 of 1 gates" in said
    assert "1 exercise to go" in said
    assert "Gates 0 of 2 met on the way there" in said
    status = " ".join(run_cli("status", COLUMNS="80").out.split())
    assert "0 of 1 exercise" in status
    assert "0 of 2; next" in status


def test_traits_are_what_others_say_and_no_part_of_readiness():
    without = gap(traits={"gravitas": 4})["readiness"]
    found = gap(
        rated("gravitas", 5, by="self", id="mine"), rated("gravitas", 3), traits={"gravitas": 4}
    )
    assert found["traits"] == [
        {"id": "gravitas", "title": "gravitas", "need": 4, "have": 3, "self": 5}
    ]
    assert found["readiness"] == without


def test_readiness_is_the_sum_of_its_parts_and_never_a_bare_number():
    gates = [a_gate("led", months=12)]
    readiness = gap(finished("rsk-01"), experience("leading", "2026-05-22"), gates=gates)[
        "readiness"
    ]
    parts = {part["id"]: part for part in readiness["parts"]}
    assert {name: round(part["value"], 2) for name, part in parts.items()} == {
        "levels": 0.4,
        "work": 0.33,
        "gates": 0.5,
    }
    assert readiness["value"] == pytest.approx(
        sum(part["value"] * part["weight"] for part in parts.values()), abs=1e-3
    )
    text = run_cli("gap", "--detail").out
    assert "evidence, not permission" in text
    assert all(part["text"] in text for part in parts.values())


def test_certificates_weigh_at_most_fifteen_percent_of_readiness():
    items = [*TWO, a_certification("pmp"), a_move(certificates=("pmp",))]
    parts = {part["id"]: part for part in gap(certified("pmp"), items=items)["readiness"]["parts"]}
    assert parts["certificates"]["value"] == 1
    assert parts["certificates"]["weight"] <= 0.15


def test_applying_at_sixty_percent_is_said_where_the_advice_for_this_role_says_so():
    rule = an_advice("r17", when=("target in tech-pm", "readiness >= 60"), sources=("S1-93",))
    gap(items=[*TWO, rule])
    assert "Apply at 60 to 70 %" in run_cli("gap").out
    gap(items=[*TWO, an_advice("r17", when=("target in director", "readiness >= 60"))])
    assert "Apply at" not in run_cli("gap").out


def test_readiness_is_a_fact_that_advice_can_ask_for():
    rule = an_advice("r17", when=("readiness >= 60",), text="Apply now.")
    gap(items=[*TWO, rule])
    assert run_cli("next", "--json").json["advice"] is None
    gap(finished("rsk-01"), assessed("planning", 3, by="manager"), items=[*TWO, rule])
    assert run_cli("next", "--json").json["advice"]["text"] == "Apply now."


def test_another_role_and_another_start_can_be_tried():
    found = run_cli("gap", "--target", "portfolio-pmo", "--from", "pmo-manager", "--json").json
    assert (found["target"], found["from"]) == ("portfolio-pmo", "pmo-manager")
    assert sum(row["hours"] for row in found["skills"]) == pytest.approx(
        stated(PORTFOLIO_PMO).hours, abs=0.1
    )
    assert run_cli("gap", "--target", "no-such-role").code == 1


def test_the_role_one_has_asks_for_no_gates():
    found = run_cli("gap", "--from", "tech-pm", "--target", "tech-pm", "--json").json
    assert found["gates"] == []


def test_of_the_role_one_has_levels_are_claimed_until_they_are_shown():
    run_cli("assess", "risk", "2", "--by", "manager")
    found = run_cli("gap", "--from", "tech-pm", "--target", "tech-pm", "--json").json
    rows = {row["id"]: (row["have"], row["claimed"]) for row in found["skills"]}
    assert rows["planning"] == (0, 3)
    assert rows["risk"] == (2, 3)
    assert (
        "its levels to be shown" in run_cli("gap", "--from", "tech-pm", "--target", "tech-pm").out
    )


def test_a_pace_of_next_to_nothing_is_no_failure():
    found = gap(a_profile(hours_per_week=0.001))
    assert found["skills"][0]["weeks"] == 4000
    assert run_cli("gap").code == 0


def test_a_number_of_weeks_at_ones_own_pace_is_said_to_be_without_a_pause():
    weeks = [TODAY - timedelta(days=7 * week) for week in range(1, 20)]
    exercises = [an_exercise(f"rsk-{number:02}") for number in range(1, 30)]
    a_home(a_curriculum(*exercises), *(worked("rsk-01", 10, on=day, id=f"{day}") for day in weeks))
    whole = " ".join(run_cli("gap", "--detail").out.split())
    assert "your own pace, if kept without a pause." in whole
    assert "h a week, without a pause" in run_cli("gap").out


def test_what_was_only_simulated_is_named_as_what_lifts_the_level():
    def lifted(*entries):
        one = an_exercise("rsk-01", level=3, hours=(1, 2, 3))
        (row,) = gap(*entries, items=[one], needs={"risk": 3})["skills"] or [None]
        return row

    row = lifted(finished("rsk-01", mode="simulated"))
    assert (row["have"], row["missing_exercises"]) == (1, [])
    assert row["next"]["exercises"] == ["rsk-01"]
    shown = run_cli("gap", "--detail").out.replace("About r", "R")
    assert "Risk, 1 → 3: Do rsk-01 again, on real work" in shown
    # And it is true: logged for real, nothing is missing.
    assert run_cli("log", "rsk-01", "--again").code == 0
    assert run_cli("gap", "--json").json["skills"] == []


def test_gates_left_out_are_counted_singly_and_those_that_the_detail_joins_are_named():
    run_cli("profile", "--role", "team-lead", "--target", "senior-pm")
    gates = run_cli("gap", "--json").json["gates"]
    of_levels = [gate for gate in gates if gate["id"].startswith("level-")]
    screen = run_cli("gap", COLUMNS="80").out
    _, _, below = screen.partition("\nGates")
    shown = below.partition(": --detail")[0].count("•") - 1

    assert len(of_levels) > 1
    assert f"and {len(gates) - shown} more, {len(of_levels)} of them months for levels" in screen
    joined = f"Months of work for {len(of_levels)} levels above 3"
    assert joined in " ".join(run_cli("gap", "--detail").out.split())
