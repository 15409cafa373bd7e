"""The law of recording: what is done moves no date later, but for what took longer than meant."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from pmcareer.domain.forecast.outlook import RouteDates
from pmcareer.domain.person.person import Person
from pmcareer.domain.plan.past_estimate import longer_than_meant
from pmcareer.domain.plan.planner import Planner
from states import AGO, EXERCISE, GATE, State, states
from sweeps import for_all

FEW = 101
"""Trials; a prime, as the lattice wants one."""
MINUTES = st.sampled_from((None, 1, 5, 45, 90, 240, 900, 3000))
LEFT = st.sampled_from((None, None, 10, 120, 1200))
DONE = st.fixed_dictionaries({"exercise": EXERCISE, "minutes": MINUTES})
WORKED = st.fixed_dictionaries(
    {"exercise": EXERCISE, "minutes": st.sampled_from((5, 45, 90, 240, 900)), "left": LEFT}
)
STEP = st.fixed_dictionaries({"step": st.just("j1"), "minutes": st.sampled_from((None, 45))})
CONFIRMED = st.fixed_dictionaries({"gate": GATE, "with": st.just("Ada")})
RECORDED = st.one_of(
    st.tuples(st.just("finished"), DONE),
    st.tuples(st.just("worked"), WORKED),
    st.tuples(st.just("did"), STEP),
    st.tuples(st.just("did"), CONFIRMED),
)
AGO_OR_TODAY = st.one_of(st.just(0), AGO, st.integers(0, 900))


def dates_of(person: Person) -> dict[str, RouteDates]:
    """Every route by its id, from few trials."""
    planner = Planner(person=person)
    few = replace(planner.forecaster, trials=FEW)
    found = {}
    for planned in planner.candidates:
        drawn = few.walked(planned.route, planned.stages)
        found[planned.route.id] = few.dates(planned.route, planned.stages, drawn)
    return found


def is_later(before: RouteDates, after: RouteDates) -> bool:
    return (before.study.p50 or date.max) < (after.study.p50 or date.max)


def check(state: State, recorded: tuple[str, dict], ago: int) -> None:
    kind, said = recorded
    on = state.today.fromordinal(state.today.toordinal() - ago)
    then = state.plus(kind, on=on, **said)
    before, after = dates_of(state.person), dates_of(then.person)
    later = [name for name in before.keys() & after.keys() if is_later(before[name], after[name])]
    if later:
        assert kind != "did"
        assert longer_than_meant(state.person, then.person, then.entries[-1]), (
            before[later[0]].study,
            after[later[0]].study,
            before[later[0]].finish,
            after[later[0]].finish,
        )


@for_all(states(), RECORDED, AGO_OR_TODAY, few=12, many=120)
def test_recording_work_moves_no_date_later_but_for_what_took_longer(state, recorded, ago):
    check(state, recorded, ago)
