"""What ended a leg: a search of 60 days, months, gates and study, each day worked out by hand."""

import pytest

from pmcareer.domain.forecast.leg_times import Effort, LegTimes, name_at


def a_leg(*, ready, search=None, move=0.0, drawn=0.0, study=0.0, start=0.0) -> LegTimes:
    over = ready if search is None else ready + search
    return LegTimes(
        start=[start],
        study=[study],
        by_effort=Effort(done=[study], enough=[0.0]),
        ready=[ready],
        search=None if search is None else [search],
        finish=[max(start, over, drawn, study)],
        search_key="search:pm",
        makes_ready=[(["move"], [move])],
        decides=[(["said-so"], [drawn]), (["effort"], [study])],
        is_for_others=search is not None,
        gates={},
        detour_ready={},
        detour_search={},
        detour_ends={},
        detour_gates={},
        away=[0.0],
        in_detour={},
    )


@pytest.mark.parametrize(
    ("leg", "by", "searched"),
    [
        pytest.param(a_leg(ready=90.0, move=90.0, search=60.0), "move", True, id="months"),
        pytest.param(
            a_leg(ready=90.0, move=30.0, search=60.0), "search:pm", True, id="enough studied"
        ),
        pytest.param(a_leg(ready=0.0, search=60.0), "search:pm", True, id="ready from the start"),
        pytest.param(
            a_leg(ready=90.0, move=90.0, search=60.0, study=200.0), "effort", False, id="study"
        ),
        pytest.param(
            a_leg(ready=90.0, move=90.0, search=60.0, drawn=200.0), "said-so", False, id="others"
        ),
        pytest.param(a_leg(ready=90.0, move=90.0), "move", False, id="months, nobody asked"),
        pytest.param(a_leg(ready=90.0, study=90.0), "effort", False, id="study, nobody asked"),
        pytest.param(a_leg(ready=0.0), "", False, id="nothing"),
        pytest.param(a_leg(ready=50.0, start=50.0), "", False, id="nothing after the leg before"),
    ],
)
def test_what_made_one_ready_decides_and_the_search_only_where_study_or_nothing_did(
    leg, by, searched
):
    assert leg.decided_by(0) == by
    assert leg.searched_last(0) == searched


def test_the_first_that_ends_on_the_day_is_named():
    contenders = [(["one"], [3.0]), (["two"], [5.0]), (["three"], [5.0])]

    assert name_at(contenders, 0, 5.0) == "two"
    assert name_at(contenders, 0, 4.0) == ""
