"""How an entry is laid out: no four lines on end could be another entry's."""

import pytest
import tomli_w

from pmcareer.storage.logbook.layout import table_of
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
