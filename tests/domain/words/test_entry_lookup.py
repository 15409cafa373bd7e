from functools import partial

import pytest

from pmcareer.domain.words import entry_lookup
from pmcareer.errors import AlreadyUndone, AmbiguousWord, UnknownEntry, WrongValue

from builders import a_lesson, a_logbook, finished, void

TITLES = {
    "rsk-01": "Living risk register",
    "rsk-02": "Pre-mortem",
    "old-01": "Living risk register",
}
EARLY = finished("rsk-01", on="2026-11-02")
LATE = finished("rsk-01", on="2026-11-20")
OTHER = finished("rsk-02", on="2026-11-19")
LESSON = a_lesson("Ask for the budget first")
LOGBOOK = a_logbook(EARLY, OTHER, LESSON)


def in_words(entry):
    return f"{entry.on}: {entry.kind}"


entry_meant = partial(entry_lookup.entry_meant, in_words=in_words)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("rsk-01", EARLY, id="the id of what it is about"),
        pytest.param("pre", OTHER, id="the start of a word"),
        pytest.param("risk register", EARLY, id="words of its title"),
        pytest.param("pre-mortem", OTHER, id="a word with a dash"),
        pytest.param("budget", LESSON, id="words of its own"),
        pytest.param(OTHER.id, OTHER, id="its id"),
        pytest.param(OTHER.id[:-1], OTHER, id="the start of its id"),
    ],
)
def test_an_entry_is_found_by_what_it_is_about(typed, meant):
    assert entry_meant(LOGBOOK, TITLES, typed) is meant


def test_of_several_none_is_guessed_and_the_newest_is_named_first():
    with pytest.raises(AmbiguousWord) as refused:
        entry_meant(a_logbook(EARLY, LATE), TITLES, "register")
    assert list(refused.value.titles.items()) == [
        (LATE.id, "2026-11-20: finished"),
        (EARLY.id, "2026-11-02: finished"),
    ]
    assert f"{LATE.id} (2026-11-20: finished)" in refused.value.hint
    assert refused.value.question == "2 entries fit 'register'. Which one is taken back?"


def test_what_was_taken_back_is_not_meant_by_words():
    taken = a_logbook(EARLY, LATE, void(LATE.id))
    assert entry_meant(taken, TITLES, "register") is EARLY
    with pytest.raises(AlreadyUndone):
        entry_meant(taken, TITLES, LATE.id)


@pytest.mark.parametrize("typed", ["nothing", "ri", "zzz"])
def test_words_that_fit_no_entry_are_refused(typed):
    with pytest.raises(UnknownEntry):
        entry_meant(LOGBOOK, TITLES, typed)


def test_no_word_is_a_wrong_value():
    with pytest.raises(WrongValue):
        entry_meant(LOGBOOK, TITLES, "  ")


def test_the_start_of_an_id_may_be_meant_for_another_entry_too():
    called = a_lesson("Registers end", id="registerxx", on="2026-11-21")
    book = a_logbook(EARLY, called)
    with pytest.raises(AmbiguousWord) as refused:
        entry_meant(book, TITLES, "register")
    assert list(refused.value.titles) == [called.id, EARLY.id]
    assert entry_meant(book, TITLES, "registerx") is called


def test_of_two_ids_that_begin_alike_it_is_asked_what_they_are():
    pair = [a_lesson(text, id=f"k7f3q2m9x{text}") for text in "ab"]
    with pytest.raises(AmbiguousWord) as refused:
        entry_meant(a_logbook(*pair), TITLES, "k7f")
    assert set(refused.value.titles.values()) == {in_words(pair[0])}


def test_of_very_many_the_newest_are_asked_about():
    many = [finished("rsk-01", on=f"2026-10-{number:02}") for number in range(1, 21)]
    with pytest.raises(AmbiguousWord) as refused:
        entry_meant(a_logbook(*many), TITLES, "register")
    asked = refused.value
    assert list(asked.titles) == [each.id for each in reversed(many[-6:])]
    assert asked.question.startswith("20 entries fit 'register'.")
    assert asked.question.endswith("Here are the newest 6.")


def test_the_start_of_the_id_of_what_it_is_about_is_enough():
    assert entry_meant(a_logbook(EARLY, LESSON), TITLES, "rsk") is EARLY
    with pytest.raises(AmbiguousWord):
        entry_meant(LOGBOOK, TITLES, "rsk")
