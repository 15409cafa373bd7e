"""Every operation on the disk fails once, in every way: what is stored is the old file or the new one."""

import os
from contextlib import suppress

import pytest

from disks import (
    FaultyFiles,
    Killed,
    disk_full,
    input_output_error,
    killed_after,
    killed_before,
    killed_halfway,
    lying_write,
    short_write,
)
from pmcareer.errors import NotConfirmed, NotStored
from pmcareer.storage.appending import append_entries
from pmcareer.storage.logbook_file import read_logbook

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


@pytest.mark.parametrize("start", STARTS)
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
        assert leftovers(logbook) == []
    assert failures or fault is short_write


@pytest.mark.parametrize("start", STARTS)
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
        if step in {"create", "write", "size", "fsync", "link", "replace", "sync_folder"}
    ]
    assert steps == ["create", "write", "size", "fsync", "link", "replace", "sync_folder"]


def test_the_first_log_makes_the_new_folder_survive_a_power_cut_too(tmp_path, state):
    """F02."""
    files = FaultyFiles()
    append_entries(tmp_path / "home/logbook.toml", state, [NEW], files=files)
    assert files.trace.index("sync_folder") < files.trace.index("create")


def test_a_disk_that_does_not_confirm_is_not_said_to_have_stored(tmp_path, state):
    """F05: the rename is done, the folder's fsync fails."""
    a_logbook_of_today(tmp_path, state)
    logbook = tmp_path / "home/logbook.toml"
    good = FaultyFiles()
    append_entries(logbook, state, [NEW], files=good)
    failing = FaultyFiles(good.trace.index("sync_folder") + 1, input_output_error)
    with pytest.raises(NotConfirmed, match="did not confirm"):
        append_entries(logbook, state, [LATER], files=failing)
