"""What all commands that write one entry promise."""

import pytest

from running import run_cli, run_process

WRITING = [
    pytest.param(["defer", "pmf-02", "--until", "+14d"], id="defer"),
    pytest.param(["answer", "q01", "By Friday"], id="answer"),
    pytest.param(["lesson", "Ask first", "--for", "leads"], id="lesson"),
    pytest.param(["experience", "leading", "--from", "2024-03-01"], id="experience"),
    pytest.param(["certificate", "capm", "--on", "yesterday"], id="certificate"),
    pytest.param(["project", "CRM", "--outcome", "In use"], id="project"),
    pytest.param(["assess", "risk", "3", "--by", "manager"], id="assess"),
    pytest.param(["profile", "--hours-per-week", "5"], id="profile"),
]


@pytest.mark.parametrize("arguments", WRITING)
def test_it_says_what_and_how_to_take_it_back_and_where_only_if_asked(arguments, home):
    said = run_cli(*arguments)
    assert said.code == 0
    assert len(said.out.splitlines()) <= 3
    assert said.out.splitlines()[-1] == "Wrong? pmcareer undo"
    assert str(home) not in said.out
    asked = run_cli("--verbose", *arguments)
    assert str(home / "logbook.toml") in asked.out


@pytest.mark.parametrize("arguments", WRITING)
def test_the_entry_answered_is_the_entry_stored(arguments):
    entry = run_cli(*arguments, "--note", "So it was", "--json").json["entry"]
    assert entry["note"] == "So it was"
    [stored] = run_cli("history", "--json").json["entries"]
    assert stored == entry | {"void": False}


@pytest.mark.parametrize("arguments", WRITING)
def test_a_dry_run_stores_nothing(arguments, home):
    assert run_cli(*arguments, "-n", "--json").json["stored"] is False
    told = run_cli(*arguments, "--dry-run")
    assert "nothing was stored" in told.out
    assert told.err == ""
    assert not home.exists()


@pytest.mark.parametrize("arguments", WRITING)
@pytest.mark.parametrize("note", ["", "   ", "a\x1b]52;c;x\x07", "\u202e", "x" * 4001], ids=repr)
def test_a_note_that_can_not_be_kept_is_refused_before_anything_is_stored(arguments, note, home):
    result = run_cli(*arguments, "--note", note)
    assert result.code == 2
    assert "--note" in result.err
    assert "\x1b" not in result.err
    assert "\u202e" not in result.err
    assert not home.exists()


def test_bytes_that_are_no_text_are_refused(home):
    result = run_process("lesson", "x", "--note", "\udc80", PYTHONUTF8="1")
    assert result.code == 2
    assert not home.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["lesson", "x", "--on", "2026-11-22"],
        ["certificate", "capm", "--on", "tomorrow"],
        ["project", "CRM", "--outcome", "x", "--on", "+1d"],
        ["assess", "risk", "3", "--on", "2027-01-01"],
        ["experience", "leading", "--from", "2027-01-01"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_what_has_not_happened_is_not_recorded(arguments, home):
    assert run_cli(*arguments, "--json").error["code"] == "future-day"
    assert not home.exists()
