"""`check` names what helps with an exercise and does not fit it, with line and mend."""

from pmcareer.storage.curriculum.reading import read_curriculum
from running import a_home, run_cli

from builders import a_curriculum, an_exercise


def lines_of(home, start):
    lines = (home / "curriculum.toml").read_text(encoding="utf-8").splitlines()
    return [number for number, line in enumerate(lines, 1) if line.startswith(start)]


def problems_of(**keys):
    home = a_home(a_curriculum(an_exercise("rsk-01", hours=[2, 3, 4], **keys)))
    result = run_cli("check", "--json")
    return home, result


def parts(*minutes):
    return [{"minutes": each, "text": "Do it"} for each in minutes]


def test_a_wrong_sum_is_a_problem_at_its_line():
    home, result = problems_of(parts=parts(30, 20, 20))
    assert result.code == 3
    [problem] = result.json["problems"]
    assert "70 minutes" in problem["message"]
    assert problem["line"] in {
        *lines_of(home, "parts"),
        *lines_of(home, "[[exercises.parts]]"),
        *lines_of(home, "id ="),
    }
    assert problem["hint"]


def test_a_long_beginning_is_a_problem():
    _, result = problems_of(parts=parts(60, 60, 60))
    assert result.code == 3
    assert "first part" in result.json["problems"][0]["message"]


def test_two_mistakes_are_a_warning_and_no_error():
    _, result = problems_of(parts=parts(30, 60, 60), mistakes=["one", "two"])
    assert result.code == 0
    assert [problem["severity"] for problem in result.json["problems"]] == ["warning"]


def test_a_part_without_minutes_is_named():
    home = a_home(a_curriculum(an_exercise("rsk-01")))
    file = home / "curriculum.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace('id = "rsk-01"', 'id = "rsk-01"\nparts = [{ text = "Begin" }]', 1),
        encoding="utf-8",
    )
    result = run_cli("check", "--json")
    assert result.code == 3
    assert "minutes" in str(result.json["problems"])


def test_an_exercise_whose_sheet_is_not_there_is_a_problem():
    _, result = problems_of(sheet="sheets/gone.md")
    assert result.code == 3
    assert "sheets/gone.md" in result.json["problems"][0]["message"]


def test_own_hours_that_contradict_the_shipped_parts_are_a_warning():
    mine = read_curriculum(None).exercises[0].model_copy(update={"hours": (0.1, 0.2, 0.3)})
    home = a_home(a_curriculum(mine))
    file = home / "curriculum.toml"
    text = file.read_text(encoding="utf-8")
    # Of the builder's curriculum the exercise alone, laid over ours.
    row = text[text.index("[[exercises]]") :]
    row = row[: row.index("\n[[", 1)]
    file.write_text(
        f'format = 1\ntitle = "Mine"\nversion = "1"\nextends = "shipped"\n\n{row}\n', "utf-8"
    )
    result = run_cli("check", "--json")
    assert result.code == 0
    [problem] = result.json["problems"]
    assert problem["severity"] == "warning"
    assert "shipped parts are left out" in problem["message"]
