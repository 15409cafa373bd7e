from running import a_home, run_cli

from builders import a_curriculum, a_prompt, an_exercise, answered

SMALL = a_curriculum(an_exercise("rsk-01"), a_prompt("q01"))


def test_an_answer_is_kept_as_it_was_typed():
    a_home(SMALL)
    entry = run_cli("answer", "q01", "By Friday,\nI think", "--json").json["entry"]
    assert (entry["prompt"], entry["text"]) == ("q01", "By Friday,\nI think")


def test_an_empty_answer_or_an_unknown_question_is_refused():
    home = a_home(SMALL)
    assert run_cli("answer", "q01", "").code == 2
    assert run_cli("answer", "q99", "x", "--json").error["code"] == "unknown-prompt"
    assert not (home / "logbook.toml").exists()


def test_an_answer_says_what_it_changes():
    a_home(a_curriculum(an_exercise("rsk-01"), a_prompt("q01", changes="The route.")))
    assert run_cli("answer", "q01", "By Friday", "--json").json["remarks"] == [
        "What it changes: The route."
    ]


TWO = a_curriculum(
    an_exercise("rsk-01"),
    a_prompt("q01", title="What the week was", text="What was it like?", when=("weekly",)),
    a_prompt("q02", title="What it taught", text="What did it teach?", changes="Your lessons."),
)


def test_alone_it_lists_what_can_be_answered_and_asks_what_is_due():
    home = a_home(TWO, answered("q02", "A lot", on="2026-11-02"))
    before = (home / "logbook.toml").read_bytes()
    due, other = run_cli("answer", "--json").json["questions"]
    assert (due["id"], due["due"], due["answered"]) == ("q01", True, None)
    assert (other["id"], other["due"], other["answered"]["text"]) == ("q02", False, "A lot")
    screen = run_cli("answer", COLUMNS="80").out
    assert "Due now  What was it like?" in screen
    assert 'pmcareer answer q01 "' in screen
    assert "answered on 2 Nov 2026" in screen
    assert (home / "logbook.toml").read_bytes() == before


def test_a_question_alone_is_shown_in_full_with_what_was_said():
    a_home(TWO, answered("q02", "A lot", on="2026-11-20"))
    screen = run_cli("answer", "q02", COLUMNS="80").out
    for part in ("What did it teach?", "Your lessons.", '"A lot", yesterday', "Answer anew: "):
        assert part in screen
    assert run_cli("answer", "q99").code == 1


def test_what_is_said_beside_a_question_without_an_answer_is_refused():
    a_home(TWO)
    assert "needs PROMPT and TEXT" in run_cli("answer", "q02", "--on", "today").err
    assert "asks no questions" in run_cli("answer", "--curriculum", str(empty_curriculum())).out


def empty_curriculum():
    return a_home(a_curriculum(an_exercise("rsk-01"))) / "curriculum.toml"
