import pytest

from pmcareer.domain.words.entry_lookup import entry_meant
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
        (LATE.id, "20 Nov 2026, finished: Living risk register"),
        (EARLY.id, "2 Nov 2026, finished: Living risk register"),
    ]
    assert f"{LATE.id} (20 Nov 2026, finished: Living risk register)" in refused.value.hint
    assert refused.value.question == "Which entry is 'register'?"


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


def test_the_start_of_the_id_of_what_it_is_about_is_enough():
    assert entry_meant(a_logbook(EARLY, LESSON), TITLES, "rsk") is EARLY
    with pytest.raises(AmbiguousWord):
        entry_meant(LOGBOOK, TITLES, "rsk")
