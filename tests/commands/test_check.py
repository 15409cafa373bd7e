"""`pmcareer check`: every problem of a curriculum."""

from datetime import date
from io import StringIO

import pytest
from rich.console import Console

from pmcareer.commands.check import run
from pmcareer.errors import NoSuchFile
from pmcareer.settings import settings_of
from pmcareer.views import check as view
from pmcareer.views.parts.layout import Page
from running import run_cli

from builders import (
    TODAY,
    a_certification,
    a_curriculum,
    a_gate,
    a_prompt,
    a_role,
    an_advice,
    an_exercise,
    curriculum_text,
)


def settings(home):
    return settings_of({}, home=home, today=TODAY)


def lines(answer):
    console = Console(file=StringIO(), width=100_000)
    for part in view.render(answer, Page(width=100_000)):
        console.print(part)
    return console.file.getvalue().splitlines()


def test_a_sound_file_is_counted(tmp_path):
    file = tmp_path / "mine.toml"
    file.write_text(curriculum_text(a_curriculum(an_exercise("rsk-01"), an_exercise("rsk-02"))))
    checked = run(settings(tmp_path), file)
    assert checked.exit_code == 0
    assert view.as_dict(checked) == {
        "file": str(file),
        "files": [{"file": str(file), "errors": 0, "warnings": 0}],
        "problems": [],
        "old": [],
    }
    assert lines(checked) == [f"No problems in {file}", "1 skill, 2 exercises, 2 roles"]


def test_problems_have_file_line_place_message_and_mend_and_exit_with_three(tmp_path):
    file = tmp_path / "mine.toml"
    file.write_text(curriculum_text(a_curriculum(an_exercise("rsk-01", hours=(3, 2, 1)))))
    checked = run(settings(tmp_path), file)
    (problem,) = view.as_dict(checked)["problems"]
    assert checked.exit_code == 3
    line = file.read_text().split("\n").index("hours = [") + 1
    assert problem == {
        "file": str(file),
        "line": line,
        "where": "exercises rsk-01, hours",
        "message": "3, 2, 1 are out of order.",
        "hint": "They go optimistic, likely, pessimistic, the smallest first.",
        "severity": "error",
    }
    assert lines(checked) == [
        f"{file}:{line}: exercises rsk-01, hours: {problem['message']} {problem['hint']}",
        f"1 problem in {file}",
    ]


def test_a_prompt_asked_at_no_moment_is_named_with_its_line_and_its_mend(tmp_path):
    sound = curriculum_text(a_curriculum(a_prompt("q01", when=("weekly",))))
    file = tmp_path / "mine.toml"
    file.write_text(sound.replace('"weekly"', '"wekly"'))
    (problem,) = view.as_dict(run(settings(tmp_path), file))["problems"]
    assert "when = [" in file.read_text().split("\n")[problem["line"] - 1]
    assert problem["where"] == "prompts q01, when 1"
    assert problem["message"] == "'wekly' is not known here."
    assert problem["hint"].startswith("Did you mean 'weekly'? It can be 'project-close', ")


def test_of_many_problems_the_first_twenty_are_shown_and_all_are_in_the_json(tmp_path):
    """F40."""
    file = tmp_path / "mine.toml"
    file.write_text(
        curriculum_text(a_curriculum(*(an_exercise(f"e{at}", hours=(3, 2, 1)) for at in range(25))))
    )
    checked = run(settings(tmp_path), file)
    assert len(view.as_dict(checked)["problems"]) == 25
    assert lines(checked)[20:] == ["and 5 more", f"25 problems in {file}"]


def test_without_a_name_the_curriculum_in_the_home_is_checked(tmp_path):
    (tmp_path / "curriculum.toml").write_text("format = 1\n")
    checked = run(settings(tmp_path))
    (checked,) = checked.files
    assert checked.file == str(tmp_path / "curriculum.toml")
    assert {problem.where for problem in checked.found} == {"", "title", "version"}
    assert "there is no role to head for." in {problem.message for problem in checked.found}


def test_a_file_that_is_not_there_is_no_curriculum_to_mend(tmp_path):
    with pytest.raises(NoSuchFile):
        run(settings(tmp_path), tmp_path / "nowhere.toml")


def test_nothing_in_a_file_controls_the_terminal(tmp_path):
    """F33."""
    file = tmp_path / "mine.toml"
    file.write_text(
        'format = 1\ntitle = "a\\u001b]0;x\\u0007"\nversion = "[red]\\u202e"\n"\\u001b[2J" = 1\n'
    )
    text = "\n".join(lines(run(settings(tmp_path), file)))
    assert not {"\x1b", "\x07", "\u202e"} & set(text)
    assert "\\x1b[2J" in text


def test_several_files_are_checked_in_one_go(tmp_path):
    sound, broken = tmp_path / "a.toml", tmp_path / "b.toml"
    sound.write_text(curriculum_text(a_curriculum(an_exercise("rsk-01"))))
    broken.write_text(curriculum_text(a_curriculum(an_exercise("rsk-01", hours=(3, 2, 1)))))
    done = run_cli("check", str(sound), str(broken), "--json")
    assert done.code == 3
    assert [problem["file"] for problem in done.json["problems"]] == [str(broken)]
    assert [(each["file"], each["errors"]) for each in done.json["files"]] == [
        (str(sound), 0),
        (str(broken), 1),
    ]
    said = run_cli("check", str(sound), str(broken)).out
    assert f"No problems in {sound}" in said
    assert f"1 problem in {broken}" in said


def test_one_file_that_is_not_there_is_named_whatever_the_others_hold(tmp_path):
    sound = tmp_path / "a.toml"
    sound.write_text(curriculum_text(a_curriculum(an_exercise("rsk-01"))))
    done = run_cli("check", str(sound), str(tmp_path / "none.toml"))
    assert done.code == 1
    assert f"No problems in {sound}" in done.out
    assert f"1 problem in {tmp_path / 'none.toml'}" in done.out
    assert "There is no file" in done.err
    told = run_cli("check", str(tmp_path / "none.toml"), str(sound), "--json")
    assert told.code == 1
    assert [each["errors"] for each in told.json["files"]] == [1, 0]


def test_a_warning_is_told_and_stops_nobody(tmp_path):
    file = tmp_path / "mine.toml"
    roles = a_role("starter"), a_role("boss", needs={"risk": 2})
    file.write_text(curriculum_text(a_curriculum(an_exercise(), *roles, default_role="boss")))
    done = run_cli("check", str(file), "--json")
    assert done.code == 0
    (problem,) = done.json["problems"]
    assert (problem["severity"], problem["where"]) == ("warning", "default_role")
    said = run_cli("check", str(file)).out
    assert "warning: default_role: start and goal are one: boss." in said
    assert f"No problems in {file}, 1 warning" in said
    assert run_cli("--curriculum", str(file), "next").code == 0
    checks = run_cli("--curriculum", str(file), "doctor", "--json").json["checks"]
    assert [each["ok"] for each in checks if each["name"] == "curriculum"] == [True]


def test_wrong_values_links_and_what_nobody_can_reach_are_told_in_one_pass(tmp_path):
    file = tmp_path / "mine.toml"
    text = curriculum_text(
        a_curriculum(
            an_exercise("rsk-01", requires=("nowhere",)),
            a_role("starter"),
            a_role("boss", needs={"risk": 2}),
            an_advice(when=("months_pmo > 3", "months_pmo < 2")),
        )
    )
    file.write_text(text.replace("level = 2", "level = 8"))
    said = run_cli("check", str(file)).out
    for part in ("8 is out of bounds", "no exercise 'nowhere'", "can never hold together"):
        assert part in said


MAP = """format = 1
title = "Two"
version = "1"
[[skills]]
id = "alpha"
title = "Alpha"
[[exercises]]
id = "a-1"
skill = "alpha"
title = "First"
level = 1
hours = [1, 2, 3]
[[roles]]
id = "base"
title = "Base"
[[roles]]
id = "goal"
title = "Goal"
needs = { alpha = 3 }
gates = [
  { id = "g1", kind = "experience", work = "leading", months = 12, window_years = 0.5 },
]
[[moves]]
from = "base"
to = "goal"
months = [6, 3, 1]
[[steps]]
id = "s-1"
title = "Ask"
for = "nowhere"
minutes = 10
"""
LEVEL, WINDOW = "roles goal, needs", "roles goal, gates"
NEVER, ORDER, FOR = "moves base -> goal, to", "moves base -> goal, months", "steps s-1, for"


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        pytest.param("minutes = 10", "minutes = 0", {LEVEL, WINDOW, NEVER, ORDER, FOR}, id="step"),
        pytest.param("level = 1", "level = 9", {WINDOW, NEVER, ORDER, FOR}, id="level"),
        pytest.param("hours = [1,", "hours = [-1,", {LEVEL, WINDOW, NEVER, ORDER, FOR}, id="hours"),
        pytest.param('skill = "alpha"', "skill = 3", {WINDOW, NEVER, ORDER, FOR}, id="skill"),
        pytest.param("{ alpha = 3 }", "{ alpha = 7 }", {WINDOW, NEVER, ORDER, FOR}, id="need"),
        pytest.param('from = "base"', "from = 3", {LEVEL, WINDOW}, id="move"),
        pytest.param('"base"\ntitle', '"base"\nwrok = 1\ntitle', {LEVEL, WINDOW, ORDER}, id="key"),
    ],
)
def test_one_wrong_value_hides_nothing_but_what_rests_on_it(tmp_path, right, wrong, told):
    file = tmp_path / "mine.toml"
    file.write_text(MAP)
    whole = {problem.where for problem in run(settings(tmp_path), file).files[0].found}
    assert whole == {LEVEL, WINDOW, NEVER, ORDER, FOR}

    assert right in MAP
    file.write_text(MAP.replace(right, wrong))
    found = {problem.where for problem in run(settings(tmp_path), file).files[0].found}
    assert found & whole == told
    assert found - whole


def test_whose_curriculum_it_is_and_its_terms_are_said(tmp_path):
    file = tmp_path / "mine.toml"
    keys = {
        "authors": ("Ada Example", "Bo Sample"),
        "license": "CC-BY-4.0",
        "homepage": "https://example.org/pm",
    }
    file.write_text(curriculum_text(a_curriculum(an_exercise(), **keys)))
    credit = "By Ada Example, Bo Sample; CC-BY-4.0; https://example.org/pm"
    assert credit in run_cli("check", str(file)).out
    assert credit in run_cli("--curriculum", str(file), "doctor").out


OLD = a_curriculum(
    an_exercise(),
    a_certification(
        "pmp",
        as_of=date(2026, 1, 1),
        url="https://example.org/pmp",
        facts={"fee": {"known": "reported", "as_of": date(2024, 6, 1)}},
    ),
)


def test_facts_that_were_looked_up_over_a_year_ago_are_named_where_that_is_asked(tmp_path):
    file = tmp_path / "mine.toml"
    file.write_text(curriculum_text(OLD))
    assert run_cli("check", str(file)).code == 0
    found = run_cli("check", str(file), "--fresh")
    assert found.code == 1
    for part in ("1 fact", "2024-06-01", "pmp", "fee", "https://example.org/pmp"):
        assert part in found.out
    (fact,) = run_cli("check", str(file), "--fresh", "--json").json["old"]
    assert (fact["certification"], fact["aspect"], fact["as_of"]) == ("pmp", "fee", "2024-06-01")
    assert run_cli("check", str(file), "--json").json["old"] == []


def test_how_old_a_fact_is_goes_by_the_day_that_is_said(tmp_path):
    file = tmp_path / "mine.toml"
    file.write_text(curriculum_text(OLD))
    early = run_cli("check", str(file), "--fresh", today="2025-05-31")
    assert early.code == 0
    assert "No fact was looked up over 12 months ago" in early.out
    late = run_cli("check", str(file), "--fresh", "--json", today="2027-06-01")
    assert [fact["aspect"] for fact in late.json["old"]] == [
        "eligibility",
        "exam",
        "fee",
        "renewal",
    ]


def test_problems_come_before_old_facts(tmp_path):
    file = tmp_path / "mine.toml"
    file.write_text(curriculum_text(OLD).replace('skill = "risk"', 'skill = "gone"'))
    assert run_cli("check", str(file), "--fresh").code == 3


def test_only_certificates_count_months_by_complexity(tmp_path):
    file = tmp_path / "mine.toml"
    gate = a_gate("led", work="leading", months=12, complexity="complex")
    certificate = a_certification("pmp", gates=(gate,))
    file.write_text(curriculum_text(a_curriculum(an_exercise(), certificate)))
    assert run_cli("check", str(file)).code == 0
    role = a_role("tech-pm", gates=(gate,))
    file.write_text(curriculum_text(a_curriculum(an_exercise(), a_role("starter"), role)))
    result = run_cli("check", str(file))
    assert result.code == 3
    assert "only certifications count months by complexity" in result.out
