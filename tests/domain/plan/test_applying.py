from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.applying import applying_of
from pmcareer.domain.plan.planner import Planner

from builders import (
    TODAY,
    a_curriculum,
    a_detour,
    a_gate,
    a_logbook,
    a_move,
    a_profile,
    a_role,
    an_exercise,
    experience,
    finished,
)


def exact(months):
    return (months, months, months)


def applying(*entries, detours=(), months=6, role="starter", **target):
    curriculum = a_curriculum(
        an_exercise(hours=exact(100)),
        a_role("starter", work=("technical",)),
        *detours,
        a_role("tech-pm", needs={"risk": 2}, **{"search": exact(3), **target}),
        a_move(months=exact(months)),
    )
    person = person_of(curriculum, a_logbook(*entries), TODAY).saying(role=role)
    return applying_of(Planner(person=person).best, TODAY)


def test_three_fifths_of_the_study_and_the_months_come_before_one_applies():
    found = applying()

    assert (found.role, found.comes_from, found.is_present) == ("tech-pm", "starter", True)
    assert (found.study_hours, found.months) == (60, 6)
    assert (found.since, found.is_due, found.detours) == (None, False, ())


def test_months_that_are_served_are_not_ahead():
    served = experience("technical", "2026-08-21", role="starter", on="2026-11-01")

    assert 2.9 < applying(served).months < 3.1
    assert applying(experience("technical", "2020-01-01", role="starter")).months == 0


def test_a_post_for_a_time_comes_before_it_too():
    post = a_detour(work=("leading",), months=exact(12))

    assert [role.id for role in applying(detours=(post,), gates=(a_gate(),)).detours] == [post.id]


def test_whoever_has_done_enough_may_apply_today():
    served = experience("technical", "2020-01-01", role="starter")
    found = applying(served, finished("rsk-01"))

    assert found.is_due
    assert (found.study_hours, found.months) == (0, 0)


def test_a_search_that_has_begun_says_since_when():
    served = experience("technical", "2020-01-01", role="starter")
    looking = a_profile(role="starter", looking=TODAY.replace(month=8))

    assert applying(served, looking, role=None).since == TODAY.replace(month=8)


def test_nobody_applies_for_what_they_hold_nor_where_nobody_is_asked():
    assert applying(role="tech-pm") is None
    assert applying(search=exact(0)) is None
