"""Stories for interviews: kept, checked, counted against the eight that are asked for."""

import pytest

from running import a_home, run_cli, talk

from builders import a_curriculum, a_skill, a_story, an_exercise, closed, finished

SMALL = a_curriculum(
    an_exercise("rsk-01", title="A living register"),
    an_exercise("stk-01", skill="stakeholders"),
    a_skill("risk", answers="risk"),
)
CRM = closed("New CRM", "Live in May", skills=("risk",), on="2026-05-20", id="crm1")
TOLD = (
    "--situation",
    "It was late.",
    "--task",
    "Save it.",
    "--action",
    "I asked why.",
    "--result",
    "Live, 3 % under.",
)


def on_terminal(*arguments, answers):
    """Answer each question when it is asked, and give what was shown and the exit code."""
    return talk(*arguments, answers=[f"{answer}\n" for answer in answers])


def test_on_a_terminal_the_four_questions_are_asked_and_an_empty_answer_is_asked_again():
    a_home(SMALL, CRM)
    shown, code = on_terminal(
        "story",
        "add",
        "--project",
        "CRM",
        answers=["", "It was late", "Save it", "I asked", "3 % under"],
    )
    asked = [
        shown.index(word)
        for word in ("About: New CRM", "Situation:", "Task:", "Action:", "Result:")
    ]
    assert (asked, code) == (sorted(asked), 0)
    assert shown.count("Situation:") == 2
    (story,) = run_cli("story", "--json").json["stories"]
    assert [story[key] for key in ("title", "situation", "task", "action", "result")] == [
        "New CRM",
        "It was late",
        "Save it",
        "I asked",
        "3 % under",
    ]


def test_what_is_given_as_an_option_is_not_asked():
    a_home(SMALL)
    shown, code = on_terminal("story", "add", *TOLD[:6], "--title", "Late", answers=["3 % under"])
    assert (shown.count("> "), code) == (1, 0)


def test_a_story_grows_from_a_project():
    a_home(SMALL, CRM)
    entry = run_cli("story", "add", "--project", "crm", *TOLD, "--json").json["entry"]
    assert entry["title"] == "New CRM"
    assert entry["entries"] == ["crm1"]
    assert entry["skills"] == ["risk"]
    assert entry["action"] == "I asked why."


def test_a_story_grows_from_an_exercise():
    a_home(SMALL, finished("rsk-01", id="f1"))
    entry = run_cli(
        "story", "add", "--from", "f1", *TOLD, "--title", "Found in time", "--json"
    ).json["entry"]
    assert (entry["title"], entry["entries"], entry["skills"]) == (
        "Found in time",
        ["f1"],
        ["risk"],
    )


def test_what_an_interviewer_would_miss_is_said_and_nothing_is_refused():
    a_home(SMALL)
    vague = (
        "--situation",
        "a",
        "--task",
        "b",
        "--action",
        "We tried",
        "--result",
        "It went well",
        "--title",
        "Vague",
    )
    added = run_cli("story", "add", *vague)
    assert added.code == 0
    assert "no number" in added.out
    assert 'never says "I"' in added.out
    assert "7 words; two minutes take 200 to 320" in added.out


def test_a_story_of_two_minutes_with_a_number_and_an_i_has_no_remark():
    a_home(SMALL)
    good = (
        "--situation",
        "so " * 80,
        "--task",
        "we " * 40,
        "--action",
        "I did " * 50,
        "--result",
        "30 % less",
    )
    assert run_cli("story", "add", *good, "--title", "Good", "--json").json["remarks"] == []


def test_without_a_terminal_what_is_missing_is_named_and_nothing_is_kept(home):
    refused = run_cli("story", "add", "--title", "Half", "--situation", "a")
    assert (refused.code, refused.out) == (2, "")
    assert "--task" in refused.err
    assert not home.exists()


def test_alone_it_lists_them_with_what_they_answer():
    a_home(SMALL, a_story("Scope doubled", situation="The sponsor changed the scope", id="s1"))
    listed = run_cli("story", "--json").json
    assert [story["id"] for story in listed["stories"]] == ["s1"]
    assert set(listed["stories"][0]["answers"]) == {"change", "stakeholder"}
    assert listed["wanted"] == 8
    assert "Scope doubled" in run_cli("story").out


def test_the_matrix_says_who_answers_what_and_what_is_open():
    a_home(
        SMALL,
        a_story("Scope", situation="The scope changed", id="s1"),
        a_story("Register", skills=("risk",), id="s2"),
    )
    matrix = run_cli("story", "matrix", "--json").json
    assert matrix["by_question"] | {"change": ["s1"], "risk": ["s2"]} == matrix["by_question"]
    assert matrix["by_skill"] == {"risk": ["s2"]}
    assert set(matrix["unanswered"]) == {
        "conflict",
        "failure",
        "influence",
        "deadline",
        "stakeholder",
        "data",
    }
    assert "no story yet" in run_cli("story", "matrix").out


def test_one_project_that_carries_all_is_named():
    two = [a_story(name, entries=("crm1",), id=name) for name in ("s1", "s2")]
    a_home(SMALL, CRM, *two)
    assert run_cli("story", "--json").json["only_project"] == "New CRM"
    assert "One project carries them all: New CRM" in run_cli("story", "matrix", COLUMNS="80").out
    a_home(SMALL, CRM, *two, a_story("s3", id="s3"))
    assert run_cli("story", "--json").json["only_project"] is None


def test_nothing_kept_shows_how_one_begins():
    assert "pmcareer story add" in run_cli("story").out


@pytest.mark.parametrize(
    ("arguments", "code", "named"),
    [
        pytest.param(("ad",), 2, "'ad'", id="a use there is not"),
        pytest.param(("list", "--title", "x"), 2, "story add", id="a title without add"),
        pytest.param(
            ("add", "--project", "nothing", *TOLD), 1, "nothing", id="a project there is not"
        ),
        pytest.param(("add", "--from", "x9", *TOLD), 1, "x9", id="an entry there is not"),
        pytest.param(
            ("add", "--from", "crm1", "--project", "CRM", *TOLD), 2, "--project", id="two sources"
        ),
        pytest.param(("add", "--title", "", *TOLD), 2, "--title", id="an empty title"),
    ],
)
def test_a_wrong_word_keeps_nothing(arguments, code, named):
    home = a_home(SMALL, CRM)
    before = (home / "logbook.toml").read_bytes()
    refused = run_cli("story", *arguments)
    assert (refused.code, refused.out) == (code, "")
    assert named in refused.err
    assert (home / "logbook.toml").read_bytes() == before


def test_a_dry_run_keeps_nothing():
    home = a_home(SMALL, CRM)
    before = (home / "logbook.toml").read_bytes()
    assert (
        "nothing was stored"
        in run_cli("story", "add", "--project", "New CRM", *TOLD, "--dry-run").out
    )
    assert (home / "logbook.toml").read_bytes() == before


def test_on_a_terminal_a_story_of_an_exercise_is_told_with_its_sheet_at_hand():
    sheet = a_curriculum(an_exercise("rsk-01", sheet="risks.md"))
    home = a_home(sheet)
    (home / "risks.md").write_text("## Your risks\n\n| | |\n", encoding="utf-8")
    run_cli("work", "rsk-01")
    kept = home / "work" / "rsk-01.md"
    kept.write_text(
        kept.read_text(encoding="utf-8").replace("| | |", "| Ferry late | Ada |"), encoding="utf-8"
    )
    entry = run_cli("log", "rsk-01", "--json").json["entry"]["id"]
    shown, code = on_terminal(
        "story", "add", "--from", entry, answers=["It was late", "Save it", "I asked", "3 % under"]
    )
    assert code == 0
    assert shown.index("From its sheet, Your risks: Ferry late, Ada") < shown.index("Situation:")
