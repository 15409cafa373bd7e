"""A way whose gates are never all met says which, and what would open it."""

import pytest

from running import a_home, run_cli

from builders import (
    a_certification,
    a_curriculum,
    a_detour,
    a_gate,
    a_move,
    a_profile,
    a_role,
    an_exercise,
)


def answered(*items, gate=None, **said):
    curriculum = a_curriculum(
        an_exercise(),
        a_role("starter"),
        a_role("tech-pm", needs={"risk": 2}, gates=(gate or a_gate(),)),
        a_move(),
        *items,
        default_role="starter",
    )
    a_home(curriculum, a_profile(role="starter", target="tech-pm", **said))
    answer = run_cli("plan", "--json")
    assert answer.code == 0
    return answer.json["routes"][0]["finish"]


def test_where_nothing_gives_the_months_they_can_be_put_on_record():
    finish = answered()
    assert (finish["p50"], finish["kept"]) == (None, None)
    assert finish["reason"] == (
        "12 months of leading work: nothing on this way gives them; "
        "months on record (pmcareer experience leading --from DATE) would"
    )


@pytest.mark.parametrize(
    ("others", "said", "named"),
    [
        pytest.param(
            [a_detour(work=("leading",))],
            {"without": ("delivery-stint",)},
            "delivery-stint, which you do without, or months on record",
            id="a detour that is not wanted",
        ),
        pytest.param(
            [a_role("lead", work=("leading",))],
            {},
            "work as About lead, or months",
            id="another role",
        ),
        pytest.param(
            [a_detour(work=("leading",), **{"from": ["tech-pm"]})],
            {"without": ("delivery-stint",)},
            "gives them; months on record",
            id="a detour that is open to others alone",
        ),
    ],
)
def test_who_or_what_would_open_it_is_named(others, said, named):
    assert named in answered(*others, **said)["reason"]


def test_a_kind_of_work_that_can_be_typed_is_named_for_a_union():
    reason = answered(gate=a_gate(work="project-related"))["reason"]
    assert "pmcareer experience hands-on --from DATE" in reason


def test_a_certificate_that_never_opens_is_named():
    pmp = a_certification(gates=(a_gate("pmp-leading"),))
    reason = answered(pmp, gate=a_gate("pmp", kind="certificate", certification="pmp"))["reason"]
    assert reason == "the certificate About pmp: never with the months that your work gives"


@pytest.mark.parametrize("command", ["plan", "status", "plan --compare", "gap"])
def test_screens_say_no_day_and_never_beyond_twenty_years(command):
    answered()
    said = run_cli(*command.split()).out
    assert "no day" in said.lower()
    assert "beyond twenty years" not in said.partition("Gates")[0]


def test_a_way_that_opens_says_nothing_of_it():
    assert answered(a_detour(work=("leading",)))["reason"] in (None, "beyond twenty years")


def test_gap_says_that_there_is_no_day_in_the_words_of_plan():
    reason = answered()["reason"]
    plan, gap = (" ".join(run_cli(command).out.split()) for command in ("plan", "gap"))
    assert f"No day: {reason}" in plan
    assert f"no day: {reason}" in gap.replace("No day", "no day")
