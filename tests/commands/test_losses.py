"""What was stored and is gone: every command says so, once, until it is back or let go."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmcareer.storage.logbook.reading import read_logbook
from running import a_home, run_cli
from sweeps import sweep

from builders import a_curriculum, a_practice, a_prompt, an_exercise

CURRICULUM = a_curriculum(
    an_exercise("rsk-01"),
    an_exercise("rsk-02"),
    an_exercise("rsk-03"),
    a_practice("h01"),
    a_prompt("q01"),
)
LOST = "was stored, and is gone or no longer counts"
READERS = [
    ("next",),
    ("status",),
    ("review",),
    ("plan",),
    ("gap",),
    ("history",),
    ("story",),
    ("export", "csv"),
    ("list", "exercises"),
    ("show", "rsk-01"),
    ("profile",),
    ("experience",),
    ("certificate",),
    ("project",),
    ("assess",),
    ("work", "rsk-02", "--print"),
]
WRITERS = [
    ("log", "rsk-03"),
    ("undo",),
    ("answer", "q01", "a text"),
    ("lesson", "a text"),
    ("defer", "rsk-02", "--until", "2026-12-24"),
    ("profile", "--hours-per-week", "5"),
    ("plan", "--save"),
    ("assess", "risk", "2"),
]
EVERY = [[*line] for line in (*READERS, *WRITERS)]


@pytest.fixture
def logbook(home):
    """A logbook with two entries that were logged."""
    a_home(CURRICULUM)
    for exercise in ("rsk-01", "rsk-02"):
        assert run_cli("log", exercise, "--minutes", "30").code == 0
    return home / "logbook.toml"


def cut(logbook):
    """Cut today's last entry off, as a sync service or an editor may."""
    start, header, _ = logbook.read_text().rpartition("\n[[entries]]")
    assert header
    logbook.write_text(start)


def receipts():
    return list(Path(os.environ["XDG_STATE_HOME"]).glob("pmcareer/receipts/*/*"))


@pytest.mark.parametrize("command", sweep(EVERY, quick=EVERY[::4]), ids=" ".join)
def test_every_command_says_once_what_is_gone_and_nothing_once_it_is_back(logbook, command):
    """G03."""
    cut(logbook)
    shown = run_cli(*command)
    assert shown.code == 0
    assert shown.err.count(LOST) == 1
    assert "pmcareer doctor --restore" in shown.err

    assert run_cli("doctor", "--restore").code == 0
    assert LOST not in run_cli("history").err


def test_merge_and_edit_say_so_too_unless_the_merge_brings_it_back(logbook, tmp_path):
    whole = tmp_path / "whole.toml"
    shutil.copy(logbook, whole)
    cut(logbook)
    part = tmp_path / "part.toml"
    shutil.copy(logbook, part)
    edited = run_cli("edit", "--json", EDITOR="true")
    assert (edited.code, edited.err.count(LOST)) == (0, 1)
    assert "problems" not in edited.json
    assert run_cli("merge", str(part)).err.count(LOST) == 1
    assert LOST not in run_cli("merge", str(whole)).err
    assert LOST not in run_cli("edit", EDITOR="true").err


@pytest.mark.parametrize("command", [("next",), ("status",), ("plan",)], ids=" ".join)
def test_a_script_reads_the_same_object_with_and_without_the_warning(logbook, command):
    cut(logbook)
    warned = run_cli(*command, "--json")
    for path in receipts():
        path.unlink()
    # Nor a snapshot: it is of the state before the first entry, which was none.
    silent = run_cli(*command, "--json")
    assert LOST in warned.err
    assert LOST not in silent.err
    assert warned.json == silent.json


DAMAGES = {
    "a kind": ('kind = "finished"', 'kind = "finishee"', "Did you mean 'finished'?"),
    "a table": ("[[entries]]", "[[entrie3]]", "Did you mean 'entries'?"),
    "a value": ("minutes = 30", 'minutes = "30"', "minutes"),
}


@pytest.mark.parametrize(("old", "new", "named"), DAMAGES.values(), ids=DAMAGES)
@pytest.mark.parametrize(
    "command",
    sweep([["next"], ["plan"], ["gap"], ["export", "csv"]], quick=[["next"]]),
    ids=" ".join,
)
def test_what_keeps_an_entry_from_counting_is_named_by_every_reader(
    logbook, command, old, new, named
):
    """G06: also where there is no receipt."""
    whole = logbook.read_text()
    logbook.write_text(whole.replace(old, new, 1))
    assert named in run_cli(*command).err
    for path in receipts():
        path.unlink()
    assert named in run_cli(*command).err
    logbook.write_text(whole)
    assert "Warning" not in run_cli(*command).err


@pytest.mark.parametrize(("old", "new", "named"), DAMAGES.values(), ids=DAMAGES)
def test_readers_are_silent_after_the_mend_and_doctor_names_the_row_on(logbook, old, new, named):
    """G06."""
    logbook.write_text(logbook.read_text().replace(old, new, 1))
    restored = run_cli("doctor", "--restore")
    assert "Brought back 1 entry: " in restored.out
    # What is left is damage to mend by hand.
    assert restored.code == 1
    assert named in run_cli("doctor").out
    assert run_cli("next").err == ""
    assert run_cli("log", "rsk-03").code == 0


def test_what_can_stay_is_no_fault(logbook):
    """A key of one's own, above the entries or in one."""
    logbook.write_text(logbook.read_text().replace("minutes", 'weather = "good"\nminutes', 1))
    logbook.write_text(logbook.read_text().replace("format = 1", 'format = 1\nowner = "me"'))
    answer = run_cli("doctor", "--json")
    (words,) = (check for check in answer.json["checks"] if check["name"] == "words")
    assert (answer.code, words["ok"]) == (0, True)
    assert "weather" in words["detail"]
    assert "owner" in words["detail"]


def test_where_nothing_brings_it_back_doctor_names_what_helps(logbook):
    """No advice that changes nothing: the row of an id that was changed by hand is there."""
    name = run_cli("history", "--json").json["entries"][-1]["id"]
    logbook.write_text(logbook.read_text().replace(name, "my-own-id"))
    (entries,) = [each for each in run_cli("doctor", "--json").json["checks"] if not each["ok"]]
    assert "pmcareer doctor --accept" in entries["hint"]
    assert "pmcareer edit" in entries["hint"]
    assert "--restore" not in entries["hint"]
    logbook.write_text(logbook.read_text().replace("my-own-id", name))
    assert run_cli("doctor").code == 0


def test_receipts_that_can_not_be_read_are_a_word_of_doctor_until_the_next_entry(logbook):
    for path in receipts():
        path.write_bytes(b"garb\n")
    answer = run_cli("doctor")
    assert answer.code == 0
    assert "is damaged (the next entry mends it)" in " ".join(answer.out.split())
    assert run_cli("log", "rsk-03").code == 0
    assert "is damaged" not in run_cli("doctor").out


def test_nothing_is_missing(logbook):
    for option in ("--restore", "--accept"):
        done = run_cli("doctor", option)
        assert done.code == 0
        assert done.out.startswith("Nothing is missing.\n")


def test_what_is_accepted_is_named_and_asked_for_no_more(logbook):
    name = read_logbook(logbook).entries[-1].id
    cut(logbook)
    before = logbook.read_bytes()
    done = run_cli("doctor", "--accept")
    assert f"Let go of 1 entry, and will not ask again: {name} of 2026-11-21." in done.out
    assert done.code == 0
    assert logbook.read_bytes() == before
    assert run_cli("next").err == ""
    assert "Nothing is missing." in run_cli("doctor", "--restore").out


def test_one_can_not_have_both(logbook):
    assert run_cli("doctor", "--restore", "--accept").code == 2


def test_what_can_not_come_back_is_said_with_its_reason(logbook):
    cut(logbook)
    for path in receipts():
        if path.name == "rows":
            path.unlink()
    shutil.rmtree(Path(os.environ["XDG_STATE_HOME"]) / "pmcareer/snapshots")
    done = run_cli("doctor", "--restore", "--json")
    assert done.code == 1
    (left,) = done.json["left"]
    assert left.endswith(" of 2026-11-21: what it said is kept nowhere any more.")


def test_what_was_changed_by_hand_is_a_line_of_doctor_and_no_warning(logbook):
    logbook.write_text(logbook.read_text().replace("minutes = 30", "minutes = 45", 1))
    examined = run_cli("doctor")
    assert "of 2026-11-21: minutes was 30, is 45" in examined.out
    assert examined.code == 0
    assert run_cli("next").err == ""


@settings(max_examples=6)
@given(data=st.data())
def test_whatever_befalls_one_record_it_counts_or_the_reader_is_told(tmp_path_factory, data):
    """G06: a bit, a byte, or a stretch of it."""
    home = tmp_path_factory.mktemp("home")
    at = ("--home", str(home))
    for number in (1, 2, 3):
        assert run_cli(*at, "lesson", f"Lesson {number}").code == 0
    logbook = home / "logbook.toml"
    names = {entry.id for entry in read_logbook(logbook).entries}
    raw = bytearray(logbook.read_bytes())
    first = raw.index(b"[[entries]]")
    start = data.draw(st.integers(first, len(raw) - 1))
    length = data.draw(st.sampled_from((0, 1, 1, 2, 10, 60)))
    if length:
        del raw[start : start + length]
    else:
        raw[start] ^= 1 << data.draw(st.integers(0, 7))
    logbook.write_bytes(raw)
    read = run_cli(*at, *data.draw(st.sampled_from(READERS[5:9])))
    assert read.code in (0, 3)
    if names - {entry.id for entry in read_logbook(logbook).entries}:
        assert "stored, and " in read.err
