"""A long logbook read by one expression is what the parser makes of it, or left to the parser."""

import sys
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from damaging import STYLES, Whole, damages, styled
from pmcareer.storage.bad_toml import BadToml
from pmcareer.storage.logbook.layout import table_of
from pmcareer.storage.logbook.quick import LEAST_CHARACTERS, parse_long
from pmcareer.storage.toml import parse_text

from builders import did, finished, logbook_text, practised, worked

LONG = f"# {'all of it mine ' * (LEAST_CHARACTERS // 15)}\nformat = 1\n"
"""A start that makes every logbook below it long enough."""
AT = datetime(2026, 3, 29, 2, 30, tzinfo=timezone(timedelta(hours=2)))
DAILY = (
    finished("pmf-01", minutes=90, at=AT, note="Zoë, 見積り # no", evidence="https://x.y/z"),
    worked("pmf-02", 30, at=AT, left=60, curriculum="2026.11"),
    practised("h01", at=AT),
    worked("pmf-02", 45, at=AT.astimezone(UTC), note="Almost"),
    finished("pmf-02", at=AT, curriculum="2026.11", outcome="Two weeks saved", mode="simulated"),
    finished("rsk-01", minutes=20, at=AT, part="led", reviewed_by="Zoë", note="Read", evidence="e"),
    did("j1", at=AT, what="asked", minutes=20, outcome="Yes", **{"with": "Anna"}),
    did("j2", at=AT, outcome="No", note="Once more in spring"),
)


def by_parser(text):
    try:
        return parse_text(text)
    except BadToml:
        return None


def is_the_same(text):
    """Tell whether it is read as the parser reads it, to the order of keys, or not at all."""
    quick = parse_long(text)
    # What equal values hide is different in print, and a number that is none equals itself there.
    return quick is None or repr(quick) == repr(by_parser(text))


def with_daily_ones(raw):
    """Put tables as `log` writes them before and behind a logbook of all kinds."""
    tables = "".join(f"\n{table_of(entry.as_row())}" for entry in DAILY)
    return f"{LONG}{tables}\n".encode() + raw.replace(b"format = 1", b"") + tables.encode()


def test_what_log_writes_is_read_without_the_parser(monkeypatch):
    # To load it would be an error.
    monkeypatch.setitem(sys.modules, "pmcareer.storage.parser", None)
    text = "".join([LONG, *(f"\n{table_of(entry.as_row())}" for entry in DAILY)])
    quick = parse_long(text)
    monkeypatch.undo()
    assert repr(quick) == repr(parse_text(text))


@pytest.mark.parametrize("place", range(2, 12))
@pytest.mark.parametrize("line", ['outcome = "Yes"', 'with = "A"', 'step = "j1"', 'id = "a"'])
def test_a_key_that_is_said_twice_is_left_to_the_parser(line, place):
    for entry in DAILY:
        lines = table_of(entry.as_row()).splitlines()
        lines.insert(min(place, len(lines)), line)
        again = [*lines[:-1], line, lines[-1]]
        assert is_the_same("\n".join([LONG, *again, ""]))


BEGINNINGS = (
    "format = 1\n",
    "format = 1\n\n\n",
    "# mine\nformat = 1\n",
    "# mine\n# too\nformat = 1\n",
    "# a\ttab\nformat = 1\n",
    "# a bell \x07\nformat = 1\n",
    "# both\nformat = 1\nformat = 1\n",
    "format = 01\n",
    "format = -1\n",
    "format = 1 # of mine\n",
    "format=1\n",
    " format = 1\n",
    "\nformat = 1\n",
    "format = 123456789\n",
    "format = 1\nmine = 2\n",
    'format = "1"\n',
    "[format]\n",
    "[[entries]]\n",
    "entries = 1\n",
    "",
)


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_however_it_begins(beginning):
    tables = "".join(f"\n{table_of(entry.as_row())}" for entry in DAILY)
    assert is_the_same(f"{beginning}{tables}{LONG.partition('format')[0]}")


@pytest.mark.parametrize("end", ["\r", "\r\r\n", "\n\r", "\r\n"])
def test_however_its_lines_end(end):
    tables = [f"\n{table_of(entry.as_row())}" for entry in DAILY]
    for number in range(len(tables)):
        odd = [*tables[:number], tables[number].rstrip("\n") + end, *tables[number:]]
        assert is_the_same("".join([LONG, *odd]))


def test_a_short_logbook_is_left_to_the_parser():
    assert parse_long(logbook_text(*DAILY)) is None


@pytest.mark.parametrize("style", STYLES)
def test_a_logbook_kept_by_hand_is_the_same_both_ways(style):
    text = with_daily_ones(styled(style).raw).decode()
    assert is_the_same(text)


@pytest.mark.parametrize("style", STYLES)
def test_a_damaged_one_too(style):
    whole = styled(style)
    raw = with_daily_ones(whole.raw)
    for damage in damages(Whole(raw=raw, blocks=whole.blocks), seed=1, count=150):
        text = damage.raw.decode("utf-8", "replace")
        assert is_the_same(text), damage.said


LINES = st.sampled_from(
    (
        *("[[entries]]", "[[entries]]  # k7f3q2m9xd", "[[ entries ]]", "[entries]", "[entries.x]"),
        *("[mine]", "[[mine]]", "", " ", "\t", "# a comment", "id = 7", "entries = []"),
        *(
            'kind = "worked"',
            'kind = "worked"  # k7f3q2m9xd',
            "kind = 'worked'",
            'kind = "w\\u0041"',
        ),
        *("on = 2026-02-28", "on = 2026-02-30", "on = 2026-2-3", 'on = "2026-02-28"'),
        *(
            "at = 2026-02-28T19:14:03+01:00",
            "at = 2026-02-28T19:14:03Z",
            "at = 2026-02-28 19:14:03",
        ),
        *("at = 2026-02-28T24:00:00+01:00", "at = 2026-02-28T19:14:03+24:00"),
        *('exercise = "pmf-01"', 'exercise = ""', "exercise.x = 1", 'practice = "h01"'),
        *('outcome = "Yes"', 'outcome = ""', 'with = "Anna"', 'mode = "real"', "outcome = 7"),
        *('outcome = "Yes" # k7f3', 'step = "j1"', 'reviewed_by = "Zoë"', 'what = """'),
        *("left = 7", "left = 07", "left = -7", "minutes = 30", "minutes = 3_0", "minutes = 0"),
        *('note = "a', 'note = """', '"""', "note = '''", "'''", 'note = "[[entries]]"', "x = ["),
        *('note = "\x7f"', 'note = "\u2028"', 'note = "a\tb"', 'note = "\\""', "note = {}"),
        *('id = "k7f3q2m9xd"', 'id = "k7f3q2m9xd"', 'id = "k7f3q2m9xd" x', "\r", "]"),
    )
)
A_TABLE = (
    "\n[[entries]]",
    'kind = "worked"',
    "on = 2026-02-28",
    "at = 2026-02-28T19:14:03+01:00",
    'exercise = "pmf-01"',
    "minutes = 30",
    'id = "k7f3q2m9xd"',
)
TABLES = st.builds(
    lambda lines, place, instead: (*lines[:place], *instead, *lines[place + 1 :]),
    st.just(A_TABLE),
    st.integers(0, 2 * len(A_TABLE)),
    st.lists(LINES, max_size=2),
)


ODD = (
    ("minutes = 30", "minutes = 3٣"),
    ("minutes = 30", "minutes = 030"),
    ("on = 2026-02-28", "on = 2026-02-2٨"),
    ("at = 2026-02-28T19", "at = 2026-02-28T24"),
    ("at = 2026-02-28T19", "at = 2026-02-28T1٩"),
    ('"pmf-01"', '"pmf\x7f01"'),
    ('"pmf-01"', '"pmf\x1f01"'),
    ('"pmf-01"', '"pmf\t01"'),
    ('"pmf-01"', '"pmf\u208501"'),
    ('"worked"', '"worked" # \x7f'),
)


@pytest.mark.parametrize(("written", "odd"), ODD)
def test_a_sign_that_only_looks_right(written, odd):
    text = "\n".join([LONG, *A_TABLE, *A_TABLE, ""])
    assert parse_long(text) is not None
    assert is_the_same(text.replace(written, odd, 1))


@given(
    parts=st.lists(TABLES | st.lists(LINES, max_size=3), max_size=6),
    end=st.sampled_from(("\n", "\r\n", "\r")),
)
def test_whatever_lines_stand_in_it(parts, end):
    text = "\n".join([LONG, *(line for part in parts for line in part), ""])
    assert is_the_same(text.replace("\n", end))


OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
SECONDS = st.integers(0, 6_000_000_000)
ROWS = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(("worked", "finished", "nobody's")),
        "on": st.dates(),
        "at": st.builds(datetime.fromtimestamp, SECONDS, OFFSETS),
        "exercise": st.text(max_size=8),
        "minutes": st.integers(0, 10**9),
        "note": st.text(max_size=20),
        "id": st.text(alphabet="abz09-_", max_size=10),
    }
)


@given(st.lists(ROWS, min_size=1, max_size=4))
def test_any_day_moment_number_and_text(rows):
    assert is_the_same("".join([LONG, *(f"\n{table_of(row)}" for row in rows)]))
