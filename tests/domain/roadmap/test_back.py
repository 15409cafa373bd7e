"""A target behind the post held, and the post ahead that it only leads to."""

import pytest

from pmcareer.domain.roadmap.back import lies_behind, post_ahead
from pmcareer.domain.roadmap.routes import move_between

from builders import a_curriculum, a_gate, a_move, a_role, an_exercise

NEEDS = {"risk": 3}
MAP = a_curriculum(
    an_exercise(),
    *(a_role(name, needs=NEEDS) for name in ("junior", "lead", "boss", "tester", "elsewhere")),
    a_role("owner", needs={"risk": 5}, gates=(a_gate(),)),
    a_move("junior", "lead"),
    a_move("lead", "boss"),
    a_move("tester", "lead"),
    a_move("owner", "boss"),
    a_move("boss", "elsewhere", side=True),
)


@pytest.mark.parametrize(
    ("held", "target", "ahead", "is_behind"),
    [
        pytest.param("boss", "junior", None, True, id="it leads to the post held"),
        pytest.param("tester", "junior", "lead", True, id="it leads to where one can go at once"),
        pytest.param("junior", "boss", None, False, id="a way leads there"),
        pytest.param("boss", "elsewhere", None, False, id="it lies aside"),
        pytest.param("boss", "owner", None, False, id="it has gates, and needs something else"),
    ],
)
def test_what_leads_to_ones_own_post_or_the_next_one_lies_behind(held, target, ahead, is_behind):
    roles = MAP.role[held], MAP.role[target]
    found = post_ahead(MAP, *roles)

    assert lies_behind(MAP, *roles, move_between(MAP, held, target)) is is_behind
    assert (found and found.id) == ahead
