"""What `log` asks at a terminal before it stores: real processes on a terminal of their own."""

import os
import signal

import pytest

from running import a_conversation, a_home, run_cli, run_on_terminal, run_process

from builders import a_curriculum, a_practice, an_exercise, finished

SMALL = a_curriculum(
    an_exercise("rsk-01", core=True),
    an_exercise("rsk-02", core=True, requires=["rsk-01"]),
    a_practice("h01"),
)
QUESTION = "What came of it? One line is enough for your portfolio (Enter skips)\n> "
HOW_LONG = "(Enter: not said; Ctrl-C: nothing is stored)\n> "


def stored():
    return run_cli("history", "--json").json["entries"]


def test_what_came_of_it_is_asked_before_anything_is_stored_and_kept(home):
    a_home(SMALL)
    with a_conversation("log", "rsk-01", "90") as talk:
        talk.until(QUESTION)
        assert not (home / "logbook.toml").exists()
        talk.type("Sponsor signs each change\n")
        shown, code = talk.end()
    assert code == 0
    assert "✓" in shown
    assert "Wrong?" in shown
    [entry] = stored()
    assert (entry["outcome"], entry["minutes"]) == ("Sponsor signs each change", 90)


@pytest.mark.parametrize(
    "key",
    [
        pytest.param("\n", id="Enter"),
        pytest.param("\x04", id="Ctrl-D"),
        pytest.param("\x03", id="Ctrl-C"),
        pytest.param("half a line\x03", id="Ctrl-C within a line"),
        pytest.param(" \x1b[D \n", id="an arrow"),
    ],
)
def test_whoever_skips_the_question_has_logged_all_the_same(key):
    a_home(SMALL)
    with a_conversation("log", "rsk-01", "90") as talk:
        talk.until(QUESTION)
        talk.type(key)
        shown, code = talk.end()
    assert code == 0
    assert "Finished" in shown
    [entry] = stored()
    assert "outcome" not in entry
    assert entry["minutes"] == 90


def test_a_line_that_is_ended_by_ctrl_d_is_a_line():
    a_home(SMALL)
    with a_conversation("log", "rsk-01") as talk:
        talk.until(QUESTION)
        talk.type("It is in use\x04\x04")
        assert talk.end()[1] == 0
    assert stored()[0]["outcome"] == "It is in use"


def test_whoever_closes_the_terminal_at_the_question_has_logged_what_was_typed():
    a_home(SMALL)
    with a_conversation("log", "rsk-01", "90") as talk:
        talk.until(QUESTION)
        talk.hang_up()
        assert talk.process.wait() == 0
    [entry] = stored()
    assert (entry["exercise"], entry["minutes"]) == ("rsk-01", 90)
    assert "outcome" not in entry


def test_whoever_ends_the_command_at_the_question_has_stored_nothing(home):
    a_home(SMALL)
    with a_conversation("log", "rsk-01", "90") as talk:
        talk.until(QUESTION)
        os.kill(talk.process.pid, signal.SIGTERM)
        assert talk.process.wait() == -signal.SIGTERM
    assert not (home / "logbook.toml").exists()


def test_nobody_waits_for_whoever_thinks_about_an_answer():
    a_home(SMALL)
    with a_conversation("log", "rsk-01", "90") as talk:
        talk.until(QUESTION)
        other = run_process("lesson", "Ask first")
        assert (other.code, other.err) == (0, "")
        talk.type("Slow and sure\n")
        assert talk.end()[1] == 0
    assert [entry["kind"] for entry in stored()] == ["lesson", "finished"]


def test_what_is_refused_is_refused_before_anybody_is_asked():
    a_home(SMALL, finished("rsk-01"))
    for line in (("log", "rsk-01"), ("log", "rsk-02", "soon"), ("log", "rsk-2x")):
        with a_conversation(*line) as talk:
            shown, code = talk.end()
        assert code in {1, 2}
        assert "What came of it?" not in shown
    assert len(stored()) == 1


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(("rsk-01", "--outcome", "In use"), id="it is said"),
        pytest.param(("rsk-01", "--note", "So be it"), id="something is said"),
        pytest.param(("rsk-01", "--no-input"), id="asked not to ask"),
        pytest.param(("rsk-01", "--json"), id="for a script"),
        pytest.param(("rsk-01", "--id", "timer-1"), id="from a script"),
        pytest.param(("rsk-01", "--dry-run"), id="nothing is stored"),
        pytest.param(("rsk-01", "--partial", "45"), id="it goes on"),
        pytest.param(("h01",), id="a practice has no outcome"),
        pytest.param(("--no-input",), id="today's task"),
    ],
)
def test_nobody_is_asked_who_has_said_all(line):
    a_home(SMALL)
    result = run_on_terminal("log", *line)
    assert result.code == 0
    assert "?" not in result.out.split("Wrong?")[0]


def test_a_pipe_is_never_asked():
    a_home(SMALL)
    assert run_process("log", stdin="no answer\n").code == 0
    assert "outcome" not in stored()[0]


def test_a_bare_log_shows_the_task_and_asks_how_long_it_took_and_what_came_of_it():
    a_home(SMALL)
    with a_conversation("log", NO_COLOR="1") as talk:
        lines = talk.until(HOW_LONG).splitlines()
        assert lines[0] == "Today: About rsk-01  rsk-01, about 4 h to go"
        assert lines[1] == "Not finished? Ctrl-C, then: pmcareer log --partial 45"
        talk.type("soon\n")
        assert "'soon' is no time." in talk.until("none.\n> ")
        talk.type("1:30\n")
        talk.until(QUESTION)
        talk.type("In use\n")
        assert talk.end()[1] == 0
    [entry] = stored()
    assert (entry["exercise"], entry["minutes"], entry["outcome"]) == ("rsk-01", 90, "In use")


def test_enter_says_no_time_and_none_is_made_up():
    a_home(SMALL)
    with a_conversation("log") as talk:
        talk.until(HOW_LONG)
        talk.type("\n")
        talk.until(QUESTION)
        talk.type("\n")
        assert talk.end()[1] == 0
    [entry] = stored()
    assert not {"minutes", "outcome"} & entry.keys()


@pytest.mark.parametrize("key", ["\x03", "\x04"])
def test_whoever_leaves_at_the_task_has_stored_nothing(home, key):
    a_home(SMALL)
    with a_conversation("log") as talk:
        talk.until(HOW_LONG)
        talk.type(key)
        shown, code = talk.end()
    assert code in {1, 130}
    assert "Nothing was written." in shown
    assert not (home / "logbook.toml").exists()


def test_the_task_that_was_shown_is_the_one_that_is_logged():
    a_home(SMALL)
    with a_conversation("log") as talk:
        talk.until(HOW_LONG)
        assert run_process("log", "rsk-01").code == 0
        talk.type("30\n")
        shown, code = talk.end()
    assert code == 1
    assert "--again" in shown
    assert [entry["exercise"] for entry in stored()] == ["rsk-01"]
