"""Because you said ...: of an answer that is said alone which is in force in this plan."""

import pytest

from pmcareer.domain.coaching.because import because_of
from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.choice import choice_of
from pmcareer.domain.plan.planner import Planner

from builders import (
    TODAY,
    a_curriculum,
    a_gate,
    a_logbook,
    a_move,
    a_planner,
    a_practice,
    a_profile,
    a_prompt,
    a_role,
    a_saying,
    an_advice,
    an_answer,
    an_exercise,
    assessed,
    by_way_of_a_post,
    finished,
    picked,
)

EXERCISES = an_exercise("rsk-01"), an_exercise("pln-01", skill="planning")
ROLES = (
    a_role("starter"),
    a_role("junior"),
    a_role("lead", needs={"risk": 2, "planning": 2}, search=(2, 4, 8)),
    a_move("starter", "junior"),
    a_move("junior", "lead"),
)


def said(*entries, items=(), go=None, **effects):
    """Say what is in force of the one answer that was picked."""
    prompt = a_prompt("q01", answers=(an_answer("yes", go=go, **effects),))
    planner = a_planner(
        a_profile(role="starter", target="lead"),
        picked("q01", "yes"),
        *entries,
        items=(*EXERCISES, *ROLES, an_exercise("tec-01", skill="depth"), prompt, *items),
    )
    return [each.text for each in because_of(planner.for_today)]


QUOTE = 'Because you said "About yes": '


@pytest.mark.parametrize(
    ("effects", "words"),
    [
        ({"weights": {"risk": 1.1, "planning": 1.4}}, "planning (pln-01) earlier"),
        ({"weights": {"risk": 0.8}}, "risk (rsk-01) later"),
        ({"levels": {"risk": 2}}, "risk 2 taken for granted"),
        ({"stands": {"starter": {"risk": 1}}}, "you are taken to stand at risk 1"),
        ({"search": 1.2}, "searches 1.2 times as long"),
        ({"width": 1.5}, "what others decide 1.5 times as uncertain"),
        ({"first": ["pln-01"]}, "pln-01 first to study"),
        ({"asks": ["tec-01"]}, "tec-01 asked for"),
        ({"prefer": ["junior"]}, "ways through About junior preferred"),
        ({"minutes": 20}, "study in pieces of 20 minutes, with the hours of the week as they are"),
        ({"profile": {"hours_per_week": 4}}, "4 hours a week"),
        ({"profile": {"looking": True}}, "you look for a post"),
        ({"profile": {"nearer": True}}, "About junior is the target"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_an_effect_that_is_in_force_is_said(effects, words):
    assert said(**effects) == [f"{QUOTE}{words}."]


@pytest.mark.parametrize(
    "effects",
    [
        {"weights": {"depth": 1.2}},
        {"weights": {"risk": 1.0}},
        {"weights": {"risk": 1.4}},
        {"first": ["rsk-01"]},
        {"minutes": 200},
        {"profile": {"without": "all"}},
        {"stands": {"lead": {"risk": 1}}},
        {"gates": 1.2},
        {"detours": 0.8},
        {"first": ["tec-01"]},
        {"prefer": ["lead"]},
        {},
    ],
    ids=[
        "a skill that is not studied",
        "a weight of one",
        "a skill that comes first without it",
        "an exercise that comes first without it",
        "pieces as long as the day",
        "detours where there are none",
        "another role",
        "no gate that others decide",
        "no detour",
        "an exercise that is not asked for",
        "the target itself",
        "no effect at all",
    ],
)
def test_an_effect_that_finds_nothing_to_change_is_not_said(effects):
    assert said(**effects) == []


def test_a_level_that_is_rated_or_reached_is_not_taken_for_granted():
    assert said(assessed("risk", 1), levels={"risk": 2}) == []
    assert said(finished("rsk-01"), levels={"risk": 2}) == []


def test_an_exercise_that_is_done_is_not_said_to_come_first():
    assert said(finished("pln-01"), first=["pln-01"]) == []


def test_what_a_newer_word_of_the_profile_overtook_is_not_said():
    newer = a_profile(hours_per_week=6, id="newer")
    assert said(newer, profile={"hours_per_week": 4}) == []


def test_advice_and_habits_are_said_unless_they_are_muted_or_others_were_picked():
    others = [a_practice(f"h1{number}") for number in range(3)]
    items = an_advice("r01", when=("role = other",)), *others, a_practice("h01")
    effects = {"advice": ["r01"], "practices": ["h01"]}
    assert said(items=items, **effects) == [f"{QUOTE}advice r01; h01 proposed as a habit."]
    picked_and_muted = a_profile(muted=("r01",), practices=("h01",), id="muted")
    assert said(picked_and_muted, items=items, **effects) == []


def test_gates_of_others_and_detours_are_said_where_the_way_has_them():
    gate = a_gate("yes", kind="confirmed", months=(1, 2, 4))
    roles = by_way_of_a_post(a_gate("business", work="business"), gate)
    prompt = a_prompt("q01", answers=(an_answer("yes", gates=1.5, detours=0.5),))
    planner = a_planner(
        a_profile(role="junior", target="senior"),
        picked("q01", "yes"),
        items=(an_exercise(), *_found_by_asking(roles), a_move("junior", "senior"), prompt),
    )
    (reason,) = because_of(planner.for_today)
    assert "finding a detour 0.5 times as long; gates of others 1.5 times as long" in reason.text


def _found_by_asking(roles):
    for role in roles:
        yield role.model_copy(update={"search": (1, 2, 4)})


def test_a_word_of_the_profile_says_its_own_key():
    saying = a_saying("culture", an_answer("blame", weights={"planning": 1.4}))
    curriculum = a_curriculum(*EXERCISES, *ROLES, profile=(saying,))
    said_so = a_logbook(a_profile(culture="blame", target="lead"))
    planner = Planner(person=person_of(curriculum, said_so, TODAY))
    (reason,) = because_of(planner.for_today)
    assert (reason.id, reason.command) == ("culture", "pmcareer profile --culture WORD")


def test_a_way_that_an_answer_prefers_is_recommended_and_says_what_it_costs():
    long, short_ = a_move("starter", "junior", months=(20, 24, 30)), a_move("starter", "other")
    prompt = a_prompt("q01", answers=(an_answer("yes", prefer=["junior"]),))
    roles = (*ROLES[:3], a_role("other"), long, short_, a_move("junior", "lead"))
    items = (*EXERCISES, *roles, a_move("other", "lead", months=(6, 12, 20)), prompt)
    said_so = a_profile(role="starter", target="lead")
    assert a_planner(said_so, items=items).recommended.route.id == "via-other"
    planner = a_planner(said_so, picked("q01", "yes"), items=items)
    assert [each.route.id for each in planner.ranked] == ["via-junior", "via-other"]
    assert choice_of(planner).days > 100
