"""`work ID --check FILE` says which figures of a filled-in sheet are right, and gives none away."""

import os

import pytest

from pmcareer.storage.curriculum.guides import figures_of
from pmcareer.storage.curriculum.reading import read_curriculum
from running import a_home, run_cli

from builders import a_curriculum, an_exercise


def with_figures():
    """The first shipped exercise that asks for figures, and those."""
    shipped = read_curriculum(None)
    for exercise in shipped.exercises:
        if figures := figures_of(exercise, shipped, None):
            return exercise.id, figures
    pytest.fail("no exercise asks for a figure")


def a_sheet(path, answers):
    rows = "\n".join(f"| {label} | {answer} |" for label, answer in answers.items())
    text = f"## Figures\n\n| figure | yours |\n|---|---|\n{rows}\n"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_nothing_filled_in_is_empty_and_no_figure_is_given_away(tmp_path):
    name, figures = with_figures()
    file = a_sheet(tmp_path / "mine.md", {each["asks"]: "" for each in figures})
    result = run_cli("work", name, "--check", file, "--json")
    assert result.code == 1
    assert {each["state"] for each in result.json["figures"]} == {"empty"}
    assert "still empty" in run_cli("work", name, "--check", file).out
    assert not {"value", "expected"} & set(result.json["figures"][0])


def test_a_number_far_off_is_wrong_and_a_word_is_not_read(tmp_path):
    name, figures = with_figures()
    labels = [each["asks"] for each in figures]
    file = a_sheet(tmp_path / "mine.md", dict.fromkeys(labels, "987 654 321"))
    states = {
        each["state"] for each in run_cli("work", name, "--check", file, "--json").json["figures"]
    }
    assert states == {"wrong"}
    file = a_sheet(tmp_path / "mine.md", dict.fromkeys(labels, "seven or so"))
    assert "can't be read as one number" in run_cli("work", name, "--check", file).out


def test_a_row_that_can_not_be_worked_out_is_told_as_such(tmp_path):
    name, figures = with_figures()
    answers = {figures[0]["asks"]: "", "Weight of the moon, t": "3"}
    file = a_sheet(tmp_path / "mine.md", answers)
    assert run_cli("work", name, "--check", file, "--json").json["not_checked"] == [
        "weight of the moon, t"
    ]
    assert "it can't be worked out here" in run_cli("work", name, "--check", file).out


def test_a_row_that_is_not_in_the_sheet_is_not_called_empty(tmp_path):
    name, figures = with_figures()
    file = a_sheet(tmp_path / "mine.md", {figures[0]["asks"]: "1" * 39 + "z" * 180_000})
    out = run_cli("work", name, "--check", file).out
    assert "no such row in the sheet" in out.replace("\n", " ")
    assert "still empty" not in out
    # What is far too long is only named.
    assert len(out) < 5_000


def test_the_sheet_of_another_exercise_is_told_as_that(tmp_path):
    name, _ = with_figures()
    other = next(each.id for each in read_curriculum(None).exercises if each.id != name)
    file = tmp_path / "mine.md"
    table = "## Figures\n\n| figure | yours |\n|---|---|\n| Weight of the moon, t | 3 |\n"
    file.write_text(table, encoding="utf-8")
    result = run_cli("work", name, "--check", str(file), "--json")
    assert (result.code, result.error["code"]) == (1, "another-sheet")
    file.write_text(f"# A title\n\n{other} \u00b7 level 2\n\n{table}", encoding="utf-8")
    assert f"pmcareer work {other} --check" in run_cli("work", name, "--check", str(file)).err


def test_an_exercise_without_figures_says_so(tmp_path):
    a_home(a_curriculum(an_exercise("rsk-01")))
    file = a_sheet(tmp_path / "mine.md", {})
    result = run_cli("work", "rsk-01", "--check", file, "--json")
    assert (result.code, result.error["code"]) == (1, "nothing-to-check")


def test_a_file_without_the_table_says_so(tmp_path):
    name, _ = with_figures()
    file = tmp_path / "mine.md"
    file.write_text("# Mine\n", encoding="utf-8")
    result = run_cli("work", name, "--check", str(file), "--json")
    assert (result.code, result.error["code"]) == (1, "no-figures")


def a_pipe(path):
    if os.name != "posix":
        pytest.skip("pipes of POSIX")
    os.mkfifo(path)


HOSTILE = {
    "gone": (lambda _: None, "no-such-file"),
    "a folder": (lambda path: path.mkdir(), "not-readable"),
    "a pipe": (a_pipe, "not-readable"),
    "a giant": (
        lambda path: os.truncate(os.open(path, os.O_CREAT | os.O_RDWR), 3 * 10**9),
        "not-readable",
    ),
    "no text": (lambda path: path.write_bytes(b"\xff\xfe\x00"), "not-readable"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_is_refused_in_a_sentence(kind, tmp_path):
    name, _ = with_figures()
    make, code = HOSTILE[kind]
    make(tmp_path / "mine.md")
    result = run_cli("work", name, "--check", str(tmp_path / "mine.md"), "--json")
    assert (result.code, result.error["code"]) == (1, code)


def test_a_name_with_a_nul_is_refused():
    name, _ = with_figures()
    assert run_cli("work", name, "--check", "a\0b").code in {1, 2}


@pytest.mark.parametrize("other", [["--print"], ["--example"], ["--output", "x.md"]])
def test_it_goes_with_nothing_else(other, tmp_path):
    name, _ = with_figures()
    result = run_cli("work", name, "--check", a_sheet(tmp_path / "mine.md", {}), *other)
    assert result.code == 2
