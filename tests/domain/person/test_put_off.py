from datetime import date

from pmcareer.domain.person.person import person_of
from pmcareer.domain.person.put_off import put_off_of

from builders import TODAY, a_curriculum, a_step, an_entry, an_exercise, deferred, did, finished

CURRICULUM = a_curriculum(an_exercise("rsk-01"), an_exercise("rsk-02"), a_step("ask"))


def ids(*entries):
    return [each.id for each in put_off_of(person_of(CURRICULUM, entries, TODAY))]


def test_exercises_and_steps_are_listed_by_the_day_on_which_they_are_back():
    ask = an_entry("deferred", step="ask", until=date(2027, 1, 1))
    later, sooner = deferred("rsk-01", "2027-02-01"), deferred("rsk-02", "2026-12-01")
    assert ids(later, ask, sooner) == ["rsk-02", "ask", "rsk-01"]
    (first,) = put_off_of(person_of(CURRICULUM, (sooner,), TODAY))
    assert (first.kind, first.until) == ("exercise", date(2026, 12, 1))


def test_what_is_back_done_or_unknown_is_not_put_off_any_more():
    assert ids(deferred("rsk-01", TODAY)) == []
    assert ids(deferred("rsk-01", "2027-02-01"), finished("rsk-01")) == []
    ask = an_entry("deferred", step="ask", until=date(2027, 1, 1), on="2026-11-01")
    assert ids(ask, did("ask", on=TODAY)) == []
    assert ids(an_entry("deferred", step="gone", until=date(2027, 1, 1))) == []
