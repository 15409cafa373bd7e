"""What a trade changes in a plan is said in a sentence, and only what is in force."""

from pmcareer.domain.coaching.because import because_of
from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.planner import Planner

from builders import (
    TODAY,
    a_curriculum,
    a_logbook,
    a_move,
    a_profile,
    a_role,
    an_exercise,
    an_industry,
    finished,
)

WORDS = {"id": "rsk-01", "title": "Walk it", "deliverable": "A plan", "accept": ["Walked"]}
BUILDING = an_industry(
    called="construction",
    needs=[{"skill": "risk", "most": 2}, {"skill": "tools", "least": 2}],
    adds=[{"exercise": "pln-02", "roles": ["lead"]}],
    exercises=[WORDS],
    anew=["tools"],
    elsewhere={"lead": "software"},
)
SOFTWARE = an_industry("software", bridge=["tls-01", "pln-01"])
CURRICULUM = a_curriculum(
    an_exercise("rsk-01"),
    an_exercise("rsk-02", level=3),
    an_exercise("tls-01", skill="tools"),
    an_exercise("pln-01", skill="planning"),
    an_exercise("pln-02", skill="planning", core=False),
    a_role("junior", needs={"planning": 2, "tools": 2}),
    a_role("lead", needs={"risk": 3, "planning": 2}),
    a_role("boss", needs={"risk": 2, "tools": 2}),
    a_move("junior", "lead"),
    BUILDING,
    SOFTWARE,
)


def said(*entries, **says):
    logbook = a_logbook(a_profile(**says), *entries)
    return [
        (each.id, each.text)
        for each in because_of(Planner(person=person_of(CURRICULUM, logbook, TODAY)).for_today)
    ]


def test_needs_additions_and_exercises_of_the_trade_are_named():
    expected = (
        "Because you work in construction: the role needs risk 2 instead of 3 and tools 2; "
        "pln-02 asked for; rsk-01 done as the trade does it."
    )
    stays = {"industry": "building", "target_industry": "building", "target": "lead"}
    assert said(**stays) == [("industry", expected)]


def test_what_is_done_is_not_said_to_be_ahead():
    ((_, text),) = said(
        finished("rsk-01"),
        finished("pln-02"),
        industry="building",
        target_industry="building",
        target="lead",
    )
    assert text == (
        "Because you work in construction: the role needs risk 2 instead of 3 and tools 2."
    )


def test_a_change_of_trade_names_its_bridge_and_what_is_shown_anew():
    ((_, text),) = said(role="junior", industry="building", target="lead")
    assert text == (
        "Because you go from construction into software: first tls-01 and pln-01, which no earlier "
        "level covers; tools shown anew, other levels carry over."
    )


def test_what_leads_into_a_trade_is_not_named_twice():
    both = an_industry("port", bridge=["pln-02"], adds=[{"exercise": "pln-02", "roles": ["lead"]}])
    curriculum = a_curriculum(*CURRICULUM.exercises, *CURRICULUM.roles, *CURRICULUM.moves, both)
    logbook = a_logbook(a_profile(role="junior", target="lead", target_industry="port"))
    planner = Planner(person=person_of(curriculum, logbook, TODAY))
    (trade,) = because_of(planner.for_today)
    assert trade.text == "Because you go into port: first pln-02, which no earlier level covers."


def test_who_says_no_trade_of_their_own_goes_into_the_one_they_seek():
    ((_, text),) = said(role="junior", target="lead", target_industry="software")
    assert text.startswith("Because you go into software: first tls-01 and pln-01,")


def test_a_trade_that_changes_nothing_in_a_plan_is_not_named():
    assert said(industry="software", target="lead") == []
    assert said(target="lead") == []
