"""What a story is taken to answer, and what it still lacks."""

import pytest

from pmcareer.domain.coaching.stories import QUESTIONS, questions_of, remarks_on
from pmcareer.domain.ground.vocabulary import STAR_QUESTIONS
from pmcareer.storage.curriculum.reading import read_curriculum

from builders import a_story

SHIPPED = read_curriculum(None)


@pytest.mark.parametrize(
    ("told", "question"),
    [
        pytest.param(
            "Two leads disagreed in front of the customer's lawyer.",
            "conflict",
            id="two who disagree",
        ),
        pytest.param("The release failed twice.", "failure", id="what failed"),
        pytest.param(
            "I convinced a head of sales I had no say over.", "influence", id="somebody won over"
        ),
        pytest.param("We had six weeks to the deadline.", "deadline", id="a deadline"),
        pytest.param("Half way, the scope doubled.", "change", id="a scope that grew"),
        pytest.param("I had put the supplier on the list of risks.", "risk", id="a risk"),
        pytest.param("The sponsor had lost interest.", "stakeholder", id="a sponsor"),
        pytest.param("I measured it for two weeks first.", "data", id="a measurement"),
    ],
)
def test_words_say_which_question_a_story_answers(told, question):
    assert question in questions_of(SHIPPED, a_story(situation=told))


@pytest.mark.parametrize(
    ("skill", "question"),
    [
        ("risk", "risk"),
        ("stakeholders", "stakeholder"),
        ("influence", "influence"),
        ("metrics", "data"),
    ],
)
def test_a_skill_says_so_too(skill, question):
    assert questions_of(SHIPPED, a_story(skills=(skill,))) == {question: skill}


def test_a_story_about_nothing_in_particular_answers_nothing():
    assert questions_of(SHIPPED, a_story()) == {}


def test_the_questions_stand_in_the_order_of_their_set():
    assert tuple(QUESTIONS) == STAR_QUESTIONS


@pytest.mark.parametrize(
    "result", ["3 % under budget", "Half the calls", "Twice as fast", "Live after 9 weeks"]
)
def test_a_number_may_be_a_word(result):
    assert not any("number" in remark for remark in remarks_on(a_story(result=result)))


def test_a_word_that_holds_an_i_is_no_i():
    assert any('"I"' in remark for remark in remarks_on(a_story(action="It was IT who did it")))
    assert not any('"I"' in remark for remark in remarks_on(a_story(action="Then I asked")))


def test_too_long_a_story_is_told_how_much_to_cut():
    assert "The story has 403 words; two minutes take 200 to 320, so cut 83." in remarks_on(
        a_story(situation="so " * 400)
    )
