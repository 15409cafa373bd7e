from datetime import timedelta

import pytest

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.person.person import Person, person_of
from pmcareer.domain.roadmap.asked import Asker

from builders import (
    TODAY,
    a_curriculum,
    a_logbook,
    a_move,
    a_profile,
    a_role,
    an_exercise,
    assessed,
    finished,
)


def somebody(curriculum, *entries) -> Person:
    return person_of(curriculum, a_logbook(*entries), TODAY)


def asked(curriculum, *entries, role="tech-pm", move=None) -> list[str]:
    return list(Asker(person=somebody(curriculum, *entries)).asked(curriculum.role[role], move))


def needing(level, *exercises, **role) -> Curriculum:
    return a_curriculum(
        *exercises, a_role("starter"), a_role("tech-pm", needs={"risk": level}, **role)
    )


@pytest.mark.parametrize(
    ("exercises", "level", "wanted"),
    [
        pytest.param(
            [("a", 2, True), ("b", 3, True), ("c", 4, True)], 3, "ab", id="the core up to the level"
        ),
        pytest.param(
            [("a", 2, True), ("b", 3, False), ("c", 3, True)],
            3,
            "ac",
            id="no others beside the core",
        ),
        pytest.param(
            [("a", 2, True), ("b", 3, False), ("c", 3, False)],
            3,
            "abc",
            id="others where level 3 has no core",
        ),
        pytest.param(
            [("a", 3, True), ("b", 4, False), ("c", 5, False)], 5, "abc", id="so at 4 and 5"
        ),
        pytest.param(
            [("a", 2, False), ("b", 1, False), ("c", 3, True)], 3, "c", id="but not below 3"
        ),
    ],
)
def test_a_need_asks_for(exercises, level, wanted):
    curriculum = needing(
        level, *(an_exercise(name, level=at, core=core) for name, at, core in exercises)
    )

    assert asked(curriculum) == list(wanted)


def test_what_is_asked_for_brings_what_it_requires_whatever_that_is():
    curriculum = needing(
        2,
        an_exercise("deep", skill="tools", core=False, level=5),
        an_exercise("near", skill="tools", core=False, requires=("deep",)),
        an_exercise("wanted", requires=("near",)),
    )

    assert asked(curriculum) == ["deep", "near", "wanted"]


def test_what_lies_behind_a_covered_exercise_is_not_asked_for():
    curriculum = needing(
        2,
        an_exercise("deep", skill="planning"),
        an_exercise("near", skill="tools", requires=("deep",)),
        an_exercise("wanted", requires=("near",)),
    )

    assert asked(curriculum, assessed("tools", 2)) == ["near", "wanted"]
    assert asked(curriculum, assessed("risk", 2)) == ["wanted"]


def test_a_role_and_a_move_ask_for_what_they_require():
    curriculum = needing(
        0,
        an_exercise("for-role"),
        an_exercise("for-move"),
        an_exercise("for-none"),
        requires=("for-role",),
    )

    assert asked(curriculum, move=a_move(requires=("for-move",))) == ["for-role", "for-move"]


def test_a_retired_exercise_is_asked_of_nobody():
    curriculum = needing(2, an_exercise("old", retired=True), an_exercise("new", requires=("old",)))

    assert asked(curriculum) == ["new"]


@pytest.mark.parametrize(
    ("background", "wanted"),
    [
        ("technical", ["for-all", "for-technical"]),
        ("business", ["for-all"]),
        (None, ["for-all", "for-technical"]),
    ],
    ids=["of them", "of nobody else", "of those who said nothing"],
)
def test_some_exercises_are_asked_of_one_background_only(background, wanted):
    curriculum = needing(
        2, an_exercise("for-all"), an_exercise("for-technical", background="technical")
    )

    assert asked(curriculum, a_profile(background=background or None)) == wanted


def covered(curriculum, *entries) -> set[str]:
    return set(Asker(person=somebody(curriculum, *entries)).covered)


def test_a_stated_role_covers_its_needs_and_what_it_requires_until_somebody_has_assessed():
    curriculum = a_curriculum(
        an_exercise("rsk-02"),
        an_exercise("rsk-03", level=3),
        an_exercise("prd-01", skill="product"),
        a_role("tech-pm", needs={"risk": 2}, requires=("prd-01", "rsk-03")),
        a_role("senior-pm"),
    )
    role = a_profile(role="tech-pm")

    assert covered(curriculum) == set()
    assert covered(curriculum, role) == {"rsk-02", "rsk-03", "prd-01"}
    assert covered(curriculum, role, assessed("product", 1)) == {"rsk-02", "rsk-03"}
    assert covered(curriculum, role, assessed("risk", 1)) == {"prd-01"}
    assert covered(curriculum, role, assessed("risk", 3)) == {"rsk-02", "rsk-03", "prd-01"}


SWAPPED = a_curriculum(
    an_exercise("gov-03", skill="governance", level=4),
    an_exercise("gov-04", skill="governance", level=4, requires=("gov-01",)),
    an_exercise("gov-01", skill="governance", core=False),
    an_exercise("prg-04", skill="programmes", requires=("prg-01",)),
    an_exercise("prg-01", skill="programmes"),
    a_role("starter"),
    a_role("tech-pm", needs={"governance": 4}, instead={"gov-04": "prg-04"}),
    a_role("office", needs={"governance": 4}),
)


def test_what_is_not_a_roles_own_work_is_replaced_with_what_that_requires():
    assert asked(SWAPPED) == ["gov-03", "prg-04", "prg-01"]
    assert asked(SWAPPED, role="office") == ["gov-03", "gov-04", "gov-01"]


def test_what_is_done_or_covered_is_replaced_by_nothing():
    assert asked(SWAPPED, finished("gov-04")) == ["gov-03", "gov-04", "gov-01"]
    assert asked(SWAPPED, assessed("governance", 4, by="manager")) == ["gov-03", "gov-04"]


CHAIN = needing(
    2,
    an_exercise("deep", skill="planning"),
    an_exercise("near", skill="tools", requires=("deep",)),
    an_exercise("wanted", requires=("near",)),
)
FOR_SOME = needing(2, an_exercise("for-all"), an_exercise("technical", background="technical"))
GROWN = a_curriculum(
    an_exercise("rsk-01"),
    an_exercise("rsk-02", level=3),
    an_exercise("rsk-06", level=3, core_since="2026.12"),
    a_role("starter"),
    a_role("tech-pm", needs={"risk": 4}),
    version="2026.12",
)


@pytest.mark.parametrize(
    ("curriculum", "news", "then", "now"),
    [
        pytest.param(
            CHAIN,
            [assessed("tools", 2)],
            ["deep", "near", "wanted"],
            ["near", "wanted"],
            id="level",
        ),
        pytest.param(
            SWAPPED,
            [finished("gov-04")],
            ["gov-03", "prg-04", "prg-01"],
            ["gov-03", "gov-04", "gov-01"],
            id="old work",
        ),
        pytest.param(
            FOR_SOME, [a_profile(background="business")], ["for-all", "technical"], ["for-all"]
        ),
        pytest.param(
            GROWN,
            [finished(name, curriculum="2026.11") for name in ("rsk-01", "rsk-02")],
            ["rsk-01", "rsk-02", "rsk-06"],
            ["rsk-01", "rsk-02"],
            id="an earlier edition",
        ),
    ],
)
def test_what_is_new_today_was_not_so_yesterday(curriculum, news, then, now):
    today = somebody(curriculum, *news)
    people = (today, today.as_of(TODAY - timedelta(days=1), ()))

    found = [Asker(person=each).asked(curriculum.role["tech-pm"], None) for each in people]
    assert [list(each) for each in found] == [now, then]
