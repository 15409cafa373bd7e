import pytest

from pmcareer.domain.curriculum.catalogue import Option
from running import a_home, run_cli, run_on_terminal

from builders import (
    a_curriculum,
    a_move,
    a_profile,
    a_role,
    an_exercise,
    deferred,
    finished,
    worked,
)

SMALL = a_curriculum(
    an_exercise("rsk-01", title="A living register"),
    an_exercise("rsk-02", level=3, core=False),
    an_exercise("rsk-03"),
    an_exercise("pln-01", skill="planning"),
    an_exercise("pln-02", skill="planning", retired=True),
    a_role("starter"),
    a_role("tech-pm", needs={"risk": 2}),
    a_move(),
)
ENTRIES = (finished("rsk-01"), worked("rsk-02"), deferred("rsk-03", "2026-12-24"))


def ids(*arguments):
    a_home(SMALL, *ENTRIES)
    return [item["id"] for item in run_cli("list", *arguments, "--json").json["items"]]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        pytest.param(
            ["exercises"], ["rsk-01", "rsk-02", "rsk-03", "pln-01"], id="all that are not retired"
        ),
        pytest.param(
            ["exercises", "--skill", "risk"], ["rsk-01", "rsk-02", "rsk-03"], id="of a skill"
        ),
        pytest.param(["exercises", "--level", "3"], ["rsk-02"], id="of a level"),
        pytest.param(["exercises", "--core"], ["rsk-01", "rsk-03", "pln-01"], id="core"),
        pytest.param(["exercises", "--open"], ["rsk-02", "rsk-03", "pln-01"], id="open"),
        pytest.param(["exercises", "--done"], ["rsk-01"], id="done"),
        pytest.param(["exercises", "LIVING", "reg"], ["rsk-01"], id="with words"),
        pytest.param(["roles"], ["starter", "tech-pm"], id="roles"),
        pytest.param(["moves"], ["move:starter:tech-pm"], id="moves"),
        pytest.param(["traits"], [], id="what there is none of"),
    ],
)
def test_items_are_listed_and_filtered(arguments, expected):
    assert ids(*arguments) == expected


def test_exercises_have_their_state_and_estimate():
    a_home(SMALL, *ENTRIES)
    items = run_cli("list", "exercises", "--json").json["items"]
    assert [item["state"] for item in items] == ["finished", "started", "deferred", "open"]
    assert items[0]["hours"]["mean"] == 4.0


@pytest.mark.parametrize(
    "what",
    [
        "exercises",
        "skills",
        "roles",
        "practices",
        "certifications",
        "moves",
        "traits",
        "prompts",
        "options",
        "advice",
        "resources",
        "frameworks",
        "job-steps",
    ],
)
def test_every_kind_that_is_shipped_can_be_listed(what):
    items = run_cli("list", what, "--json").json["items"]
    lines = run_cli("list", what).out.splitlines()
    assert items
    assert all(item["id"] and item["title"] for item in items)
    assert [line.split()[0] for line in lines] == [item["id"] for item in items]


def test_alone_it_says_what_can_be_listed():
    assert "exercises" in run_cli("list").out
    assert {item["id"] for item in run_cli("list", "--json").json["items"]} >= {
        "exercises",
        "moves",
    }


def test_a_kind_that_is_none_gets_the_nearest():
    result = run_cli("list", "exercise")
    assert result.code == 2
    assert "Did you mean 'exercises'?" in result.err


def test_nothing_found_is_said():
    assert "No exercises fit" in run_cli("list", "exercises", "zebra").out


def an_option(name, *when):
    return Option(
        id=name, title=f"About {name}", kind="option", first=("One", "Two", "Three"), when=when
    )


def test_options_that_fit_come_first_the_most_particular_before_the_rest():
    options = (an_option("o1", "background = pmo"), an_option("o2", "background = technical"))
    options += (
        an_option("o3", "background = technical", "projects = small-simple"),
        an_option("o4"),
    )
    a_home(
        a_curriculum(an_exercise(), options=options),
        a_profile(background="technical", projects="small-simple"),
    )
    found = run_cli("list", "options", "--json").json["items"]
    assert [(item["id"], item["fits"]) for item in found] == [
        ("o3", True),
        ("o2", True),
        ("o1", False),
        ("o4", False),
    ]


def test_at_least_two_options_are_shown_with_their_first_three_steps():
    text = run_on_terminal("list", "options").out
    assert text.count("1. ") >= 2
    assert text.count("3. ") >= 2


def test_the_routes_of_a_plan_are_listed_with_the_ids_that_plan_takes():
    found = run_cli("list", "routes", "--json").json["items"]
    assert len(found) > 1
    for item in found:
        assert (
            run_cli("plan", "--route", item["id"], "--json").json["routes"][0]["id"]
            == found[0]["id"]
        )
    assert [line.split()[0] for line in run_cli("list", "routes").out.splitlines()] == [
        item["id"] for item in found
    ]
