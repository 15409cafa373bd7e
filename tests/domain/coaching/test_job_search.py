"""When it is time to begin the job search."""

import pytest

from pmcareer.domain.coaching.job_search import early_steps, is_open
from pmcareer.domain.person.person import person_of
from pmcareer.storage.curriculum_file import read_curriculum

from builders import TODAY, a_curriculum, a_job_step, a_logbook, did, finished

SHIPPED = read_curriculum(None)


@pytest.mark.parametrize(
    ("entries", "opens"),
    [
        pytest.param([], False, id="far from ready"),
        pytest.param([did("j3")], True, id="begun all the same"),
        pytest.param([finished(name) for name in SHIPPED.exercise], True, id="ready enough"),
    ],
)
def test_the_search_opens_at_sixty_percent_or_when_one_begins(entries, opens):
    assert is_open(person_of(SHIPPED, a_logbook(*entries), TODAY)) is opens


def test_what_counts_initiatives_or_contacts_can_begin_early():
    curriculum = a_curriculum(
        a_job_step("begin", counts_as="initiatives"),
        a_job_step("apply", counts_as="applications"),
    )
    assert early_steps(curriculum) == ("begin",)
