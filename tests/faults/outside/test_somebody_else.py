"""Two users and one home: what is somebody else's stays readable for them, or is left alone."""

import os
import shutil
import stat
import tempfile
from pathlib import Path

import pytest

from faults.outside.surroundings import LOGBOOK, PROGRAM, a_person, done, needs_root, tool

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
