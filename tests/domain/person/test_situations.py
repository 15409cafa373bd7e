import pytest

from pmcareer.domain.person.situations import (
    context_words,
    situations_of,
    with_situation,
    without_situation,
)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (None, ()),
        ("break", ("break",)),
        ("Contract, small-firm", ("contract",)),
        ("break; contract", ("contract", "break")),
        (("alone", "break"), ("break",)),
        ("I had a break in 2019", ()),
    ],
)
def test_only_words_of_their_own_are_situations(said, found):
    assert situations_of({} if said is None else {"context": said}) == found


def test_a_situation_is_added_to_what_was_said_once():
    assert with_situation({}, "break") == "break"
    assert with_situation({"context": "alone"}, "break") == "alone, break"
    assert with_situation({"context": "alone, break"}, "break") == "alone, break"


def test_a_situation_that_is_over_leaves_the_rest():
    assert without_situation({"context": "alone, Break"}, "break") == "alone"
    assert without_situation({"context": "break"}, "break") == "none"


def test_the_words_of_the_context_stand_by_themselves():
    assert context_words({"context": " alone ,contract; large"}) == ("alone", "contract", "large")
