"""Laws of what looks back, earned value and track record, whatever stands in the logbook."""

from datetime import date, timedelta
from itertools import accumulate, pairwise

from hypothesis import strategies as st

from pmcareer.domain.forecast.track_record import (
    ENOUGH,
    EVERY_DAYS,
    MARKS,
    TrackRecord,
    track_record_of,
)
from pmcareer.domain.logbook.entries import Entry
from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.earned import LEAST_DAYS, EarnedValue, earned_of
from pmcareer.domain.plan.planner import Planner
from states import State, states
from sweeps import for_all

from builders import a_curriculum, an_exercise, finished

FIRST = date(2026, 1, 5)
MANY = a_curriculum(*(an_exercise(f"e{number}") for number in range(150)))
ROUNDING = 1e-6


def account_of(state: State) -> EarnedValue | None:
    planner = Planner(person=state.person)
    return earned_of(state.person, planner.target.id, planner.forecasts[0])


@for_all(states(), few=8, many=60)
def test_the_account_only_grows_and_ends_where_it_stands(state):
    account = account_of(state)
    begun = state.person.first_use
    if account is None:
        saved = [entry.on for entry in state.person.entries if entry.kind == "baseline"]
        assert begun is None or (state.today - max([begun, *saved])).days < LEAST_DAYS
        return
    weeks = account.weeks
    for before, after in pairwise(weeks):
        assert (after.week - before.week).days == 7
        for name in ("planned", "earned", "spent"):
            assert getattr(after, name) >= getattr(before, name) >= 0
    last = weeks[-1]
    stands = (account.planned_hours, account.earned_hours, account.spent_hours)
    assert (last.planned, last.earned, last.spent) == stands
    assert weeks[0].week <= account.since < weeks[1].week


@for_all(states(), few=8, many=60)
def test_nothing_is_planned_beyond_what_there_was_nor_estimated_beyond_what_was_spent(state):
    account = account_of(state)
    if account is not None:
        there = account.baseline_hours if account.baseline else account.total_hours
        assert account.planned_hours <= there + ROUNDING
        assert account.estimated_hours <= account.spent_hours + ROUNDING
        credited = sum(state.person.credited_by_day.values())
        assert account.earned_hours <= credited + ROUNDING


@for_all(st.lists(st.integers(2, 6), min_size=70, max_size=90), st.integers(0, 200), few=6, many=40)
def test_a_record_counts_dates_that_came_due_and_waiting_takes_none_back(gaps, waited):
    done = [
        finished(f"e{number}", on=FIRST + timedelta(days=days))
        for number, days in enumerate(accumulate(gaps))
    ]
    now, later = (record_of(done, done[-1].on + timedelta(days=days)) for days in (0, waited))
    assert now is not None
    assert later is not None
    for record in (now, later):
        assert ENOUGH <= record.n <= MARKS
        assert 0 <= record.p50_held <= record.p80_held <= record.n
    if sum(gaps) + waited < EVERY_DAYS * MARKS:
        assert later.n >= now.n
        assert later.p80_held >= now.p80_held


def record_of(entries: list[Entry], today: date) -> TrackRecord | None:
    planner = Planner(person=person_of(MANY, entries, today))
    return track_record_of(planner.forecaster, planner.forecasts[0].hours_left)
