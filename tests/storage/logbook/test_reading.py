"""What can be read of a logbook, however it was treated."""

import io
import sys

import pytest

from pmcareer.domain.logbook.entries import KINDS
from pmcareer.errors import DataFileBroken, NotReadable
from pmcareer.storage.logbook.newest import newest_day
from pmcareer.storage.logbook.reading import logbook_in, read_logbook
from pmcareer.storage.logbook.rows import MOST_BYTES, all_of, id_of, refuse_huge

from builders import finished, logbook_text, void, worked

FIRST, SECOND, THIRD = finished("pmf-01"), worked("pmf-02", 30), finished("pmf-03")


def read(text):
    return logbook_in(text if isinstance(text, bytes) else text.encode(), file="logbook.toml")


def said(problems):
    return [
        (problem.line, f"{problem.where}: {problem.message} {problem.hint}".strip())
        for problem in problems
    ]


def test_no_file_is_an_empty_logbook(tmp_path):
    assert read_logbook(tmp_path / "logbook.toml").entries == ()
    assert read_logbook(tmp_path / "no/home/logbook.toml").problems == ()


@pytest.mark.parametrize(
    "text", ["", "\n", "# nothing yet\nformat = 1\n"], ids=["no byte", "a blank line", "a header"]
)
def test_a_file_without_entries_is_an_empty_logbook(text):
    """F21."""
    assert read(text).entries == ()
    assert read(text).problems == ()


def test_entries_come_in_the_order_of_the_file_and_void_ones_are_known():
    undone = void(FIRST)
    logbook = read(logbook_text(undone, FIRST, SECOND))
    assert logbook.entries == (undone, FIRST, SECOND)
    assert list(logbook) == [undone, SECOND]


def test_every_cut_through_the_last_record_keeps_the_others_and_is_told():
    """F19: all byte prefixes of a record; `id` comes last, so a torn one never passes for whole."""
    start = logbook_text(FIRST, SECOND).encode()
    whole = logbook_text(FIRST, SECOND, THIRD).encode()
    for size in range(len(start), len(whole)):
        logbook = read(whole[:size])
        if logbook.entries == (FIRST, SECOND, THIRD):
            assert whole[size:] == b"\n"
            continue
        assert logbook.entries == (FIRST, SECOND), whole[:size]
        is_blank = not whole[len(start) : size].strip()
        assert bool(logbook.problems) is not is_blank, whole[:size]
        assert all(problem.line for problem in logbook.problems)


@pytest.mark.parametrize(
    ("days", "newest"),
    [
        ([], None),
        (["2026-11-21", "2026-12-01", "2026-11-30"], "2026-12-01"),
        (["1999-12-31"], None),
        (["1999-12-31", "2000-01-01"], "2000-01-01"),
        (["2026-11-21", "2199-12-31"], "2199-12-31"),
    ],
    ids=["no entry", "several", "too early", "the first", "the last"],
)
def test_who_has_no_clock_goes_by_the_newest_day_that_a_plan_can_begin_on(tmp_path, days, newest):
    """F31."""
    logbook = tmp_path / "logbook.toml"
    logbook.write_text(logbook_text(*(finished(on=day, id=day) for day in days)))
    assert str(newest_day(logbook)) == str(newest)


DAMAGE = {
    "zeros": b"\0" * 4096,
    "a byte that is no text": b"\xff\n",
    "a text never closed": b'note = """abc\n',
    "half a header": b"[[entr",
    "a key without a value": b"note\n",
    "a word without quotes": b"note = later\n",
    "a list never closed": b"skills = [\n",
    "a list of many lines never closed": b'skills = [\n"a",\n"b",\n',
    "a bomb of dots": b".".join([b"a"] * 20_000) + b" = 1\n",
    "a bomb of brackets": b"x = " + b"[" * 3_000 + b"\n",
    "a tower of brackets": b"x = " + b"[\n" * 3_000,
    "a number without end": b"x = " + b"9" * 5_000 + b"\n",
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
@pytest.mark.parametrize("is_last", [True, False], ids=["at the end", "in the middle"])
def test_damage_is_named_by_its_line_and_everything_else_is_read(damage, is_last):
    """F19, F20, F25, F38, F39."""
    text = logbook_text(FIRST, SECOND).encode()
    rest = b"" if is_last else logbook_text(THIRD).encode().partition(b"format = 1\n")[2]
    logbook = read(text + damage + (b"" if is_last or damage.endswith(b"\n") else b"\n") + rest)
    assert logbook.entries == ((FIRST, SECOND) if is_last else (FIRST, SECOND, THIRD))
    line = text.count(b"\n") + 1
    assert line <= logbook.problems[0].line <= line + 2


def test_of_bytes_that_are_no_text_the_place_in_the_file_is_told():
    """F25."""
    text = logbook_text(FIRST).encode()
    (problem,) = read(text + b"# caf\xe9\n").problems
    assert problem.message == f"byte {len(text) + 5} (0xe9) is not UTF-8 text."
    assert problem.line == text.count(b"\n") + 1


WRONG = {
    "minutes as text": ("minutes = 30", 'minutes = "30"', "minutes: '30' is not a whole number."),
    "minutes as a truth": (
        "minutes = 30",
        "minutes = true",
        "minutes: true is not a whole number.",
    ),
    "minutes below nothing": (
        "minutes = 30",
        "minutes = -5",
        "minutes: -5 is out of bounds. It must be at least 1.",
    ),
    "minutes without end": (
        "minutes = 30",
        f"minutes = {10**60}",
        "minutes: a number of more than forty digits is out",
    ),
    "no minutes": ("minutes = 30\n", "", "minutes: it is missing. Add minutes = …"),
    "a day as text": (
        "on = 2026-11-21",
        'on = "2026-11-21"',
        "on: '2026-11-21' is not a date like 2026-11-21,",
    ),
    "a day before calendars": (
        "on = 2026-11-21",
        "on = 0001-01-01",
        "on: 0001-01-01 is no day of a logbook.",
    ),
    "a path for an id": (
        'exercise = "pmf-02"',
        'exercise = "../../x"',
        "exercise: '../../x' is no id.",
    ),
    "a time without offset": (
        "minutes",
        "at = 2026-11-21T10:00:00\nminutes",
        "at: 2026-11-21T10:00:00 is not a date and",
    ),
    "an escape": (
        "minutes",
        'note = "\\u001b]52;c;x"\nminutes',
        "note: the text holds a character that can't be seen",
    ),
}


@pytest.mark.parametrize(("good", "bad", "message"), WRONG.values(), ids=WRONG)
def test_a_wrong_value_costs_its_entry_and_is_told_in_our_words(good, bad, message):
    """F33, F36, F38."""
    text = logbook_text(FIRST, SECOND, THIRD)
    start, record = text.rsplit("[[entries]]", 2)[0], text.rsplit("[[entries]]", 2)[1]
    broken = f"{start}[[entries]]{record.replace(good, bad, 1)}"
    logbook = read(f"{broken}[[entries]]{text.rsplit('[[entries]]', 1)[1]}")
    assert logbook.entries == (FIRST, THIRD)
    ((line, sentence),) = said(logbook.problems)
    assert sentence.startswith(f"entries {SECOND.id}, {message}")
    assert line > text[: len(start)].count("\n")


def test_unknown_kinds_and_keys_are_told_with_the_nearest_known_word():
    text = logbook_text(FIRST, SECOND).replace("minutes", "minuts = 3\nminutes")
    text += '[[entries]]\nkind = "finishd"\nid = "k"\n\n[[void]]\nx = 1\n'
    logbook = read(text)
    assert logbook.entries == (FIRST, SECOND)
    assert logbook.problems == ()
    notes = [sentence for _, sentence in said(logbook.notes)]
    assert "void: nothing knows this; it is kept and counts nowhere. It can stay." in notes
    assert any(note.endswith("Did you mean 'minutes'?") and "minuts" in note for note in notes)
    kept = "it is kept and counts nowhere."
    kind = f"entries k: nothing knows the kind 'finishd'; {kept} Did you mean 'finished'?"
    assert kind in notes
    assert [line for line, _ in said(logbook.notes)] == sorted(
        line for line, _ in said(logbook.notes)
    )


BY_HAND = '[[entries]]\nkind = "finished"\non = 2026-11-21\nexercise = "pmf-02"\n'
ONES_OWN = 'Give it one that no other has, with pmcareer edit: id = "…"'
CUT_OFF = "A record that was cut off lacks it."
TOLD = {
    "one table": (
        "[entries]\nx = 1\n",
        2,
        "entries: this is one table and no array of tables. Write [[entries]].",
    ),
    "no table": (
        'entries = ["x"]\n',
        2,
        ": 'x' is no entry. Write it as an [[entries]] table.",
    ),
    "no kind": (
        '[[entries]]\non = 2026-11-21\nid = "x"\n',
        2,
        f"entries x, kind: it is missing. {CUT_OFF}",
    ),
    "half of it": (
        '[[entries]]\nkind = "finished"\n',
        2,
        f"entries number 1, id: it is missing. {CUT_OFF}",
    ),
    "all but an id": (BY_HAND, 2, f"entries number 1, id: it is missing. {ONES_OWN}"),
    "a number for an id": (
        f"{BY_HAND}id = 5\n",
        2,
        f"entries number 1, id: 5 is not text in quotes. {ONES_OWN}",
    ),
    "a day before pmcareer's time": (
        BY_HAND.replace("2026", "1899") + 'id = "x"\n',
        4,
        "entries x, on: 1899-11-21 is no day of a logbook. Write a day between 1900 and 2199.",
    ),
}


@pytest.mark.parametrize(("below", "line", "sentence"), TOLD.values(), ids=TOLD)
def test_what_is_no_entry_is_told_with_its_line_and_its_mend(below, line, sentence):
    logbook = read(f"format = 1\n{below}")
    assert said(logbook.problems) == [(line, sentence)]
    assert (logbook.entries, logbook.notes) == ((), ())


def test_what_is_wrong_with_a_row_whose_entry_counts_elsewhere_is_only_noted():
    """And nothing that stands beside it is forgiven with it."""
    others = "".join(f"\n[mine{number}]\nx = 1\n" for number in range(8))
    text = logbook_text(FIRST, SECOND) + others
    text += f'\n[[entries]]\nkind = "finishd"\nid = "{FIRST.id}"\n'
    text += f'\n[[entris]]\nkind = "worked"\nid = "{SECOND.id}"\n'
    for raw in (text, f"{text}\n[[entries]]\noops"):
        logbook = read(raw)
        assert logbook.entries == (FIRST, SECOND)
        assert {note.severity for note in logbook.notes} == {"warning"}
        forgiven = [note for note in logbook.notes if note.hint == "Take it out."]
        assert len(forgiven) == 2
        assert all(note.message.endswith("What it said counts.") for note in forgiven)
        assert len(logbook.notes) == 10


def test_an_id_that_is_there_twice_counts_once_and_is_told():
    """F29."""
    logbook = read(logbook_text(FIRST, FIRST, finished("pmf-09", id=FIRST.id)))
    assert logbook.entries == (FIRST,)
    told, mend = (
        f"entries {FIRST.id}: this id is there twice; it counts once.",
        "Delete one, or give it another id.",
    )
    assert [sentence for _, sentence in said(logbook.notes)] == [
        f"{told} {mend}",
        f"{told} They differ: the first one counts. {mend}",
    ]


@pytest.mark.parametrize("number", ["2", "7"])
def test_a_newer_file_is_read_as_well_as_can_be_and_told(number):
    """F26."""
    text = (
        logbook_text(FIRST, SECOND)
        .replace("format = 1", f"format = {number}")
        .replace("minutes =", "moments =")
    )
    logbook = read(text)
    assert logbook.entries == (FIRST,)
    told = f"a newer pmcareer wrote this file ({number}); it is read as well as it can be, and not"
    assert logbook.notes[0].message == f"{told} written to."


@pytest.mark.parametrize("number", ['"1"', "0", "true", "1.0"])
def test_a_format_that_is_none_is_a_problem(number):
    ((line, sentence),) = said(read(f"# mine\nformat = {number}\n").problems)
    assert (line, sentence.endswith("is no format. Write format = 1.")) == (2, True)


def test_a_thousand_problems_are_found_at_once_and_twenty_are_shown(tmp_path):
    """F40."""
    text = logbook_text(*(worked("pmf-02", 30, id=f"w{number}") for number in range(1000)))
    problems = read(text.replace("minutes = 30", "minutes = 0")).problems
    assert len(problems) == 1000
    assert problems[999].line > problems[998].line
    assert "… and 980 more" in DataFileBroken("logbook.toml", problems, "").message


def test_a_text_that_looks_like_a_header_is_a_text():
    text = (
        logbook_text(FIRST)
        + "[[entries]]\nkind = 'lesson'\non = 2026-11-21\ntext = '''\n[[entries]]\n'''\nid = 'l'\n"
    )
    assert [entry.id for entry in read(text + "[[entries]]\nkind = 'x").entries] == [FIRST.id, "l"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_of_any_kind_without_an_id_is_told(kind):
    ((line, sentence),) = said(
        read(f'format = 1\n[[entries]]\nkind = "{kind}"\non = 2026-11-21\n').problems
    )
    assert line == 2
    assert sentence.startswith("entries number 1, id: it is missing.")


def test_a_file_too_large_to_be_a_logbook_is_refused(tmp_path):
    """F28."""
    huge = tmp_path / "logbook.toml"
    with huge.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(
        DataFileBroken, match="more than the 64,000,000 bytes that a logbook can have"
    ) as caught:
        read_logbook(huge)
    assert caught.value.hint == "If it is a logbook, move its older entries to a file of their own."
    refuse_huge(huge, MOST_BYTES)


def test_a_stream_is_read_to_its_end_and_refused_where_it_has_none(tmp_path):
    """F28."""
    assert all_of(io.BytesIO(b"few").read, tmp_path) == b"few"
    with pytest.raises(DataFileBroken, match="more than the 64,000,000 bytes"):
        all_of(bytes, tmp_path)


@pytest.mark.parametrize(
    ("day", "counts"),
    [("1899-12-31", False), ("1900-01-01", True), ("2199-12-31", True), ("2200-01-01", False)],
)
def test_an_entry_of_a_day_that_nobody_here_has_lived_does_not_count(day, counts):
    logbook = read(logbook_text(FIRST).replace("on = 2026-11-21", f"on = {day}"))
    assert len(logbook.entries) == counts
    hints = [problem.hint for problem in (*logbook.problems, *logbook.notes)]
    assert hints == ([] if counts else ["Write a day between 1900 and 2199."])


def test_what_explains_damage_is_not_even_loaded_for_a_logbook_that_is_sound(monkeypatch):
    """Each command that reads comes by."""
    explains = "pmcareer.storage.logbook.damage"
    monkeypatch.delitem(sys.modules, explains)
    assert read(logbook_text(FIRST, SECOND)).entries == (FIRST, SECOND)
    assert explains not in sys.modules
    assert read(logbook_text(FIRST, FIRST)).entries == (FIRST,)
    assert explains in sys.modules


def test_a_row_has_an_id_where_it_is_a_table_with_a_text_for_one():
    assert id_of({"id": "a"}) == "a"
    for row in ({}, {"id": 1}, "id", ["id"], 1):
        assert id_of(row) is None


def test_a_folder_in_its_place_is_not_taken_for_an_empty_logbook(tmp_path):
    """F13."""
    with pytest.raises(NotReadable, match="it is no file"):
        read_logbook(tmp_path)


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lines", "lines of Windows"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["no mark", "a mark"])
def test_damage_below_a_record_leaves_the_record_whole_whatever_its_texts_say(end, mark):
    """G06: a comment in Latin-1 below a text that holds a header of its own."""
    text = logbook_text(FIRST).replace(
        f'id = "{FIRST.id}"', f"note = '''\n[[entries]]\n'''\nid = \"{FIRST.id}\""
    )
    before = mark + text.replace("\n", end).encode()
    raw = before + b"# \xe9" + end.encode() + logbook_text(SECOND).partition("\n\n")[2].encode()
    logbook = read(raw)
    assert [entry.id for entry in logbook.entries] == [FIRST.id, SECOND.id]
    (problem,) = logbook.problems
    assert problem.message == f"byte {len(before) + 2} (0xe9) is not UTF-8 text."


def test_of_entries_in_one_piece_those_that_count_are_read_whatever_is_below_them():
    """G06: one among them is of a kind that nobody knows."""
    known = '{ kind = "finished", on = 2026-11-21, exercise = "pmf-02", id = "known" }'
    raw = f'format = 1\nentries = [{known}, {{ kind = "dreamt", id = "d" }}]\noops\n'
    logbook = read(raw)
    assert [entry.id for entry in logbook.entries] == ["known"]
    assert [problem.line for problem in logbook.problems] == [3]


def test_keys_without_a_header_take_nothing_from_the_record_above_them():
    """G06: the header of a record is gone, so that its keys stand below another's."""
    whole = logbook_text(FIRST, SECOND, THIRD)
    first, second, third = whole.split("\n[[entries]]\n")[1:]
    raw = f"format = 1\n\n[[entries]]\n{first}# mine\nlost = 1\n{second}\n[[entries]]\n{third}"
    logbook = read(raw)
    assert logbook.entries == (FIRST, THIRD)
    assert [problem.line for problem in logbook.problems] == [
        raw[: raw.index("lost = 1")].count("\n") + 2
    ]
