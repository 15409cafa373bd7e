"""Questions come at their moment, the rarest first, and rest once they are answered."""

import pytest

from pmcareer.domain.coaching.prompts import due_prompts, transition_questions
from pmcareer.domain.person.person import person_of

from builders import (
    TODAY,
    a_curriculum,
    a_logbook,
    a_profile,
    a_prompt,
    a_role,
    answered,
    closed,
    finished,
)

MOMENTS = (
    "weekly",
    "monthly",
    "half-yearly",
    "yearly",
    "once",
    "project-close",
    "missed-week",
    "first-run",
)
PROMPTS = tuple(a_prompt(f"q-{moment}", when=(moment,)) for moment in MOMENTS)
OFFICE = a_prompt("q-office", when=("weekly",), roles=("head",))
SMALL = a_curriculum(*PROMPTS, OFFICE, a_role("starter"), a_role("head", work=("pmo",)))


def due(*entries) -> list[str]:
    return [
        prompt.id.removeprefix("q-")
        for prompt in due_prompts(person_of(SMALL, a_logbook(*entries), TODAY))
    ]


@pytest.mark.parametrize(
    ("first_entry", "expected"),
    [
        pytest.param("2026-11-21", ["weekly"], id="on the first day"),
        pytest.param("2026-11-10", ["once", "weekly"], id="in the second week"),
        pytest.param(
            "2026-10-20", ["half-yearly", "once", "monthly", "weekly"], id="after a month"
        ),
        pytest.param(
            "2026-06-01",
            ["yearly", "half-yearly", "once", "monthly", "weekly"],
            id="after half a year",
        ),
    ],
)
def test_not_everything_is_asked_at_once(first_entry, expected):
    assert due(a_profile(on=first_entry)) == expected


@pytest.mark.parametrize(
    ("moment", "answered_on", "is_due"),
    [
        pytest.param("weekly", "2026-11-16", False, id="this week"),
        pytest.param("weekly", "2026-11-15", True, id="last week"),
        pytest.param("monthly", "2026-10-23", False, id="within the month"),
        pytest.param("monthly", "2026-10-22", True, id="a month ago"),
        pytest.param("half-yearly", "2026-06-01", False, id="within half a year"),
        pytest.param("yearly", "2025-11-21", True, id="a year ago"),
        pytest.param("once", "2024-01-01", False, id="once and for all"),
    ],
)
def test_an_answer_rests_for_its_rhythm(moment, answered_on, is_due):
    found = due(a_profile(on="2024-01-01"), answered(f"q-{moment}", on=answered_on))
    assert (moment in found) is is_due


def test_a_project_that_closed_lately_is_asked_about_until_it_is_answered():
    lately = closed(on="2026-11-18")
    assert due(lately)[0] == "project-close"
    assert "project-close" not in due(lately, answered("q-project-close", on="2026-11-19"))
    assert "project-close" not in due(closed(on="2026-10-18"))


@pytest.mark.parametrize(
    ("entries", "asked"),
    [
        pytest.param([finished(on="2026-11-05")], True, id="nothing last week"),
        pytest.param(
            [finished(on="2026-11-05"), finished(on="2026-11-12")], False, id="something last week"
        ),
        pytest.param([finished(on="2026-11-18")], False, id="begun this week"),
        pytest.param(
            [finished(on="2026-11-05"), a_profile(days_off=["2026-11-09..2026-11-15"])],
            False,
            id="a week of holiday",
        ),
    ],
)
def test_a_week_without_work_is_asked_about(entries, asked):
    assert ("missed-week" in due(*entries)) is asked


def test_questions_of_a_role_are_asked_of_it_alone_and_muted_ones_of_nobody():
    assert "office" not in due()
    assert "office" in due(a_profile(role="head"))
    assert "weekly" not in due(a_profile(muted=["q-weekly"]))


def test_who_works_in_a_pmo_has_transition_questions():
    def open_questions(*entries):
        return [
            prompt.id
            for prompt in transition_questions(person_of(SMALL, a_logbook(*entries), TODAY))
        ]

    assert open_questions() == []
    assert open_questions(a_profile(role="head")) == ["q-half-yearly", "q-yearly", "q-once"]
    assert open_questions(a_profile(role="head"), answered("q-once")) == [
        "q-half-yearly",
        "q-yearly",
    ]
