"""A copy a day, and never a good one lost to a bad one."""

import errno
import os
from datetime import UTC, datetime, timedelta

import pytest

from disks import FaultyFiles
from pmcareer.storage.disk.files import Files
from pmcareer.storage.disk.snapshots import read_snapshots, shrunk_since
from pmcareer.storage.logbook.appending import append_entries
from pmcareer.storage.logbook.losses import losses_of
from pmcareer.storage.logbook.reading import read_logbook

from builders import finished, logbook_text

START = datetime(2026, 1, 1, 12, tzinfo=UTC)


class OnDay(Files):
    """A disk some days after New Year."""

    def __init__(self, days):
        self.days = days

    def now(self):
        return (START + timedelta(days=self.days)).timestamp()


class OnTwoDisks(OnDay):
    """A state folder that lies on another disk than the logbook."""

    def replace(self, source, target):
        if source.parent != target.parent:
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        super().replace(source, target)


class WithoutExchange(OnDay):
    """Windows, and disks of a network."""

    def exchange(self, one, other):  # noqa: ARG002 -- the port says what it takes
        raise OSError(errno.ENOSYS, "no such call")


DISKS = [OnDay, OnTwoDisks, WithoutExchange]


@pytest.fixture
def logbook(tmp_path):
    return tmp_path / "home/logbook.toml"


@pytest.fixture
def state(tmp_path):
    return tmp_path / "state"


def log(logbook, state, day, disk=OnDay):
    append_entries(logbook, state, [finished(f"pmf-{day}", id=f"day{day}")], files=disk(day))


@pytest.mark.parametrize("disk", DISKS)
def test_the_first_entry_of_a_day_keeps_what_yesterday_left(logbook, state, disk):
    """F18."""
    log(logbook, state, 0, disk)
    yesterday = logbook.read_bytes()
    log(logbook, state, 1, disk)
    append_entries(logbook, state, [finished("pmf-99")], files=disk(1))
    (snapshot,) = read_snapshots(logbook, state)
    assert snapshot.path.read_bytes() == yesterday
    assert snapshot.day.isoformat() == "2026-01-02"
    assert os.listdir(snapshot.path.parent) == ["2026-01-02.toml"]  # noqa: PTH208


@pytest.mark.parametrize("disk", DISKS)
def test_no_snapshot_is_the_same_file_as_the_logbook(logbook, state, disk):
    """G01: an editor that writes in place would change both."""
    for day in range(3):
        log(logbook, state, day, disk)
        with logbook.open("a") as file:
            file.write("# in place\n")
        texts = [each.path.read_text().count("in place") for each in read_snapshots(logbook, state)]
        assert texts == list(reversed(range(1, day + 1)))
        inodes = {each.path.stat().st_ino for each in read_snapshots(logbook, state)}
        assert logbook.stat().st_ino not in inodes


def test_what_was_replaced_becomes_the_snapshot_without_a_copy(logbook, state):
    log(logbook, state, 0)
    inode = logbook.stat().st_ino
    files = FaultyFiles()
    append_entries(logbook, state, [finished("pmf-77")], files=files)
    (snapshot,) = read_snapshots(logbook, state)
    if "exchange" in files.trace and snapshot.path.stat().st_ino != inode:
        pytest.skip("the disk of the tests can't exchange names")
    # The new file, and that of the receipts, which is written anew once a day.
    assert files.trace.count("create") == 2


def test_a_copy_on_another_disk_is_durable_before_what_it_copies_goes(logbook, state):
    """G09: the state folder's disk may lose its journal after the home's has kept its own."""

    class Traced(FaultyFiles):
        def _do(self, name, operation, arguments):
            self.arguments.append(arguments)
            if name == "replace" and arguments[0].parent != arguments[1].parent:
                self.trace.append(name)
                raise OSError(errno.EXDEV, "Invalid cross-device link")
            return super()._do(name, operation, arguments)

        def __init__(self):
            super().__init__()
            self.arguments = []

    log(logbook, state, 0)
    files = Traced()
    append_entries(logbook, state, [finished("pmf-77")], files=files)
    (snapshot,) = read_snapshots(logbook, state)
    asked = list(zip(files.trace, files.arguments, strict=False))
    synced = [name for name, *_ in asked].index("exchange")
    names = [name for name, _ in asked[synced:]]
    assert "fsync" in names[names.index("create") :]
    copied = max(n for n, (name, _) in enumerate(asked) if name == "sync_folder")
    assert asked[copied][1] == (snapshot.path.parent,)
    assert copied < max(n for n, (name, _) in enumerate(asked) if name == "unlink")


class NoSnapshot(Files):
    """A disk on which something goes wrong with the snapshots alone."""

    def __init__(self, step, error):
        self.step = step
        self.error = error

    def _refuse(self, step, path):
        if step == self.step and "snapshots" in str(path):
            raise self.error

    def names(self, folder):
        self._refuse("names", folder)
        return super().names(folder)

    def make_folder(self, path, owner=None):
        self._refuse("make_folder", path)
        super().make_folder(path, owner)

    def replace(self, source, target):
        self._refuse("replace", target)
        super().replace(source, target)

    def now(self):
        if self.step == "now":
            raise self.error
        return super().now()


ERRORS = [
    ("names", PermissionError(errno.EACCES, "denied"), "permission denied. Make it yours: sudo"),
    ("make_folder", OSError(errno.EPERM, "denied"), "permission denied. Make it yours: sudo chown"),
    ("make_folder", OSError(errno.EROFS, "no"), "the disk is read-only. Name another folder: XDG"),
    ("replace", OSError(errno.ENOSPC, "no"), "the disk is full. Free some space there."),
    ("replace", OSError(errno.EDQUOT, "no"), "your quota on this disk is used up. Free some space"),
    ("replace", OSError(errno.EIO, "no"), "the disk reports an input/output error. Look at that"),
    ("now", OverflowError("Timestamp out of range"), "timestamp out of range. Look at that folder"),
    ("now", ValueError(), "ValueError. Look at that folder, or move it away."),
]


@pytest.mark.skipif(os.name != "posix", reason="the mends of POSIX")
@pytest.mark.parametrize(("step", "error", "said"), ERRORS, ids=[each[2] for each in ERRORS])
def test_a_snapshot_that_can_not_be_kept_is_no_reason_to_refuse(logbook, state, step, error, said):
    """G07: stored, with one sentence that names the folder and the mend."""
    append_entries(logbook, state, [finished("pmf-01")])
    told = []
    append_entries(
        logbook, state, [finished("pmf-02")], files=NoSnapshot(step, error), say=told.append
    )
    assert read_logbook(logbook).entries == (finished("pmf-01"), finished("pmf-02"))
    assert [path.name for path in logbook.parent.iterdir()] == ["logbook.toml"]
    assert read_snapshots(logbook, state) == ()
    (sentence,) = told
    assert sentence.startswith(f"There is no snapshot in {state}: {said}")


class NoPlace(OnTwoDisks):
    """A state folder on another disk, where a copy is written and can't be put in place."""

    can_unlink = True

    def replace(self, source, target):
        super().replace(source, target)
        if "snapshots" in source.parts:
            target.replace(source)
            raise OSError(errno.EIO, "input/output error")

    def unlink(self, path):
        if "snapshots" in path.parts and not self.can_unlink:
            raise OSError(errno.EACCES, "denied")
        super().unlink(path)


@pytest.mark.parametrize("can_unlink", [True, False])
def test_of_a_copy_that_can_not_be_put_in_place_nothing_is_left(logbook, state, can_unlink):
    """Unless it can't be removed either; what is told is the first reason."""
    append_entries(logbook, state, [finished("pmf-01")])
    files, told = NoPlace(3), []
    files.can_unlink = can_unlink
    append_entries(logbook, state, [finished("pmf-02")], files=files, say=told.append)
    assert [path.suffix for path in state.glob("snapshots/*/*")] == [".part"] * (not can_unlink)
    assert told[0].startswith(f"There is no snapshot in {state}: the disk reports an input/output")


def test_a_logbook_that_is_as_its_snapshot_has_lost_nothing(logbook, state):
    """So it is after it was brought back from there."""
    for day in range(2):
        log(logbook, state, day)
    (snapshot,) = read_snapshots(logbook, state)
    logbook.write_bytes(snapshot.path.read_bytes())
    assert shrunk_since(logbook, state) is None
    logbook.write_bytes(snapshot.path.read_bytes()[:-1])
    assert shrunk_since(logbook, state) == snapshot


def test_a_folder_that_can_not_be_looked_into_has_no_snapshots(logbook, state):
    """G07: `status` and `doctor` go on."""
    for day in range(2):
        log(logbook, state, day)
    unreadable = NoSnapshot("names", PermissionError(errno.EACCES, "denied"))
    assert read_snapshots(logbook, state, unreadable) == ()
    assert len(read_snapshots(logbook, state)) == 1


def test_a_snapshot_that_goes_while_it_is_looked_at_is_none(logbook, state):
    for day in range(3):
        log(logbook, state, day)

    class Going(Files):
        def status(self, path):
            if path.name == "2026-01-02.toml":
                raise PermissionError(errno.EACCES, "denied")
            return super().status(path)

    days = [each.day.day for each in read_snapshots(logbook, state, Going())]
    assert days == [3]


def test_seven_days_and_four_weeks_are_kept(logbook, state):
    """F18."""
    for day in range(60):
        log(logbook, state, day)
    days = [snapshot.day for snapshot in read_snapshots(logbook, state)]
    assert days[:7] == [(START + timedelta(days=59 - back)).date() for back in range(7)]
    assert len({day.isocalendar()[:2] for day in days}) == 4
    assert len(days) <= 11


def test_a_shorter_file_never_pushes_out_the_longest(logbook, state):
    """F18: the logbook is emptied, and two months of short ones follow."""
    for day in range(5):
        log(logbook, state, day)
    whole = logbook.read_bytes()
    log(logbook, state, 5)
    logbook.write_bytes(b"")
    for day in range(6, 9):
        append_entries(logbook, state, [finished("pmf-01", id=f"short{day}")], files=OnDay(day))
    for day in range(60, 80):
        log(logbook, state, day)
        logbook.write_text(logbook_text(finished()))
    assert max(snapshot.size_bytes for snapshot in read_snapshots(logbook, state)) == len(whole)


def test_an_emptied_logbook_is_noticed_and_can_be_brought_back(logbook, state):
    """F18, F21: "312 entries yesterday, 0 today"."""
    for day in range(3):
        log(logbook, state, day)
    assert shrunk_since(logbook, state) is None
    logbook.write_bytes(b"")
    (ids,) = state.glob("receipts/*/ids")
    ids.unlink()
    assert list(losses_of(logbook, state, read_logbook(logbook))) == ["day0", "day1"]
    assert shrunk_since(logbook, state) == read_snapshots(logbook, state)[0]


def test_a_logbook_that_only_grew_has_lost_nothing(logbook, state):
    for day in range(3):
        log(logbook, state, day)
    assert losses_of(logbook, state, read_logbook(logbook)) == {}


def test_two_homes_have_snapshots_of_their_own(tmp_path, state):
    for home in ("one", "two"):
        for day in range(2):
            append_entries(
                tmp_path / home / "logbook.toml",
                state,
                [finished(id=f"{home}{day}")],
                files=OnDay(day),
            )
    paths = {
        read_snapshots(tmp_path / home / "logbook.toml", state)[0].path for home in ("one", "two")
    }
    assert len(paths) == 2


def test_a_clock_that_jumps_ahead_and_back_costs_no_snapshot_of_the_present(logbook, state):
    """F31."""
    for day in (0, 1, 2, 4000, 3, 4):
        log(logbook, state, day)
    days = {(snapshot.day - START.date()).days for snapshot in read_snapshots(logbook, state)}
    assert {1, 2, 3, 4} <= days
