"""Which step moves what decides: a gate, the months of a post, the search, or what comes later."""

from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.roadmap.towards import first_towards, is_waited_for

from builders import (
    TODAY,
    a_curriculum,
    a_detour,
    a_gate,
    a_job_step,
    a_logbook,
    a_move,
    a_profile,
    a_role,
    a_step,
    an_exercise,
    by_way_of_a_post,
    did,
    months_of,
)

BUSINESS = months_of("business")
CLOSED = a_gate("closed-2", kind="closed", count=2)
MAP = (
    *by_way_of_a_post(BUSINESS, CLOSED, work=("leading",)),
    a_role("head", needs={"risk": 3}),
    a_move("junior", "senior"),
    a_move("senior", "head"),
    an_exercise("rsk-01"),
    an_exercise("rsk-02", level=3),
)
ROLE = a_step("role", **{"for": "senior"})
POST = a_step("post-ask", **{"for": "post"})
GATE = a_step("gate", **{"for": "closed-2"})


def towards(deciding, *steps, entries=()):
    profile = a_profile(role="junior", target="head", looking=TODAY)
    person = person_of(a_curriculum(*MAP, *steps), a_logbook(profile, *entries), TODAY)
    planned = Planner(person=person).candidates[0]
    found = first_towards(planned.route, planned.actions[0], deciding)
    return found and (found[0].step.id, found[1])


def test_a_gate_is_moved_by_its_own_step():
    assert towards(["closed-2"], ROLE, POST, GATE) == ("gate", "closed-2")


def test_months_that_a_detour_gives_are_moved_by_asking_for_it():
    assert towards(["business-12"], ROLE, GATE, POST) == ("post-ask", "business-12")
    assert towards(["move:junior:post"], ROLE, GATE, POST) == ("post-ask", "move:junior:post")


def test_all_detours_are_asked_for_before_what_builds_on_one_of_them():
    senior = a_role("senior", gates=(BUSINESS, months_of("delivery")))
    stint = a_detour("stint", work=("delivery",))
    asks = [a_step(f"{name}-ask", waits=14, **{"for": name}) for name in ("post", "stint")]
    cover = a_step("cover", **{"for": ("post", "stint")})
    catalogue = (*MAP[:1], senior, *MAP[2:4], stint, *MAP[4:], *asks, cover)
    found = []
    entries = []
    for _ in range(3):
        profile = a_profile(role="junior", target="senior")
        logbook = a_logbook(profile, *entries)
        planned = Planner(person=person_of(a_curriculum(*catalogue), logbook, TODAY)).candidates[0]
        action, _row = first_towards(planned.route, planned.actions[0], ["business-12"])
        found.append(action.step.id)
        entries.append(did(action.step.id))
    assert {*found[:2]} == {"post-ask", "stint-ask"}
    assert found[2] == "cover"


def test_months_in_the_post_one_has_leave_the_detour_first_and_then_the_role():
    months = ["move:junior:senior"]
    assert towards(months, ROLE, GATE, POST) == ("post-ask", months[0])
    assert towards(months, ROLE, GATE) == ("role", months[0])
    assert towards(months, GATE) is None


def test_the_search_is_moved_by_its_steps():
    step = a_job_step("j1")
    assert towards(["search:senior"], ROLE, step) == ("j1", "search:senior")


def test_what_decides_later_is_served_by_every_step_of_the_present_stage():
    assert towards(["move:senior:head"], GATE, ROLE) == ("gate", "move:senior:head")


def test_where_nothing_is_open_for_what_decides_most_the_next_row_counts():
    assert towards(["business-12", "closed-2"], GATE) == ("gate", "closed-2")
    done = did("gate")
    assert towards(["business-12", "closed-2"], GATE, entries=(done,)) is None


def test_what_was_never_done_comes_before_what_is_for_doing_again_and_that_takes_turns():
    repeats = [a_step(name, again=7, **{"for": "closed-2"}) for name in ("r1", "r2")]
    once = a_step("once", **{"for": "closed-2"})
    both = (did("r1", on="2026-11-10"), did("r2", on="2026-11-05"))
    assert towards(["closed-2"], *repeats, once, entries=both) == ("once", "closed-2")
    assert towards(["closed-2"], *repeats, entries=both) == ("r2", "closed-2")


def test_whom_to_ask_again_comes_before_what_was_never_done():
    ask = a_step("ask", waits=7, **{"for": "closed-2"})
    asked = did("ask", on="2026-11-10")
    assert towards(["closed-2"], GATE, ask, entries=(asked,)) == ("ask", "closed-2")
    assert towards(["closed-2"], GATE, ask) == ("gate", "closed-2")


def waited_for(row, step):
    profile = a_profile(role="junior", target="head", looking=TODAY)
    person = person_of(a_curriculum(*MAP, step), a_logbook(profile), TODAY)
    planned = Planner(person=person).candidates[0]
    (action,) = planned.actions[0]
    return is_waited_for(planned.route.legs[0], row, action)


def test_a_date_waits_for_asks_and_for_gates_and_not_for_what_is_done_while_months_run():
    assert waited_for("business-12", POST)
    assert waited_for("closed-2", GATE)
    assert waited_for("search:senior", a_job_step("j1"))
    assert not waited_for("business-12", ROLE)
    assert not waited_for("move:junior:senior", ROLE)
    assert not waited_for("closed-2", ROLE)
