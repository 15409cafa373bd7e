from datetime import date

import pytest

from pmcareer.domain.person.levels import covered_levels, levels_of
from pmcareer.domain.person.person import Person, person_of

from builders import (
    TODAY,
    a_curriculum,
    a_logbook,
    a_profile,
    a_role,
    a_skill,
    an_exercise,
    assessed,
    experience,
    finished,
    worked,
)

LADDER = a_curriculum(
    a_skill("risk", work="hands-on"),
    an_exercise("rsk-01", level=2),
    an_exercise("rsk-02", level=2),
    an_exercise("rsk-03", level=3),
    an_exercise("rsk-04", level=2, core=False),
    an_exercise("rsk-05", level=4, core=False),
    an_exercise("rsk-06", level=5, core=False),
)
UP_TO_2 = (finished("rsk-01"), finished("rsk-02"))
UP_TO_3 = (*UP_TO_2, finished("rsk-03"))
A_YEAR = experience("hands-on", "2025-11-01", "2026-10-31")
TWO_YEARS = experience("leading", "2024-11-01", "2026-10-31")
UP_TO_4 = (*UP_TO_3, finished("rsk-05"), A_YEAR)


def somebody(*entries, curriculum=LADDER) -> Person:
    return person_of(curriculum, a_logbook(*entries), TODAY)


def level(*entries, curriculum=LADDER, skill="risk") -> int:
    return levels_of(somebody(*entries, curriculum=curriculum))[skill].level


@pytest.mark.parametrize(
    ("entries", "earned"),
    [
        pytest.param([], 0, id="nothing done"),
        pytest.param([worked("rsk-01", 600)], 0, id="worked on is not finished"),
        pytest.param([finished("rsk-04")], 1, id="the first exercise, whichever it is"),
        pytest.param([finished("rsk-01")], 1, id="one of two core exercises"),
        pytest.param([finished("rsk-03")], 1, id="a higher one without those below"),
        pytest.param(
            [finished("rsk-01"), finished("rsk-03"), finished("rsk-05"), A_YEAR],
            1,
            id="one core missing",
        ),
        pytest.param(UP_TO_2, 2, id="the core of level 2"),
        pytest.param(UP_TO_3, 3, id="the core of level 3"),
        pytest.param([*UP_TO_3, finished("rsk-05")], 3, id="exercises alone never lift above 3"),
        pytest.param([*UP_TO_3, A_YEAR], 3, id="months alone neither"),
        pytest.param(
            [*UP_TO_3, finished("rsk-05"), experience("hands-on", "2025-12-01", "2026-10-31")],
            3,
            id="11 months",
        ),
        pytest.param(
            [*UP_TO_3, finished("rsk-05"), experience("technical", "2000-01-01")],
            3,
            id="months of other work",
        ),
        pytest.param(UP_TO_4, 4, id="an exercise of level 4 and 12 months"),
        pytest.param([*UP_TO_4, TWO_YEARS, finished("rsk-06")], 4, id="nobody else has said so"),
        pytest.param(
            [*UP_TO_4, finished("rsk-06"), assessed("risk", 4, "peer")],
            4,
            id="12 months are too few for 5",
        ),
        pytest.param(
            [*UP_TO_4, TWO_YEARS, assessed("risk", 4, "peer")], 4, id="no exercise of level 5"
        ),
        pytest.param(
            [*UP_TO_4, TWO_YEARS, finished("rsk-06"), assessed("risk", 4, "manager")],
            5,
            id="24 months, and confirmed",
        ),
    ],
)
def test_a_level_is_earned_step_by_step(entries, earned):
    assert level(*entries) == earned


@pytest.mark.parametrize(
    "how",
    [{"mode": "simulated"}, {"part": "shadowed"}, {"mode": "simulated", "part": "led"}],
    ids=str,
)
def test_simulated_or_shadowed_work_lifts_to_two_at_most(how):
    done = [finished(name, **how) for name in ("rsk-01", "rsk-02", "rsk-03")]

    assert level(*done[:2]) == 2
    assert level(*done) == 2
    assert level(*done[:2], finished("rsk-03", part="supported")) == 3
    assert level(*UP_TO_3, A_YEAR, finished("rsk-05", **how)) == 3


def test_real_work_after_a_simulation_counts():
    twice = [
        finished("rsk-03", on="2026-11-01", mode="simulated"),
        finished("rsk-03", on="2026-11-02", mode="real"),
    ]

    assert level(*UP_TO_2, *twice) == 3


@pytest.mark.parametrize("at", [1, 2, 3])
def test_up_to_three_no_exercise_lifts_a_skill_above_its_own_level(at):
    curriculum = a_curriculum(an_exercise("rsk-01", level=at))

    assert level(finished("rsk-01"), curriculum=curriculum) == at


def test_simulations_alone_never_lift_above_two_where_level_three_has_no_core():
    curriculum = a_curriculum(
        an_exercise("rsk-01", level=2), an_exercise("rsk-02", level=3, core=False)
    )
    real, simulated = finished("rsk-02"), finished("rsk-02", mode="simulated")

    assert level(finished("rsk-01"), simulated, curriculum=curriculum) == 2
    assert level(finished("rsk-01"), real, curriculum=curriculum) == 3


def test_where_no_exercise_is_marked_core_the_skill_waits_for_all_of_them():
    curriculum = a_curriculum(
        an_exercise("rsk-01", level=2, core=False), an_exercise("rsk-02", level=2, core=False)
    )

    assert level(finished("rsk-01"), curriculum=curriculum) == 1
    assert level(finished("rsk-01"), finished("rsk-02"), curriculum=curriculum) == 2


def test_an_exercise_that_was_retired_keeps_the_level_that_it_earned():
    curriculum = a_curriculum(
        an_exercise("rsk-01", level=2), an_exercise("rsk-02", level=3, retired=True)
    )

    assert level(finished("rsk-01"), finished("rsk-02"), curriculum=curriculum) == 3


def test_level_four_without_an_exercise_of_its_own_needs_the_months_alone():
    curriculum = a_curriculum(a_skill("risk", work="hands-on"), an_exercise("rsk-01", level=3))

    assert level(finished("rsk-01"), A_YEAR, curriculum=curriculum) == 4


def test_a_retired_exercise_keeps_what_it_earned_and_is_asked_of_nobody():
    curriculum = a_curriculum(
        a_skill("risk", work="hands-on"),
        an_exercise("rsk-01", level=3),
        an_exercise("rsk-02", level=2, retired=True),
        an_exercise("rsk-05", level=4, core=False, retired=True),
        an_exercise("rsk-07", level=4, core=False),
    )

    assert level(finished("rsk-02"), curriculum=curriculum) == 1
    assert level(finished("rsk-01"), curriculum=curriculum) == 3
    assert level(finished("rsk-01"), finished("rsk-05"), A_YEAR, curriculum=curriculum) == 4


@pytest.mark.parametrize(
    ("ratings", "level_then"),
    [
        pytest.param([assessed("risk", 5)], 3, id="one's own word counts up to 3"),
        pytest.param([assessed("risk", 2)], 2, id="and below it as it is"),
        pytest.param([assessed("risk", 5, "manager")], 5, id="a manager's word is not capped"),
        pytest.param(
            [assessed("risk", 5, "certificate"), assessed("risk", 1)], 5, id="the highest source"
        ),
        pytest.param(
            [
                assessed("risk", 4, "peer", on="2026-01-01"),
                assessed("risk", 2, "peer", on="2026-02-01"),
            ],
            2,
            id="the newest of each source",
        ),
    ],
)
def test_what_was_assessed_counts_by_source(ratings, level_then):
    assert level(*ratings) == level_then


def test_the_highest_of_earned_and_assessed_counts():
    assert level(*UP_TO_3, assessed("risk", 1, "manager")) == 3
    assert level(*UP_TO_2, assessed("risk", 3)) == 3


MAP = a_curriculum(
    an_exercise("rsk-01", level=4),
    an_exercise("ben-01", skill="benefits", level=3),
    an_exercise("pri-01", skill="prioritisation", level=3),
    a_role("starter"),
    a_role("pmo-manager", needs={"risk": 4, "benefits": 3, "prioritisation": 3}),
    a_role("portfolio-pmo", needs={"risk": 4}),
)


def test_a_stated_role_is_taken_to_stand_at_its_own_needs_but_for_the_services_it_does_not_name():
    person = somebody(
        a_profile(role="pmo-manager", pmo_services=("benefits", "governance")), curriculum=MAP
    )

    assert {name: found.level for name, found in levels_of(person).items()} == {
        "risk": 4,
        "benefits": 3,
        "prioritisation": 0,
    }
    assert covered_levels(person) == {"risk": 4, "benefits": 3}


def test_nothing_is_assumed_of_somebody_without_a_role():
    assert covered_levels(somebody(curriculum=MAP)) == {}


@pytest.mark.parametrize(
    ("rating", "covered"),
    [
        pytest.param(assessed("risk", 2, "manager"), 2, id="lower"),
        pytest.param(assessed("risk", 5, "manager"), 5, id="higher"),
        pytest.param(assessed("risk", 5), 3, id="by oneself"),
    ],
)
def test_an_assessment_replaces_what_the_role_lets_assume(rating, covered):
    person = somebody(a_profile(role="pmo-manager"), rating, curriculum=MAP)

    assert covered_levels(person)["risk"] == covered
    assert levels_of(person)["risk"].level == covered


def test_an_assessment_of_yesterday_was_not_known_the_day_before():
    person = person_of(
        MAP, a_logbook(assessed("risk", 4, "peer", on="2026-11-20")), date(2026, 11, 19)
    )

    assert levels_of(person)["risk"].level == 0


WITHOUT_4 = a_curriculum(a_skill("risk", work="hands-on"), an_exercise("rsk-03", level=3))
RATED_3 = assessed("risk", 3, by="manager")
A_WORD = assessed("risk", 4, by="peer", id="a-word")


@pytest.mark.parametrize(
    ("entries", "wanted"),
    [
        pytest.param([RATED_3], 3, id="rated alone"),
        pytest.param([A_YEAR], 0, id="months alone"),
        pytest.param([RATED_3, A_YEAR], 4, id="rated 3, and a year of the work"),
        pytest.param([finished("rsk-03"), A_YEAR], 4, id="earned 3, and a year of the work"),
        pytest.param([RATED_3, TWO_YEARS], 4, id="two years, and nobody's word for 5"),
        pytest.param([RATED_3, TWO_YEARS, A_WORD], 5, id="two years and somebody's word"),
    ],
)
def test_levels_without_an_exercise_come_by_months_once_level_3_is_earned_or_rated(entries, wanted):
    assert level(*entries, curriculum=WITHOUT_4) == wanted


def test_an_exercise_of_level_4_has_to_be_done_however_many_months_there_are():
    assert level(RATED_3, TWO_YEARS) == 3
    assert level(RATED_3, TWO_YEARS, finished("rsk-05")) == 4
