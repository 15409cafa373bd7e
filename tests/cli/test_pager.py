"""What is longer than the terminal is read page by page, by whoever wants it so."""

import pytest

from running import run_cli, run_on_terminal

PAGED = "through the pager:"


@pytest.fixture
def pager(tmp_path):
    """A pager that says that it was there, and what it was told by the environment."""
    script = tmp_path / "a pager"
    script.write_text(f'#!/bin/sh\necho "{PAGED} $LESS $1"\ncat\n', "utf-8")
    script.chmod(0o755)
    return f"'{script}' --its-own-option"


def shown(pager, *line, **environment):
    return run_on_terminal(*line, **{"LINES": "24", "PAGER": pager} | environment).out


def test_what_is_longer_than_the_screen_goes_through_the_pager_whole(pager):
    out = shown(pager, "list", "exercises")
    assert out.startswith(f"{PAGED} FRX --its-own-option")
    last = run_cli("list", "exercises", COLUMNS="80").out.splitlines()[-1]
    assert last in out


@pytest.mark.parametrize(
    "line",
    [
        ["--help"],
        ["status", "--json"],
        ["list", "exercises", "--no-pager"],
        ["--plain", "list", "exercises"],
    ],
)
def test_what_fits_what_a_script_reads_and_who_wants_none_gets_none(pager, line):
    assert PAGED not in shown(pager, *line)


@pytest.mark.parametrize(
    "environment",
    [
        pytest.param({"TERM": "dumb"}, id="a dumb terminal"),
        pytest.param({"ACCESSIBLE": "1"}, id="a screen that is listened to"),
        pytest.param({"PAGER": ""}, id="no pager"),
        pytest.param({"PAGER": "no-such-program-anywhere"}, id="a pager that is not there"),
        pytest.param({"PAGER": "'half a quote"}, id="a pager that can't be read"),
        pytest.param({"LINES": "5000"}, id="a very long screen"),
    ],
)
def test_the_answer_comes_whole_where_there_is_no_pager(pager, environment):
    out = shown(pager, "list", "exercises", **environment)
    assert PAGED not in out
    assert "pmf-01" in out


def test_a_pipe_is_never_paged(pager):
    assert PAGED not in run_cli("list", "exercises", PAGER=pager, LINES="2").out


def test_what_was_stored_is_said_at_once(pager):
    assert PAGED not in shown(pager, "log", "pmf-01", "60", "--no-input", LINES="1")
    assert PAGED in shown(pager, "history", LINES="1")


def test_a_long_help_is_paged_however_it_is_asked_for(pager):
    for line in (["log", "--help"], ["help", "log"], ["help", "words"], ["schema"]):
        assert PAGED in shown(pager, *line, LINES="20")


def test_a_reader_who_leaves_early_is_no_failure(tmp_path):
    script = tmp_path / "head"
    script.write_text("#!/bin/sh\nhead -n 1\n", "utf-8")
    script.chmod(0o755)
    result = run_on_terminal("schema", LINES="24", PAGER=str(script))
    assert result.code == 0
    assert len(result.out.splitlines()) == 1


@pytest.mark.parametrize(
    ("said", "given"),
    [
        pytest.param({"LESS": "-iMS"}, "-iMS -R", id="colours are let through beside their own"),
        pytest.param({"LESS": "-iMR"}, "-iMR", id="who has it is given nothing"),
        pytest.param({}, "FRX", id="nor who said nothing"),
    ],
)
def test_a_less_of_ones_own_manners_shows_colours_and_not_their_codes(tmp_path, said, given):
    script = tmp_path / "less"
    script.write_text(f'#!/bin/sh\necho "{PAGED} $LESS $*"\ncat\n', "utf-8")
    script.chmod(0o755)
    out = shown(str(script), "list", "exercises", **said)
    assert out.splitlines()[0].split() == [*PAGED.split(), *given.split()]
