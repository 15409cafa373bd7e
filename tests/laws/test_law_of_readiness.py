"""The law of readiness: what is done makes nobody less ready, and nobody is ready while something is short."""

from hypothesis import strategies as st

from pmcareer.domain.plan.gap import gap_of
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.roadmap.readiness import readiness_for_target, readiness_of
from states import AGO, EXERCISE, State, states
from sweeps import for_all

MINUTES = st.sampled_from((None, 1, 45, 240, 900, 6000))
DONE = st.fixed_dictionaries({"exercise": EXERCISE, "minutes": MINUTES})
WORKED = st.fixed_dictionaries(
    {"exercise": EXERCISE, "minutes": st.sampled_from((5, 90, 900, 6000))}
)
CLOSED = st.fixed_dictionaries({"project": st.just("A release"), "outcome": st.just("In use")})
CERTIFIED = st.fixed_dictionaries({"certification": st.sampled_from(("pmp", "old"))})
RECORDED = st.one_of(
    st.tuples(st.just("finished"), DONE),
    st.tuples(st.just("worked"), WORKED),
    st.tuples(st.just("closed"), CLOSED),
    st.tuples(st.just("certified"), CERTIFIED),
)
TINY = 1e-9


def ready(state: State) -> float:
    found = readiness_for_target(state.person)
    assert found is not None
    return found


@for_all(states(), RECORDED, st.one_of(st.just(0), AGO), few=50, many=300)
def test_recording_what_was_done_makes_nobody_less_ready(state, recorded, ago):
    kind, said = recorded
    on = state.today.fromordinal(state.today.toordinal() - ago)
    then = state.plus(kind, on=on, **said)
    assert ready(then) >= ready(state) - TINY


@for_all(states(), few=12, many=80)
def test_nobody_is_wholly_ready_while_something_is_short(state):
    gap = gap_of(Planner(person=state.person))
    is_short = gap.skills or any(gate.status.missing for gate in gap.route.gates)
    assert 0 <= gap.readiness <= 1
    assert gap.readiness < 1 or not is_short


@for_all(states(), few=12, many=80)
def test_the_parts_are_those_that_have_something_to_count_and_weigh_one_in_all(state):
    person = state.person
    parts = readiness_of(person, person.curriculum.role[person.target])
    assert abs(sum(part.weight for part in parts) - 1) < TINY
    assert all(0 <= part.value <= 1 for part in parts)
