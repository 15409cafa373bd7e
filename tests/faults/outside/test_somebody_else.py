"""Two users and one home: what is somebody else's stays readable for them, or is left alone."""

import os
import shutil
import stat
import tempfile
from pathlib import Path

import pytest

from faults.outside.surroundings import (
    LOGBOOK,
    PROGRAM,
    a_person,
    done,
    needs_root,
    tool,
)

pytestmark = pytest.mark.slow

LOG = ("log", "rsk-02", "--minutes", "30")
NOBODY, SOMEBODY = 65_534, 12_345


def as_user(number):
    """Run what follows as another user without any privilege."""
    tool("setpriv")
    return (tool("setpriv"), f"--reuid={number}", f"--regid={number}", "--clear-groups")


@pytest.fixture
def person():
    """A person whose folders others can reach, unlike pytest's own."""
    needs_root()
    place = Path(tempfile.mkdtemp(prefix="pmcareer-outside-"))
    place.chmod(0o755)
    done(*as_user(NOBODY), *PROGRAM, "--version")
    try:
        yield a_person(place)
    finally:
        shutil.rmtree(place)


def _owned(person, number):
    for path in (person.home, *person.home.rglob("*")):
        os.chown(path, number, number)


def _foreign(folder, number):
    """List what in somebody's folder is not theirs."""
    return [str(path) for path in folder.rglob("*") if path.stat().st_uid != number]


def test_root_in_somebodys_home_leaves_them_everything_or_nothing(person):
    """G07: after `sudo pmcareer log` they can go on."""
    _owned(person, SOMEBODY)
    person.state.mkdir()
    os.chown(person.state, SOMEBODY, SOMEBODY)
    answer = person.run(*LOG)
    assert answer.code in {0, 1}
    assert _foreign(person.home, SOMEBODY) == []
    assert _foreign(person.state, SOMEBODY) == []
    assert len(person.ids) == (3 if answer.code == 0 else 2)
    later = person.run("log", "rsk-03", under=as_user(SOMEBODY))
    assert later.code == 0, later
    assert person.rows[-1]["exercise"] == "rsk-03"


def test_somebody_without_rights_reads_and_is_refused_in_a_sentence(person):
    """F13: a home that others may read."""
    person.home.chmod(0o755)
    person.logbook.chmod(0o644)
    for reading in (("next",), ("status",), ("history",), ("plan",)):
        answer = person.run(*reading, under=as_user(NOBODY))
        assert answer.code == 0, answer
    refused = person.run(*LOG, "--json", under=as_user(NOBODY))
    assert refused.code == 1
    assert "permission denied" in refused.error["message"]
    assert refused.error["stored"] == []
    assert person.content == LOGBOOK.encode()


def test_a_logbook_that_somebody_may_not_read_is_named(person):
    """F13."""
    for command in (("next",), ("status",), LOG, ("doctor",), ("undo",)):
        answer = person.run(*command, under=as_user(NOBODY))
        assert answer.code in {1, 3}, answer
        assert "logbook.toml" in answer.err + answer.out, answer
        assert "inside pmcareer" not in answer.err, answer
    assert person.content == LOGBOOK.encode()


@pytest.mark.parametrize("mode", [0o755, 0o700, 0o000], ids=oct)
def test_a_state_folder_of_roots_is_no_reason_to_refuse(person, mode):
    """G07: left by one `sudo pmcareer log`, for good."""
    assert person.run(*LOG).code == 0
    _owned(person, SOMEBODY)
    for path in (person.state, *person.state.rglob("*")):
        path.chmod(mode if path.is_dir() else mode & 0o644)
    later = person.run("log", "rsk-03", "--minutes", "5", under=as_user(SOMEBODY))
    assert later.code == 0, later
    assert person.rows[-1]["exercise"] == "rsk-03"
    assert later.err
    for reading in (("next",), ("status",), ("history",)):
        answer = person.run(*reading, under=as_user(SOMEBODY))
        assert answer.code == 0, answer
    looked = person.run("doctor", under=as_user(SOMEBODY))
    assert looked.code in {0, 1}
    assert "inside pmcareer" not in looked.err
    assert person.run("undo", under=as_user(SOMEBODY)).code == 0


def test_snapshots_that_can_not_be_read_are_no_reason_to_refuse(person):
    """G07."""
    _owned(person, SOMEBODY)
    person.state.mkdir()
    os.chown(person.state, SOMEBODY, SOMEBODY)
    assert person.run(*LOG, under=as_user(SOMEBODY)).code == 0
    snapshots = [path for path in person.state.rglob("snapshots") if path.is_dir()]
    assert snapshots
    for folder in snapshots:
        os.chown(folder, 0, 0)
        folder.chmod(0o700)
    for command in (("log", "rsk-03"), ("status",), ("undo",)):
        answer = person.run(*command, under=as_user(SOMEBODY))
        assert answer.code == 0, answer
    looked = person.run("doctor", under=as_user(SOMEBODY))
    assert "inside pmcareer" not in looked.err


def test_a_logbook_in_a_folder_that_is_not_mine_is_refused_and_nothing_is_left(person):
    """G12: the file is writable, its folder is not: no second file can be made beside it."""
    os.chown(person.logbook, SOMEBODY, SOMEBODY)
    person.home.chmod(0o755)
    answer = person.run(*LOG, "--json", under=as_user(SOMEBODY))
    assert answer.code == 1
    assert answer.error["stored"] == []
    assert person.content == LOGBOOK.encode()
    assert [path.name for path in person.home.iterdir()] == ["logbook.toml"]
    assert stat.S_IMODE(person.logbook.stat().st_mode) == 0o600
