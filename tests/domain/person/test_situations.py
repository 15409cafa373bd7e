from datetime import date, timedelta

import pytest

from pmcareer.domain.person.situations import (
    A_BREAK,
    as_lived,
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


@pytest.mark.parametrize(("days", "is_away"), [(A_BREAK - 1, False), (A_BREAK, True)])
def test_half_a_year_without_a_post_is_a_break_and_less_is_the_time_between_two(days, is_away):
    today = date(2026, 11, 21)
    says = {"role": "tech-pm", "left": today - timedelta(days=days)}
    assert (situations_of(as_lived(says, (), today)) == ("break",)) == is_away


def test_into_the_role_that_one_left_one_comes_back_from_the_first_day():
    today = date(2026, 11, 21)
    says = {"role": "tech-pm", "left": today - timedelta(days=20)}
    assert situations_of(as_lived({**says, "target": "tech-pm"}, (), today)) == ("break",)
    assert situations_of(as_lived({**says, "target": "senior-pm"}, (), today)) == ()
