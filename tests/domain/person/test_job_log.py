"""What of the job search is logged."""

from pmcareer.domain.person.job_log import is_searching, logged_of, times_logged
from pmcareer.domain.person.person import person_of

from builders import (
    TODAY,
    a_curriculum,
    a_job_step,
    a_logbook,
    a_step,
    an_entry,
    an_exercise,
    did,
)

APPLY = a_job_step("apply", counts_as="applications", replaces=("apply-old",))
ASK = a_step("ask", **{"for": "tech-pm"})


def somebody(*entries):
    return person_of(a_curriculum(an_exercise(), ASK, APPLY), a_logbook(*entries), TODAY)


def test_who_asks_for_a_post_at_home_or_has_a_gate_confirmed_is_not_searching_yet():
    assert not is_searching(somebody())
    assert not is_searching(somebody(did("ask"), an_entry("did", gate="budget")))
    assert is_searching(somebody(did("apply-old")))
    assert is_searching(somebody(did("apply", begun=True)))


def test_an_application_that_is_only_begun_is_not_counted_yet():
    begun = did("apply", begun=True, on="2026-11-01")
    assert times_logged(somebody(begun), "applications") == 0
    assert times_logged(somebody(begun, did("apply"), did("ask")), "applications") == 1
    assert logged_of(somebody(begun), APPLY) == []
