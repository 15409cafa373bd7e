"""`check` of frameworks: unknown ids both ways, and items that no part counts."""

import pytest

from pmcareer.domain.curriculum.framework_checks import framework_problems

from builders import a_curriculum, a_framework, an_exercise

PEOPLE = {"id": "people", "title": "People"}


def said(*items, exercise=(), **keys):
    outline = a_framework("pmp-2026", *items, **keys)
    own = an_exercise("rsk-01", frameworks=exercise)
    return [
        (each.key, each.message, each.hint)
        for each in framework_problems(a_curriculum(outline, own))
    ]


def test_a_sound_framework_has_no_problems():
    item = {"id": "p1", "domain": "people", "exercises": ("rsk-01",), "skills": {"risk": 3}}
    assert said(item, domains=(PEOPLE,), exercise=("pmp-2026:p1",)) == []


@pytest.mark.parametrize(
    ("item", "message", "hint"),
    [
        pytest.param(
            {"exercises": ("rsk-02",)},
            "item p1: there is no exercise 'rsk-02'.",
            "Did you mean 'rsk-01'?",
            id="an exercise",
        ),
        pytest.param(
            {"skills": {"risks": 2}},
            "item p1: there is no skill 'risks'.",
            "Did you mean 'risk'?",
            id="a skill",
        ),
        pytest.param(
            {"roles": ("tech-mp",)},
            "item p1: there is no role 'tech-mp'.",
            "Did you mean 'tech-pm'?",
            id="a role",
        ),
    ],
)
def test_an_item_that_names_what_is_not_there_gets_the_nearest(item, message, hint):
    assert said({"id": "p1"} | item) == [("items", message, hint)]


def test_an_exercise_that_names_no_item_gets_the_nearest():
    assert said({"id": "p1"}, exercise=("pmp-2025:p1",)) == [
        ("frameworks", "no framework has an item 'pmp-2025:p1'.", "Did you mean 'pmp-2026:p1'?")
    ]


def test_an_item_of_no_part_or_of_an_unknown_one_is_named():
    found = said({"id": "p1"}, {"id": "p2", "domain": "peopel"}, domains=(PEOPLE,))
    assert [message for _, message, _ in found] == [
        "item p1: it says no domain, so no part counts it.",
        "item p2: there is no domain 'peopel'.",
    ]


def test_items_and_parts_that_are_there_twice_are_named():
    item = {"id": "p1", "domain": "people"}
    found = said(item, item, domains=(PEOPLE, PEOPLE))
    assert [(key, message) for key, message, _ in found] == [
        ("domains", "'people' is there twice."),
        ("items", "'p1' is there twice."),
    ]
