"""Laws that what is told of dates keeps, whatever stands in the logbook and whatever is written next."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.plan.told import Telling
from states import DRAWN, SAID, SMALL, State, states

from builders import a_logbook

FEW, MANY = (settings(max_examples=count) for count in (5, 400))
WRITTEN = st.sampled_from(DRAWN).flatmap(lambda kind: st.tuples(st.just(kind), SAID[kind]()))
LATER = st.sampled_from((0, 1, 2, 6, 13, 70))


def telling(state: State, kind: str, keys: dict) -> Telling:
    """What is told of one more entry, written on the state's day."""
    said = {key: value for key, value in keys.items() if value is not None}
    entry = state.plus(kind, **said).entries[-1]
    logbook = a_logbook(*state.entries)
    without = Planner(person=person_of(SMALL, logbook, state.today))
    return Telling(logbook=logbook, added=(entry,), without=without)


def check_sum(state: State, first: tuple, second: tuple, days: int) -> None:
    one = telling(state, *first)
    written = replace(
        state, entries=(*state.entries, *one.added), today=state.today + timedelta(days=days)
    )
    other = telling(written, *second).told
    assert other.since == state.today
    if one.told:
        for name in ("study", "finish"):
            assert getattr(other, name).before == getattr(one.told, name).after
    for told in filter(None, (one.told, other)):
        for move in (told.study, told.finish):
            assert sum(each.days for each in move.because) == (move.moved_days or 0)
            assert (move.moved_days is None) == bool(move.reason_before or move.reason_after)


def check_shown(state: State) -> None:
    dates = Planner(person=state.person).best
    last = dates.stage_forecasts[-1]
    assert (last.study, last.finish) == (dates.study, dates.finish)
    for each in (dates.study, dates.finish):
        assert each.likely is None or each.likely >= state.today
        assert each.safe is None or each.safe >= each.likely
        assert each.reason or None not in (each.likely, each.safe)
    if dates.finish.likely:
        assert dates.study.likely <= dates.finish.likely
    if dates.finish.safe:
        assert dates.study.safe <= dates.finish.safe


@FEW
@given(state=states(), first=WRITTEN, second=WRITTEN, days=LATER)
def test_after_of_one_entry_is_before_of_the_next(state, first, second, days):
    check_sum(state, first, second, days)


@FEW
@given(state=states())
def test_a_shown_date_is_never_past_and_study_never_after_the_role(state):
    check_shown(state)


@pytest.mark.slow
@MANY
@given(state=states(), first=WRITTEN, second=WRITTEN, days=LATER)
def test_over_many_logbooks_after_of_one_entry_is_before_of_the_next(state, first, second, days):
    check_sum(state, first, second, days)


@pytest.mark.slow
@MANY
@given(state=states())
def test_over_many_logbooks_a_shown_date_is_never_past(state):
    check_shown(state)
