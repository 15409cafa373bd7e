"""What looks after a logbook mends, and what it leaves alone."""

import os

import pytest

from pmcareer.storage.logbook.appending import append_entries
from pmcareer.storage.logbook.care import cut_torn_tail, merge_conflict_copy, others_may_write
from pmcareer.storage.logbook.noticing import conflict_copies
from pmcareer.storage.logbook.reading import read_logbook

from builders import finished, logbook_text, worked

FIRST, SECOND, THIRD = finished("pmf-01"), worked("pmf-02", 30), finished("pmf-03")
SOUND = logbook_text(FIRST, SECOND).encode()


@pytest.fixture
def logbook(tmp_path):
    path = tmp_path / "home/logbook.toml"
    path.parent.mkdir()
    return path


@pytest.fixture
def state(tmp_path):
    return tmp_path / "state"


TAILS = {
    "half a record": logbook_text(THIRD).encode().partition(b"format = 1\n")[2][:-20],
    "half a header": b"[[entr",
    "zeros": b"\0" * 4096,
    "a record without its id": b'[[entries]]\nkind = "finished"\n',
    "a text never closed": b'note = """\nabc\ndef\n',
    "a list never closed": b'skills = [\n"a",\n"b",\n',
    "a byte that is no text": b"note = '\xff\n",
}


@pytest.mark.parametrize("tail", TAILS.values(), ids=TAILS)
def test_a_torn_tail_is_kept_aside_and_the_next_entry_can_be_logged(logbook, state, tail):
    """F19, F20."""
    logbook.write_bytes(SOUND + tail)
    kept = cut_torn_tail(logbook, state)
    assert kept.parent == state
    assert kept.name.startswith("logbook.toml.damaged-")
    assert logbook.read_bytes() + kept.read_bytes() == SOUND + tail
    assert logbook.read_bytes().startswith(SOUND.rstrip())
    append_entries(logbook, state, [THIRD])
    assert read_logbook(logbook).entries == (FIRST, SECOND, THIRD)
    assert read_logbook(logbook).problems == ()


def test_what_was_torn_is_in_a_snapshot_too(logbook, state):
    logbook.write_bytes(SOUND + b"[[entr")
    cut_torn_tail(logbook, state)
    (snapshot,) = state.glob("snapshots/*/*.toml")
    assert snapshot.read_bytes() == SOUND + b"[[entr"


@pytest.mark.parametrize(
    "content",
    [
        SOUND,
        b"",
        SOUND.replace(b"minutes = 30", b"minutes = x"),
        SOUND.replace(b"format = 1", b"format = "),
    ],
    ids=["a sound file", "an empty file", "damage with good entries after it", "damage at the top"],
)
def test_anything_else_is_left_for_its_owner(logbook, state, content):
    whole = content + (
        logbook_text(THIRD).partition("format = 1\n")[2].encode() if content else b""
    )
    logbook.write_bytes(whole)
    assert cut_torn_tail(logbook, state) is None
    assert logbook.read_bytes() == whole


def test_without_a_logbook_there_is_nothing_to_cut(logbook, state):
    assert cut_torn_tail(logbook, state) is None
    assert not state.exists()


COPIES = [
    "logbook.sync-conflict-20261121-191403-ABCDEFG.toml",
    "logbook (Anna's conflicted copy 2026-11-21).toml",
    "logbook (conflicted copy 2026-11-21 191403).toml",
]
NO_COPIES = [
    "logbook-backup.toml",
    "logbook.toml.bak",
    "logbook (1).toml",
    "other.sync-conflict-20261121-191403-A.toml",
]


def test_copies_of_sync_services_are_found_and_nothing_else(logbook):
    """F17."""
    for name in [*COPIES, *NO_COPIES, "logbook.toml"]:
        (logbook.parent / name).write_bytes(SOUND)
    assert sorted(path.name for path in conflict_copies(logbook)) == sorted(COPIES)


@pytest.mark.parametrize("name", COPIES)
def test_a_conflict_copy_is_merged_and_put_away(logbook, state, name):
    """F17."""
    logbook.write_text(logbook_text(FIRST, SECOND))
    copy = logbook.parent / name
    copy.write_text(
        logbook_text(FIRST, THIRD)
        + '\n[[entries]]\nkind = "dreamt"\non = 2026-11-21\nof = "boats"\nid = "d"\n'
    )
    assert merge_conflict_copy(copy, logbook, state) == 2
    assert read_logbook(logbook).entries == (FIRST, SECOND, THIRD)
    assert 'kind = "dreamt"' in logbook.read_text()
    assert [path.name for path in logbook.parent.iterdir()] == ["logbook.toml"]
    (kept,) = (state / "conflict-copies").iterdir()
    assert kept.name.endswith(name)


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_a_folder_that_everybody_may_change_is_told(tmp_path):
    """F45."""
    tmp_path.chmod(0o777)
    assert others_may_write(tmp_path)
    tmp_path.chmod(0o755)
    assert not others_may_write(tmp_path)
    assert not others_may_write(tmp_path / "nowhere")
