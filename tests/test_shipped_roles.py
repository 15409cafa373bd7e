"""What the shipped map promises: a place, a name and a way for each, and none that is silly."""

from datetime import date
from random import Random

import pytest

from pmcareer.domain.curriculum.name_checks import plain_name
from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.plan.rough import ROUTES_KEPT
from pmcareer.domain.roadmap.detours import detours_from
from pmcareer.domain.roadmap.routes import share_for
from pmcareer.domain.words.lookup import role_named
from pmcareer.domain.words.situations import spoken_of
from pmcareer.storage.curriculum.reading import read_curriculum
from running import run_cli
from sweeps import of_each

from builders import TODAY, a_logbook, a_profile, closed, experience

SHIPPED = read_curriculum(None)
PLACES = [role.id for role in SHIPPED.roles if role.is_place]
PAIRS = [(role, target) for role in PLACES for target in PLACES if role != target]
SOME = Random(13).sample(PAIRS, 40)  # noqa: S311 -- a sample, and no secret
SENIOR = ("senior-pm", "programme-manager", "programme-director", "director-of-pm", "pmo-manager")
JUNIOR = {"programmer", "project-coordinator", "junior-pm", "pmo-analyst", "team-lead"}


def somebody(*entries, **said):
    return person_of(SHIPPED, a_logbook(a_profile(**said, on="2026-01-01"), *entries), TODAY)


def planner(role, target, *entries):
    return Planner(person=somebody(*entries, role=role, target=target))


@of_each(
    [
        ("developer", "programmer"),
        ("software engineer", "programmer"),
        ("Softwareentwicklerin", "programmer"),
        ("scrum master", "scrum-master"),
        ("Senior Scrum Master", "scrum-master"),
        ("product owner", "product-owner"),
        ("Produktmanager", "product-owner"),
        ("delivery manager", "delivery-manager"),
        ("business analyst", "business-analyst"),
        ("Business-Analystin", "business-analyst"),
        ("QA lead", "qa-lead"),
        ("test manager", "qa-lead"),
        ("Testmanagerin", "qa-lead"),
        ("engineering manager", "engineering-manager"),
        ("construction project manager", "project-manager"),
        ("Bauleiter", "project-manager"),
        ("PMO lead", "senior-pmo-analyst"),
        ("change manager", "change-manager"),
        ("organizational change manager", "change-manager"),
        ("transformation manager", "transformation-lead"),
        ("program director", "programme-director"),
        ("program manager", "programme-manager"),
        ("project manager", "tech-pm"),
        ("IT-Projektleiterin", "tech-pm"),
    ]
)
def test_a_title_means_the_role_that_people_mean(typed, role):
    assert role_named(SHIPPED, typed).id == role
    assert spoken_of(SHIPPED, typed).situation is None


@pytest.mark.parametrize("typed", ["contractor", "career break", "interim manager", "Elternzeit"])
def test_a_situation_is_no_role(typed):
    assert spoken_of(SHIPPED, typed).role == ""


def test_another_name_means_one_role():
    owners = {}
    for role in SHIPPED.roles:
        for name in (role.id, role.title, *role.aliases):
            assert owners.setdefault(plain_name(name), role.id) == role.id


@of_each([name for name in PLACES if name != "programmer"])
def test_two_moves_lead_to_a_role_and_two_away_from_it_unless_it_is_an_end(role):
    inward = {move.source for move in SHIPPED.moves if move.target == role}
    onward = {move.target for move in SHIPPED.moves if move.source == role}

    assert len(inward) >= 2 or role in {"project-coordinator", "team-lead", "pmo-analyst"}
    assert len(onward) >= 2 or role in {"portfolio-pmo", "portfolio-manager", "director-of-pm"}


@of_each(SHIPPED.moves, called=lambda move: f"{move.source} {move.target}")
def test_what_a_move_asks_in_months_its_role_or_a_detour_from_it_gives(move):
    source, target = SHIPPED.role[move.source], SHIPPED.role[move.target]
    offered = [source, *detours_from(somebody(role=source.id), source)]
    # What stands on record when the move is somebody's, nobody has to give them any more.
    for gate in () if move.when or source.detour else (*move.gates, *target.gates):
        if gate.kind == "experience" and not gate.waived_by:
            before = [
                SHIPPED.role[each.source] for each in SHIPPED.moves if each.target == source.id
            ]
            assert any(share_for(role, gate) for role in (*offered, *before)), gate.id


def faults_of(role, target):
    ways = planner(role, target).candidates
    if not 1 <= len(ways) <= ROUTES_KEPT:
        yield f"{role} to {target}: {len(ways)} ways"
    for way in ways:
        between = [each.id for each in way.route.between]
        if len(set(between)) != len(between) or {role, target} & set(between):
            yield f"{role} to {target}: a ring {between}"
        if role in SENIOR and JUNIOR & set(between):
            yield f"{role} to {target}: down to {between}"
        if "project-manager" in between:
            yield f"{role} to {target}: through another trade"
        # Months of another trade stay asked of those, too, who come from further along.
        passed = [each for each in way.route.legs[-1].gates if not getattr(each.gate, "stays", 0)]
        if way.route.is_step_back and passed:
            yield f"{role} to {target}: gates of what lies behind"


def test_no_way_of_some_pairs_leads_down_or_round():
    assert [fault for pair in SOME for fault in faults_of(*pair)] == []


@pytest.mark.slow
def test_no_way_of_any_pair_leads_down_or_round():
    assert [fault for pair in PAIRS for fault in faults_of(*pair)] == []


def test_a_freelancer_with_years_of_leading_goes_straight_and_is_asked_about_it():
    led = experience("leading", "2022-12-01", "2026-11-01")
    projects = (closed("A shop"), closed("A release"))
    ways = planner("programmer", "tech-pm", led, *projects)

    assert ways.recommended.route.id == "direct"
    assert planner("programmer", "tech-pm").recommended.route.id == "via-junior-pm"


def test_who_comes_back_refreshes_what_fades_and_looks_longer():
    away = somebody(role="tech-pm", target="tech-pm", context="break", left=date(2022, 10, 1))
    there = Planner(person=away)
    (stage,) = there.recommended.stages
    todo = {task.exercise.id for task in stage.todo}

    assert stage.leg.search == (3, 6, 12)
    assert todo >= {exercise.id for exercise in SHIPPED.exercises if exercise.refresh}
    assert stage.hours_left < 60


def test_a_project_beside_the_post_lasts_until_its_months_are_full_and_a_closed_one_counts():
    # Two months are missing, which at half their count are four: nobody leads for a year for them.
    run_cli("profile", "--role", "qa-lead", "--since", "2017-03", "--target", "tech-pm")
    run_cli("experience", "leading", "--from", "2025-05-01", "--to", "2026-02-28")
    (route,) = run_cli("plan", "--json").json["routes"]
    assert route["driver"] == "tech-pm-closed"
    run_cli("project", "Migration", "--outcome", "Live", "--on", "2026-02-28")
    (after,) = run_cli("plan", "--json").json["routes"]
    assert after["finish"]["p50"] < route["finish"]["p50"]


def test_what_a_trade_asks_more_is_said_to_be_taken_as_known_from_a_post_held_in_it():
    run_cli("profile", "--role", "senior-pm", "--target", "programme-manager")
    said = " ".join(run_cli("profile", "--industry", "bank").out.split())
    assert "quality compliance 3 instead of 2 (taken as known from your post)" in said


def test_a_post_before_ones_own_is_not_said_to_have_been_held():
    run_cli("profile", "--role", "pmo-manager", "--since", "2022-11", "--target", "team-lead")
    said = " ".join(run_cli("certificate").out.split())
    assert "Team lead, technical lead comes before your post" in said
    assert "behind you" not in said
