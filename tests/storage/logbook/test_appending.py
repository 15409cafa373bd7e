"""What an entry at the end does to the file around it: nothing."""

import errno
import re
from datetime import datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcareer.domain.logbook.entries import Finished
from pmcareer.errors import DataFileBroken, NewerFormat, NotConfirmed, NotStored, PmcareerError
from pmcareer.storage.logbook.appending import append_entries, append_rows
from pmcareer.storage.logbook.reading import logbook_in, read_logbook
from pmcareer.storage.logbook.rows import MOST_BYTES
from pmcareer.storage.toml import parse
from sweeps import for_all

from builders import a_lesson, a_profile, a_story, finished, logbook_text, worked

OLD, NEW = finished("pmf-01"), finished("pmf-02")
RECORD = '[[entries]]\nkind = "finished"\non = 2026-11-20\nexercise = "pmf-01"\nid = "old"\n'


def test_the_first_entry_makes_the_home_and_explains_the_file(tmp_path, state):
    logbook = tmp_path / "not/there/yet/logbook.toml"
    append_entries(logbook, state, [NEW])
    text = logbook.read_text()
    assert text.startswith("# pmcareer logbook. Yours to read and edit.")
    assert "\nformat = 1\n" in text
    assert read_logbook(logbook).entries == (NEW,)
    assert [path.name for path in logbook.parent.iterdir()] == ["logbook.toml"]


def test_an_entry_is_written_as_the_contract_shows_it_with_the_id_last(logbook, state):
    at = datetime(2026, 11, 21, 19, 14, 3, tzinfo=timezone(timedelta(hours=1)))
    entry = Finished(
        on=at.date(),
        at=at,
        exercise="pmf-02",
        minutes=90,
        note="Second draft",
        evidence="https://x",
        id="k7f3q2m9xd",
    )
    append_entries(logbook, state, [entry])
    assert logbook.read_text().endswith("""
[[entries]]  # k7f3q2m9xd
kind = "finished"
on = 2026-11-21
at = 2026-11-21T19:14:03+01:00
exercise = "pmf-02"  # k7f3q2m9xd
minutes = 90
note = "Second draft"
evidence = "https://x"
id = "k7f3q2m9xd"
""")


HEADER = f"[[entries]]  # {NEW.id}"
ENDS = {
    "a line end": ("format = 1\n", f"\n{HEADER}\n"),
    "none": ("format = 1", f"\n\n{HEADER}\n"),
    "that of Windows": ("format = 1\r\n", f"\r\n{HEADER}\r\n"),
    "that of Windows at the end alone": ("# a\n# b\nformat = 1\r\n", f"\r\n{HEADER}\r\n"),
    "none, after two of Windows": ("# a\r\n# b\r\nformat = 1", f"\r\n\r\n{HEADER}\r\n"),
    "one of each": ("# a\r\nformat = 1\n", f"\n{HEADER}\n"),
    "two of Windows in five": ("#\r\n#\r\n#\n#\nformat = 1\n", f"\n{HEADER}\n"),
}


@pytest.mark.parametrize(("before", "added"), ENDS.values(), ids=ENDS)
def test_a_blank_line_stands_above_an_entry_and_lines_end_as_they_do_above(
    logbook, state, before, added
):
    """F24."""
    logbook.write_bytes(before.encode())
    append_entries(logbook, state, [NEW])
    written = logbook.read_bytes().decode()
    assert written.startswith(before + added)
    assert written.endswith(f'id = "{NEW.id}"' + added.rpartition(NEW.id)[2])


def test_several_entries_of_one_command_are_stored_together(logbook, state):
    entries = (
        a_profile(practices=("h01", "h02")),
        a_story(skills=("risk", "agile")),
        a_lesson("Two\nlines", whom=None),
    )
    append_entries(logbook, state, entries)
    assert read_logbook(logbook).entries == entries


def test_an_entry_that_is_there_already_is_not_written_again(logbook, state):
    append_entries(logbook, state, [OLD, NEW])
    before = logbook.read_bytes()
    append_entries(logbook, state, [NEW])
    assert logbook.read_bytes() == before


def test_rows_that_were_not_there_yet_are_returned(logbook, state):
    rows = [entry.as_row() for entry in (OLD, NEW)]
    assert append_rows(logbook, state, rows[:1]) == tuple(rows[:1])
    assert append_rows(logbook, state, rows) == tuple(rows[1:])
    assert append_rows(logbook, state, rows) == ()
    assert append_rows(logbook, state, []) == ()
    assert read_logbook(logbook).entries == (OLD, NEW)


def test_what_fails_after_the_entry_is_stored_is_told_with_what_is_stored(logbook, state):
    """A script that is told of nothing would log it once more."""
    logbook.write_text(logbook_text(OLD))
    state.write_text("a file in the way, which is told when all is done")

    def say(_):
        raise BrokenPipeError(errno.EPIPE, "Broken pipe")

    with pytest.raises(NotConfirmed, match="broken pipe") as caught:
        append_entries(logbook, state, [NEW], say=say)
    assert caught.value.stored == (NEW.id,)
    assert read_logbook(logbook).entries == (OLD, NEW)


def test_a_row_that_does_not_read_back_the_same_is_refused(logbook, state):
    """G14: the new text parses, and says something else."""
    logbook.write_text(logbook_text(OLD))
    before = logbook.read_bytes()
    unlike = worked("pmf-03", 30).as_row() | {"mood": float("nan")}
    with pytest.raises(NotStored, match="reads back the same; nothing was logged"):
        append_rows(logbook, state, [NEW.as_row(), unlike])
    assert logbook.read_bytes() == before


@pytest.mark.parametrize(
    "more",
    [{}, {"today": 3, "at ten": {"why": "sun"}}, [{"of": ["a", "b"]}, {}], [["a"], [1.5]]],
    ids=["an empty table", "a table in a table", "tables in a list", "lists in a list"],
)
def test_tables_of_a_row_that_nobody_knows_stay_with_it(logbook, state, more):
    row = {"mood": more} | NEW.as_row()
    append_rows(logbook, state, [row, OLD.as_row()])
    assert parse(logbook.read_bytes()) == {"format": 1, "entries": [row, OLD.as_row()]}


def test_a_file_too_large_to_be_a_logbook_gets_no_entry(logbook, state):
    """F28."""
    with logbook.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(
        DataFileBroken, match="more than the 64,000,000 bytes that a logbook can have"
    ):
        append_entries(logbook, state, [NEW])
    assert logbook.stat().st_size == MOST_BYTES + 1


comments = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=30).map(
    "# {}".format
)
blocks = st.one_of(
    comments, st.just(""), st.sampled_from(["  ", "\t", "[void]\nx = 1", RECORD, RECORD + "# mine"])
)


@given(
    above=st.lists(blocks, max_size=6, unique_by=lambda block: block if "[" in block else object()),
    end=st.sampled_from(["\n", "\r\n"]),
    mark=st.sampled_from(["", "\ufeff"]),
    tail=st.sampled_from(["", "\n", "\n\n", " # mine"]),
    notes=st.lists(
        st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1), max_size=3
    ),
)
def test_what_is_above_stays_byte_for_byte(tmp_path_factory, *, above, end, mark, tail, notes):
    """F22, F24: comments, blank lines, order, line ends, byte order mark, no last line end."""
    folder = tmp_path_factory.mktemp("home")
    logbook = folder / "logbook.toml"
    text = mark + "\n".join(["format = 1", *above]) + tail
    before = text.replace("\n", end).encode()
    logbook.write_bytes(before)
    kept = read_logbook(logbook).entries
    added = tuple(worked("pmf-02", note=note, id=f"n{number}") for number, note in enumerate(notes))
    for entry in added:
        append_entries(logbook, folder / "state", [entry])
    assert logbook.read_bytes().startswith(before)
    read = read_logbook(logbook)
    assert read.entries == (*kept, *added)
    assert read.problems == ()
    ends = set(re.findall(rb"\r?\n", logbook.read_bytes()[len(before) :]))
    assert ends <= {end.encode()} or end.encode() not in before


@for_all(st.integers(0, 400), st.binary(max_size=4), st.integers(0, 30), few=80, many=400)
def test_whatever_happened_to_the_file_an_entry_is_added_after_it_or_refused(place, junk, cut):
    """F19, F20, F23, F25: a fuzzer's file; one parse of the new text proves the old one sound."""
    whole = logbook_text(OLD, finished("pmf-03", note="a 'b' \"c\""), worked("pmf-04", 30)).encode()
    before = whole[:place] + junk + whole[place + cut :]
    old = logbook_in(before, file="f")
    with TemporaryDirectory() as folder:
        logbook = Path(folder, "logbook.toml")
        logbook.write_bytes(before)
        try:
            append_entries(logbook, Path(folder, "state"), [NEW])
        except PmcareerError:
            assert logbook.read_bytes() == before
        else:
            assert old.problems == ()
            assert logbook.read_bytes().startswith(before)
            assert read_logbook(logbook).entries == (*old.entries, NEW)


UNFIT = {
    "an inline array": "format = 1\nentries = []\n",
    "an inline array with entries": (
        'format = 1\nentries = [{kind = "void", on = 2026-11-20, of = "x", id = "y"}]\n'
    ),
    "a format that is none": f"format = 0\n{RECORD}",
    "a format in quotes": f'format = "2"\n{RECORD}',
    "a format between two": f"format = 1.5\n{RECORD}",
    "a single table": "format = 1\n[entries]\nx = 1\n",
    "a text that is never closed": f'format = 1\n{RECORD}note = """and so on\n',
    "a list that is never closed": f"format = 1\n{RECORD}skills = [\n",
    "a key that is there twice": f'format = 1\n{RECORD}id = "again"\n',
    "a wrong value": "format = 1\n" + RECORD.replace("2026-11-20", "'yesterday'"),
    "a record without an id": f"format = 1\n{RECORD}[[entries]]\nkind = 'void'\n",
    "bytes that are no text": b"format = 1\n# \xff\n",
    "zeros from a power cut": f"format = 1\n{RECORD}".encode() + b"\0" * 4096,
}


@pytest.mark.parametrize("content", UNFIT.values(), ids=UNFIT)
def test_a_file_that_can_not_take_an_entry_is_refused_with_its_line_and_left_alone(
    logbook, state, content
):
    """F20, F23, F25."""
    before = content if isinstance(content, bytes) else content.encode()
    logbook.write_bytes(before)
    with pytest.raises(DataFileBroken, match=r"logbook\.toml:\d+: ") as caught:
        append_entries(logbook, state, [NEW])
    assert caught.value.exit_code == 3
    assert logbook.read_bytes() == before


@pytest.mark.parametrize("name", ["an inline array", "an inline array with entries"])
def test_where_entries_are_in_one_piece_it_is_told_how_to_write_them(logbook, state, name):
    """F23."""
    logbook.write_text(UNFIT[name])
    told = "written in one piece, so nothing can be added at the end. Write each as [[entries]]."
    with pytest.raises(
        DataFileBroken, match=re.escape(f"logbook.toml:2: entries: the entries are {told}")
    ):
        append_entries(logbook, state, [NEW])


@pytest.mark.parametrize(
    ("below", "mend"),
    [
        ("oops\n", "Mend it with: pmcareer edit (or see: pmcareer doctor)."),
        ("<<<<<<< a\n# one\n=======\n# two\n>>>>>>> b\n", "Join them: pmcareer doctor --fix."),
        ("<<<<<<< a\noops\n=======\n# two\n>>>>>>> b\n", "Join them: pmcareer doctor --fix."),
    ],
    ids=["damage", "a conflict of git", "damage within one"],
)
def test_whoever_is_refused_is_told_the_command_that_mends_the_file(logbook, state, below, mend):
    """G02, F20."""
    logbook.write_text(logbook_text(OLD) + below)
    with pytest.raises(DataFileBroken) as caught:
        append_entries(logbook, state, [NEW])
    assert caught.value.hint == f"{mend} Nothing was logged."


def test_a_newer_file_is_read_and_never_written_to(logbook, state):
    """F26."""
    before = f"format = 2\nnew = true\n{RECORD}".encode()
    logbook.write_bytes(before)
    assert [entry.id for entry in read_logbook(logbook).entries] == ["old"]
    with pytest.raises(NewerFormat, match="format 2") as caught:
        append_entries(logbook, state, [NEW])
    assert "pip install --upgrade pmcareer" in caught.value.hint
    assert logbook.read_bytes() == before


def test_unknown_kinds_and_keys_do_not_stop_an_entry(logbook, state):
    before = f'format = 1\n{RECORD}mood = "good"\n\n[[entries]]\nkind = "dreamt"\nid = "d"\n'
    logbook.write_text(before)
    append_entries(logbook, state, [NEW])
    assert logbook.read_text().startswith(before)
    assert read_logbook(logbook).entries[-1] == NEW


@pytest.mark.parametrize(
    "text", ["\udc80", "a\ud800b"], ids=["a byte of argv that is no text", "half a character"]
)
def test_text_that_no_file_can_hold_is_refused_before_anything_is_written(logbook, state, text):
    """F25."""
    entry = NEW.model_copy(update={"note": text})
    with pytest.raises(NotStored, match="nothing was logged"):
        append_entries(logbook, state, [entry])
    assert not logbook.exists()


def test_a_time_with_any_offset_of_the_world_reads_back(logbook, state):
    """F30, F32: every offset of every zone since 1970, in whole minutes as `at` has them."""
    winter, summer = (
        datetime(year, month, 1, 12)  # noqa: DTZ001 -- each zone gives it its own
        for year, month in ((1970, 1), (2026, 7))
    )
    offsets = {
        round(moment.replace(tzinfo=ZoneInfo(zone)).utcoffset().total_seconds() / 60)
        for zone in available_timezones()
        for start in (winter, summer)
        for moment in (start.replace(year=year) for year in range(1970, 2101, 10))
    }
    entries = tuple(
        finished(
            id=f"o{number}",
            at=datetime(2026, 3, 29, 2, 30, tzinfo=timezone(timedelta(minutes=offset))),
        )
        for number, offset in enumerate(sorted(offsets))
    )
    append_entries(logbook, state, entries)
    read = read_logbook(logbook)
    assert read.problems == ()
    assert [entry.at.isoformat() for entry in read.entries] == [
        entry.at.isoformat() for entry in entries
    ]
    assert len(offsets) > 30


def test_a_leap_day_is_a_day(logbook, state):
    """F30."""
    append_entries(logbook, state, [finished(on="2028-02-29")])
    assert read_logbook(logbook).entries == (finished(on="2028-02-29"),)


def test_an_offset_with_seconds_is_refused_as_toml_has_none(logbook, state):
    """F32."""
    at = datetime(1900, 1, 1, tzinfo=timezone(timedelta(minutes=53, seconds=28)))
    with pytest.raises(NotStored, match="reads back the same"):
        append_entries(logbook, state, [finished(at=at)])
    assert not logbook.exists()
