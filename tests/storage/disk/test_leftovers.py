"""What crashes leave is swept where nobody needs it, and second names of the file are told of."""

import os

import pytest

from disks import FaultyFiles, Killed, input_output_error, killed_after, killed_before
from pmcareer.storage.disk.files import Files
from pmcareer.storage.disk.leftovers import (
    leftovers_of,
    named_for,
    other_names_of,
    sweepable_of,
    temporary_of,
)
from pmcareer.storage.disk.replacing import replace_file
from pmcareer.storage.disk.snapshots import read_snapshots
from pmcareer.storage.logbook.appending import append_entries
from pmcareer.storage.logbook.reading import read_logbook

from builders import finished, logbook_text

OLD, NEW, LATER = finished("pmf-01"), finished("pmf-02"), finished("pmf-03")
POSIX = pytest.mark.skipif(os.name != "posix", reason="second names as POSIX has them")


@pytest.fixture
def logbook(tmp_path):
    path = tmp_path / "home/logbook.toml"
    path.parent.mkdir()
    path.write_text(logbook_text(OLD))
    return path


@pytest.fixture
def state(tmp_path):
    return tmp_path / "state"


def old(path, content):
    path.write_bytes(content)
    os.utime(path, (0, 0))
    return path


def test_by_its_name_and_content_a_leftover_is_known(logbook):
    """G01."""
    whole = logbook.read_bytes()
    ours, replaced, theirs = b"never in place", b"replaced by an edit", b"somebody's version"
    unfinished = old(temporary_of(logbook), ours[:5])
    never = old(named_for(temporary_of(logbook), ours, whole), ours)
    edited = old(named_for(temporary_of(logbook), whole, replaced), replaced)
    beginning = old(named_for(temporary_of(logbook), b"other", b"others"), whole[:20])
    foreign = old(named_for(temporary_of(logbook), ours, whole), theirs)
    assert set(sweepable_of(logbook)) == {unfinished, never, edited, beginning}
    assert leftovers_of(logbook) == (foreign,)


def test_what_holds_nothing_new_is_swept_and_the_rest_is_not(logbook, state):
    never = old(named_for(temporary_of(logbook), b"new", b"old"), b"new")
    foreign = old(named_for(temporary_of(logbook), b"new", b"old"), b"somebody's version")
    fresh = temporary_of(logbook)
    fresh.touch()
    append_entries(logbook, state, [NEW])
    assert not never.exists()
    assert foreign.exists()
    assert fresh.exists()


def test_names_of_other_files_are_none_of_ours(logbook, state):
    others = [".logbook.toml", ".other.toml.tmp-0", "logbook.toml.tmp-0", ".logbook.toml.swp"]
    paths = [old(logbook.with_name(name), b"") for name in others]
    append_entries(logbook, state, [NEW])
    assert all(path.exists() for path in paths)
    assert sweepable_of(logbook) == leftovers_of(logbook) == ()


def test_what_can_not_be_read_is_neither_swept_nor_shown(logbook):
    old(named_for(temporary_of(logbook), b"new", b"old"), b"new")
    good = FaultyFiles()
    sweepable_of(logbook, good)
    for at in range(1, len(good.trace) + 1):
        assert sweepable_of(logbook, FaultyFiles(at, input_output_error)) == ()


@pytest.mark.parametrize("fault", [killed_before, killed_after])
def test_nothing_that_a_killed_writer_leaves_is_taken_for_somebodys(tmp_path, fault):
    """F01: an entry that nobody was told is stored does not come back by a merge."""
    for at in range(1, 100):
        logbook, state = tmp_path / f"{at}/home/logbook.toml", tmp_path / f"{at}/state"
        logbook.parent.mkdir(parents=True)
        logbook.write_text(logbook_text(OLD))
        files = FaultyFiles(at, fault)
        try:
            append_entries(logbook, state, [NEW], files=files)
        except Killed:
            assert files.has_failed
        for left in logbook.parent.glob(".*"):
            os.utime(left, (0, 0))
        assert leftovers_of(logbook) == ()
        append_entries(logbook, state, [LATER])
        assert [path.name for path in logbook.parent.iterdir()] == ["logbook.toml"]
        if not files.has_failed:
            return
    pytest.fail("the write path has more steps than this test looks at")


def test_what_an_edit_replaced_is_swept_too_when_its_writer_was_killed(logbook, state):
    """What comes out is what was to be replaced, though the new file does not begin with it."""
    good = FaultyFiles()
    replace_file(logbook, state, lambda _: b"# all new\n", files=good)
    at = good.trace.index("exchange") + 1
    logbook.write_text(logbook_text(OLD))
    with pytest.raises(Killed):
        replace_file(logbook, state, lambda _: b"# newer\n", files=FaultyFiles(at, killed_after))
    assert logbook.read_bytes() == b"# newer\n"
    (left,) = logbook.parent.glob(".*")
    os.utime(left, (0, 0))
    assert sweepable_of(logbook) == (left,)


def test_copies_that_were_never_finished_are_swept_a_minute_later(logbook, state):
    """G12."""

    class OnDay(Files):
        def __init__(self, day):
            self.day = day

        def now(self):
            return super().now() + 86_400 * self.day

    append_entries(logbook, state, [NEW])
    folder = read_snapshots(logbook, state)[0].path.parent
    part, fresh = folder / "2026-01-02.part", folder / ".2026-01-03-0a1b.part"
    old(part, b"half")
    fresh.touch()
    os.utime(fresh, (OnDay(1).now(), OnDay(1).now()))
    append_entries(logbook, state, [LATER], files=OnDay(1))
    assert not part.exists()
    assert fresh.exists()
    assert len(read_snapshots(logbook, state)) == 2


@POSIX
def test_a_second_name_keeps_the_old_file_and_that_is_said(logbook, state):
    """G12: dotfiles that were linked in the wrong way."""
    before = logbook.read_bytes()
    second = logbook.parent.parent / "dotfiles.toml"
    second.hardlink_to(logbook)
    assert other_names_of(logbook, state) == 1
    told = []
    append_entries(logbook, state, [NEW], say=told.append)
    assert second.read_bytes() == before
    assert read_logbook(logbook).entries == (OLD, NEW)
    (sentence,) = told
    assert sentence.startswith(f"{logbook} had another name on this disk (a hard link). It keeps")
    assert f"ln -sf {logbook} OTHER_NAME" in sentence
    # And the snapshot is no third name of that file.
    (snapshot,) = read_snapshots(logbook, state)
    assert snapshot.path.read_bytes() == before
    assert snapshot.path.stat().st_ino != second.stat().st_ino

    assert other_names_of(logbook, state) == 0
    append_entries(logbook, state, [LATER], say=told.append)
    assert len(told) == 1


@POSIX
def test_two_more_names_are_counted_and_those_of_ours_are_not(logbook, state):
    for name in ("one", "two"):
        (logbook.parent.parent / name).hardlink_to(logbook)
    temporary_of(logbook).hardlink_to(logbook)
    append_entries(logbook.parent.parent / "other/logbook.toml", state, [OLD])
    snapshots = read_snapshots(logbook, state)
    assert snapshots == ()
    assert other_names_of(logbook, state) == 2
    told = []
    append_entries(logbook, state, [NEW], say=told.append)
    assert len(told) == 1
    assert "2 other names" in told[0]


@POSIX
def test_a_link_that_an_older_pmcareer_made_for_its_snapshot_is_no_other_name(logbook, state):
    append_entries(logbook, state, [NEW])
    folder = read_snapshots(logbook, state)[0].path.parent
    (folder / "2026-01-01.toml").hardlink_to(logbook)
    assert other_names_of(logbook, state) == 0


def test_names_that_can_not_be_counted_are_no_reason_to_refuse(logbook, state):
    (logbook.parent.parent / "second").hardlink_to(logbook)
    temporary_of(logbook).hardlink_to(logbook)
    good = FaultyFiles()
    assert other_names_of(logbook, state, good) == 1
    faulty = [FaultyFiles(at + 1, input_output_error) for at in range(len(good.trace))]
    counts = [other_names_of(logbook, state, files) for files in faulty]
    # The file itself; the names beside it; the snapshots; the one that is ours.
    assert counts == [0, 2, 1, 2]
    assert other_names_of(logbook.with_name("none.toml"), state) == 0


@POSIX
def test_a_pipe_is_not_waited_for_whatever_its_name_is(logbook, state):
    """F13: nobody writes to it, so nobody would ever read it to the end."""
    pipe = logbook.with_name(".logbook.toml.tmp-1.new.old")
    os.mkfifo(pipe)
    os.utime(pipe, (0, 0))
    with pytest.raises(OSError, match="it is no file"):
        Files().read(pipe)
    append_entries(logbook, state, [NEW])
    assert read_logbook(logbook).entries == (OLD, NEW)
    assert pipe.exists()
