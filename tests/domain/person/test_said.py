"""What is said of oneself, and what of it holds when something newer is said."""

from datetime import date

import pytest

from pmcareer.domain.person.person import person_of

from builders import TODAY, a_curriculum, a_detour, a_logbook, a_profile, a_role

MAP = a_curriculum(a_role("lead"), a_role("office"), a_detour("stint"))


def somebody(*entries):
    return person_of(MAP, a_logbook(*entries), TODAY)


@pytest.mark.parametrize("word", ["since", "looking", "route"])
def test_what_was_said_can_be_taken_back(word):
    value = "direct" if word == "route" else date(2026, 1, 1)
    person = somebody(
        a_profile(role="lead", **{word: value}, on="2026-02-01"), a_profile(**{word: "none"})
    )

    assert word not in person.says
    assert person.posts == ()


@pytest.mark.parametrize(
    ("newer", "outdated"),
    [
        ({"role": "office"}, {"since", "looking", "route"}),
        ({"target": "office"}, {"route"}),
        ({"role": "lead"}, set()),
    ],
    ids=["another role", "another target", "the same role"],
)
def test_a_newer_word_takes_back_what_held_for_the_one_before(newer, outdated):
    said = {"since": date(2026, 1, 1), "looking": date(2026, 1, 2), "route": "direct"}
    first = a_profile(role="lead", target="lead", **said, on="2026-02-01")
    person = somebody(first, a_profile(**newer, id="newer"))

    assert said.keys() - person.says.keys() == outdated


def test_a_detour_said_with_no_role_before_it_leaves_the_role_unsaid():
    person = somebody(a_profile(role="stint"))

    assert (person.role, person.held, person.post.id) == (None, None, "stint")
