"""Homes that are not there, users without one, input without an end: a sentence, never a guess."""

import os
import resource
import subprocess

import pytest

from faults.outside.surroundings import (
    LOGBOOK,
    PROGRAM,
    a_person,
    done,
    ended,
    needs_root,
    strace,
    tool,
)

pytestmark = pytest.mark.slow

LOG = ("log", "rsk-02", "--minutes", "30")


@pytest.fixture
def person(tmp_path):
    return a_person(tmp_path)


def _is_a_sentence(answer):
    assert answer.code in {1, 2, 3}, answer
    assert answer.err.strip(), answer
    assert "inside pmcareer" not in answer.err, answer
    assert "Traceback" not in answer.err, answer


@pytest.mark.parametrize("how", ["option", "environment"])
@pytest.mark.parametrize("command", [("next",), LOG], ids=["next", "log"])
def test_the_home_of_a_user_that_is_not_there_is_a_mistake(person, how, command, tmp_path):
    """G12: no folder is made that has the name of a typing slip."""
    if how == "option":
        answer = person.run("--home", "~nosuchuser", *command)
    else:
        answer = person.run(*command, environment={"PMCAREER_HOME": "~nosuchuser/pm"})
    _is_a_sentence(answer)
    assert "nosuchuser" in answer.err
    assert not os.path.lexists("/~nosuchuser")
    assert person.content == LOGBOOK.encode()


def test_a_user_whom_the_system_does_not_know_is_asked_for_a_home(person):
    """G12: a container's number without a name, and no HOME."""
    needs_root()
    nobody_knows = (tool("setpriv"), "--reuid=54321", "--regid=54321", "--clear-groups")
    done(*nobody_knows, *PROGRAM, "--version")
    homeless = {
        "HOME": None,
        "PMCAREER_CURRICULUM": None,
        "PMCAREER_HOME": None,
        "XDG_DATA_HOME": None,
        "XDG_STATE_HOME": None,
    }
    answer = person.run("log", "pmf-01", under=nobody_knows, environment=homeless)
    _is_a_sentence(answer)
    looked = person.run("next", under=nobody_knows, environment=homeless)
    assert "inside pmcareer" not in looked.err, looked


def test_without_home_a_known_user_has_one_all_the_same(person, tmp_path):
    """G12: cron and systemd set no HOME."""
    answer = person.run(*LOG, environment={"HOME": None})
    assert answer.code == 0, answer
    assert len(person.ids) == 3


@pytest.mark.parametrize("command", [("merge", "-"), ("merge", "/dev/zero")], ids=["-", "a file"])
def test_input_without_an_end_is_refused_before_memory_ends(person, command):
    """G12: `merge - </dev/zero`."""

    def little_memory():
        resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))

    with open("/dev/zero", "rb") as zero:  # noqa: PTH123 -- read as a stream
        process = person.start(*command, stdin=zero, preexec_fn=little_memory)
        answer = ended(process)
    _is_a_sentence(answer)
    assert person.content == LOGBOOK.encode()


def test_a_pipe_in_the_place_of_the_logbook_holds_nobody_up(person):
    """F13."""
    person.logbook.unlink()
    os.mkfifo(person.logbook)
    for command in (("next",), ("status",), LOG, ("doctor",)):
        answer = person.run(*command, seconds=30)
        assert answer.code in {1, 3}, answer
        assert "inside pmcareer" not in answer.err, answer


def test_a_folder_that_is_gone_is_no_matter_to_whoever_has_a_home(person, tmp_path):
    """G12: the shell stands in a folder that was removed."""
    gone = tmp_path / "gone"
    gone.mkdir()
    shell = f'cd "{gone}" && rmdir "{gone}" && exec "$@"'
    answer = person.run(*LOG, under=("/bin/sh", "-c", shell, "sh"))
    assert answer.code == 0, answer
    relative = person.run(
        *LOG,
        under=("/bin/sh", "-c", shell.replace("rmdir", "mkdir -p . ; rmdir"), "sh"),
        environment={"PMCAREER_HOME": "here"},
    )
    assert "inside pmcareer" not in relative.err, relative


def test_an_emptied_state_folder_raises_no_alarm(person):
    """G03: a new machine, or a cache that was cleaned."""
    assert person.run(*LOG).code == 0
    subprocess.run(["/bin/rm", "-r", str(person.state)], check=True)
    answer = person.run("status")
    assert answer.code == 0
    assert answer.err == ""
    assert person.run("undo").code == 0


def test_a_home_that_was_copied_raises_no_alarm(person, tmp_path):
    """G03: an older copy beside the first, with the same state folder."""
    done("cp", "-a", str(person.home), str(tmp_path / "copy"))
    assert person.run(*LOG).code == 0
    answer = person.run("--home", str(tmp_path / "copy"), "status")
    assert answer.code == 0
    assert answer.err == ""


@pytest.mark.parametrize("error", ["EACCES", "ENOSYS", "ENOLCK"])
def test_a_system_that_locks_nothing_is_said_once_and_stores(tmp_path, error):
    """No other pmcareer is there, whatever the system answers: nobody is waited for."""
    person = a_person(tmp_path)
    inject = ("-e", "trace=flock", "-e", f"inject=flock:error={error}")
    for exercise in ("rsk-02", "rsk-03"):
        answer = person.run("log", exercise, under=strace(os.devnull, *inject))
        assert answer.code == 0, answer
        (warning,) = answer.err.splitlines()
        assert warning.startswith(f"The disk of {person.state}")
        assert warning.endswith("Name a folder on another disk: XDG_STATE_HOME")
    assert len(person.ids) == 4
    assert person.run("log", "rsk-01", "--again").err == ""
