"""What `doctor --fix` mends, and what it leaves alone."""

import os
import sys

import pytest

from pmcareer.errors import DataFileBroken, NewerFormat, NoSuchFile, NotStored
from pmcareer.storage.logbook.appending import append_entries
from pmcareer.storage.logbook.beside import candidates_beside
from pmcareer.storage.logbook.copies import broken_copies, conflict_copies, spent_copies
from pmcareer.storage.logbook.editing import edit_logbook
from pmcareer.storage.logbook.mending import cut_torn_tail, join_sides, merge_copy, put_away
from pmcareer.storage.logbook.missing import lost_entries, read_receipts
from pmcareer.storage.logbook.noticing import noticed
from pmcareer.storage.logbook.reading import read_logbook

from builders import finished, logbook_text, worked

FIRST, SECOND, THIRD = finished("pmf-01"), worked("pmf-02", 30), finished("pmf-03")
SOUND = logbook_text(FIRST, SECOND).encode()


TAILS = {
    "half a record": logbook_text(THIRD).encode().partition(b"format = 1\n")[2][:-20],
    "half a header": b"[[entr",
    "zeros": b"\0" * 4096,
    "a record without its id": b'[[entries]]\nkind = "finished"\n',
    "a text never closed": b'note = """\nabc\ndef\n',
    "a longer text never closed": b'note = """\nabc\ndef\nghi\n',
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


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "\r"])
def test_what_can_be_read_in_another_encoding_or_with_other_line_ends_is_no_tail(
    logbook, state, encoding
):
    text = logbook_text(FIRST, worked("pmf-02", 30, note="Gespräch"))
    as_saved = text.replace("\n", "\r").encode() if encoding == "\r" else text.encode(encoding)
    logbook.write_bytes(as_saved)
    assert cut_torn_tail(logbook, state) is None
    assert logbook.read_bytes() == as_saved
    hints = [problem.hint for problem in read_logbook(logbook).problems]
    assert "Save the file " in hints[0]


def test_what_a_shell_has_added_in_another_encoding_is_no_tail(logbook, state):
    added = logbook_text(THIRD).partition("format = 1\n")[2]
    logbook.write_bytes(SOUND + added.encode("utf-16"))
    assert cut_torn_tail(logbook, state) is None
    assert logbook.read_bytes() == SOUND + added.encode("utf-16")


def test_after_a_tail_is_cut_nothing_is_missed_that_was_never_stored(logbook, state):
    logbook.write_bytes(SOUND + TAILS["half a record"])
    cut_torn_tail(logbook, state)
    receipts = read_receipts(logbook, state)
    assert lost_entries(logbook, state, read_logbook(logbook), receipts) == ()


def test_after_a_tail_is_cut_what_was_stored_of_it_is_missed_still(logbook, state):
    append_entries(logbook, state, [FIRST, SECOND])
    logbook.write_bytes(logbook.read_bytes()[:-30])
    assert cut_torn_tail(logbook, state) is not None
    receipts = read_receipts(logbook, state)
    (problem,) = lost_entries(logbook, state, read_logbook(logbook), receipts)
    assert "is gone or no longer counts" in problem.message


def test_an_entry_written_by_hand_without_an_id_is_never_set_aside(logbook, state):
    """It can be read, and lacks a word; its owner's comments stay with it."""
    own = b'# mine\n[[entries]]\nkind = "finished"\non = 2026-11-21\nexercise = "pmf-03"\n# thoughts\n'
    logbook.write_bytes(SOUND + own)
    assert cut_torn_tail(logbook, state) is None
    assert logbook.read_bytes() == SOUND + own
    (problem,) = read_logbook(logbook).problems
    assert "Give it one" in problem.hint


@pytest.mark.parametrize("tail", TAILS.values(), ids=TAILS)
def test_a_file_of_nothing_but_damage_is_kept_aside_whole(logbook, state, tail):
    logbook.write_bytes(tail)
    kept = cut_torn_tail(logbook, state)
    assert kept.read_bytes() == tail.lstrip(b"\n")
    append_entries(logbook, state, [FIRST])
    assert read_logbook(logbook).entries == (FIRST,)


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
        b"entries = [3]\n",
    ],
    ids=[
        "a sound file",
        "an empty file",
        "damage with good entries after it",
        "damage at the top",
        "entries that are none",
    ],
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
    "logbook 2.toml",
    "logbook-LAPTOP.toml",
    "logbook (1).toml",
    "Copy of logbook.toml",
    "logbook.toml.conflict1",
    "logbook.toml.sync-conflict",
]
OTHERS = {
    "curriculum.toml": logbook_text(THIRD),
    "logbook.toml.bak": logbook_text(THIRD),
    "logbook-notes.toml": "[[notes]]\nid = 'x'\n",
    "notes.txt": logbook_text(THIRD),
    "archive.toml": logbook_text(THIRD),
    "archive-torn.toml": logbook_text(THIRD) + "[[entr",
    "my own (1).toml": logbook_text(FIRST),
    "logbook-backup.toml": logbook_text(FIRST),
    "logbook-sorted.toml": logbook_text(SECOND, FIRST),
    "logbook-spaced.toml": logbook_text(FIRST, SECOND).replace(" = ", "=").replace("\n", "\r\n"),
    ".logbook.toml.tmp-0123456789abcdef": logbook_text(THIRD),
}


@pytest.mark.parametrize("name", COPIES)
@pytest.mark.parametrize(
    "theirs",
    [logbook_text(FIRST, THIRD), logbook_text(FIRST, worked("pmf-02", 45, id=SECOND.id))],
    ids=["an entry more", "an entry changed"],
)
def test_a_copy_is_known_by_what_it_holds_whatever_its_name(logbook, name, theirs):
    """F17, G09."""
    logbook.write_bytes(SOUND)
    (logbook.parent / name).write_text(theirs)
    assert conflict_copies(logbook) == (logbook.parent / name,)


def test_what_has_nothing_new_or_is_something_else_is_left_alone(logbook):
    """F17: the user's own backups, archives, and what a writer may still be writing."""
    logbook.write_bytes(SOUND)
    for name, text in OTHERS.items():
        (logbook.parent / name).write_text(text)
    assert conflict_copies(logbook) == ()
    assert broken_copies(logbook) == ()
    assert spent_copies(logbook) == ()


def test_a_copy_of_a_service_that_has_nothing_new_can_be_put_away(logbook, state):
    logbook.write_bytes(SOUND)
    copy = logbook.parent / COPIES[0]
    copy.write_bytes(SOUND)
    assert conflict_copies(logbook) == ()
    assert spent_copies(logbook) == (copy,)
    assert put_away(copy, state).read_bytes() == SOUND
    assert not copy.exists()


def test_what_another_program_saved_when_a_writer_was_killed_is_looked_into(logbook):
    """G09: its name tells that it is neither what was to be written nor what was replaced."""
    logbook.write_bytes(SOUND)
    left = logbook.parent / f".logbook.toml.tmp-01234567.{16 * 'a'}.{16 * 'b'}"
    left.write_text(logbook_text(FIRST, SECOND, THIRD))
    os.utime(left, (0, 0))
    assert conflict_copies(logbook) == (left,)
    left.write_text(logbook_text(FIRST, SECOND, THIRD)[:-20])
    os.utime(left, (0, 0))
    assert conflict_copies(logbook) == ()
    assert broken_copies(logbook) == ()


def test_who_passes_by_is_told_of_one_copy_and_where_none_lies_looks_into_nothing(
    logbook, monkeypatch
):
    """Each command that reads comes by: what looks into copies is not even loaded."""
    logbook.write_bytes(SOUND)
    looks_in = "pmcareer.storage.logbook.copies"
    monkeypatch.delitem(sys.modules, looks_in)
    assert noticed(logbook) == ()
    assert looks_in not in sys.modules
    for name in COPIES[:2]:
        (logbook.parent / name).write_text(logbook_text(THIRD))
    (problem,) = noticed(logbook)
    assert problem.file == str(conflict_copies(logbook)[0])
    assert problem.message == (
        "this copy has entries of its own. Merge them: pmcareer doctor --fix"
    )


def test_copies_beside_the_real_file_are_found_through_a_link(logbook, tmp_path):
    real = tmp_path / "dotfiles/log.toml"
    real.parent.mkdir()
    real.write_bytes(SOUND)
    logbook.symlink_to(real)
    (real.parent / "log 2.toml").write_text(logbook_text(FIRST, THIRD))
    assert conflict_copies(logbook) == (real.parent / "log 2.toml",)


def test_of_a_link_copies_by_the_name_of_the_file_are_known_as_those_by_its_own(logbook, tmp_path):
    """G09: without an entry in common, with nothing new, or broken."""
    real = tmp_path / "dotfiles/log.toml"
    real.parent.mkdir()
    real.write_bytes(SOUND)
    logbook.symlink_to(real)
    for folder, name in ((real.parent, "log"), (logbook.parent, "logbook")):
        new, spent, broken = (folder / f"{name} {each}.toml" for each in (1, 2, 3))
        new.write_text(logbook_text(THIRD))
        spent.write_bytes(SOUND)
        broken.write_bytes(SOUND + b"[[entr")
        told = folder / f"{name}.toml.conflict1"
        told.write_text(logbook_text(THIRD))
        assert conflict_copies(logbook) == (new, told)
        assert spent_copies(logbook) == (spent,)
        assert broken_copies(logbook) == (broken,)
        for path in (new, spent, broken, told):
            path.unlink()


UNKNOWN = '\n[[entries]]\nkind = "dreamt"\non = 2026-11-21\nof = "boats"\nid = "d"\n'


@pytest.mark.parametrize("name", COPIES[:2])
def test_a_conflict_copy_is_merged_and_put_away(logbook, state, name):
    """F17."""
    logbook.write_text(logbook_text(FIRST, SECOND))
    copy = logbook.parent / name
    copy.write_text(f"{logbook_text(FIRST, THIRD)}\n# the one on boats{UNKNOWN}[[void]]\nx = 1\n")
    whole = copy.read_bytes()
    merged = merge_copy(copy, logbook, state)
    assert [row["id"] for row in merged.joined.added] == [THIRD.id, "d"]
    assert merged.joined.comments == ()
    assert read_logbook(logbook).entries == (FIRST, SECOND, THIRD)
    text = logbook.read_text()
    assert f"# the one on boats{UNKNOWN}" in text
    assert "[[void]]\nx = 1\n" in text
    assert [path.name for path in logbook.parent.iterdir()] == ["logbook.toml"]
    assert list((state / "conflict-copies").iterdir()) == [merged.kept]
    assert merged.kept.name.endswith(name)
    assert merged.kept.read_bytes() == whole


def test_an_old_copy_takes_back_no_correction_and_no_removal(logbook, state):
    """What both had when the day began is known: it is the snapshot."""
    append_entries(logbook, state, [FIRST, SECOND])
    append_entries(logbook, state, [finished("pmf-09")])
    copy = logbook.with_name("logbook 2.toml")
    copy.write_bytes(logbook.read_bytes() + logbook_text(THIRD).partition("= 1\n")[2].encode())
    corrected = logbook_text(worked("pmf-02", 6, id=SECOND.id))
    code = f"import sys; open(sys.argv[1], 'w').write({corrected!r})"
    edit_logbook(logbook, state, [sys.executable, "-c", code])
    merged = merge_copy(copy, logbook, state)
    assert merged.joined.disagreed == ()
    entries = read_logbook(logbook).entries
    assert FIRST not in entries
    assert worked("pmf-02", 6, id=SECOND.id) in entries
    assert THIRD in entries
    assert not copy.exists()


def test_what_is_lost_and_in_a_copy_comes_back(logbook, state):
    append_entries(logbook, state, [FIRST])
    append_entries(logbook, state, [SECOND])
    append_entries(logbook, state, [THIRD])
    copy = logbook.with_name("logbook 2.toml")
    copy.write_bytes(logbook.read_bytes())
    logbook.write_bytes(logbook.read_bytes().rpartition(b"\n[[entries]]")[0])
    merge_copy(copy, logbook, state)
    assert read_logbook(logbook).entries == (FIRST, SECOND, THIRD)


def test_two_copies_of_one_name_are_both_kept(logbook, state):
    logbook.write_bytes(SOUND)
    copy = logbook.parent / "logbook 2.toml"
    kept = set()
    for entry in (THIRD, finished("pmf-04")):
        copy.write_text(logbook_text(entry))
        kept.add(merge_copy(copy, logbook, state).kept)
    assert len(kept) == 2
    assert {path.read_text() for path in kept} == {
        logbook_text(THIRD),
        logbook_text(finished("pmf-04")),
    }


def test_of_a_broken_copy_what_can_be_read_is_merged_and_it_stays(logbook, state):
    """G09."""
    logbook.write_bytes(SOUND)
    copy = logbook.parent / "logbook 2.toml"
    copy.write_text(logbook_text(FIRST, THIRD) + "[[entr")
    merged = merge_copy(copy, logbook, state)
    assert read_logbook(logbook).entries == (FIRST, SECOND, THIRD)
    assert read_logbook(logbook).problems == ()
    assert merged.damage.line == copy.read_text().count("\n") + 1
    assert merged.kept is None
    assert conflict_copies(logbook) == ()
    assert broken_copies(logbook) == (copy,)


@pytest.mark.parametrize("mend", [merge_copy, put_away])
def test_a_copy_that_somebody_took_away_meanwhile_is_named(logbook, state, mend):
    logbook.write_bytes(SOUND)
    copy = logbook.parent / "logbook 2.toml"
    with pytest.raises(NoSuchFile, match=r"logbook 2\.toml"):
        mend(*((copy, logbook, state) if mend is merge_copy else (copy, state)))
    assert logbook.read_bytes() == SOUND


def test_a_copy_that_changes_while_it_is_merged_stays(logbook, state):
    """A sync service goes on writing to it."""
    logbook.write_bytes(SOUND)
    copy = logbook.parent / "logbook 2.toml"
    copy.write_text(logbook_text(FIRST, THIRD))
    more = logbook_text(FIRST, THIRD, finished("pmf-04"))
    with pytest.raises(NotStored, match="what it held is merged, and it stays") as caught:
        merge_copy(copy, logbook, state, hold=lambda: copy.write_text(more))
    assert caught.value.hint == "Once more: pmcareer doctor --fix"
    assert read_logbook(logbook).entries == (FIRST, SECOND, THIRD)
    assert copy.read_text() == more


def test_a_copy_that_can_not_be_put_away_is_merged_and_stays(logbook, state):
    logbook.write_bytes(SOUND)
    copy = logbook.parent / "logbook 2.toml"
    copy.write_text(logbook_text(FIRST, THIRD))
    state.mkdir()
    (state / "conflict-copies").write_text("a file in its place")
    with pytest.raises(NotStored, match=r"is merged, but can't be put away: .*\.") as caught:
        merge_copy(copy, logbook, state)
    assert caught.value.hint == "Move it away yourself."
    assert read_logbook(logbook).entries == (FIRST, SECOND, THIRD)
    assert copy.read_text() == logbook_text(FIRST, THIRD)


def test_a_copy_stays_until_what_it_held_is_confirmed(logbook, state):
    """G09: nothing is put away before the merged entries are safe."""
    logbook.write_text(logbook_text(FIRST) + "oops")
    copy = logbook.parent / "logbook 2.toml"
    copy.write_text(logbook_text(FIRST, THIRD))
    with pytest.raises(DataFileBroken):
        merge_copy(copy, logbook, state)
    assert copy.exists()
    assert not (state / "conflict-copies").exists()


CONFLICT = f"""{logbook_text(FIRST)}
<<<<<<< HEAD
# ours
{{ours}}=======
# theirs
{{theirs}}>>>>>>> other
"""


def in_conflict(ours, theirs):
    sides = {
        name: logbook_text(*entries).partition("format = 1\n")[2]
        for name, entries in (("ours", ours), ("theirs", theirs))
    }
    return CONFLICT.format(**sides)


def test_a_conflict_of_git_is_settled_with_the_entries_of_both_sides(logbook, state):
    """G02."""
    text = in_conflict([SECOND], [THIRD])
    logbook.write_text(text)
    assert cut_torn_tail(logbook, state) is None
    assert logbook.read_text() == text
    joined = join_sides(logbook, state)
    assert read_logbook(logbook).entries == (FIRST, SECOND, THIRD)
    assert read_logbook(logbook).problems == ()
    assert joined.kept.read_text() == text
    assert "# ours" in logbook.read_text()
    assert "# theirs" in logbook.read_text()
    assert join_sides(logbook, state) is None


def test_a_conflict_that_a_newer_pmcareer_had_a_part_in_is_left_to_it(logbook, state):
    """F26."""
    text = in_conflict([SECOND], [THIRD]).replace("format = 1", "format = 2")
    logbook.write_text(text)
    with pytest.raises(NewerFormat, match="format 2"):
        join_sides(logbook, state)
    assert logbook.read_text() == text
    assert list(state.glob("logbook.toml.conflict-*")) == []


@pytest.mark.parametrize("tail", [UNKNOWN, "\n[other]\nx = 1\n"], ids=["a kind", "a table"])
def test_nothing_that_can_be_read_is_cut_off(logbook, state, tail):
    """G02: what nobody knows can be read all the same."""
    logbook.write_text(logbook_text(FIRST) + "\noops\n" + tail)
    whole = logbook.read_bytes()
    assert cut_torn_tail(logbook, state) is None
    assert logbook.read_bytes() == whole


def test_what_is_hidden_or_is_no_logbook_by_its_name_is_not_looked_into(tmp_path):
    names = ["logbook.toml", "a.toml", "B.TOML", ".c.toml", "curriculum.toml", "d.txt"]
    for name in (*names, "curriculum.toml.conflict1"):
        (tmp_path / name).write_text("")
    beside = candidates_beside(tmp_path / "logbook.toml")
    assert [path.name for path in beside] == ["B.TOML", "a.toml"]
    assert list(candidates_beside(tmp_path / "d.txt/logbook.toml")) == []
