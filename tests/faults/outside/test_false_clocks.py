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


@pytest.mark.parametrize(
    "moment", ["1970-01-01 00:00:10", "1999-12-31 12:00:00", "2019-01-01 12:00:00"]
)
def test_a_clock_before_the_first_entry_or_the_century_is_refused(person, moment):
    """F31, G08."""
    answer = person.run(*LOG, "--json", under=at(moment))
    assert answer.code == 1, answer
    assert "clock" in answer.error["message"] + answer.error["hint"]
    assert "--clock-is-right" in answer.error["message"] + answer.error["hint"]
    assert person.content == LOGBOOK.encode()


def test_a_clock_beyond_two_centuries_is_refused(person):
    """F31, G08."""
    answer = person.run(*LOG, "--json", under=at("2299-06-01 12:00:00"))
    assert answer.code == 1, answer
    assert "clock" in answer.error["message"] + answer.error["hint"]
    assert person.content == LOGBOOK.encode()


@pytest.mark.parametrize("moment", ["2028-06-01 12:00:00", "2026-11-20 03:00:00"])
def test_a_clock_that_jumps_is_warned_of_and_believed(person, moment):
    """F31: ahead by more than 400 days, back by more than an hour."""
    answer = person.run(*LOG, under=at(moment))
    assert answer.code == 0, answer
    assert "clock" in answer.err
    assert len(person.ids) == 3


def test_a_clock_that_goes_as_it_should_is_not_spoken_of(person):
    """F31."""
    answer = person.run(*LOG, under=at("2026-11-22 12:00:00"))
    assert answer.code == 0, answer
    assert "clock" not in answer.err


def test_whoever_says_that_the_clock_is_right_is_believed(person):
    """F31: dating what was before pmcareer."""
    answer = person.run(*LOG, "--clock-is-right", under=at("2019-01-01 12:00:00"))
    assert answer.code == 0, answer
    assert str(person.rows[-1]["on"]) == "2019-01-01"


@pytest.mark.parametrize(
    "moment", ["1970-01-01 00:00:10", "2019-01-01 12:00:00", "2299-06-01 12:00:00"]
)
def test_no_clock_breaks_what_only_looks(person, moment):
    """G08."""
    for command in (
        ("next",),
        ("status",),
        ("plan",),
        ("history",),
        ("doctor",),
        ("review",),
    ):
        answer = person.run(*command, under=at(moment))
        assert answer.code in {0, 1}, (command, answer)
        assert "inside pmcareer" not in answer.err, (command, answer)
        assert "Traceback" not in answer.err, (command, answer)
    assert person.content == LOGBOOK.encode()


@pytest.mark.parametrize("day", ["1970-01-01", "2299-06-01"])
def test_a_day_that_is_said_and_can_not_be_is_refused_as_the_clocks_is(tmp_path, day):
    """F31: `PMCAREER_TODAY` in a script that has it wrong."""
    person = a_person(tmp_path)
    answer = person.run(*LOG, environment={"PMCAREER_TODAY": day})
    assert answer.code in {1, 2}, answer
    assert "inside pmcareer" not in answer.err
    assert person.content == LOGBOOK.encode()


@pytest.mark.parametrize(
    "zone", ["XXX-25", ":bad", "Pacific/Kiritimati", "Africa/Monrovia", "<+2545>-25:45"]
)
def test_an_odd_zone_loses_nothing(person, zone):
    """F30, G12."""
    answer = person.run(*LOG, environment={"TZ": zone})
    assert answer.code in {0, 1}, answer
    assert "inside pmcareer" not in answer.err
    assert (answer.code == 0) == (len(person.ids) == 3)
    assert person.run("status").code == 0


def test_doctor_names_no_option_that_it_does_not_have(person):
    answer = person.run("doctor", under=at("1970-01-02 12:00:00"))
    said = " ".join(answer.out.split())
    assert "clock: the clock says 1970-01-02." in said
    assert "Set the clock. If it is right, say so of each entry: --clock-is-right" in said
