"""When nothing can be done: what is awaited, from whom, until when; and whether one has arrived."""

from datetime import date

import pytest

from pmcareer.domain.plan.first import first_item
from pmcareer.domain.plan.waiting import agreed_of, arrival_of, asked_of, why_nothing

from builders import (
    TODAY,
    a_detour,
    a_gate,
    a_job_step,
    a_move,
    a_planner,
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
)

CLOSED = a_gate("closed-1", kind="closed", count=1)
MAP = (
    a_role("junior"),
    a_role("senior", title="Senior", needs={"risk": 2}, search=(2, 4, 8)),
    a_role("head"),
    a_move("junior", "senior", months=(1, 2, 3)),
    a_move("senior", "head"),
    an_exercise("rsk-01"),
)
ME = a_profile(role="junior", target="senior", on="2026-01-01")
SERVED = experience("hands-on", "2020-01-01", role="junior", on="2026-01-01")
DONE = (ME, SERVED, finished("rsk-01", on="2026-02-01"))


def planner(*entries, items=MAP, today=TODAY):
    return a_planner(*entries, items=items, today=today)


class TestWhatIsAwaited:
    def test_whose_answer_is_named_with_the_day_to_ask_again(self):
        items = (*MAP, a_step("ask", title="Ask your manager", waits=14))
        asked = did("ask", on="2026-11-10", **{"with": "Anna"})
        plans = planner(*DONE, asked, items=items)
        assert first_item(plans) is None
        assert (
            "You wait for Anna since 10 Nov 2026 (Ask your manager): ask again on Tue 24 Nov."
        ) in why_nothing(plans)

    def test_a_step_put_off_or_resting_is_named_with_its_day(self):
        items = (*MAP, a_step("ask", title="Ask your manager"))
        put_off = an_entry("deferred", step="ask", until=date(2026, 12, 1))
        assert "On 1 Dec 2026 comes: Ask your manager." in why_nothing(
            planner(*DONE, put_off, items=items)
        )
        resting = (*MAP, a_job_step("apply", title="Apply", again=7))
        assert "On Fri 27 Nov comes: Apply." in why_nothing(
            planner(*DONE, did("apply", on="2026-11-20"), items=resting)
        )

    def test_whom_holds_the_target_it_asks_where_to_next(self):
        held = a_profile(role="senior", target="senior")
        said = why_nothing(planner(held, finished("rsk-01")))
        assert "Where to next? About head: look at the way with pmcareer plan --target head" in said
        assert "choose it with pmcareer profile --target head" in said


class TestWhatIsAgreed:
    ITEMS = (
        *by_way_of_a_post()[:2],
        a_detour("post", title="A year in business", work=("business",)),
        a_move("junior", "senior", months=(1, 2, 3)),
        an_exercise("rsk-01"),
        a_step("ask", waits=14, **{"for": "post"}),
        a_step("cover", **{"for": "post"}),
    )
    ASKED = did("ask", on="2026-11-01")
    ANSWERED = did("ask", on="2026-11-10", outcome="They agreed", id="answer")
    COVERED = did("cover", on="2026-11-12")

    def test_all_agreed_and_not_begun_is_asked_about_and_says_why_the_date_slides(self):
        found = agreed_of(planner(ME, SERVED, self.ANSWERED, self.COVERED, items=self.ITEMS))
        assert found.text == (
            "Has it begun, A year in business? "
            "Then say so: pmcareer profile --role post --since 2026-11-21"
        )
        assert found.slides == (
            "A year in business is agreed: each month until it begins is a month later. "
            "Begun? pmcareer profile --role post --since 2026-11-21"
        )

    @pytest.mark.parametrize(
        "entries",
        [(), (ASKED, COVERED), (ANSWERED,), (COVERED,)],
        ids=["nothing", "no answer", "cover is open", "nobody was asked"],
    )
    def test_what_is_not_agreed_is_not_asked_about(self, entries):
        assert agreed_of(planner(ME, SERVED, *entries, items=self.ITEMS)) is None

    def test_once_it_is_said_nobody_asks(self):
        there = a_profile(role="post", on="2026-11-20", id="there")
        done = (ME, SERVED, self.ANSWERED, self.COVERED, there)
        assert agreed_of(planner(*done, items=self.ITEMS)) is None

    def test_of_a_move_it_is_asked_for_a_month(self):
        items = (*MAP, a_step("ask", waits=14))
        answered = did("ask", on="2026-02-10", outcome="Yes")
        asked = [
            agreed_of(planner(*DONE, answered, items=items, today=day)) is not None
            for day in (date(2026, 3, 1), date(2026, 4, 1))
        ]
        assert asked == [True, False]

    def test_the_role_comes_before_what_leads_to_it(self):
        items = (*MAP, a_step("ask", waits=14))
        answered = did("ask", on="2026-02-10", outcome="Yes")
        looking = a_profile(looking=date(2026, 7, 1), on="2026-07-01")
        soon = planner(*DONE, answered, items=items, today=date(2026, 3, 1))
        assert asked_of(soon).is_agreed
        arrived = asked_of(planner(*DONE, answered, looking, items=items))
        assert not arrived.is_agreed
        assert "Until you say so its day stays ahead" in arrived.slides


class TestTheArrival:
    def test_from_the_likely_day_on_it_is_asked_for(self):
        looking = a_profile(looking=date(2026, 7, 1), on="2026-07-01")
        assert arrival_of(planner(*DONE, looking, today=date(2026, 10, 30))) is None
        found = arrival_of(planner(*DONE, looking, today=date(2026, 11, 1)))
        assert found.text == (
            "Are you in the role by now, Senior? "
            "Then say so: pmcareer profile --role senior --since 2026-11-01"
        )

    def test_where_nobody_searches_it_is_asked_for_at_once(self):
        items = (a_role("junior"), a_role("senior", needs={"risk": 2}), an_exercise("rsk-01"))
        assert arrival_of(planner(ME, items=items)) is None
        assert arrival_of(planner(*DONE, items=items)).role.id == "senior"

    @pytest.mark.parametrize("entries", [(ME, SERVED), (ME, finished("rsk-01")), ()])
    def test_while_study_or_months_are_left_nobody_is_asked(self, entries):
        looking = a_profile(looking=date(2026, 1, 1), on="2026-01-02")
        assert arrival_of(planner(*entries, looking)) is None

    def test_a_gate_that_is_not_met_comes_before(self):
        senior = a_role("senior", needs={"risk": 2}, gates=(CLOSED,))
        items = (a_role("junior"), senior, an_exercise("rsk-01"))
        assert arrival_of(planner(*DONE, items=items)) is None
        assert arrival_of(planner(*DONE, closed("A"), items=items)).role.id == "senior"

    def test_it_is_asked_for_where_nobodys_place_is_the_start(self):
        only = (a_role("only", needs={"risk": 2}), an_exercise("rsk-01"))
        done = finished("rsk-01", on="2026-02-01")
        assert arrival_of(planner(items=only)) is None
        assert arrival_of(planner(done, items=only)).role.id == "only"
        held = a_profile(role="only", target="only", on="2026-02-02")
        assert arrival_of(planner(done, held, items=only)) is None

    def test_what_opens_in_the_role_alone_holds_no_question_up(self):
        senior = a_role("senior", needs={"risk": 2})
        late = an_exercise("rsk-02", standing="senior")
        items = (a_role("junior"), senior, an_exercise("rsk-01"), late)
        plans = planner(*DONE, items=items)
        assert first_item(plans) is None
        assert "What is left opens once you are" in why_nothing(plans)
        assert arrival_of(plans).role.id == "senior"

    def test_whom_holds_the_target_nobody_asks(self):
        held = a_profile(role="senior", target="senior")
        assert arrival_of(planner(held, finished("rsk-01"))) is None
