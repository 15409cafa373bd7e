"""What comes first: a step where something else than study decides the date, and why."""

from dataclasses import replace
from datetime import date

import pytest

from pmcareer.domain.plan.first import (
    beside_of,
    first_item,
    part_of,
    step_of,
    step_terms,
    with_turn,
)
from pmcareer.domain.plan.today import Term, today_of

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
    did,
    experience,
    finished,
    months_of,
    worked,
)

ASK = a_step("ask", minutes=45, accept=("One", "Two", "Three"), **{"for": "post"})
COVER = a_step("cover", requires=("ask",), **{"for": "post"})
SEARCH = a_job_step("apply")
EXERCISES = (an_exercise("rsk-01", hours=(40, 40, 40)), an_exercise("rsk-02", hours=(40, 40, 40)))
MAP = (
    *by_way_of_a_post(work=("leading",), search=(1, 1, 1)),
    a_move("junior", "senior", months=(1, 1, 1)),
)
WAITING = (*MAP, *EXERCISES, ASK, COVER, SEARCH)
"""Twelve months in a post decide, and eighty hours of study run beside it."""
SERVED = experience("business", "2024-01-01", "2025-06-30")
HELD = experience("hands-on", "2020-01-01", role="junior")
ME = a_profile(role="junior", target="senior", hours_per_week=5)


def planner(*entries, items=WAITING, today=TODAY):
    return a_planner(*entries, items=items, today=today)


def first(*entries, items=WAITING, today=TODAY):
    item = first_item(planner(*entries, items=items, today=today))
    return item.id if item else None


class TestBesideWhatIsBegun:
    def test_the_step_that_the_date_waits_for_stands_beside_it(self):
        beside = beside_of(planner(ME, HELD, worked("rsk-02")))
        assert beside.step.id == "ask"
        assert beside.action.minutes_left == 45
        assert beside.because == "Your date waits for"

    def test_where_study_decides_nothing_does(self):
        assert beside_of(planner(ME, HELD, SERVED, worked("rsk-02"))) is None

    def test_a_step_that_comes_first_is_not_named_twice(self):
        assert beside_of(planner(ME, HELD)) is None

    def test_after_a_step_of_today_the_evening_is_for_study(self):
        assert beside_of(planner(ME, HELD, worked("rsk-02"), did("cover"))) is None

    def test_a_step_that_is_begun_too_is_gone_on_with(self):
        items = (*MAP, *EXERCISES, a_step("talk", **{"for": "senior"}))
        begun = did("talk", begun=True, minutes=10)
        beside = beside_of(planner(ME, HELD, SERVED, worked("rsk-02"), begun, items=items))
        assert (beside.step.id, beside.because) == ("talk", "Begun, too")


class TestTheOrder:
    def test_what_else_decides_comes_first_and_study_follows(self):
        plans = planner(ME, HELD)
        assert first_item(plans).id == "ask"
        assert plans.for_today.active[0].exercise.id == "rsk-01"

    def test_where_study_decides_an_exercise_is_first(self):
        assert first(ME, HELD, SERVED) == "rsk-01"

    def test_a_logbook_without_any_entry_gets_an_exercise(self):
        plans = replace(planner(), person=planner().person.saying(role="junior", target="senior"))
        assert first_item(plans).id == "rsk-01"

    def test_an_exercise_that_is_begun_stays_first(self):
        assert first(ME, HELD, worked("rsk-02")) == "rsk-02"

    def test_a_step_that_is_begun_stays_first_though_study_decides_again(self):
        items = (*MAP, *EXERCISES, a_step("talk", **{"for": "senior"}))
        assert first(ME, HELD, SERVED, items=items) == "rsk-01"
        begun = did("talk", begun=True, minutes=10)
        assert first(ME, HELD, SERVED, begun, items=items) == "talk"

    def test_a_step_put_off_leaves_the_next_one_or_study(self):
        put_off = an_entry("deferred", step="ask", until=date(2026, 12, 1))
        assert first(ME, HELD, put_off) == "rsk-01"

    def test_once_it_is_asked_study_comes_until_there_was_some_and_then_what_builds_on_it(self):
        asked = (ME, HELD, did("ask", on="2026-11-16"))
        assert first(*asked, today=date(2026, 11, 16)) == "rsk-01"
        assert first(*asked, today=date(2026, 12, 16)) == "rsk-01"
        studied = finished("rsk-01", on="2026-11-17")
        assert first(*asked, studied) == "cover"
        assert first(*asked, studied, did("cover", on="2026-11-18")) == "rsk-02"

    def test_the_second_step_of_a_week_waits_for_the_hours_that_were_promised(self):
        ten = [an_exercise(f"rsk-{number:02}", hours=(4, 4, 4)) for number in range(1, 21)]
        asked = (ME, HELD, did("ask", on="2026-11-16"), finished("rsk-01", on="2026-11-17"))
        items = (*MAP, *ten, ASK, COVER)
        assert first(*asked, items=items) == "rsk-02"
        enough = finished("rsk-02", on="2026-11-18")
        assert first(*asked, enough, items=items) == "cover"
        in_the_next_week = finished("rsk-02", on="2026-11-23", minutes=10)
        assert first(*asked, items=items, today=date(2026, 11, 23)) == "rsk-02"
        assert first(*asked, in_the_next_week, items=items, today=date(2026, 11, 23)) == "cover"

    def test_who_the_date_waits_for_is_asked_before_the_week_is_full(self):
        asks = [a_step(f"ask-{name}", waits=14, **{"for": "post"}) for name in ("host", "boss")]
        ten = [an_exercise(f"rsk-{number:02}", hours=(4, 4, 4)) for number in range(1, 21)]
        asked = (did("ask-host", on="2026-11-16"), finished("rsk-01", on="2026-11-17", minutes=20))
        assert first(ME, HELD, *asked, items=(*MAP, *ten, *asks)) == "ask-boss"

    def test_what_was_next_stays_next_though_it_is_time_to_ask_again(self):
        items = (*MAP, *EXERCISES, a_step("ask", waits=14, **{"for": "post"}))
        asked = (ME, HELD, did("ask", on="2026-11-02"), finished("rsk-01", on="2026-11-13"))
        for today in (date(2026, 11, 13), date(2026, 11, 16), TODAY):
            assert first(*asked, items=items, today=today) == "rsk-02"
        later = worked("rsk-02", on="2026-11-16")
        assert first(*asked, later, items=items, today=date(2026, 11, 16)) == "ask"

    def test_asks_for_two_detours_are_one_thing_that_is_begun_before_the_exercise_is(self):
        asks = [a_step(f"ask-{name}", waits=14, **{"for": name}) for name in ("post", "stint")]
        stint = a_detour("stint", work=("delivery",))
        roles = by_way_of_a_post(months_of("business"), months_of("delivery"))
        items = (*roles, stint, *MAP[3:], *EXERCISES, *asks)
        begun = worked("rsk-01", on="2026-11-20")
        assert first(ME, HELD, begun, items=items) == "rsk-01"
        one = first(ME, HELD, items=items)
        other = first(ME, HELD, did(one, on="2026-11-20"), begun, items=items)
        assert {one, other} == {"ask-post", "ask-stint"}
        both = (did(one, on="2026-11-19"), did(other, on="2026-11-20"))
        assert first(ME, HELD, begun, *both, items=items) == "rsk-01"
        later = worked("rsk-01", on="2026-12-03")
        assert first(ME, HELD, begun, *both, later, items=items, today=date(2026, 12, 3)) == one

    def test_a_step_that_was_only_begun_today_goes_on(self):
        assert first(ME, HELD, did("ask", begun=True, minutes=10)) == "ask"

    def test_when_study_is_done_the_search_is_what_there_is(self):
        done = (finished("rsk-01"), finished("rsk-02"))
        assert first(ME, HELD, SERVED, *done) == "apply"

    def test_what_is_awaited_is_nobodys_task_until_it_is_time_to_ask_again(self):
        items = (*MAP, *EXERCISES, a_step("ask", waits=14, **{"for": "post"}))
        done = (ME, HELD, finished("rsk-01"), finished("rsk-02"))
        asked = did("ask", on="2026-11-14", **{"with": "Anna"})
        assert first(*done, asked, items=items) is None
        assert first(*done, asked, items=items, today=date(2026, 11, 28)) == "ask"


class TestTheReason:
    def test_a_detour_that_could_begin_today_costs_a_month_for_each_month(self):
        found = step_of(planner(ME, HELD))
        assert found.because == (
            "Your date waits for this, not for study: each month you wait costs a month."
        )
        assert (found.aim, found.place, found.count) == ("About post", 1, 2)
        assert [step.id for step in found.unlocks] == ["cover"]

    def test_of_what_cannot_begin_yet_no_month_is_claimed(self):
        late = (*MAP, a_move("junior", "post", months=(24, 36, 48)), *EXERCISES, ASK)
        served = experience("hands-on", "2026-01-01", role="junior")
        assert "costs a month" not in step_of(planner(ME, served, items=late)).because

    def test_what_lies_further_on_is_not_said_to_wait_for_this(self):
        head = a_role("head", needs={"risk": 2})
        months = a_move("senior", "head", months=(60, 60, 60))
        step = a_step("talk", **{"for": "senior"})
        me = a_profile(role="junior", target="head", hours_per_week=5)
        found = step_of(planner(me, HELD, SERVED, items=(*MAP, head, months, *EXERCISES, step)))
        assert found.because == (
            "What decides your date lies beyond study, as seen today: this is nearest to it."
            " Before you apply as About senior come 48 h of study all the same."
        )

    def test_once_all_is_asked_it_is_the_detour_that_the_date_waits_for(self):
        step = a_step("talk", **{"for": "senior"})
        asked = (did("ask", on="2026-11-01"), worked("rsk-03", on="2026-11-09"))
        items = (*MAP, *EXERCISES, an_exercise("rsk-03"), ASK, step)
        found = step_of(planner(ME, HELD, *asked, finished("rsk-03"), items=items))
        assert found.step.id == "talk"
        assert found.because == (
            "Your date waits for About post, not for study: until it begins, this."
        )

    def test_months_that_run_wait_for_no_step(self):
        months = (*MAP[:3], a_move("junior", "senior", months=(60, 60, 60)))
        step = a_step("talk", **{"for": "senior"})
        me = experience("hands-on", "2026-01-01", role="junior")
        found = step_of(planner(ME, me, SERVED, items=(*months, *EXERCISES, step)))
        assert found.because == (
            "Months at work decide your date, not study: this is what to do meanwhile."
        )

    def test_the_search_that_is_to_come_is_prepared(self):
        short = (an_exercise("rsk-01"), an_exercise("rsk-02"))
        step = a_step("talk", **{"for": "senior"})
        found = step_of(planner(ME, HELD, SERVED, items=(*MAP, *short, step)))
        assert found.because == (
            "What ends last is the search for a post: this prepares it, and study opens it."
        )

    @pytest.mark.parametrize(
        ("projects", "because"),
        [
            ((6, 8, 10), "Your date waits for this, not for study."),
            (
                (6, 12, 24),
                (
                    "What decides your date has no step for you now: "
                    "this is for what decides it less often."
                ),
            ),
        ],
    )
    def test_a_date_is_said_to_wait_for_what_decides_it_most_often_alone(self, projects, because):
        led = a_gate("led", kind="closed", count=2, months=projects)
        post = by_way_of_a_post(led, work=("leading",), search=(1, 10, 30))
        items = (*post, EXERCISES[0], an_exercise("rsk-02"), SEARCH)
        found = step_of(planner(ME, HELD, finished("rsk-01", on="2026-11-02"), items=items))
        assert found.step.id == "apply"
        assert found.because == because

    def test_what_is_begun_says_so(self):
        found = step_of(planner(ME, HELD, did("ask", begun=True, minutes=10)))
        assert found.because == "You have begun it; what is begun comes first."

    def test_of_a_task_that_a_step_waits_for_the_terms_say_so_first(self):
        asked = did("ask", on="2026-11-16", id="did")
        studied = worked("rsk-01", on="2026-11-17", minutes=60)
        said = "What decides your date is done with people, and study takes turns with it: "
        step = "Step cover (cover) waits until"
        for entries, reason in (
            ((asked,), f"{said}{step} something is studied after the last step."),
            (
                (asked, studied),
                f"{said}{step} the promised hours of its week are done, or a later week has some.",
            ),
        ):
            plans = planner(ME, HELD, *entries)
            today = today_of(plans)
            assert with_turn(plans, today).why == (
                Term(term="turn", value="cover", text=reason),
                *today.why,
            )
        for entries in ((), (asked, studied.model_copy(update={"minutes": 400}))):
            plans = planner(ME, HELD, *entries)
            assert with_turn(plans, today_of(plans)) == today_of(plans)

    def test_the_terms_show_studys_share_and_what_decides(self):
        plans = planner(ME, HELD)
        terms = {term.term: term for term in step_terms(plans, step_of(plans))}
        assert terms["effort"].value < 0.4
        assert terms["decides"].value in ("business-12", "move:junior:post")
        assert terms["for"].value == "post"


@pytest.mark.parametrize(("minutes", "points"), [(15, ("One",)), (45, ("One", "Two", "Three"))])
def test_a_part_of_a_step_is_the_points_that_fit(minutes, points):
    part = part_of(step_of(planner(ME, HELD)), minutes)
    assert (part.minutes, part.checklist) == (minutes, points)
