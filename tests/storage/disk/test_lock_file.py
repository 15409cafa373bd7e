"""A lock that somebody holds is told from a disk that has none, whatever the system answers."""

import errno
import os

import pytest

from pmcareer.storage.disk.files import DISK, Files
from pmcareer.storage.disk.lock_file import LockFile
from pmcareer.storage.logbook.appending import append_entries
from pmcareer.storage.logbook.reading import read_logbook

from builders import finished

POSIX = pytest.mark.skipif(os.name != "posix", reason="needs flock")


class HasNone(Files):
    """A disk that answers every lock with the same error."""

    def __init__(self, number):
        self.number = number

    def lock(self, descriptor):  # noqa: ARG002 -- the port says what it takes
        raise OSError(self.number, os.strerror(self.number))


class CreatesNothing(Files):
    """A folder that takes no new file."""

    def create(self, path, mode):  # noqa: ARG002 -- the port says what it takes
        raise OSError(errno.ENOSPC, "no space left")


class Counts(Files):
    """A disk that counts what is made on it."""

    made = 0

    def create(self, path, mode):
        self.made += 1
        return super().create(path, mode)


class OfWindows(Files):
    """A system whose files are locked in another way."""

    def lock(self, descriptor):  # noqa: ARG002 -- the port says what it takes
        raise ModuleNotFoundError(name="fcntl")


@pytest.fixture
def held(tmp_path):
    """The path of a lock that somebody holds."""
    path = tmp_path / "one.lock"
    holder = LockFile(path, DISK)
    assert holder.is_got()
    yield path
    holder.release()


@POSIX
@pytest.mark.parametrize("files", [DISK, CreatesNothing(), OfWindows()])
def test_a_lock_that_is_held_is_waited_for_also_where_nobody_can_tell(held, files):
    lock = LockFile(held, files)
    assert [lock.is_got(), lock.is_got()] == [False, False]
    assert lock.without is None
    assert [each.name for each in held.parent.iterdir()] == [held.name]


@POSIX
def test_whether_a_disk_has_locks_is_looked_at_once(held):
    files = Counts()
    lock = LockFile(held, files)
    assert [lock.is_got() for _ in range(5)] == [False] * 5
    assert files.made == 1


@POSIX
@pytest.mark.parametrize("number", [errno.EACCES, errno.ENOSYS, errno.ENOLCK])
def test_where_not_even_a_new_file_can_be_locked_a_file_stands_in_for_the_lock(held, number):
    lock, other = LockFile(held, HasNone(number)), LockFile(held, HasNone(number))
    assert lock.is_got()
    assert (lock.without.errno, lock.without.strerror) == (number, os.strerror(number))
    assert {each.name for each in held.parent.iterdir()} == {"one.lock", "one.held"}
    assert [other.is_got(), other.is_got()] == [False, False]
    lock.release()
    assert other.is_got()
    other.release()
    assert [each.name for each in held.parent.iterdir()] == [held.name]


@POSIX
def test_a_lock_that_the_disk_refuses_in_another_way_is_stood_in_for_too(tmp_path):
    """As of ENOLCK, which the library takes for what it is."""
    folder = tmp_path / "one.lock"
    folder.mkdir()
    lock = LockFile(folder, HasNone(errno.ENOLCK))
    assert lock.is_got()
    assert (tmp_path / "one.held").exists()
    lock.release()


@POSIX
def test_a_stand_in_of_a_process_that_is_gone_holds_nobody_up(held):
    """F08."""
    gone = os.fork()
    if gone == 0:
        lock = LockFile(held, HasNone(errno.ENOSYS))
        os._exit(0 if lock.is_got() else 1)
    assert os.waitpid(gone, 0) == (gone, 0)
    assert held.with_suffix(".held").exists()
    lock = LockFile(held, HasNone(errno.ENOSYS))
    assert any(lock.is_got() for _ in range(3))
    lock.release()


def test_a_lock_that_can_not_be_made_is_no_sign_of_a_disk_without_locks(tmp_path):
    lock = LockFile(tmp_path, DISK)
    with pytest.raises(OSError, match=r"."):
        lock.is_got()
    assert lock.without is None
    assert [*tmp_path.parent.glob("*.part")] == []


@POSIX
def test_an_entry_is_stored_on_a_disk_without_locks_with_one_warning(tmp_path):
    logbook, state, told = tmp_path / "home/logbook.toml", tmp_path / "state", []
    files = HasNone(errno.EACCES)
    entry = finished("pmf-01")
    append_entries(logbook, state, [entry], files=files, say=told.append)
    (path,) = (state / "locks").glob("*.lock")
    holder = LockFile(path, DISK)
    assert holder.is_got()
    another = finished("pmf-02")
    append_entries(logbook, state, [another], files=files, say=told.append)
    holder.release()
    assert read_logbook(logbook).entries == (entry, another)
    (warning,) = told
    assert warning == (
        f"The disk of {state} has no locks (permission denied); a file stands in for one while "
        "pmcareer writes. Name a folder on another disk: XDG_STATE_HOME"
    )
