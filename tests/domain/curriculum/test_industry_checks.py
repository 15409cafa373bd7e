"""Problems of industries: each is named with its key and its mend."""

import pytest

from pmcareer.domain.curriculum.industry_checks import industry_problems
from pmcareer.domain.curriculum.links import broken_links
from sweeps import of_each

from builders import a_curriculum, a_role, an_exercise, an_industry

WORDS = {"id": "rsk-01", "title": "Here", "deliverable": "It", "accept": ["It is there"]}


def curriculum_with(**keys):
    return a_curriculum(
        an_exercise("rsk-01"),
        an_exercise("rsk-09", retired=True),
        a_role("starter"),
        a_role("lead", needs={"risk": 2}, aliases=("site manager",)),
        an_industry(**keys),
    )


def said(look, **keys):
    found = look(curriculum_with(**keys))
    return [f"{each.key}: {each.message} {each.hint}" for each in found if each.table]


def test_a_sound_industry_has_no_problem():
    sound = {
        "needs": [{"skill": "risk", "most": 1}],
        "exercises": [WORDS],
        "adds": [{"exercise": "rsk-01", "roles": ["lead"]}],
        "names": ["Site manager"],
        "first": ["rsk-01"],
        "elsewhere": {"starter": "building"},
    }
    assert said(industry_problems, **sound) == said(broken_links, **sound) == []


@of_each(
    [
        ({"needs": [{"skill": "risks", "add": 1}]}, "needs: there is no skill 'risks'."),
        ({"needs": [{"skill": "risk", "add": 1, "roles": ["x"]}]}, "needs: there is no role 'x'."),
        ({"exercises": [WORDS | {"id": "rsk-1"}]}, "exercises: there is no exercise 'rsk-1'."),
        (
            {"adds": [{"exercise": "rsk-2", "roles": ["lead"]}]},
            "adds: there is no exercise 'rsk-2'.",
        ),
        ({"adds": [{"exercise": "rsk-01", "roles": ["x"]}]}, "adds: there is no role 'x'."),
        ({"first": ["rsk-02"]}, "first: there is no exercise 'rsk-02'."),
        ({"bridge": ["rsk-02"]}, "bridge: there is no exercise 'rsk-02'."),
        ({"anew": ["risks"]}, "anew: there is no skill 'risks'."),
        ({"certificates": ["pmp"]}, "certificates: there is no certification 'pmp'."),
        ({"default_target": "x"}, "default_target: there is no role 'x'."),
        ({"elsewhere": {"lead": "moon"}}, "elsewhere: there is no role or industry 'moon'."),
    ]
)
def test_an_id_that_is_nowhere_is_named(keys, told):
    (problem,) = said(broken_links, **keys)
    assert problem.startswith(told)


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({"needs": [{"skill": "risk"}]}, "needs: the rule for risk changes nothing. Say add,"),
        (
            {"needs": [{"skill": "risk", "least": 2, "most": 1}]},
            "needs: risk can't be at least 2 and at most 1. Make least the smaller one.",
        ),
        (
            {"needs": [{"skill": "risk", "add": 1}]},
            "needs: lead: it needs risk at level 3, and the exercises asked for end at level 2.",
        ),
        ({"exercises": [WORDS, WORDS]}, "exercises: 'rsk-01' is reworded twice. Keep one of them."),
        ({"first": ["rsk-09"]}, "first: 'rsk-09' is retired. Ask for what took its place,"),
        ({"bridge": ["rsk-09"]}, "bridge: 'rsk-09' is retired."),
        ({"adds": [{"exercise": "rsk-09", "roles": ["lead"]}]}, "adds: 'rsk-09' is retired."),
        ({"names": ["foreman"]}, "names: no role is called 'foreman'. Give a role this alias,"),
    ],
)
def test_what_would_mislead_is_named_with_its_mend(keys, told):
    (problem,) = said(industry_problems, **keys)
    assert problem.startswith(told)
