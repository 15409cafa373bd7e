"""Promises about processes: their streams, their exit codes, and what they leave behind."""

import os
import re
import signal
import subprocess
import sys

import pytest

from pmcareer.storage.logbook.reading import read_logbook
from running import a_home, run_cli, run_loaded, run_on_terminal, run_shell
from sweeps import sweep

from builders import a_curriculum, a_lesson, an_exercise, logbook_text

ESCAPE = "\x1b"
COLOUR = re.compile(r"\x1b\[[0-9;]*(3[0-7]|9[0-7])m")


def test_reading_leaves_no_trace(home):
    for command in (
        "next",
        "list",
        "history",
        "profile",
        "status",
        "experience",
        "certificate",
        "project",
    ):
        assert run_cli(command).code == 0
    assert not home.exists()


def test_results_go_to_stdout_and_errors_to_stderr():
    right, wrong = run_loaded("list"), run_loaded("show", "nosuchthing")
    assert right.out
    assert right.err == ""
    assert wrong.out == ""
    assert wrong.err.startswith("There is no item 'nosuchthing'.")
    assert wrong.code == 1


def test_a_failure_for_a_script_is_one_object():
    result = run_loaded("defer", "pmf-2x", "--until", "monday", "--json")
    assert result.error["code"] == "unknown-exercise"
    assert set(result.error) == {"code", "message", "hint", "stored"}
    assert result.error["stored"] == []
    assert result.out == ""


def test_a_wrong_command_line_for_a_script_is_one_object_too():
    assert run_loaded("list", "--jsn", "--json").error["code"] == "unknown-option"
    assert run_loaded("nxt", "--json").error["code"] == "unknown-command"


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("pmcareer list <&-", marks=pytest.mark.slow, id="no stdin"),
        pytest.param("pmcareer list >&-", marks=pytest.mark.slow, id="no stdout"),
        pytest.param("pmcareer list 2>&-", marks=pytest.mark.slow, id="no stderr"),
        pytest.param("pmcareer list <&- >&- 2>&-", id="no stream at all"),
        pytest.param(
            "mkdir gone; cd gone; rmdir ../gone; pmcareer list", id="a folder that is gone"
        ),
        pytest.param(
            "unset HOME PMCAREER_HOME XDG_DATA_HOME XDG_STATE_HOME; pmcareer list",
            marks=pytest.mark.slow,
            id="no home",
        ),
        pytest.param(
            "pmcareer list | head -1; exit ${PIPESTATUS[0]}",
            marks=pytest.mark.slow,
            id="a reader who has seen enough",
        ),
        pytest.param("pmcareer list exercises | :", id="a reader who never looks"),
    ],
)
def test_a_poor_surrounding_is_no_reason_to_fail(line, tmp_path):
    result = run_shell(f'cd "{tmp_path}"; {line}')
    assert result.code == 0
    assert result.err == ""


needs_a_full_device = pytest.mark.skipif(
    not os.path.exists("/dev/full"),  # noqa: PTH110
    reason="needs a device that is always full",
)


@needs_a_full_device
@pytest.mark.parametrize(
    "command",
    sweep(["list", "list --json", "--help", "schema"], quick=["list --json"]),
)
def test_an_answer_that_can_not_be_written_is_a_failure_in_one_line(command):
    result = run_shell(f"pmcareer {command} >/dev/full")
    assert result.code == 1
    assert result.err.count("\n") == 1


@needs_a_full_device
@pytest.mark.parametrize(
    "command",
    sweep(
        [
            "log pmf-01",
            "defer pmf-01 --until +7d",
            "assess risk 2",
            "undo",
            "profile --role programmer",
            "plan --save",
            "start --role programmer --no-input",
        ],
        # In our own process all of them are tried each time: tests/faults/test_outcome_before_answer.py.
        quick=["log pmf-01"],
    ),
)
def test_an_entry_that_is_stored_is_no_failure_when_only_the_answer_is_lost(command, home):
    a_home(None, a_lesson("Ask first"))
    before = read_logbook(home / "logbook.toml").entries
    result = run_shell(f"pmcareer {command} >/dev/full")
    assert read_logbook(home / "logbook.toml").entries[: len(before)] == before
    assert len(read_logbook(home / "logbook.toml").entries) > len(before)
    assert result.code == 0
    assert result.err.startswith("It is stored; only the answer could not be written: ")


@needs_a_full_device
def test_a_script_whose_answer_is_lost_learns_what_is_stored(home):
    result = run_loaded("log", "pmf-01", "--json", unheard=True)
    (entry,) = read_logbook(home / "logbook.toml").entries
    assert result.code == 0
    assert result.error["code"] == "answer-lost"
    assert result.error["stored"] == [entry.id]


@needs_a_full_device
@pytest.mark.parametrize(
    "command",
    sweep(
        ["log pmf-01 --dry-run", "assess risk", "profile"],
        quick=["log pmf-01 --dry-run", "profile"],
    ),
)
def test_a_lost_answer_of_what_stores_nothing_is_a_failure(command, home):
    result = run_loaded(*command.split(), "--json", unheard=True)
    assert result.code == 1
    assert result.error["code"] == "input-output"
    assert result.error["stored"] == []
    assert not home.exists()


@needs_a_full_device
def test_a_merge_and_a_sheet_are_done_though_nobody_hears_of_it(home, tmp_path):
    other = tmp_path / "other.toml"
    other.write_text(logbook_text(a_lesson("Ask first")), encoding="utf-8")
    merged = run_loaded("merge", str(other), "--json", unheard=True)
    (entry,) = read_logbook(home / "logbook.toml").entries
    assert (merged.code, merged.error["stored"]) == (0, [entry.id])
    asked = ("work", "pmf-01", "--output", str(tmp_path / "sheet.md"))
    sheet = run_loaded(*asked, "--json", unheard=True)
    assert (sheet.code, sheet.error["code"]) == (0, "answer-lost")
    assert (tmp_path / "sheet.md").exists()
    twice = run_loaded("merge", str(other), "--json", unheard=True)
    assert (twice.code, twice.error["code"]) == (1, "input-output")


def test_a_path_from_a_folder_that_is_gone_is_explained(tmp_path):
    result = run_shell(
        f'mkdir "{tmp_path}/gone"; cd "{tmp_path}/gone"; rmdir "{tmp_path}/gone"; pmcareer --home x list'
    )
    assert result.code == 1
    assert "The folder you are in is gone" in result.err
    assert "Traceback" not in result.err


def test_a_closed_stdout_is_never_the_logbook(home):
    assert run_shell('pmcareer lesson "Ask first" >&-').code == 0
    assert "Stored" not in (home / "logbook.toml").read_text(encoding="utf-8")


def test_an_interrupt_is_silent(tmp_path):
    started = tmp_path / "started"
    os.mkfifo(started)
    editor = tmp_path / "editor"
    editor.write_text(f'#!/bin/sh\necho > "{started}"\nexec cat', encoding="utf-8")
    editor.chmod(0o755)
    process = subprocess.Popen(
        [sys.executable, "-m", "pmcareer", "edit"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"EDITOR": str(editor)},
    )
    started.read_text(encoding="utf-8")
    process.send_signal(signal.SIGINT)
    assert process.communicate()[1] == b""
    assert process.returncode == 130


def test_a_bug_is_one_line_without_a_word_of_the_user():
    private = "what-only-i-know"
    bug = (
        "import sys; from pmcareer.cli.boundary import guarded\n"
        "from pmcareer.cli.look import Look\n"
        f"def run():\n    note = {private!r}\n    raise RuntimeError(note)\n"
        "sys.exit(guarded(run, Look(environment={}), as_json=False))"
    )
    done = subprocess.run(
        [sys.executable, "-c", bug], check=False, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert private not in done.stderr
    assert "pmcareer doctor" in done.stderr


def test_debugging_shows_the_traceback():
    bug = (
        "import sys; from pmcareer.cli.boundary import guarded\n"
        "from pmcareer.cli.look import Look\n"
        "sys.exit(guarded(lambda: 1 / 0, Look(environment={'PMCAREER_DEBUG': '1'}), as_json=False))"
    )
    done = subprocess.run(
        [sys.executable, "-c", bug], check=False, capture_output=True, encoding="utf-8"
    )
    assert "ZeroDivisionError" in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    ("environment", "arguments"),
    [
        pytest.param({"NO_COLOR": "1"}, [], id="no colour wanted"),
        pytest.param({"TERM": "dumb"}, [], id="a dumb terminal"),
        pytest.param({}, ["--color", "never"], id="the option says never"),
        pytest.param({"NO_COLOR": "1", "FORCE_COLOR": "1"}, [], id="no colour beats force"),
        pytest.param({"CLICOLOR": "0"}, [], id="no colour by its other name"),
        pytest.param({"FORCE_COLOR": "0"}, [], id="forced to have none"),
    ],
)
def test_a_terminal_gets_no_escape_codes_when_none_are_wanted(environment, arguments):
    assert ESCAPE not in run_on_terminal("list", *arguments, **environment).out


@pytest.mark.slow
@pytest.mark.parametrize(
    "environment", [{}, {"NO_COLOR": ""}], ids=["plain terminal", "an empty NO_COLOR"]
)
def test_a_terminal_gets_colour(environment):
    assert COLOUR.search(run_on_terminal("list", "exercises", **environment).out)


def test_a_pipe_gets_no_escape_codes_unless_they_are_forced():
    assert ESCAPE not in run_cli("list", "exercises").out
    assert COLOUR.search(run_cli("list", "exercises", FORCE_COLOR="1").out)
    assert COLOUR.search(run_cli("list", "exercises", CLICOLOR_FORCE="1", CLICOLOR="0").out)
    assert ESCAPE not in run_cli("list", "exercises", CLICOLOR_FORCE="0").out
    assert COLOUR.search(run_cli("list", "exercises", "--color", "always", NO_COLOR="1").out)
    assert ESCAPE not in run_cli("list", "exercises", "--json", FORCE_COLOR="1").out


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1"])
def test_a_narrow_encoding_is_no_reason_to_fail(encoding):
    a_home(a_curriculum(an_exercise("rsk-01", title="Risiken → Maßnahmen ✓")))
    for arguments in (["show", "rsk-01"], ["list", "exercises"], ["show", "rsk-01", "--plain"]):
        assert run_cli(*arguments, encoding=encoding).code == 0
    assert (
        run_cli("show", "rsk-01", "--json", encoding=encoding).json["item"]["title"]
        == "Risiken → Maßnahmen ✓"
    )


@pytest.mark.parametrize("asked", [["--plain"], []], ids=["--plain", "ACCESSIBLE"])
def test_plain_output_has_no_signs(asked):
    text = run_cli("show", "tech-pm", *asked, ACCESSIBLE="" if asked else "1").out
    assert re.search(r"[\u2190-\u21ff\u2500-\u259f\u2800-\u28ff\u2713•○◐]", text) is None


def test_a_pipe_gets_one_record_per_line_and_nothing_cut():
    lines = run_cli("list", "exercises").out.splitlines()
    items = run_cli("list", "exercises", "--json").json["items"]
    assert [line.split()[0] for line in lines] == [item["id"] for item in items]
    assert all(item["title"] in line for line, item in zip(lines, items, strict=True))


@pytest.mark.parametrize("columns", [20, 40, 60, 80])
def test_lines_keep_to_the_width_and_lose_nothing(columns):
    result = run_cli("list", "exercises", "--skill", "risk", COLUMNS=str(columns))
    assert max(len(line) for line in result.out.splitlines()) <= columns
    whole = "".join(result.out.split())
    for item in run_cli("list", "exercises", "--skill", "risk", "--json").json["items"]:
        assert item["id"] in whole
        assert all(word in whole for word in item["title"].split())


def test_json_does_not_depend_on_the_terminal():
    usual = run_cli("show", "risk", "--json").out
    assert (
        run_cli("show", "risk", "--json", "--plain", COLUMNS="20", FORCE_COLOR="1", TERM="dumb").out
        == usual
    )
    assert usual.count("\n") == 1
