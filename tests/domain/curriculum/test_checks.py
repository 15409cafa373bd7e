"""What is wrong with a curriculum as a whole."""

import pytest

from pmcareer.domain.curriculum.checks import problems_of
from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.links import broken_links

from builders import (
    a_certification,
    a_curriculum,
    a_detour,
    a_gate,
    a_move,
    a_practice,
    a_prompt,
    a_role,
    a_skill,
    an_advice,
    an_exercise,
)


def said(*items, **keys):
    """Give what is wrong with a curriculum, as "exercises rsk-01, requires: message hint"."""
    return [
        f"{each.table} {each.item}, {each.key}: {each.message} {each.hint}".strip()
        for each in problems_of(a_curriculum(*items, **keys))
    ]


STARTER, TECH_PM = a_role("starter"), a_role("tech-pm", needs={"risk": 2})


@pytest.mark.parametrize(
    "items",
    [
        (an_exercise(),),
        (an_exercise("rsk-01"), an_exercise("rsk-02", requires=("rsk-01",), level=3)),
        (an_exercise(), STARTER, TECH_PM, a_move()),
        (an_exercise(), STARTER, TECH_PM, a_detour(), a_move()),
        (an_exercise(), STARTER, TECH_PM, a_move(), a_move("tech-pm", "starter")),
    ],
    ids=[
        "one exercise",
        "a chain",
        "a move",
        "a detour beside the moves",
        "moves both ways, from a default role",
    ],
)
def test_a_sound_curriculum_has_no_problems(items):
    assert said(*items, default_role="starter") == []


LINKS = {
    "prerequisite": (
        an_exercise("rsk-02", requires=("rsk-1",)),
        "exercises rsk-02, requires: there is no exercise 'rsk-1'.",
    ),
    "role of standing": (
        an_exercise("rsk-02", standing="tech"),
        "exercises rsk-02, standing: there is no role 'tech'.",
    ),
    "resource": (
        an_exercise("rsk-02", resources=("book",)),
        "exercises rsk-02, resources: there is no resource 'book'.",
    ),
    "a role's exercise": (
        a_role("boss", requires=("x",)),
        "roles boss, requires: there is no exercise 'x'.",
    ),
    "a role's trait": (
        a_role("boss", traits={"calm": 3}),
        "roles boss, traits: there is no trait 'calm'.",
    ),
    "a role's weight": (
        a_role("boss", weights={"agility": 2}),
        "roles boss, weights: there is no skill 'agility'.",
    ),
    "a move's start": (
        a_move("nobody", "tech-pm"),
        "moves nobody -> tech-pm, from: there is no role 'nobody'.",
    ),
    "a move's first": (
        a_move(first=("x",)),
        "moves starter -> tech-pm, first: there is no exercise 'x'.",
    ),
    "a gate's certificate": (
        a_move(gates=(a_gate("g", kind="certificate", certification="pmpp"),)),
        "moves starter -> tech-pm, gates: gate g: there is no certification 'pmpp'.",
    ),
    "a gate's service": (
        a_role("boss", gates=(a_gate("g", kind="services", of=("benefit",), count=1, level=2),)),
        "roles boss, gates: gate g: there is no skill 'benefit'.",
    ),
    "a practice's role": (
        a_practice(roles=("boss",)),
        "practices h01, roles: there is no role 'boss'.",
    ),
    "a prompt's role": (a_prompt(roles=("boss",)), "prompts q01, roles: there is no role 'boss'."),
    "an advice's practice": (
        an_advice(practices=("h9",)),
        "advice r01, practices: there is no practice 'h9'.",
    ),
    "a certificate before": (
        a_certification(requires=("x",)),
        "certifications pmp, requires: there is no certification 'x'.",
    ),
}


@pytest.mark.parametrize(("item", "sentence"), LINKS.values(), ids=LINKS)
def test_an_id_that_names_nothing_is_told(item, sentence):
    assert any(
        problem.startswith(sentence) for problem in said(an_exercise(), STARTER, TECH_PM, item)
    )


def test_the_nearest_id_is_offered():
    (problem,) = said(an_exercise("rsk-01"), an_exercise("rsk-02", requires=("rsk-1",)))
    assert problem.endswith("Did you mean 'rsk-01'?")


def test_an_id_that_was_replaced_is_told_under_its_new_name():
    (problem,) = said(
        an_exercise("rsk-01", replaces=("raid",)), an_exercise("rsk-02", requires=("raid",))
    )
    assert problem.endswith("It is called 'rsk-01' now.")


@pytest.mark.parametrize("key", ["default_role", "default_target"])
def test_a_default_that_is_no_role_is_told(key):
    assert said(an_exercise(), **{key: "tech"})[0].startswith(f", {key}: there is no role 'tech'.")


@pytest.mark.parametrize(
    ("chain", "ring"),
    [("a", "a -> a"), ("ab", "a -> b -> a"), ("abcd", "a -> b -> c -> d -> a")],
    ids=["itself", "two", "four"],
)
def test_prerequisites_in_a_ring_are_told_in_their_order(chain, ring):
    """F37."""
    after = chain[1:] + chain[0]
    (problem,) = said(
        *(an_exercise(name, requires=(then,)) for name, then in zip(chain, after, strict=True))
    )
    start = problem.partition("next: ")[2].partition(".")[0]
    assert start in {ring, *_turned(ring)}


def _turned(ring):
    names = ring.split(" -> ")[:-1]
    return {" -> ".join([*names[at:], *names[:at], names[at]]) for at in range(len(names))}


def test_a_chain_of_five_thousand_is_no_ring():
    """F37."""
    chain = [
        an_exercise(f"e{at}", requires=(f"e{at + 1}",) if at < 4999 else ()) for at in range(5000)
    ]
    assert said(*chain) == []


def test_an_id_that_is_there_twice_is_told():
    assert said(an_exercise("rsk-01"), an_exercise("rsk-01")) == [
        "exercises rsk-01, id: this id is there twice. Give one of them another id."
    ]
    assert said(an_exercise(), STARTER, TECH_PM, a_move(), a_move()) == [
        "moves starter -> tech-pm, from: this move is there twice. Keep one of them."
    ]


def test_one_word_may_name_things_of_two_kinds():
    assert said(a_skill("risk"), an_exercise("risk")) == []


def test_progress_can_only_go_to_one_heir():
    assert (
        "is replaced by 'rsk-01' already"
        in said(an_exercise("rsk-01", replaces=("old",)), an_exercise("rsk-02", replaces=("old",)))[
            0
        ]
    )
    assert (
        "it is still there"
        in said(an_exercise("rsk-01", replaces=("rsk-02",)), an_exercise("rsk-02"))[0]
    )


@pytest.mark.parametrize("hours", [(4, 2, 6), (2, 6, 4), (6, 4, 2)])
def test_hours_go_from_optimistic_to_pessimistic(hours):
    (problem,) = said(an_exercise(hours=hours))
    assert problem.startswith("exercises rsk-01, hours: ")
    assert problem.endswith("They go optimistic, likely, pessimistic, the smallest first.")


def test_months_and_years_go_from_low_to_high():
    problems = said(
        an_exercise(), STARTER, a_role("tech-pm", years=(5, 2)), a_move(months=(24, 12, 6))
    )
    assert [problem.partition(":")[0] for problem in problems] == [
        "roles tech-pm, years",
        "moves starter -> tech-pm, months",
    ]


def test_a_search_and_what_others_take_go_from_the_shortest_to_the_longest():
    gate = a_gate("boss", kind="confirmed", months=(9, 2, 1))
    problems = said(
        an_exercise(),
        STARTER,
        a_role("tech-pm", search=(4, 2, 1), gates=(gate,)),
        a_move(search=(3, 2, 1)),
    )
    mend = "They go optimistic, likely, pessimistic, the smallest first."
    assert problems == [
        f"roles tech-pm, search: 4, 2, 1 are out of order. {mend}",
        f"roles tech-pm, gates: gate boss: 9, 2, 1 are out of order. {mend}",
        f"moves starter -> tech-pm, search: 3, 2, 1 are out of order. {mend}",
    ]


@pytest.mark.parametrize(
    ("level", "exercise", "is_served"),
    [
        (2, an_exercise(level=2), True),
        (3, an_exercise(level=2), False),
        (4, an_exercise(level=3), True),
        (1, an_exercise(level=2), True),
        (2, an_exercise(level=3), False),
        (2, an_exercise(level=2, core=False), True),
        (2, an_exercise(level=2, retired=True), False),
    ],
    ids=[
        "its level",
        "a level below",
        "months do the rest",
        "a need of one",
        "only above",
        "none is marked core, so all are",
        "retired",
    ],
)
def test_a_need_of_two_or_more_must_have_a_core_exercise_that_leads_there(
    level, exercise, is_served
):
    roles = STARTER, a_role("tech-pm", needs={"risk": level})
    problems = said(a_skill(work="leading"), exercise, *roles)
    assert (problems == []) is is_served
    assert is_served or f"it needs risk at level {level}, and" in problems[0]


def test_a_role_that_no_moves_reach_is_told_unless_it_is_a_detour():
    roles = (STARTER, TECH_PM, a_role("boss"), a_role("chief"), a_role("alone"), a_detour())
    moves = (a_move(), a_move("boss", "chief"), a_move("chief", "boss"))
    told = [problem.partition(",")[0] for problem in said(an_exercise(), *roles, *moves)]
    assert told == ["roles boss", "roles chief", "roles alone"]


def test_a_move_to_where_one_is_is_none():
    assert any(
        "it leads back" in problem
        for problem in said(an_exercise(), STARTER, TECH_PM, a_move(), a_move("tech-pm", "tech-pm"))
    )


def test_a_gate_is_named_once():
    gates = (a_gate("g"), a_gate("g"))
    assert said(an_exercise(), STARTER, a_role("tech-pm", gates=gates)) == [
        "roles tech-pm, gates: gate g is there twice. Give one of them another id."
    ]


@pytest.mark.parametrize(
    "item",
    [
        a_skill("tools", work="ledaing"),
        a_role("boss", work=("ledaing",)),
        a_role("boss", work={"ledaing": 0.5}),
        a_role("boss", gates=(a_gate(work="pmo+ledaing"),)),
        a_certification(experience=({"work": "ledaing", "months": 12},)),
    ],
    ids=["of a skill", "of a role", "of a part of a role", "of a gate", "of a certificate"],
)
def test_a_kind_of_work_that_nobody_knows_would_never_open_a_gate(item):
    (problem,) = said(an_exercise(), STARTER, TECH_PM, item)
    assert "'ledaing' is no kind of work. The kinds are technical, analysis," in problem


def test_nothing_that_is_asked_for_is_retired():
    problems = said(
        an_exercise("rsk-01", retired=True), an_exercise("rsk-02", requires=("rsk-01",))
    )
    assert problems == [
        "exercises rsk-02, requires: it requires 'rsk-01', which is retired. Name what took its place, or leave it out."
    ]


@pytest.mark.parametrize("minutes", [1, 26])
def test_a_practice_takes_two_to_twenty_five_minutes(minutes):
    (problem,) = said(an_exercise(), a_practice(minutes=minutes))
    assert problem.endswith("A practice takes 2 to 25 minutes.")


def test_a_skill_describes_all_its_levels_or_none():
    (problem,) = said(a_skill(levels=("none", "some")), an_exercise())
    assert "it describes 2 levels." in problem


def test_facts_that_age_have_a_source():
    (problem,) = said(an_exercise(), a_certification(source=" "))
    assert problem.startswith("certifications pmp, source: ")


def test_a_curriculum_has_a_role_to_head_for():
    curriculum = Curriculum(title="Empty", version="1")
    assert [finding.message for finding in broken_links(curriculum)] == [
        "there is no role to head for."
    ]


def test_of_many_unknown_ids_only_the_first_twenty_get_a_hint():
    """F40: a search for each of thousands would take minutes."""
    exercises = [an_exercise(f"rsk-{at}", requires=(f"rks-{at}",)) for at in range(30)]
    assert sum("Did you mean" in problem for problem in said(*exercises)) == 20
