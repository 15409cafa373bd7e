"""What a script may try again: the same id and content is one entry."""

from datetime import date

import pytest

from pmcareer.domain.coaching.stored_before import (
    entry_with,
    given_id,
    refuse_other,
    remarks_on_stored,
    thing_of,
)
from pmcareer.domain.logbook.entries import Did, Lesson, Void
from pmcareer.domain.logbook.logbook import logbook_of
from pmcareer.errors import IdTaken, WrongValue

from builders import finished

DAY = date(2026, 11, 21)
STORED = finished("pmf-02", minutes=90, id="timer-1")


@pytest.mark.parametrize("text", ["a", "A-b_9", "x" * 64])
def test_an_id_is_what_the_logbook_can_hold(text):
    assert given_id(text) == text


@pytest.mark.parametrize("text", ["", " ", "a b", "a\n", "ä", "x" * 65, "a/b", "a."])
def test_another_id_is_refused_with_what_it_may_be(text):
    with pytest.raises(WrongValue, match="--id") as caught:
        given_id(text)
    assert "1 to 64" in caught.value.hint
    assert len(caught.value.message) < 100


def test_an_entry_is_found_by_its_whole_id_also_when_it_was_taken_back():
    logbook = logbook_of([STORED, Void(on=DAY, of="timer-1", id="undo")])
    assert entry_with(logbook, "timer-1") == STORED
    assert entry_with(logbook, "timer") is None
    assert entry_with(logbook, None) is None


def test_what_an_entry_is_about_stands_for_the_word_that_nobody_typed():
    assert thing_of(STORED) == "pmf-02"
    assert thing_of(Did(on=DAY, step="j3", id="x")) == "j3"
    assert thing_of(Lesson(on=DAY, text="Ask", id="x")) is None
    assert thing_of(None) is None


def test_the_same_content_is_no_other_whenever_it_was_written_down():
    refuse_other(STORED, finished("pmf-02", minutes=90, id="timer-1", curriculum="2"), unsaid=())
    later = finished("pmf-02", minutes=90, id="timer-1", on="2026-11-22")
    refuse_other(STORED, later, unsaid=("on",))


@pytest.mark.parametrize(
    ("other", "said"),
    [
        (finished("pmf-02", minutes=60, id="timer-1"), "its `minutes` is 90, not 60"),
        (finished("pmf-03", minutes=90, id="timer-1"), "its `exercise` is pmf-02, not pmf-03"),
        (finished("pmf-02", id="timer-1"), "its `minutes` is 90, not nothing"),
        (finished("pmf-02", minutes=90, id="timer-1", note="x"), "its `note` is nothing, not x"),
        (finished("pmf-02", minutes=90, id="timer-1", on="2026-11-20"), "its `on` is 2026-11-21"),
        (Lesson(on=DAY, text="Ask", id="timer-1"), "its `kind` is finished, not lesson"),
    ],
    ids=["minutes", "exercise", "left out", "more", "day", "kind"],
)
def test_other_content_is_refused_by_the_first_key_that_differs(other, said):
    with pytest.raises(IdTaken, match=said):
        refuse_other(STORED, other, unsaid=())


def test_what_was_taken_back_since_is_said_with_the_way_back():
    assert remarks_on_stored(logbook_of([STORED]), STORED) == ()
    taken = logbook_of([STORED, Void(on=DAY, of="timer-1", id="undo-1")])
    (remark,) = remarks_on_stored(taken, STORED)
    assert "does not count" in remark
    assert "pmcareer undo undo-1" in remark
