"""Every rule of the shipped curriculum, said to a person made for it and not to the opposite."""

from datetime import UTC, datetime, time, timedelta
from itertools import permutations

import pytest

from pmcareer.domain.coaching.advice import advice_for, advice_of_the_day, first_advice
from pmcareer.domain.person.person import Person, person_of
from pmcareer.domain.roadmap.weights import background_weights
from pmcareer.storage.curriculum.reading import read_curriculum
from running import a_home, run_cli
from sweeps import of_each, sweep

from builders import (
    TODAY,
    a_curriculum,
    a_logbook,
    a_profile,
    an_advice,
    an_exercise,
    assessed,
    certified,
    closed,
    did,
    experience,
    finished,
    practised,
    worked,
)

SHIPPED = read_curriculum(None)


def somebody(*entries, curriculum=SHIPPED, **said) -> Person:
    return person_of(curriculum, a_logbook(*entries), TODAY).saying(**said)


def said(*entries, **keys) -> list[str]:
    return [found.advice.id for found in advice_for(somebody(*entries, **keys))]


def months(work: str, count: int, **keys):
    """So many months of a kind of work, up to this one."""
    return experience(work, TODAY - timedelta(days=round(count * 30.4375)), TODAY, **keys)


def day(ago: int):
    return TODAY - timedelta(days=ago)


def me(**keys):
    return a_profile(on="2026-01-01", **keys)


MANAGER = me(
    role="pmo-manager", target="portfolio-pmo", pmo_type="programme", pmo_services=("reporting",)
)
OFFICE = me(role="pmo-analyst", target="pmo-manager")
SITE = me(role="project-manager", target="tech-pm", industry="construction")
THREE = ("benefits", "prioritisation", "resource-management")

READY = [
    me(target="tech-pm"),
    *(finished(name, on=day(30)) for name in SHIPPED.role["tech-pm"].requires),
    months("leading", 12),
]


def studied(*days_ago):
    return [worked(on=day(ago), id=f"worked-{ago}") for ago in days_ago]


RULES = [
    ("r01", [me(goal_certificate="pmp")], [me(goal_certificate="pmp"), months("hands-on", 7)]),
    (
        "r02",
        [months("hands-on", 8), did("j1")],
        [months("hands-on", 8), did("j1"), certified("csm")],
    ),
    ("r02", [months("hands-on", 8), did("j1")], [months("hands-on", 8)]),
    ("r02", [months("hands-on", 8), did("j1")], [months("hands-on", 4), did("j1")]),
    (
        "r03",
        [me(education="bachelor"), months("leading", 30)],
        [me(education="bachelor"), months("leading", 20)],
    ),
    (
        "r03",
        [me(education="bachelor"), months("leading", 30)],
        [me(education="bachelor"), months("leading", 40)],
    ),
    (
        "r03",
        [me(education="master"), months("leading", 30)],
        [me(education="master"), months("leading", 30), certified("pmp")],
    ),
    (
        "r04",
        [me(background="technical", projects="large-complex")],
        [me(background="business", projects="large-complex")],
    ),
    (
        "r04",
        [me(role="programmer", projects="large-complex")],
        [me(role="programmer", projects="small-simple")],
    ),
    ("r05", [assessed("technical-literacy", 4)], [assessed("technical-literacy", 3)]),
    (
        "r06",
        [me(background="technical", projects="small-simple")],
        [me(background="technical", projects="mixed")],
    ),
    (
        "r07",
        [me(role="team-lead", projects="large-complex")],
        [me(role="programmer", projects="large-complex")],
    ),
    (
        "r07",
        [me(background="technical", projects="large-complex"), experience("leading", "2026-01-01")],
        [
            me(background="technical", projects="large-complex"),
            experience("leading", "2025-01-01", "2025-12-31"),
        ],
    ),
    ("r08", [MANAGER], [MANAGER, months("leading", 2)]),
    ("r08", [MANAGER], [me(role="pmo-manager", target="director-of-pm")]),
    ("r09", [MANAGER, months("business", 11)], [MANAGER, months("business", 13)]),
    (
        "r10",
        [me(pmo_type="project", target="portfolio-pmo")],
        [me(pmo_type="portfolio", target="portfolio-pmo")],
    ),
    (
        "r10",
        [me(pmo_type="project", pmo_services=("reporting",), target="portfolio-pmo")],
        [me(pmo_type="project", pmo_services=("benefits",), target="portfolio-pmo")],
    ),
    ("r11", [MANAGER], [me(role="pmo-manager", target="portfolio-pmo", pmo_services=THREE)]),
    (
        "r12",
        [finished("pmf-01", minutes=400)],
        [finished("pmf-01", minutes=400), finished("tld-02", minutes=200)],
    ),
    ("r12", [finished("pmf-01", minutes=400)], [finished("pmf-01", minutes=100)]),
    ("r12", [finished("pmf-01", minutes=400)], [finished("pmf-01", minutes=400, on=day(100))]),
    (
        "r13",
        [me(role="senior-pm", target="director-of-pm")],
        [me(role="senior-pm", target="programme-manager")],
    ),
    (
        "r14",
        [MANAGER, practised("h01", on=day(120))],
        [MANAGER, practised("h24", on=day(20)), practised("h01", on=day(120))],
    ),
    (
        "r14",
        [MANAGER, practised("h01", on=day(120))],
        [MANAGER, finished("thl-01", on=day(20)), practised("h01", on=day(120))],
    ),
    ("r15", [MANAGER, months("portfolio", 2)], [MANAGER]),
    ("r16", [], [finished("app-03")]),
    ("r16", [me(role="team-lead")], [me(role="junior-pm")]),
    ("r16", [], [did("j3")]),
    ("r17", READY, [*READY, did("j5")]),
    ("r17", READY, READY[:9]),
    ("r18", [me(target="junior-pm"), did("j1")], [me(target="junior-pm"), did("j1"), did("j4")]),
    ("r18", [me(target="junior-pm"), did("j1")], [me(target="tech-pm"), did("j1")]),
    (
        "r19",
        [worked(minutes=30, on=day(9)), worked(minutes=200)],
        [worked(minutes=30, on=day(4)), worked(minutes=200)],
    ),
    (
        "r19",
        [worked(minutes=30, on=day(9)), worked(minutes=200)],
        [worked(minutes=30, on=day(9)), worked(minutes=170)],
    ),
    ("r20", [me(hours_per_week=5.0)], [me(hours_per_week=8.0)]),
    ("r21", studied(0, 7, 14, 21), studied(0, 7, 14)),
    # It was so for weeks, and then nothing was studied: nobody is told that it is so still.
    ("r21", studied(0, 7, 14, 21), studied(21, 28, 35, 42)),
    ("r21", studied(7, 14, 21, 28), studied(105)),
    ("r21", studied(0, 7, 14, 21), [*studied(0, 7, 14, 21), experience("hands-on", day(40))]),
    ("r22", [closed("A"), closed("B"), closed("C")], [closed("A"), closed("B")]),
    (
        "r22",
        [closed("A"), closed("B"), closed("C")],
        [closed("A"), closed("B"), closed("C"), did("j5")],
    ),
    (
        "r23",
        [OFFICE],
        [OFFICE, me(pmo_type="project", pmo_services=("support",), id="said")],
    ),
    ("r23", [OFFICE], [me(role="pmo-analyst", target="delivery-manager")]),
    ("r23", [OFFICE], [me(role="tech-pm", target="pmo-manager")]),
    (
        "r24",
        [me(target="portfolio-pmo", hours_per_week=8.0)],
        [me(target="portfolio-pmo", hours_per_week=7.0)],
    ),
    ("r24", [me(target="director-of-pm")], [me(target="director-of-pm"), assessed("business", 3)]),
    ("r16", [me(role="programmer")], [me(role="programmer", context="alone")]),
    (
        "r25",
        [me(role="pmo-analyst", target="pmo-manager")],
        [me(role="pmo-analyst", target="tech-pm")],
    ),
    (
        "r49",
        [me(role="pmo-analyst", target="tech-pm")],
        [me(role="pmo-analyst", target="pmo-manager")],
    ),
    ("r26", [me(role="delivery-manager")], [me(role="tech-pm")]),
    ("r38", [me(role="scrum-master")], [me(role="delivery-manager")]),
    ("r39", [me(role="qa-lead")], [me(role="qa-lead", context="break")]),
    ("r40", [me(role="engineering-manager")], [me(role="programmer")]),
    ("r41", [me(role="product-owner")], [me(role="business-analyst")]),
    ("r42", [me(role="business-analyst")], [me(role="product-owner")]),
    ("r43", [me(role="change-manager")], [me(role="tech-pm")]),
    (
        "r44",
        [SITE, months("leading", 60)],
        [SITE, months("leading", 60), closed("School wing")],
    ),
    ("r44", [SITE, months("leading", 60)], [SITE, months("leading", 20)]),
    (
        "r44",
        [me(role="junior-pm", target="tech-pm"), months("leading", 60)],
        [me(role="junior-pm", target="programmer"), months("leading", 60)],
    ),
    (
        "r03",
        [me(role="junior-pm", education="bachelor"), months("leading", 30)],
        [me(role="junior-pm", target="programmer", education="bachelor"), months("leading", 30)],
    ),
    ("r17", READY, [me(role="tech-pm", target="tech-pm"), *READY[1:]]),
    (
        "r45",
        [me(role="director-of-pm", target="junior-pm")],
        [me(role="portfolio-manager", target="programme-director")],
    ),
    (
        "r37",
        [me(role="project-manager", target="delivery-manager")],
        [me(role="project-manager", target="senior-pm", industry="construction")],
    ),
    (
        "r45",
        [me(role="programme-director", target="junior-pm")],
        [me(role="junior-pm", target="programme-director")],
    ),
    (
        "r48",
        [me(role="project-manager", target="pmo-manager")],
        [me(role="tech-pm", target="pmo-manager")],
    ),
    ("r46", [SITE], [me(role="project-manager", target="tech-pm")]),
    ("r47", [me(role="tech-pm", context="break")], [me(role="tech-pm", context="contract")]),
    (
        "r37",
        [me(role="project-manager", target="tech-pm")],
        [me(role="junior-pm", target="tech-pm")],
    ),
    ("r27", [me(role="tech-pm", context="break")], [me(role="tech-pm")]),
    ("r28", [me(role="tech-pm", context="contract")], [me(role="tech-pm")]),
    (
        "r29",
        [me(background="business", target="tech-pm")],
        [me(background="technical", target="tech-pm")],
    ),
    (
        "r30",
        [me(role="senior-pm", since=TODAY.replace(year=2020))],
        [me(role="senior-pm", since=TODAY.replace(year=2024))],
    ),
    ("r31", [me(role="programmer", context="alone")], [me(role="programmer", context="large")]),
    ("r32", [me(role="junior-pm")], [me(role="junior-pm"), closed("A"), closed("B")]),
    (
        "r33",
        [me(role="tech-pm", target="senior-pm")],
        [me(role="tech-pm", target="pmo-analyst")],
    ),
    ("r34", [me(role="programme-manager")], [me(role="tech-pm")]),
    ("r36", [me(role="tech-pm")], [me(role="tech-pm", context="alone")]),
    ("r35", [me(role="pmo-analyst"), finished("app-03")], [me(role="pmo-analyst")]),
]


@of_each(RULES, called=lambda each: f"{each[0]}, row {RULES.index(each) + 1}")
def test_a_rule_speaks_to_whom_it_is_made_for_and_to_nobody_else(rule, person, opposite):
    assert rule in said(*person)
    assert rule not in said(*opposite)


@pytest.mark.parametrize(
    ("rule", "person"),
    [
        pytest.param("r17", READY, id="apply"),
        pytest.param("r18", [me(target="junior-pm"), did("j1")], id="small firms"),
    ],
)
@pytest.mark.parametrize(
    ("since", "speaks"), [pytest.param(30, False, id="new"), pytest.param(120, True, id="settled")]
)
def test_no_move_is_proposed_in_the_first_ninety_days_on_a_team(rule, person, since, speaks):
    assert (rule in said(*person, experience("technical", day(since)))) is speaks


def test_every_rule_is_tried_above():
    assert {rule for rule, *_ in RULES} == {rule.id for rule in SHIPPED.advice}


def test_only_the_question_about_the_office_that_is_open_is_named():
    said_type = somebody(OFFICE, me(pmo_type="project", id="type"))
    (found,) = [each for each in advice_for(said_type) if each.advice.id == "r23"]

    assert found.text.startswith("Not said yet: what it gives to projects")
    assert "what type" not in found.text


PLACES = [role.id for role in SHIPPED.roles if role.is_place]
NEAR = ("your PM ", "managers near you", "around you", "your project manager")
AT_WORK = ("your team", "your manager", "on the board", "this quarter", "your office")


@pytest.mark.slow
@pytest.mark.parametrize("context", [None, "alone", "contract", "break"])
def test_nobody_is_without_advice_or_sent_to_people_who_are_not_there(context):
    for role, target in permutations(PLACES, 2):
        advice = advice_for(somebody(me(role=role, target=target, context=context)))
        whole = " ".join(f"{each.text} {each.advice.do}" for each in advice)

        assert context or len(advice) > 1, f"{role} to {target}"
        assert not context or not any(words in whole for words in NEAR), whole
        assert context != "break" or not any(words in whole for words in AT_WORK), whole


def test_no_blank_is_left_in_what_is_said():
    for _, person, _ in RULES:
        for found in advice_for(somebody(*person)):
            assert "{" not in found.text
            assert "}" not in found.text


def test_numbers_in_advice_are_those_of_the_person():
    (found,) = [
        each for each in advice_for(somebody(me(hours_per_week=5.0))) if each.advice.id == "r20"
    ]

    assert "14.4 months" in found.text  # 312 h at 5 h a week
    assert "8.0 hours a week" in found.text


def test_a_promise_that_is_tried_out_counts():
    assert "r20" not in said(hours_per_week=20.0)
    assert "r20" in said(hours_per_week=2.0)


@pytest.mark.parametrize("muted", [("r16",), ("advice",)], ids=["this rule", "all advice"])
def test_what_is_muted_stays_silent(muted):
    assert "r16" in said()
    assert "r16" not in said(me(muted=muted))


def test_the_most_important_is_said_first():
    priorities = [found.advice.priority for found in advice_for(somebody(MANAGER))]

    assert len(priorities) > 2
    assert priorities == sorted(priorities)
    assert first_advice(somebody(MANAGER)) == advice_for(somebody(MANAGER))[0]


def test_a_rule_whose_fact_nobody_knows_or_that_is_retired_says_nothing():
    curriculum = a_curriculum(
        an_exercise(),
        an_advice("r01", when=("many < 3",)),
        an_advice("r02", retired=True),
        an_advice("r03"),
    )

    assert said(curriculum=curriculum) == ["r03"]


def test_large_projects_weigh_people_for_a_technical_background_and_nothing_else_does():
    technical = person_of(
        SHIPPED, a_logbook(me(background="technical", projects="large-complex")), TODAY
    )
    same_and_worked = person_of(
        SHIPPED,
        a_logbook(
            me(background="technical", projects="large-complex"),
            finished("pmf-01"),
            months("leading", 9),
        ),
        TODAY,
    )
    weights = background_weights(technical)

    assert (weights["stakeholders"], weights["technical-literacy"]) == (1.3, 0.5)
    assert background_weights(same_and_worked) == weights
    assert background_weights(person_of(SHIPPED, a_logbook(), TODAY)) == {}


SMALL = a_curriculum(
    an_exercise(),
    an_advice("old-1", when=("closed_projects < 9",)),
    an_advice("old-2", when=("closed_projects < 9",)),
    an_advice("old-3", when=("closed_projects < 9",)),
    an_advice("closed", when=("closed_projects >= 1",)),
    an_advice("certified", when=("certificates >= 1",)),
)
LONG_AGO = me(hours_per_week=8.0)
MONDAY = 0


def of_the_day(day, *entries, curriculum=SMALL) -> str | None:
    found = advice_of_the_day(person_of(curriculum, a_logbook(*entries), day))
    return found and found.advice.id


def days_from_today(count: int):
    return [TODAY + timedelta(days=ahead) for ahead in range(count)]


def told(count: int, *entries, curriculum=SMALL) -> list[str | None]:
    return [of_the_day(day, *entries, curriculum=curriculum) for day in days_from_today(count)]


def test_all_that_applies_has_its_day_of_eight():
    said_then = told(16, LONG_AGO)
    assert set(said_then[:8]) == {"old-1", "old-2", "old-3", None}
    assert said_then[:8].count(None) == 5
    assert said_then[:8] == said_then[8:]


def test_one_alone_rests_for_a_week_after_its_day():
    alone = a_curriculum(an_exercise(), an_advice("alone", when=("closed_projects < 9",)))
    said_then = told(24, LONG_AGO, curriculum=alone)
    assert said_then.count("alone") == 3
    first = said_then.index("alone")
    assert said_then[first + 8] == "alone"


def test_those_that_share_a_day_of_eight_take_turns():
    names = [f"n{place}" for place in range(9)]
    rules = [an_advice(name, when=("closed_projects < 9",)) for name in names]
    said_then = told(16, LONG_AGO, curriculum=a_curriculum(an_exercise(), *rules))
    assert sorted(said_then) == sorted([*names, *names[1:8]])


def test_a_first_day_hears_the_most_important_and_the_days_after_it_the_rest():
    assert told(5, a_profile(on=TODAY, hours_per_week=8.0)) == [
        "old-1",
        "old-2",
        "old-3",
        None,
        None,
    ]


def test_what_an_entry_made_apply_is_said_on_the_day_after_it_and_not_again_for_a_week():
    said_then = told(14, LONG_AGO, closed(on=TODAY))
    assert said_then[1] == "closed"
    assert said_then.count("closed") <= 2
    assert "closed" not in said_then[2:8]


def test_advice_stays_the_same_while_things_are_logged():
    for day in days_from_today(8):
        assert of_the_day(day, LONG_AGO, closed(on=day)) == of_the_day(day, LONG_AGO)


def test_what_was_written_yesterday_of_long_ago_is_new_today():
    yesterday = TODAY - timedelta(days=1)
    paper = certified(on="2022-05-01", at=datetime.combine(yesterday, time(9), tzinfo=UTC))
    assert of_the_day(TODAY, LONG_AGO, paper) == "certified"


def test_of_two_that_are_new_by_one_day_the_second_comes_a_day_later():
    said_then = told(4, LONG_AGO, closed(on=TODAY), certified(on=TODAY))
    assert said_then[1:3] == ["closed", "certified"]


def test_whoever_waits_for_a_turn_keeps_it_when_the_one_before_no_longer_applies():
    both = (LONG_AGO, closed(on=TODAY), certified(on=TODAY))
    mute = a_profile(on=TODAY + timedelta(days=1), muted=("closed",))
    assert of_the_day(TODAY + timedelta(days=2), *both, mute) == "certified"


def test_what_comes_and_goes_is_not_new_again_within_a_fortnight():
    flips = a_curriculum(
        an_exercise(), an_advice("mine", when=("background = technical",), priority=1)
    )
    entries = [LONG_AGO]
    for ahead, background in enumerate(("technical", "business") * 4):
        day = TODAY + timedelta(days=ahead)
        entries.append(a_profile(on=day, background=background, id=f"flip{ahead}"))
    said_then = told(8, *entries, curriculum=flips)
    assert said_then.count("mine") <= 1


@pytest.mark.parametrize(
    "person",
    [
        [],
        [MANAGER],
        [MANAGER, closed(), certified("csm")],
        READY,
        [me(background="technical", projects="large-complex"), worked()],
        [a_profile(on=TODAY, role="programmer", target="tech-pm")],
    ],
    ids=["nobody", "manager", "news", "ready", "technical", "first day"],
)
def test_no_sentence_is_said_twice_within_a_week(person):
    said_then = told(40, *person, curriculum=SHIPPED)
    for place, rule in enumerate(said_then):
        assert rule is None or rule not in said_then[place + 1 : place + 7]
    for rule in advice_for(person_of(SHIPPED, a_logbook(*person), days_from_today(40)[-1])):
        assert rule.advice.id in said_then


def test_one_screen_a_day_says_it_and_scripts_are_told_of_all():
    a_home(SMALL, LONG_AGO)
    said_by = {"next": "status", "status": "next"}
    seen = set()
    for day in days_from_today(56):
        rule = of_the_day(day, LONG_AGO)
        if rule is None:
            assert run_cli("next", "--json", today=str(day)).json["advice"] is None
            continue
        speaks = ("next", "status")[day.weekday() == MONDAY]
        if (speaks, rule) in seen:
            continue
        seen.add((speaks, rule))
        whole = () if speaks == "next" else ("--detail",)
        assert f"  {rule}\n" in run_cli(speaks, *whole, today=str(day)).out
        for silent in (said_by[speaks], "plan", "review", "gap"):
            assert f"  {rule}\n" not in run_cli(silent, today=str(day)).out
    assert {speaks for speaks, _ in seen} == {"next", "status"}
    assert "old-1" in run_cli("plan", "--detail").out
    for command in ("plan", "status"):
        told_all = run_cli(command, "--json").json["advice"]
        assert [each["id"] for each in told_all] == ["old-1", "old-2", "old-3"]


def test_asking_twice_on_one_day_says_the_same():
    a_home(SMALL, LONG_AGO, closed())
    assert run_cli("next").out == run_cli("next").out


PLACES = [role.id for role in SHIPPED.roles if role.is_place]
WEEKS = 3


@pytest.mark.parametrize("role", sweep(PLACES, quick=PLACES[1::12]))
def test_nobody_is_without_advice_over_the_first_weeks(role):
    for target in PLACES[:: len(PLACES) // 4]:
        if target == role:
            continue
        heard = set()
        for number in range(7 * WEEKS):
            person = person_of(
                SHIPPED, a_logbook(a_profile(role=role, target=target)), day(-number)
            )
            found = advice_of_the_day(person)
            heard |= {found.advice.id} if found else set()
        assert heard, (role, target)


@of_each([(role, how) for role in PLACES for how in ("alone", "contract", "break")])
def test_nobody_who_is_alone_is_told_to_ask_the_project_managers_around(role, surroundings):
    person = somebody(me(role=role, context=surroundings))

    assert "near you" not in " ".join(found.text for found in advice_for(person))
    assert "r31" in [found.advice.id for found in advice_for(person)]


def test_each_piece_says_what_to_do():
    assert [rule.id for rule in SHIPPED.advice if not rule.do] == []
