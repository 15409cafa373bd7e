import pytest

from running import a_home, run_cli, talk

from builders import (
    a_curriculum,
    a_prompt,
    a_role,
    a_saying,
    an_answer,
    an_exercise,
    answered,
    picked,
)

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


SLOW = an_answer("slow", weights={"risk": 1.3}, search=1.5, go="pmcareer next")
PICKING = a_curriculum(
    an_exercise("rsk-01"),
    a_role("starter"),
    a_role("lead", needs={"risk": 2}, search=(2, 4, 8)),
    a_prompt(
        "q01",
        title="How it is decided",
        changes="How long a search is taken to last.",
        answers=(an_answer("open"), SLOW),
    ),
    a_prompt("q02", several=True, answers=(an_answer("a"), an_answer("b"), an_answer("long"))),
    profile=(a_saying("culture", an_answer("blame", search=1.5)), a_saying("mentor")),
)


def test_an_answer_that_is_picked_is_kept_and_says_what_of_the_plan_it_changes():
    a_home(PICKING)
    answer = run_cli("answer", "q01", "slow", "--note", "Since the merger", "--json").json
    entry = answer["entry"]
    assert (entry["choice"], entry["note"]) == ("slow", "Since the merger")
    assert "text" not in entry
    assert answer["remarks"] == [
        'Because you said "About slow": searches 1.5 times as long.',
        "To go on: pmcareer next",
    ]


@pytest.mark.parametrize(
    ("typed", "choice"), [("SLOW", "slow"), ("sl", "slow")], ids=["capitals", "its beginning"]
)
def test_an_answer_can_be_typed_as_any_id(typed, choice):
    a_home(PICKING)
    assert run_cli("answer", "q01", typed, "--json").json["entry"]["choice"] == choice


@pytest.mark.parametrize(
    ("line", "meant"),
    [(("answer", "q01", "slwo"), "slow"), (("profile", "--culture", "blme"), "blame")],
    ids=["an answer", "a word of the profile"],
)
def test_a_mistyped_word_with_effects_gets_the_nearest_one(line, meant):
    a_home(PICKING)
    refused = run_cli(*line)
    assert refused.code > 0
    assert f"Did you mean '{meant}'?" in refused.err


@pytest.mark.parametrize("typed", ["a,b", "b, a", "a b"])
def test_several_answers_are_picked_where_several_can_hold(typed):
    a_home(PICKING)
    choice = run_cli("answer", "q02", typed, "--json").json["entry"]["choice"]
    assert sorted(choice.split(",")) == ["a", "b"]


def test_an_answer_without_effects_says_that_it_changes_nothing():
    a_home(PICKING)
    (remark,) = run_cli("answer", "q01", "open", "--json").json["remarks"]
    assert "changes nothing" in remark


def test_the_same_answer_again_is_as_before():
    a_home(PICKING, picked("q01", "open", on="2026-11-01"))
    assert run_cli("answer", "q01", "open", "--json").json["remarks"] == ["As before."]


def test_one_word_that_is_no_answer_lists_the_answers_and_stores_nothing():
    home = a_home(PICKING)
    error = run_cli("answer", "q01", "politics", "--json").error
    assert error["code"] == "unknown-answer"
    assert "none of the answers to q01: open, slow" in error["message"]
    assert "--note politics" in error["hint"]
    assert not (home / "logbook.toml").exists()
    assert (
        run_cli("answer", "q01", "--note", "politics", "--json").json["entry"]["text"] == "politics"
    )


def test_more_words_are_a_note_which_changes_nothing():
    a_home(PICKING, picked("q01", "slow", on="2026-11-01"))
    answer = run_cli("answer", "q01", "we argue a lot", "--json").json
    assert (answer["entry"]["text"], "choice" in answer["entry"]) == ("we argue a lot", False)
    assert "Kept as a note" in answer["remarks"][0]
    (question,) = run_cli("answer", "q01", "--json").json["questions"]
    assert [each["id"] for each in question["answers"] if each["in_force"]] == ["slow"]


def test_an_answer_is_taken_back_by_undo_or_cleared():
    a_home(PICKING)
    run_cli("answer", "q01", "slow")
    assert run_cli("next", "--json").json["because"]
    assert run_cli("answer", "q01", "--clear").code == 0
    assert run_cli("next", "--json").json["because"] == []
    error = run_cli("answer", "q01", "--clear", "--json").error
    assert error["code"] == "nothing-picked"
    run_cli("answer", "q01", "slow")
    run_cli("undo")
    assert run_cli("next", "--json").json["because"] == []
    assert "can't be used together" in run_cli("answer", "q01", "slow", "--clear").err


def test_alone_a_question_lists_its_answers_with_what_each_changes_and_marks_the_one_in_force():
    a_home(PICKING, picked("q01", "slow", on="2026-11-01"))
    screen = run_cli("answer", "q01", COLUMNS="100").out
    assert "About slow  in force" in screen
    assert "risk earlier; searches 1.5 times as long" in screen
    assert "changes nothing: a plan takes it for granted" in screen
    assert "Take it back: pmcareer answer q01 --clear" in screen


def test_on_a_terminal_an_answer_is_picked_by_its_number():
    home = a_home(PICKING)
    shown, code = talk("answer", "q01", answers=["2\n"], COLUMNS="100")
    assert (code, "2 About slow (risk earlier" in shown) == (0, True)
    assert 'choice = "slow"' in (home / "logbook.toml").read_text("utf-8")
    shown, code = talk("answer", "q01", answers=["\n"])
    assert (code, "Pick one: pmcareer answer q01" in shown) == (0, True)


def test_a_word_of_the_profile_is_one_that_there_is_or_a_text_of_several_words():
    a_home(PICKING)
    assert "one of: blame" in run_cli("profile", "--culture", "blaming").err
    assert run_cli("profile", "--culture", "Blame", "--json").json["profile"]["culture"] == "blame"
    assert run_cli("gap", "--json").json["because"][0]["id"] == "culture"
    run_cli("profile", "--culture", "we blame each other")
    assert run_cli("gap", "--json").json["because"] == []
    assert run_cli("profile", "--culture", "none", "--json").json["profile"]["culture"] is None
    assert run_cli("profile", "--mentor", "Anna", "--json").json["profile"]["mentor"] == "Anna"


def test_an_answer_lists_what_the_word_changes_that_it_puts_into_the_profile():
    listed = run_cli("answer", "q08", COLUMNS="80").out
    assert "or a firm of my own\n    business 2 taken for granted\n" in listed
    assert "I built or analysed things\n    a word of your profile\n" in listed
    assert "changes nothing" not in listed
