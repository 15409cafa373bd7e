"""Two logbooks that can't be woven: ours stays line by line, and theirs is put where it belongs."""

import pytest

from pmcareer.storage.logbook.merging import merged
from pmcareer.storage.logbook.reading import logbook_in

from builders import finished, logbook_text, worked

FIRST, SECOND, THIRD = finished("pmf-01"), worked("pmf-02", 30), finished("pmf-03")
LONGER = worked("pmf-02", 450, id=SECOND.id)
TOP = b"format = 1\n"


def text(*entries):
    return logbook_text(*entries).encode()


def tables_of(*entries):
    return text(*entries).partition(b"format = 1\n\n")[2]


def beside_damage(ours, theirs, base):
    """Merge what can't be woven, as a line of theirs can't be read."""
    before, top, after = theirs.rpartition(TOP)
    merge = merged(ours, before + top + b"oops\n" + after, base)
    assert [problem.line for problem in merge.damage] == [(before + top).count(b"\n") + 1]
    return merge.text


def named(raw):
    """Put a comment above each entry, and one in it."""
    for entry in (FIRST, SECOND, THIRD):
        name = entry.exercise.encode()
        raw = raw.replace(b'"' + name + b'"', b'"' + name + b'"  # in ' + name)
    before, *tables = raw.split(b"[[entries]]\n")
    for number, table in enumerate(tables, start=1):
        before += b"# above %d\n[[entries]]\n" % number + table
    return before


def test_an_entry_that_theirs_changed_is_changed_in_its_place_and_no_other_line_is():
    ours = text(FIRST, SECOND, THIRD)
    changed = beside_damage(ours, text(FIRST, LONGER, THIRD), ours)
    assert changed == ours.replace(b"= 30", b"= 450")


def test_what_theirs_changed_takes_its_place_among_the_comments_of_ours():
    whole = text(FIRST, SECOND, THIRD)
    then = named(whole).replace(b"= 30", b"= 45")
    assert beside_damage(named(whole), whole.replace(b"= 30", b"= 45"), whole) == then


def test_where_the_text_of_theirs_is_chosen_the_comments_of_ours_stand_above_it():
    """Without a base nobody can tell which line is new."""
    ours = named(text(FIRST, SECOND, THIRD))
    merge = merged(ours, text(LONGER))
    start, _, rest = ours.partition(b"# above 2\n")
    then = start + b"# above 2\n# in pmf-02\n" + tables_of(LONGER) + b"\n# above 3\n"
    assert merge.text == then + rest.partition(b"# above 3\n")[2]
    assert [each.id for each in merge.disagreed] == [SECOND.id]


def test_an_entry_that_theirs_removed_leaves_no_gap():
    ours = text(FIRST, SECOND, THIRD)
    assert beside_damage(ours, text(FIRST, THIRD), ours) == text(FIRST, THIRD)
    assert beside_damage(ours, text(FIRST, SECOND), ours) == text(FIRST, SECOND)


def test_comments_of_an_entry_that_theirs_removed_stay_in_its_place():
    whole = text(FIRST, SECOND, THIRD)
    first, _, rest = named(whole).partition(b"\n# above 2\n")
    then = (
        first + b"\n# above 2\n# in pmf-02\n" + b"\n# above 3" + rest.partition(b"\n# above 3")[2]
    )
    assert beside_damage(named(whole), text(FIRST, THIRD), whole) == then


def test_a_file_that_begins_with_an_entry_loses_that_one_alone():
    ours = tables_of(FIRST, SECOND)
    assert beside_damage(ours, tables_of(SECOND), ours).strip() == tables_of(SECOND).strip()


@pytest.mark.parametrize("is_last", [True, False], ids=["the last one", "another"])
def test_an_entry_without_a_line_end_is_changed_as_it_stands(is_last):
    order = (FIRST, SECOND) if is_last else (SECOND, FIRST)
    ours = text(*order)[:-1]
    changed = beside_damage(ours, text(*order).replace(b"= 30", b"= 45"), text(*order))
    assert changed == ours.replace(b"= 30", b"= 45")


def test_a_comment_that_theirs_took_out_goes_and_one_of_ours_stays():
    base = named(text(FIRST, SECOND))
    ours = base.replace(b"# above 2\n", b"# above 2\n# mine\n")
    theirs = base.replace(b"# above 2\n", b"").replace(b"= 30", b"= 45")
    then = ours.replace(b"# above 2\n", b"").replace(b"= 30", b"= 45")
    assert beside_damage(ours, theirs, base) == then


def test_what_theirs_added_comes_with_its_comments_in_the_line_ends_of_ours():
    ours = text(FIRST).replace(b"\n", b"\r\n")
    theirs = text(FIRST) + b"\n# about it\n" + tables_of(SECOND)
    then = theirs.replace(b"\n", b"\r\n")
    assert beside_damage(ours, theirs, text(FIRST)) == then
    assert logbook_in(then, file="").entries == (FIRST, SECOND)
