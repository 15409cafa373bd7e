"""Steps are read as a list of what they are for, and those of older curricula serve the search."""

import pytest
from pydantic import ValidationError

from pmcareer.domain.curriculum.steps import JobStep, Step

from builders import a_step


def test_what_a_step_is_for_may_be_one_word_or_a_list():
    assert a_step(**{"for": "senior"}).use_for == ("senior",)
    assert a_step(**{"for": ["senior", "search"]}).use_for == ("senior", "search")


def test_a_step_that_serves_nothing_is_refused():
    with pytest.raises(ValidationError):
        a_step(**{"for": []})


def test_a_step_of_an_older_curriculum_serves_the_search():
    old = JobStep(id="j1", title="Ask around", do="Ask.", done="Asked.")
    assert old.is_of_search
    assert old.minutes > 0
    assert not Step(**{"id": "s", "title": "S", "for": "senior", "minutes": 5}).is_of_search
