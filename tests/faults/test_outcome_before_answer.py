"""What a command that writes says of its outcome: exit code, bytes and words are of one mind.

For each: it succeeds; something is wrong before; the disk does not confirm; only the answer is lost.
"""

import errno
import io
import json
import os
import shutil
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout

import pytest

from pmcareer.cli.main import run
from pmcareer.storage.logbook.reading import read_logbook
from running import TODAY, a_home, run_cli, run_shell
from sweeps import sweep

from builders import a_lesson, finished, logbook_text

STORY = [f"--{part}=What was so" for part in ("title", "situation", "task", "action", "result")]
ENTRIES = {
    "log": ["log", "pmf-02", "--minutes", "90"],
    "log --id": ["log", "pmf-02", "--id", "timer-1"],
    "undo": ["undo"],
    "answer": ["answer", "q01", "By Friday"],
    "lesson": ["lesson", "Ask first"],
    "defer": ["defer", "pmf-02", "--until", "+7d"],
    "profile": ["profile", "--hours-per-week", "5"],
    "experience": ["experience", "leading", "--from", "2024-03-01"],
    "certificate": ["certificate", "capm", "--on", "yesterday"],
    "project": ["project", "CRM", "--outcome", "In use"],
    "assess": ["assess", "risk", "2"],
    "story": ["story", "add", *STORY],
    "plan --save": ["plan", "--save"],
    "start": ["start", "--role", "programmer", "--since", "2024-03", "--no-input"],
    "merge": ["merge", "OTHER"],
    "edit": ["edit"],
}
"""Commands that add entries to the logbook."""
FILES = {
    "work": ["work", "pmf-02", "--output", "FILE"],
    "export": ["export", "csv", "--output", "FILE"],
}
"""Commands that write a file that is no logbook."""


@pytest.fixture(autouse=True)
def _an_editor(tmp_path_factory, monkeypatch):
    """Let everybody's editor add a lesson below what is there."""
    editor = tmp_path_factory.mktemp("bin") / "editor"
    row = 'kind = "lesson"\non = 2026-11-20\ntext = "By hand"\nid = "by-hand"'
    editor.write_text(f"#!/bin/sh\nprintf '\\n[[entries]]\\n%s\\n' '{row}' >> \"$1\"\n")
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(editor))


@pytest.fixture
def logbook(tmp_path):
    other = tmp_path / "other.toml"
    other.write_text(logbook_text(a_lesson("Begin early")), encoding="utf-8")
    return a_home(None, finished("pmf-01", on="2026-11-20")) / "logbook.toml"


@pytest.fixture(params=sweep(ENTRIES, quick=[*ENTRIES][::6]))
def command(request, tmp_path):
    return [word.replace("OTHER", str(tmp_path / "other.toml")) for word in ENTRIES[request.param]]


@pytest.fixture(params=FILES)
def file_command(request, tmp_path):
    return [word.replace("FILE", str(tmp_path / "written")) for word in FILES[request.param]]


def ids_in(logbook):
    return [entry.id for entry in read_logbook(logbook).entries]


def names_beside(logbook):
    return sorted(path.name for path in logbook.parent.iterdir())


class Lost(io.TextIOBase):
    """A stream on which nothing can be written."""

    def __init__(self, number):
        self.number = number

    def write(self, text):  # noqa: ARG002 -- as Python calls it
        raise OSError(self.number, os.strerror(self.number))


def run_unheard(*arguments, number, err=None):
    """Run where stdout refuses, and stderr too if that is said; give the code and what was said."""
    said = err or io.StringIO()
    environment = os.environ | {"PMCAREER_TODAY": TODAY}
    with redirect_stdout(Lost(number)), redirect_stderr(said):
        code = run(arguments, environment)
    return code, "" if err else said.getvalue()


def test_what_succeeds_is_stored_and_answered(command, logbook):
    before = logbook.read_bytes()
    done = run_cli(*command)
    assert done.code == 0
    assert done.out
    assert logbook.read_bytes().startswith(before)
    assert len(ids_in(logbook)) > 1


def test_what_is_wrong_before_changes_no_byte(command, logbook):
    before, names = logbook.read_bytes(), names_beside(logbook)
    logbook.chmod(0o444)
    refused = run_cli(*command, "--json")
    assert refused.code == 1
    assert refused.out == ""
    assert refused.error["stored"] == []
    assert "nothing was logged" in refused.error["message"]
    assert logbook.read_bytes() == before
    assert names_beside(logbook) == names


@pytest.mark.parametrize(
    "number",
    sweep([errno.ENOSPC, errno.EPIPE, errno.EIO], quick=[errno.ENOSPC]),
    ids=["a full disk", "a closed pipe", "a broken disk"],
)
def test_a_lost_answer_is_no_failure_and_names_what_is_stored(command, logbook, number):
    code, said = run_unheard(*command, "--json", number=number)
    error = json.loads(said)["error"]
    assert code == 0
    assert error["code"] == "answer-lost"
    assert error["stored"] == ids_in(logbook)[1:] != []


def test_a_lost_answer_is_a_sentence_for_people(command, logbook):
    code, said = run_unheard(*command, number=errno.EPIPE)
    assert code == 0
    assert said.startswith("It is stored; only the answer could not be written: ")
    assert len(ids_in(logbook)) > 1


def test_nobody_at_all_to_hear_it_is_no_failure(command, logbook):
    code, _ = run_unheard(*command, number=errno.EIO, err=Lost(errno.EIO))
    assert code == 0
    assert len(ids_in(logbook)) > 1


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EPIPE], ids=["a full disk", "a pipe"])
def test_a_file_that_is_written_is_no_failure_either(file_command, logbook, tmp_path, number):
    before = logbook.read_bytes()
    code, said = run_unheard(*file_command, "--json", number=number)
    error = json.loads(said)["error"]
    assert (code, error["code"], error["stored"]) == (0, "answer-lost", [])
    assert (tmp_path / "written").stat().st_size > 0
    assert logbook.read_bytes() == before


def test_a_file_that_can_not_be_written_is_a_failure_without_a_trace(file_command, tmp_path):
    (tmp_path / "written").mkdir()
    refused = run_cli(*file_command, "--json")
    assert refused.code == 1
    assert refused.error["stored"] == []
    assert [path.name for path in tmp_path.iterdir()] == ["written"]
    assert list((tmp_path / "written").iterdir()) == []


def test_no_stdout_at_all_is_a_lost_answer(logbook):
    done = run_shell("pmcareer lesson 'Ask first' >&-")
    assert done.code == 0
    assert done.err.startswith(
        "It is stored; only the answer could not be written: standard output"
    )
    assert run_shell("pmcareer lesson 'Ask first' >&- 2>&-").code == 0
    assert len(ids_in(logbook)) == 3


def test_a_dry_run_whose_answer_is_lost_is_a_failure(logbook):
    before = logbook.read_bytes()
    code, said = run_unheard("log", "pmf-02", "--dry-run", "--json", number=errno.ENOSPC)
    assert code == 1
    assert json.loads(said)["error"]["stored"] == []
    assert logbook.read_bytes() == before


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("strace"), reason="needs strace")
def test_what_the_disk_does_not_confirm_is_named_and_is_no_success(command, logbook):
    """The one failure after which an entry is in the file: it says so, and which."""
    inject = ["-P", str(logbook.parent), "-e", "trace=fsync", "-e", "inject=fsync:error=EIO"]
    line = [shutil.which("strace"), "-qq", "-o", os.devnull, *inject]
    done = subprocess.run(
        [*line, sys.executable, "-m", "pmcareer", *command, "--json"],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"PMCAREER_TODAY": TODAY, "PYTHONUTF8": "1"},
    )
    error = json.loads(done.stderr)["error"]
    assert (done.returncode, done.stdout) == (1, "")
    assert error["code"] == "not-confirmed"
    assert error["stored"] == ids_in(logbook)[1:] != []
