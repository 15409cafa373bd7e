"""Which days since a plan were lost: off, or idle for whole weeks."""

from datetime import date, timedelta

import pytest

from pmcareer.domain.ground.calendar import Calendar
from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.lost_days import lost_since

from builders import a_curriculum, a_profile, an_exercise, practised, worked

SAVED = date(2026, 11, 2)  # a Monday
CURRICULUM = a_curriculum(an_exercise("rsk-01"))
AS_NOW = Calendar()


def after(days):
    return SAVED + timedelta(days=days)


def lost(until, *entries, then=AS_NOW):
    person = person_of(CURRICULUM, entries, after(until))
    return lost_since(person.ledger, SAVED, after(until), then)


def work(*days):
    return [worked(on=after(day)) for day in days]


def off(first, last):
    return a_profile(on=SAVED, days_off=(f"{after(first)}..{after(last)}",))


@pytest.mark.parametrize(("until", "days"), [(0, 0), (6, 0), (7, 7), (14, 14)], ids=str)
def test_a_pause_that_goes_on_is_lost_once_it_is_a_week(until, days):
    found = lost(until, *work(0))
    assert found.days == days
    assert found.paused_from == (SAVED if days else None)
    assert found.short_pause == until - days


@pytest.mark.parametrize(("until", "pause"), [(1, 3), (2, 4), (4, 6)], ids=str)
def test_a_pause_that_began_before_the_plan_was_saved_counts_from_its_first_day(until, pause):
    assert lost(until, *work(-2)).short_pause == pause


@pytest.mark.parametrize(("until", "pause"), [(2, 0), (4, 0), (5, 4), (7, 6)], ids=str)
def test_a_pause_that_began_later_counts_where_it_is_longer_than_the_one_then(until, pause):
    assert lost(until, *work(-3, 1)).short_pause == pause


def test_of_a_pause_that_is_over_its_whole_weeks_are_lost():
    found = lost(17, *work(0, 17))
    assert found.days == 14
    assert found.paused_from is None
    assert found.idle == tuple(map(after, range(1, 15)))


def test_who_studies_in_every_week_has_lost_nothing():
    assert lost(28, *work(0, 6, 12, 18, 24)).days == 0


def test_a_gap_that_is_usual_for_somebody_is_not_lost():
    fortnightly = work(-42, -28, -14, 0)
    assert lost(13, *fortnightly).days == 0
    assert lost(21, *fortnightly).days == 14
    monthly = work(-84, -56, -28, 0)
    assert [lost(days, *monthly).days for days in (13, 20, 27)] == [0, 0, 0]


def test_a_practice_is_no_study():
    assert lost(14, *work(0), practised(on=after(5))).days == 14


def test_days_off_are_lost_even_when_they_were_worked_on():
    assert lost(8, off(1, 7), *work(0, 3, 8)).days == 7
    assert lost(8, off(1, 7), *work(0, 8)).days == 7


def test_days_off_inside_a_pause_count_once():
    found = lost(30, off(3, 9), *work(0))
    assert (found.days, found.off, len(found.idle)) == (30, 7, 23)


def test_what_the_saved_calendar_had_off_is_no_loss_and_a_gain_where_it_was_taken_back():
    holiday = Calendar(days_off=((after(1), after(7)),))
    assert lost(8, off(1, 7), *work(0, 8), then=holiday).days == 0
    assert lost(8, *work(0, 2, 4, 6, 8), then=holiday).days == -7
