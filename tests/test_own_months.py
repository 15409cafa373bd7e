from running import a_home, run_cli


def gate_lines_on(today):
    out = run_cli("plan", "--detail", today=today).out
    return [line.strip(" •\n") for line in out.splitlines() if " months" in line and "•" in line]


def test_months_of_ones_own_post_have_their_day_before_a_detour_is_found_and_move_no_further():
    a_home()
    said = ("--role", "pmo-analyst", "--since", "2023-06-01", "--target", "pmo-manager")
    run_cli("profile", *said, today="2026-03-02")

    def own(today):
        lines = gate_lines_on(today)
        return next(line for line in lines if line.startswith("36 months of project-related"))

    assert own("2026-03-02").endswith("33.1 of 36 months, likely 31 May 2026")
    assert own("2026-05-30").endswith("35.9 of 36 months, likely tomorrow")
    assert own("2026-06-02").endswith("met")


def test_months_of_a_later_stage_that_run_already_are_complete_on_their_own_day():
    a_home()
    said = ("--role", "junior-pm", "--since", "2023-06-01", "--target", "portfolio-pmo")
    run_cli("profile", *said, today="2026-03-02")
    lines = gate_lines_on("2026-03-02")

    assert "36 months of project-related work: 33.1 of 36 months, likely 31 May 2026" in lines


def test_what_two_stages_ask_for_in_the_same_words_is_said_once_and_with_one_day():
    a_home()
    said = ("--role", "programme-manager", "--since", "2023-06-01", "--target", "portfolio-pmo")
    run_cli("profile", *said, today="2026-03-02")
    lines = gate_lines_on("2026-03-02")
    asked = [line for line in lines if line.startswith("12 months in a business post:")]

    assert len(asked) == 1


def on_a_stint(*, today):
    a_home()
    # The straight way to manager is for those with five years in the office.
    said = ("--role", "pmo-analyst", "--since", "2020-06-01", "--target", "pmo-manager")
    run_cli("profile", *said, today="2026-03-02")
    run_cli("profile", "--role", "delivery-stint", "--since", today, today=today)


def test_a_stay_longer_than_its_gates_need_is_what_sets_the_date_and_is_named_as_assumed():
    on_a_stint(today="2026-05-02")
    answer = run_cli("plan", "--json", today="2026-05-02").json
    route, key = answer["routes"][0], "move:pmo-analyst:delivery-stint"

    assert route["driver"] == key
    assert route["critical_path"][0] == key
    assert key in [lever["id"] for lever in answer["levers"]]
    said = " ".join(run_cli("plan", "--detail", today="2026-05-02").out.split())
    stay = "the usual stay in Some years of delivery"
    assert f"Sets the date {stay} (12 to 36 months)" in said
    assert f"{stay}: 12 to 36 months, likely 24" in said
    assert f"{stay} (12 to 36 months), as short as it can be" in said


def test_whose_gates_are_met_on_a_detour_may_return_and_is_asked_and_stays_no_usual_stay():
    on_a_stint(today="2026-05-02")
    plan = run_cli("plan", today="2027-05-10")
    back = "pmcareer profile --role pmo-analyst --since 2027-05-10"

    assert back in " ".join(plan.out.split())
    assert back in " ".join(run_cli("next", today="2027-05-10").out.split())
    before = run_cli("plan", "--json", today="2027-05-10").json["routes"][0]
    assert before["steps"][0]["finish"]["p50"] == "2027-05-10"
    run_cli(*back.split()[1:], today="2027-05-10")
    after = run_cli("plan", "--json", today="2027-05-10").json["routes"][0]
    assert after["steps"][0]["role"] == "pmo-manager"
    assert after["ready"]["p50"] <= before["ready"]["p50"]
    assert "may return" not in run_cli("next", today="2027-05-10").out


def test_while_a_gate_lacks_months_that_a_detour_gives_nobody_is_sent_back():
    on_a_stint(today="2026-05-02")

    assert "may return" not in run_cli("plan", today="2027-03-10").out
    assert "may return" not in run_cli("next", today="2027-03-10").out


def test_on_a_detour_the_day_of_the_role_before_it_is_asked_for_and_what_is_typed_answers():
    a_home()
    said = ("--role", "pmo-manager", "--target", "portfolio-pmo", "--hours-per-week", "5")
    run_cli("profile", *said, today="2025-11-01")
    away = ("--role", "operations-secondment", "--since", "2025-12-01")
    run_cli("profile", *away, today="2026-03-01")
    before = run_cli("plan", "--json", today="2026-03-01").json
    (asked,) = before["unsaid"]
    first, then = asked.partition(": ")[2].split(", then ")

    assert "Not said" in run_cli("plan", today="2026-03-01").out
    for command in (first.replace("DATE", "2023-01-01"), then):
        assert run_cli(*command.split()[1:], today="2026-03-01").code == 0
    after = run_cli("plan", "--json", today="2026-03-01").json
    assert after["unsaid"] == []
    assert after["routes"][0]["finish"]["p50"] < before["routes"][0]["finish"]["p50"]


def test_of_two_ways_that_are_as_early_the_same_one_stays_first_from_day_to_day():
    a_home()
    said = ("--role", "programme-manager", "--since", "2023-06-01", "--target", "portfolio-pmo")
    run_cli("profile", *said, "--hours-per-week", "5", today="2026-03-02")
    days = ("2026-04-10", "2026-05-18", "2026-06-18")
    plans = [run_cli("plan", "--json", today=day).json for day in days]
    (way,) = {plan["routes"][0]["id"] for plan in plans}

    assert way == "via-portfolio-manager-with-operations-secondment"
    for day, plan in zip(days, plans, strict=True):
        task = run_cli("next", "--json", today=day).json["task"]
        assert plan["first"] == task["id"]


def test_on_a_detour_the_date_of_a_week_is_held_through_it_and_a_receipt_says_the_same():
    on_a_stint(today="2026-05-02")
    week = [f"2026-06-{day:02}" for day in range(15, 22)]  # from Monday

    def finish(today):
        return run_cli("plan", "--json", today=today).json["routes"][0]["finish"]["likely"]

    assert len({finish(day) for day in week}) == 1
    run_cli("assess", "governance", "1", today=week[1])
    told = run_cli("assess", "governance", "2", "--json", today=week[4]).json["told"]["finish"]
    assert told["before"] == told["after"] == finish(week[4]) == finish(week[0])
