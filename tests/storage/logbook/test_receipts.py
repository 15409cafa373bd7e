"""What was stored and is gone is noticed, comes back, or is let go; and nothing else is raised."""

import os
import shutil
import sys
from datetime import UTC, datetime, timedelta

import pytest

from disks import FaultyFiles, a_writer, input_output_error
from pmcareer.domain.logbook.logbook import Logbook
from pmcareer.errors import NotReadable
from pmcareer.storage.disk.files import Files
from pmcareer.storage.logbook.appending import append_entries
from pmcareer.storage.logbook.editing import edit_logbook
from pmcareer.storage.logbook.losses import accept_losses, bring_back, changed_by_hand, losses_of
from pmcareer.storage.logbook.missing import lost_entries, missing_words, read_receipts
from pmcareer.storage.logbook.reading import read_logbook
from pmcareer.storage.logbook.receipt_texts import read_kept, rows_file
from pmcareer.storage.logbook.receipts import (
    MOST_BYTES,
    ids_file,
    line_of,
    missing_in,
    read_ids,
    receipts_in,
)
from pmcareer.storage.logbook.unread import unread_receipts

from builders import finished, logbook_text, void, worked

START = datetime(2026, 1, 1, 12, tzinfo=UTC)
AT = datetime(2026, 11, 21, 19, 14, 3, tzinfo=UTC)
FIRST, SECOND, THIRD = (
    finished("pmf-01", id="first", at=AT),
    worked("pmf-02", 30, id="second", at=AT),
    finished("pmf-03", id="third", at=AT),
)
ALL = (FIRST, SECOND, THIRD)


class OnDay(Files):
    """A disk some days after New Year."""

    def __init__(self, days):
        self.days = days

    def now(self):
        return (START + timedelta(days=self.days)).timestamp()


@pytest.fixture
def logbook(tmp_path):
    return tmp_path / "home/logbook.toml"


@pytest.fixture
def stored(logbook, state):
    """A logbook with three entries that were stored."""
    for entry in ALL:
        append_entries(logbook, state, [entry])
    return logbook


def warned(logbook, state):
    """What a reader says."""
    receipts = read_receipts(logbook, state)
    return [
        str(problem) for problem in lost_entries(logbook, state, read_logbook(logbook), receipts)
    ]


def ids_in(path):
    return {entry.id for entry in read_logbook(path).entries}


def damaged(logbook, old, new):
    text = logbook.read_text()
    assert old in text
    logbook.write_text(text.replace(old, new))


def without(logbook, *names):
    """Take entries out as an editor does that knows nothing of us."""
    kept = [entry for entry in read_logbook(logbook).entries if entry.id not in names]
    logbook.write_text(logbook_text(*kept))


def test_what_is_there_raises_nothing(stored, state):
    assert warned(stored, state) == []
    assert losses_of(stored, state, read_logbook(stored)) == {}
    assert changed_by_hand(stored, state) == ()


def test_what_an_editor_cut_off_is_one_sentence_and_comes_back_as_it_was(stored, state):
    """G03: no snapshot has the entries of today, as there is one a day, before the first of them."""
    whole = read_logbook(stored)
    without(stored, "second", "third")
    (sentence,) = warned(stored, state)
    assert "2 entries were stored, and are gone or no longer count, the newest of 2026-11-21." in (
        sentence
    )
    assert "pmcareer doctor --restore" in sentence
    assert "pmcareer doctor --accept" in sentence

    back = bring_back(stored, state)
    assert [entry.id for entry in back.entries] == ["second", "third"]
    assert back.left == ()
    assert read_logbook(stored).entries == whole.entries
    assert warned(stored, state) == []
    before = stored.read_bytes()
    assert bring_back(stored, state).entries == ()
    assert stored.read_bytes() == before


def test_a_logbook_that_is_gone_or_empty_comes_back_whole(stored, state):
    """F21."""
    whole = read_logbook(stored).entries
    for take in (
        stored.unlink,
        lambda: stored.write_bytes(b""),
        lambda: shutil.rmtree(stored.parent),
    ):
        take()
        assert "3 entries" in warned(stored, state)[0]
        bring_back(stored, state)
        assert read_logbook(stored).entries == whole
        assert warned(stored, state) == []


DAMAGES = {
    "one bit of a kind": ('kind = "worked"', 'kind = "uorked"'),
    "another word for a table": ("[[entries]]  # second", "[[entrie3]]  # second"),
    "a number that is text": ("minutes = 30", 'minutes = "30"'),
    "a key cut out": ('exercise = "pmf-02"', ""),
    "a day of no year": (
        'on = 2026-11-21\nat = 2026-11-21T19:14:03+00:00\nexercise = "pmf-02"',
        'on = 0226-11-21\nat = 2026-11-21T19:14:03+00:00\nexercise = "pmf-02"',
    ),
}


@pytest.mark.parametrize(("old", "new"), DAMAGES.values(), ids=DAMAGES)
def test_what_no_longer_counts_is_said_and_comes_back_beside_the_damaged_row(
    stored, state, old, new
):
    """G06; the row stays where it is, is only noted, and stands in nobody's way."""
    damaged(stored, old, new)
    broken = stored.read_text()
    assert "an entry of 2026-11-21 was stored" in warned(stored, state)[0]
    assert [entry.id for entry in bring_back(stored, state).entries] == ["second"]

    assert stored.read_text().startswith(broken)
    after = read_logbook(stored)
    assert {FIRST, SECOND, THIRD} == set(after.entries)
    assert warned(stored, state) == []
    assert after.problems == ()
    assert [note for note in after.notes if "twice" in note.message] == []
    append_entries(stored, state, [finished("pmf-04", id="fourth")])


def test_a_damaged_end_is_moved_away_and_what_it_was_comes_back(stored, state):
    """F19."""
    whole = stored.read_bytes()
    stored.write_bytes(whole[:-25])
    assert "an entry of" in warned(stored, state)[0]
    back = bring_back(stored, state)
    assert back.tail.read_bytes()
    assert read_logbook(stored).entries == ALL
    assert warned(stored, state) == []


def test_what_stands_above_sound_entries_and_is_no_toml_has_to_be_mended_first(stored, state):
    damaged(stored, "minutes = 30", "minutes = 30 x")
    before = stored.read_bytes()
    (left,) = bring_back(stored, state).left
    assert left.id == "second"
    assert left.why == "line 16 must be mended first, with pmcareer edit"
    assert stored.read_bytes() == before
    assert warned(stored, state)


def test_an_entry_under_another_id_is_not_put_there_twice(stored, state):
    """One bit of an id."""
    damaged(stored, 'id = "second"', 'id = "sekond"')
    assert warned(stored, state)
    (left,) = bring_back(stored, state).left
    assert left.why == "it is there as sekond: give it its id back, with pmcareer edit"
    assert len(read_logbook(stored).entries) == 3


def test_an_entry_that_was_taken_back_is_there(stored, state):
    append_entries(stored, state, [void("second", id="undo")])
    assert warned(stored, state) == []
    without(stored, "undo")
    assert "an entry of" in warned(stored, state)[0]


def test_losses_that_are_accepted_are_not_named_again_and_stay_gone(stored, state):
    without(stored, "second")
    assert accept_losses(stored, state) == {"second": "2026-11-21"}
    assert warned(stored, state) == []
    assert bring_back(stored, state).entries == ()
    assert accept_losses(stored, state) == {}
    without(stored, "third")
    assert list(losses_of(stored, state, read_logbook(stored))) == ["third"]


def test_what_was_accepted_and_is_stored_again_is_missed_again(stored, state):
    without(stored, "second")
    accept_losses(stored, state)
    append_entries(stored, state, [SECOND])
    without(stored, "second")
    assert warned(stored, state)


def test_what_was_stored_again_is_missed_though_other_losses_are_accepted_later(stored, state):
    without(stored, "second")
    accept_losses(stored, state)
    append_entries(stored, state, [SECOND])
    without(stored, "third")
    assert list(accept_losses(stored, state)) == ["third"]
    without(stored, "second", "third")
    assert list(losses_of(stored, state, read_logbook(stored))) == ["second"]


def test_what_comes_back_where_the_last_line_is_torn_is_to_be_there_again(stored, state):
    without(stored, "second")
    accept_losses(stored, state)
    path = ids_file(stored, state)
    path.write_bytes(path.read_bytes().removesuffix(b"\n"))
    append_entries(stored, state, [SECOND])
    without(stored, "second")
    assert list(losses_of(stored, state, read_logbook(stored))) == ["second"]


def test_the_first_receipts_tell_of_what_is_there_and_of_what_a_snapshot_had(logbook, state):
    """As those of an older pmcareer's logbook: given by an entry, or by what is accepted."""
    for first in ("entry", "acceptance"):
        path = logbook.with_name(f"{first}.toml")
        for day, entry in enumerate(ALL):
            append_entries(path, state, [entry], files=OnDay(day))
        ids_file(path, state).unlink()
        without(path, "first", "second")
        if first == "entry":
            append_entries(path, state, [finished("pmf-04", id="fourth")], files=OnDay(3))
        else:
            assert list(accept_losses(path, state)) == ["first", "second"]
        for snapshot in state.glob("snapshots/*/*"):
            snapshot.unlink()
        path.write_text("format = 1\n")
        missing = set(losses_of(path, state, read_logbook(path)))
        if first == "entry":
            assert missing == {"first", "second", "third", "fourth"}
        else:
            assert missing == {"third"}


def test_what_was_accepted_is_not_missed_by_a_snapshot_either(stored, state):
    assert "first" in "".join(path.read_text() for path in state.glob("snapshots/*/*"))
    without(stored, "first")
    accept_losses(stored, state)
    assert losses_of(stored, state, read_logbook(stored)) == {}


def test_what_an_edit_removes_raises_no_alarm_and_what_it_changes_is_as_stored(
    stored, state, tmp_path
):
    editor = tmp_path / "editor.py"
    editor.write_text(
        "import sys, pathlib, re\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "text = path.read_text().replace('minutes = 30', 'minutes = 45')\n"
        "path.write_text(text.partition('\\n[[entries]]  # third')[0] + '\\n')\n"
    )
    edit_logbook(stored, state, (sys.executable, str(editor)))
    assert ids_in(stored) == {"first", "second"}
    assert warned(stored, state) == []
    assert losses_of(stored, state, read_logbook(stored)) == {}
    assert changed_by_hand(stored, state) == ()
    without(stored, "second")
    assert [entry.minutes for entry in bring_back(stored, state).entries] == [45]


def test_what_an_edit_of_another_day_changes_is_as_stored(logbook, state, tmp_path):
    append_entries(logbook, state, [FIRST, SECOND], files=OnDay(0))
    editor = tmp_path / "editor.py"
    editor.write_text(
        "import sys, pathlib\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "path.write_text(path.read_text().replace('minutes = 30', 'minutes = 45'))\n"
    )
    edit_logbook(logbook, state, (sys.executable, str(editor)))
    assert changed_by_hand(logbook, state) == ()
    assert rows_file(logbook, state).read_text().count("second") == 2
    without(logbook, "second")
    assert [entry.minutes for entry in bring_back(logbook, state).entries] == [45]


def test_what_another_editor_changed_is_known_for_four_weeks(logbook, state):
    for day, entry in enumerate((FIRST, SECOND)):
        append_entries(logbook, state, [entry], files=OnDay(day))
    damaged(logbook, "minutes = 30", "minutes = 45")
    (changed,) = changed_by_hand(logbook, state)
    assert (changed.id, changed.before["minutes"], changed.now["minutes"]) == ("second", 30, 45)
    assert warned(logbook, state) == []

    append_entries(logbook, state, [THIRD], files=OnDay(30))
    kept = read_kept(rows_file(logbook, state), Files())
    assert [kept[name].row is None for name in ("first", "second", "third")] == [True, True, False]
    (changed,) = changed_by_hand(logbook, state)
    assert changed.before is None


def test_after_four_weeks_a_snapshot_has_what_the_receipts_have_not(logbook, state):
    for day, entry in ((0, FIRST), (1, SECOND), (40, THIRD)):
        append_entries(logbook, state, [entry], files=OnDay(day))
    without(logbook, "first")
    assert bring_back(logbook, state).entries == (FIRST,)


def test_what_is_kept_nowhere_is_said_not_to_come_back(stored, state):
    without(stored, "first", "second")
    rows_file(stored, state).unlink()
    for snapshot in state.glob("snapshots/*/*"):
        snapshot.unlink()
    back = bring_back(stored, state)
    assert back.entries == ()
    assert {left.why for left in back.left} == {"what it said is kept nowhere any more"}


def test_a_logbook_that_was_there_before_gets_receipts_with_the_first_entry(logbook, state):
    logbook.parent.mkdir()
    logbook.write_text(logbook_text(FIRST, SECOND))
    assert warned(logbook, state) == []
    append_entries(logbook, state, [THIRD])
    without(logbook, "first", "third")
    assert list(losses_of(logbook, state, read_logbook(logbook))) == ["first", "third"]


def test_what_came_by_hand_or_from_another_machine_gets_its_receipt_with_the_next_entry(
    stored, state
):
    stored.write_text(
        stored.read_text() + logbook_text(worked("x", 1, id="theirs")).partition("1\n")[2]
    )
    append_entries(stored, state, [finished("pmf-04", id="fourth")])
    without(stored, "theirs")
    assert list(losses_of(stored, state, read_logbook(stored))) == ["theirs"]


def test_a_copied_home_and_an_emptied_state_folder_raise_nothing(stored, state, tmp_path):
    without(stored, "first")
    assert warned(stored, state)
    shutil.copytree(stored.parent, tmp_path / "copy")
    assert warned(tmp_path / "copy/logbook.toml", state) == []
    assert losses_of(tmp_path / "copy/logbook.toml", state, Logbook()) == {}
    shutil.rmtree(state)
    assert warned(stored, state) == []
    assert not state.exists()


def test_without_receipts_a_file_that_has_become_shorter_is_told(logbook, state):
    """As for those who have logged nothing since they updated."""
    for day, entry in enumerate((FIRST, SECOND)):
        append_entries(logbook, state, [entry], files=OnDay(day))
    ids_file(logbook, state).unlink()
    assert warned(logbook, state) == []
    logbook.write_text("format = 1\n")
    (sentence,) = warned(logbook, state)
    assert "it is shorter than on 2 Jan 2026." in sentence
    assert "pmcareer doctor --restore" in sentence


def test_where_a_file_lies_in_place_of_the_home_no_reader_fails(state, tmp_path):
    (tmp_path / "home").write_text("a file")
    assert lost_entries(tmp_path / "home/logbook.toml", state, Logbook(), b"") == ()


def test_of_several_that_are_missing_the_newest_day_is_told():
    missing = {"a": "2026-01-02", "b": "2026-01-03", "c": "2026-01-01"}
    assert missing_words(missing) == (
        "3 entries were stored, and are gone or no longer count, the newest of 2026-01-03."
    )


def test_two_names_of_one_logbook_share_its_receipts(stored, state, tmp_path):
    link = tmp_path / "link.toml"
    link.symlink_to(stored)
    without(stored, "first")
    assert warned(link, state)
    bring_back(link, state)
    assert warned(stored, state) == []


def test_two_writers_at_once_both_leave_their_receipts(logbook, state):
    writers = [a_writer(logbook.parent, state, name, 5) for name in ("a", "b")]
    told = [name for writer in writers for name in writer.communicate()[0].split()]
    assert len(told) == 10
    assert receipts_in(ids_file(logbook, state).read_bytes()).stored.keys() == set(told)
    assert read_kept(rows_file(logbook, state), Files()).keys() == set(told)


GARBAGE = {
    "nothing": b"",
    "noise": bytes(range(256)) * 40,
    "a line torn off": b"first 2026-11-21 0",
    "lines with other checksums": b"gone 2026-11-21 00000000\n!first 2026-11-21 00000000\n",
    "only line ends": b"\n\n\n",
}


@pytest.mark.parametrize("content", GARBAGE.values(), ids=GARBAGE)
def test_a_file_that_holds_no_receipts_fails_nobody_and_the_next_writer_mends_it(
    stored, state, content
):
    for path in (ids_file(stored, state), rows_file(stored, state)):
        path.write_bytes(content)
    assert warned(stored, state) == []
    assert changed_by_hand(stored, state) == ()
    append_entries(stored, state, [finished("pmf-04", id="fourth")])
    assert receipts_in(ids_file(stored, state).read_bytes()).is_sound
    without(stored, "first", "fourth")
    assert len(bring_back(stored, state).entries) == 2


def test_of_lines_with_the_same_id_the_last_one_counts():
    there, gone = line_of("a", "2026-11-21"), line_of("a", "2026-11-21", is_let_go=True)
    for lines, is_stored in (([there, gone], False), ([gone, there], True)):
        raw = "".join(f"{line}\n" for line in lines).encode()
        receipts = receipts_in(raw)
        assert (list(receipts.stored), list(receipts.let_go)) == (
            (["a"], []) if is_stored else ([], ["a"])
        )
        assert list(missing_in(raw, set())) == list(receipts.stored)


def test_a_line_without_its_end_is_ended_before_the_next_one(stored, state):
    path = ids_file(stored, state)
    path.write_bytes(path.read_bytes().removesuffix(b"\n"))
    append_entries(stored, state, [finished("pmf-04", id="fourth")])
    assert list(receipts_in(read_ids(path)).stored) == ["first", "second", "third", "fourth"]


def test_receipts_that_go_while_they_are_read_are_none(stored, state):
    class Going(Files):
        def read(self, path):  # noqa: ARG002 -- the port says what it takes
            return None

    assert read_ids(ids_file(stored, state), Going()) == b""


def test_a_clock_beyond_all_calendars_costs_no_receipt(logbook, state):
    class Beyond(Files):
        def now(self):
            return 1e20

    said = []
    append_entries(logbook, state, [FIRST], files=Beyond(), say=said.append)
    assert said == []
    logbook.write_text(logbook_text(SECOND))
    assert bring_back(logbook, state).entries == (FIRST,)


def test_keys_in_another_order_are_no_change(stored, state):
    (line,) = [each for each in stored.read_text().splitlines() if each == "minutes = 30"]
    damaged(stored, f"{line}\n", "")
    damaged(stored, 'id = "second"', f'id = "second"\n{line}')
    assert ids_in(stored) == {"first", "second", "third"}
    assert changed_by_hand(stored, state) == ()


def test_of_several_snapshots_the_newest_tells_what_an_entry_said(logbook, state):
    for day, entry in enumerate(ALL):
        append_entries(logbook, state, [entry], files=OnDay(day))
    damaged(logbook, "minutes = 30", "minutes = 45")
    without(logbook, "first")
    append_entries(logbook, state, [finished("pmf-04", id="fourth")], files=OnDay(3))
    rows_file(logbook, state).unlink()
    without(logbook, "second")
    back = {entry.id: entry for entry in bring_back(logbook, state).entries}
    assert back.keys() == {"first", "second"}
    assert back["second"].minutes == 45


def test_a_torn_line_costs_its_own_receipt_alone(stored, state):
    path = ids_file(stored, state)
    raw = path.read_bytes()
    for size in range(len(raw)):
        whole = raw[:size].count(b"\n")
        expected = [entry.id for entry in ALL[:whole]]
        # A line that lacks only its end is whole.
        expected += [entry.id for entry in ALL[whole : whole + 1] if raw[size : size + 1] == b"\n"]
        assert list(missing_in(raw[:size], set())) == expected


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of POSIX")
@pytest.mark.parametrize("make", [os.mkdir, getattr(os, "mkfifo", None)], ids=["folder", "pipe"])
def test_what_is_no_file_fails_no_reader_and_is_said_once_by_a_writer(stored, state, make):
    for path in (ids_file(stored, state), rows_file(stored, state)):
        path.unlink()
        make(path)
    assert warned(stored, state) == []
    assert changed_by_hand(stored, state) == ()
    said = []
    append_entries(stored, state, [finished("pmf-04", id="fourth")], say=said.append)
    assert "fourth" in ids_in(stored)
    assert len(said) <= 1


def test_a_folder_that_refuses_is_no_veto(logbook, state):
    """G07."""
    state.mkdir()
    (state / "receipts").write_text("a file in the way")
    said = []
    append_entries(logbook, state, [FIRST], say=said.append)
    assert ids_in(logbook) == {"first"}
    (sentence,) = said
    assert sentence.startswith(f"There is no receipt in {state}: ")
    assert warned(logbook, state) == []
    assert bring_back(logbook, state).entries == ()


def test_a_line_says_what_it_is_and_no_bit_of_it_can_change_unseen():
    line = line_of("k7f3q2m9xd", "2026-11-21")
    assert receipts_in(f"{line}\n".encode()).stored == {"k7f3q2m9xd": "2026-11-21"}
    for index in range(len(line)):
        changed = line[:index] + chr(ord(line[index]) ^ 1) + line[index + 1 :]
        assert receipts_in(f"{changed}\n".encode()).stored == {}
        assert not receipts_in(f"{changed}\n".encode()).is_sound


def test_receipts_that_the_system_does_not_let_us_read_are_none(stored, state):
    """G07: those that root left in somebody's home, for instance."""
    path = ids_file(stored, state)
    for at in (1, 2):
        assert read_ids(path, FaultyFiles(at, input_output_error)) == b""


def test_whatever_of_the_receipts_no_reader_can_use_is_named_with_the_reason(stored, state):
    path = ids_file(stored, state)
    for size, reason in ((MOST_BYTES, ""), (MOST_BYTES + 1, "it is too large")):
        os.truncate(path, size)
        assert len(read_ids(path)) == (0 if reason else size)
        assert unread_receipts(stored, state) == ((path, reason) if reason else None)
    path.unlink()
    assert unread_receipts(stored, state) is None
    path.mkdir()
    assert unread_receipts(stored, state) == (path, "it is no file")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of POSIX")
def test_of_a_logbook_that_can_not_be_read_nothing_is_said_to_be_missing(stored, state):
    """F13."""
    stored.unlink()
    os.mkfifo(stored)
    assert losses_of(stored, state, Logbook()) == {}
    assert changed_by_hand(stored, state) == ()
    for mend in (bring_back, accept_losses):
        with pytest.raises(NotReadable, match="it is no file"):
            mend(stored, state)
