"""What an entry does to the world around the file: links, modes and others' changes are kept."""

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from pmcareer.errors import NotStored, PmcareerError
from pmcareer.storage.disk.files import Files
from pmcareer.storage.disk.replacing import replace_file
from pmcareer.storage.disk.snapshots import read_snapshots
from pmcareer.storage.logbook.appending import append_entries
from pmcareer.storage.logbook.reading import read_logbook

from builders import finished, logbook_text

POSIX = pytest.mark.skipif(os.name != "posix", reason="modes and links of POSIX")
OLD, NEW = finished("pmf-01"), finished("pmf-02")


@pytest.fixture
def logbook(tmp_path):
    path = tmp_path / "home/logbook.toml"
    path.parent.mkdir()
    return path


@pytest.fixture
def state(tmp_path):
    return tmp_path / "state"


@POSIX
def test_only_the_user_can_read_what_is_new(tmp_path, state):
    """F11, F47."""
    for umask in (0o077, 0o000):
        logbook = tmp_path / f"{umask}" / "logbook.toml"
        before = os.umask(umask)
        try:
            append_entries(logbook, state, [NEW])
        finally:
            os.umask(before)
        assert stat.S_IMODE(logbook.stat().st_mode) == 0o600
        assert stat.S_IMODE(logbook.parent.stat().st_mode) == 0o700


@POSIX
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664], ids=oct)
def test_the_mode_of_an_existing_file_is_kept(logbook, state, mode):
    """F11."""
    logbook.write_text(logbook_text(OLD))
    logbook.chmod(mode)
    append_entries(logbook, state, [NEW])
    assert stat.S_IMODE(logbook.stat().st_mode) == mode


@POSIX
def test_the_owner_of_an_existing_file_is_kept(logbook, state):
    """F11, G14: `sudo pmcareer log` must not leave its user a logbook of root's."""
    logbook.write_text(logbook_text(OLD))
    owner, group = another_owner(logbook)
    os.chown(logbook, owner, group)
    logbook.chmod(0o660)
    append_entries(logbook, state, [NEW])
    after = logbook.stat()
    assert (after.st_uid, after.st_gid) == (owner, group)
    assert stat.S_IMODE(after.st_mode) == 0o660
    assert read_logbook(logbook).entries == (OLD, NEW)


def another_owner(path):
    """Root can give a file to anybody, others to another of their groups."""
    if os.geteuid() == 0:
        return 12_345, 23_456
    for group in os.getgroups():
        if group != path.stat().st_gid:
            return os.geteuid(), group
    return pytest.skip("needs root, or a second group")


@POSIX
def test_a_file_that_its_owner_made_read_only_is_not_replaced(logbook, state):
    """F12: a rename would pass over it, and root over everything."""
    logbook.write_text(logbook_text(OLD))
    logbook.chmod(0o444)
    with pytest.raises(NotStored, match="permission denied; nothing was logged"):
        append_entries(logbook, state, [NEW])
    assert read_logbook(logbook).entries == (OLD,)


def test_a_folder_in_the_place_of_the_logbook_is_named(logbook, state):
    """F13."""
    logbook.mkdir()
    with pytest.raises(PmcareerError, match=r"logbook\.toml is a folder"):
        append_entries(logbook, state, [NEW])


def test_a_file_in_the_place_of_the_home_is_named(tmp_path, state):
    """F13."""
    (tmp_path / "home").write_text("mine")
    with pytest.raises(NotStored, match="nothing was logged"):
        append_entries(tmp_path / "home/logbook.toml", state, [NEW])
    assert (tmp_path / "home").read_text() == "mine"


@POSIX
@pytest.mark.parametrize(
    "links",
    [("../real/logbook.toml",), ("one.toml", "../real/logbook.toml")],
    ids=["a relative link", "a chain of links"],
)
def test_a_linked_logbook_stays_linked_and_its_target_grows(tmp_path, logbook, state, links):
    """F10."""
    real = tmp_path / "real/logbook.toml"
    real.parent.mkdir()
    real.write_text(logbook_text(OLD))
    for name, target in zip(["logbook.toml", "one.toml"], links, strict=False):
        (logbook.parent / name).symlink_to(target)
    append_entries(logbook, state, [NEW])
    assert logbook.readlink() == Path(links[0])
    assert not real.is_symlink()
    assert read_logbook(real).entries == (OLD, NEW)
    assert [path.name for path in real.parent.iterdir()] == ["logbook.toml"]


@POSIX
def test_a_link_to_nothing_makes_its_target(tmp_path, logbook, state):
    """F10."""
    (tmp_path / "real").mkdir()
    logbook.symlink_to("../real/mine.toml")
    append_entries(logbook, state, [NEW])
    assert read_logbook(tmp_path / "real/mine.toml").entries == (NEW,)
    assert logbook.is_symlink()


@POSIX
def test_a_link_into_a_folder_that_is_gone_is_said(logbook, state):
    """F10."""
    logbook.symlink_to("../gone/logbook.toml")
    with pytest.raises(
        NotStored, match=r"is a link to .*, and that folder is not there; nothing was logged"
    ) as caught:
        append_entries(logbook, state, [NEW])
    assert caught.value.hint == "Make the folder, or correct the link."
    assert not (logbook.parent.parent / "gone").exists()


def test_what_is_to_stay_the_same_is_not_touched(logbook, state):
    logbook.write_text(logbook_text(OLD))
    before = logbook.stat()
    replace_file(logbook, state, lambda old: old)
    after = logbook.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert read_snapshots(logbook, state) == ()


def test_nothing_is_made_where_nothing_was_and_nothing_is_to_be(tmp_path, state):
    logbook = tmp_path / "home/logbook.toml"
    replace_file(logbook, state, lambda _: b"")
    assert not logbook.parent.exists()


def test_a_file_can_be_emptied_and_an_empty_one_filled(logbook, state):
    for content in (b"one", b"", b"two"):
        replace_file(logbook, state, lambda _, new=content: new)
        assert logbook.read_bytes() == content


class Meanwhile(Files):
    """A disk on which somebody else writes just after we have read, for the first `times`."""

    def __init__(self, logbook, times):
        self.logbook = logbook
        self.left = times

    def create(self, path, mode):
        if self.left and path.parent == self.logbook.parent:
            self.left -= 1
            with self.logbook.open("a") as file:
                file.write(f"# an editor wrote this, {self.left} to come\n")
        return super().create(path, mode)


@pytest.mark.parametrize("times", [1, 4], ids=["once", "four times"])
def test_what_an_editor_saves_meanwhile_is_kept(logbook, state, times):
    """F09."""
    logbook.write_text(logbook_text(OLD))
    append_entries(logbook, state, [NEW], files=Meanwhile(logbook, times))
    assert logbook.read_text().count("an editor wrote this") == times
    assert read_logbook(logbook).entries == (OLD, NEW)
    assert [path.name for path in logbook.parent.iterdir()] == ["logbook.toml"]


def test_a_file_that_never_stands_still_is_left_alone_after_five_tries(logbook, state):
    """F09."""
    logbook.write_text(logbook_text(OLD))
    with pytest.raises(NotStored, match="changed by another program all the time") as caught:
        append_entries(logbook, state, [NEW], files=Meanwhile(logbook, 99))
    assert caught.value.hint == "Close the editor or wait for the sync, then try again."
    assert logbook.read_text().count("an editor wrote this") == 5
    assert read_logbook(logbook).entries == (OLD,)
    assert [path.name for path in logbook.parent.iterdir()] == ["logbook.toml"]


def test_a_logbook_that_appears_meanwhile_is_not_written_over(logbook, state):
    """F09: a sync brings the first file in the moment of the first log."""
    append_entries(logbook, state, [NEW], files=Meanwhile(logbook, 1))
    text = logbook.read_text()
    assert text.startswith("# an editor wrote this")
    assert read_logbook(logbook).entries == (NEW,)


class BusyFor(Files):
    """Windows: no exchange, and somebody has the target open for the first `times`."""

    def __init__(self, times, winerror):
        self.left = times
        self.winerror = winerror
        self.paused = []

    def exchange(self, one, other):  # noqa: ARG002 -- the port says what it takes
        raise OSError(errno.ENOSYS, "no such call")

    def pause(self, seconds):
        self.paused.append(seconds)

    def replace(self, source, target):
        if self.left and target.name == "logbook.toml":
            self.left -= 1
            error = PermissionError(13, "being used by another process")
            error.winerror = self.winerror
            raise error
        super().replace(source, target)


@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_windows_is_asked_again_while_a_scanner_has_the_file_open(logbook, state, winerror):
    """F16."""
    logbook.write_text(logbook_text(OLD))
    append_entries(logbook, state, [finished("pmf-00")])
    busy = BusyFor(6, winerror)
    append_entries(logbook, state, [NEW], files=busy)
    assert read_logbook(logbook).entries == (OLD, finished("pmf-00"), NEW)
    assert sum(busy.paused) == pytest.approx(2.5)


def test_windows_is_not_asked_for_ever_nor_about_another_error(logbook, state):
    """F16: after 2.5 seconds, and at once where nobody has it open."""
    logbook.write_text(logbook_text(OLD))
    append_entries(logbook, state, [finished("pmf-00")])
    for busy, pauses in ((BusyFor(7, 32), 6), (BusyFor(1, 2), 0)):
        with pytest.raises(NotStored, match="permission denied; nothing was logged"):
            append_entries(logbook, state, [NEW], files=busy)
        assert len(busy.paused) == pauses
    assert [path.name for path in logbook.parent.iterdir()] == ["logbook.toml"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs O_NOFOLLOW")
def test_a_link_laid_in_the_way_of_a_new_file_is_not_followed(tmp_path):
    """F46."""
    victim = tmp_path / "victim"
    victim.write_text("precious")
    (tmp_path / "trap").symlink_to(victim)
    with pytest.raises(FileExistsError):
        Files().create(tmp_path / "trap", 0o600)
    assert victim.read_text() == "precious"


@POSIX
def test_reading_never_touches_a_read_only_home(logbook):
    """F13: for root too, the times of the folder tell."""
    logbook.write_text(logbook_text(OLD))
    logbook.parent.chmod(0o500)
    before = (logbook.parent.stat().st_mtime_ns, logbook.stat().st_mtime_ns)
    try:
        assert read_logbook(logbook).entries == (OLD,)
    finally:
        logbook.parent.chmod(0o700)
    assert (logbook.parent.stat().st_mtime_ns, logbook.stat().st_mtime_ns) == before
