from datetime import timedelta

import pytest

from pmcareer.domain.coaching.practices import practice_of_the_day, practices_of, why_practice
from pmcareer.domain.person.person import Person, person_of
from pmcareer.domain.roadmap.facts import holds_for
from pmcareer.storage.curriculum.reading import read_curriculum
from sweeps import sweep

from builders import (
    TODAY,
    a_curriculum,
    a_logbook,
    a_practice,
    a_profile,
    a_role,
    an_exercise,
    practised,
)

SMALL = a_curriculum(
    an_exercise(),
    a_practice("h02"),
    a_practice("h03", rhythm="weekly"),
    a_practice("h04", rhythm="monthly", replaces=("old-04",)),
    a_practice("h05"),
)


def somebody(*entries) -> Person:
    return person_of(SMALL, a_logbook(*entries), TODAY)


def picking(*names, **keys):
    return a_profile(on="2026-01-01", practices=names, **keys)


def ago(days: int, practice: str):
    return practised(practice, on=TODAY - timedelta(days=days))


def active(*entries) -> list[str]:
    return [kept.practice.id for kept in practices_of(somebody(*entries))]


def test_those_picked_are_active_and_the_first_one_for_who_picked_none():
    assert active(picking("h04", "h03")) == ["h04", "h03"]
    assert active()[0] == "h02"
    assert len(active()) <= 3


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        pytest.param({}, ["h02", "h12"], id="somebody new to it all"),
        pytest.param(
            {"role": "programmer", "projects": "large-complex"},
            ["h02", "h14"],
            id="depth that tempts",
        ),
        pytest.param({"role": "pmo-manager"}, ["h02", "h23"], id="a PMO"),
        pytest.param({"muted": ("h02",)}, ["h12", "h13"], id="the first one muted"),
    ],
)
def test_a_beginning_suits_the_person(profile, expected):
    person = person_of(read_curriculum(None), a_logbook(a_profile(**profile)), TODAY)

    assert [kept.practice.id for kept in practices_of(person)] == expected


def test_who_wants_none_has_none():
    assert active(picking()) == []


@pytest.mark.parametrize("muted", [("h02",), ("practice",)], ids=["this one", "all of them"])
def test_what_is_muted_is_not_proposed(muted):
    person = somebody(picking("h02", muted=muted))

    assert practice_of_the_day(person) is None


@pytest.mark.parametrize(
    ("practice", "days_ago", "kept", "of"),
    [
        pytest.param("h02", [0, 1, 2, 13], 4, 14, id="days"),
        pytest.param("h02", [14, 30], 0, 14, id="days too long ago"),
        pytest.param("h03", [0, 1, 8, 55], 3, 8, id="weeks, each once"),
        pytest.param("h04", [0, 29, 31], 2, 6, id="months, each once"),
    ],
)
def test_strength_is_how_often_of_the_last_occasions_it_was_kept(practice, days_ago, kept, of):
    (found,) = practices_of(
        somebody(picking(practice), *(ago(days, practice) for days in days_ago))
    )

    assert (found.kept, found.of) == (kept, of)


@pytest.mark.parametrize(
    ("practice", "days_ago", "due"),
    [
        pytest.param("h02", 0, False, id="today"),
        pytest.param("h02", 1, True, id="yesterday"),
        pytest.param("h03", 5, False, id="this Monday"),
        pytest.param("h03", 6, True, id="last Sunday"),
        pytest.param("h04", 20, False, id="the first of the month"),
        pytest.param("h04", 21, True, id="last month"),
    ],
)
def test_a_practice_is_due_until_it_is_kept_on_its_day_week_or_month(practice, days_ago, due):
    person = somebody(picking(practice), ago(days_ago, practice))

    assert practices_of(person)[0].due == due
    assert (practice_of_the_day(person) is not None) == due


def test_the_most_frequent_of_those_due_is_todays():
    assert practice_of_the_day(somebody(picking("h04", "h03", "h02"))).id == "h02"
    assert practice_of_the_day(somebody(picking("h04", "h03", "h02"), ago(0, "h02"))).id == "h03"


def test_a_practice_kept_under_its_old_id_was_kept():
    assert practices_of(somebody(picking("old-04"), ago(0, "old-04")))[0].kept == 1


def test_a_curriculum_says_which_practice_suits_everybody_and_whose_work():
    curriculum = a_curriculum(
        an_exercise(),
        a_role("office", work=("pmo",)),
        a_practice("any"),
        a_practice("figures", for_work=("pmo",)),
        a_practice("blockers", for_everybody=True),
    )
    person = person_of(curriculum, a_logbook(a_profile(role="office")), TODAY)
    assert [kept.practice.id for kept in practices_of(person)] == ["blockers", "figures"]


SHIPPED = read_curriculum(None)
WEEKS = 12
PLACES = ("programmer", "project-coordinator", "junior-pm", "tech-pm", "senior-pm", "pmo-manager")


def shown_in(weeks: int, *, keeps: bool, **said) -> dict[str, int]:
    """Live so many weeks, looking each day; count how often each practice is shown."""
    entries, counts = [a_profile(on=TODAY, **said)], {}
    for number in range(7 * weeks):
        day = TODAY + timedelta(days=number)
        person = person_of(SHIPPED, a_logbook(*entries), day)
        practice = practice_of_the_day(person)
        if practice is None:
            continue
        assert why_practice(person, practice), practice.id
        counts[practice.id] = counts.get(practice.id, 0) + 1
        if keeps:
            entries.append(practised(practice.id, on=day, id=f"kept-{number}"))
    return counts


def suiting(role: str, context: str = "") -> set[str]:
    """Name the practices of a role, and those of any, that can be kept where one is."""
    person = person_of(SHIPPED, a_logbook(a_profile(role=role, context=context or None)), TODAY)
    names = set()
    for practice in SHIPPED.practices:
        is_meant = role in practice.roles or not practice.roles
        if is_meant and holds_for(person, practice.conditions):
            names.add(practice.id)
    return names


@pytest.mark.parametrize("context", ["break", "alone"])
def test_who_has_no_work_or_nobody_near_is_shown_what_can_be_kept_there(context):
    shown = shown_in(WEEKS, keeps=False, role="tech-pm", context=context)

    assert shown.keys() == suiting("tech-pm", context)
    assert ("h26" in shown) is (context == "break")
    assert ("h02" in shown) is (context == "alone")
    assert "h12" not in shown


@pytest.mark.parametrize("keeps", [True, False], ids=["kept", "not kept"])
@pytest.mark.parametrize("role", sweep(PLACES, quick=PLACES[::3]))
def test_in_twelve_weeks_every_practice_that_suits_comes_by_itself(role, keeps):
    shown = shown_in(WEEKS, keeps=keeps, role=role)

    assert suiting(role) <= shown.keys()
    assert min(shown.values()) >= 1


def test_what_is_muted_never_comes():
    assert "h05" not in shown_in(WEEKS, keeps=False, role="tech-pm", muted=("h05",))
    assert shown_in(WEEKS, keeps=False, role="tech-pm", muted=("practice",)) == {}


def test_a_persons_own_three_go_first_and_others_come_when_all_of_them_are_kept():
    own = ("h05", "h09", "h15")

    assert shown_in(WEEKS, keeps=False, role="tech-pm", practices=own).keys() == set(own)
    shown = shown_in(WEEKS, keeps=True, role="tech-pm", practices=own)
    assert min(shown[name] for name in own) >= WEEKS
    assert len(shown) > len(own)


def test_who_wants_none_is_shown_none():
    assert shown_in(WEEKS, keeps=False, role="tech-pm", practices=()) == {}


def test_why_says_whom_a_practice_suits():
    said = {"role": "programmer", "projects": "large-complex"}
    person = person_of(SHIPPED, a_logbook(a_profile(**said)), TODAY)

    assert why_practice(person, SHIPPED.practice["h02"]) == "it suits everybody"
    assert "r04" in why_practice(person, SHIPPED.practice["h14"])
    assert why_practice(person, SHIPPED.practice["h13"]) == "it suits your role"
    assert (
        why_practice(person.saying(practices=("h13",)), SHIPPED.practice["h13"]) == "you picked it"
    )
