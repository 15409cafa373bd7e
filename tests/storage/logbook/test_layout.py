"""How an entry is laid out: no four lines on end could be another entry's."""

from datetime import timedelta, timezone

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from pmcareer.storage.logbook.layout import row_text, table_of
from pmcareer.storage.toml import parse
from sweeps import of_each


@of_each(range(1, 14))
def test_the_id_stands_behind_the_header_and_behind_every_fourth_line(many):
    """G02: git writes more than three lines that two entries share only once."""
    row = {f"key{number}": number for number in range(1, many)} | {"id": "k7f3q2m9xd"}
    lines = table_of(row).splitlines()
    marked = [line.removesuffix("  # k7f3q2m9xd") for line in lines]
    said = ["[[entries]]", *tomli_w.dumps(row).splitlines()]
    assert marked == said
    places = [place for place, line in enumerate(lines) if line not in said]
    # The last line is the id itself.
    assert places == list(range(0, many, 4))


@pytest.mark.parametrize("name", ["two\nlines", "a b", "", "x" * 65, "#", 7, None])
def test_an_id_that_nobody_gave_is_no_comment(name):
    """Of somebody's own making it may hold anything, a line end too."""
    row = {"kind": "dreamt", "id": name} if name is not None else {"kind": "dreamt"}
    assert table_of(row).startswith("[[entries]]\nkind")
    assert parse(table_of(row).encode()) == {"entries": [row]}


def test_a_list_of_words_has_a_line_for_each_and_what_holds_tables_has_one():
    row = {"skills": ["a", "b"], "moods": [3, {"of": "a", "why": []}, [{}]]}
    assert table_of(row) == (
        '[[entries]]\nskills = [\n    "a",\n    "b",\n]\n'
        'moods = [3, { of = "a", why = [] }, [{}]]\n'
    )
    assert parse(table_of(row).encode()) == {"entries": [row]}


TEXTS = st.text(st.sampled_from("aZ3 _-.é漢\u202e\u00ad\"'\\\n\t\x7f#="))
ZONES = st.builds(timezone, st.integers(-23 * 60, 23 * 60).map(lambda by: timedelta(minutes=by)))
MOMENTS = st.datetimes(timezones=st.none() | ZONES)
VALUES = st.recursive(
    TEXTS | st.integers() | st.booleans() | st.floats() | st.dates() | st.times() | MOMENTS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(TEXTS, inner, max_size=2),
    max_leaves=3,
)


@given(st.dictionaries(st.sampled_from(["on", "a-b", "", "a b"]) | TEXTS, VALUES, max_size=4))
def test_a_row_is_written_quickly_as_it_is_slowly(row):
    assert row_text(row) == tomli_w.dumps(row)
