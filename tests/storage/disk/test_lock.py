"""One writer at a time, whatever state folder each has, and nobody waits for ever."""

import errno
import os
import sys
from pathlib import Path

import pytest

from disks import a_holder
from pmcareer.errors import NotStored
from pmcareer.storage.disk import lock
from pmcareer.storage.disk.files import DISK, Files
from pmcareer.storage.disk.lock import held
from pmcareer.storage.logbook.appending import append_entries
from pmcareer.storage.logbook.reading import read_logbook

from builders import finished, logbook_text

POSIX = pytest.mark.skipif(os.name != "posix", reason="needs flock")
OLD, NEW = finished("pmf-01"), finished("pmf-02")


@pytest.fixture
def logbook(tmp_path):
    path = tmp_path / "home/logbook.toml"
    path.parent.mkdir()
    path.write_text(logbook_text(OLD))
    return path


class Hurried(Files):
    """A disk on which waiting takes no time; `at` a number of pauses something happens."""

    def __init__(self, at=0, happens=None):
        self.pauses = 0
        self.seconds = 0
        self.at = at
        self.happens = happens

    def pause(self, seconds):
        self.pauses += 1
        self.seconds += seconds
        if self.pauses == self.at:
            self.happens()


@POSIX
def test_a_writer_with_another_state_folder_is_waited_for(logbook, tmp_path):
    """G01: container and host, sudo, cron without XDG_STATE_HOME."""
    holder = a_holder(logbook, tmp_path / "theirs")
    files, told = Hurried(), []

    def say(sentence):
        told.append(sentence)
        holder.communicate("")

    append_entries(logbook, tmp_path / "ours", [NEW], files=files, say=say)
    assert told == [f"Waiting for another writer (process {holder.pid}) of {logbook} …"]
    assert read_logbook(logbook).entries == (OLD, NEW)


@POSIX
@pytest.mark.parametrize("state", ["same", "another"])
def test_a_holder_who_hangs_is_named_and_refused_after_five_seconds(logbook, tmp_path, state):
    """F07, G01: with a word after the first of them."""
    holder = a_holder(logbook, tmp_path / "same")
    files, told = Hurried(), []

    def say(sentence):
        told.append((round(files.seconds, 3), sentence))

    with pytest.raises(NotStored) as caught:
        append_entries(logbook, tmp_path / state, [NEW], files=files, say=say)
    holder.communicate("")
    assert f"(process {holder.pid})" in caught.value.message
    assert "is writing and does not finish; nothing was logged." in caught.value.message
    assert caught.value.hint == "Try again, or end that process if it hangs."
    assert [seconds for seconds, _ in told] == [1.0]
    assert files.seconds == pytest.approx(5.0)
    assert read_logbook(logbook).entries == (OLD,)


@POSIX
def test_patience_begins_anew_when_another_writer_has_been_served(logbook, tmp_path):
    """G10: forty in line all have their turn; what changes is the file.

    Those who wait for us see meanwhile that it is not we who hang.
    """
    holder = a_holder(logbook, tmp_path / "theirs")
    names = set()

    def another_entry():
        (name,) = tmp_path.glob("ours/locks/*.pid")
        names.add(name.read_text())
        with logbook.open("a") as file:
            file.write(f"# {files.at}\n")
        if files.at < 600:
            files.at += 200

    files, told = Hurried(200, another_entry), []
    with pytest.raises(NotStored):
        append_entries(logbook, tmp_path / "ours", [NEW], files=files, say=told.append)
    holder.communicate("")
    # Four seconds, three times over, and five for the last of them.
    assert files.seconds == pytest.approx(3 * 4 + 5, abs=0.1)
    assert len(told) == 1
    assert len(names) == 3


@POSIX
def test_where_the_system_names_no_holders_one_waits_all_the_same(logbook, tmp_path, monkeypatch):
    """As on macOS, and in a container that hides them."""
    monkeypatch.setattr(lock, "SYSTEMS_LOCKS", tmp_path / "none")
    holder = a_holder(logbook, tmp_path / "theirs")
    told = []

    def say(sentence):
        told.append(sentence)
        holder.communicate("")

    append_entries(logbook, tmp_path / "ours", [NEW], files=Hurried(), say=say)
    assert told == [f"Waiting for another writer of {logbook} …"]
    assert read_logbook(logbook).entries == (OLD, NEW)


def test_who_can_not_leave_a_name_holds_the_lock_all_the_same(tmp_path):
    class Nameless(Files):
        def write_note(self, path, text):  # noqa: ARG002 -- the port says what it takes
            raise OSError(errno.ENOSPC, "no space left on device")

    path = tmp_path / "locks/one.lock"
    with (
        held(path, files=Nameless(), say=print),
        pytest.raises(NotStored, match="Another pmcareer is writing"),
        held(path, files=Hurried(), say=print),
    ):
        pass


@POSIX
def test_patience_begins_anew_when_another_holds_the_lock_of_the_state_folder(logbook, tmp_path):
    path = tmp_path / "locks/one.lock"
    said = []
    with held(path, files=DISK, say=said.append):

        def another_name():
            path.with_suffix(".pid").write_text("4711 abc")

        files = Hurried(200, another_name)
        with (
            pytest.raises(NotStored, match=r"Another pmcareer \(process 4711\) is writing"),
            held(path, files=files, say=said.append),
        ):
            pass
    assert files.seconds == pytest.approx(4 + 5, abs=0.1)
    assert said == [f"Waiting for another pmcareer (process {os.getpid()}) …"]


def test_who_holds_a_lock_twice_in_a_row_is_seen_to_have_gone_on(tmp_path):
    path, names = tmp_path / "locks/one.lock", set()
    for _ in range(2):
        with held(path, files=DISK, say=print):
            names.add(path.with_suffix(".pid").read_text())
    assert len(names) == 2
    assert {name.split()[0] for name in names} == {str(os.getpid())}


@pytest.mark.parametrize("name", [None, b"", b"\xff\xfe", b"nobody"])
def test_a_holder_whose_name_can_not_be_read_is_waited_for_like_any_other(tmp_path, name):
    path = tmp_path / "locks/one.lock"
    files, said = Hurried(), []
    with held(path, files=DISK, say=said.append):
        path.with_suffix(".pid").unlink()
        if name is not None:
            path.with_suffix(".pid").write_bytes(name)
        with (
            pytest.raises(NotStored, match="Another pmcareer is writing and does not finish"),
            held(path, files=files, say=said.append),
        ):
            pass
    assert files.seconds == pytest.approx(5.0)
    assert said == ["Waiting for another pmcareer …"]


def test_a_lock_that_can_not_be_given_to_its_owner_locks_all_the_same(tmp_path):
    """G14: root in somebody's home, on a disk that gives no files away."""

    class KeepsAll(Files):
        def give(self, path, owner, group):  # noqa: ARG002 -- the port says what it takes
            raise OSError(errno.EPERM, "operation not permitted")

    path, heir = tmp_path / "locks/one.lock", (os.getuid(), os.getgid())
    with held(path, files=KeepsAll(), say=print, heir=heir):
        assert path.with_suffix(".pid").read_text().startswith(f"{os.getpid()} ")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs /proc")
def test_a_lock_that_can_not_be_let_go_of_takes_nothing_back(tmp_path):
    """G07: as where a disk of a network went away: the system frees it with our process."""
    path = tmp_path / "locks/one.lock"
    with held(path, files=DISK, say=print):
        for each in Path("/proc/self/fd").iterdir():
            if os.path.realpath(each) == str(path):
                os.close(int(each.name))
    with held(path, files=Hurried(), say=print):
        pass


class NoFolderLock(Files):
    """Windows, and disks of a network that lock no folder."""

    def open_folder(self, path):  # noqa: ARG002 -- the port says what it takes
        raise OSError(errno.ENOSYS, "no such call")


class Refuses(Files):
    """A disk of a network that opens folders and locks none."""

    def lock(self, descriptor):  # noqa: ARG002 -- the port says what it takes
        raise OSError(errno.EBADF, "a folder that is open for reading can't be locked")


@pytest.mark.parametrize("disk", [NoFolderLock, Refuses])
def test_where_folders_know_no_lock_that_of_the_state_folder_does(logbook, tmp_path, disk):
    told = []
    append_entries(logbook, tmp_path / "state", [NEW], files=disk(), say=told.append)
    assert told == []
    assert read_logbook(logbook).entries == (OLD, NEW)


def a_file_in_its_place(tmp_path):
    state = tmp_path / "state"
    state.write_text("mine")
    return state


def test_where_the_state_folder_has_no_lock_that_of_the_folder_does(logbook, tmp_path):
    """G07: one sentence, and the entry is stored."""
    state, told = a_file_in_its_place(tmp_path), []
    append_entries(logbook, state, [NEW], say=told.append)
    assert read_logbook(logbook).entries == (OLD, NEW)
    (sentence,) = told
    assert sentence.startswith(f"There is no lock and no snapshot and no receipt in {state}: ")
    assert state.read_text() == "mine"


@pytest.mark.parametrize("disk", [NoFolderLock, Refuses])
def test_without_any_lock_nothing_is_logged(logbook, tmp_path, disk):
    """G01."""
    state, told = a_file_in_its_place(tmp_path), []
    with pytest.raises(
        NotStored, match=r"can't be made: .*; nor is there another: .*nothing was"
    ) as caught:
        append_entries(logbook, state, [NEW], files=disk(), say=told.append)
    assert caught.value.hint == "Check the folder and its permissions."
    assert read_logbook(logbook).entries == (OLD,)
    assert told == []


@POSIX
def test_an_error_of_the_lock_is_none_of_the_entry(logbook, tmp_path):
    """G07: to close what was locked may fail, and the entry is stored."""

    class Stuck(Files):
        def close(self, descriptor):
            status = os.fstat(descriptor)
            super().close(descriptor)
            if status.st_ino == logbook.parent.stat().st_ino:
                raise OSError(errno.EIO, "input/output error")

    append_entries(logbook, tmp_path / "state", [NEW], files=Stuck())
    append_entries(logbook, tmp_path / "state", [finished("pmf-03")], files=Stuck())
    assert len(read_logbook(logbook).entries) == 3
