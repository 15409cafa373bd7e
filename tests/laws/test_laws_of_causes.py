"""Laws that the causes of a move keep, whatever stands in the logbook."""

from datetime import timedelta

from hypothesis import strategies as st

from pmcareer.domain.ground.vocabulary import DRIFT_CAUSES
from pmcareer.domain.logbook.entries import KINDS, Baseline
from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.drift import baseline_keys, drift_of
from pmcareer.domain.plan.planner import Planner
from states import SMALL, State, states
from sweeps import for_all

from builders import TODAY, a_logbook

AGO = st.integers(0, 200)


def saved(entries, day):
    """Save the plan of whoever has these entries, in the logbook behind them."""
    # Baselines that a state draws are no plans that were worked out: this one is the newest. They
    # go first, since the day of one may be that of first use.
    entries = [entry for entry in entries if entry.kind != "baseline"]
    planner = Planner(person=person_of(SMALL, a_logbook(*entries), day))
    keys = baseline_keys(planner, planner.best)
    kept = Baseline.model_validate({"on": day, "id": "the-saved-one", **keys})
    return (*entries, kept)


def drift(entries, day=TODAY):
    logbook = a_logbook(*entries)
    return drift_of(Planner(person=person_of(SMALL, logbook, day)), logbook)


def parts(move):
    assert tuple(cause.cause for cause in move.because) == DRIFT_CAUSES
    found = {cause.cause: cause.days for cause in move.because}
    assert sum(found.values()) == (move.moved_days or 0)
    return found


@for_all(states(), AGO, few=8, many=60)
def test_causes_add_up_to_the_move_of_the_study_and_of_the_finish(state: State, ago: int):
    day = TODAY - timedelta(days=ago)
    before = [entry for entry in state.entries if entry.on <= day and entry.kind != "baseline"]
    after = [entry for entry in state.entries if entry.on > day and entry.kind != "baseline"]
    found = drift((*saved(before, day), *after))
    for move in (found.study, found.finish):
        parts(move)
        if move.moved_days is None:
            assert not any(cause.days for cause in move.because)


@for_all(states(), few=6, many=40)
def test_on_the_day_itself_nothing_has_moved(state: State):
    found = drift(saved(state.entries, TODAY))
    for move in (found.study, found.finish):
        assert set(parts(move).values()) == {0}


@for_all(states(), st.integers(1, 100), st.integers(0, 40), AGO, few=6, many=40)
def test_days_off_that_were_added_never_make_calendar_negative(
    state: State, ahead: int, days: int, ago: int
):
    day = TODAY - timedelta(days=ago)
    before = [entry for entry in state.entries if entry.on <= day]
    start = TODAY + timedelta(days=ahead)
    there = person_of(SMALL, a_logbook(*before), day).says.get("days_off", ())
    off = (*there, f"{start}..{start + timedelta(days=days)}")
    said = KINDS["profile"](on=TODAY, id="off", days_off=off)
    found = drift((*saved(before, day), said))
    for move in (found.study, found.finish):
        assert parts(move)["calendar"] >= 0
