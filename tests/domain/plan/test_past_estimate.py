import pytest

from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.past_estimate import longer_than_meant, overrun_of, overruns_in
from pmcareer.domain.plan.planner import Planner

from builders import TODAY, a_curriculum, a_logbook, an_exercise, finished, worked

SMALL = a_curriculum(
    an_exercise("a", hours=(16, 16, 16)), an_exercise("b", hours=(10, 10, 10)), an_exercise("c")
)


def somebody(*entries):
    return person_of(SMALL, a_logbook(*entries), TODAY)


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        pytest.param(40 * 60, "40 of 16 h", id="whole hours"),
        pytest.param(40 * 60 + 20, "40.3 of 16 h", id="and parts of them"),
        pytest.param(40 * 60, "--partial --left 10h", id="a quarter of the work is left"),
        pytest.param(17 * 60, "--left 1h", id="in quarters of an hour"),
    ],
)
def test_an_overrun_says_what_it_took_and_what_to_type(minutes, said):
    assert said in overrun_of(somebody(worked("a", minutes)), "a")


def test_of_what_is_nearly_done_a_quarter_of_an_hour_is_left():
    assert overrun_of(somebody(worked("a", 2400, left=1)), "a").endswith("--left 15")


def test_what_is_within_its_estimate_or_finished_is_no_overrun():
    assert overrun_of(somebody(worked("a", 16 * 60)), "a") == ""
    assert overrun_of(somebody(worked("a", 2400), finished("a")), "a") == ""


def test_a_plan_names_each_of_its_overruns():
    person = somebody(worked("a", 2400), worked("b", 60), worked("c", 300))
    stages = Planner(person=person).for_today.stages
    assert [words.split(":")[0] for words in overruns_in(person, stages)] == [
        "40 of 16 h",
        "5 of 4 h",
    ]


@pytest.mark.parametrize(
    ("before", "entry", "said"),
    [
        ([], finished("a", minutes=32 * 60), "it took 32 h of 16 estimated"),
        ([worked("a", 1200)], finished("a", minutes=720), "it took 32 h of 16 estimated"),
        ([worked("a", 600)], worked("a", 600, id="b"), "it has taken 20 h of 16 estimated"),
        ([], worked("a", 60, left=39 * 60), "it will take 40 h of 16 estimated"),
        ([], worked("a", 60), ""),
        ([], finished("a", minutes=960), ""),
        ([], finished("a"), ""),
        (
            [finished("b", minutes=120, on="2026-11-01")],
            finished("a", minutes=960),
            "it took 16 h of 16 estimated, your others 0.2 of theirs",
        ),
        (
            [finished("a", minutes=60), worked("b", 1200)],
            worked("a", 120, on="2026-11-01"),
            "it took 3 h of 16 estimated, and not 1",
        ),
    ],
)
def test_what_took_longer_than_meant_is_said_in_hours(before, entry, said):
    assert longer_than_meant(somebody(*before), somebody(*before, entry), entry) == said
