"""The totals of the contract and the worked cases of the forecast, on the curriculum that is shipped."""

from datetime import date, timedelta

import pytest

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.forecast.simulation import TRIALS
from pmcareer.domain.gates.certificates import clock_for
from pmcareer.domain.person.person import Person, person_of
from pmcareer.domain.plan.planned import Planned
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.roadmap.workplan import Task
from pmcareer.storage.curriculum.reading import read_curriculum
from totals import PORTFOLIO_PMO, TECH_PM, TECH_PM_AS_PROGRAMMER, stated
from undecided import write_without_others

from builders import TODAY, a_logbook, a_profile, assessed, experience

TEN_SKILLS = {
    "fundamentals", "agile", "planning", "stakeholders", "team-leadership",
    "tools", "technical-literacy", "risk", "metrics", "product",
}  # fmt: skip
DAYS_PER_MONTH = 30.4375


@pytest.fixture(scope="module")
def shipped() -> Curriculum:
    return read_curriculum(None)


def somebody(shipped, *entries) -> Person:
    return person_of(shipped, a_logbook(*entries), TODAY)


def todo(planned: Planned) -> list[Task]:
    return [task for stage in planned.stages for task in stage.tasks if task.is_todo]


def route_named(planner: Planner, name: str) -> Planned:
    return next(planned for planned in planner.candidates if planned.route.id == name)


TWO_SERVICES = ("investment-appraisal", "prioritisation")


def test_every_route_to_the_tech_pm_asks_at_least_for_the_role_itself(shipped):
    planner = Planner(person=somebody(shipped, a_profile(target="tech-pm")))

    assert all(
        {*planner.asked} <= {task.exercise.id for task in todo(one)} for one in planner.candidates
    )


def kept_weeks(planner: Planner) -> float:
    study = planner.forecasts[0].study.kept
    return (study - TODAY).days / 7


@pytest.mark.parametrize(
    ("said", "way"),
    [
        pytest.param({}, TECH_PM, id="newcomer"),
        pytest.param({"role": "programmer"}, TECH_PM_AS_PROGRAMMER, id="programmer"),
    ],
)
def test_weeks_of_study_to_the_tech_pm_if_the_promise_is_kept(shipped, said, way):
    promise = a_profile(target="tech-pm", hours_per_week=7.0, **said)
    planner = Planner(person=somebody(shipped, promise))

    assert kept_weeks(planner) == pytest.approx(stated(way).hours / 7, abs=0.4)


def test_a_tech_pm_is_made_in_six_to_nine_months_of_eight_hours_a_week(shipped):
    planner = Planner(person=somebody(shipped, a_profile(target="tech-pm", hours_per_week=8.0)))

    assert stated(TECH_PM).hours <= 313
    assert 6 <= kept_weeks(planner) * 7 / DAYS_PER_MONTH <= 9


def test_six_months_take_half_as_many_hours_a_week_again_as_nine(shipped):
    planner = Planner(person=somebody(shipped, a_profile(target="tech-pm", hours_per_week=12.0)))

    assert kept_weeks(planner) * 7 / DAYS_PER_MONTH == pytest.approx(6, abs=0.1)


def test_the_core_of_the_ten_skills_alone_takes_twenty_seven_weeks_at_ten_hours(shipped):
    role = shipped.role["tech-pm"]
    every = (item for item in shipped.exercises if item.core and item.skill in TEN_SKILLS)
    core = [item for item in every if item.level <= 3 or item.id in role.requires]
    hours = sum(item.mean_hours for item in core)

    assert len(core) == 45
    assert round(hours / 10) == 27


def test_every_level_that_a_role_needs_above_three_has_an_exercise(shipped):
    there = {(item.skill, item.level) for item in shipped.exercises if not item.retired}
    missing = []
    for role in shipped.roles:
        for skill, level in role.needs.items():
            above = range(4, level + 1)
            missing += [(role.id, skill, each) for each in above if (skill, each) not in there]

    assert missing == []


def test_there_are_205_exercises_of_levels_two_to_five(shipped):
    assert len(shipped.exercises) == 205
    assert {item.level for item in shipped.exercises} == {2, 3, 4, 5}


def test_no_hours_a_week_bring_the_tech_core_under_sixty_three_days(shipped):
    planner = Planner(
        person=somebody(shipped, a_profile(hours_per_week=80.0), assessed("apprenticeship", 3))
    )
    forecast = planner.forecasts[0]

    assert (forecast.study.kept - TODAY).days >= 63
    assert (forecast.study.p10 - TODAY).days >= 63


def test_newcomers_are_told_of_no_certificate_before_six_hands_on_months(shipped):
    clock = clock_for(somebody(shipped), shipped.certification["pmp"], 8.0)

    assert clock.begin_study_on is None
    assert "6 to 12 months" in clock.parked_reason


def test_fourteen_leading_months_of_a_junior_leave_twenty_two_and_study_begins_thirteen_months_on(
    shipped,
):
    junior = somebody(
        shipped,
        a_profile(role="junior-pm", education="bachelor", hours_per_week=5.0),
        experience("leading", TODAY - timedelta(days=round(14 * DAYS_PER_MONTH)), role="junior-pm"),
    )
    clock = clock_for(junior, shipped.certification["pmp"], 5.0)

    assert clock.gates[0].status.missing == pytest.approx(22, abs=0.1)
    assert (clock.open_on - TODAY).days / DAYS_PER_MONTH == pytest.approx(22, abs=0.2)
    assert clock.study_hours / 5 == pytest.approx(
        37, abs=1
    )  # 185 h are likely, 190 h the PERT mean
    assert (clock.begin_study_on - TODAY).days / DAYS_PER_MONTH == pytest.approx(13, abs=0.7)


PMO_MANAGER = a_profile(role="pmo-manager", target="portfolio-pmo", hours_per_week=4.0)


@pytest.fixture(scope="module")
def undecided(tmp_path_factory) -> Curriculum:
    """What the worked cases were worked on: nobody searches, and no months of others are assumed."""
    return read_curriculum(write_without_others(tmp_path_factory.mktemp("undecided")))


@pytest.fixture(scope="module")
def five_years_of_pmo(undecided) -> Planner:
    five_years_ago = date(TODAY.year - 5, TODAY.month, TODAY.day)
    return Planner(
        person=somebody(
            undecided, PMO_MANAGER, experience("pmo", five_years_ago, role="pmo-manager")
        )
    )


def test_months_and_not_study_decide_for_a_pmo_manager_without_delivery_or_business(
    five_years_of_pmo,
):
    best = five_years_of_pmo.best
    gates = best.route.legs[-1].gates
    missing = {standing.gate.id: standing.missing for standing in gates if not standing.is_of_level}

    assert missing == {
        "portfolio-pmo-office": 0,
        "portfolio-pmo-delivery": 24,
        "portfolio-pmo-business": 12,
        "portfolio-pmo-services": 3,
    }
    assert best.route.id == "direct-with-delivery-stint-operations-secondment"
    assert (best.finish.kept - TODAY).days / DAYS_PER_MONTH == pytest.approx(39, abs=0.2)
    assert best.driver != "effort"
    assert sum(share for name, share in best.drivers.items() if name != "effort") > 0.5


def test_study_runs_inside_the_months(five_years_of_pmo):
    best = five_years_of_pmo.best

    assert best.hours_left == pytest.approx(stated(PORTFOLIO_PMO).hours, abs=0.05)
    assert best.study.kept < best.finish.kept


def test_six_years_with_delivery_and_business_behind_them_need_no_detour(shipped):
    person = somebody(
        shipped,
        a_profile(role="pmo-manager", target="portfolio-pmo", pmo_services=TWO_SERVICES),
        experience("pmo", "2020-11-21", role="pmo-manager"),
        experience("leading", "2016-01-01", "2018-06-30"),
        experience("business", "2018-07-01", "2019-12-31"),
    )
    planner = Planner(person=person)

    assert planner.recommended.route.id == "direct"
    assert [
        leg.detours for one in planner.candidates for leg in one.route.legs if leg.detours
    ] == []
    others = [
        standing
        for standing in planner.recommended.route.legs[0].gates
        if standing.gate.has_calendar
    ]
    assert [standing.missing for standing in others] == [0, 0, 0]


def test_the_office_that_gives_two_of_three_services_lacks_one(shipped):
    person = somebody(
        shipped,
        a_profile(role="pmo-manager", target="portfolio-manager", pmo_services=TWO_SERVICES),
    )
    services = Planner(person=person).recommended.route.legs[-1].gates[0]

    assert (services.needed, services.have, services.missing) == (3, 2, 1)


def test_a_programmer_bound_for_large_projects_meets_people_before_technology(shipped):
    said = {
        "role": "programmer",
        "background": "technical",
        "projects": "large-complex",
        "target": "tech-pm",
    }
    work = todo(Planner(person=somebody(shipped, a_profile(**said))).recommended)
    skills = [task.exercise.skill for task in work]

    assert all(
        skills.index(name) < skills.index("technical-literacy")
        for name in ("stakeholders", "planning", "team-leadership")
    )
    assert {task.exercise.skill for task in work[:3]} <= {
        "apprenticeship",
        "stakeholders",
        "team-leadership",
    }


def test_a_programmer_in_a_firm_of_five_begins_with_a_small_initiative_and_fundamentals(shipped):
    said = {
        "role": "programmer",
        "background": "technical",
        "projects": "small-simple",
        "target": "tech-pm",
    }
    first = todo(Planner(person=somebody(shipped, a_profile(**said))).recommended)[:12]

    assert "app-08" in [task.exercise.id for task in first]
    assert "fundamentals" in {task.exercise.skill for task in first}


def test_there_are_about_a_thousand_trials():
    assert 1000 <= TRIALS < 1100
