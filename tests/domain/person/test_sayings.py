"""What answers say of the profile, on their own day and as long as they count."""

from datetime import date

import pytest

from pmcareer.domain.person.person import person_of

from builders import (
    TODAY,
    a_curriculum,
    a_detour,
    a_logbook,
    a_move,
    a_profile,
    a_prompt,
    a_role,
    an_answer,
    an_exercise,
    picked,
    worked,
)

ROLES = (
    a_role("starter"),
    a_role("junior"),
    a_role("tech-pm", needs={"risk": 2}),
    a_detour("stint"),
    a_detour("post"),
    a_move("starter", "junior"),
    a_move("junior", "tech-pm"),
)


def says(*entries, several=False, **answers):
    """What is said by whoever has these entries, and may pick from these answers to q01."""
    offered = tuple(an_answer(name, profile=profile) for name, profile in answers.items())
    prompt = a_prompt("q01", answers=offered, several=several)
    curriculum = a_curriculum(an_exercise(), *ROLES, prompt, default_role="starter")
    return person_of(curriculum, a_logbook(*entries), TODAY).says


YES = picked("q01", "yes", on="2026-11-10")


def test_an_answer_says_it_in_the_profile_until_a_newer_word_or_another_answer():
    before, after = (a_profile(projects="mixed", on=day) for day in ("2026-11-01", "2026-11-20"))
    large = {"projects": "large-complex"}
    assert says(before, YES, yes=large)["projects"] == "large-complex"
    assert says(before, YES, after, yes=large)["projects"] == "mixed"
    other = picked("q01", "no", on="2026-11-11")
    assert says(before, YES, other, yes=large, no={})["projects"] == "mixed"


def test_several_services_are_said_together():
    answers = {"a": {"pmo_services": ["benefits"]}, "b": {"pmo_services": ["reporting"]}}
    said = says(picked("q01", "a,b"), several=True, **answers)
    assert said["pmo_services"] == ("benefits", "reporting")


def test_a_word_of_the_situation_is_added_to_those_that_are_there():
    before = a_profile(context="alone", on="2026-11-01")
    assert says(before, YES, yes={"context": "break"})["context"] == "alone, break"


def test_detours_are_left_out_and_welcome_again():
    assert says(YES, yes={"without": "all"})["without"] == ("stint", "post")
    before = a_profile(without=("stint", "post"), on="2026-11-01")
    assert says(before, YES, yes={"offers": "post"})["without"] == ("stint",)


def test_one_looks_for_a_post_since_the_day_of_the_answer_or_the_one_that_was_said():
    assert says(YES, yes={"looking": True})["looking"].isoformat() == "2026-11-10"
    before = a_profile(looking=date(2026, 10, 1), on="2026-11-01")
    assert says(before, YES, yes={"looking": True})["looking"].isoformat() == "2026-10-01"


@pytest.mark.parametrize(
    ("profile", "target"),
    [({"nearer": True}, "junior"), ({"target": {"tech-pm": "junior"}}, "junior")],
    ids=["the next role on the way", "another role by name"],
)
def test_another_target_comes_first(profile, target):
    assert says(YES, yes=profile)["target"] == target


def test_another_target_is_meant_for_one_target_alone():
    before = a_profile(target="junior", on="2026-11-01")
    assert says(before, YES, yes={"target": {"tech-pm": "starter"}})["target"] == "junior"


def test_hours_as_kept_are_those_of_the_four_weeks_before():
    weeks = [worked("rsk-01", 240, on=day) for day in ("2026-10-20", "2026-10-27", "2026-11-03")]
    assert says(*weeks, YES, yes={"hours_per_week": "as-kept"})["hours_per_week"] == 4
    assert "hours_per_week" not in says(YES, yes={"hours_per_week": "as-kept"})
    assert says(YES, yes={"hours_per_week": 5})["hours_per_week"] == 5
