import pytest

from pmcareer.domain.curriculum.catalogue import Trait
from running import a_home, run_cli

from builders import (
    a_curriculum,
    a_profile,
    a_role,
    a_skill,
    an_exercise,
    assessed,
    experience,
    finished,
)

SMALL = a_curriculum(an_exercise("rsk-01"), traits=(Trait(id="patience", title="Patience"),))


def test_a_rating_of_a_skill_is_kept_with_who_gave_it():
    a_home(SMALL)
    entry = run_cli(
        "assess", "risk", "4", "--by", "Manager", "--evidence", "Review of May", "--json"
    ).json["entry"]
    assert (entry["kind"], entry["skill"], entry["level"], entry["by"]) == (
        "assessed",
        "risk",
        4,
        "manager",
    )
    assert run_cli("assess", "risk", "--json").json["skills"][0]["level"] == 4


def test_ones_own_word_counts_up_to_three_and_that_is_said():
    a_home(SMALL)
    assert "up to 3" in run_cli("assess", "risk", "5").out
    assert run_cli("assess", "risk", "--json").json["skills"][0]["level"] == 3


def test_a_trait_is_rated():
    a_home(SMALL)
    entry = run_cli("assess", "patience", "2", "--by", "peer", "--json").json["entry"]
    assert (entry["kind"], entry["trait"]) == ("rated", "patience")


def test_without_a_level_the_levels_are_described():
    text = run_cli("assess", "risk").out
    assert "Risk management" in text
    assert [line.split()[0] for line in text.splitlines()[1:7]] == ["0", "1", "2", "3", "4", "5"]
    assert len(run_cli("assess", "--json").json["skills"]) == 29


@pytest.mark.parametrize(
    "arguments", [["risk", "6"], ["risk", ""], ["risk", "3", "--by", "me"], ["", "3"]]
)
def test_a_rating_that_can_not_be_meant_is_refused(arguments):
    home = a_home(SMALL)
    assert run_cli("assess", *arguments).code == 2
    assert not (home / "logbook.toml").exists()


def risk(*entries, skill=None, exercises=None):
    """Where one stands in risk, as a script reads it."""
    known = exercises or [
        an_exercise("rsk-01", level=3),
        an_exercise("rsk-04", level=4, core=False),
    ]
    a_home(
        a_curriculum(
            skill or a_skill("risk", work="leading"), *known, a_role("lead", needs={"risk": 2})
        ),
        *entries,
    )
    return run_cli("assess", "risk", "--json").json["skills"][0]


def test_levels_by_each_source_stand_apart():
    said = [assessed("risk", 5, id="mine"), assessed("risk", 4, by="manager", id="hers")]
    found = risk(a_profile(role="lead"), finished("rsk-01"), *said)
    assert (found["level"], found["earned"], found["assumed"]) == (4, 3, 0)
    assert found["assessed"] == {"self": 5, "manager": 4, "peer": None, "certificate": None}
    text = run_cli("assess", "risk").out
    assert "said by you                5, counts as 3" in text
    assert "said by your manager       4" in text


def test_what_a_role_lets_assume_is_called_assumed():
    assert risk(a_profile(role="lead", target="starter"))["assumed"] == 2
    assert "until somebody assesses it" in run_cli("assess", "risk").out


def test_the_next_level_names_what_it_takes():
    assert risk()["next"]["exercises"] == ["rsk-01"]
    following = risk(finished("rsk-01"), experience("leading", "2026-05-22"))["next"]
    assert (following["level"], following["one_of"], following["needs_confirmation"]) == (
        4,
        [["rsk-04"]],
        False,
    )
    assert (following["months_needed"], following["months_have"]) == (12, 6)
    assert "12 months of leading work; 6 on record" in run_cli("assess", "risk").out


def test_where_only_others_are_left_of_a_level_one_of_them_is_what_it_takes():
    own = [an_exercise("rsk-01", level=2), an_exercise("rsk-03", level=3, core=False)]
    following = risk(finished("rsk-01"), exercises=own)["next"]
    assert (following["level"], following["exercises"]) == (3, [])
    assert following["one_of"] == [["rsk-03"]]
    assert "Finish rsk-03, on real work" in run_cli("assess", "risk").out
    assert risk(finished("rsk-01"), finished("rsk-03"), exercises=own)["level"] == 3


def test_where_no_exercise_leads_ones_own_word_and_somebody_elses_are_named():
    found = risk(finished("rsk-01"), exercises=[an_exercise("rsk-01", level=2)])
    assert (found["level"], found["next"]["one_of"]) == (2, [])
    text = run_cli("assess", "risk").out
    assert "No exercise of this curriculum leads there" in text
    assert "pmcareer assess risk 3\n" in text
    assert run_cli("assess", "risk", "3").code == 0
    assert run_cli("assess", "risk", "--json").json["skills"][0]["level"] == 3


def test_the_example_names_a_skill_that_there_is():
    a_home(a_curriculum(an_exercise(skill="cooking")))
    assert "Example: pmcareer assess cooking 3" in run_cli("assess").out


def test_what_was_simulated_has_to_be_done_on_real_work_for_level_three():
    core = [an_exercise("rsk-01", level=2), an_exercise("rsk-02", level=3)]
    found = risk(finished("rsk-01"), finished("rsk-02", mode="simulated"), exercises=core)
    assert (found["level"], found["next"]["exercises"]) == (2, ["rsk-02"])
    assert "on real work" in run_cli("assess", "risk").out


def test_level_five_takes_somebody_elses_word():
    done = [finished("rsk-01"), finished("rsk-04"), experience("leading", "2024-05-22")]
    found = risk(*done)
    assert (found["level"], found["next"]["needs_confirmation"]) == (4, True)
    assert risk(*done, assessed("risk", 4, by="peer"))["next"] is None
