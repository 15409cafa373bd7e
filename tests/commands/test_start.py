"""The first run: six answers, all kept or none, then half an hour of work."""

import pytest

from pmcareer.storage.curriculum.reading import read_curriculum
from running import CTRL_C, END_OF_INPUT, a_home, run_cli, run_loaded, talk
from sweeps import sweep

from builders import a_curriculum, a_profile, an_exercise

ANSWERS = (
    "--role",
    "programmer",
    "--since",
    "2020-03",
    "--target",
    "tech-pm",
    "--hours-per-week",
    "5",
)


def on_terminal(*arguments, answers):
    """Start on a terminal, and give what was shown and the exit code."""
    return talk("start", *arguments, answers=answers)


def test_options_are_kept_in_one_profile_and_one_experience_entry():
    answer = run_cli("start", *ANSWERS, "--projects", "small-simple", "--no-input", "--json").json
    profile, experience = answer["entries"]
    assert {
        key: profile[key] for key in ("kind", "role", "target", "hours_per_week", "projects")
    } == {
        "kind": "profile",
        "role": "programmer",
        "target": "tech-pm",
        "hours_per_week": 5,
        "projects": "small-simple",
    }
    assert (experience["kind"], experience["work"], experience["role"]) == (
        "experience",
        "technical",
        "programmer",
    )
    assert experience["from"] == "2020-03-01"
    stored = run_cli("history", "--json").json["entries"]
    assert {entry["id"] for entry in stored} == {profile["id"], experience["id"]}


def test_the_first_task_takes_half_an_hour_at_most_and_the_dates_are_a_range():
    answer = run_cli("start", *ANSWERS, "--no-input", "--json").json
    assert 0 < answer["slice"]["minutes"] <= 30
    assert answer["slice"]["checklist"]
    assert answer["task"]["id"] == run_cli("next", "--json").json["task"]["id"]
    assert answer["finish"]["p50"] < answer["finish"]["p80"]


def test_the_first_day_names_no_certificate_and_nothing_to_read():
    out = run_cli("start", *ANSWERS, "--no-input").out
    assert not any(word in out for word in ("CAPM", "PMP", "CSM", "certificate", "http", "Read"))


def test_without_options_and_a_terminal_the_defaults_are_taken_and_nothing_is_asked():
    result = run_loaded("start")
    assert result.code == 0
    assert "[" not in result.err
    entries = run_cli("history", "--json").json["entries"]
    assert [(entry["kind"], entry["target"], entry["hours_per_week"]) for entry in entries] == [
        ("profile", "tech-pm", 8)
    ]


def test_a_second_start_keeps_what_was_said_and_not_the_same_months_twice():
    run_cli("start", *ANSWERS, "--no-input")
    again = run_cli(
        "start", "--role", "programmer", "--since", "2020-03", "--no-input", "--json"
    ).json
    assert [entry["kind"] for entry in again["entries"]] == ["profile"]
    assert again["hours_per_week"] == 5


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        pytest.param(["--role", "astronaut"], "astronaut", id="a role there is none of"),
        pytest.param(
            ["--since", "2020-13", "--role", "programmer"], "2020-13", id="a month that is none"
        ),
        pytest.param(
            ["--since", "2030-01", "--role", "programmer"], "1 Jan 2030", id="a month to come"
        ),
        pytest.param(["--since", "2020-01"], "--role", id="since when, but in no role"),
        pytest.param(["--hours-per-week", "0"], "--hours-per-week", id="no hours"),
        pytest.param(["--projects", "huge"], "huge", id="projects of another kind"),
        pytest.param(["--pmo-services", "coffee"], "coffee", id="a service that is none"),
    ],
)
def test_a_wrong_answer_in_a_script_is_refused_and_nothing_is_written(arguments, named, home):
    result = run_cli("start", *arguments, "--no-input")
    assert result.code != 0
    assert named in result.err
    assert not home.exists()


def test_on_a_terminal_each_question_shows_its_default_and_a_wrong_answer_is_asked_again():
    answers = ["develper\n", "developer\n", "\n", "\n", "lots\n", "6\n", "27\n", "9\n", "\n", "\n"]
    shown, code = on_terminal(answers=answers)
    assert code == 0
    assert "Did you mean 1 Programmer or analyst" in shown
    assert shown.count("Enter: none of these)") == 2
    assert shown.count("Enter: 8)") == 2
    assert shown.count("'lots' is no answer to that.") == 1
    assert "--" not in shown.partition("question 6 of 6")[0]
    profile = run_cli("profile", "--json").json["profile"]
    assert (profile["role"], profile["hours_per_week"]) == ("programmer", 6)
    assert (profile["past_weeks"], profile["projects"]) == (9, "mixed")


def test_a_number_an_id_a_title_and_another_name_are_one_answer_and_are_repeated():
    for number, answer in enumerate(("10", "tech-pm", "tech project manager", "IT PM")):
        shown, _ = on_terminal("--dry-run", answers=[f"{answer}\n", CTRL_C])
        assert "  → Tech project manager" in shown.replace("\r", ""), number


def test_every_answer_of_the_six_is_kept_and_each_question_says_which_it_is():
    answers = ["project lead", "6 years", "portfolio office", "5", "20", "large", "MSc"]
    shown, code = on_terminal(answers=[f"{answer}\n" for answer in answers])
    assert code == 0
    assert [f"question {place} of 6" in shown for place in range(1, 7)] == [True] * 6
    profile = run_cli("profile", "--json").json["profile"]
    assert {key: profile[key] for key in ("role", "target", "hours_per_week")} == {
        "role": "junior-pm",
        "target": "portfolio-pmo",
        "hours_per_week": 5,
    }
    assert (profile["past_weeks"], profile["projects"]) == (20, "large-complex")
    assert profile["education"] == "master"


@pytest.mark.parametrize(
    ("typed", "since"),
    [
        ("6 years", "2020-11-21"),
        pytest.param("March 2020", "2020-03-01", marks=pytest.mark.slow),
        pytest.param("2020", "2020-01-01", marks=pytest.mark.slow),
        pytest.param("2020-03", "2020-03-01", marks=pytest.mark.slow),
        pytest.param("about 6 weeks", "2026-10-10", marks=pytest.mark.slow),
        ("since May 2019", "2019-05-01"),
    ],
)
def test_since_when_is_answered_as_people_say_it(typed, since):
    answers = ["8\n", f"{typed}\n", *["\n"] * 5]
    on_terminal(answers=answers)
    (held,) = run_cli("experience", "--json").json["experience"]
    assert (held["role"], held["from"]) == ("project-coordinator", since)


def test_back_asks_the_question_before_anew():
    answers = ["tester\n", "2020\n", "back\n", "back\n", "team lead\n", "2021\n", *["\n"] * 5]
    shown, code = on_terminal(answers=answers)
    assert code == 0
    assert shown.count("question 1 of 6") == 2
    held = run_cli("experience", "--json").json["experience"]
    assert {(each["role"], each["from"]) for each in held} == {("team-lead", "2021-01-01")}


def test_a_role_of_two_kinds_of_work_has_its_months_counted_as_both():
    begun = ["--role", "scrum master", "--since", "2023-01", "--no-input"]
    assert run_cli("start", *begun).code == 0
    held = run_cli("experience", "--json").json["experience"]

    assert sorted((each["work"], each["from"]) for each in held) == [
        ("agile", "2023-01-01"),
        ("hands-on", "2023-01-01"),
    ]


def test_the_weeks_behind_one_need_no_answer_and_none_at_all_is_one():
    unsaid, _ = on_terminal(answers=["programmer\n", *["\n"] * 6])
    assert "(0 to 26; Enter: leave it open)" in unsaid
    assert run_cli("profile", "--json").json["profile"]["past_weeks"] is None
    on_terminal(answers=["\n", "\n", "\n", "\n", "0\n", "\n", "\n"])
    assert run_cli("profile", "--json").json["profile"]["past_weeks"] == 0
    again, _ = on_terminal(answers=["\n"] * 7)
    assert "(0 to 26; Enter: 0)" in again


def test_pmo_people_are_asked_for_type_and_services_and_others_are_not():
    pmo, _ = on_terminal(
        answers=["pmo-manager\n", "2021-03\n", "programme\n", "4, reports\n", *["\n"] * 5]
    )
    assert "Enter: Portfolio PMO lead)" in pmo
    profile = run_cli("profile", "--json").json["profile"]
    assert (profile["pmo_type"], profile["pmo_services"]) == (
        "programme",
        ["benefits", "reporting"],
    )
    other, _ = on_terminal(answers=["programmer\n", *["\n"] * 6])
    assert "Your PMO" not in other


@pytest.mark.parametrize(
    "key", [pytest.param(END_OF_INPUT, id="the input closed"), pytest.param(CTRL_C, id="Ctrl-C")]
)
@pytest.mark.parametrize("answered", sweep(range(7), quick=[1, 6]))
def test_interrupted_at_any_question_nothing_is_written(key, answered, home):
    answers = ["programmer\n", "2020-03\n", *["\n"] * 4][:answered]
    shown, code = on_terminal(answers=[*answers, key])
    assert code == 130
    assert shown.replace("\r", "").endswith("\nNothing was written.\n")
    assert not home.exists()


def test_what_is_given_as_an_option_is_not_asked():
    shown, code = on_terminal(*ANSWERS, answers=["\n", "\n", "\n"])
    assert code == 0
    assert "Your role today" not in shown
    assert "question 2 of 3" in shown.partition("The projects you want")[2]


def test_who_says_no_input_is_asked_nothing_on_a_terminal():
    shown, code = on_terminal("--no-input", answers=[])
    assert code == 0
    assert "question" not in shown


def test_a_pmo_persons_transition_questions_come_before_the_plan():
    asked = ("start", "--role", "pmo-manager", "--target", "portfolio-pmo", "--no-input")
    out = run_cli(*asked, "--dry-run").out
    assert out.index("questions come before the plan") < out.index("Your way")
    out = run_cli(*asked, "--detail").out
    assert out.index("q06") < out.index("In the role")
    assert "pmcareer answer q06" in out
    run_cli("answer", "q06", "By two people, slowly")
    ids = [each["id"] for each in run_cli("start", "--no-input", "--json").json["questions"]]
    assert ids
    assert "q06" not in ids


@pytest.mark.parametrize(
    ("since", "stays"),
    [
        pytest.param("2026-10", True, id="new"),
        pytest.param("2026-06", False, id="there for months"),
    ],
)
def test_somebody_new_in_a_team_is_told_to_stay_for_ninety_days(since, stays):
    remarks = run_cli(
        "start", "--role", "programmer", "--since", since, "--no-input", "--json"
    ).json["remarks"]
    assert any("90 days" in remark for remark in remarks) is stays


def test_a_dry_run_stores_nothing(home):
    answer = run_cli("start", *ANSWERS, "--no-input", "--dry-run", "--json").json
    assert answer["stored"] is False
    assert not home.exists()


def test_anybodys_curriculum_can_be_started():
    a_home(a_curriculum(an_exercise("rsk-01", accept=["one"])), a_profile(hours_per_week=3))
    answer = run_cli("start", "--role", "starter", "--no-input", "--json").json
    assert (answer["task"]["id"], answer["target"], answer["hours_per_week"]) == (
        "rsk-01",
        "tech-pm",
        3,
    )


def test_the_keys_are_the_same_when_nothing_is_open():
    keys = run_cli("start", "--no-input", "--json", "--dry-run").json.keys()
    a_home(a_curriculum())
    nothing = run_cli("start", "--no-input", "--json").json
    assert nothing["task"] is None
    assert nothing.keys() == keys


def test_who_does_not_say_since_when_is_told_that_no_month_counts():
    answers = ("--role", "programmer", "--target", "tech-pm", "--no-input", "--json")
    (remark,) = run_cli("start", *answers).json["remarks"]
    assert remark.startswith("Since when? Until then no month counts")
    assert remark.endswith("pmcareer profile --role programmer --since DATE")
    assert run_cli("start", *answers, "--since", "2024-03").json["remarks"] == []


ROLES = [role.id for role in read_curriculum(None).roles]


@pytest.mark.parametrize("role", sweep([None, *ROLES], quick=[None, "pmo-analyst"]))
@pytest.mark.parametrize("since", [None, "2020", "2026-10"])
def test_the_answer_takes_one_screen_and_no_line_is_cut(role, since):
    arguments = ["--role", role] if role else []
    arguments += ["--since", since] if role and since else []
    result = run_cli("start", *arguments, "--no-input", COLUMNS="80")
    lines = result.out.splitlines()
    assert result.code == 0, result.err
    assert len(lines) <= 22
    assert max(map(len, lines)) <= 80
    assert any(
        line.startswith(("Then: pmcareer log ", "Then: pmcareer project ")) for line in lines
    )


def test_the_way_is_drawn_in_one_line_with_the_days_below_it_that_plan_says():
    lines = run_cli("start", *ANSWERS, "--no-input", COLUMNS="80").out.splitlines()
    picture = lines.index("Your way") + 1
    assert lines[picture].split(" ─")[0] == "  Programmer or analyst"
    assert lines[picture].endswith("► Tech PM")
    assert lines[picture].count("►") == 2
    finish = run_cli("plan", "--json").json["routes"][0]["finish"]
    years = [finish["likely"][:4], finish["safe"][:4]]
    last = lines[picture + 1].split("  ")[-1]
    assert [word for word in last.split() if word.isdecimal()] == years
    assert lines[picture + 1].startswith("  today  ")


def test_a_detail_says_every_date_and_what_it_rests_on():
    brief = run_cli("start", *ANSWERS, "--no-input", "--dry-run").out
    out = run_cli("start", *ANSWERS, "--no-input", "--detail").out
    for words in ("In the role", "Study done", "Rests on", "Stored in "):
        assert words in out
        assert words not in brief


@pytest.mark.parametrize(
    ("role", "proposed"),
    [
        ("PMO analyst", "senior-pmo-analyst"),
        ("PMO lead", "pmo-manager"),
        ("engineering manager", "delivery-manager"),
        ("project manager", "senior-pm"),
    ],
)
def test_who_names_no_target_is_proposed_the_post_that_mostly_comes_next(role, proposed):
    answer = run_cli("start", "--role", role, "--no-input", "--dry-run", "--json").json

    assert answer["target"] == proposed


def test_who_stands_at_the_end_of_every_way_is_offered_no_way_back():
    answer = run_cli("start", "--role", "epmo", "--no-input", "--dry-run", "--json").json
    assert answer["target"] == "portfolio-pmo"
    out = run_cli("start", "--role", "epmo", "--no-input", "--dry-run").out
    assert out.startswith("Portfolio PMO lead, head of the enterprise PMO  8 h a week\n")
    assert "you hold it" in out


def test_what_people_say_around_an_answer_is_no_part_of_it():
    answers = ["none", "", "about 5 h a week", "never", "none", "none"]
    _, code = on_terminal(answers=[f"{answer}\n" for answer in answers])
    assert code == 0
    profile = run_cli("profile", "--json").json["profile"]
    assert (profile["hours_per_week"], profile["past_weeks"]) == (5, 0)
    assert (profile["role"], profile["projects"], profile["education"]) == (None, None, None)


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("teacher", id="a trade that is on no map"),
        pytest.param("nothing", id="a word"),
        pytest.param("?", id="a sign"),
    ],
)
def test_what_is_like_nothing_listed_is_told_what_can_be_typed(typed):
    shown, _ = on_terminal(answers=[f"{typed}\n", CTRL_C])
    assert f"'{typed}' is none of these. Type a number from 1 to 23, a word, or Enter." in shown


@pytest.mark.parametrize("word", ["quit", "exit", "Q"])
def test_a_word_leaves_too(word, home):
    shown, code = on_terminal(answers=["tester\n", f"{word}\n"])
    assert code == 130
    assert shown.endswith("> " + f"{word}\nNothing was written.\n")
    assert not home.exists()


def test_who_starts_again_is_offered_what_was_said_and_the_same_months_count_once():
    run_cli("start", *ANSWERS, "--no-input")
    shown, code = on_terminal(answers=["\n"] * 7)
    assert code == 0
    for said in ("Enter: Programmer or analyst)", "Enter: 1 Mar 2020)", "Enter: 5)"):
        assert said in shown
    (held,) = run_cli("experience", "--json").json["experience"]
    assert held["from"] == "2020-03-01"


def test_who_is_on_a_detour_today_is_drawn_there_today():
    out = run_cli("start", "--role", "consultant", "--no-input", COLUMNS="80").out
    titles, days = out.partition("Your way\n")[2].splitlines()[:2]
    assert "Consulting" in titles
    assert days.split()[:2] == ["today", "today"]


@pytest.mark.parametrize(
    ("typed", "context", "asks"),
    [
        ("contractor", "contract", "On contract: which role do you do then"),
        ("career break", "break", "On a break, or back from one: which role"),
        ("Elternzeit", "break", "On a break, or back from one: which role"),
    ],
)
def test_a_situation_is_kept_and_a_script_is_told_how_to_say_the_role(typed, context, asks):
    a_home()
    answer = run_cli("start", "--role", typed, "--no-input", "--json")

    assert answer.code == 0
    assert answer.json["role"] is None
    assert answer.json["entry"]["context"] == context
    (remark,) = answer.json["remarks"]
    assert remark.startswith(asks)
    assert remark.endswith("pmcareer profile --role ROLE")


def test_beside_a_role_the_situation_is_kept_and_the_role_too():
    a_home()
    entry = run_cli("start", "--role", "freelance developer", "--no-input", "--json").json["entry"]

    assert (entry["role"], entry["context"]) == ("programmer", "contract")


def test_on_a_terminal_the_role_before_is_asked_and_when_it_was_left():
    a_home()
    said = ["career break", "tech pm", "2015-03", "2022-10", *[""] * 6]
    shown, code = on_terminal(answers=[f"{answer}\n" for answer in said])

    assert code == 0
    assert "The role that you do then, or did last" in shown
    assert "When did you leave it?" in shown
    profile = run_cli("profile", "--json").json["profile"]
    assert (profile["role"], profile["context"]) == ("tech-pm", "break")
    assert (profile["target"], profile["left"]) == ("tech-pm", "2022-10-01")


def test_months_end_on_the_day_the_role_was_left():
    a_home()
    begun = ["--role", "former tech pm", "--since", "2015-03", "--left", "2022-10", "--no-input"]
    assert run_cli("start", *begun).code == 0
    served = run_cli("experience", "--json").json["experience"]

    assert [(each["from"], each["to"]) for each in served] == [("2015-03-01", "2022-10-01")]
