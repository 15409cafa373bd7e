"""What roles are called in narrow columns: no two rows with the same words."""

from pmcareer.domain.curriculum.short_titles import short_titles
from running import a_home, run_cli

from builders import a_curriculum, a_move, a_profile, a_role, an_exercise


def test_a_title_goes_without_its_addition_where_that_tells_nobody_apart():
    roles = a_role("a", title="PMO manager (office)"), a_role("b", title="Head, of projects")
    assert short_titles(roles) == {"a": "PMO manager", "b": "Head"}


def test_a_short_title_that_is_given_is_taken():
    assert short_titles([a_role("a", title="Manager of the office", short="PMO")]) == {"a": "PMO"}


def test_two_that_would_read_alike_stay_whole():
    roles = a_role("a", title="Engineer (rail)"), a_role("b", title="Engineer (air)")
    assert [*short_titles(roles).values()] == ["Engineer (rail)", "Engineer (air)"]
    given = a_role("a", title="Engineer (rail)"), a_role("b", title="Air", short="Engineer")
    assert [*short_titles(given).values()] == ["Engineer (rail)", "Air"]


def test_two_of_one_title_are_told_apart_by_their_ids():
    roles = a_role("a", title="Engineer"), a_role("b", title="Engineer")
    assert [*short_titles(roles).values()] == ["Engineer (a)", "Engineer (b)"]


def test_the_stages_of_a_plan_can_be_told_apart_on_every_width():
    long = "Engineer of the very long and winding lines that lead to the sea"
    roles = (
        a_role("start"),
        a_role("rail", title=f"{long} (rail)", needs={"risk": 2}),
        a_role("air", title=f"{long} (air)", needs={"risk": 2}),
    )
    moves = a_move("start", "rail"), a_move("rail", "air")
    a_home(a_curriculum(an_exercise(), *roles, *moves), a_profile(role="start"))
    for columns in ("40", "60", "80", "120"):
        said = " ".join(run_cli("plan", "--detail", COLUMNS=columns).out.split())
        stages = said.partition("First up")[0]
        assert f"{long} (rail)" in stages, columns
        assert f"{long} (air)" in stages, columns
        drawn = run_cli("plan", COLUMNS=columns).out
        # The posts of the way, each on its line.
        assert "(rail)" in drawn, columns
        assert "(air)" in drawn, columns
