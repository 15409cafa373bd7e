"""The seven worked cases of the domain reference (6.4), each as its person would type it.

Likely values, no spread: `study.kept` is the day if the promise is kept and every estimate is its mean. They are worked
without a search and without months of gates that others open, so the curriculum is read without both.
"""

from datetime import date

import pytest

from running import run_cli
from totals import (
    PORTFOLIO_PMO,
    TECH_PM,
    TECH_PM_AS_PROGRAMMER,
    WITH_TWO_SERVICES,
    stated,
)
from undecided import write_without_others

DAYS_PER_MONTH = 30.4375


@pytest.fixture(autouse=True)
def _nobody_else_decides(tmp_path, monkeypatch):
    monkeypatch.setenv("PMCAREER_CURRICULUM", str(write_without_others(tmp_path)))


def said(*lines):
    """Type lines, each of which has to succeed; what is stored by the shipped curriculum is the same."""
    for line in lines:
        result = run_cli(*line.split(), PMCAREER_CURRICULUM=None)
        assert (result.code, result.err) == (0, ""), line


def recommended(*arguments):
    """The plan, and the route it recommends."""
    plan = run_cli("plan", *arguments, "--json").json
    return plan, plan["routes"][0]


def exercises(route):
    """Ids in the order in which they are to be done, prior learning left out."""
    return [
        each["id"]
        for step in route["steps"]
        for each in step["exercises"]
        if each["state"] != "covered"
    ]


def asked(route):
    """How many exercises and hours there are to do."""
    return len(exercises(route)), route["effort_hours"]["left"]


def weeks_of_study(plan, route):
    return (date.fromisoformat(route["study"]["kept"]) - date.fromisoformat(plan["today"])).days / 7


def gates(route):
    return {gate["id"]: gate for step in route["steps"] for gate in step["gates"]}


def detours(route):
    return [step["detour"] for step in route["steps"] if step["detour"]]


def advice(plan=None):
    """What is advised: in a plan that was asked for, or in one of now."""
    return [piece["id"] for piece in (plan or recommended()[0])["advice"]]


def test_a_newcomer_with_seven_hours_a_week_studies_for_some_ten_months():
    said("profile --target tech-pm --hours-per-week 7")
    plan, route = recommended()
    assert asked(route) == pytest.approx(stated(TECH_PM), abs=0.05)
    assert weeks_of_study(plan, route) == pytest.approx(stated(TECH_PM).hours / 7, abs=0.3)
    assert "app-08" in exercises(route)


def test_a_newcomer_gets_no_certificate_before_six_months_of_hands_on_work():
    clocks = run_cli("certificate", "--json").json["certifications"]
    assert all("6 to 12 months" in clock["parked_reason"] for clock in clocks)
    assert all(clock["begin_study_on"] is None for clock in clocks)
    said("profile --goal-certificate pmp")
    assert advice()[0] == "r01"
    said("experience hands-on --from 2026-06-01")
    assert "r01" in advice()
    said("undo", "experience hands-on --from 2026-05-01")
    assert "r01" not in advice()


def test_a_programmer_has_some_of_it_behind_them():
    plan, route = recommended(
        "--from", "programmer", "--target", "tech-pm", "--hours-per-week", "7"
    )
    total = stated(TECH_PM_AS_PROGRAMMER)
    assert asked(route) == pytest.approx(total, abs=0.05)
    assert weeks_of_study(plan, route) == pytest.approx(total.hours / 7, abs=0.3)


def test_the_ten_skills_and_a_week_with_ai_take_twenty_seven_weeks_at_an_ambitious_ten_hours():
    said("assess apprenticeship 3 --by manager")
    plan, route = recommended("--target", "tech-pm", "--hours-per-week", "10")
    assert len(exercises(route)) == 46
    assert weeks_of_study(plan, route) == pytest.approx(27.2, abs=0.3)
    assert (
        "10 h a week, which is ambitious"
        in run_cli("plan", "--hours-per-week", "10", "--detail").out
    )
    assert "ambitious" not in run_cli("plan", "--hours-per-week", "9", "--detail").out


@pytest.mark.parametrize(
    ("hours", "holds"), [("8", True), ("12", True), ("7.4", False), ("5", False)]
)
def test_nine_months_are_claimed_only_where_the_promised_hours_carry_them(hours, holds):
    plan = run_cli("plan", "--target", "tech-pm", "--hours-per-week", hours, "--json").json
    months = (
        date.fromisoformat(plan["routes"][0]["study"]["kept"]) - date.fromisoformat(plan["today"])
    ).days
    assert (months / DAYS_PER_MONTH <= 9.1) == holds
    assert ("r20" in [piece["id"] for piece in plan["advice"]]) != holds


def test_a_junior_with_fourteen_months_of_leading_begins_to_study_for_the_pmp_in_thirteen():
    said(
        "profile --role junior-pm --education bachelor --hours-per-week 5",
        "experience leading --from 2025-09-22 --role junior-pm",
    )
    clocks = {
        clock["id"]: clock for clock in run_cli("certificate", "--json").json["certifications"]
    }
    pmp = clocks["pmp"]
    assert (pmp["gates"][0]["have_months"], pmp["gates"][0]["needed_months"]) == (14, 36)
    assert pmp["open_on"] == "2028-09-21"
    lead = (date.fromisoformat(pmp["open_on"]) - date.fromisoformat(pmp["begin_study_on"])).days / 7
    assert 35 <= lead <= 40
    ahead = (date.fromisoformat(pmp["begin_study_on"]) - date(2026, 11, 21)).days / DAYS_PER_MONTH
    assert 12.5 <= ahead <= 14
    assert "22 missing" in run_cli("certificate", "pmp").out


def test_a_pmo_manager_without_delivery_or_business_waits_for_both_and_studies_inside():
    said(
        "profile --role pmo-manager --target portfolio-pmo --hours-per-week 4 --pmo-type project",
        "experience pmo --from 2021-11-22 --role pmo-manager",
    )
    plan, route = recommended()
    total = stated(PORTFOLIO_PMO)
    assert asked(route) == pytest.approx(total, abs=0.05)
    assert weeks_of_study(plan, route) == pytest.approx(total.hours / 4, abs=1)
    assert set(detours(route)) == {"delivery-stint", "operations-secondment"}
    months = (
        date.fromisoformat(route["finish"]["kept"]) - date(2026, 11, 21)
    ).days / DAYS_PER_MONTH
    assert months == pytest.approx(39, abs=1.5)
    missing = {
        name: (gate["have"], gate["needed"])
        for name, gate in gates(route).items()
        if not gate["open_on"]
    }
    assert missing == {"portfolio-pmo-services": (0, 3)}
    assert gates(route)["portfolio-pmo-delivery"]["needed_months"] == 24
    assert gates(route)["portfolio-pmo-business"]["needed_months"] == 12
    assert route["driver"] != "effort"
    second = plan["routes"][1]
    assert set(detours(second)) == {"delivery-stint", "strategy-post"}
    assert {"r08", "r09", "r10", "r11", "r13"} <= set(advice(plan))
    # A page that fits a week and needs nobody's yes, then what the office does not choose by yet.
    assert exercises(route)[:4] == ["pri-07", "pri-03", "inv-01", "ben-01"]


def test_a_pmo_manager_with_delivery_business_and_two_services_misses_one_service_and_takes_no_detour():
    said(
        "profile --role pmo-manager --target portfolio-pmo --pmo-services investment-appraisal,prioritisation",
        "experience pmo --from 2020-11-22 --role pmo-manager",
        "experience delivery --from 2018-05-22 --to 2020-11-21",
        "experience business --from 2016-11-22 --to 2018-05-21",
    )
    plan, route = recommended()
    assert asked(route) == pytest.approx(stated(WITH_TWO_SERVICES), abs=0.05)
    assert detours(route) == []
    assert route["driver"] == "effort"
    assert {"r08", "r09"}.isdisjoint(advice(plan))
    two_of_three = [piece["text"] for piece in plan["advice"] if piece["id"] == "r11"]
    assert "2 are so far" in two_of_three[0]
    clocks = {
        clock["id"]: clock for clock in run_cli("certificate", "--json").json["certifications"]
    }
    assert [(gate["work"], gate["have_months"]) for gate in clocks["pfmp"]["gates"]] == [
        ("professional", 120),
        ("portfolio", 0),
    ]
    assert clocks["pfmp"]["open_on"] is None


def test_a_programmer_who_wants_large_projects_starts_with_people_and_leaves_technology_last():
    said(
        "profile --role programmer --target tech-pm --projects large-complex",
        "experience technical --from 2020-11-22 --role programmer",
    )
    plan, route = recommended()
    order = exercises(route)
    assert {"app-03", "app-09", "stk-01"} <= set(order[:5])
    # People first: whom the work touches comes straight after the first ask.
    assert order[:2] == ["app-03", "stk-01"]
    first = {
        skill: min(order.index(name) for name in order if name.startswith(skill))
        for skill in ("stk", "pln", "tld")
    }
    assert max(first.values()) < min(order.index(name) for name in order if name.startswith("tec"))
    assert advice(plan)[0] == "r04"
    said("assess technical-literacy 4")
    assert "r05" in advice()
    said("experience leading --from 2026-10-01")
    assert "r07" in advice()


def test_a_programmer_in_a_firm_of_five_hears_that_depth_is_a_strength_and_leads_something_small_first():
    said(
        "profile --role programmer --target tech-pm --projects small-simple",
        "experience technical --from 2020-11-22 --role programmer",
    )
    plan, route = recommended()
    assert {"r04", "r05", "r07"}.isdisjoint(advice(plan))
    assert "depth is a strength" in next(
        piece["text"] for piece in plan["advice"] if piece["id"] == "r06"
    )
    # A week beside a project manager comes before any map of stakeholders.
    assert exercises(route)[:5] == ["app-03", "app-05", "app-09", "app-01", "stk-01"]
    after_the_first_talks = exercises(route)[5:8]
    assert "app-08" in after_the_first_talks
    assert {name[:3] for name in after_the_first_talks} == {"app", "pmf"}


def test_the_first_months_of_large_projects_and_of_small_ones_are_not_the_same():
    orders = {}
    for projects in ("large-complex", "small-simple"):
        said(f"profile --role programmer --target tech-pm --projects {projects}")
        orders[projects] = exercises(recommended()[1])
    large, small = orders["large-complex"], orders["small-simple"]
    # Large: people, risks and who decides what, and no technical task before them.
    assert large[1] != small[1]
    # What programmers know of how software is made is not asked of them: tec-02 is the next.
    technical = large.index("tec-02")
    assert max(map(large.index, ("stk-02", "rsk-01", "app-11", "tld-01"))) < technical
    # Small: what is led is planned to its end, and technical strength is kept.
    assert small.index("tec-02") < large.index("tec-02")
    # Since closing and changing build on that plan it comes early for both.
    assert max(small.index("pmf-02"), large.index("pmf-02")) < 12
