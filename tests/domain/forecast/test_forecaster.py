from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmcareer.domain.forecast import finish_dates
from pmcareer.domain.forecast.outlook import Dates, RouteForecast
from pmcareer.domain.gates.clock import clock_of
from pmcareer.domain.person.person import Person, person_of
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
    deferred,
    experience,
    finished,
    worked,
)

A_MONTH = 30.4375
QUANTILES = ("p10", "p50", "p80", "p95")


def somebody(curriculum, *entries, today=TODAY) -> Person:
    return person_of(curriculum, a_logbook(*entries), today)


def forecast(curriculum, *entries, hours_per_week=None, today=TODAY) -> RouteForecast:
    return Planner(
        person=somebody(curriculum, *entries, today=today), hours_per_week=hours_per_week
    ).best


def every_route(curriculum) -> list[RouteForecast]:
    planner = Planner(person=somebody(curriculum))
    return [planner.in_full(route) for route in planner.forecasts]


def days(day: date | None) -> int:
    assert day is not None
    return (day - TODAY).days


def a_map(*items, **target):
    return a_curriculum(*items, a_role("starter", work=("leading",)), a_role("tech-pm", **target))


def certain_months(count: float, start="starter", end="tech-pm", **keys):
    return a_move(start, end, months=(count, count, count), **keys)


def test_without_any_spread_every_quantile_is_the_exact_day():
    finish = forecast(a_map(certain_months(12))).finish

    assert {finish.kept, finish.p10, finish.p50, finish.p80, finish.p95} == {
        TODAY + timedelta(days=366)
    }


def test_the_day_if_the_promise_is_kept_is_hours_over_hours_a_week():
    study = forecast(
        a_map(an_exercise(hours=(20, 20, 20)), needs={"risk": 2}), hours_per_week=4.0
    ).study

    assert days(study.kept) == 35


def test_symmetric_estimates_keep_their_mean():
    exact = a_map(an_exercise(hours=(20, 20, 20)), needs={"risk": 2})
    wide = a_map(an_exercise(hours=(2, 20, 38)), needs={"risk": 2})

    assert forecast(wide).study.kept == forecast(exact).study.kept
    assert days(forecast(wide).study.p50) == pytest.approx(
        days(forecast(exact).study.p50), rel=0.03
    )
    assert forecast(wide).study.p95 > forecast(exact).study.p95


def test_a_symmetric_move_is_as_likely_before_its_middle_as_after():
    finish = forecast(a_map(a_move(months=(6, 12, 18)))).finish

    assert days(finish.p50) == pytest.approx(12 * A_MONTH, abs=2)
    assert days(finish.p10) + days(finish.p80) < 2 * 18 * A_MONTH


def test_a_gate_alone_gives_its_day():
    route = forecast(a_map(gates=(a_gate("leading", months=12),)))

    assert days(route.finish.p50) == days(route.finish.p95) == pytest.approx(12 * A_MONTH, abs=2)
    assert (route.driver, dict(route.drivers)) == ("leading", {"leading": 1.0})
    assert route.gates[0].open_on == route.finish.p50


def test_a_gate_in_the_plan_and_its_clock_agree_on_the_day():
    gate = a_gate("leading", months=36)
    person = somebody(a_map(gates=(gate,)), experience("leading", "2025-10-01"))
    opens = Planner(person=person).best.gates[0].open_on

    assert abs((opens - clock_of(person, "leading", 36, None, goes_on=1).open_on).days) <= 2


def test_a_gate_with_a_window_says_when_its_months_are_lost():
    curriculum = a_map(
        gates=(
            a_gate("open", months=12, window_years=6),
            a_gate("ahead", months=36, window_years=8),
        )
    )
    two_years = experience("leading", "2022-01-01", "2023-12-31")
    is_open, ahead = forecast(curriculum, two_years).gates

    assert (is_open.open_on, ahead.lost_on) == (TODAY, date(2030, 1, 1))
    assert abs((is_open.lost_on - date(2029, 1, 1)).days) <= 1


def test_of_two_gates_the_later_one_decides():
    route = forecast(
        a_map(gates=(a_gate("short", months=6), a_gate("long", work="delivery", months=15)))
    )

    assert days(route.finish.p50) == pytest.approx(15 * A_MONTH, abs=2)
    assert route.driver == "long"


def test_a_gate_and_a_move_run_side_by_side():
    route = forecast(a_map(certain_months(20), gates=(a_gate("leading", months=12),)))

    assert days(route.finish.p50) == pytest.approx(20 * A_MONTH, abs=2)
    assert route.driver == "move:starter:tech-pm"


def test_what_others_decide_is_listed_and_moves_nothing():
    gates = (a_gate("two-closed", kind="closed", count=2), a_gate("said-so", kind="confirmed"))
    with_them = forecast(a_map(certain_months(6), gates=gates))

    without = forecast(a_map(certain_months(6))).finish
    assert with_them.finish == replace(without, is_earliest=True)
    assert [(gate.open_on, gate.gate.has_calendar) for gate in with_them.gates] == [
        (None, False)
    ] * 2


def test_moves_and_detours_are_in_series_and_gates_and_study_beside_them():
    curriculum = a_curriculum(
        an_exercise(hours=(1, 1, 1)),
        a_role("starter"),
        a_role("middle"),
        a_detour("delivery-stint", work=("leading",), months=(24, 24, 24), return_months=3),
        a_detour("secondment", work=("business",), months=(6, 9, 12), return_months=3),
        a_role(
            "tech-pm",
            needs={"risk": 2},
            gates=(
                a_gate("delivery", work="delivery", months=24),
                a_gate("business", work="business", months=12),
            ),
        ),
        certain_months(6, "starter", "middle"),
        certain_months(10, "middle", "tech-pm"),
    )
    kept = forecast(curriculum).finish.kept

    assert days(kept) == pytest.approx((6 + 24 + 12 + 3) * A_MONTH, abs=2)


def test_months_served_shorten_a_move():
    half_done = experience("leading", TODAY - timedelta(days=183), role="starter")

    assert days(forecast(a_map(certain_months(12)), half_done).finish.p50) == pytest.approx(
        6 * A_MONTH, abs=3
    )


TWO_STAGES = a_curriculum(
    an_exercise("rsk-01", hours=(4, 8, 20)),
    an_exercise("rsk-02", level=3, hours=(4, 8, 20), requires=("rsk-01",)),
    an_exercise("tls-01", skill="tools", hours=(1, 2, 9), span_days=30),
    a_role("starter", work=("technical",)),
    a_role("junior-pm", needs={"risk": 2}, work=("leading",)),
    a_role("tech-pm", needs={"risk": 3, "tools": 2}, gates=(a_gate("leading-12"),)),
    a_move("starter", "junior-pm", months=(3, 9, 18)),
    a_move("junior-pm", "tech-pm", months=(6, 10, 30)),
    a_move("starter", "tech-pm", months=(24, 48, 60)),
    a_detour(work=("leading",)),
)


def test_a_stage_starts_when_the_one_before_finishes_and_the_route_with_its_last():
    for route in every_route(TWO_STAGES):
        for earlier, later in pairwise(route.stage_forecasts):
            assert later.start == earlier.finish
        assert route.finish == route.stage_forecasts[-1].finish
        assert route.stage_forecasts[0].start.p50 == TODAY


def test_quantiles_are_in_order_and_a_finish_is_never_before_its_study():
    for route in every_route(TWO_STAGES):
        for dates in (
            route.study,
            route.finish,
            *(stage.finish for stage in route.stage_forecasts),
        ):
            in_order = [getattr(dates, name) for name in QUANTILES]
            assert in_order == sorted(in_order)
        assert all(getattr(route.study, name) <= getattr(route.finish, name) for name in QUANTILES)


def test_drivers_are_shares_of_the_trials_that_add_up_to_one_and_the_greatest_is_the_driver():
    for route in every_route(TWO_STAGES):
        assert sum(route.drivers.values()) == pytest.approx(1)
        assert route.drivers[route.driver] == max(route.drivers.values())
        known = {
            "effort",
            "leading-12",
            *(move.key for move in TWO_STAGES.moves),
            "move:starter:delivery-stint",
        }
        assert set(route.drivers) <= known
        assert route.critical_path[-1].id == route.driver


def test_the_same_input_gives_the_same_dates():
    assert forecast(TWO_STAGES) == forecast(TWO_STAGES)


def test_a_span_is_a_floor_whatever_the_hours():
    curriculum = a_map(an_exercise(span_days=56), needs={"risk": 2})
    study = forecast(curriculum, hours_per_week=80.0).study

    assert days(study.kept) == days(study.p10) == 56


def test_spans_of_what_builds_on_each_other_add_up_and_others_overlap():
    chain = a_map(
        an_exercise("a", span_days=28),
        an_exercise("b", span_days=35, requires=("a",)),
        needs={"risk": 2},
    )
    beside = a_map(
        an_exercise("a", span_days=28), an_exercise("b", span_days=35), needs={"risk": 2}
    )

    assert days(forecast(chain, hours_per_week=80.0).study.kept) >= 63
    assert days(forecast(beside, hours_per_week=80.0).study.kept) == 35


def test_no_more_than_three_spans_run_at_a_time():
    six = a_map(
        *(an_exercise(f"e{number}", span_days=30) for number in range(6)), needs={"risk": 2}
    )

    assert days(forecast(six, hours_per_week=80.0).study.kept) == 60


def test_what_was_begun_has_served_a_part_of_its_span():
    curriculum = a_map(an_exercise(span_days=56), needs={"risk": 2})
    begun = worked(minutes=10, on=TODAY - timedelta(days=16))

    assert days(forecast(curriculum, begun, hours_per_week=80.0).study.kept) == 40


@pytest.mark.parametrize("span", [0, 20], ids=["hours", "a span"])
def test_what_is_put_off_ends_no_sooner_than_its_day_and_what_it_takes(span):
    curriculum = a_map(an_exercise("a"), an_exercise("b", span_days=span), needs={"risk": 2})
    study = forecast(
        curriculum, deferred("b", TODAY + timedelta(days=100)), hours_per_week=40.0
    ).study

    assert days(study.kept) in ([101] if not span else [120])


def test_study_never_waits_for_a_move_but_for_the_standing_of_a_role():
    plain = a_curriculum(
        an_exercise("rsk-01"),
        a_role("starter"),
        a_role("junior-pm"),
        a_role("tech-pm", needs={"risk": 2}),
        certain_months(12, "starter", "junior-pm"),
        certain_months(12, "junior-pm", "tech-pm"),
    )
    office = a_curriculum(
        an_exercise("rsk-01", standing="junior-pm"),
        *plain.roles,
        *plain.moves,
    )

    assert days(forecast(plain).study.kept) < 10
    assert days(forecast(office).study.kept) > 12 * A_MONTH


def test_days_off_push_the_study_later_by_as_many_days():
    curriculum = a_map(an_exercise(hours=(40, 40, 40)), needs={"risk": 2})
    off = a_profile(days_off=("2026-12-01..2026-12-14",))

    assert days(forecast(curriculum, off).study.kept) == days(forecast(curriculum).study.kept) + 14
    assert days(forecast(curriculum, off).study.p80) == days(forecast(curriculum).study.p80) + 14


def test_study_ends_on_a_study_day():
    curriculum = a_map(an_exercise(hours=(40, 40, 40)), needs={"risk": 2})
    study = forecast(curriculum, a_profile(study_days=("tue",))).study

    assert {getattr(study, name).weekday() for name in ("kept", *QUANTILES)} == {1}


def test_beyond_twenty_years_there_is_a_reason_and_no_date():
    finish = forecast(a_map(a_move(months=(200, 245, 300)))).finish

    assert finish.p10 is not None
    assert finish.p95 is None
    assert finish.reason == "beyond twenty years"


def test_nothing_left_is_done_today():
    route = forecast(
        a_map(an_exercise(hours=(4, 4, 4)), needs={"risk": 2}), finished("rsk-01", on="2026-11-01")
    )

    assert {getattr(route.study, name) for name in ("kept", *QUANTILES)} == {TODAY}
    assert (route.hours_left, route.hours_done) == (0.0, 4.0)


def test_the_pace_model_alone_is_there_under_its_name():
    (p50,) = finish_dates(
        [(TODAY - timedelta(days=7 * week), 1.0) for week in range(20, -1, -1)], TODAY, 10.0, [0.5]
    )

    assert 30 < days(p50) < 150


def at(dates: Dates, name: str) -> date:
    """Give a date, a missing one as later than any."""
    return getattr(dates, name) or date.max


MANY = a_map(*(an_exercise(f"e{number}") for number in range(60)), needs={"risk": 2})


def finished_every(days_between: int, count: int, *, until_ago: int = 0) -> list:
    return [
        finished(f"e{n}", on=TODAY - timedelta(days=until_ago + days_between * n))
        for n in range(count)
    ]


def test_the_day_after_one_comes_back_from_a_long_pause_nothing_jumps():
    before = finished_every(7, 8, until_ago=100)
    back = [*before, finished("e50")]
    away, returned = (days(forecast(MANY, *entries).study.p50) for entries in (before, back))
    next_day = days(forecast(MANY, *back, today=TODAY + timedelta(days=1)).study.p50)

    assert returned < away
    # A session a week: the day after one there are six to go, and 1.17 times is what others saw.
    assert next_day < returned * 1.2


def test_a_long_pause_by_itself_does_not_stretch_what_is_left_for_who_keeps_going():
    # Two months, not a fortnight: stopping the clock later loses less over long pauses.
    two_months, year = (
        forecast(MANY, *finished_every(7, 8, until_ago=ago)).study.p80 for ago in (60, 365)
    )

    assert abs((year - two_months).days) <= 1


EXACT = a_map(*(an_exercise(f"e{n}", hours=(4, 4, 4)) for n in range(60)), needs={"risk": 2})


@pytest.mark.parametrize(
    "said",
    [
        pytest.param({}, id="nothing said"),
        pytest.param({"study_days": ("tue", "sat")}, id="study days"),
        pytest.param({"days_off": ("2026-10-20..2026-11-02", "2026-12-20..2027-01-05")}, id="off"),
    ],
)
def test_the_dates_of_a_plan_are_those_of_the_pace_model_that_was_judged(said):
    # Eight weeks, a hundred days of nothing, and five more: no pause is cut, no day is moved.
    recent, before = finished_every(7, 5), finished_every(5, 8, until_ago=130)
    for number, entry in enumerate(before):
        before[number] = entry.model_copy(
            update={"exercise": f"e{20 + number}", "id": f"b{number}"}
        )
    logged = [*before[::-1], *recent[::-1]]
    person = somebody(EXACT, a_profile(**said), *logged)
    history = [(entry.on, 1.0) for entry in sorted(logged, key=lambda each: each.on)]
    judged = finish_dates(history, TODAY, 47.0, (0.5, 0.8), calendar=person.calendar)

    study = Planner(person=person).best.study
    for shown, day in zip((study.p50, study.p80), judged, strict=True):
        assert days(shown) == pytest.approx(days(day), rel=0.02)


def test_who_comes_once_a_month_is_not_taken_for_somebody_who_comes_every_fortnight():
    monthly, fortnightly = (
        days(forecast(MANY, *finished_every(gap, 9)).study.p50) for gap in (30, 14)
    )

    assert monthly > 1.2 * fortnightly


PROMISES = st.sampled_from([0.5, 2.0, 5.0, 8.0, 13.0, 40.0])


@st.composite
def histories(draw) -> list:
    """Something finished or worked on at some days before today."""
    entries = []
    for name in ("rsk-01", "tls-01"):
        ago = TODAY - timedelta(days=draw(st.integers(0, 200)))
        kind = draw(st.sampled_from([None, finished, worked]))
        if kind:
            entries.append(kind(name, on=ago))
    if draw(st.booleans()):
        entries.append(a_profile(days_off=("2026-10-01..2026-10-14", "2026-12-20..2027-01-06")))
    if draw(st.booleans()):
        entries.append(experience("leading", TODAY - timedelta(days=draw(st.integers(1, 900)))))
    return entries


@given(histories(), PROMISES, PROMISES)
@settings(max_examples=20)
def test_more_hours_never_give_a_later_date(entries, some, other):
    fewer, more = (
        forecast(TWO_STAGES, *entries, hours_per_week=hours) for hours in sorted((some, other))
    )

    for name in ("kept", *QUANTILES):
        assert at(more.study, name) <= at(fewer.study, name)
        assert at(more.finish, name) <= at(fewer.finish, name)


@given(histories(), PROMISES, st.sampled_from(["rsk-01", "rsk-02", "tls-01"]))
@settings(max_examples=30)
def test_finishing_something_today_never_gives_a_later_date(entries, hours, done):
    said = a_profile(hours_per_week=hours)
    before = forecast(TWO_STAGES, said, *entries)
    after = forecast(TWO_STAGES, said, *entries, finished(done, id="done-today"))

    for name in ("kept", "p50", "p80"):
        assert at(after.study, name) <= at(before.study, name)
        assert at(after.finish, name) <= at(before.finish, name)


@given(
    histories(),
    st.integers(1, 60),
    st.sampled_from(["leading", "delivery", "technical", "professional"]),
)
@settings(max_examples=20)
def test_one_more_gate_is_never_earlier(entries, months, work):
    def gated(*gates):
        return a_curriculum(
            *TWO_STAGES.exercises,
            a_role("starter", work=("technical",)),
            a_role("junior-pm", work=("leading",)),
            a_role("tech-pm", needs={"risk": 3, "tools": 2}, gates=gates),
            a_move("starter", "junior-pm", months=(3, 9, 18)),
            a_move("junior-pm", "tech-pm", months=(6, 10, 30)),
        )

    before = forecast(gated(a_gate("leading-12")), *entries)
    after = forecast(
        gated(a_gate("leading-12"), a_gate("more", work=work, months=months)), *entries
    )

    for name in ("kept", *QUANTILES):
        assert at(after.finish, name) >= at(before.finish, name)


@pytest.mark.parametrize(
    ("hours", "mean", "variance"),
    [
        # Spec, Build, Test, Deploy of schematex.js.org/examples/pert-three-point-estimation:
        # 17.83 days, sd 1.69.
        pytest.param((2, 3, 5), "3.17", "0.25", id="Spec"),
        pytest.param((5, 8, 14), "8.50", "2.25", id="Build"),
        pytest.param((3, 4, 6), "4.17", "0.25", id="Test"),
        pytest.param((1, 2, 3), "2.00", "0.11", id="Deploy"),
        # Activities of a network in coursehero.com/file/6151556/L27-Project-Scheduling-PERT.
        pytest.param((2, 5, 8), "5.00", "1.00", id="activity 1-2"),
        pytest.param((1, 4, 7), "4.00", "1.00", id="activity 1-3"),
        pytest.param((2, 4, 6), "4.00", "0.44", id="activity 2-4"),
        pytest.param((5, 7, 12), "7.50", "1.36", id="activity 2-6"),
        pytest.param((3, 5, 10), "5.50", "1.36", id="activity 3-4"),
        pytest.param((3, 6, 9), "6.00", "1.00", id="activity 3-5"),
    ],
)
def test_means_and_variances_are_those_of_published_examples(hours, mean, variance):
    exercise = an_exercise(hours=hours)

    assert f"{exercise.mean_hours:.2f}" == mean
    assert f"{exercise.sd_hours**2:.2f}" == variance


def test_a_published_network_adds_up_to_its_printed_duration_and_deviation():
    estimates = [(2, 3, 5), (5, 8, 14), (3, 4, 6), (1, 2, 3)]
    curriculum = a_map(
        *(an_exercise(f"e{n}", hours=hours) for n, hours in enumerate(estimates)), needs={"risk": 2}
    )
    route = forecast(curriculum)

    assert f"{route.hours_left:.2f}" == "17.83"
    assert (
        f"{(route.hours_p80 - route.hours_left) / 0.7643:.2f}" == "1.69"
    )  # the logistic's standard score at 0.8


def test_what_is_entered_for_an_earlier_day_counts_for_the_rhythm_from_the_next_day_on():
    curriculum = a_curriculum(*(an_exercise(f"e{number}") for number in range(40)))
    noon = datetime(2026, 10, 1, 12, tzinfo=UTC)
    begun = finished("e0", on="2026-10-01", at=noon)
    entered = [
        finished(f"e{week}", on=f"2026-11-{7 * week - 6:02}", at=noon.replace(month=11, day=21))
        for week in range(1, 4)
    ]

    def seen(*entries, today):
        person = somebody(curriculum, *entries, today=today)
        pace = Planner(person=person).forecaster.pace
        return pace.trust, pace.days(20, 0.5)

    trust, days_left = seen(begun, today=TODAY)
    assert seen(begun, *entered, today=TODAY)[0] == trust
    assert seen(begun, *entered, today=TODAY)[1] <= days_left
    assert seen(begun, *entered, today=TODAY + timedelta(days=1))[0] > trust


def test_the_promise_that_the_pace_was_learnt_under_is_no_matter_of_what_was_written_today():
    curriculum = a_curriculum(*(an_exercise(f"e{number}") for number in range(40)))
    begun, said = a_profile(on="2026-11-20", target="tech-pm"), a_profile(hours_per_week=12.0)
    there = (begun, said, finished("e0"))
    again = finished("e0", on="2026-11-20", at=datetime(2026, 11, 21, 12, tzinfo=UTC))

    before, after = (forecast(curriculum, *there, *some).study.p50 for some in ((), (again,)))
    assert after <= before
