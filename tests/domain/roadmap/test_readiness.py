import pytest

from pmcareer.domain.person.person import Person, person_of
from pmcareer.domain.roadmap.readiness import Part, readiness_for_target, readiness_of, total_of

from builders import (
    TODAY,
    a_certification,
    a_curriculum,
    a_gate,
    a_logbook,
    a_move,
    a_profile,
    a_role,
    an_exercise,
    assessed,
    certified,
    finished,
    worked,
)

TWO = (
    an_exercise("rsk-01", level=3, hours=(4, 4, 4)),
    an_exercise("pln-01", skill="planning", level=3, hours=(8, 8, 8)),
)
NEEDS = {"risk": 3, "planning": 3}


def somebody(*entries, items=TWO, moves=(), **target) -> Person:
    role = a_role("tech-pm", **{"needs": NEEDS} | target)
    return person_of(
        a_curriculum(*items, a_role("starter"), role, *moves), a_logbook(*entries), TODAY
    )


def parts(*entries, **keys) -> dict[str, Part]:
    person = somebody(*entries, **keys)
    return {part.id: part for part in readiness_of(person, person.curriculum.role["tech-pm"])}


def test_what_has_nothing_to_count_is_left_out_and_its_weight_goes_to_the_others():
    assert {name: part.weight for name, part in parts().items()} == {"levels": 0.5, "work": 0.5}
    gates = parts(gates=(a_gate("led", months=12),))
    assert [round(part.weight, 2) for part in gates.values()] == [0.33, 0.33, 0.33]
    alone = parts(needs={}, gates=(a_gate("led", months=12),))
    assert {name: part.weight for name, part in alone.items()} == {"gates": 1.0}


def test_nobody_is_ready_for_a_role_that_asks_for_nothing_nor_far_from_it():
    person = somebody(needs={})
    assert readiness_of(person, person.curriculum.role["tech-pm"]) == ()
    assert readiness_for_target(person) is None


def test_a_certificate_alone_is_no_readiness():
    move, paper = a_move(certificates=("pmp",)), a_certification("pmp")
    assert parts(needs={}, items=(*TWO, paper), moves=(move,)) == {}
    with_needs = parts(certified("pmp"), items=(*TWO, paper), moves=(move,))
    assert with_needs["certificates"].weight == 0.1


@pytest.mark.parametrize(
    ("entries", "value", "text"),
    [
        pytest.param((), 0, "0 of 2 done", id="nothing yet"),
        pytest.param((finished("rsk-01"),), 1 / 3, "1 of 2 done", id="by its hours"),
        pytest.param((worked("pln-01", 240),), 1 / 3, "0 of 2 done", id="half of eight hours"),
        pytest.param((worked("pln-01", 6000),), 0.6, "0 of 2 done", id="never all of it"),
        pytest.param(
            (assessed("risk", 3, by="peer"),), 1 / 3, "0 of 2 done, 1 covered", id="seen by others"
        ),
        pytest.param(
            (assessed("risk", 3),),
            1 / 6,
            "0 of 2 done, 1 by your own word, which counts half",
            id="one's own word",
        ),
        pytest.param(
            (assessed("risk", 3), finished("rsk-01")), 1 / 3, "1 of 2 done", id="said, then shown"
        ),
    ],
)
def test_what_is_covered_counts_and_ones_own_word_counts_half(entries, value, text):
    work = parts(*entries)["work"]
    assert (work.value, work.text) == (pytest.approx(value), text)


def test_the_role_that_one_holds_vouches_for_its_own_levels():
    held = a_role("held", needs={"risk": 3})
    role = a_profile(role="held")
    assert parts(role, items=(*TWO, held))["work"].text == "0 of 2 done, 1 covered"
    # Saying of oneself what the role says takes nothing away.
    same = parts(role, assessed("risk", 3), items=(*TWO, held))
    assert same["work"].text == "0 of 2 done, 1 covered"


def test_whoever_has_little_left_reads_as_nearly_there():
    # All but one of thirty levels: what is covered counts, not the one that is left alone.
    skills = [f"skill-{number}" for number in range(10)]
    items = [an_exercise(f"{skill}-e", skill=skill, level=3) for skill in skills]
    needs = dict.fromkeys(skills, 3)
    rated = [assessed(skill, 3, by="manager", id=skill) for skill in skills[1:]]
    last = assessed(skills[0], 2, by="manager", id="last")
    found = somebody(*rated, last, items=tuple(items), needs=needs)
    assert readiness_for_target(found) == pytest.approx((29 / 30 + 9 / 10) / 2)


def test_all_of_it_is_said_only_where_nothing_is_short():
    nearly = [
        Part(id="levels", title="", value=1.0, weight=0.5, text=""),
        Part(id="work", title="", value=0.9999, weight=0.5, text=""),
    ]
    assert total_of(nearly) == 0.99
    assert total_of(nearly[:1]) == 1
