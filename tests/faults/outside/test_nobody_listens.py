"""The answer can't be written: what was stored is stored, once, and said."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from faults.outside.surroundings import LOGBOOK, a_person

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full"),
]

STORY = (
    "--title",
    "T",
    "--situation",
    "S",
    "--task",
    "T",
    "--action",
    "A",
    "--result",
    "R",
)
COMMANDS = {
    "log": ("log", "rsk-02", "--minutes", "30"),
    "log --partial": ("log", "rsk-02", "--minutes", "30", "--partial"),
    "undo": ("undo",),
    "lesson": ("lesson", "Ask twice"),
    "defer": ("defer", "rsk-02", "--until", "2026-12-01"),
    "experience": ("experience", "leading", "--from", "2024-03-01"),
    "project": ("project", "New CRM", "--outcome", "Live"),
    "assess": ("assess", "risk", "2"),
    "profile": ("profile", "--hours-per-week", "5"),
    "plan --save": ("plan", "--target", "lead", "--save"),
    "start": ("start", "--no-input", "--target", "lead"),
    "story": ("story", "add", *STORY),
    "merge": ("merge", "OTHER"),
}


@pytest.fixture
def person(tmp_path):
    other = 'format = 1\n[[entries]]\nkind = "lesson"\non = 2026-11-18\nat = 2026-11-18T08:00:00+01:00\ntext = "Another"\nid = "cccccccccc"\n'
    (tmp_path / "other.toml").write_text(other, encoding="utf-8")
    return a_person(tmp_path)


def _arguments(name, tmp_path):
    return [str(tmp_path / "other.toml") if word == "OTHER" else word for word in COMMANDS[name]]


def _new(person):
    assert person.content.startswith(LOGBOOK.encode())
    return person.ids[2:]


@pytest.mark.parametrize("name", COMMANDS)
def test_an_answer_that_a_full_device_swallows_undoes_nothing_and_is_told(person, tmp_path, name):
    """G04: whoever tried again because of a failure would have the entry twice."""
    with Path("/dev/full").open("wb") as full:
        answer = person.run(*_arguments(name, tmp_path), "--json", stdout=full)
    assert answer.code == 0, answer
    assert _new(person)
    assert answer.error["code"] == "answer-lost"
    assert answer.error["stored"] == _new(person)


@pytest.mark.parametrize("name", COMMANDS)
def test_complaints_that_a_full_device_swallows_change_no_outcome(person, tmp_path, name):
    """G04."""
    with Path("/dev/full").open("wb") as full:
        answer = person.run(*_arguments(name, tmp_path), stderr=full)
    assert answer.code == 0, answer
    assert _new(person)
    assert answer.out


@pytest.mark.parametrize("name", COMMANDS)
def test_a_reader_that_has_gone_changes_no_outcome(person, tmp_path, name):
    """G04: `pmcareer log … | true`."""
    reads, writes = os.pipe()
    os.close(reads)
    answer = person.run(*_arguments(name, tmp_path), stdout=writes)
    os.close(writes)
    assert answer.code == 0, answer
    assert _new(person)
    assert "Traceback" not in answer.err
    assert "BrokenPipe" not in answer.err


@pytest.mark.parametrize("closed", ["1", "2"], ids=["stdout", "stderr"])
@pytest.mark.parametrize("name", ["log", "undo", "merge", "plan --save"])
def test_a_stream_that_is_closed_from_the_start_changes_no_outcome(person, tmp_path, name, closed):
    """G04: `pmcareer log … >&-`."""
    shell = ("/bin/sh", "-c", f'exec "$@" {closed}>&-', "sh")
    answer = person.run(*_arguments(name, tmp_path), under=shell)
    assert answer.code == 0, answer
    assert _new(person)
    assert "Traceback" not in answer.err


def test_both_streams_full_change_no_outcome(person):
    """G04."""
    with Path("/dev/full").open("wb") as full:
        answer = person.run("log", "rsk-02", "--minutes", "30", stdout=full, stderr=full)
    assert answer.code == 0
    assert len(_new(person)) == 1


def test_a_lost_answer_and_the_same_id_again_store_one_entry(person):
    """G04: what a script does that wants to be sure."""
    again = ("log", "rsk-02", "--minutes", "30", "--id", "zzzzzzzzzz")
    with Path("/dev/full").open("wb") as full:
        assert person.run(*again, stdout=full).code == 0
    answer = person.run(*again)
    assert answer.code == 0, answer
    assert _new(person) == ["zzzzzzzzzz"]
    other = person.run("log", "rsk-02", "--minutes", "45", "--id", "zzzzzzzzzz", "--json")
    assert other.code == 1
    assert other.error["stored"] == []
    assert _new(person) == ["zzzzzzzzzz"]


def test_an_edit_and_a_mended_file_whose_answer_is_lost_are_kept(person, tmp_path):
    """G04: the commands that write and log nothing."""
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\necho "# Mine, too" >>"$1"\n', encoding="utf-8")
    editor.chmod(0o700)
    with Path("/dev/full").open("wb") as full:
        edited = person.run("edit", stdout=full, environment={"EDITOR": str(editor)})
        assert edited.code == 0, edited
        assert person.content.endswith(b"# Mine, too\n")
        with person.logbook.open("ab") as logbook:
            logbook.write(b'\n[[entries]]\nkind = "les')
        mended = person.run("doctor", "--fix", stdout=full)
    assert mended.code == 0, mended
    assert b"# Mine, too\n" in person.content
    assert b"les" not in person.content.removeprefix(LOGBOOK.encode())


def test_the_tests_are_run_by_the_program_they_are_about():
    """Guard: `python -m pmcareer` is there, and says its version."""
    command = [sys.executable, "-m", "pmcareer", "--version"]
    assert subprocess.run(command, check=True, capture_output=True).stdout.startswith(b"pmcareer ")
