"""The next role on the way to a far one."""

import pytest

from pmcareer.domain.person.nearer import nearer_target

from builders import a_curriculum, a_detour, a_move, a_role, an_exercise

MAP = a_curriculum(
    an_exercise(),
    *map(a_role, ("starter", "junior", "lead", "elsewhere", "boss")),
    a_detour("stint"),
    a_move("starter", "lead", months=(12, 24, 36)),
    a_move("starter", "junior", months=(6, 9, 12)),
    a_move("starter", "elsewhere", months=(1, 2, 3)),
    a_move("starter", "stint", months=(1, 1, 1)),
    a_move("stint", "boss"),
    a_move("junior", "boss"),
    a_move("lead", "boss"),
    default_role="starter",
)


@pytest.mark.parametrize(
    ("held", "target", "nearer"),
    [
        (None, "boss", "junior"),
        ("starter", "boss", "junior"),
        ("junior", "boss", "boss"),
        ("elsewhere", "boss", "boss"),
    ],
    ids=["from the start", "from a role", "one move away", "no way leads there"],
)
def test_the_shortest_first_move_that_leads_on_is_taken(held, target, nearer):
    assert nearer_target(MAP, held, target) == nearer


def test_a_post_between_is_nearer_than_the_straight_move_where_it_costs_no_more_than_half_again():
    straight = a_move("starter", "boss", months=(12, 24, 36))
    curriculum = a_curriculum(*MAP.exercises, *MAP.roles, *MAP.moves, straight)
    shorter = a_move("starter", "boss", months=(6, 12, 24))
    not_theirs = a_move("starter", "junior", months=(6, 9, 12), when=("role = lead",))
    of_others = a_curriculum(*MAP.exercises, *MAP.roles, not_theirs, *MAP.moves[6:], straight)

    assert nearer_target(curriculum, "starter", "boss") == "junior"
    assert nearer_target(of_others, "starter", "boss") == "boss"
    only_shorter = a_curriculum(*MAP.exercises, *MAP.roles, *MAP.moves, shorter)
    assert nearer_target(only_shorter, "starter", "boss") == "boss"
