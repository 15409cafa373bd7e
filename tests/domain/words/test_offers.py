"""What TAB offers first, from rows that nobody has checked."""

from datetime import date

import pytest

from pmcareer.domain.words.offers import counting, entry_words, only_open, open_first, standing_of


def items(*ids, **keys):
    return [{"id": name, **keys} for name in ids]


def ids(rows):
    return [row["id"] for row in rows]


def finished(name, entry="e1"):
    return {"kind": "finished", "exercise": name, "id": entry}


def test_what_is_begun_comes_first_and_what_is_done_last():
    standing = standing_of([finished("a"), {"kind": "worked", "exercise": "c", "id": "e2"}])
    assert ids(open_first(items("a", "b", "c", "d"), standing)) == ["c", "b", "d", "a"]
    assert ids(only_open(items("a", "b", "c", "d"), standing)) == ["c", "b", "d"]


def test_what_was_begun_and_is_done_is_done():
    standing = standing_of([{"kind": "worked", "exercise": "a", "id": "e1"}, finished("a", "e2")])
    assert ids(only_open(items("a", "b"), standing)) == ["b"]


def test_what_was_taken_back_is_open_again_and_an_undo_can_be_taken_back_too():
    undone = [finished("a"), {"kind": "void", "of": "e1", "id": "e2"}]
    assert ids(only_open(items("a"), standing_of(undone))) == ["a"]
    back = [*undone, {"kind": "void", "of": "e2", "id": "e3"}]
    assert ids(only_open(items("a"), standing_of(back))) == []
    assert ids(counting(back)) == ["e3", "e1"]


def test_an_item_is_done_by_an_id_that_it_had_before():
    standing = standing_of([finished("old")])
    assert only_open(items("new", replaces=["old"]), standing) == []


@pytest.mark.parametrize("keys", [{"for": "search"}, {"again": 7}, {"waits": 30}])
def test_a_step_that_is_done_over_and_over_stays_open(keys):
    standing = standing_of([{"kind": "did", "step": "ask", "id": "e1"}])
    assert ids(only_open(items("ask", **keys), standing)) == ["ask"]
    assert only_open(items("ask"), standing) == []


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ({"kind": "certified", "certification": "pmp"}, "pmp"),
        ({"kind": "answered", "prompt": "q01"}, "q01"),
        ({"kind": "did", "gate": "budget"}, "budget"),
    ],
)
def test_certificates_questions_and_gates_can_be_done_too(row, name):
    assert only_open(items(name), standing_of([row])) == []


def test_a_step_that_is_left_open_is_begun():
    standing = standing_of([{"kind": "did", "step": "b", "begun": True, "id": "e1"}])
    assert ids(open_first(items("a", "b"), standing)) == ["b", "a"]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (finished("a") | {"on": date(2026, 11, 20)}, "20 Nov 2026, finished a"),
        ({"kind": "lesson", "text": "x" * 99, "on": "soon"}, f"soon, lesson {'x' * 50}"),
        ({}, "None, None "),
    ],
)
def test_an_entry_is_named_by_day_kind_and_thing_whatever_it_lacks(row, words):
    assert entry_words(row) == words
