"""What nobody has said yet is asked with its command, until it is said."""

from datetime import date

import pytest

from pmcareer.domain.coaching.unsaid import months_in_question, unsaid
from pmcareer.domain.person.person import person_of

from builders import (
    TODAY,
    a_curriculum,
    a_detour,
    a_gate,
    a_logbook,
    a_move,
    a_profile,
    a_role,
    closed,
    experience,
)

MAP = a_curriculum(
    a_role("lead", work=("leading",)),
    a_role("office", work=("pmo",)),
    a_role("head", work=("people",)),
    a_detour("stint", work=("business",)),
    a_move("lead", "office"),
    a_move("office", "head"),
    default_role="lead",
)
SINCE = "Since when? Until then no month counts"


def asked(*entries):
    return list(unsaid(person_of(MAP, a_logbook(*entries), TODAY)))


def test_work_that_is_over_is_asked_about_where_it_leads_further_along_and_until_it_is_answered():
    lead = a_profile(role="lead", since=date(2020, 1, 1), on="2026-01-01")
    office = experience("pmo", "2021-01-01", "2025-12-31", on="2026-01-02")
    (question,) = asked(lead, office)
    assert question.startswith("Your work on record is pmo")
    assert question.endswith("pmcareer profile --role ROLE")
    head = a_profile(role="head", since=date(2026, 1, 1), on="2026-01-01")
    assert asked(head, office) == []
    assert asked(lead, office, a_profile(role="lead", on="2026-01-03")) == []


def test_who_holds_a_role_is_asked_since_when_until_something_says_it():
    role = a_profile(role="lead", on="2026-01-01")
    (question,) = asked(role)
    assert question.startswith(SINCE)
    assert question.endswith("pmcareer profile --role lead --since DATE")
    assert asked(role, a_profile(since=date(2025, 1, 1))) == []
    assert asked(role, experience("leading", "2025-01-01", role="lead")) == []


def test_who_is_on_a_detour_is_asked_since_when_though_the_role_held_has_its_day():
    held = a_profile(role="lead", since=date(2020, 1, 1), on="2026-01-01")
    left = a_profile(role="stint", on="2026-01-02")
    months = experience("leading", "2020-01-01", role="lead")
    (question,) = asked(held, months, left)
    assert question.startswith(SINCE)
    assert question.endswith("pmcareer profile --role stint --since DATE")
    assert asked(held, months, a_profile(role="stint", since=date(2026, 6, 1))) == []
    assert asked(held, months, left, experience("business", "2026-06-01", role="stint")) == []


def test_who_has_other_work_on_record_is_asked_since_when_where_a_gate_asks_for_that_of_the_role():
    gate = a_gate("office-24", work="pmo", months=24)
    theirs = a_curriculum(
        a_role("office", work=("pmo",)),
        a_role("lead", work=("leading",)),
        a_role("head", work=("people",), gates=(gate,)),
        a_move("office", "lead"),
        a_move("lead", "head"),
    )

    def is_asked(target, *more):
        said = a_profile(role="office", target=target, on="2026-01-01")
        led = experience("leading", "2020-01-01", "2024-01-01", on="2025-01-01")
        person = person_of(theirs, a_logbook(led, said, *more), TODAY)
        return any(asked.startswith("Since when are you") for asked in unsaid(person))

    assert is_asked("head")
    assert not is_asked("lead")
    assert not is_asked("head", experience("pmo", "2018-01-01", "2020-01-01", on="2025-02-01"))


def test_nobody_is_asked_since_when_who_said_no_role():
    assert asked() == []
    # The months in a role that is the target, too, show what it asks for.
    (question,) = asked(a_profile(role="head", target="head"))
    assert question.startswith(SINCE)


def test_work_in_another_role_is_asked_about_until_a_role_is_said_after_it():
    served = experience("pmo", "2025-01-01", role="office", on="2026-02-01")
    role = a_profile(role="lead", on="2026-01-01")
    assert asked(role, served) == [
        "Are you About office now? pmcareer profile --role office --since 2025-01-01"
    ]
    assert asked(role, served, a_profile(role="lead", on="2026-03-01", id="again")) == []
    assert asked(role, experience("pmo", "2025-01-01", "2025-12-31", role="office")) == []


def test_work_that_the_role_one_stands_in_does_not_do_is_asked_about():
    (question,) = asked(experience("pmo", "2025-01-01"))
    assert (
        "Which role is yours (office)? pmcareer profile --role ROLE --since 2025-01-01" in question
    )
    assert asked(experience("leading", "2025-01-01")) == []
    assert asked(experience("risk", "2025-01-01")) == []


def test_work_that_many_posts_have_beside_their_own_is_asked_about_by_nobody():
    coached = a_curriculum(
        a_role("lead", work=("leading",)),
        a_role("coach", work=("agile",)),
        a_move("lead", "coach"),
        default_role="lead",
    )
    agile = experience("agile", "2024-01-01", on="2026-01-02")
    person = person_of(coached, a_logbook(agile), TODAY)

    assert not any("agile" in question for question in unsaid(person))


@pytest.mark.parametrize("situation", ["contract", "break"])
def test_whoever_names_a_situation_and_no_role_is_asked_for_the_role(situation):
    (question,) = asked(a_profile(context=situation))
    assert question.endswith("nothing is taken as known: pmcareer profile --role ROLE")
    assert "which role do you do then" in question


def test_who_is_away_is_asked_since_when_until_it_is_said():
    away = {"role": "lead", "since": date(2020, 1, 1), "context": "break"}
    (question,) = asked(a_profile(**away))

    assert question.startswith("When did you leave it?")
    assert asked(a_profile(**away, left=date(2024, 1, 1))) == []


def test_a_detour_said_with_no_role_before_it_is_asked_about():
    assert "Which role do you hold beside About stint?" in asked(a_profile(role="stint"))[0]


@pytest.mark.parametrize(
    ("size", "entries", "months"),
    [
        pytest.param("7 people, 8 months", [], "8", id="months"),
        pytest.param("1.5 years", [], "18", id="years"),
        pytest.param("7 people", [], None, id="no length"),
        pytest.param(None, [], None, id="no size"),
        pytest.param("8 months", [experience("leading", "2026-03-01")], None, id="on record"),
        pytest.param("8 months", [experience("leading", "2026-09-01")], "8", id="a part of them"),
    ],
)
def test_a_project_with_a_length_asks_whether_its_months_are_on_record(size, entries, months):
    person = person_of(MAP, a_logbook(*entries), TODAY)
    question = months_in_question(person, closed(size=size))
    assert bool(question) == (months is not None)
    assert not months or f"Are its {months} months on record" in question


def test_who_has_just_left_a_post_is_told_that_the_dates_take_the_next_one_for_granted():
    role = a_profile(role="lead", since=date(2020, 1, 1), on="2026-01-01")
    left = a_profile(left=date(2026, 10, 1), on="2026-10-02")
    (told,) = asked(role, left)
    assert told.startswith("You left on 2026-10-01, and no post since is on record")
    assert told.endswith("If it takes longer: pmcareer profile --context break")
    assert not any("You left" in each for each in asked(role, left, a_profile(context="break")))
    assert asked(role, left, a_profile(role="lead", since=date(2026, 11, 1))) == []
    assert asked(role, left, experience("leading", "2026-11-01", role="lead")) == []
