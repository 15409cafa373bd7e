import pytest

from pmcareer.domain.catalogue import Trait
from running import a_home, run_cli

from builders import a_curriculum, an_exercise

SMALL = a_curriculum(an_exercise("rsk-01"), traits=(Trait(id="patience", title="Patience"),))


def test_a_rating_of_a_skill_is_kept_with_who_gave_it():
    a_home(SMALL)
    entry = run_cli("assess", "risk", "4", "--by", "Manager", "--evidence", "Review of May", "--json").json["entry"]
    assert (entry["kind"], entry["skill"], entry["level"], entry["by"]) == ("assessed", "risk", 4, "manager")
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
    assert len(run_cli("assess", "--json").json["skills"]) == 22


@pytest.mark.parametrize("arguments", [["risk", "6"], ["risk", ""], ["risk", "3", "--by", "me"], ["", "3"]])
def test_a_rating_that_can_not_be_meant_is_refused(arguments):
    home = a_home(SMALL)
    assert run_cli("assess", *arguments).code == 2
    assert not (home / "logbook.toml").exists()
