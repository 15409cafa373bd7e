"""What a choice of way costs is told against the way that free choice would recommend."""

from running import run_cli

MANAGER = "profile --role pmo-manager --since 2024-03-01 --target portfolio-pmo --hours-per-week 4"


def said(*lines):
    """Type lines, each of which has to succeed."""
    for line in lines:
        result = run_cli(*line.split())
        assert result.code == 0, result.err


def test_nothing_chosen_costs_nothing():
    said(MANAGER)
    assert run_cli("plan", "--json").json["choice"] is None


def test_a_detour_that_is_not_wanted_has_its_price():
    said(MANAGER)
    free = run_cli("plan", "--json").json["routes"][0]
    said("profile --without operations-secondment")
    plan = run_cli("plan", "--json").json
    assert plan["choice"]["against"] == free["id"]
    assert plan["choice"]["days"] > 30
    assert plan["choice"]["lost"] is None
    assert "Your choice" in run_cli("plan").out


def test_a_way_that_is_no_more_is_said_to_be_none():
    said(MANAGER, "profile --route 2")
    wanted = run_cli("plan", "--json").json["routes"][0]["id"]
    assert "strategy-post" in wanted
    said("profile --without strategy-post")
    assert run_cli("plan", "--json").json["choice"]["lost"] == wanted
    screen = " ".join(run_cli("plan").out.split())
    assert f"the way {wanted} is none of those there are now" in screen
    said("profile --route none")
    assert run_cli("plan", "--json").json["choice"]["lost"] is None
