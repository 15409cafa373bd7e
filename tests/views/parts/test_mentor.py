"""Of a mentor it is said when one spoke last, what to ask next, and what to type after a talk."""

from datetime import date

import pytest

from pmcareer.domain.coaching.mentoring import Mentor, ToAsk
from pmcareer.views.parts.mentor import mentor_keys, mentor_words

TODAY = date(2026, 11, 21)


def to_ask(met=None, command="pmcareer answer q17 lately"):
    mentor = Mentor(name="Anna", named_on=date(2026, 6, 1), met_on=met)
    return ToAsk(mentor=mentor, is_due=True, text="Ask what is missing.", command=command)


@pytest.mark.parametrize(
    ("met", "when"),
    [(None, "no talk on record yet"), (date(2026, 9, 1), "last spoken on 1 Sep 2026")],
    ids=["never", "a day"],
)
def test_a_line_says_when_what_and_how(met, when):
    said = f"Anna, {when}. Ask what is missing. After a talk: pmcareer answer q17 lately"
    assert mentor_words(to_ask(met), TODAY) == said


def test_without_an_answer_that_says_so_nothing_is_typed_after_a_talk():
    assert mentor_words(to_ask(command=""), TODAY).endswith("Ask what is missing.")
    assert mentor_keys(to_ask(command=""))["command"] is None
