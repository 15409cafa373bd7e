"""A sheet that was filled in is evidence of the work; one that is as it was given is said to be so."""

import os

import pytest

from running import a_home, run_cli

from builders import a_curriculum, a_step, an_exercise

SHEET = "## Your risks\n\n| risk | owner |\n|---|---|\n| | |\n\n## A good example\n\n> Fire\n"
ONE = a_curriculum(
    an_exercise("rsk-01", title="Ten risks", accept=("Ten",), sheet="sheets/risks.md")
)
PLACE = "work/rsk-01.md"


@pytest.fixture
def sheet():
    """The sheet as it was given."""
    home = a_home(ONE)
    (home / "sheets").mkdir()
    (home / "sheets" / "risks.md").write_text(SHEET, encoding="utf-8")
    run_cli("work", "rsk-01")
    return home / "work" / "rsk-01.md"


def fill_in(sheet, row="| Ferry late | Ada |"):
    text = sheet.read_text(encoding="utf-8")
    sheet.write_text(text.replace("| | |", row), encoding="utf-8")


def logged(*more):
    return run_cli("log", "rsk-01", "60", *more, "--json").json


def test_a_filled_in_sheet_goes_with_the_entry(sheet):
    fill_in(sheet)
    answer = logged()
    assert answer["entry"]["evidence"] == PLACE
    assert any(PLACE in remark for remark in answer["remarks"])


def test_one_that_is_as_given_is_none_and_is_said_to_be_so(sheet):
    answer = logged()
    assert "evidence" not in answer["entry"]
    assert any("as it was given" in remark for remark in answer["remarks"])


def test_ticked_boxes_and_lined_up_tables_are_no_words(sheet):
    text = sheet.read_text(encoding="utf-8")
    text = text.replace("- [ ]", "- [x]").replace("|---|---|", "| ---- | ---- |")
    sheet.write_text(text, encoding="utf-8")
    assert "evidence" not in logged()["entry"]


def test_what_was_written_into_the_example_is_no_work(sheet):
    text = sheet.read_text(encoding="utf-8")
    sheet.write_text(text.replace("> Fire", "> Fire and flood"), encoding="utf-8")
    assert "evidence" not in logged()["entry"]


def test_evidence_that_was_named_stays(sheet):
    fill_in(sheet)
    assert logged("--evidence", "https://example.org")["entry"]["evidence"] == "https://example.org"


def test_the_sheet_by_another_path_is_the_sheet(sheet):
    sheet.write_text(sheet.read_text(encoding="utf-8") + "\nA word.\n", encoding="utf-8")
    assert logged("--evidence", str(sheet))["entry"]["evidence"] == PLACE
    other = sheet.with_name("other.md")
    other.write_text("Not the sheet", encoding="utf-8")
    assert logged("--again", "--evidence", str(other))["entry"]["evidence"] == str(other)


def test_the_sheet_named_as_evidence_and_empty_is_told(sheet):
    answer = logged("--evidence", PLACE)
    assert answer["entry"]["evidence"] == PLACE
    assert any("as it was given" in remark for remark in answer["remarks"])


def test_work_that_goes_on_has_no_evidence_yet(sheet):
    fill_in(sheet)
    assert "evidence" not in logged("--partial")["entry"]


def test_a_script_that_tries_again_after_the_sheet_was_filled_in_is_told_stored_before(sheet):
    logged("--id", "abc")
    fill_in(sheet)
    assert logged("--id", "abc")["stored_before"]


def test_the_portfolio_quotes_it_below_its_heading_as_text_alone(sheet):
    fill_in(sheet, "| Ferry <b>late</b> \x1b[31m [x](javascript:y) | Ada |")
    logged()
    text = run_cli("export", "markdown").out
    assert "### Ten risks: from its sheet" in text
    assert "**Your risks**: Ferry" in text
    for raw in ("<b>", "\x1b", "[x](javascript"):
        assert raw not in text
    assert "Fire" not in text


def test_a_sheet_that_is_gone_or_no_file_is_no_hindrance(sheet):
    fill_in(sheet)
    logged()
    sheet.unlink()
    if os.name == "posix":
        os.mkfifo(sheet)
    assert run_cli("export", "markdown").code == 0
    assert "evidence" not in logged("--again")["entry"]


def test_a_hostile_sheet_of_the_curriculum_does_not_refuse_the_log(sheet):
    fill_in(sheet)
    (sheet.parents[1] / "sheets" / "risks.md").unlink()
    assert run_cli("log", "rsk-01", "60").code == 0


def test_an_older_sheet_that_nobody_touched_is_none_after_the_curriculum_s_was_mended(sheet):
    file = sheet.parents[1] / "sheets" / "risks.md"
    mended = SHEET.replace("| risk | owner |", "| risk | whose it is |") + "\nAnother line.\n"
    file.write_text(mended, encoding="utf-8")
    answer = logged()
    assert "evidence" not in answer["entry"]
    assert any("as it was given" in remark for remark in answer["remarks"])


@pytest.mark.parametrize("text", ["hello", "", "## Something else\n\nhello\n"])
def test_a_text_without_a_heading_of_the_sheet_is_said_to_be_another(sheet, text):
    sheet.write_text(text, encoding="utf-8")
    answer = logged()
    assert "evidence" not in answer["entry"]
    assert any("none of the headings" in remark for remark in answer["remarks"])


def test_a_sheet_that_was_emptied_is_not_said_to_be_as_given(sheet):
    sheet.write_text("## Your risks\n", encoding="utf-8")
    answer = logged()
    assert "evidence" not in answer["entry"]
    assert any("nothing but what was given" in remark for remark in answer["remarks"])


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("Rédigé".encode("cp1252"), "no UTF-8 text"),
        ("Filled in".encode("utf-16"), "no UTF-8 text"),
        (b"x" * 200_001, "larger than 200,000 bytes"),
    ],
)
def test_a_sheet_that_cannot_be_read_is_told(sheet, content, why):
    sheet.write_bytes(content)
    answer = logged()
    assert "evidence" not in answer["entry"]
    [remark] = [each for each in answer["remarks"] if PLACE in each]
    assert "can't be read" in remark
    assert why in remark


def test_another_file_that_is_named_and_as_given_is_told_so(sheet):
    other = sheet.with_name("i.md")
    run_cli("work", "rsk-01", "--output", str(other))
    answer = logged("--evidence", str(other))
    assert answer["entry"]["evidence"] == str(other)
    assert any("as it was given" in remark for remark in answer["remarks"])
    fill_in(other)
    assert not any(
        "sheet" in each for each in logged("--again", "--evidence", str(other))["remarks"]
    )


def test_a_step_s_sheet_is_evidence_when_it_was_filled_in():
    step = a_step("ask", title="Ask for a year", sheet="ask.md", **{"for": "tech-pm"})
    home = a_home(a_curriculum(an_exercise("rsk-01"), step))
    (home / "ask.md").write_text("### Your letter\n\nDear …\n", encoding="utf-8")
    run_cli("work", "ask")
    answer = run_cli("log", "ask", "30", "--dry-run", "--json").json
    assert "evidence" not in answer["entry"]
    assert any("as it was given" in remark for remark in answer["remarks"])
    sheet = home / "work" / "ask.md"
    sheet.write_text(sheet.read_text("utf-8").replace("Dear …", "Dear Ms Holm"), encoding="utf-8")
    assert "evidence" not in run_cli("log", "ask", "30", "--partial", "--json").json["entry"]
    answer = run_cli("log", "ask", "30", "--json").json
    assert answer["entry"]["evidence"] == "work/ask.md"
