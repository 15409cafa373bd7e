"""Which steps serve a stage, and how far each of them is."""

from datetime import date

import pytest

from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.roadmap.actions import by_role

from builders import (
    TODAY,
    a_certification,
    a_curriculum,
    a_detour,
    a_gate,
    a_job_step,
    a_logbook,
    a_move,
    a_profile,
    a_role,
    a_step,
    an_entry,
    an_exercise,
    by_way_of_a_post,
    closed,
    did,
    experience,
    finished,
    months_of,
)

BUSINESS = months_of("business")
CLOSED = a_gate("closed-2", kind="closed", count=2)
PMP = a_gate("pmp-held", kind="certificate", certification="pmp")
ROLES = (
    *by_way_of_a_post(BUSINESS, CLOSED, PMP, work=("leading",)),
    a_role("head", needs={"risk": 3}),
)
MAP = (*ROLES, a_move("junior", "senior"), a_move("senior", "head"), a_certification("pmp"))
STUDY = (an_exercise("rsk-01"), an_exercise("rsk-02", level=3))


def actions(*steps, said=None, entries=(), catalogue=MAP):
    """The steps of each stage on the way from junior to head, by what they lead to: id to state."""
    curriculum = a_curriculum(*catalogue, *STUDY, *steps)
    profile = a_profile(**{"role": "junior", "target": "head"} | (said or {}))
    person = person_of(curriculum, a_logbook(profile, *entries), TODAY)
    planned = Planner(person=person).candidates[0]
    found = by_role(planned.route, planned.actions)
    return {role: {each.step.id: each.state for each in steps} for role, steps in found.items()}


def state(step, *entries, **said):
    return actions(step, entries=entries, said=said)["senior"][step.id]


class TestWhatServesAStage:
    @pytest.mark.parametrize("what", ["senior", "closed-2", "business-12", "pmp-held", "pmp"])
    def test_its_role_and_its_gates_have_steps(self, what):
        assert actions(a_step("s1", **{"for": what})) == {"senior": {"s1": "open"}}

    def test_a_detour_has_its_own(self):
        assert actions(a_step("s1", **{"for": "post"})) == {"post": {"s1": "open"}}

    def test_those_of_a_later_stage_wait(self):
        assert actions(a_step("s1", **{"for": "head"})) == {"head": {"s1": "waiting"}}

    def test_a_step_from_another_role_does_not_belong_here(self):
        assert actions(a_step("s1", **{"from": "head"})) == {}
        assert actions(a_step("s1", **{"from": ("head", "junior")})) == {"senior": {"s1": "open"}}

    def test_what_is_to_do_on_a_detour_is_asked_of_nobody_who_is_not_on_it(self):
        assert actions(a_step("s1", **{"for": "post", "from": "post"})) == {}

    def test_who_is_on_a_detour_is_asked_for_what_is_to_do_there_and_not_to_ask_for_it(self):
        steps = (
            a_step("ask", **{"for": "post"}),
            a_step("there", **{"for": "post", "from": "post"}),
            a_step("back", **{"for": "senior", "from": "post"}),
            a_step("here", **{"for": "senior", "from": "junior"}),
        )
        on_it = a_profile(role="post", since=TODAY)
        found = actions(*steps, said={"on": "2026-11-01"}, entries=(on_it,))
        assert found == {"post": {"there": "open"}, "senior": {"back": "open", "here": "open"}}

    def test_a_detour_that_is_on_record_as_begun_is_not_asked_for(self):
        steps = (a_step("ask", **{"for": "post"}), a_step("here"))
        begun = experience("business", "2026-11-01", role="post")
        found = actions(*steps, entries=(begun,))
        assert found == {"senior": {"here": "open"}}

    def test_a_gate_that_somebody_confirmed_is_not_asked_for(self):
        budget = a_gate("budget", kind="confirmed")
        senior = a_role("senior", needs={"risk": 2}, gates=(budget,))
        catalogue = (ROLES[0], senior, *MAP[2:])
        steps = (a_step("ask", waits=14, **{"for": "budget"}), a_step("here"))
        assert actions(*steps, catalogue=catalogue)["senior"] == {"ask": "open", "here": "open"}
        confirmed = an_entry("did", gate="budget", **{"with": "Carla"})
        found = actions(*steps, catalogue=catalogue, entries=(did("ask"), confirmed))
        assert found["senior"] == {"here": "open"}

    def test_what_is_to_do_on_several_detours_serves_the_one_that_one_is_on(self):
        catalogue = (
            *MAP,
            a_detour("stint", work=("delivery",)),
            a_role("top", gates=(BUSINESS, months_of("delivery"))),
            a_move("junior", "top"),
        )
        both = {"for": ("post", "stint"), "from": ("post", "stint")}
        on_it = a_profile(role="post", since=TODAY)
        said = {"on": "2026-11-01", "target": "top"}
        steps = (a_step("there", **both), a_step("ask", **{"for": ("post", "stint")}))
        found = actions(*steps, said=said, entries=(on_it,), catalogue=catalogue)
        assert found == {"post": {"there": "open"}, "stint": {"ask": "open"}}

    def test_a_retired_step_is_asked_of_nobody(self):
        assert actions(a_step("s1", retired=True)) == {}

    def test_a_gate_that_is_met_needs_no_step(self):
        step = a_step("s1", **{"for": "closed-2"})
        assert actions(step, entries=(closed("A"), closed("B"))) == {}

    def test_who_comes_back_into_their_own_role_makes_no_move_into_it(self):
        back = {"role": "senior", "target": "senior", "context": "break"}
        steps = a_step("s1", **{"for": "senior"}), a_step("s2", **{"for": "break"})
        assert actions(*steps, said=back) == {"senior": {"s2": "open"}}

    def test_a_certificate_years_away_is_not_worked_on_yet(self):
        far = a_certification("pmp", gates=(a_gate("pmp-36", months=36, work="hands-on"),))
        catalogue = (*MAP[:-1], far)
        step = a_step("s1", **{"for": "pmp"})
        assert actions(step, catalogue=catalogue) == {}
        served = experience("hands-on", "2020-01-01")
        assert actions(step, catalogue=catalogue, entries=(served,)) == {"senior": {"s1": "open"}}

    def test_who_holds_the_target_asks_nobody_for_it(self):
        said = {"role": "senior", "target": "senior"}
        assert actions(a_step("s1"), said=said) == {}


class TestTheSearch:
    def test_it_is_closed_while_little_is_done(self):
        assert actions(a_job_step("j1")) == {}

    def test_it_opens_with_three_fifths_of_the_hours_of_the_stage(self):
        done = (finished("rsk-01"),)
        assert actions(a_job_step("j1"), entries=done) == {"senior": {"j1": "open"}}

    def test_it_opens_for_whom_is_looking(self):
        assert actions(a_job_step("j1"), said={"looking": TODAY}) == {"senior": {"j1": "open"}}

    def test_what_is_counted_stays_open_until_there_is_enough_of_it(self):
        step = a_job_step("j2", counts_as="employers", again=1)
        looking = {"looking": TODAY}
        yesterday = did("j2", on="2026-11-20")
        assert actions(step, said=looking, entries=(yesterday,))["senior"]["j2"] == "open"
        assert actions(step, said=looking, entries=(did("j2"),))["senior"]["j2"] == "done"

    def test_what_does_not_repeat_is_done_by_being_logged_though_its_count_is_not_reached(self):
        step = a_job_step("j1", counts_as="initiatives")
        looking = {"looking": TODAY}
        assert actions(step, said=looking)["senior"]["j1"] == "open"
        earlier = did("j1", on="2026-11-01")
        assert actions(step, said=looking, entries=(earlier,))["senior"]["j1"] == "done"

    def test_who_has_closed_a_project_volunteers_for_none(self):
        step = a_job_step("j1", counts_as="initiatives")
        looking = {"looking": TODAY}
        assert actions(step, said=looking, entries=(closed("A"),))["senior"]["j1"] == "done"


class TestHowFarItIs:
    def test_it_is_open_until_it_is_logged(self):
        assert state(a_step("s1")) == "open"
        assert state(a_step("s1"), did("s1")) == "done"

    def test_what_is_begun_stays_open(self):
        assert state(a_step("s1"), did("s1", begun=True)) == "started"

    def test_what_is_put_off_waits_for_its_day(self):
        put_off = an_entry("deferred", step="s1", until=date(2026, 12, 1))
        assert state(a_step("s1"), put_off) == "deferred"
        past = an_entry("deferred", step="s1", until=TODAY)
        assert state(a_step("s1"), past) == "open"

    @pytest.mark.parametrize("before", ["s0", "rsk-01"])
    def test_it_waits_for_what_it_requires(self, before):
        step = a_step("s1", requires=(before,))
        done = did("s0") if before == "s0" else finished("rsk-01")
        first = a_step("s0")
        assert actions(first, step)["senior"]["s1"] == "waiting"
        assert actions(first, step, entries=(done,))["senior"]["s1"] == "open"

    def test_what_needs_work_that_goes_on_is_open_only_while_it_does(self):
        step = a_step("s1", during="leading")
        over = experience("leading", "2025-01-01", "2025-12-31")
        assert state(step) == "waiting"
        assert state(step, over) == "waiting"
        assert state(step, experience("leading", "2026-10-01")) == "open"
        # The post itself may be that work.
        assert state(a_step("s1", during="hands-on")) == "open"

    def test_an_answer_is_awaited_until_it_is_time_to_ask_again(self):
        step = a_step("s1", waits=14)
        assert state(step, did("s1", on="2026-11-08", **{"with": "Anna"})) == "awaited"
        assert state(step, did("s1", on="2026-11-07", **{"with": "Anna"})) == "open"

    def test_an_answer_on_record_ends_the_waiting(self):
        asked = did("s1", on="2026-11-07", **{"with": "Anna"})
        answer = did("s1", outcome="From April", **{"with": "Anna"})
        assert state(a_step("s1", waits=14), asked, answer) == "done"

    def test_what_builds_on_an_ask_waits_for_the_answer(self):
        steps = (a_step("s1", waits=14), a_step("s2", requires=("s1",)))
        asked = did("s1", on="2026-11-20", **{"with": "Anna"})
        found = actions(*steps, entries=(asked,))
        assert found["senior"] == {"s1": "awaited", "s2": "waiting"}
        answer = did("s1", outcome="Yes", **{"with": "Anna"})
        found = actions(*steps, entries=(asked, answer))
        assert found["senior"] == {"s1": "done", "s2": "open"}

    def test_what_was_built_on_all_the_same_is_no_longer_waited_for(self):
        one, other = (a_step(name, requires=("s1",)) for name in ("s2", "s3"))
        entries = (did("s1", on="2026-11-10"), did("s2", on="2026-11-12"))
        found = actions(a_step("s1", waits=30), one, other, entries=entries)
        assert found["senior"] == {"s1": "done", "s2": "done", "s3": "open"}

    def test_after_a_no_it_is_for_asking_again_on_the_day_that_was_said(self):
        steps = (a_step("s1", waits=14), a_step("s2", requires=("s1",)))
        said_no = did("s1", on="2026-11-01", outcome="Not this year")
        for until, now in ((TODAY, "open"), (date(2026, 12, 1), "deferred")):
            put_off = an_entry("deferred", step="s1", on="2026-11-02", until=until)
            found = actions(*steps, entries=(said_no, put_off))
            assert found["senior"] == {"s1": now, "s2": "waiting"}

    def test_what_is_for_doing_again_opens_after_its_days(self):
        step = a_step("s1", again=7)
        assert state(step, did("s1", on="2026-11-15")) == "done"
        assert state(step, did("s1", on="2026-11-14")) == "open"

    def test_what_was_done_for_an_earlier_post_is_open_for_this_one(self):
        before = a_profile(role="starter", on="2025-01-01")
        asked = did("s1", on="2025-06-01")
        catalogue = (*MAP, a_role("starter"))
        found = actions(a_step("s1"), entries=(before, asked), catalogue=catalogue)
        assert found["senior"]["s1"] == "open"
        assert state(a_step("s1"), asked) == "done"

    def test_since_when_a_post_is_held_may_be_said(self):
        asked = did("s1", on="2026-06-01")
        assert state(a_step("s1"), asked, since=date(2026, 5, 1)) == "done"
        assert state(a_step("s1"), asked, since=date(2026, 7, 1)) == "open"


def test_of_a_step_that_is_begun_the_rest_is_left_a_quarter_of_an_hour_at_least():
    curriculum = a_curriculum(*MAP, *STUDY, a_step("s1", minutes=60))
    for minutes, left in ((20, 40), (55, 15)):
        entries = a_logbook(
            a_profile(role="junior", target="head"), did("s1", begun=True, minutes=minutes)
        )
        planned = Planner(person=person_of(curriculum, entries, TODAY)).candidates[0]
        assert planned.actions[0][0].minutes_left == left
