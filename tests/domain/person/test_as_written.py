from datetime import UTC, datetime, time, timedelta

from pmcareer.domain.person.as_written import as_written
from pmcareer.domain.person.person import person_of

from builders import TODAY, a_curriculum, a_logbook, a_profile, an_exercise, finished

YESTERDAY = TODAY - timedelta(days=1)
LOG = a_logbook(
    a_profile(on="2026-01-01", hours_per_week=5.0),
    a_profile(on=TODAY, hours_per_week=7.0),
    finished("rsk-01", on="2026-03-01", at=datetime.combine(TODAY, time(9), tzinfo=UTC)),
)


def test_what_was_written_later_had_not_been_said():
    person = person_of(a_curriculum(an_exercise()), LOG, TODAY)
    then = as_written(person, YESTERDAY, TODAY)
    assert (then.hours_per_week, then.today) == (5.0, TODAY)
    # It was done in March, and nobody knew before today.
    assert (list(person.finished), list(then.finished)) == (["rsk-01"], [])


def test_what_is_tried_out_is_tried_out_then_too():
    person = person_of(a_curriculum(an_exercise()), LOG, TODAY).saying(target="starter")
    assert as_written(person, YESTERDAY, YESTERDAY).target == "starter"
    assert as_written(person, TODAY, TODAY).says == person.says
