from running import a_home, run_cli

from builders import a_curriculum, a_prompt, an_exercise

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
