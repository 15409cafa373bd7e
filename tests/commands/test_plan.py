from datetime import date, timedelta
from functools import cache

import pytest

from running import a_home, run_cli
from totals import ALL_THE_WAY, PORTFOLIO_PMO, stated
from undecided import write_without_others

from builders import (
    a_curriculum,
    a_gate,
    a_move,
    a_profile,
    a_role,
    a_step,
    an_exercise,
    did,
    finished,
    worked,
)

TODAY = date(2026, 11, 21)


def plan(*arguments, today="2026-11-21"):
    result = run_cli("plan", *arguments, "--json", today=today)
    assert result.code == 0, result.err
    return result.json


@cache
def first_plan(*arguments):
    """What whoever has nothing on record is answered, asked once for all tests that look at it."""
    assert run_cli("history", "--json").json["entries"] == []
    return plan(*arguments)


def months_until(day):
    return (date.fromisoformat(day) - TODAY).days / 30.4375


def month_of(day):
    """As a screen names it: May 2030."""
    return date.fromisoformat(day).strftime("%b %Y")


def ids(route, state=("open", "started")):
    return [
        task["id"]
        for step in route["steps"]
        for task in step["exercises"]
        if task["state"] in state
    ]


def test_with_nothing_logged_the_promise_gives_the_six_to_nine_months_of_the_source():
    answer = first_plan("--target", "tech-pm")
    study = answer["routes"][0]["study"]
    assert answer["pace"]["hours_per_week"] == 8
    assert answer["pace"]["basis"] == "default"
    assert 6 <= months_until(study["kept"]) <= 9
    assert study["kept"] < study["p50"]


def test_the_more_weeks_of_study_lie_behind_the_earlier_the_first_dates_until_a_log_says_more():
    def late(*arguments):
        a_home()
        run_cli("profile", "--past-weeks", *arguments)
        return plan("--target", "tech-pm")["routes"][0]["study"]["p80"]

    assert late("3") > late("12") > late("24")


def test_before_there_is_a_log_three_sentences_say_when_and_none_is_ten_years_away():
    first = run_cli("plan", COLUMNS="80").out.splitlines()
    finish = first_plan()["routes"][0]["finish"]
    assert [line[2:10] for line in first[1:4]] == list(
        map(month_of, (finish["likely"], finish["safe"], finish["kept"]))
    )
    assert "as likely as not: half of people who keep going are there by then" in first[1]
    assert "safe to promise (8 in 10): one in five needs longer" in first[2]
    assert "if you keep 8 h every week" in first[3]
    detail = " ".join(run_cli("plan", "--detail").out.split())
    assert "if you keep 8 h every week. Half of people who keep going are done by" in detail
    assert "19 cases of 20" not in detail
    slow = " ".join(run_cli("plan", "--hours-per-week", "0.5").out.split())
    assert "Beyond ten years, as likely as not" in slow
    assert "Stopping" not in slow
    assert first_plan("--hours-per-week", "2")["routes"][0]["study"]["p80"] > "2036-11-21"


@pytest.mark.parametrize(("weeks", "is_said"), [(3, False), (5, True)])
def test_the_latest_date_is_said_from_the_fourth_week_on(weeks, is_said):
    days = [TODAY - timedelta(days=7 * week) for week in reversed(range(weeks + 1))]
    done = [finished(f"e{number}", on=day) for number, day in enumerate(days)]
    a_home(a_curriculum(*(an_exercise(f"e{number}") for number in range(90))), *done)
    screen = run_cli("plan", "--detail").out
    assert "(likely to safe)" in screen
    assert ("19 cases of 20" in screen) is is_said


def test_where_others_have_a_word_the_role_comes_at_the_earliest_and_their_gates_are_named():
    def words(*gates):
        curriculum = a_curriculum(
            an_exercise("rsk-01"),
            a_role("starter"),
            a_role("tech-pm", needs={"risk": 1}, gates=gates),
            a_move("starter", "tech-pm", months=[0, 0, 0]),
            default_role="starter",
        )
        a_home(curriculum, finished("rsk-01", on="2026-11-02"))
        screens = [run_cli(*line.split()).out for line in ("plan --detail", "status", "next")]
        finish = plan()["routes"][0]["finish"]
        return finish, [" ".join(screen.split()) for screen in screens]

    finish, screens = words()
    assert (finish["by_others"], finish["is_earliest"]) == (False, False)
    assert not any("earliest" in screen for screen in screens)

    finish, (route, status, task) = words({"id": "led", "kind": "closed", "count": 2})
    assert (finish["by_others"], finish["is_earliest"]) == (True, True)
    assert "Not in it 1 gate that other people decide; the role comes no earlier than this" in route
    assert "Nov 2026 at the earliest: gates that others decide" in status
    assert "in the role by Nov 2026 at the earliest." in task
    for screen in (route, status, task):
        assert "21 Nov 2026" not in screen


def test_every_figure_is_there_on_demand_and_none_that_is_ten_years_away():
    a_home(a_curriculum(*(an_exercise(f"e{number}") for number in range(90))))
    assert "Every figure" not in run_cli("plan").out
    study = plan("--hours-per-week", "2")["routes"][0]["study"]
    screen = run_cli("plan", "--hours-per-week", "2", "--detail").out
    assert study["p80"] > "2036-11-21"
    row = next(line for line in screen.splitlines() if line.startswith("Study  "))
    assert row.split() == [
        "Study",
        study["p10"],
        study["p50"],
        "over",
        "ten",
        "years",
        study["kept"],
    ]
    assert "no exercise finished with minutes yet" in screen


def test_estimates_are_compared_with_what_exercises_took_and_the_latest_date_waits_for_four_weeks():
    a_home(a_curriculum(*(an_exercise(f"e{number}", hours=[8, 8, 8]) for number in range(90))))
    for week in range(5):
        day = str(TODAY + timedelta(days=7 * week))
        assert run_cli("log", f"e{week}", "--minutes", "960", today=day).code == 0
        screen = run_cli("plan", "--detail", today=day).out
        assert ("P95" in screen) is (week == 4)
    # 80 hours for 40, and 20 taken as estimated: 100 / 60.
    assert "1.67 × what was estimated, from 5 exercises" in screen
    assert "if you keep 8 h every week and estimates hold from now on" in " ".join(screen.split())


def test_at_five_hours_a_week_the_plan_says_that_the_source_does_not_hold():
    assert "r20" in [said["id"] for said in first_plan("--hours-per-week", "5")["advice"]]
    assert (
        "six to nine months of the source do not hold"
        in run_cli("plan", "--hours-per-week", "5", "--detail").out
    )
    assert "r20" not in [said["id"] for said in first_plan()["advice"]]


def test_where_one_stands_decides_the_route():
    from_office = plan("--target", "portfolio-pmo", "--from", "pmo-manager")["routes"][0]
    from_code = plan("--target", "portfolio-pmo", "--from", "programmer")["routes"][0]
    assert len(ids(from_office)) == stated(PORTFOLIO_PMO).exercises
    assert len(ids(from_code)) > 80
    for route in (from_office, from_code):
        assert route["steps"][-1]["role"] == "portfolio-pmo"
        assert all(step["finish"]["p50"] for step in route["steps"])


def test_a_newcomers_way_to_the_portfolio_office_is_stages_and_years():
    routes = first_plan("--target", "portfolio-pmo")["routes"]
    exercises, hours = stated(ALL_THE_WAY)
    for route in routes:
        assert abs(len(ids(route, ("open", "started", "deferred"))) - exercises) <= 4
    by_way = next(
        route
        for route in routes
        if [step["role"] for step in route["steps"] if not step["detour"]]
        == ["junior-pm", "tech-pm", "pmo-manager", "portfolio-pmo"]
    )
    assert len(ids(by_way, ("open", "started", "deferred"))) == exercises
    assert by_way["effort_hours"]["left"] == pytest.approx(hours, abs=0.05)
    said = run_cli("plan", "--target", "portfolio-pmo")
    assert "--from" in said.err
    assert "profile --role" in said.err


def test_dates_are_in_order_and_a_route_ends_with_its_last_step():
    for target in ("tech-pm", "portfolio-pmo", "director-of-pm"):
        for route in first_plan("--target", target)["routes"]:
            for dates in (
                route["study"],
                route["ready"],
                route["finish"],
                *(step["finish"] for step in route["steps"]),
            ):
                known = [dates[name] for name in ("p10", "p50", "p80", "p95") if dates[name]]
                assert known == sorted(known)
                assert (dates["reason"] is None) == all(
                    dates[name] for name in ("kept", "p10", "p50", "p80", "p95")
                )
            assert route["steps"][-1]["finish"] == route["finish"]
            assert route["steps"][-1]["study"] == route["study"]
            assert route["steps"][-1]["ready"] == route["ready"]
            for name in ("kept", "p50", "p80", "p95", "likely", "safe"):
                late = route["finish"][name]
                assert late is None or route["ready"][name] <= late
            assert sum(route["drivers"].values()) == pytest.approx(1)
            ends_in = [name for name in route["critical_path"] if not name.startswith("search:")]
            assert route["driver"] in (ends_in[-1], route["critical_path"][-1])


def test_the_earliest_route_is_recommended_and_at_most_six_are_kept():
    routes = first_plan("--target", "portfolio-pmo")["routes"]
    assert len(routes) <= 6
    assert [route["recommended"] for route in routes] == [True] + [False] * (len(routes) - 1)
    assert [route["finish"]["p50"] for route in routes] == sorted(
        route["finish"]["p50"] for route in routes
    )


def test_five_years_in_the_office_without_delivery_or_business_wait_for_gates_and_not_for_study(
    tmp_path, monkeypatch
):
    run_cli(
        "profile", "--role", "pmo-manager", "--target", "portfolio-pmo", "--hours-per-week", "4"
    )
    run_cli("experience", "pmo", "--from", "2021-11-21", "--role", "pmo-manager")
    route = plan()["routes"][0]
    assert {step["detour"] for step in route["steps"]} == {
        "delivery-stint",
        "operations-secondment",
        None,
    }
    assert route["driver"] == "portfolio-pmo-business"
    assert route["critical_path"] == [
        "portfolio-pmo-delivery",
        "portfolio-pmo-business",
        "search:portfolio-pmo",
    ]
    # The search takes 9 months in the mean, and those for both posts 2 each.
    monkeypatch.setenv("PMCAREER_CURRICULUM", str(write_without_others(tmp_path)))
    alone = plan()["routes"][0]
    assert 36 <= months_until(alone["finish"]["p50"]) <= 46
    waits = months_until(route["finish"]["p50"]) - months_until(alone["finish"]["p50"])
    assert waits == pytest.approx(9 + 2 + 2, abs=2)
    study = stated(PORTFOLIO_PMO).hours / 4 * 7 / 30.4375
    assert months_until(route["study"]["kept"]) == pytest.approx(study, abs=0.5)
    said = " ".join(run_cli("plan", "--detail").out.split())
    assert "Sets the date 12 months in a business post" in said
    # Two more hours a week would bring it eleven weeks forward.
    assert "two more hours a week: 11 weeks earlier" in said
    assert "will not move it" not in said


def test_delivery_and_business_months_on_record_need_no_detour():
    run_cli("profile", "--role", "pmo-manager", "--target", "portfolio-pmo")
    run_cli("experience", "pmo", "--from", "2020-11-21", "--role", "pmo-manager")
    run_cli("experience", "delivery", "--from", "2016-01-01", "--to", "2018-06-30")
    run_cli("experience", "business", "--from", "2018-07-01", "--to", "2019-12-31")
    for route in plan()["routes"]:
        assert all(step["detour"] is None for step in route["steps"])


def test_a_gate_for_others_to_open_stands_beside_the_date_and_never_moves_it():
    gates = {
        gate["id"]: gate for step in first_plan()["routes"][0]["steps"] for gate in step["gates"]
    }
    closed = gates["tech-pm-closed"]
    assert closed["by_others"] is True
    assert closed["open_on"] is None
    assert gates["tech-pm-leading"]["by_others"] is False
    assert gates["tech-pm-leading"]["needed_months"] == 12
    assert gates["tech-pm-leading"]["have_months"] == 0


def test_a_day_gets_a_chance_that_is_never_certain_and_the_pace_it_takes():
    late = first_plan("--by", "2060-01-01")["by"]
    assert late["date"] == "2060-01-01"
    assert late["chance"] <= 0.95
    assert late["pace_needed"] > 0
    soon = first_plan("--by", "2026-12-01")["by"]
    assert soon["chance"] < 0.05
    assert soon["pace_needed"] is None
    nearer, farther = (first_plan("--by", day)["by"] for day in ("2028-06-01", "2029-06-01"))
    assert nearer["study_chance"] < farther["study_chance"]
    assert nearer["study_pace_needed"] > farther["study_pace_needed"]


def test_more_hours_a_week_are_never_later():
    finishes = [
        first_plan("--hours-per-week", hours)["routes"][0] for hours in ("2", "5", "8", "20", "80")
    ]
    for name in ("kept", "p10", "p50", "p80", "p95"):
        dates = [route["study"][name] or "9999" for route in finishes]
        assert dates == sorted(dates, reverse=True)


def test_a_route_is_picked_by_its_number_or_the_start_of_its_id():
    second = first_plan()["routes"][1]["id"]
    assert first_plan("--route", "2")["chosen"] == second
    assert first_plan("--route", second)["chosen"] == second
    result = run_cli("plan", "--route", "via-nowhere")
    assert result.code == 1
    assert "via-nowhere" in result.err


def test_routes_stand_side_by_side():
    out = run_cli("plan", "--target", "portfolio-pmo", "--from", "pmo-manager", "--compare").out
    assert "6 routes, the earliest first" in out
    for word in ("1. ", "6. ", "What differs", "Study", "Decides the date", "--route 2"):
        assert word in out
    # All of them ask for months in a business post: that tells none from the others.
    assert "12 months in a business post" not in out.partition("What differs")[2]


def test_the_same_question_gets_the_same_answer():
    assert run_cli("plan", "--json").out == run_cli("plan", "--json").out


@pytest.mark.parametrize("hours", ["0", "81", "-1", "abc", ""])
def test_hours_a_week_that_no_week_has_are_refused(hours):
    result = run_cli("plan", "--hours-per-week", hours)
    assert result.code == 2
    assert "--hours-per-week" in result.err


def test_a_detour_is_no_target():
    result = run_cli("plan", "--target", "part-time-mba")
    assert result.code == 1
    assert "detour" in result.err


def baseline(today):
    return plan(today=today)["baseline"]


def parts(drift):
    assert [part["cause"] for part in drift["because"]] == [
        "pace",
        "scope",
        "bias",
        "calendar",
        "gates",
        "moves",
        "remainder",
    ]
    assert sum(part["days"] for part in drift["because"]) == drift["moved_days"]
    return {part["cause"]: part["days"] for part in drift["because"]}


@pytest.fixture
def saved():
    """Somebody whose study sets the date, who has worked for ten weeks and kept a plan."""
    curriculum = a_curriculum(
        *(an_exercise(f"rsk-{number:02}", hours=[4, 8, 16]) for number in range(1, 31))
    )
    a_home(
        curriculum,
        *(
            finished(f"rsk-{n:02}", on=TODAY - timedelta(days=7 * n), minutes=520)
            for n in range(1, 11)
        ),
    )
    run_cli("profile", "--hours-per-week", "8")
    assert plan()["baseline"] is None
    answer = plan("--save")
    assert answer["entry"]["kind"] == "baseline"


def test_a_baseline_of_today_has_not_moved(saved):
    assert set(parts(baseline("2026-11-21")).values()) == {0}


def test_fewer_hours_promised_are_said_to_be_the_pace():
    plan("--save")
    run_cli("profile", "--hours-per-week", "4")
    drift = baseline("2026-11-21")
    assert drift["moved_days"] > 30
    assert parts(drift)["pace"] == drift["moved_days"]
    assert "pace" in run_cli("plan", "--why").out


def test_days_off_are_said_to_be_the_calendar(saved):
    run_cli("profile", "--days-off", "2026-12-01..2026-12-28")
    drift = baseline("2026-11-21")
    assert drift["moved_days"] == 28
    assert parts(drift)["calendar"] == 28


def test_idle_weeks_are_the_calendar_or_the_pace_and_never_unexplained(saved):
    drift = baseline("2026-12-05")
    found = parts(drift)
    assert drift["moved_days"] > 0
    assert found["calendar"] + found["pace"] == drift["moved_days"]
    assert found["remainder"] == 0


def test_a_new_rating_of_a_skill_is_scope(saved):
    run_cli("assess", "risk", "3", "--by", "manager")
    found = parts(baseline("2026-11-21"))
    assert found["scope"] < 0
    assert found["remainder"] == 0


def test_exercises_that_overran_are_the_bias():
    curriculum = a_curriculum(
        *(an_exercise(f"rsk-{number:02}", hours=[4, 8, 16]) for number in range(1, 31))
    )
    a_home(curriculum)
    plan("--save")
    run_cli("log", "rsk-01", "--minutes", "40h".replace("40h", "2400"))
    found = parts(baseline("2026-11-21"))
    assert found["bias"] > 0


def test_months_on_record_are_gates():
    run_cli("profile", "--role", "pmo-manager", "--target", "portfolio-pmo")
    run_cli("experience", "pmo", "--from", "2021-11-21", "--role", "pmo-manager")
    plan("--save")
    run_cli("experience", "business", "--from", "2018-07-01", "--to", "2019-12-31")
    drift = baseline("2026-11-21")
    assert drift["moved_days"] < -200
    assert parts(drift)["gates"] == drift["moved_days"]


def test_a_first_saved_plan_gets_a_good_word_and_saving_says_where():
    out = run_cli("plan", "--save").out
    assert "well done" in out
    assert "logbook.toml" in out
    assert "well done" not in run_cli("plan", "--save").out


def test_a_gate_that_never_opens_closes_a_route():
    curriculum = a_curriculum(
        an_exercise("rsk-01"),
        a_role("starter", work=["technical"]),
        a_role("lead", work=["leading"]),
        a_role(
            "tech-pm",
            needs={"risk": 2},
            gates=[{"id": "led", "kind": "experience", "work": "leading", "months": 12}],
        ),
        a_move("starter", "lead", months=[6, 12, 24]),
        a_move("starter", "tech-pm", months=[6, 12, 24]),
        a_move("lead", "tech-pm", months=[6, 12, 24]),
        default_role="starter",
        default_target="tech-pm",
    )
    a_home(curriculum)
    assert [route["id"] for route in plan()["routes"]] == ["via-lead"]


def test_studying_less_often_or_later_moves_time_and_not_pace():
    before = plan()["routes"][0]["study"]
    run_cli("profile", "--days-off", "2026-12-01..2026-12-14")
    after = plan()["routes"][0]["study"]
    moved = {
        name: (date.fromisoformat(after[name]) - date.fromisoformat(before[name])).days
        for name in ("kept", "p50", "p80")
    }
    assert moved == {"kept": 14, "p50": 14, "p80": 14}


def test_what_runs_past_its_estimate_is_named_in_the_plan():
    over = a_curriculum(an_exercise("rsk-01"), an_exercise("rsk-02"))
    a_home(over, worked("rsk-02", 480))
    out = " ".join(run_cli("plan", "--detail").out.split())
    assert "8 of 4 h: finish it, split it, or say what is left: pmcareer log rsk-02" in out
    a_home(over, worked("rsk-02", 240))
    assert "split it" not in run_cli("plan", "--detail").out


def test_a_changed_promise_moves_no_pace_and_its_own_date_stands_beside():
    curriculum = a_curriculum(*(an_exercise(f"e{number}") for number in range(80)))
    weekly = [finished(f"e{n}", on=TODAY - timedelta(days=7 * n + 1)) for n in range(20)]
    a_home(curriculum, a_profile(hours_per_week=8.0, on=TODAY - timedelta(days=150)), *weekly)
    before = plan()
    run_cli("profile", "--hours-per-week", "12")
    after = plan()

    assert after["pace"]["hours_per_week"] == before["pace"]["hours_per_week"]
    for name in ("p10", "p50", "p80", "p95"):
        assert after["routes"][0]["study"][name] == before["routes"][0]["study"][name]
    assert after["routes"][0]["study"]["kept"] < before["routes"][0]["study"]["kept"]
    assert "At your pace so far:" in run_cli("status").out
    for command in (("plan", "--detail"), ("status", "--detail")):
        said = " ".join(run_cli(*command).out.split())
        assert "Study done At your pace so far:" in said
        assert "If you keep 12 h a week:" in said
    later = run_cli("plan", "--detail", today="2026-12-20").out
    assert "At your pace so far" not in later


def test_a_promise_says_from_the_first_day_after_the_first_work_that_own_days_begin_to_count():
    a_home(a_curriculum(an_exercise("rsk-01")), worked("rsk-01", 60, on="2026-11-19"))
    counting = "what people keep of a promise; your own days begin to count"
    assert counting in " ".join(run_cli("plan", "--detail", today="2026-11-21").out.split())
    assert counting not in " ".join(run_cli("plan", "--detail", today="2026-11-19").out.split())


def test_the_chance_of_those_who_keep_going_is_said_to_be_of_being_in_the_role():
    a_home(a_curriculum(*(an_exercise(f"rsk-{number:02}") for number in range(1, 9))))
    answer = run_cli("plan", "--by", "2027-12-31", "--json").json["by"]
    screen = " ".join(run_cli("plan", "--by", "2027-12-31").out.split())
    going = screen.split("You are in the role with a chance of ")[1].split(" if you keep going.")[0]
    assert going.strip("<> %").isdigit()
    assert answer["chance_going"] >= answer["chance"]


def test_what_comes_first_is_counted_against_all_that_is_left():
    exercises = [an_exercise(f"rsk-{number:02}", core=True) for number in range(1, 9)]
    a_home(a_curriculum(*exercises))
    assert "First up 5 of 8; all: --all" in " ".join(run_cli("plan", "--detail").out.split())
    for number in range(1, 8):
        run_cli("defer", f"rsk-{number:02}", "--until", "2027-06-01")
    screen = " ".join(run_cli("plan", "--detail").out.split())
    assert "8 exercises" in screen
    assert "First up 1 of 8; all: --all" in screen


def test_a_gate_that_nothing_opens_gets_an_answer_and_no_number_of_weeks():
    answer = plan("--from", "project-coordinator", "--target", "team-lead")
    assert answer["routes"][0]["finish"]["p50"] is None
    gates = [lever for lever in answer["levers"] if lever["kind"] == "gate"]
    assert [lever["weeks"] for lever in gates] == [None] * len(gates)
    shown = run_cli("plan", "--detail", "--from", "project-coordinator", "--target", "team-lead")
    assert shown.code == 0
    assert "on record already: the way opens" in shown.out


def test_a_detour_is_called_by_its_months_until_one_is_on_it():
    run_cli("profile", "--role", "pmo-manager", "--target", "portfolio-pmo")
    shown = run_cli("plan", "--detail", COLUMNS="100").out
    assert "Secondment to operations, 12 months, over" in shown
    assert "back from" not in shown
    run_cli("profile", "--role", "operations-secondment", "--since", "2026-10-01")
    assert "back from: Secondment to operations" in run_cli("plan", "--detail", COLUMNS="100").out


def test_what_was_not_said_and_sets_the_date_stands_first():
    run_cli("profile", "--role", "programmer", "--target", "tech-pm")
    first = run_cli("plan", "--detail", COLUMNS="100").out.splitlines()[1]
    assert first.startswith("Not said")
    assert "Since when? Until then no month counts" in first


def test_where_nothing_is_left_to_study_the_study_sets_no_date():
    a_home(a_curriculum(an_exercise("rsk-01"), a_role("tech-pm", needs={"risk": 2})))
    assert "Sets the date" in run_cli("plan", "--detail").out
    assert run_cli("log", "rsk-01").code == 0
    assert "Sets the date" not in run_cli("plan", "--detail").out
    assert "ecides the date" not in run_cli("plan").out
    assert "ecides the date" not in run_cli("plan", "--compare").out


def test_who_can_stand_nowhere_else_is_not_asked_where_they_stand():
    goal = a_role("tech-pm", needs={"risk": 2})
    a_home(a_curriculum(an_exercise("rsk-01"), goal))
    assert "where you stand" not in run_cli("plan").err
    a_home(a_curriculum(an_exercise("rsk-01"), a_role("starter"), goal))
    # Nothing on this map asks for months, so none can be said not to count.
    assert run_cli("plan").err.endswith("pmcareer profile --role ROLE --since DATE.\n")
    assert run_cli("plan", today="2026-11-21").err.count("month") == 0
    (a_home() / "curriculum.toml").unlink()
    assert "until then no month counts" in run_cli("plan").err


def test_a_step_has_the_minutes_on_the_plan_that_next_says():
    """Whoever was asked before is asked again: that takes no more than a quarter of an hour."""
    step = a_step("ask", minutes=45, waits=14, **{"for": "tech-pm"})
    goal = a_role("tech-pm", needs={"risk": 2}, gates=(a_gate("word", kind="confirmed"),))
    asked = did("ask", on="2026-10-01", minutes=45, **{"with": "Ada"})
    here = a_profile(role="starter", target="tech-pm", on="2026-09-01")
    done = finished("rsk-01", on="2026-10-02")
    a_home(a_curriculum(an_exercise("rsk-01"), a_role("starter"), goal, step), here, asked, done)
    task = run_cli("next", "--json").json["task"]
    assert (task["id"], task["minutes_left"]) == ("ask", 15)
    now = run_cli("plan", COLUMNS="80").out.partition("Now ")[2]
    assert now.splitlines()[0].endswith("ask, 15 min")


def test_a_latest_day_that_is_not_the_latest_is_not_said_and_one_for_all_cases_once():
    goal = a_role("tech-pm", needs={"risk": 2})
    many = [an_exercise(f"e{number}", hours=(1, 1, 1)) for number in range(8)]
    days = [TODAY - timedelta(days=7 * (7 - week)) for week in range(8)]
    a_home(a_curriculum(*many, goal), *(finished(f"e{n}", on=day) for n, day in enumerate(days)))
    finish = plan()["routes"][0]["finish"]
    assert finish["safe"] > finish["p95"]
    assert "in 19 cases of 20" not in run_cli("plan", "--detail").out
    later = plan(today="2026-12-19")["routes"][0]["finish"]
    assert later["likely"] == later["safe"] == later["p95"]
    for command in ("plan --detail", "gap", "status"):
        assert "likely to safe" not in run_cli(*command.split(), today="2026-12-19").out
