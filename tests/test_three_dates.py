"""Study done, ready to apply, in the role: what a user is told of each, and of what others decide."""

import re
from datetime import date

import pytest

from running import a_home, run_cli

from builders import (
    a_curriculum,
    a_gate,
    a_move,
    a_profile,
    a_role,
    a_step,
    an_entry,
    an_exercise,
    did,
    experience,
    worked,
)

DAYS_PER_MONTH = 30.4375
A_DAY = re.compile(r"\b\d{1,2} [A-Z][a-z]{2} \d{4}\b")
SERVED = experience("technical", "2020-01-01", role="starter", on="2026-11-01")


def exact(count):
    return (count, count, count)


def a_way(*, search=(4, 4, 4), takes=(0, 0, 0), hours=(8, 8, 8), gates=(), **keys):
    return a_curriculum(
        an_exercise(hours=hours),
        a_role("starter", work=("technical",)),
        a_role("tech-pm", needs={"risk": 2}, search=search, gates=tuple(gates)),
        a_move(months=takes),
        a_step("j1", **{"for": "search"}),
        **keys,
    )


def route(*arguments):
    return run_cli("plan", "--json", *arguments).json["routes"][0]


def months_to(day):
    return (date.fromisoformat(day) - date(2026, 11, 21)).days / DAYS_PER_MONTH


def test_what_is_likely_for_others_is_in_the_promised_day_too():
    a_home(a_way(takes=exact(6), gates=(a_gate("said", kind="confirmed", months=exact(9)),)))
    kept = route()

    assert months_to(kept["ready"]["kept"]) == pytest.approx(6, abs=0.1)
    assert months_to(kept["finish"]["kept"]) == pytest.approx(10, abs=0.1)
    assert kept["driver"] == "move:starter:tech-pm"
    assert kept["critical_path"] == ["move:starter:tech-pm", "search:tech-pm"]


def test_scripts_get_three_dates_of_the_route_and_of_each_stage():
    a_home(a_way(search=(2, 4, 8)), SERVED)
    found = route()
    (stage,) = found["steps"]

    for dates in (found, stage):
        assert dates["ready"]["p50"] <= dates["finish"]["p50"]
        assert dates["study"]["p50"] <= dates["finish"]["p50"]
    assert stage["search"]["assumed_months"] == [2, 4, 8]
    assert stage["search"]["p50"] == pytest.approx(4.5, abs=0.2)
    assert stage["search"]["p80"] == pytest.approx(5.9, abs=0.2)
    assert found["finish"]["by_others"]
    assert sum(found["drivers"].values()) == pytest.approx(1)


def test_where_nobody_is_asked_there_is_no_search_and_the_day_of_the_role_has_a_name():
    a_home(a_curriculum(an_exercise(hours=exact(8))))
    found = route()
    (stage,) = found["steps"]

    assert stage["search"] is None
    assert found["finish"]["by_others"] is False
    assert found["ready"]["p50"] <= found["study"]["p50"] == found["finish"]["p50"]
    assert "Ready to apply" not in run_cli("plan", "--detail").out
    assert "Assumed" not in run_cli("plan", "--detail").out


def test_gates_of_others_say_what_is_assumed_of_them_and_whether_the_date_has_it():
    gates = (
        a_gate("drawn", kind="confirmed", months=(1, 3, 9)),
        a_gate("unknown", kind="confirmed"),
        a_gate("said", kind="confirmed", months=(1, 3, 9)),
    )
    a_home(a_way(gates=gates), SERVED, an_entry("did", gate="said", on="2026-10-01"))
    drawn, unknown, said = route()["steps"][0]["gates"]

    assert (drawn["assumed_months"], drawn["in_date"], drawn["open_on"]) == ([1, 3, 9], True, None)
    assert (unknown["assumed_months"], unknown["in_date"]) == (None, False)
    assert (said["open_on"], said["in_date"]) == ("2026-10-01", True)
    assert route()["finish"]["is_earliest"]
    assert "1 gate that other people decide; the role comes no earlier than this" in " ".join(
        run_cli("plan", "--detail").out.split()
    )


def test_plan_says_in_short_what_it_assumes_and_in_detail_of_whom():
    gates = (a_gate("drawn", kind="confirmed", title="A budget", months=(1, 3, 9)),)
    a_home(a_way(search=(2, 4, 8), gates=gates), SERVED)
    short = " ".join(run_cli("plan", "--all").out.split())
    detail = " ".join(run_cli("plan", "--detail").out.split())

    assert "Assumed a search of 2 to 8 months, likely 4, and months for 1 gate" in short
    assert "A budget: only others can give it, assumed to take 1 to 9 months, likely 3" in short
    assert "the search for a post as About tech-pm: 2 to 8 months, likely 4" in detail
    assert "A budget: 1 to 9 months, likely 3" in detail
    assert "Judged by the curriculum's authors" in detail
    assert "Judged by" not in short


def test_of_several_searches_the_short_line_says_how_many_and_the_detail_each():
    curriculum = a_curriculum(
        an_exercise(),
        a_role("starter", work=("technical",)),
        a_role("middle", search=(1, 2, 3)),
        a_role("tech-pm", needs={"risk": 2}, search=(2, 4, 8)),
        a_move("starter", "middle", months=exact(1)),
        a_move("middle", "tech-pm", months=exact(1)),
    )
    a_home(curriculum, SERVED)
    short = " ".join(run_cli("plan", "--all").out.split())
    detail = " ".join(run_cli("plan", "--detail").out.split())

    assert "Assumed 2 searches, the last one of 2 to 8 months, likely 4: --detail" in short
    assert "the search for a post as About middle: 1 to 3 months, likely 2" in detail
    assert "the search for a post as About tech-pm: 2 to 8 months, likely 4" in detail


def test_no_screen_names_a_day_on_which_one_is_in_the_role():
    a_home(a_way(search=(1, 1, 2)), SERVED, worked("rsk-01", 60, on="2026-11-20"))
    run_cli("plan", "--save")
    for command in (["plan"], ["plan", "--detail"], ["status"], ["history"], ["undo"]):
        lines = run_cli(*command).out.splitlines()
        named = [line for line in lines if "n the role" in line or "in it" in line]
        for line in named:
            told = line.partition("in it")[2] or line
            assert not A_DAY.search(told.partition(",")[0]), line


def test_who_looks_is_told_since_when_and_what_is_left_is_shorter():
    curriculum = a_way(search=(2, 4, 8))
    a_home(curriculum, SERVED)
    fresh = route()
    a_home(curriculum, SERVED, a_profile(looking=date(2026, 8, 21)))
    begun = route()

    assert begun["steps"][0]["search"]["since"] == "2026-08-21"
    assert begun["ready"]["p50"] == "2026-11-21"
    assert begun["finish"]["p50"] < fresh["finish"]["p50"]
    assert months_to(begun["finish"]["p50"]) < months_to(fresh["finish"]["p50"]) - 1.5
    assert "Ready to apply you have been looking since 21 Aug 2026" in " ".join(
        run_cli("plan", "--detail").out.split()
    )


def test_a_step_of_the_search_begins_it_as_well():
    curriculum = a_way(search=exact(6))
    a_home(curriculum, SERVED, did("j1", on="2026-08-21"))

    assert months_to(route()["finish"]["kept"]) == pytest.approx(3, abs=0.1)


def test_a_search_that_begins_is_told_as_what_moved_the_role():
    a_home(a_way(search=exact(6), hours=exact(1)), SERVED, worked("rsk-01", 10, on="2026-11-20"))
    told = run_cli("log", "j1", "--json").json["told"]["finish"]
    causes = {each["cause"]: each["days"] for each in told["because"] if each["days"]}

    assert set(causes) <= {"moves", "calendar", "pace"}


def test_a_gate_that_is_confirmed_is_told_as_what_moved_the_role():
    gate = a_gate("said", kind="confirmed", months=exact(24))
    a_home(a_way(search=exact(1), gates=(gate,)), worked("rsk-01", 60, on="2026-11-20"))
    told = run_cli("log", "said", "--with", "Ann", "--evidence", "Letter", "--json").json["told"]
    causes = {each["cause"]: each["days"] for each in told["finish"]["because"]}

    assert causes["gates"] < -300
    assert causes["pace"] == causes["scope"] == 0


def test_a_search_begun_since_the_plan_was_saved_is_its_own_cause():
    curriculum = a_way(search=exact(6))
    a_home(curriculum, SERVED)
    run_cli("plan", "--save", today="2026-11-20")
    with (a_home() / "logbook.toml").open("a", encoding="utf-8") as logbook:
        logbook.write(
            '\n[[entries]]\nkind = "profile"\non = 2026-11-21\nat = 2026-11-21T10:00:00+00:00\n'
            'looking = 2026-08-21\nid = "looking0001"\n'
        )
    plan = run_cli("plan", "--json").json
    moved = {each["cause"]: each["days"] for each in plan["baseline"]["because"]}

    assert moved["moves"] == pytest.approx(-101, abs=4)
    assert moved["gates"] == moved["scope"] == 0
    assert "the search for the next post has begun" in run_cli("plan", "--why").out


def test_what_would_bring_the_role_nearer_names_a_search_begun_today():
    a_home(a_way(search=exact(6), hours=(40, 60, 90)), SERVED)
    levers = {lever["id"]: lever["weeks"] for lever in run_cli("plan", "--json").json["levers"]}

    assert levers["search:tech-pm"] > 1
    assert "the search for a post as About tech-pm, begun today" in run_cli("plan", "--detail").out


def test_nobody_searches_for_the_role_that_they_are_in():
    a_home(a_way(), a_profile(role="tech-pm", target="tech-pm"))
    found = route()

    assert [step["search"] for step in found["steps"]] == [None]
    assert (found["ready"]["p50"], found["ready"]["reason"]) == (None, "you hold it")
    assert found["steps"][0]["ready"] == found["ready"]
    assert "Ready to apply" not in run_cli("plan", "--detail").out
