"""A sheet to work on is written where nothing stands, or printed; today's task where none is named."""

import os
import subprocess
import sys

import pytest

from pmcareer.storage.curriculum.reading import read_curriculum
from pmcareer.storage.practice import practice_folder, read_firm
from running import a_home, run_cli

from builders import (
    a_curriculum,
    a_profile,
    a_resource,
    a_step,
    an_exercise,
    finished,
    worked,
)

ASK = a_step(
    "ask",
    title="Ask for a year in the business",
    do="Write one page.",
    why="Your date waits for it.",
    accept=("The page exists", "Your manager has read it"),
    waits=14,
    **{"for": "tech-pm"},
)
BOOK = a_resource("a-book", title="A book on risk", url="https://example.org/risk")
SMALL = a_curriculum(
    an_exercise(
        "rsk-01",
        title="A living register",
        deliverable="The register",
        accept=("Ten risks", "One was closed"),
        resources=("a-book",),
    ),
    ASK,
    BOOK,
)
SHEET = "## Letter\n\n| part | yours |\n|---|---|\n| To whom | |\n\n### A good one\n\n> Dear Ada\n\n### A poor one\n\n> Hi\n\n### Afterwards\n\nThank them.\n"


@pytest.fixture
def with_a_sheet():
    """A home whose curriculum has a sheet for its one step."""
    home = a_home(a_curriculum(ASK.model_copy(update={"sheet": "sheets/letter.md"})))
    (home / "sheets").mkdir()
    (home / "sheets" / "letter.md").write_text(SHEET, encoding="utf-8")
    return home


def test_it_writes_what_to_do_and_a_box_for_each_point_into_the_home():
    home = a_home(SMALL)
    result = run_cli("work", "ask")
    path = home / "work" / "ask.md"
    assert (result.code, result.err) == (0, "")
    assert str(path) in result.out
    assert 'pmcareer log ask --with "NAME"' in result.out
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# Ask for a year in the business\n")
    for said in ("Write one page.", "Your date waits for it.", "ask again after 14 days"):
        assert said in text
    assert text.count("- [ ] ") == len(ASK.accept)


def test_without_an_id_it_is_todays_task():
    a_home(SMALL)
    assert run_cli("work", "--json").json["id"] == run_cli("next", "--json").json["task"]["id"]


def test_todays_task_may_be_a_step():
    a_home(
        None,
        a_profile(role="pmo-manager", target="portfolio-pmo", on="2026-11-01"),
        worked("inv-01", 30, on="2026-11-02"),
        finished("inv-01", on="2026-11-03"),
    )
    task = run_cli("next", "--json").json["task"]
    answer = run_cli("work", "--print", "--json").json
    assert (answer["kind"], answer["id"]) == (task["kind"], task["id"])
    assert answer["kind"] == "step"


def test_an_exercise_without_a_sheet_gets_one_of_its_checklist_with_what_to_read():
    a_home(SMALL)
    text = run_cli("work", "rsk-01", "--print").out
    assert "The register" in text
    assert "## 1. Ten risks" in text
    assert "## 2. One was closed" in text
    assert "- A book on risk: <https://example.org/risk>" in text


def test_the_sheet_of_the_curriculum_stands_below_the_boxes(with_a_sheet):
    run_cli("work", "ask")
    text = (with_a_sheet / "work" / "ask.md").read_text(encoding="utf-8")
    assert text.index("- [ ] Your manager has read it") < text.index("| To whom | |")


def test_nothing_is_ever_written_over(with_a_sheet):
    run_cli("work", "ask")
    path = with_a_sheet / "work" / "ask.md"
    path.write_text("mine", encoding="utf-8")
    result = run_cli("work", "ask")
    assert result.code == 1
    assert "there already; nothing was written" in result.err
    assert path.read_text(encoding="utf-8") == "mine"
    assert [each.name for each in path.parent.iterdir()] == ["ask.md"]


def test_a_link_that_leads_nowhere_is_not_followed(tmp_path):
    a_home(SMALL)
    link = tmp_path / "mine.md"
    link.symlink_to(tmp_path / "elsewhere.md")
    assert run_cli("work", "ask", "--output", str(link)).code == 1
    assert not (tmp_path / "elsewhere.md").exists()


def test_it_goes_where_it_is_told(tmp_path):
    home = a_home(SMALL)
    answer = run_cli("work", "ask", "--output", str(tmp_path / "mine.md"), "--json").json
    assert answer["path"] == str(tmp_path / "mine.md")
    assert (answer["kind"], answer["id"], answer["text"]) == ("step", "ask", None)
    assert (tmp_path / "mine.md").is_file()
    assert not (home / "work").exists()


def test_a_folder_that_is_not_there_is_named_and_not_made(tmp_path):
    a_home(SMALL)
    result = run_cli("work", "ask", "--output", str(tmp_path / "gone" / "mine.md"), "--json")
    assert result.code == 1
    assert result.error["code"] == "not-stored"
    assert not (tmp_path / "gone").exists()


@pytest.mark.parametrize("option", ["--print", "--example"])
def test_what_is_printed_writes_nothing(option, with_a_sheet):
    before = sorted(with_a_sheet.rglob("*"))
    result = run_cli("work", "ask", option)
    assert result.code == 0
    assert "Dear Ada" in result.out
    assert sorted(with_a_sheet.rglob("*")) == before


def test_the_example_is_the_good_and_the_poor_one_alone(with_a_sheet):
    text = run_cli("work", "ask", "--example").out
    assert "> Dear Ada" in text
    assert "> Hi" in text
    assert "To whom" not in text
    assert "Thank them" not in text


def test_where_there_is_no_example_it_says_so():
    a_home(SMALL)
    result = run_cli("work", "rsk-01", "--example", "--json")
    assert result.code == 1
    assert result.error["code"] == "no-example"


@pytest.mark.parametrize("option", ["--print", "--example"])
def test_a_place_for_what_is_only_printed_is_a_wrong_value(option, tmp_path):
    a_home(SMALL)
    result = run_cli("work", "ask", option, "--output", str(tmp_path / "mine.md"))
    assert result.code == 2
    assert not (tmp_path / "mine.md").exists()


@pytest.mark.parametrize("name", ["../secret.md", "/etc/passwd", "sheets/gone.md", "out/secret.md"])
def test_a_sheet_outside_the_folder_is_refused_and_a_problem_of_check(name, tmp_path):
    home = a_home(a_curriculum(ASK.model_copy(update={"sheet": name})))
    (home.parent / "secret.md").write_text("secret", encoding="utf-8")
    (home / "out").symlink_to(home.parent)
    result = run_cli("work", "ask", "--print")
    assert result.code == 3
    assert "secret\n" not in result.out
    problem = run_cli("check", "--json").json["problems"][0]
    assert name in problem["message"]
    assert problem["line"] == 1 + _lines_before(home / "curriculum.toml", "sheet = ")
    assert problem["hint"]


def _lines_before(file, start):
    lines = file.read_text(encoding="utf-8").splitlines()
    return next(place for place, line in enumerate(lines) if line.startswith(start))


def test_a_shipped_step_keeps_its_sheet_where_the_shipped_curriculum_is_extended():
    home = a_home()
    (home / "curriculum.toml").write_text(
        'format = 1\ntitle = "Ours"\nversion = "1"\nextends = "shipped"\n', encoding="utf-8"
    )
    step = next(step for step in read_curriculum(None).steps if step.sheet)
    result = run_cli("work", step.id, "--example")
    assert result.code == 0
    assert result.out.startswith("#")
    assert run_cli("check").code == 0


def test_ones_own_sheet_of_the_same_name_goes_before_the_shipped_one():
    home = a_home()
    (home / "curriculum.toml").write_text(
        'format = 1\ntitle = "Ours"\nversion = "1"\nextends = "shipped"\n', encoding="utf-8"
    )
    step = next(step for step in read_curriculum(None).steps if step.sheet)
    (home / step.sheet).parent.mkdir()
    (home / step.sheet).write_text("## Our own\n", encoding="utf-8")
    assert "## Our own" in run_cli("work", step.id, "--print").out


def test_a_read_only_home_is_one_sentence(tmp_path):
    home = a_home(SMALL)
    (home / "work").write_text("a file in the folder's place", encoding="utf-8")
    result = run_cli("work", "ask", "--json")
    assert result.code == 1
    assert result.error["code"] == "not-stored"


def test_somebody_without_a_home_can_print_and_gets_no_home(home):
    assert run_cli("work", "--print").code == 0
    assert not home.exists()


def test_the_sheet_is_for_its_owner_alone():
    home = a_home(SMALL)
    run_cli("work", "ask")
    if os.name == "posix":
        assert (home / "work" / "ask.md").stat().st_mode & 0o077 == 0


def test_a_wrong_word_gets_the_nearest_and_writes_nothing():
    home = a_home(SMALL)
    result = run_cli("work", "rsk-1", "--json")
    assert result.code == 1
    assert "rsk-01" in result.error["hint"]
    assert not (home / "work").exists()


PARTED = a_curriculum(
    an_exercise(
        "rsk-01",
        hours=[1, 2, 3],
        accept=("Ten risks", "One was closed"),
        resources=("a-book",),
        sheet="sheets/risks.md",
        parts=[{"minutes": 30, "text": "List ten"}, {"minutes": 60, "text": "Rate them"}],
        mistakes=("You list causes.",),
    ),
    BOOK,
)
RISKS = "## Your risks\n\n| risk | owner |\n|---|---|\n| | |\n\n## A good example\n\n> Fire\n\n## A poor example\n\n> Misc\n\n## The three faults\n\n1. Vague\n\n## A mail to your reviewer\n\n> Dear Ada\n"


@pytest.fixture
def with_a_guide():
    """A home whose curriculum brings all there is for its one exercise."""
    home = a_home(PARTED)
    (home / "sheets").mkdir()
    (home / "sheets" / "risks.md").write_text(RISKS, encoding="utf-8")
    return home


def test_the_sheet_of_an_exercise_has_its_boxes_parts_mistakes_and_readings(with_a_guide):
    run_cli("work", "rsk-01")
    text = (with_a_guide / "work" / "rsk-01.md").read_text(encoding="utf-8")
    order = ["- [ ] Ten risks", "| 1 | 30 | List ten |", "You list causes.", "| risk | owner |"]
    order += ["> Fire", "> Misc", "Dear Ada", "A book on risk", "1. Vague"]
    places = [text.index(each) for each in order]
    assert places == sorted(places)


def test_the_answers_come_last_in_the_example(with_a_guide):
    text = run_cli("work", "rsk-01", "--example").out
    assert text.startswith("## A good example")
    assert text.index("> Misc") < text.index("1. Vague")
    for other in ("| risk | owner |", "Dear Ada", "You list causes."):
        assert other not in text


@pytest.mark.parametrize("name", ["../secret.md", "/etc/passwd", "sheets/gone.md"])
def test_the_sheet_of_an_exercise_is_refused_outside_the_folder_too(name):
    home = a_home(a_curriculum(an_exercise("rsk-01", sheet=name)))
    (home.parent / "secret.md").write_text("secret", encoding="utf-8")
    result = run_cli("work", "rsk-01", "--print", "--json")
    assert (result.code, result.error["code"]) == (3, "bad-sheet")
    assert name in run_cli("check", "--json").json["problems"][0]["message"]


def test_who_has_no_project_is_shown_the_files_of_the_practice_firm():
    firm = read_firm()
    name = next(iter(firm.exercises))
    text = run_cli("work", name, "--print").out
    section = text.split("## Without a project of your own")[1].split("\n## ")[0]
    assert f"pmcareer log {name} --simulated" in section
    for file in ("README.md", *firm.exercises[name]):
        assert f"- {file}: " in section.replace("\\", "")
    other = next(iter(firm.not_here))
    assert "## Without a project" not in run_cli("work", other, "--print").out


def test_a_sheet_and_its_exercise_lead_to_the_practice_firm():
    assert "pmcareer work --practice tidewell" in run_cli("show", "inv-01").out
    assert "pmcareer work --practice tidewell" in run_cli("work", "inv-01").out


def test_the_files_of_the_practice_firm_are_copied_to_where_one_wants_them(tmp_path):
    folder = tmp_path / "tidewell"
    result = run_cli("work", "--practice", str(folder))
    assert (result.code, result.err) == (0, "")
    assert str(folder) in result.out
    index = read_firm(folder)
    assert index == read_firm()
    for name in index.files:
        assert (folder / name).read_bytes() == (practice_folder() / name).read_bytes()
    assert [each.name for each in tmp_path.iterdir()] == ["tidewell"]


def test_nothing_is_copied_over_what_is_there(tmp_path):
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "notes.md").write_text("kept", encoding="utf-8")
    for name in (folder, folder / "notes.md", folder / "notes.md" / "deeper"):
        result = run_cli("work", "--practice", str(name))
        assert result.code == 1
        assert "nothing was written" in result.err
    assert [each.name for each in folder.iterdir()] == ["notes.md"]
    assert [each.name for each in tmp_path.iterdir()] == ["mine"]


def test_a_disk_that_takes_no_more_of_the_practice_firm_says_so_in_words(tmp_path):
    if os.name != "posix":
        pytest.skip("limits of POSIX")
    code = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000));"
        "from pathlib import Path; from pmcareer.storage.firm_copy import copy_firm;"
        "copy_firm(Path(sys.argv[1]))"
    )
    folder = tmp_path / "tidewell"
    run = subprocess.run(
        [sys.executable, "-B", "-c", code, folder], capture_output=True, text=True, check=False
    )
    last = run.stderr.splitlines()[-1]
    assert last.endswith("the file would grow beyond a limit of the system; nothing was written.")
    assert list(tmp_path.iterdir()) == []


def test_a_dash_is_no_file_for_a_sheet(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = run_cli("work", "inv-01", "-o", "-")
    assert result.code == 2
    assert "--print" in result.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "beside", [("inv-01",), ("--print",), ("--example",), ("--check", "x"), ("--output", "y")]
)
def test_the_practice_firm_is_copied_alone(beside, tmp_path):
    result = run_cli("work", *beside, "--practice", f"{tmp_path}/tidewell")
    assert result.code == 2
    assert beside[0] in result.err
    assert list(tmp_path.iterdir()) == []


def test_who_names_a_sheet_that_is_not_there_hears_where_theirs_lies():
    home = a_home()
    assert run_cli("work", "inv-01", "--check", "inv-01.md").err == (
        "There is no file inv-01.md.\nCheck the path.\n"
    )
    written = run_cli("work", "inv-01")
    line = f"pmcareer work inv-01 --check {home / 'work' / 'inv-01.md'}"
    assert line in written.out.replace("\n", " ")
    result = run_cli("work", "inv-01", "--check", "inv-01.md")
    assert (result.code, result.err) == (
        1,
        f"There is no file inv-01.md.\nYour sheet is another: {line}\n",
    )


@pytest.mark.parametrize("name", ["", " ", "--help", "-h"])
@pytest.mark.parametrize("option", ["--practice", "--check"])
def test_what_is_no_name_is_no_folder_and_no_file(option, name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = run_cli("work", option, name)
    assert (result.code, list(tmp_path.iterdir())) == (2, [])
    assert option in result.err
