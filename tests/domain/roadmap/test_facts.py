"""Facts of somebody who follows a curriculum of their own: its keys say what counts, not its ids."""

from datetime import timedelta
from itertools import product

import pytest

from pmcareer.domain.ground.conditions import conditions_of
from pmcareer.domain.person.person import person_of
from pmcareer.domain.roadmap.facts import holds_for, value_of

from builders import (
    TODAY,
    a_certification,
    a_curriculum,
    a_job_step,
    a_logbook,
    a_move,
    a_practice,
    a_profile,
    a_role,
    a_skill,
    an_exercise,
    assessed,
    certified,
    closed,
    did,
    experience,
    finished,
    practised,
)

OWN = a_curriculum(
    a_skill("soldering", counts_as="technical"),
    a_skill("journals", counts_as="reading"),
    a_skill("risk"),
    an_exercise("talk-1", counts_as="contacts"),
    an_exercise("read-1", skill="journals"),
    a_role("helper", in_team=True, work=("technical",)),
    a_role("foreman", in_team=True, work=("technical", "people")),
    a_role("boss"),
    a_practice("page", counts_as="reading"),
    a_job_step("call", counts_as="contacts", replaces=("phone",)),
    a_job_step("list", counts_as="employers"),
    a_job_step("send", counts_as="applications"),
    a_certification("licence", experience=({"work": "leading", "months": 10},)),
    default_role="helper",
    default_target="boss",
)


def ago(days):
    return TODAY - timedelta(days=days)


def on_site(**said):
    return a_profile(on="2026-01-01", **said)


LARGE = on_site(role="foreman", background="technical", projects="large-complex")
LED = experience("leading", ago(152), TODAY)
TRADED = experience("business", ago(152), TODAY)


@pytest.mark.parametrize(
    ("fact", "entries", "value"),
    [
        pytest.param("self_technical", [assessed("soldering", 4)], 4, id="a technical skill"),
        pytest.param("self_technical", [assessed("soldering", 0)], 0, id="none of it, and known"),
        pytest.param("self_technical", [assessed("risk", 4)], None, id="no technical skill"),
        pytest.param("pm_contacts", [finished("talk-1"), did("phone"), did("list")], 2, id="talks"),
        pytest.param("applications", [did("send"), did("call")], 1, id="letters sent"),
        pytest.param("small_firms_listed", [did("list")], True, id="an employer listed"),
        pytest.param("small_firms_listed", [did("send")], False, id="no employer listed"),
        pytest.param("thl_idle_days", [finished("talk-1", on=ago(9))], 9, id="never read"),
        pytest.param(
            "thl_idle_days", [finished("talk-1", on=ago(9)), practised("page", on=ago(3))], 3,
            id="a page read",
        ),
        pytest.param(
            "thl_idle_days", [finished("talk-1", on=ago(9)), finished("read-1", on=ago(2))], 2,
            id="an exercise of reading",
        ),
        pytest.param("one_hat", [LARGE], True, id="who leads technicians wears two hats"),
        pytest.param("new_to_team", [experience("technical", ago(20))], True, id="new in a team"),
        pytest.param(
            "new_to_team", [on_site(role="boss"), experience("technical", ago(20))], False,
            id="new, and in no team",
        ),
        pytest.param("months_to_licence", [TRADED], None, id="no month of leading yet"),
        pytest.param("months_to_licence", [LED], 5.0, id="half of the months"),
        pytest.param("months_to_licence", [LED, certified("licence")], None, id="held already"),
        pytest.param("months_to_passport", [LED], None, id="no such certificate"),
        pytest.param("months_business", [TRADED], 5.0, id="months of a kind of work"),
        pytest.param("months_leisure", [TRADED], None, id="no such kind of work"),
        pytest.param("level_risk", [assessed("risk", 3)], 3, id="a skill's level"),
        pytest.param("level_luck", [], None, id="no such skill"),
        pytest.param("months", [TRADED], None, id="of nothing in particular"),
        pytest.param("weather", [], None, id="a fact that nobody knows"),
    ],
)  # fmt: skip
def test_a_fact_counts_what_the_curriculum_says_it_does(fact, entries, value):
    found = value_of(person_of(OWN, a_logbook(*entries), TODAY), fact)
    assert (round(found, 0) if isinstance(found, float) else found) == value


def weeks_of_only_study(*entries, today=TODAY):
    person = person_of(OWN, a_logbook(*entries), today)
    return value_of(person, "only_study_weeks")


def test_a_week_without_study_ends_the_weeks_of_only_study():
    monday = TODAY - timedelta(days=TODAY.weekday())
    weeks = [monday - timedelta(days=7 * ago) for ago in range(1, 6)]
    studied = [finished("read-1", on=day) for day in weeks]
    assert weeks_of_only_study(*studied) == 5
    # Five weeks, and the third of them was empty.
    assert weeks_of_only_study(*studied[:2], *studied[3:]) == 2
    assert weeks_of_only_study(*studied, today=monday + timedelta(days=8)) == 0


def test_two_exercises_on_one_day_long_ago_are_no_weeks_of_study():
    day = TODAY - timedelta(days=105)
    assert weeks_of_only_study(finished("read-1", on=day), finished("talk-1", on=day)) == 0


def test_a_project_closed_begins_the_weeks_of_only_study_anew():
    monday = TODAY - timedelta(days=TODAY.weekday())
    weeks = [monday - timedelta(days=7 * ago) for ago in range(1, 6)]
    studied = [finished("read-1", on=day) for day in weeks]
    assert weeks_of_only_study(*studied, closed("Move", on=weeks[3])) == 3


class TestReadinessByItsBounds:
    """What certificates would help is looked up only where they decide."""

    PAPER = a_certification("licence")
    MOVE = a_move("starter", "boss", certificates=("licence",))
    HALF = assessed("risk", 2)
    LIMITS = (0, 44, 45, 46, 49, 50, 51, 55, 56, 100)

    def person(self, *entries, moves=(MOVE,)):
        role = a_role("boss", needs={"risk": 4})
        mine = a_curriculum(a_skill("risk"), a_role("starter"), role, *moves, self.PAPER)
        return person_of(mine, a_logbook(a_profile(target="boss"), *entries), TODAY)

    @pytest.mark.parametrize(
        ("entries", "moves", "value"),
        [
            pytest.param([], (MOVE,), 45, id="one that helps is not held"),
            pytest.param([], (), 50, id="none would help"),
            pytest.param([certified("licence")], (MOVE,), 55, id="one is held"),
        ],
    )
    def test_a_condition_holds_just_as_by_the_whole_of_it(self, entries, moves, value):
        whole = value_of(self.person(self.HALF, *entries, moves=moves), "readiness")
        assert whole == pytest.approx(value)
        for sign, limit in product(("<", "<=", ">", ">="), self.LIMITS):
            # Somebody else each time, of whom nothing has been worked out.
            person = self.person(self.HALF, *entries, moves=moves)
            [condition] = conditions_of([f"readiness {sign} {limit}"])
            assert holds_for(person, [condition]) == condition.holds_at(whole), condition
