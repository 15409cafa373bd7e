"""A mentor who was named: when one spoke last, and what to ask next."""

from datetime import date

import pytest

from pmcareer.domain.coaching.mentoring import mentor_of, to_ask
from pmcareer.domain.coaching.prompts import due_prompts, question_of
from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.planner import Planner

from builders import (
    a_curriculum,
    a_logbook,
    a_profile,
    a_prompt,
    a_role,
    a_saying,
    a_step,
    an_answer,
    an_exercise,
    did,
    finished,
    picked,
)

MENTOR = a_saying("mentor", an_answer("named"), an_answer("none"), otherwise="named")
WHEN = a_prompt(
    "q17",
    text="When did you last speak with {mentor}?",
    when=("eight-weekly",),
    of_mentor=True,
    answers=(
        an_answer("lately", meets=True),
        an_answer("longer"),
        an_answer("lost", loses=True),
    ),
)
ROLES = a_role("starter"), a_role("lead", needs={"risk": 2})
CURRICULUM = a_curriculum(
    an_exercise("rsk-01"),
    an_exercise("rsk-02"),
    *ROLES,
    WHEN,
    a_step("ask", **{"for": "search"}),
    profile=(MENTOR,),
)
NAMED = a_profile(mentor="Anna Berg", on="2026-06-01")
TODAY = date(2026, 11, 21)


def person(*entries, curriculum=CURRICULUM, today=TODAY):
    return person_of(curriculum, a_logbook(*entries), today)


@pytest.mark.parametrize("said", [{}, {"mentor": "none"}], ids=["nothing said", "a word"])
def test_without_a_name_there_is_no_mentor_and_nothing_is_asked(said):
    somebody = person(a_profile(target="lead", **said))
    assert mentor_of(somebody) is None
    assert to_ask(Planner(person=somebody)) is None
    assert due_prompts(somebody) == ()


def test_a_curriculum_that_asks_for_no_mentor_gives_them_no_rhythm():
    assert mentor_of(person(NAMED, curriculum=a_curriculum(an_exercise(), *ROLES))) is None


@pytest.mark.parametrize(
    ("entry", "met"),
    [
        (did("ask", on="2026-09-01", **{"with": "anna  berg"}), date(2026, 9, 1)),
        (finished(reviewed_by="Anna Berg", on="2026-09-02"), date(2026, 9, 2)),
        (picked("q17", "lately", on="2026-09-03"), date(2026, 9, 3)),
        (picked("q17", "longer", on="2026-09-03"), None),
        (did("ask", on="2026-09-01", **{"with": "Ben"}), None),
    ],
    ids=["a step with them", "a review by them", "said so", "said otherwise", "somebody else"],
)
def test_the_last_talk_is_the_last_of_which_anything_is_on_record(entry, met):
    assert mentor_of(person(NAMED, entry)).met_on == met


def test_who_has_lost_touch_has_no_mentor_until_they_speak_again():
    lost = picked("q17", "lost", on="2026-09-03")
    assert mentor_of(person(NAMED, picked("q17", "lately", on="2026-08-01"), lost)) is None
    again = picked("q17", "lately", on="2026-10-01")
    assert mentor_of(person(NAMED, lost, again)).met_on == date(2026, 10, 1)
    anew = a_profile(mentor="Anna Berg", on="2026-09-03")
    assert mentor_of(person(NAMED, lost, anew)).name == "Anna Berg"


@pytest.mark.parametrize(
    ("today", "is_due"), [(date(2026, 10, 26), False), (date(2026, 10, 27), True)]
)
def test_after_eight_weeks_without_a_word_one_is_asked_by_name(today, is_due):
    somebody = person(NAMED, picked("q17", "lately", on="2026-09-01"), today=today)
    assert [each.text for each in due_prompts(somebody)] == [
        "When did you last speak with Anna Berg?"
    ] * is_due
    assert question_of(somebody, WHEN).is_due == is_due


def test_what_was_handed_over_since_is_shown_first():
    handed_over = finished("rsk-01", on="2026-11-01")
    planner = Planner(person=person(NAMED, a_profile(target="lead"), handed_over))
    assert to_ask(planner).text.startswith('Show what came of "About rsk-01" (rsk-01)')
    seen = handed_over.model_copy(update={"reviewed_by": "Anna Berg"})
    planner = Planner(person=person(NAMED, a_profile(target="lead"), seen))
    assert to_ask(planner).text == 'Ask how they would go about "About rsk-02" (rsk-02).'


def test_with_nothing_left_to_study_one_asks_about_the_step_or_what_they_would_do():
    done = [finished(name, on="2026-05-01", id=name) for name in ("rsk-01", "rsk-02")]
    entries = *done, a_profile(target="lead", on="2026-05-01"), NAMED
    asked = to_ask(Planner(person=person(*entries)))
    assert asked.text == 'Ask whom to speak to about "Step ask" (ask).'
    curriculum = a_curriculum(an_exercise("rsk-01"), *ROLES, profile=(MENTOR,))
    asked = to_ask(Planner(person=person(*entries, curriculum=curriculum)))
    assert asked.text == "Ask what they would do next in your place."
