"""What a user is told of dates, line by line: it adds up, it is said once, and it is the same for the same files."""

from datetime import date, timedelta

import pytest

from running import a_home, run_cli, run_process
from sweeps import sweep

from builders import a_curriculum, a_role, an_exercise, finished, worked

MONDAY = date(2026, 3, 2)
MANY = a_curriculum(
    *(an_exercise(f"rsk-{number:02}") for number in range(1, 61)),
    a_role("starter"),
    a_role("tech-pm", needs={"risk": 2}),
    default_target="tech-pm",
)
SESSIONS = [MONDAY + timedelta(days=each) for each in (0, 2, 4, 7, 9, 11, 25, 28, 28, 46)]


def typed(*arguments, on):
    result = run_cli(*arguments, "--json", today=str(on))
    assert result.code == 0, result.err
    return result.json


def test_the_moves_told_by_log_add_up_and_the_first_is_told_none():
    a_home(MANY)
    first, *answers = [
        typed("log", f"rsk-{n:02}", "--minutes", "120", on=day) for n, day in enumerate(SESSIONS, 1)
    ]
    assert first["told"] is None
    told = [each["told"] for each in answers]
    assert [each["since"] for each in told] == list(map(str, SESSIONS[:-1]))
    for name in ("study", "finish"):
        moves = [each[name] for each in told]
        assert [each["before"] for each in moves[1:]] == [each["after"] for each in moves[:-1]]
        added_up = sum(each["moved_days"] for each in moves)
        whole = date.fromisoformat(moves[-1]["after"]) - date.fromisoformat(moves[0]["before"])
        assert added_up == whole.days
        for move in moves:
            assert sum(each["days"] for each in move["because"]) == move["moved_days"]


@pytest.mark.parametrize("every", sweep([1, 2], quick=[2]))
def test_what_log_tells_is_what_plan_and_status_show_on_that_day(every):
    a_home(MANY)
    for n, day in enumerate(SESSIONS[::every], 1):
        answer = typed("log", f"rsk-{n:02}", "--minutes", "120", on=day)
        (route,) = typed("plan", on=day)["routes"]
        finish = typed("status", on=day)["finish"]
        assert finish == route["finish"] == route["steps"][-1]["finish"]
        if answer["told"]:
            assert answer["told"]["study"]["after"] == route["study"]["likely"]
            assert answer["told"]["finish"]["after"] == route["finish"]["likely"]


def test_a_promise_takes_at_once_where_work_of_a_day_would_be_held():
    a_home(MANY, finished("rsk-01", on="2026-02-02"), worked("rsk-02", on="2026-02-20"))
    thursday = MONDAY + timedelta(days=3)
    for said in (("--hours-per-week", "1"), ("--days-off", "2026-04-01..2026-05-30")):
        answer = typed("profile", *said, on=thursday)
        (route,) = typed("plan", on=thursday)["routes"]
        assert route["study"]["likely"] == route["study"]["p50"] == answer["told"]["study"]["after"]
        assert answer["told"]["study"]["moved_days"] > 0


def test_a_plan_for_something_else_is_not_held():
    a_home(MANY, finished("rsk-01", on="2026-02-02"), worked("rsk-02", on="2026-02-20"))
    for day in range(7):
        on = MONDAY + timedelta(days=day)
        (route,) = typed("plan", "--hours-per-week", "20", on=on)["routes"]
        assert (route["study"]["likely"], route["study"]["safe"]) == (
            route["study"]["p50"],
            route["study"]["p80"],
        )


def test_nothing_logged_is_shown_as_it_is():
    a_home(MANY)
    (route,) = typed("plan", on=MONDAY)["routes"]
    for dates in (route["study"], route["finish"]):
        assert (dates["likely"], dates["safe"]) == (dates["p50"], dates["p80"])


WRITERS = [
    pytest.param(("log", "rsk-03"), id="log"),
    pytest.param(("undo",), id="undo"),
    pytest.param(("lesson", "Ask early"), id="lesson"),
    pytest.param(("defer", "rsk-03", "--until", "2026-06-01"), id="defer"),
    pytest.param(("profile", "--hours-per-week", "3"), id="profile"),
    pytest.param(("experience", "leading", "--from", "2026-01-01"), id="experience"),
    pytest.param(("project", "Shop", "--outcome", "live"), id="project"),
    pytest.param(("assess", "risk", "1", "--by", "peer"), id="assess"),
    pytest.param(("start", "--hours-per-week", "3"), id="start"),
    pytest.param(("plan", "--save"), id="plan"),
    pytest.param(("plan", "--save", "--hours-per-week", "30"), id="plan, something tried out"),
]


@pytest.mark.parametrize("arguments", WRITERS)
def test_every_command_that_writes_tells_how_far_the_dates_moved(arguments):
    thursday = MONDAY + timedelta(days=3)
    a_home(MANY, finished("rsk-01", on="2026-02-02"), worked("rsk-02", on="2026-02-20"))
    (before,) = typed("plan", on="2026-02-20")["routes"]
    answer = typed(*arguments, on=thursday)
    (after,) = typed("plan", on=thursday)["routes"]
    assert answer["told"]["since"] == "2026-02-20"
    for name in ("study", "finish"):
        move = answer["told"][name]
        assert (move["before"], move["after"]) == (before[name]["likely"], after[name]["likely"])


@pytest.mark.parametrize("arguments", WRITERS)
def test_and_tells_nothing_where_nothing_was_written_before(arguments):
    a_home(MANY)
    if arguments != ("undo",):
        assert typed(*arguments, on=MONDAY)["told"] is None


def test_a_lesson_says_nothing_of_dates_that_it_did_not_move():
    a_home(MANY, finished("rsk-01", on="2026-02-02"), worked("rsk-02", on="2026-02-20"))
    screen = run_cli("lesson", "Ask early", today="2026-02-20").out
    assert "likely" not in screen
    later = run_cli("profile", "--days-off", "2026-03-01..2026-08-30", today="2026-02-20").out
    assert "6 months later than it was" in later


def test_a_receipt_says_what_passed_and_what_was_done():
    a_home(MANY)
    for n, day in enumerate(SESSIONS[:6], 1):
        run_cli("log", f"rsk-{n:02}", "--minutes", "240", today=str(day))
    line = ("log", "rsk-40", "--minutes", "240")
    causes = typed(*line, "--dry-run", on="2026-03-20")["told"]["study"]["because"]
    assert {each["cause"]: each["days"] for each in causes if each["days"]} == {
        "calendar": 111,
        "pace": -75,
    }
    said = run_cli(*line, today="2026-03-20").out
    assert (
        "Study      likely done by Oct 2026, 5 weeks later than it was on 13 Mar 2026 "
        "(the days since put it off by 4 months, this entry made it 11 weeks earlier)"
    ) in said


def test_a_promise_that_is_made_again_tells_nothing_and_another_lets_go_of_what_was_held():
    a_home(MANY)
    for n in range(12):
        day = MONDAY + timedelta(days=n)
        run_cli("log", f"rsk-{n + 1:02}", "--minutes", "240", today=str(day))
    again = typed("profile", "--hours-per-week", "8", "--dry-run", on="2026-03-14")
    assert again["told"]["study"]["moved_days"] == 0
    screen = run_cli("profile", "--hours-per-week", "12", today="2026-03-14").out
    parts = "(13 days of gain had been held back until now, this entry made it 6 days earlier)"
    assert f"3 weeks earlier than it was yesterday {parts}." in screen
    back = run_cli("undo", today="2026-03-14").out
    parts = "(13 days of gain are held back again, this entry added 6 days)"
    assert f"3 weeks later than it was {parts}." in back


def test_the_same_files_on_the_same_day_are_told_the_same_in_another_process():
    a_home(MANY, finished("rsk-01", on="2026-02-02"), worked("rsk-02", on="2026-02-20"))
    line = ("log", "rsk-03", "--dry-run")
    once, again = (run(*line, today="2026-03-05") for run in (run_cli, run_process))
    assert once.out == again.out
    assert "than it was on 20 Feb 2026" in once.out
    told = [typed(*line, on="2026-03-05")["told"] for _ in range(2)]
    assert told[0] == told[1]


def test_reading_leaves_no_trace_of_what_was_told():
    home = a_home(MANY, finished("rsk-01", on="2026-02-02"))
    before = (home / "logbook.toml").read_bytes()
    for arguments in (("plan",), ("status",), ("log", "rsk-02", "--dry-run")):
        run_cli(*arguments, today="2026-03-05")
    assert (home / "logbook.toml").read_bytes() == before
    assert sorted(each.name for each in home.iterdir()) == ["curriculum.toml", "logbook.toml"]


def test_log_names_the_edition_and_after_another_one_it_is_told_once_that_it_changed():
    home = a_home(MANY)
    first = typed("log", "rsk-01", on="2026-03-02")["entry"]
    part = typed("log", "rsk-02", "--partial", "--minutes", "30", on="2026-03-03")["entry"]
    assert first["curriculum"] == part["curriculum"] == MANY.version
    text = (home / "curriculum.toml").read_text(encoding="utf-8")
    newer = text.replace(f'version = "{MANY.version}"', 'version = "2027.1"')
    (home / "curriculum.toml").write_text(newer, encoding="utf-8")
    line = ("log", "rsk-02", "--partial", "--minutes", "30")
    screen = run_cli(*line, "--dry-run", today="2026-03-04").out
    assert "; the curriculum has changed since the entry before" in screen
    study = typed(*line, on="2026-03-04")["told"]["study"]
    assert (study["before"], study["moved_days"]) == (None, None)
    assert study["reason_before"] == "another edition of the curriculum"
    assert typed(*line, on="2026-03-05")["told"]["study"]["before"] == study["after"]
