from datetime import UTC, date, datetime, timedelta

import pytest

from pmcareer.domain.person.person import Person, person_of
from pmcareer.domain.person.served import ranges_in_role

from builders import (
    TODAY,
    a_curriculum,
    a_logbook,
    a_profile,
    a_role,
    a_skill,
    an_exercise,
    assessed,
    certified,
    deferred,
    experience,
    finished,
    void,
    worked,
)

SMALL = a_curriculum(
    an_exercise("rsk-01", hours=(2, 4, 6)),
    an_exercise("rsk-02", hours=(1, 2, 9), replaces=("old-02",)),
)

NOON = datetime(2026, 11, 19, 12, tzinfo=UTC)


def somebody(*entries, curriculum=SMALL, today=TODAY) -> Person:
    return person_of(curriculum, a_logbook(*entries), today)


def test_each_key_of_the_profile_has_its_own_newest_value():
    person = somebody(
        a_profile(on="2026-01-01", hours_per_week=3.0, education="master", target="tech-pm"),
        a_profile(on="2026-06-01", hours_per_week=6.0),
        a_profile(on="2026-03-01", hours_per_week=9.0, education="bachelor", id="between"),
    )

    assert (person.hours_per_week, person.says["education"], person.target) == (
        6.0,
        "bachelor",
        "tech-pm",
    )


def test_what_was_said_at_once_comes_in_one_order_whatever_the_process():
    said = {"target": "tech-pm", "hours_per_week": 5.0, "role": "starter", "education": "master"}
    person = person_of(a_curriculum(an_exercise("rsk-01")), a_logbook(a_profile(**said)), TODAY)
    assert list(person.says) == ["role", "target", "hours_per_week", "education"]


def test_of_two_values_written_at_once_the_later_in_the_file_counts():
    person = somebody(
        a_profile(hours_per_week=3.0, id="first"), a_profile(hours_per_week=6.0, id="second")
    )

    assert person.hours_per_week == 6.0


def test_a_value_that_is_taken_back_does_not_count():
    old, new = a_profile(on="2026-01-01", hours_per_week=3.0), a_profile(hours_per_week=6.0)

    assert somebody(old, new, void(new)).hours_per_week == 3.0


def test_an_emptied_list_is_a_value_too():
    person = somebody(
        a_profile(on="2026-01-01", days_off=("2026-12-01..2026-12-31",)),
        a_profile(on="2026-02-01", days_off=()),
    )

    assert person.says["days_off"] == ()
    assert person.calendar.days_off == ()


def test_who_said_nothing_starts_at_the_curriculums_start_for_its_goal_at_eight_hours():
    person = somebody()

    assert (person.role, person.stands_at, person.target, person.hours_per_week) == (
        None,
        "starter",
        "tech-pm",
        8.0,
    )


def test_what_lies_after_today_has_not_happened_yet():
    person = somebody(
        finished("rsk-01", on="2026-11-22"),
        worked("rsk-02", on="2026-11-22"),
        a_profile(on="2026-11-22", hours_per_week=1.0),
        assessed("risk", 3, on="2026-11-22"),
        certified("pmp", on="2026-11-22"),
        experience("leading", "2026-12-01", on="2026-11-22"),
    )

    assert not person.entries
    assert (
        person.finished,
        person.worked,
        person.says,
        person.assessments,
        person.certificates,
    ) == (
        {},
        {},
        {},
        {},
        {},
    )
    assert not person.experiences


def test_months_to_come_are_not_on_record_before_they_begin():
    person = somebody(experience("leading", "2026-12-01", on="2026-11-20"))

    assert person.ranges_of("leading") == ()


def test_months_that_go_on_reach_to_today_and_no_further():
    person = somebody(
        experience("leading", "2026-01-01"),
        experience("programme", "2026-02-01", "2027-03-31", on="2026-02-01"),
    )

    assert person.ranges_of("leading") == ((date(2026, 1, 1), TODAY), (date(2026, 2, 1), TODAY))
    assert person.still_does("leading")


def test_months_that_have_ended_do_not_go_on():
    assert not somebody(experience("leading", "2026-01-01", "2026-11-20")).still_does("leading")


def test_progress_under_an_old_id_counts_for_what_replaced_it():
    person = somebody(
        finished("old-02", on="2026-05-01"),
        worked("old-02", on="2026-04-01"),
        deferred("old-02", "2026-12-24"),
    )

    assert set(person.finished) == set(person.worked) == set(person.deferred) == {"rsk-02"}
    assert person.hours_left("rsk-02") == 0


def test_a_role_under_its_old_id_is_the_role_that_replaced_it():
    curriculum = a_curriculum(
        an_exercise(), a_role("starter"), a_role("tech-pm", needs={"risk": 2}, replaces=("it-pm",))
    )
    person = somebody(a_profile(role="it-pm", target="it-pm"), curriculum=curriculum)

    assert (person.role, person.stands_at, person.target) == ("tech-pm", "tech-pm", "tech-pm")


def test_months_under_a_roles_old_id_are_served_in_what_replaced_it():
    curriculum = a_curriculum(
        an_exercise(), a_role("starter"), a_role("tech-pm", needs={"risk": 2}, replaces=("it-pm",))
    )
    person = somebody(
        experience("agile", "2026-01-01", "2026-03-31", role="it-pm"), curriculum=curriculum
    )

    assert ranges_in_role(person, "tech-pm") == ((date(2026, 1, 1), date(2026, 3, 31)),)


def test_served_is_what_names_the_role_or_no_role_and_its_kind_of_work():
    curriculum = a_curriculum(
        an_exercise(), a_role("starter"), a_role("tech-pm", needs={"risk": 2}, work=("leading",))
    )
    person = somebody(
        experience("agile", "2020-01-01", "2020-12-31", role="tech-pm"),
        experience("leading", "2021-01-01", "2021-12-31"),
        experience("leading", "2022-01-01", "2022-12-31", role="starter"),
        experience("technical", "2023-01-01", "2023-12-31"),
        curriculum=curriculum,
    )

    assert [start.year for start, _ in ranges_in_role(person, "tech-pm")] == [2020, 2021]


def test_an_exercise_that_the_curriculum_no_longer_has_earns_nothing_and_breaks_nothing():
    person = somebody(finished("gone-01", minutes=600), worked("gone-01"))

    assert person.credited_by_day == {}
    assert person.bias == (1.0, 0)


@pytest.mark.parametrize(
    ("minutes", "left"),
    [
        pytest.param(60, 3.0, id="what was worked is no longer left"),
        pytest.param(6000, 0.8, id="but a fifth of it is, however long it takes"),
    ],
)
def test_partial_work_reduces_what_is_left(minutes, left):
    assert somebody(worked("rsk-01", minutes)).hours_left("rsk-01") == pytest.approx(left)


def test_credit_adds_up_to_the_pert_mean_whatever_it_really_took():
    person = somebody(
        worked("rsk-01", 90, on="2026-11-01"),
        worked("rsk-01", 900, on="2026-11-03"),
        finished("rsk-01", on="2026-11-05", minutes=5),
        worked("rsk-01", 90, on="2026-11-07"),
        finished("rsk-02", on="2026-11-05", minutes=5000),
    )

    minutes = 90 + 900 + 5
    assert sum(person.credited_by_day.values()) == pytest.approx(4 + 3)
    assert person.credited_by_day[date(2026, 11, 1)] == pytest.approx(4 * 90 / minutes)
    assert person.credited_by_day[date(2026, 11, 3)] == pytest.approx(4 * 900 / minutes)
    assert date(2026, 11, 7) not in person.credited_by_day
    assert list(person.credited_by_day) == sorted(person.credited_by_day)


def test_finished_twice_earns_once_on_the_first_day():
    person = somebody(finished("rsk-01", on="2026-11-09"), finished("rsk-01", on="2026-11-02"))

    assert person.credited_by_day == {date(2026, 11, 2): 4.0}


def test_the_bias_is_actual_against_credited_hours_with_twenty_hours_of_doubt():
    person = somebody(
        worked("rsk-01", 120, on="2026-11-01"),
        finished("rsk-01", on="2026-11-02", minutes=360),
        finished("rsk-02", on="2026-11-03"),
    )

    assert person.bias == (pytest.approx((20 + 8) / (20 + 4)), 1)


@pytest.mark.parametrize(
    ("entries", "bias"),
    [
        pytest.param([worked("rsk-01", 360)], ((20 + 6) / (20 + 3.2), 1), id="run past its mean"),
        pytest.param([worked("rsk-01", 240)], (1.0, 0), id="not while within it"),
        pytest.param(
            [worked("rsk-01", 60, left=420)],
            ((20 + 1) / (20 + 0.5), 1),
            id="or that it will, by what is said to be left",
        ),
        pytest.param([worked("rsk-01", 60, left=60)], (1.0, 0), id="not where it will not"),
        pytest.param(
            [worked("rsk-01", 480, on="2026-11-01"), finished("rsk-01")],
            ((20 + 8) / (20 + 4), 1),
            id="finished without minutes after more than its mean: what was logged",
        ),
        pytest.param(
            [worked("rsk-01", 360), finished("rsk-02", minutes=180)],
            ((20 + 9) / (20 + 6.2), 2),
            id="both kinds count",
        ),
    ],
)
def test_what_runs_past_its_estimate_is_bias_before_it_is_finished(entries, bias):
    assert somebody(*entries).bias == pytest.approx(bias)


def test_hours_of_ones_own_and_credited_hours_are_told_apart():
    person = somebody(worked("rsk-01", 480), finished("rsk-02"))

    assert (person.hours_logged("rsk-01"), person.effort_left("rsk-01")) == (8, 2)
    assert person.hours_left("rsk-01") == pytest.approx(0.8)
    assert (person.effort_left("rsk-02"), person.hours_left("rsk-02")) == (0, 0)


def test_over_its_estimate_is_what_took_longer_and_is_not_finished():
    over = worked("rsk-01", 241)

    assert somebody(over).is_over("rsk-01")
    assert not somebody(worked("rsk-01", 240)).is_over("rsk-01")
    assert not somebody(over, finished("rsk-01")).is_over("rsk-01")


def test_put_off_until_the_last_word_and_only_for_days_to_come():
    person = somebody(
        deferred("rsk-01", "2027-03-01", on="2026-11-01"),
        deferred("rsk-01", "2026-12-01", on="2026-11-02"),
        deferred("rsk-02", TODAY, on="2026-11-01"),
    )

    assert person.deferred == {"rsk-01": date(2026, 12, 1)}


def test_of_each_source_the_newest_rating_counts():
    person = somebody(
        assessed("risk", 4, on="2026-02-01"),
        assessed("risk", 2, on="2026-05-01"),
        assessed("risk", 3, "manager", on="2026-01-01"),
        curriculum=a_curriculum(a_skill("risk"), an_exercise()),
    )

    assert person.assessments == {"risk": {"self": 2, "manager": 3}}


def test_a_certificate_is_held_until_the_day_it_expires():
    held = certified("pmp", on="2023-11-21", expires=TODAY)

    assert "pmp" in somebody(held).certificates
    assert "pmp" not in somebody(held, today=date(2026, 11, 22)).certificates


def test_an_expired_certificate_does_not_hide_its_renewal():
    renewed = certified("pmp", on="2026-11-01", expires=date(2029, 11, 1))

    assert (
        "pmp"
        in somebody(
            renewed, certified("pmp", on="2020-01-01", expires=date(2023, 1, 1))
        ).certificates
    )


@pytest.mark.parametrize(
    ("profile", "background"),
    [
        pytest.param({"role": "coder"}, "technical", id="technical work in the stated role"),
        pytest.param(
            {"role": "coder", "background": "business"}, "business", id="but what is said decides"
        ),
        pytest.param({"role": "tech-pm"}, None, id="nothing from another role"),
        pytest.param({}, None, id="nothing where nothing is stated"),
    ],
)
def test_a_technical_role_speaks_for_a_technical_background(profile, background):
    curriculum = a_curriculum(
        an_exercise(), a_role("coder", work=("technical",)), a_role("tech-pm")
    )

    assert somebody(a_profile(**profile), curriculum=curriculum).background == background


def test_trying_something_out_leaves_the_person_alone():
    person = somebody(a_profile(hours_per_week=3.0))
    tried = person.saying(hours_per_week=5.0, role=None)

    assert (person.hours_per_week, tried.hours_per_week, tried.role) == (3.0, 5.0, None)


@pytest.mark.parametrize(
    ("entries", "first"),
    [
        pytest.param([], None, id="never"),
        pytest.param([finished(on="2026-10-01", at=NOON)], NOON.date(), id="when it was written"),
        pytest.param([finished(on="2026-10-01")], date(2026, 10, 1), id="by hand: on its own day"),
        pytest.param(
            [finished(on="2026-10-01"), finished(on="2026-11-19", at=NOON)],
            date(2026, 10, 1),
            id="which one that log adds leaves as it is",
        ),
    ],
)
def test_first_use_is_the_day_on_which_anything_was_first_written(entries, first):
    assert somebody(*entries).first_use == first


def test_of_several_finishes_the_one_that_was_written_first_earns_the_credit():
    first = finished("rsk-01", on="2026-11-10", minutes=120, at=NOON - timedelta(days=9))
    earlier = finished("rsk-01", on="2026-05-10", minutes=600, at=NOON)
    person = somebody(first, earlier)

    assert person.credited_by_day == {date(2026, 11, 10): 4.0}
    assert person.hours_known == {"rsk-01": 2.0}
    assert person.taken_and_earned == (2.0, 4.0)


def test_what_is_logged_after_the_finish_is_no_part_of_what_it_took():
    again = worked("rsk-01", 900, on="2026-11-20")

    assert somebody(finished("rsk-01", on="2026-11-10"), again).hours_known == {}
