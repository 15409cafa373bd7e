"""In line: whoever wants to write has a turn, whatever state folder the others have."""

import errno
import os

import pytest

from pmcareer.errors import NotStored
from pmcareer.storage.disk.files import DISK, Files
from pmcareer.storage.disk.line import in_line
from pmcareer.storage.disk.lock import held
from pmcareer.storage.logbook.appending import append_entries
from pmcareer.storage.paths import line_of, lock_of

from builders import finished, logbook_text

fcntl = pytest.importorskip("fcntl")


class Hurried(Files):
    """A disk on which waiting takes no time; at a number of pauses something happens."""

    def __init__(self, at=0, happens=None):
        self.pauses = 0
        self.at = at
        self.happens = happens

    def pause(self, seconds):  # noqa: ARG002 -- the port says what it takes
        self.pauses += 1
        if self.pauses == self.at:
            self.happens()


@pytest.fixture
def logbook(tmp_path):
    path = tmp_path / "home/logbook.toml"
    path.parent.mkdir()
    path.write_text(logbook_text(finished("pmf-01")))
    return path


def is_locked(path):
    descriptor = os.open(path, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False


def test_who_is_first_in_line_keeps_those_of_other_state_folders_waiting(logbook, tmp_path):
    """G01, G10: forty writers with eight state folders all have their turn."""
    with in_line(logbook, tmp_path / "ours"):
        assert is_locked(logbook)
        assert not is_locked(logbook.parent)
    assert not is_locked(logbook)


def test_after_a_swap_the_place_is_that_at_the_new_file(logbook, tmp_path):
    """Who waited at a file that was replaced goes to the one in its place."""
    first = os.open(logbook, os.O_RDONLY)
    fcntl.flock(first, fcntl.LOCK_EX)

    def their_turn_ends():
        append_entries(logbook, tmp_path / "theirs", [finished("pmf-02")])
        os.close(first)

    files = Hurried(10, their_turn_ends)
    with in_line(logbook, tmp_path / "ours", files=files):
        assert is_locked(logbook)
        assert files.pauses == 10


def test_who_hangs_in_line_holds_nobody_up_for_good(logbook, tmp_path):
    """F07: it is a courtesy; the lock decides."""
    first = os.open(logbook, os.O_RDONLY)
    fcntl.flock(first, fcntl.LOCK_EX)
    files, told = Hurried(), []
    try:
        with in_line(logbook, tmp_path / "ours", files=files, say=told.append):
            append_entries(logbook, tmp_path / "ours", [finished("pmf-02")])
    finally:
        os.close(first)
    assert files.pauses == 250
    assert told == [f"Waiting for another writer (process {os.getpid()}) of {logbook} …"]


def test_who_hangs_in_line_and_holds_the_lock_too_is_not_waited_for_twice(logbook, tmp_path):
    held = [os.open(path, os.O_RDONLY) for path in (logbook, logbook.parent)]
    for descriptor in held:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
    files = Hurried()
    try:
        with (
            pytest.raises(NotStored, match="does not finish; nothing was logged"),
            in_line(logbook, tmp_path / "ours", files=files),
        ):
            pytest.fail("nobody gets past")
    finally:
        for descriptor in held:
            os.close(descriptor)
    assert files.pauses == 250


def test_in_the_line_of_ones_own_state_folder_one_waits_too(logbook, tmp_path):
    state, files = tmp_path / "ours", Hurried()
    line = line_of(state, logbook)
    with (
        in_line(logbook, state),
        pytest.raises(NotStored, match="does not finish"),
        held(line, files=files, say=print),
    ):
        pytest.fail("nobody gets past")
    assert files.pauses == 250


@pytest.mark.slow  # it waits for a second
def test_who_hangs_there_and_holds_the_lock_too_is_not_waited_for_twice(logbook, tmp_path):
    state, files = tmp_path / "ours", Hurried()
    with held(line_of(state, logbook), files=DISK, say=print):
        with in_line(logbook, state, files=files):
            assert files.pauses == 250
        with (
            held(lock_of(state, logbook), files=DISK, say=print),
            pytest.raises(NotStored, match="does not finish; nothing was logged"),
            in_line(logbook, state, files=files),
        ):
            pytest.fail("nobody gets past")
    assert files.pauses == 500


class Counting(Hurried):
    """A disk that tells which files are open, and fails to close them where it is told to."""

    def __init__(self, at=0, happens=None, *, fails=False):
        super().__init__(at, happens)
        self.open = set()
        self.fails = fails

    def open_file(self, path):
        descriptor = super().open_file(path)
        self.open.add(descriptor)
        return descriptor

    def close(self, descriptor):
        super().close(descriptor)
        self.open.discard(descriptor)
        if self.fails:
            raise OSError(errno.EIO, "input/output error")


def test_who_leaves_the_line_keeps_nobodys_place(logbook, tmp_path):
    """Neither at a file that was replaced meanwhile, nor where one gave up."""
    first = os.open(logbook, os.O_RDONLY)
    fcntl.flock(first, fcntl.LOCK_EX)

    def another_file_comes():
        logbook.with_name("other").write_text("")
        logbook.with_name("other").replace(logbook)
        os.close(first)

    files = Counting(10, another_file_comes)
    with in_line(logbook, tmp_path / "ours", files=files):
        assert len(files.open) == 1
    assert files.open == set()

    first = os.open(logbook, os.O_RDONLY)
    fcntl.flock(first, fcntl.LOCK_EX)
    files = Counting()
    with in_line(logbook, tmp_path / "ours", files=files):
        os.close(first)
        assert files.open == set()


def test_a_place_that_can_not_be_given_up_is_none_of_the_entry(logbook, tmp_path):
    with in_line(logbook, tmp_path / "ours", files=Counting(fails=True)):
        pass
    assert not is_locked(logbook)


def test_where_no_file_is_or_none_can_be_locked_there_is_no_such_line(logbook, tmp_path):
    class Refuses(Files):
        def lock(self, descriptor):  # noqa: ARG002 -- the port says what it takes
            raise OSError(errno.EBADF, "not for reading alone")

    went = []
    with in_line(logbook.with_name("none.toml"), tmp_path / "ours"):
        went.append("without a file")
    with in_line(logbook, tmp_path / "ours", files=Refuses()):
        went.append("without a lock")
    (tmp_path / "state").write_text("a file in its place")
    with in_line(logbook, tmp_path / "state"):
        went.append("without a state folder")
    assert len(went) == 3
