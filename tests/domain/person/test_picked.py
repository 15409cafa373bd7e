"""Which answers count: the newest of each question, and the words of the profile."""

import pytest

from pmcareer.domain.person.person import person_of

from builders import (
    TODAY,
    a_curriculum,
    a_logbook,
    a_profile,
    a_prompt,
    a_saying,
    an_answer,
    an_exercise,
    answered,
    picked,
)

SLOW, FAST = an_answer("slow", gates=1.3), an_answer("fast", search=0.9)
PROMPT = a_prompt("q01", answers=(SLOW, FAST), changes="How long others take.")
CULTURE = a_saying("culture", an_answer("blame", search=1.2), yields_to=("q01",))
MENTOR = a_saying("mentor", an_answer("named"), an_answer("none"), otherwise="named")
CURRICULUM = a_curriculum(an_exercise(), PROMPT, profile=(CULTURE, MENTOR))


def counting(*entries, curriculum=CURRICULUM, today=TODAY):
    """Name the answers that count: "q01 slow"."""
    person = person_of(curriculum, a_logbook(*entries), today)
    return [f"{each.asked.id} {each.answer.id}" for each in person.given.answers]


def test_of_several_answers_to_a_question_the_newest_counts():
    first, second = picked("q01", "slow", on="2026-11-01"), picked("q01", "fast", on="2026-11-02")
    assert counting(first, second) == counting(second, first) == ["q01 fast"]


def test_a_text_takes_no_answer_back_and_an_answer_no_text():
    assert counting(picked("q01", "slow", on="2026-11-01"), answered("q01")) == ["q01 slow"]


def test_an_answer_that_is_cleared_counts_no_more():
    entries = picked("q01", "slow", on="2026-11-01"), picked("q01", "cleared", on="2026-11-02")
    assert counting(*entries) == []


def test_an_answer_that_nobody_knows_changes_nothing():
    assert counting(picked("q01", "gone"), picked("q99", "slow")) == []


def test_an_answer_to_a_question_that_was_renamed_counts():
    renamed = PROMPT.model_copy(update={"id": "pace", "replaces": ("q01",)})
    curriculum = a_curriculum(an_exercise(), renamed)
    assert counting(picked("q01", "slow"), curriculum=curriculum) == ["pace slow"]


@pytest.mark.parametrize(("day", "counts"), [("2026-11-12", True), ("2026-11-11", False)])
def test_an_answer_for_ten_days_counts_for_ten_days(day, counts):
    ten = a_prompt("q01", answers=(an_answer("slow", gates=1.3, days=10),))
    curriculum = a_curriculum(an_exercise(), ten)
    assert bool(counting(picked("q01", "slow", on=day), curriculum=curriculum)) == counts


def test_a_word_of_the_profile_is_an_answer_and_words_of_ones_own_are_none():
    assert counting(a_profile(culture="blame")) == ["culture blame"]
    assert counting(a_profile(culture="we blame each other a lot")) == []


def test_a_question_answered_goes_before_the_key_that_yields_to_it():
    assert counting(a_profile(culture="blame"), picked("q01", "slow")) == ["q01 slow"]


@pytest.mark.parametrize(
    ("said", "meant"), [("Anna Berg", "named"), ("none", "none")], ids=["a name", "a word"]
)
def test_any_other_text_can_mean_an_answer(said, meant):
    assert counting(a_profile(mentor=said)) == [f"mentor {meant}"]


def test_several_words_of_a_key_all_count():
    both = a_saying("context", an_answer("alone"), an_answer("large"), an_answer("public"))
    curriculum = a_curriculum(an_exercise(), profile=(both,))
    said = a_profile(context="alone, public")
    assert counting(said, curriculum=curriculum) == ["context alone", "context public"]
