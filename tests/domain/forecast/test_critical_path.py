from datetime import timedelta

import pytest

from pmcareer.domain.forecast.outlook import RouteForecast
from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.planner import Planner

from builders import (
    TODAY,
    a_curriculum,
    a_detour,
    a_gate,
    a_logbook,
    a_move,
    a_profile,
    a_role,
    an_exercise,
    finished,
)


def forecast(curriculum, *entries) -> RouteForecast:
    return Planner(person=person_of(curriculum, a_logbook(*entries), TODAY)).best


def exact(count: float):
    return (count, count, count)


def two_legs(*exercises, first=10, second=10, **target):
    return a_curriculum(
        *exercises,
        a_role("starter"),
        a_role("middle", work=("leading",)),
        a_role("tech-pm", **target),
        a_move("starter", "middle", months=exact(first)),
        a_move("middle", "tech-pm", months=exact(second)),
    )


def path(route: RouteForecast) -> list[tuple[str, str]]:
    return [(link.id, link.kind) for link in route.critical_path]


def test_what_ends_each_leg_is_a_link_and_each_begins_where_the_one_before_ends():
    curriculum = two_legs(an_exercise(hours=exact(1)), gates=(a_gate("led", months=20),))
    route = forecast(curriculum)
    first, last = route.critical_path

    assert path(route) == [("move:starter:middle", "move"), ("led", "gate")]
    assert (first.start, first.finish) == (TODAY, last.start)
    assert last.finish == route.finish.p50


def test_where_study_ends_a_leg_the_path_goes_back_to_today():
    # Study did not begin where the first move ended: it ran beside it.
    route = forecast(
        two_legs(an_exercise(hours=exact(900)), needs={"risk": 2}), a_profile(hours_per_week=2.0)
    )
    (study,) = route.critical_path

    assert path(route) == [("effort", "effort")]
    assert (study.start, study.finish) == (TODAY, route.stage_forecasts[-1].finish.p50)


def test_the_path_ends_in_the_driver_whatever_the_typical_trial_says():
    # The move takes 1, 1 or 40 months: one as likely, but in most trials it is what lasts longest.
    curriculum = a_curriculum(
        an_exercise(),
        a_role("starter", work=("leading",)),
        a_role("tech-pm", gates=(a_gate("led", months=5),)),
        a_move(months=(1, 1, 40)),
    )
    route = forecast(curriculum)
    (link,) = route.critical_path[-1:]

    assert route.driver == "move:starter:tech-pm"
    assert path(route) == [("led", "gate"), ("move:starter:tech-pm", "move")]
    assert link.start == route.critical_path[0].finish


def test_nothing_to_do_is_a_path_of_study_done_today():
    route = forecast(a_curriculum(an_exercise()), finished("rsk-01"))
    (link,) = route.critical_path

    assert (link.id, link.start, link.finish) == ("effort", TODAY, TODAY)
    assert dict(route.drivers) == {"effort": 1.0}


def test_drivers_are_counted_over_the_trials_the_most_frequent_first():
    curriculum = a_curriculum(
        an_exercise(hours=exact(1)),
        a_role("starter", work=("leading",)),
        a_role("tech-pm", gates=(a_gate("led", months=12),)),
        a_move(months=(6, 12, 18)),
    )
    shares = dict(forecast(curriculum).drivers)

    assert list(shares) == sorted(shares, key=lambda name: -shares[name])
    assert shares["led"] == pytest.approx(0.5, abs=0.02)
    assert sum(shares.values()) == pytest.approx(1)


def with_search(*exercises, **target):
    return two_legs(*exercises, **{"search": exact(4)} | target)


def test_the_search_stands_behind_what_made_one_ready():
    route = forecast(with_search(an_exercise(hours=exact(1))))
    _, last, search = route.critical_path

    assert path(route) == [
        ("move:starter:middle", "move"),
        ("move:middle:tech-pm", "move"),
        ("search:tech-pm", "search"),
    ]
    assert (last.finish, search.start) == (route.ready.p50, route.ready.p50)
    assert search.finish == route.finish.p50
    assert dict(route.drivers) == {"move:middle:tech-pm": 1.0}


def test_a_search_that_began_because_enough_was_studied_decides_and_study_stands_before_it():
    curriculum = with_search(
        an_exercise("a", hours=exact(30)),
        an_exercise("b", hours=exact(20)),
        needs={"risk": 2},
        first=0,
        second=0,
    )
    route = forecast(curriculum, a_profile(hours_per_week=20.0))

    assert route.driver == "search:tech-pm"
    assert path(route) == [("effort", "effort"), ("search:tech-pm", "search")]
    assert route.critical_path[0].start == TODAY
    assert route.critical_path[0].finish == route.critical_path[1].start == route.ready.p50


def test_a_gate_of_others_that_ends_last_decides_and_no_search_stands_behind_it():
    gate = a_gate("said", kind="confirmed", months=exact(9))
    route = forecast(with_search(an_exercise(hours=exact(1)), second=1, gates=(gate,)))

    assert path(route) == [("move:starter:middle", "move"), ("said", "gate")]
    assert route.driver == "said"


def test_posts_one_after_the_other_stand_in_the_path_by_the_gates_they_open():
    curriculum = a_curriculum(
        an_exercise(hours=exact(1)),
        a_role("starter"),
        a_detour("one", work=("leading",), months=exact(12)),
        a_detour("two", work=("business",), months=exact(6)),
        a_role(
            "tech-pm",
            search=exact(3),
            gates=(a_gate("led", months=12), a_gate("lived", work="business", months=6)),
        ),
        a_move(months=exact(1)),
    )
    route = forecast(curriculum)

    assert [name for name, _ in path(route)] == ["led", "lived", "search:tech-pm"]
    first, second, _ = route.critical_path
    assert first.finish == second.start == route.stage_forecasts[0].finish.p50
    assert route.driver == "lived"


def slack(curriculum, *entries) -> dict[str, int]:
    return dict(forecast(curriculum, *entries).stage_forecasts[-1].slack_days)


def days_of_study(route: RouteForecast) -> int:
    return (route.study.p50 - TODAY).days


CHAIN = (
    an_exercise("a", hours=exact(10)),
    an_exercise("b", hours=exact(10), requires=("a",)),
    an_exercise("c", hours=exact(5), skill="tools"),
)


def test_slack_is_what_a_move_leaves_after_the_turn_and_all_that_builds_on_it():
    curriculum = a_curriculum(
        *CHAIN,
        a_role("starter"),
        a_role("tech-pm", needs={"risk": 2, "tools": 2}),
        a_move(months=exact(24)),
    )
    found = slack(curriculum)
    of_move = (forecast(curriculum).finish.p50 - TODAY).days
    study = days_of_study(forecast(curriculum))

    assert found["a"] > found["c"]  # the turn of c comes after both
    assert found["b"] == pytest.approx(found["a"], abs=1)  # one chain, which can't be cut
    assert found["c"] == pytest.approx(of_move - study, abs=20)


def test_there_is_no_slack_where_study_decides():
    curriculum = a_curriculum(*CHAIN)

    assert forecast(curriculum).driver == "effort"
    assert slack(curriculum)["c"] == 0


def test_a_chain_of_spans_takes_as_much_slack_as_it_lasts():
    def moving(*exercises):
        return a_curriculum(
            *exercises,
            a_role("starter"),
            a_role("tech-pm", needs={"risk": 2}),
            a_move(months=exact(24)),
        )

    long = slack(moving(an_exercise("a", hours=exact(1), span_days=200)))["a"]
    chain = slack(
        moving(
            an_exercise("a", hours=exact(1), span_days=200),
            an_exercise("b", hours=exact(1), span_days=100, requires=("a",)),
        )
    )

    assert long == 730 - 200
    assert chain["a"] == 730 - 300


def test_what_is_done_or_never_finished_has_no_slack():
    never = a_curriculum(
        an_exercise(), a_role("starter"), a_role("tech-pm", needs={"risk": 2}, gates=(a_gate(),))
    )

    assert slack(never) == {}
    assert slack(a_curriculum(*CHAIN), finished("a", on=TODAY - timedelta(days=9))).keys() == {
        "b",
        "c",
    }
