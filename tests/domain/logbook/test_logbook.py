"""What a logbook holds, whatever the order it was written in."""

from hypothesis import given
from hypothesis import strategies as st

from pmcareer.domain.ground.problem import Problem
from pmcareer.domain.logbook.logbook import logbook_of

from builders import a_logbook, finished, void, worked

FIRST, SECOND = finished("pmf-01"), worked("pmf-02")
UNDO = void(FIRST, id="undo")
REDO = void("undo", id="redo")


def test_an_entry_counts_unless_one_that_counts_takes_it_back():
    assert list(a_logbook(FIRST, SECOND, UNDO)) == [SECOND, UNDO]
    assert list(a_logbook(FIRST, SECOND, UNDO, REDO)) == [FIRST, SECOND, REDO]


def test_entries_that_take_each_other_back_both_count():
    ring = (void("b", id="a"), void("a", id="b"))
    assert list(a_logbook(*ring)) == list(ring)


def test_a_void_of_something_unknown_takes_nothing_back():
    assert FIRST in a_logbook(FIRST, void("nowhere"))


pool = st.sampled_from(
    [FIRST, SECOND, UNDO, REDO, void("redo", id="undo2"), finished("pmf-03"), void(SECOND, id="v2")]
)
logs = st.lists(pool, unique_by=lambda entry: entry.id).map(tuple)


def counting(*parts):
    return {entry.id for entry in logbook_of(entry for part in parts for entry in part)}


@given(logs, logs, logs)
def test_two_logbooks_merge_by_the_union_of_their_ids_in_any_order(one, two, three):
    assert counting(one, two) == counting(two, one)
    assert counting(one, one) == counting(one)
    whole = logbook_of((*one, *two, *three)).entries
    assert counting(whole) == counting(three, two, one)


@given(logs, st.randoms())
def test_the_order_in_the_file_does_not_matter_for_what_counts(entries, random):
    shuffled = list(entries)
    random.shuffle(shuffled)
    assert counting(entries) == counting(shuffled)


def test_a_logbook_that_grows_keeps_what_was_wrong_with_its_file():
    problem = Problem(file="logbook.toml", line=3, message="it is missing.")
    logbook = logbook_of([FIRST], problems=(problem,), notes=(problem,)).add(SECOND)
    assert (logbook.problems, logbook.notes) == ((problem,), (problem,))


def test_the_last_entry_that_counts_is_the_one_to_undo():
    assert a_logbook(FIRST, SECOND).last == SECOND
    assert a_logbook().last is None


def test_a_row_begins_with_its_kind_and_ends_with_its_id():
    row = finished("pmf-01", note="n", minutes=5, evidence="e").as_row()
    assert list(row) == ["kind", "on", "exercise", "minutes", "note", "evidence", "id"]
