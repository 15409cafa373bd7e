"""Every operation on the disk fails once, in every way: there is the old file or the new one."""

import errno
import os
from contextlib import suppress

import pytest

from disks import (
    FaultyFiles,
    Killed,
    disk_full,
    failing,
    input_output_error,
    killed_after,
    killed_before,
    killed_halfway,
    lying_write,
    short_write,
)
from pmcareer.errors import NotConfirmed, NotStored
from pmcareer.storage.disk.files import Files
from pmcareer.storage.disk.leftovers import sweepable_of
from pmcareer.storage.logbook.appending import append_entries
from pmcareer.storage.logbook.reading import read_logbook
from sweeps import sweep

from builders import finished, logbook_text

OLD, NEW, LATER = finished("pmf-01"), finished("pmf-02"), finished("pmf-03")
MOST_STEPS = 100


@pytest.fixture
def state(tmp_path):
    return tmp_path / "state"


def no_home(tmp_path, state):
    """Nothing was ever logged."""


def an_empty_home(tmp_path, state):
    (tmp_path / "home").mkdir()


def a_logbook_of_yesterday(tmp_path, state):
    an_empty_home(tmp_path, state)
    (tmp_path / "home/logbook.toml").write_text(logbook_text(OLD))


def a_logbook_of_today(tmp_path, state):
    append_entries(tmp_path / "home/logbook.toml", state, [finished("pmf-00")])
    append_entries(tmp_path / "home/logbook.toml", state, [OLD])


STARTS = [no_home, an_empty_home, a_logbook_of_yesterday, a_logbook_of_today]


def every_step(tmp_path, start, fault):
    """Give a fresh home, a state folder and a disk for each n at which the n-th operation fails."""
    for at in range(1, MOST_STEPS):
        place = tmp_path / str(at)
        place.mkdir()
        start(place, place / "state")
        files = FaultyFiles(at, fault)
        yield place, place / "home/logbook.toml", files
        if not files.has_failed:
            return
    pytest.fail("the write path has more steps than this test looks at")


def content(logbook):
    return logbook.read_bytes() if logbook.exists() else None


def leftovers(logbook):
    return list(logbook.parent.glob(".*")) if logbook.parent.exists() else []


@pytest.mark.parametrize("start", sweep(STARTS, quick=[no_home, a_logbook_of_today]))
@pytest.mark.parametrize("fault", [input_output_error, disk_full, short_write, lying_write])
def test_a_failed_log_changes_nothing_and_a_stored_one_is_there(tmp_path, start, fault):
    """F03, F04, F05."""
    failures = 0
    for place, logbook, files in every_step(tmp_path, start, fault):
        before = content(logbook)
        try:
            append_entries(logbook, place / "state", [NEW], files=files)
        except NotStored as error:
            failures += 1
            assert content(logbook) == before
            assert "nothing was logged" in error.message  # noqa: PT017 -- the other outcomes are right as well
        except NotConfirmed:
            assert read_logbook(logbook).entries[-1] == NEW
        else:
            assert read_logbook(logbook).entries[-1] == NEW
        # What could not be removed holds nothing new, and the next writer sweeps it.
        now = content(logbook) or b""
        assert all(now.startswith(left.read_bytes()) for left in leftovers(logbook))
    assert failures or fault is short_write


@pytest.mark.parametrize("start", sweep(STARTS, quick=[a_logbook_of_today]))
@pytest.mark.parametrize("fault", [killed_before, killed_halfway, killed_after])
def test_a_killed_log_leaves_the_old_file_or_the_new_one(tmp_path, start, fault):
    """F01; the state folder survives as well: the next entry can be logged at once."""
    for place, logbook, files in every_step(tmp_path, start, fault):
        before = read_logbook(logbook)
        with suppress(Killed):
            append_entries(logbook, place / "state", [NEW], files=files)
        after = read_logbook(logbook)
        assert after.entries in (before.entries, (*before.entries, NEW))
        assert after.problems == ()
        append_entries(logbook, place / "state", [LATER])
        assert read_logbook(logbook).entries == (*after.entries, LATER)


def test_what_a_killed_writer_leaves_is_swept_by_the_next_one_a_minute_later(tmp_path, state):
    logbook = tmp_path / "home/logbook.toml"
    append_entries(logbook, state, [OLD])
    trace = FaultyFiles()
    append_entries(logbook, state, [NEW], files=trace)
    with pytest.raises(Killed):
        append_entries(
            logbook, state, [LATER], files=FaultyFiles(trace.trace.index("fsync") + 1, killed_after)
        )
    (leftover,) = leftovers(logbook)

    append_entries(logbook, state, [LATER])
    assert leftover.exists()
    os.utime(leftover, (0, 0))
    append_entries(logbook, state, [finished("pmf-04")])
    assert not leftover.exists()


def test_the_bytes_are_on_the_medium_before_the_name_is_and_the_name_before_it_is_said(
    tmp_path, state
):
    """F02."""
    logbook = tmp_path / "home/logbook.toml"
    append_entries(logbook, state, [OLD])
    files = FaultyFiles()
    append_entries(logbook, state, [NEW], files=files)
    steps = [
        step
        for step in files.trace
        if step in {"create", "write", "size", "fsync", "exchange", "replace", "sync_folder"}
    ]
    of_the_bytes = ["create", "write", "size", "fsync"]
    of_the_names = ["replace", "exchange", "sync_folder", "fsync", "replace"]
    # Only then the receipts, a line in each of two files.
    of_the_receipts = ["write", "fsync", "write", "fsync"]
    assert steps == of_the_bytes + of_the_names + of_the_receipts


def test_the_first_log_makes_the_new_folder_survive_a_power_cut_too(tmp_path, state):
    """F02."""
    files = FaultyFiles()
    append_entries(tmp_path / "home/logbook.toml", state, [NEW], files=files)
    assert files.trace.index("sync_folder") < files.trace.index("create")


@pytest.mark.parametrize("step", ["sync_folder", "the folder's fsync"])
def test_a_disk_that_does_not_confirm_is_not_said_to_have_stored(tmp_path, state, step):
    """F05, G14: the rename is done, then the folder can't be opened, or its fsync fails."""
    a_logbook_of_today(tmp_path, state)
    logbook = tmp_path / "home/logbook.toml"
    good = FaultyFiles()
    append_entries(logbook, state, [NEW], files=good)
    at = good.trace.index("sync_folder") + 1
    if step != "sync_folder":
        at += 1
        assert good.trace[at - 1] == "fsync"
    said = "did not confirm it: the disk reports an input/output"
    with pytest.raises(NotConfirmed, match=said) as unsure:
        append_entries(logbook, state, [LATER], files=FaultyFiles(at, input_output_error))
    assert unsure.value.stored == (LATER.id,)
    assert read_logbook(logbook).entries[-1] == LATER


@pytest.mark.skipif(os.name != "posix", reason="Windows has no fsync of folders")
@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP], ids=errno.errorcode.get)
def test_a_disk_that_knows_no_fsync_of_folders_stores_without_a_word(tmp_path, state, number):
    """F05: some disks of a network; what can't be asked for is no sign of a loss."""
    a_logbook_of_today(tmp_path, state)
    logbook = tmp_path / "home/logbook.toml"
    good = FaultyFiles()
    append_entries(logbook, state, [NEW], files=good)

    at = good.trace.index("sync_folder") + 2
    assert good.trace[at - 1] == "fsync"
    append_entries(logbook, state, [LATER], files=FaultyFiles(at, failing(number)))
    assert read_logbook(logbook).entries[-1] == LATER


MENDS = {
    errno.ENOSPC: "Free some space, then try again.",
    errno.EDQUOT: "Free some space, then try again.",
    errno.EBUSY: "It is a mount of its own and can't be replaced; mount its folder",
    errno.EXDEV: "It is a mount of its own and can't be replaced; mount its folder",
    errno.EIO: "Check the disk and the permissions of the folder",
}


@pytest.mark.parametrize(("number", "mend"), MENDS.items(), ids=map(errno.errorcode.get, MENDS))
def test_what_can_be_done_about_a_disk_that_refuses_is_said(tmp_path, state, number, mend):
    """F03, F05, F14."""
    a_logbook_of_today(tmp_path, state)
    logbook = tmp_path / "home/logbook.toml"
    good = FaultyFiles()
    append_entries(logbook, state, [NEW], files=good)
    at = good.trace.index("exchange") + 1
    with pytest.raises(NotStored) as caught:
        append_entries(logbook, state, [LATER], files=FaultyFiles(at, failing(number)))
    assert caught.value.hint.startswith(mend)


class Deaf(FaultyFiles):
    """A disk that removes nothing."""

    def _do(self, name, operation, arguments):
        if name == "unlink":
            raise PermissionError(errno.EACCES, "not to be removed")
        return super()._do(name, operation, arguments)


def test_what_is_told_is_what_failed_first_and_not_that_nothing_could_be_tidied(tmp_path, state):
    a_logbook_of_today(tmp_path, state)
    logbook = tmp_path / "home/logbook.toml"
    good = FaultyFiles()
    append_entries(logbook, state, [NEW], files=good)
    for step in ("fsync", "exchange"):
        files = Deaf(good.trace.index(step) + 1, disk_full)
        with pytest.raises(NotStored, match="the disk is full; nothing was logged"):
            append_entries(logbook, state, [LATER], files=files)
    assert read_logbook(logbook).entries[-1] == NEW


def test_what_can_not_be_swept_holds_no_entry_up(tmp_path, state):
    """Sweeping is a courtesy: neither a folder that can't be read nor a stuck file is a veto."""
    a_logbook_of_today(tmp_path, state)
    logbook = tmp_path / "home/logbook.toml"
    leftover = logbook.with_name(".logbook.toml.tmp-0")
    leftover.touch()
    os.utime(leftover, (0, 0))
    good = FaultyFiles()
    assert sweepable_of(logbook, files=good) == (leftover,)
    assert good.trace == ["names", "status", "now"]
    for at in (1, 2):
        assert sweepable_of(logbook, files=FaultyFiles(at, input_output_error)) == ()
    append_entries(logbook, state, [NEW], files=Deaf())
    assert leftover.exists()


class AMinuteLater(Files):
    """A disk on which the clock shows so many seconds after 1970."""

    def __init__(self, seconds):
        self.seconds = seconds

    def now(self):
        return self.seconds


def test_what_a_writer_may_still_be_at_is_left_for_a_minute(tmp_path):
    fresh = tmp_path / ".logbook.toml.tmp-0"
    fresh.touch()
    os.utime(fresh, (1_000, 1_000))
    logbook = tmp_path / "logbook.toml"
    assert sweepable_of(logbook, AMinuteLater(1_060)) == ()
    assert sweepable_of(logbook, AMinuteLater(1_061)) == (fresh,)


class SweptMeanwhile(Files):
    """A disk that lists a file which somebody else has just removed."""

    def names(self, folder):
        return [*super().names(folder), ".logbook.toml.tmp-gone"]


def test_what_another_writer_sweeps_at_the_same_time_is_no_leftover(tmp_path):
    assert sweepable_of(tmp_path / "logbook.toml", SweptMeanwhile()) == ()
