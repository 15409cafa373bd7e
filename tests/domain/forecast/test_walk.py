"""Along small routes in one trial, where every day can be worked out by hand."""

from dataclasses import replace
from datetime import date
from math import inf

import pytest

from pmcareer.domain.forecast.effort import LegWork
from pmcareer.domain.forecast.leg_times import LegTimes
from pmcareer.domain.forecast.simulation import Trials, likely_months
from pmcareer.domain.forecast.walk import effort_days, walk, with_standing
from pmcareer.domain.ground.calendar import DAYS_PER_MONTH
from pmcareer.domain.person.person import person_of
from pmcareer.domain.roadmap.paths import routes_of

from builders import (
    TODAY,
    a_certification,
    a_curriculum,
    a_detour,
    a_gate,
    a_logbook,
    a_move,
    a_profile,
    a_role,
    an_entry,
    an_exercise,
    certified,
    closed,
    experience,
    void,
)

NO_WORK = LegWork(hours_until_here=0.0, sd_until_here=0.0, standing_hours=0.0)
ONE_HOUR_A_DAY = Trials(
    count=1,
    months=likely_months,
    study=lambda hours, _: [hours],
    stretch=lambda days: days,
    worked=lambda days: days,
)

STINT = "move:starter:delivery-stint"


def walked(curriculum, *entries, work=None) -> list[LegTimes]:
    person = person_of(curriculum, a_logbook(*entries), TODAY)
    route = routes_of(person, curriculum.role["tech-pm"])[0]
    return walk(route, work or [NO_WORK] * len(route.legs), ONE_HOUR_A_DAY, person)


def months(days: list[float]) -> float:
    return days[0] / DAYS_PER_MONTH


def a_map(*items, **target):
    return a_curriculum(an_exercise(), *items, a_role("tech-pm", **target))


def exact(count: float):
    return (count, count, count)


@pytest.mark.parametrize(
    ("served", "left"),
    [
        pytest.param("2026-05-01", 12 - 6.7, id="some months served"),
        pytest.param("2020-01-01", 0.0, id="more than it takes"),
    ],
)
def test_months_served_are_taken_off_a_move(served, left):
    curriculum = a_map(a_role("starter"), a_move(months=exact(12)))
    (leg,) = walked(curriculum, experience("leading", served, role="starter"))

    assert months(leg.finish) == pytest.approx(left, abs=0.05)


def test_months_served_are_taken_off_the_wait_before_a_detour():
    curriculum = a_map(
        a_role("starter"),
        a_detour(work=("leading",), months=exact(12)),
        a_move(months=exact(1)),
        a_move("starter", "delivery-stint", months=exact(9)),
        gates=(a_gate(months=12),),
    )
    (fresh,) = walked(curriculum)
    (waited,) = walked(
        curriculum, experience("technical", "2025-12-01", "2026-05-31", role="starter")
    )

    assert months(fresh.finish) == pytest.approx(9 + 12)
    assert months(waited.finish) == pytest.approx(9 - 6 + 12, abs=0.05)


def with_detour(*, share=1.0, lasts=12, lacks=12, **role):
    return a_map(
        a_role("starter"),
        a_detour(work={"delivery": share}, months=exact(lasts), **role),
        a_move(months=exact(1)),
        gates=(a_gate("delivery", work="delivery", months=lacks),),
    )


@pytest.mark.parametrize(
    ("post", "stays", "opens", "lasted_for"),
    [
        pytest.param({"lacks": 9}, 12, 9, STINT, id="its own months"),
        pytest.param({"lacks": 12}, 12, 12, "delivery", id="both as long"),
        pytest.param({"share": 0.5, "lacks": 9}, 18, 18, "delivery", id="until its gate opens"),
        pytest.param({"share": 0.5, "lacks": 4}, 12, 8, STINT, id="half is enough"),
    ],
)
def test_a_detour_lasts_its_months_or_until_its_gate_has_what_it_lacks(
    post, stays, opens, lasted_for
):
    (leg,) = walked(with_detour(**post))

    assert months(leg.in_detour["move:starter:delivery-stint"]) == stays
    assert months(leg.gates["delivery"]) == opens
    assert months(leg.finish) == stays
    assert leg.decided_by(0) == lasted_for
    assert months(leg.in_role) == 0


def test_a_detour_for_two_gates_lasts_until_both_have_their_months():
    curriculum = a_map(
        a_role("starter"),
        a_detour(work={"delivery": 1.0, "business": 0.5}, months=exact(3)),
        a_move(months=exact(1)),
        gates=(
            a_gate("business", work="business", months=8),
            a_gate("delivery", work="delivery", months=10),
        ),
    )
    (leg,) = walked(curriculum)

    assert (months(leg.gates["delivery"]), months(leg.gates["business"])) == (10, 16)
    assert months(leg.finish) == 16
    assert leg.decided_by(0) == "business"


def test_one_settles_back_after_the_last_detour():
    (leg,) = walked(with_detour(return_months=3))

    assert months(leg.finish) == 12 + 3
    assert months(leg.in_role) == 3


def test_detours_follow_one_another_and_the_first_that_gives_enough_opens_the_gate():
    curriculum = a_map(
        a_role("starter"),
        a_detour("one", work=("leading",), months=exact(12)),
        a_detour("two", work=("business",), months=exact(6)),
        a_move(months=exact(1)),
        gates=(a_gate("a", work="leading", months=10), a_gate("b", work="business", months=6)),
    )
    (leg,) = walked(curriculum)

    assert [months(days) for days in leg.detour_ends.values()] == [12, 18]
    assert (months(leg.gates["a"]), months(leg.gates["b"])) == (10, 18)


def test_the_months_to_settle_back_are_those_of_the_detour_that_needs_most():
    curriculum = a_map(
        a_role("starter"),
        a_detour("one", work=("leading",), months=exact(12), return_months=4),
        a_detour("two", work=("business",), months=exact(6), return_months=1),
        a_move(months=exact(1)),
        gates=(a_gate("a", work="leading"), a_gate("b", work="business", months=6)),
    )
    (leg,) = walked(curriculum)

    assert months(leg.finish) == 12 + 6 + 4


def test_a_gate_that_legs_behind_have_opened_does_not_wait_for_a_detour_taken_for_another():
    curriculum = a_map(
        a_role("starter", work=("delivery",)),
        a_role("middle"),
        a_detour(work=("business",), months=exact(12)),
        a_move("starter", "middle", months=exact(10)),
        a_move("middle", "tech-pm", months=exact(1)),
        gates=(
            a_gate("delivery", work="delivery", months=6),
            a_gate("business", work="business", months=12),
        ),
    )
    _, last = walked(curriculum)

    assert months(last.gates["delivery"]) == 10
    assert months(last.gates["business"]) == 10 + 12


def test_months_in_the_role_around_a_detour_count_beside_those_inside_it():
    curriculum = a_map(
        a_role("starter", work={"people": 0.5}),
        a_detour(work=("business",), months=exact(12)),
        a_move(months=exact(1)),
        a_move("starter", "delivery-stint", months=exact(4)),
        gates=(
            a_gate("business", work="business", months=12),
            a_gate("people", work="people", months=6),
        ),
    )
    (leg,) = walked(curriculum)

    # Twelve months in the role: four before the detour of twelve, and eight after it.
    assert months(leg.gates["people"]) == pytest.approx(4 + 12 + 8)


def two_legs(*, first_work=(), middle_work=(), lacks=24):
    return a_map(
        a_role("starter", work=first_work),
        a_role("middle", work=middle_work),
        a_move("starter", "middle", months=exact(10)),
        a_move("middle", "tech-pm", months=exact(5)),
        gates=(a_gate("delivery", work="delivery", months=lacks),),
    )


@pytest.mark.parametrize(
    ("first", "middle", "opens"),
    [
        pytest.param(("delivery",), ("delivery",), 24, id="all the way"),
        pytest.param({"delivery": 0.5}, ("delivery",), 10 + 19, id="half at first"),
        pytest.param((), ("delivery",), 10 + 24, id="later only"),
        pytest.param((), {"delivery": 0.5}, 10 + 48, id="half later only"),
    ],
)
def test_months_of_the_legs_behind_count_for_a_gate_ahead(first, middle, opens):
    _, last = walked(two_legs(first_work=first, middle_work=middle))

    assert months(last.gates["delivery"]) == pytest.approx(opens)
    assert months(last.finish) == pytest.approx(opens)


def test_work_that_goes_on_today_counts_on_the_first_leg_only():
    _, last = walked(two_legs(middle_work={"delivery": 0.5}), experience("delivery", "2026-11-21"))

    assert months(last.gates["delivery"]) == pytest.approx(10 + (24 - 10) / 0.5, abs=0.1)


def test_a_gate_that_nothing_gives_never_opens_and_what_follows_never_comes():
    curriculum = a_map(
        a_role("starter"),
        a_role("middle", gates=(a_gate("delivery", work="delivery"),)),
        a_move("starter", "middle"),
        a_move("middle", "tech-pm"),
        gates=(a_gate("business", work="business"),),
    )
    first, last = walked(curriculum)

    assert first.finish == [inf]
    assert first.decided_by(0) == "delivery"
    assert last.finish == [inf]


def test_a_certificate_is_waited_for_from_today_and_one_that_is_held_is_not():
    curriculum = a_map(
        a_certification(
            "pmp", experience=({"work": "leading", "months": 36},), study_hours=(10, 20, 30)
        ),
        a_role("starter"),
        a_move(months=exact(1)),
        gates=({"id": "held", "kind": "certificate", "certification": "pmp"},),
    )
    (never,) = walked(curriculum)
    (held,) = walked(curriculum, certified("pmp"))

    assert never.gates == {"held": [inf]}
    assert held.gates == {}
    assert months(held.finish) == 1


def test_the_latest_of_moves_gates_and_study_decides():
    curriculum = a_map(
        a_role("starter", work=("delivery",)),
        a_move(months=exact(10)),
        gates=(a_gate("delivery", work="delivery", months=8),),
    )
    work = [LegWork(hours_until_here=400.0, sd_until_here=0.0, standing_hours=0.0)]
    (leg,) = walked(curriculum)
    (studying,) = walked(curriculum, work=work)

    assert (leg.decided_by(0), months(leg.finish)) == ("move:starter:tech-pm", 10)
    assert (studying.decided_by(0), studying.finish) == ("effort", [400.0])


def test_a_leg_without_any_time_is_decided_by_nothing():
    (leg,) = walked(a_map(a_role("starter")))

    assert (leg.finish, leg.decided_by(0)) == ([0.0], "")


@pytest.mark.parametrize(
    ("asked", "start", "ends"),
    [
        pytest.param({}, 0.0, 80, id="hours alone"),
        pytest.param({}, 300.0, 80, id="whenever the leg begins"),
        pytest.param({"spans": ((30.0, 60.0),)}, 0.0, 90, id="a span that begins after hours"),
        pytest.param({"spans": ((30.0, 40.0),)}, 0.0, 80, id="a span that hours outlast"),
        pytest.param({"not_before": ((100.0, 20.0),)}, 0.0, 120, id="what is put off"),
        pytest.param({"standing_hours": 20.0}, 300.0, 320, id="what waits for a role's office"),
        pytest.param({"standing_hours": 20.0}, 40.0, 80, id="a role that is reached before"),
    ],
)
def test_study_ends_with(asked, start, ends):
    work = LegWork(
        **{"hours_until_here": 80.0, "sd_until_here": 0.0, "standing_hours": 0.0} | asked
    )

    by_effort = effort_days(work, ONE_HOUR_A_DAY)
    standing = work.standing_hours
    assert with_standing(standing, ONE_HOUR_A_DAY, [start], by_effort) == [ends]


def test_a_detour_taken_for_one_gate_gives_its_months_to_every_gate_that_its_work_counts_for():
    # The office lacks 12 months of leading, and 36 of project work at a quarter of a month. The
    # stint of 24 gives both: 12 remain of the 36, and take 48 in the office.
    office = a_role("starter", work={"hands-on": 0.25})
    gates = (a_gate(months=12), a_gate("projects", work="project-related", months=36))
    stint = a_detour(work=("leading",), months=exact(24))
    (leg,) = walked(a_map(office, stint, a_move(months=exact(1)), gates=gates))

    assert months(leg.gates["leading-12"]) == pytest.approx(12)
    assert months(leg.gates["projects"]) == pytest.approx(24 + 12 / 0.25)


def test_a_gate_that_the_detour_of_another_gate_fills_is_met_while_it_lasts():
    office = a_role("starter", work={"hands-on": 0.25})
    gates = (a_gate(months=24), a_gate("projects", work="project-related", months=12))
    stint = a_detour(work=("leading",), months=exact(24))
    (leg,) = walked(a_map(office, stint, a_move(months=exact(1)), gates=gates))

    assert months(leg.gates["projects"]) == pytest.approx(12)
    assert months(leg.finish) == pytest.approx(24)


def test_months_that_only_an_earlier_role_gives_are_waited_for_as_if_one_had_stayed_in_it():
    lead, middle = a_role("starter", work=("leading",)), a_role("middle")
    ways = (a_move("starter", "middle", months=exact(6)), a_move("middle", months=exact(2)))
    first, second = walked(a_map(lead, middle, *ways, gates=(a_gate(months=12),)))

    assert months(first.finish) == pytest.approx(6)
    assert months(second.gates["leading-12"]) == pytest.approx(12)


ENOUGH_AFTER_60 = LegWork(
    hours_until_here=100.0, sd_until_here=0.0, standing_hours=0.0, search_hours=60.0
)


def looking(since: str):
    return a_profile(looking=date.fromisoformat(since))


def searched(*entries, served="2025-11-22", work=NO_WORK, takes=12, search=(2, 4, 8), gates=()):
    """A leg of twelve months, all served unless it takes more, and a search of 2 to 8, likely 4."""
    curriculum = a_map(
        a_role("starter"), a_move(months=exact(takes)), search=search, gates=tuple(gates)
    )
    (leg,) = walked(
        curriculum, experience("leading", served, role="starter"), *entries, work=[work]
    )
    return leg


def test_a_search_begins_when_the_months_of_the_move_are_served():
    leg = searched(takes=18)

    assert months(leg.ready) == pytest.approx(6, abs=0.05)
    assert months(leg.finish) == pytest.approx(10, abs=0.05)
    assert (leg.decided_by(0), leg.searched_last(0)) == ("move:starter:tech-pm", True)


def test_a_search_begins_today_at_the_earliest():
    leg = searched(served="2020-01-01")

    assert (leg.ready, months(leg.finish)) == ([0.0], 4)
    assert leg.decided_by(0) == "search:tech-pm"


def test_a_search_begins_when_three_fifths_are_studied_and_decides_where_it_ends_after_the_study():
    leg = searched(work=ENOUGH_AFTER_60)

    assert (leg.ready, leg.study) == ([60.0], [100.0])
    assert leg.finish == [60 + 4 * DAYS_PER_MONTH]
    assert leg.decided_by(0) == "search:tech-pm"


def test_study_decides_where_it_ends_after_the_search():
    work = replace(ENOUGH_AFTER_60, hours_until_here=400.0)
    leg = searched(work=work)

    assert leg.finish == [400.0]
    assert leg.decided_by(0) == "effort"


@pytest.mark.parametrize(
    ("since", "left"),
    [
        pytest.param("2026-11-21", 4, id="since today"),
        pytest.param("2026-10-21", 3, id="for a month"),
        pytest.param("2026-01-01", 1, id="longer than it takes: a month at least"),
    ],
)
def test_of_a_search_that_has_begun_the_rest_is_left_however_little_is_studied(since, left):
    leg = searched(looking(since), work=ENOUGH_AFTER_60)

    assert leg.ready == [0.0]
    assert months(leg.finish) == pytest.approx(max(left, 100 / DAYS_PER_MONTH), abs=0.05)
    plain = searched(looking(since))
    assert months(plain.finish) == pytest.approx(left, abs=0.05)


def test_who_looks_before_the_months_are_served_has_the_whole_search_ahead_of_that_day():
    leg = searched(looking("2026-01-01"), takes=18)

    assert months(leg.ready) == pytest.approx(6, abs=0.05)
    assert months(leg.finish) == pytest.approx(10, abs=0.05)


def test_a_dated_gate_comes_before_the_search():
    leg = searched(gates=(a_gate(months=24),), served="2025-11-22")

    assert months(leg.ready) == pytest.approx(12, abs=0.05)
    assert months(leg.finish) == pytest.approx(16, abs=0.05)
    assert leg.decided_by(0) == "leading-12"


SAID_SO = a_gate("said-so", kind="confirmed", months=(3, 6, 12))


@pytest.mark.parametrize(
    ("served", "left"),
    [
        pytest.param("2026-11-21", 6, id="new in the role"),
        pytest.param("2026-09-22", 4, id="two months in it"),
        pytest.param("2020-01-01", 1.5, id="years in it: a quarter"),
    ],
)
def test_what_others_say_takes_its_months_from_when_one_holds_the_role_before(served, left):
    leg = searched(served=served, search=(0, 0, 0), takes=0, gates=(SAID_SO,))

    assert months(leg.finish) == pytest.approx(left, abs=0.05)
    assert leg.decided_by(0) == "said-so"


@pytest.mark.parametrize(("there", "left"), [(0, 6), (1, 4), (3, 0)])
def test_of_a_count_what_is_missing_takes_its_share_from_today(there, left):
    gate = a_gate("three", kind="closed", count=3, months=(3, 6, 12))
    projects = [closed(f"Project {number}") for number in range(there)]
    leg = searched(*projects, served="2020-01-01", search=(0, 0, 0), takes=0, gates=(gate,))

    assert months(leg.finish) == pytest.approx(left)


def test_a_gate_that_others_confirmed_takes_nothing():
    said = an_entry("did", gate="said-so")
    leg = searched(said, search=(0, 0, 0), takes=0, gates=(SAID_SO,))

    assert leg.finish == [0.0]
    taken_back = searched(said, void(said), search=(0, 0, 0), takes=0, gates=(SAID_SO,))
    assert taken_back.finish != [0.0]


def test_on_a_later_leg_others_begin_when_the_leg_does_and_the_search_does_not_wait_for_them():
    curriculum = a_map(
        a_role("starter"),
        a_role("middle", search=exact(2)),
        a_move("starter", "middle", months=exact(10)),
        a_move("middle", "tech-pm", months=exact(1)),
        search=exact(3),
        gates=(SAID_SO,),
    )
    first, last = walked(curriculum)

    assert months(first.finish) == 10 + 2
    assert (months(last.ready), months(last.finish)) == (12 + 1, 12 + 6)
    assert last.decided_by(0) == "said-so"
    assert not last.searched_last(0)


def test_a_post_that_one_comes_back_from_is_found_first_and_nobody_searches_for_the_way_back():
    curriculum = a_map(
        a_role("starter"),
        a_detour(work=("leading",), months=exact(12), search=None, return_months=3),
        a_move(months=exact(1)),
        gates=(a_gate(months=12),),
        search=(2, 4, 8),
    )
    (leg,) = walked(curriculum)

    assert months(leg.detour_ends["move:starter:delivery-stint"]) == 2 + 12
    assert months(leg.ready) == 2 + 12 + 3
    assert months(leg.finish) == 2 + 12 + 3 + 4
    assert leg.decided_by(0) == "leading-12"


def test_hours_that_wait_for_a_role_open_the_search_only_in_it():
    # Of 100 hours 80 wait for the role that is reached after 300 days: 60 are enough, so 40 of them.
    work = replace(
        ENOUGH_AFTER_60,
        standing_hours=80.0,
        search_hours=60.0,
        standing_before_search=40.0,
    )
    curriculum = a_map(
        a_role("starter"),
        a_role("middle"),
        a_move("starter", "middle", months=exact(300 / DAYS_PER_MONTH)),
        a_move("middle", "tech-pm", months=exact(0)),
        search=exact(1),
    )
    _, last = walked(curriculum, work=[NO_WORK, work])

    assert last.ready == [340.0]
    assert last.study == [380.0]
    assert last.finish == [380.0]
