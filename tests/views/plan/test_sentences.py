"""When one is in the role, as the first lines of `plan` say it."""

from datetime import date, timedelta

import pytest

from running import a_home, run_cli

from builders import (
    TODAY,
    a_curriculum,
    a_gate,
    a_move,
    a_profile,
    a_role,
    an_exercise,
    experience,
    finished,
)

SERVED = experience("technical", "2020-01-01", role="starter", on="2026-11-01")
MANY = tuple(an_exercise(f"e{number}") for number in range(40))


def first_lines(*arguments, today="2026-11-21"):
    lines = run_cli("plan", *arguments, COLUMNS="120", today=today).out.splitlines()
    return [line.strip() for line in lines[1:5]]


def finish():
    return run_cli("plan", "--json").json["routes"][0]["finish"]


def month(day):
    return f"{date.fromisoformat(day):%b %Y}"


def worked_weeks(count):
    days = [TODAY - timedelta(days=7 * week + 1) for week in range(count)]
    return [finished(f"e{week}", on=day) for week, day in enumerate(days)]


def a_way(*exercises, **target):
    return a_curriculum(
        *(exercises or MANY),
        a_role("starter", work=("technical",)),
        a_role("tech-pm", needs={"risk": 2}, **target),
        a_move(months=(6, 12, 24)),
    )


def test_on_the_first_day_they_are_those_of_people_like_oneself_and_of_a_kept_promise():
    a_home(a_way(search=(4, 4, 4)))
    said, days = first_lines(), finish()

    assert said[0].startswith(f"{month(days['likely'])} as likely as not: half of people who")
    assert said[1].startswith(f"{month(days['safe'])} safe to promise (8 in 10): one in five")


def test_a_promise_is_said_only_where_it_ends_earlier_than_half_of_people_do():
    a_home(a_curriculum(*MANY))
    fast = finish()
    assert fast["kept"] < fast["likely"]
    assert any(line.endswith("if you keep 8 h every week") for line in first_lines())

    # Months of others decide, and a kept promise brings nothing.
    a_home(a_way(an_exercise(), search=(4, 4, 4)), SERVED)
    assert month(finish()["kept"]) == month(finish()["likely"])
    assert not any("if you keep" in line for line in first_lines())


def test_a_safe_day_that_is_late_for_those_who_pause_says_so_and_when_the_others_are_there():
    a_home(a_way(search=(4, 4, 4)), a_profile(hours_per_week=2.0))
    days = finish()
    said = first_lines()

    others = month(days["pauses"]["p80"])
    assert said[2] == (
        f"So late: one in four does under 0.5 h a week; 8 in 10 of the rest by {others}."
    )
    assert days["likely"] < days["pauses"]["p80"] < days["safe"]
    screens = [run_cli(name, COLUMNS="120").out for name in ("start", "status", "gap")]
    assert all(said[2] in screen for screen in [*screens, run_cli("export", "svg").out])
    assert "Pauses  " in run_cli("plan", "--detail").out


def test_with_weeks_of_ones_own_two_days_stand_on_a_line():
    a_home(a_way(search=(4, 4, 4)), *worked_weeks(9))
    days = finish()

    assert first_lines()[0] == (
        f"{month(days['likely'])} as likely as not · {month(days['safe'])} safe to promise (8 in 10 who keep on)"
    )
    assert not any("people who keep going" in line for line in first_lines())


def test_three_days_in_one_far_year_are_told_apart_by_their_months():
    long = a_role("tech-pm", needs={"risk": 2}, search=(0, 0, 0))
    move = a_move(months=(70, 71, 72))
    a_home(a_curriculum(*MANY, a_role("starter"), long, move))
    days = finish()

    assert days["likely"][:4] == days["safe"][:4] == days["kept"][:4]
    assert first_lines()[0].startswith(month(days["likely"]))


def test_beyond_ten_years_no_day_is_named_nor_promised():
    a_home(a_way(), a_profile(hours_per_week=0.2))
    said = first_lines()

    assert said[0] == "Beyond ten years, as likely as not"
    assert not any("20" in line for line in said if "promise" in line)


def test_who_holds_the_role_is_told_when_its_study_is_done():
    a_home(a_way(), a_profile(role="tech-pm", target="tech-pm"))

    held, studied, *_ = first_lines()
    assert held == "You hold this role; what your record does not show of it is open."
    assert studied.startswith("Study done: ")
    assert studied.endswith("half of people who keep going are there by then")


def test_where_no_way_opens_it_says_why_and_what_would_open_one():
    said = first_lines("--from", "project-coordinator", "--target", "team-lead")

    assert said[0].startswith("No day: ")
    assert "nothing on this way gives them" in " ".join(said)


def test_levels_that_are_rated_and_not_studied_have_no_day_and_the_command_that_helps():
    a_home(a_curriculum(a_role("starter"), a_role("tech-pm", needs={"risk": 3})))

    assert first_lines()[0] == (
        "No day: the levels are rated, and there is nothing to study for them. "
        "What to do: pmcareer gap"
    )


def test_gates_that_nobody_can_date_make_it_no_earlier():
    a_home(a_way(gates=(a_gate("said", kind="confirmed"),)), *worked_weeks(9))

    words = "No earlier than this: 1 gate that other people decide, and nobody can date."
    assert words in first_lines()


@pytest.mark.parametrize(("later", "words"), [(60, "than your plan of 21 Nov 2026. Why: ")])
def test_a_date_that_moved_since_it_was_kept_is_said_with_the_command_that_tells_why(later, words):
    a_home(a_way(), *worked_weeks(9))
    run_cli("plan", "--save")
    on = str(TODAY + timedelta(days=later))

    said = " ".join(first_lines(today=on))
    assert f"{words}pmcareer plan --why" in said
    assert not any("your plan" in line for line in first_lines())


def test_a_way_that_was_chosen_and_is_gone_is_said_with_what_takes_it_back():
    a_home(a_way(), a_profile(route="via-nowhere"))

    said = " ".join(run_cli("plan", COLUMNS="120").out.split())
    assert "Your choice: the way via-nowhere is none of those there are now" in said
    assert "pmcareer profile --route none" in said
