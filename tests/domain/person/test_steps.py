"""What the logbook says of steps, as of a day."""

from datetime import date, timedelta

import pytest

from pmcareer.domain.person.person import person_of
from pmcareer.domain.person.steps import Awaited, awaited_of, confirmed_on, reminder_of, step_log

from builders import (
    TODAY,
    a_certification,
    a_curriculum,
    a_job_step,
    a_logbook,
    a_profile,
    a_step,
    an_entry,
    an_exercise,
    deferred,
    did,
    void,
)

ASK = a_step("ask", waits=14, replaces=("ask-old",), **{"for": "tech-pm"})
AGREE = a_step("agree", requires=("ask",), **{"for": "tech-pm"})
TALKS = a_job_step("talks", again=7, waits=10)
SMALL = a_curriculum(an_exercise(), ASK, AGREE, TALKS, a_certification("pmp"))


def somebody(*entries, today=TODAY):
    return person_of(SMALL, a_logbook(*entries), today)


def put_off(step, until, **keys):
    return an_entry("deferred", step=step, until=date.fromisoformat(until), **keys)


def test_a_step_is_done_under_any_id_that_it_ever_had():
    log = step_log(
        somebody(did("ask", on="2026-11-10"), did("ask-old", on="2026-03-01"), did("agree")), ASK
    )
    assert log.done_on == (date(2026, 3, 1), date(2026, 11, 10))
    assert log.is_done_since(date(2026, 11, 10))
    assert not log.is_done_since(date(2026, 11, 11))


def test_of_what_was_logged_on_one_day_the_earlier_in_the_file_is_older():
    earlier = did("ask-old", on="2026-11-10", id="first")
    later = did("ask", on="2026-11-10", id="second")
    last = did("ask-old", on="2026-11-10", id="third")

    log = step_log(somebody(earlier, later, did("agree"), last), ASK)

    assert [entry.id for entry in log.entries] == ["first", "second", "third"]


def test_what_is_begun_is_not_done_and_stays_begun_until_it_is():
    begun = did("ask", on="2026-11-01", begun=True)
    log = step_log(somebody(begun), ASK)
    assert (log.done_on, log.begun_on) == ((), date(2026, 11, 1))

    log = step_log(somebody(begun, did("ask", on="2026-11-03")), ASK)
    assert (log.done_on, log.begun_on) == ((date(2026, 11, 3),), None)


def test_a_step_that_was_never_logged_awaits_nothing_and_opens_at_no_day():
    log = step_log(somebody(), TALKS)
    assert (log.entries, log.begun_on, log.opens_again_on, log.awaits) == ((), None, None, ())
    assert not log.is_done_since(date.min)


def test_a_step_that_repeats_opens_again_so_many_days_after_it_was_done_last():
    person = somebody(did("talks", on="2026-11-01"), did("talks", on="2026-11-08", id="twice"))
    assert step_log(person, TALKS).opens_again_on == date(2026, 11, 15)
    assert step_log(somebody(did("ask", on="2026-11-01")), ASK).opens_again_on is None


def test_a_step_is_put_off_under_its_new_name_until_the_day_comes():
    person = somebody(put_off("ask-old", "2026-12-01"), deferred("rsk-01", "2026-12-05"))
    assert step_log(person, ASK).put_off_until == date(2026, 12, 1)
    assert person.deferred == {"rsk-01": date(2026, 12, 5)}
    assert step_log(person, ASK).put_off_until == date(2026, 12, 1)
    assert step_log(somebody(put_off("ask", "2026-11-21")), ASK).put_off_until is None


def test_of_two_days_until_which_a_step_is_put_off_the_newest_counts():
    first = put_off("ask", "2026-12-24", on="2026-11-01")
    person = somebody(first, put_off("ask", "2026-12-01", on="2026-11-02"))
    assert step_log(person, ASK).put_off_until == date(2026, 12, 1)


def test_an_answer_is_awaited_from_who_was_asked_since_they_were_asked_last():
    person = somebody(
        did("ask", on="2026-11-01", **{"with": "Anna"}),
        did("ask", on="2026-11-09", **{"with": "anna"}),
    )
    (awaited,) = awaited_of(person)
    assert (awaited.step, awaited.whom, awaited.since) == ("ask", "anna", date(2026, 11, 9))
    assert awaited.ask_again_on == date(2026, 12, 7)
    assert step_log(person, ASK).state == "awaited"


@pytest.mark.parametrize(
    ("asked_on", "again_on"),
    [
        pytest.param(["2026-03-01"], date(2026, 3, 15), id="after its days"),
        pytest.param(["2026-03-01", "2026-03-15"], date(2026, 4, 12), id="after twice as long"),
        pytest.param(["2026-03-01"] * 2, date(2026, 3, 15), id="on one day it is one ask"),
        pytest.param(
            ["2026-02-01", "2026-03-01", "2026-04-01"], date(2026, 5, 27), id="then four times"
        ),
        pytest.param(
            ["2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01"],
            date(2026, 5, 27),
            id="and no longer",
        ),
    ],
)
def test_who_gives_no_answer_is_asked_ever_more_rarely(asked_on, again_on):
    person = somebody(*(did("ask", on=day, **{"with": "Anna"}) for day in asked_on))
    assert awaited_of(person)[0].ask_again_on == again_on


def test_after_an_answer_the_days_are_as_at_first():
    asked = [did("ask", on=day) for day in ("2026-03-01", "2026-03-15")]
    answered = did("ask", on="2026-03-20", outcome="Not this year")
    person = somebody(*asked, answered, did("ask", on="2026-06-01"))
    assert awaited_of(person)[0].ask_again_on == date(2026, 6, 15)


def test_an_outcome_is_the_answer_of_who_gave_it_or_of_all():
    asked = [
        did("talks", on=f"2026-11-0{day}", **{"with": whom}) for day, whom in ((1, "A"), (2, "B"))
    ]
    one = somebody(*asked, did("talks", on="2026-11-05", outcome="Yes", **{"with": "A"}))
    assert [each.whom for each in awaited_of(one)] == ["B"]
    assert awaited_of(somebody(*asked, did("talks", on="2026-11-05", outcome="Both say no"))) == ()


def test_nobody_waits_for_an_answer_on_which_something_was_built_since():
    asked = did("ask", on="2026-11-01", **{"with": "Anna"})
    assert awaited_of(somebody(asked, did("agree", on="2026-11-10"))) == ()
    # What was agreed before they were asked again is no answer to it.
    again = did("ask", on="2026-11-12", **{"with": "Anna"})
    assert awaited_of(somebody(asked, did("agree", on="2026-11-10"), again)) != ()


def test_nobody_waits_for_an_answer_once_they_are_in_the_role():
    asked = did("ask", on="2026-11-01", **{"with": "Anna"})
    assert awaited_of(somebody(asked, a_profile(on="2026-11-20", role="tech-pm"))) == ()


def settled(*entries):
    person = somebody(*entries)
    return step_log(person, ASK).is_settled(awaited_of(person))


def test_an_ask_is_settled_once_there_is_an_answer_to_the_last_who_was_asked():
    asked = did("ask", on="2026-11-01", **{"with": "Anna"})
    answered = did("ask", on="2026-11-05", outcome="Not I", **{"with": "Anna"})
    assert not settled(asked)
    assert settled(asked, answered)
    assert not settled(asked, answered, did("ask", on="2026-11-09", **{"with": "Ben"}))


def test_of_two_who_were_asked_one_answer_is_enough():
    asked = [did("ask", on="2026-11-01", **{"with": whom}) for whom in ("Anna", "Ben")]
    assert settled(*asked, did("ask", on="2026-11-05", outcome="Yes", **{"with": "Anna"}))


def test_an_ask_put_off_after_a_no_is_open_again_on_its_day_and_until_it_is_logged():
    said_no = did("ask", on="2026-11-01", outcome="No")
    waiting = (said_no, put_off("ask", "2026-12-01", on="2026-11-02"))
    assert not settled(*waiting)
    assert step_log(somebody(*waiting), ASK).state == "deferred"
    come = (said_no, put_off("ask", "2026-11-20", on="2026-11-02"))
    assert not settled(*come)
    log = step_log(somebody(*come), ASK)
    assert (log.state, log.asks_again) == ("open", True)
    again = did("ask", on="2026-11-20", outcome="Yes")
    assert settled(*come, again)
    assert step_log(somebody(*come, again), ASK).state == "done"


def test_what_is_logged_ends_that_it_was_put_off():
    asked = did("ask", on="2026-11-10")
    log = step_log(somebody(put_off("ask", "2026-12-24", on="2026-11-01"), asked), ASK)
    assert (log.put_off_until, log.state) == (None, "awaited")


def test_who_is_to_be_asked_again_first_comes_first():
    person = somebody(
        did("ask", on="2026-11-01", **{"with": "Anna"}),
        did("talks", on="2026-11-02", **{"with": "Bo"}),
    )
    assert [each.whom for each in awaited_of(person)] == ["Bo", "Anna"]


def test_a_gate_is_confirmed_on_the_first_day_that_somebody_said_so_until_it_is_taken_back():
    first = an_entry("did", gate="budget", on="2026-05-02")
    later = an_entry("did", gate="budget", on="2026-06-01")
    begun = an_entry("did", gate="budget", on="2026-04-01", begun=True)
    assert confirmed_on(somebody(begun, later, first), "budget") == date(2026, 5, 2)
    assert confirmed_on(somebody(begun, later, first, void(first)), "budget") == date(2026, 6, 1)
    assert confirmed_on(somebody(begun), "budget") is None
    assert confirmed_on(somebody(first, today=date(2026, 5, 1)), "budget") is None


def test_of_several_answers_one_is_asked_for_on_every_third_day_in_turn():
    one, other = (
        Awaited(step=name, whom=None, since=day, ask_again_on=day + timedelta(days=14))
        for name, day in (("talks", date(2026, 3, 1)), ("agree", date(2026, 3, 4)))
    )
    days = [date(2026, 3, 4) + timedelta(days=ahead) for ahead in range(8)]
    reminded = [reminder_of((one, other), day) for day in days]
    names = [each and each.step for each in reminded]
    assert names == [None, "agree", None, None, "talks", None, None, "agree"]
    assert reminder_of((), date(2026, 3, 4)) is None
