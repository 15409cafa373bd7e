"""The clock of the machine is wrong: it is said, and nothing is lost by it."""

import pytest

from faults.outside.surroundings import LOGBOOK, a_person, done, tool

pytestmark = pytest.mark.slow

LOG = ("log", "rsk-02", "--minutes", "30")
NO_DAY = {"PMCAREER_TODAY": None, "TZ": "UTC"}


@pytest.fixture
def person(tmp_path):
    return a_person(tmp_path, **NO_DAY)


def at(moment):
    """Run what follows at another time."""
    done("faketime", "2026-11-21 12:00:00", "true")
    return (tool("faketime"), moment)


def test_a_clock_that_goes_as_it_should_is_not_spoken_of(person):
    """F31."""
    answer = person.run(*LOG, under=at("2026-11-22 12:00:00"))
    assert answer.code == 0, answer
    assert "clock" not in answer.err


@pytest.mark.parametrize("day", ["1970-01-01", "2299-06-01"])
def test_a_day_that_is_said_and_can_not_be_is_refused_as_the_clocks_is(tmp_path, day):
    """F31: `PMCAREER_TODAY` in a script that has it wrong."""
    person = a_person(tmp_path)
    answer = person.run(*LOG, environment={"PMCAREER_TODAY": day})
    assert answer.code in {1, 2}, answer
    assert "inside pmcareer" not in answer.err
    assert person.content == LOGBOOK.encode()
