"""Every table that says something of each word of a closed set says it of all its words."""

from typing import get_args

import pytest

from pmcareer.cli import evidence
from pmcareer.commands import list as lists
from pmcareer.domain.coaching.practices import STRENGTH_WINDOW
from pmcareer.domain.coaching.prompts import FIRST_AFTER_DAYS, PERIOD_DAYS
from pmcareer.domain.coaching.stories import QUESTIONS
from pmcareer.domain.curriculum.items import USUAL_SIDES
from pmcareer.domain.ground.vocabulary import (
    ASSESSORS,
    DRIFT_CAUSES,
    JOB_STEP_COUNTS,
    LISTABLE,
    MOMENTS,
    RHYTHMS,
    SIDES,
    STAR_QUESTIONS,
    STORY_PARTS,
    WEEKDAYS,
    WORK_KINDS,
    Confidence,
    State,
    StepState,
)
from pmcareer.domain.ground.work import IMPLIES
from pmcareer.domain.person.step_counts import COUNTS, SHOWS
from pmcareer.domain.words.day_spellings import DAYS
from pmcareer.views.assess import SOURCES
from pmcareer.views.certificate.facts import CONFIDENCE
from pmcareer.views.parts.causes import CAUSE_WORDS
from pmcareer.views.parts.layout import STATES

# Due by what happened, not by how long ago something was: no table of days has them.
BY_EVENT = ("project-close", "missed-week")


@pytest.mark.parametrize(
    ("table", "words"),
    [
        pytest.param(CAUSE_WORDS, DRIFT_CAUSES, id="why a date moved"),
        pytest.param(CONFIDENCE, get_args(Confidence), id="how a certificate's fact is known"),
        pytest.param(COUNTS, JOB_STEP_COUNTS, id="what a step of the job search counts as"),
        pytest.param([*FIRST_AFTER_DAYS, *BY_EVENT], MOMENTS, id="when a question is first asked"),
        pytest.param(
            [*PERIOD_DAYS, "once", "weekly", *BY_EVENT], MOMENTS, id="when a question comes again"
        ),
        pytest.param(QUESTIONS, STAR_QUESTIONS, id="what tells which question a story answers"),
        pytest.param(SOURCES, ASSESSORS, id="who rated a skill"),
        pytest.param([side.id for side in USUAL_SIDES], SIDES, id="what the sides are called"),
        pytest.param([*SHOWS, "business-acumen"], SIDES, id="what a project shows of a side"),
        pytest.param(STRENGTH_WINDOW, RHYTHMS, id="how far back a practice's strength looks"),
        pytest.param(IMPLIES, WORK_KINDS, id="which work counts as which"),
        pytest.param(
            set(STATES) - {"new"},
            {*get_args(State), *get_args(StepState)},
            id="how a state is drawn",
        ),
        pytest.param(evidence.QUESTIONS, ("title", *STORY_PARTS), id="what a story is asked for"),
        pytest.param(lists.KINDS, LISTABLE, id="what can be listed"),
        pytest.param([name[:3] for name in DAYS], WEEKDAYS, id="the days of a week"),
    ],
)
def test_a_table_has_a_row_for_every_word_of_its_set(table, words):
    assert set(table) == set(words)
