"""What `log` asks at a terminal before it stores: real processes on a terminal of their own."""

import os
import signal

import pytest

from running import a_conversation, a_home, run_cli, run_loaded, run_on_terminal, run_process

from builders import a_curriculum, a_practice, a_step, an_exercise, did, finished

SMALL = a_curriculum(
    an_exercise("rsk-01", core=True),
    an_exercise("rsk-02", core=True, requires=["rsk-01"]),
    a_practice("h01"),
)
TO_TARGET = {"for": "tech-pm"}
STEPS = a_curriculum(
    an_exercise("rsk-01", core=True),
    a_step("ask-01", title="Ask your manager", waits=14, **TO_TARGET),
    a_step("why-01", title="Write down why", **TO_TARGET),
)
QUESTION = "What came of it, for your portfolio? (Enter or Ctrl-C: stored without)\n> "
OF_A_STEP = "What came of it? (Enter or Ctrl-C: stored without)\n> "
ANSWER = "What did they answer? (Enter or Ctrl-C: no answer yet, stored without)\n> "
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
        other = run_loaded("lesson", "Ask first")
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
        assert "What came of it" not in shown
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


def test_what_the_words_were_taken_for_stands_above_the_question():
    a_home(SMALL)
    with a_conversation("log", "about", "rsk-01", NO_COLOR="1") as talk:
        assert talk.until(QUESTION).splitlines()[0] == "To be logged: About rsk-01  rsk-01"
        talk.type("\n")
        assert talk.end()[1] == 0


def test_of_a_step_that_asks_somebody_the_answer_is_asked_and_kept():
    a_home(STEPS)
    with a_conversation("log", "ask-01", NO_COLOR="1") as talk:
        lines = talk.until(ANSWER).splitlines()
        assert lines[0] == "To be logged: Ask your manager  ask-01"
        talk.type("Yes, from May\n")
        assert talk.end()[1] == 0
    [entry] = stored()
    assert (entry["step"], entry["outcome"]) == ("ask-01", "Yes, from May")


@pytest.mark.parametrize("key", ["\n", "\x03", "\x04"])
def test_who_has_no_answer_yet_waits_for_one(key):
    a_home(STEPS)
    with a_conversation("log", "ask-01") as talk:
        talk.until(ANSWER)
        talk.type(key)
        shown, code = talk.end()
    assert code == 0
    assert "if there is no answer" in shown
    assert "outcome" not in stored()[0]


def test_of_a_step_that_waits_for_nobody_it_is_asked_what_came_of_it():
    a_home(STEPS)
    with a_conversation("log", "why-01") as talk:
        talk.until(OF_A_STEP)
        talk.type("Three reasons\n")
        assert talk.end()[1] == 0
    assert stored()[0]["outcome"] == "Three reasons"


def test_a_bare_log_of_a_step_asks_how_long_and_what_came_of_it():
    a_home(STEPS, finished("rsk-01"), did("why-01"))
    with a_conversation("log", NO_COLOR="1") as talk:
        assert "Ask your manager  ask-01" in talk.until(HOW_LONG)
        talk.type("30\n")
        assert "To be logged" not in talk.until(ANSWER)
        talk.type("Not this year\n")
        assert talk.end()[1] == 0
    entry = stored()[-1]
    assert (entry["step"], entry["minutes"], entry["outcome"]) == ("ask-01", 30, "Not this year")


def test_a_step_that_is_left_open_is_asked_nothing():
    a_home(STEPS)
    result = run_on_terminal("log", "ask-01", "--partial")
    assert result.code == 0
    assert "answer?" not in result.out


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
        assert run_loaded("log", "rsk-01").code == 0
        talk.type("30\n")
        shown, code = talk.end()
    assert code == 1
    assert "--again" in shown
    assert [entry["exercise"] for entry in stored()] == ["rsk-01"]
