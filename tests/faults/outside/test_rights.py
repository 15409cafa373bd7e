"""What is kept of a file beside its bytes: who may read it, whose it is, what others noted on it."""

import os
import stat

import pytest

from faults.outside.surroundings import LOGBOOK, a_person, needs_root

pytestmark = pytest.mark.slow

LOG = ("log", "rsk-02", "--minutes", "30")


@pytest.fixture
def person(tmp_path):
    return a_person(tmp_path)


def _mode(path):
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o660], ids=oct)
@pytest.mark.parametrize("command", [LOG, ("undo",)], ids=["log", "undo"])
def test_the_mode_is_kept(person, mode, command):
    """F11."""
    person.logbook.chmod(mode)
    assert person.run(*command).code == 0
    assert _mode(person.logbook) == mode


def test_owner_and_group_are_kept_when_root_logs(person):
    """F11, G07: `sudo pmcareer log`."""
    needs_root()
    for path in (person.home, person.logbook):
        os.chown(path, 12_345, 23_456)
    answer = person.run(*LOG)
    status = person.logbook.stat()
    assert (status.st_uid, status.st_gid) == (12_345, 23_456)
    assert answer.code in {0, 1}
    assert (answer.code == 0) == (len(person.ids) == 3), answer


def test_snapshots_share_no_file_with_the_logbook(person):
    """G01: who writes into the logbook in place must not write into its snapshot."""
    assert person.run(*LOG).code == 0
    number = person.logbook.stat().st_ino
    shared = [path for path in person.state.rglob("*") if path.stat().st_ino == number]
    assert shared == []
    with person.logbook.open("r+b") as logbook:
        logbook.truncate(0)
    kept = [path.read_bytes() for path in person.state.rglob("*.toml")]
    assert LOGBOOK.encode() in kept


def test_reading_leaves_every_time_and_every_name_as_it_is(person):
    """Whoever only looks leaves no trace."""
    before = {path: path.stat().st_mtime_ns for path in (person.home, person.logbook)}
    for command in (("next",), ("status",), ("plan",), ("history",), ("doctor",), ("gap",)):
        assert person.run(*command).code in {0, 1}
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert not person.state.exists()
