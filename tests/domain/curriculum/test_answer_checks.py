"""Problems of answers: each is named with its answer and its mend."""

import pytest

from pmcareer.domain.curriculum.answer_checks import answer_problems

from builders import a_curriculum, a_detour, a_prompt, a_role, a_saying, an_answer, an_exercise


def said(*items, profile=()):
    curriculum = a_curriculum(
        an_exercise(), a_role("starter"), a_role(), a_detour("stint"), *items, profile=profile
    )
    return [f"{each.key}: {each.message} {each.hint}" for each in answer_problems(curriculum)]


def prompt_with(*answers, **keys):
    return a_prompt("q01", answers=answers, **keys)


def test_sound_answers_have_no_problems():
    sound = an_answer(weights={"risk": 1.2}, first=["rsk-01"], profile={"without": "all"})
    assert said(prompt_with(sound, changes="Much.")) == []


@pytest.mark.parametrize(
    ("effects", "told"),
    [
        ({"weights": {"risks": 1.2}}, "there is no skill 'risks'. Did you mean 'risk'?"),
        ({"levels": {"risks": 2}}, "there is no skill 'risks'."),
        ({"stands": {"start": {"risk": 2}}}, "there is no role 'start'."),
        ({"stands": {"starter": {"risks": 2}}}, "there is no skill 'risks'."),
        ({"first": ["rsk-1"]}, "there is no exercise 'rsk-1'. Did you mean 'rsk-01'?"),
        ({"asks": ["rsk-1"]}, "there is no exercise 'rsk-1'."),
        ({"advice": ["r01"]}, "there is no advice 'r01'."),
        ({"practices": ["h01"]}, "there is no practice 'h01'."),
        ({"prefer": ["start"]}, "there is no role 'start'."),
        ({"profile": {"without": "starter"}}, "'starter' is no detour. Name a detour"),
        ({"profile": {"target": {"tech-pm": "boss"}}}, "there is no role 'boss'."),
    ],
    ids=lambda value: None if isinstance(value, dict) else value[:30],
)
def test_an_effect_that_names_nothing_is_told(effects, told):
    (problem,) = said(prompt_with(an_answer("slow", **effects)))
    assert problem.startswith(f"answers: answer slow: {told}")


def test_a_name_that_is_there_twice_or_taken_is_told():
    twice, taken = said(prompt_with(an_answer("a"), an_answer("a"), an_answer("cleared")))
    assert "answer a: this id is there twice" in twice
    assert "'cleared' takes an answer back" in taken


def test_a_promise_that_no_answer_keeps_is_told():
    (problem,) = said(prompt_with(an_answer("a"), changes="Everything."))
    assert "no answer has effects" in problem
    assert said(prompt_with(changes="Everything.")) == []


@pytest.mark.parametrize(
    ("saying", "told"),
    [
        (a_saying("cultures"), "id: 'cultures' is no such key of the profile. Keys are culture."),
        (a_saying("projects", an_answer("huge")), "answer huge: the profile never says that."),
        (
            a_saying("culture", an_answer("slow", profile={"looking": True})),
            "answer slow: a word of the profile says nothing else of it.",
        ),
        (a_saying("mentor", otherwise="named"), "otherwise: there is no answer 'named'."),
    ],
    ids=["an unknown key", "a word that it never says", "one that says more", "no such answer"],
)
def test_a_word_that_no_profile_can_hold_is_told(saying, told):
    (problem,) = said(profile=(saying,))
    assert told in problem
