import pytest

from running import a_home, run_cli, run_process
from sweeps import sweep

from builders import a_curriculum, a_practice, a_profile, an_exercise, finished, worked


def task():
    return run_cli("next", "--json").json["task"]


def test_a_machine_that_never_saw_pmcareer_prints_a_real_task_and_writes_nothing(home):
    result = run_process("next", stdin="")
    assert result.code == 0
    assert "app-03" in result.out
    assert not home.exists()


def test_bare_pmcareer_is_next():
    assert run_cli().out == run_cli("next").out


def test_next_moves_on_after_log_and_back_after_undo():
    first = task()["id"]
    run_cli("log")
    assert task()["id"] != first
    run_cli("undo")
    assert task()["id"] == first


@pytest.mark.parametrize("times", sweep([3, 12], quick=[3]))
def test_next_and_plan_name_the_same_thing_first(times):
    for _ in range(times):
        plan = run_cli("plan", "--json").json
        first, steps = task(), plan["routes"][0]["steps"]
        places = {"exercise": "exercises", "step": "actions"}
        items = [item for step in steps for item in step[places[first["kind"]]]]
        doable = [item["id"] for item in items if item["state"] in ("open", "started")]
        assert first["id"] == plan["first"]
        assert first["id"] in doable
        if first["kind"] == "exercise":
            assert first["id"] == doable[0]
        run_cli("log")


def test_the_keys_are_the_same_whatever_the_data():
    keys = run_cli("next", "--json").json.keys()
    a_home(a_curriculum(an_exercise("rsk-01")), finished("rsk-01"))
    done = run_cli("next", "--json").json
    assert done["task"] is None
    assert done["reason"]
    assert done.keys() == keys


def test_what_is_begun_comes_first_and_says_how_much_is_left():
    a_home(
        a_curriculum(*(an_exercise(f"rsk-{n:02}", hours=[4, 8, 16]) for n in range(1, 6))),
        worked("rsk-04", minutes=60),
    )
    begun = task()
    assert (begun["id"], begun["state"], begun["minutes_logged"]) == ("rsk-04", "started", 60)
    assert begun["minutes_left"] == 460


def test_why_prints_every_term():
    why = task()["why"]
    assert {term["term"] for term in why} >= {"route", "chain", "weight", "score"}
    out = run_cli("next", "--why").out
    assert all(term["text"].split(",")[0] in out for term in why)


def test_a_time_box_gives_the_points_that_fit():
    a_home(
        a_curriculum(
            an_exercise("rsk-01", hours=[4, 8, 16], accept=["one", "two", "three", "four"])
        )
    )
    answer = run_cli("next", "--minutes", "130", "--json").json
    assert answer["slice"] == {"minutes": 130, "checklist": ["one"], "parts": []}
    assert answer["time_box_minutes"] == 130


@pytest.mark.parametrize("minutes", ["0", "abc", "-5", ""])
def test_minutes_that_are_none_are_refused(minutes):
    result = run_cli("next", "--minutes", minutes)
    assert result.code == 2
    assert "--minutes" in result.err


@pytest.mark.parametrize("count", [1, 200])
def test_anybodys_curriculum_of_skills_exercises_and_roles_works(count):
    chain = [
        an_exercise(f"rsk-{n:04}", requires=[f"rsk-{n - 1:04}"] if n else []) for n in range(count)
    ]
    a_home(a_curriculum(*chain))
    assert task()["id"] == "rsk-0000"
    assert run_cli("plan", "--json").json["routes"][0]["id"] == "direct"


def test_a_day_in_the_past_is_as_if_later_entries_had_not_happened():
    run_cli("log", "app-03", today="2026-11-21")
    assert run_cli("next", "--json", today="2026-11-20").json["task"]["id"] == "app-03"


def test_a_task_past_its_estimate_is_named_once_and_counts_what_is_really_left():
    a_home(a_curriculum(an_exercise("rsk-01", why="It pays.")), worked("rsk-01", minutes=480))
    out = " ".join(run_cli("next").out.split())
    line = "pmcareer log rsk-01 --partial --left 2h"
    assert out.count(f"8 of 4 h: finish it, split it, or say what is left: {line}") == 1
    assert "begun, 8 h logged, 2 h left" in out
    assert (task()["minutes_logged"], task()["minutes_left"]) == (480, 120)


def test_a_task_within_its_estimate_says_why_it_matters_instead():
    a_home(a_curriculum(an_exercise("rsk-01", why="It pays.")), worked("rsk-01", minutes=240))
    out = run_cli("next").out
    assert "It pays." in out
    assert "split it" not in out


def test_a_screen_has_room_for_the_task_and_what_is_left_out_stands_behind_detail():
    points = [f"Point number {number} of a list that goes on" for number in range(14)]
    long = a_curriculum(
        an_exercise(
            "rsk-01",
            core=True,
            accept=points,
            deliverable="A register that is read aloud in every meeting. " * 6,
            at_work="Take the one that your team has, and ask who owns each line. " * 6,
            why="It is what others look at first when something goes wrong. " * 3,
        ),
        an_exercise("rsk-02", core=True, requires=["rsk-01"]),
        a_practice("h01"),
    )
    a_home(long, a_profile(practices=["h01"]))
    short = run_cli("next", COLUMNS="80").out.splitlines()
    assert len(short) <= 22
    assert "and 8 more: pmcareer next --detail" in "\n".join(short)
    assert any(line.startswith("Log it") for line in short)
    whole = run_cli("next", "--detail", COLUMNS="80").out
    assert all(point in whole for point in points)
    assert "At work" in whole
    assert len(whole.splitlines()) > 22
