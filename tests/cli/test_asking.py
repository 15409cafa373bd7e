"""A word that fits several things is asked about on a terminal, and nowhere else."""

import pytest

from running import CTRL_C, END_OF_INPUT, a_conversation, a_home, run_cli, run_loaded, talk

from builders import (
    a_certification,
    a_curriculum,
    a_lesson,
    a_role,
    a_skill,
    an_exercise,
    finished,
    worked,
)

ITEMS = (
    an_exercise("rsk-01", title="A living risk register"),
    an_exercise("rsk-02", title="Risk workshop", requires=("rsk-01",)),
    a_role("pmo-analyst", title="PMO analyst"),
    a_role("pmo-manager", title="PMO manager"),
)


@pytest.fixture(autouse=True)
def small_home(home):
    a_home(a_curriculum(*ITEMS, default_role="pmo-analyst", default_target="pmo-manager"))


@pytest.mark.parametrize("answer", ["2", "workshop", "rsk-02"])
def test_what_a_word_of_show_means_is_asked_and_shown(answer):
    shown, code = talk("show", "rsk", answers=[f"{answer}\n"])
    assert code == 0
    assert "Which item is 'rsk'?\n  1 A living risk register\n  2 Risk workshop\n" in shown
    assert "→ Risk workshop" in shown
    assert "rsk-02, exercise" in shown


def test_a_word_that_is_none_of_them_is_asked_again():
    shown, code = talk("show", "rsk", answers=["wrkshop\n", "3\n", "1\n"])
    assert code == 0
    assert "'wrkshop' is none of these. Did you mean 2 Risk workshop?" in shown
    assert "There is no number 3. They go from 1 to 2." in shown
    assert "rsk-01, exercise" in shown


def test_what_a_word_of_log_means_is_asked_and_stored_with_all_that_was_typed():
    shown, code = talk("log", "risk", "45", answers=["1\n"])
    assert code == 0, shown
    (entry,) = run_cli("history", "--json").json["entries"]
    assert (entry["exercise"], entry["minutes"]) == ("rsk-01", 45)


@pytest.mark.parametrize(
    "line", [["profile", "--role", "pmo"], ["start", "--role", "pmo", "--no-input"]]
)
def test_a_role_that_can_be_two_is_asked_where_it_is_named(line):
    if "--no-input" in line:
        assert talk(*line, answers=[])[1] == 1
        return
    shown, code = talk(*line, answers=["2\n"])
    assert code == 0
    assert run_cli("profile", "--json").json["profile"]["role"] == "pmo-manager"
    assert "Which role is 'pmo'?" in shown


def test_which_entry_is_to_be_taken_back_is_asked_and_the_newest_stands_first():
    early = finished("rsk-01", on="2026-11-02")
    late = finished("rsk-01", on="2026-11-20")
    a_home(None, early, late)
    shown, code = talk("undo", "register", answers=["1\n"])
    assert code == 0
    assert "2 entries fit 'register'. Which one is taken back?\n" in shown
    assert "  1 yesterday: Finished rsk-01 A living risk register\n  2 2 Nov 2026: Fin" in shown
    (entry,) = run_cli("history", "--json").json["entries"]
    assert entry["id"] == early.id


@pytest.mark.parametrize("word", ["rsk", "register", "e"])
@pytest.mark.parametrize("key", [CTRL_C, END_OF_INPUT])
def test_who_leaves_the_question_which_entry_it_is_takes_none_back(word, key):
    pair = [finished("rsk-01", on=f"2026-11-0{number}", id=f"entry{number}") for number in (1, 2)]
    home = a_home(None, *pair)
    before = (home / "logbook.toml").read_bytes()
    with a_conversation("undo", word, NO_COLOR="1") as person:
        asked = person.until("(Enter: none of these) > ")
        person.type(key)
        shown, code = person.end()
    assert f"2 entries fit '{word}'. Which one is taken back?" in asked
    # The terminal itself shows the key, each time that it had to be pressed on a busy machine.
    assert (code, shown.replace("^C", "").strip()) == (130, "Nothing was written.")
    assert (home / "logbook.toml").read_bytes() == before


def test_two_entries_of_one_day_are_told_apart():
    pair = [
        worked("rsk-01", minutes, on="2026-11-20", id=f"entry{minutes}") for minutes in (30, 45)
    ]
    a_home(None, *pair)
    shown, code = talk("undo", "register", answers=["45\n", "2\n"])
    assert code == 0, shown
    assert "(45 min)\n" in shown
    (entry,) = run_cli("history", "--json").json["entries"]
    assert entry["minutes"] == 45


def test_undo_without_a_word_takes_the_last_entry_and_asks_nothing():
    a_home(None, a_lesson("First", on="2026-11-02"), a_lesson("Then", on="2026-11-03"))
    shown, code = talk("undo", answers=[])
    assert code == 0
    assert "Which" not in shown


def test_a_day_that_can_be_two_is_asked_back():
    shown, code = talk("log", "rsk-01", "--on", "01/05/2026", answers=["2\n"])
    assert code == 0, shown
    assert "Which day is '01/05/2026'?" in shown
    (entry,) = run_cli("history", "--json").json["entries"]
    assert entry["on"] == "2026-01-05"


@pytest.mark.parametrize("key", [CTRL_C, END_OF_INPUT])
def test_interrupted_nothing_is_stored(key, home):
    shown, code = talk("log", "risk", answers=[key])
    assert code == 130
    assert shown.endswith("\nNothing was written.\n")
    assert not (home / "logbook.toml").exists()


def test_who_takes_none_of_them_is_told_what_can_be_typed(home):
    shown, code = talk("log", "rsk", answers=["\n"])
    assert code == 1
    assert shown.endswith("'rsk' fits more than one item.\nType one of: rsk-01, rsk-02.\n")
    assert not (home / "logbook.toml").exists()


@pytest.mark.parametrize("option", ["--json", "--no-input"])
def test_scripts_are_never_asked_even_on_a_terminal(option):
    shown, code = talk("show", "rsk", option, answers=[])
    assert code == 1
    assert "Which" not in shown


def test_a_pipe_is_never_asked():
    assert run_cli("show", "rsk").err == (
        "'rsk' fits more than one item.\nType one of: rsk-01, rsk-02.\n"
    )
    assert run_loaded("show", "rsk").code == 1


def test_a_word_that_was_typed_twice_is_not_asked_about():
    shown, code = talk("profile", "--role", "pmo", "--target", "pmo", answers=[])
    assert code == 1
    assert "Which" not in shown


def test_which_certificate_was_earned_is_asked_where_only_the_day_was_typed():
    a_home(a_curriculum(*ITEMS, a_certification("pmp"), a_certification("capm")))
    shown, code = talk("certificate", "--on", "yesterday", answers=["capm\n"])
    assert code == 0, shown
    assert "Which certificate did you earn?" in shown
    (entry,) = run_cli("history", "--json").json["entries"]
    assert (entry["certification"], entry["on"]) == ("capm", "2026-11-20")
    assert run_cli("certificate", "--on", "yesterday").code == 2


def test_bytes_that_are_no_text_are_asked_for_once_more():
    shown, code = talk("show", "rsk", answers=["ü\n", "1\n"], PYTHONIOENCODING="ascii")
    assert code == 0, shown
    assert "no text in this terminal's encoding. Once more, please.\n" in shown
    assert "rsk-01, exercise" in shown


def test_one_word_of_a_long_title_is_asked_about_before_it_is_logged():
    shown, code = talk("log", "living", "45", answers=["1\n", "\n"])
    assert code == 0, shown
    assert "Is 'living' this?\n  1 A living risk register\n" in shown
    (entry,) = run_cli("history", "--json").json["entries"]
    assert (entry["exercise"], entry["minutes"]) == ("rsk-01", 45)


def test_one_word_of_a_long_title_stores_nothing_in_a_script(home):
    refused = run_cli("log", "living", "45")
    assert (refused.code, refused.out) == (1, "")
    assert "'living' is one word of 'A living risk register'" in refused.err
    assert "rsk-01" in refused.err
    assert not (home / "logbook.toml").exists()


@pytest.mark.parametrize("answer", ["1", "workshop", "rsk-02"])
def test_of_a_skill_it_is_asked_which_exercise_was_done_and_an_open_one_stands_first(answer):
    a_home(a_curriculum(*ITEMS, a_skill("risk", title="Risk management")), finished("rsk-01"))
    shown, code = talk("log", "risk", "management", "45", answers=[f"{answer}\n", "\n"])
    assert code == 0, shown
    assert "'risk management' is a skill. Which exercise of it?\n  1 Risk workshop" in shown
    assert run_cli("history", "--json").json["entries"][-1]["exercise"] == "rsk-02"


@pytest.mark.parametrize("typed", ["risk", "risk management", "management risk"])
def test_the_name_of_a_skill_stores_nothing_in_a_script(typed):
    home = a_home(a_curriculum(*ITEMS, a_skill("risk", title="Risk management")))
    refused = run_cli("log", *typed.split(), "45")
    assert (refused.code, refused.out) == (1, "")
    assert "risk is a skill" in refused.err
    assert "pmcareer list exercises --skill risk" in refused.err
    assert not (home / "logbook.toml").exists()


@pytest.mark.parametrize("typed", ["pmo-manager", "pmo manager", "PMO manager"])
def test_the_name_of_a_role_is_not_logged_as_something_else(typed, home):
    refused = run_cli("log", *typed.split())
    assert (refused.code, refused.out) == (1, "")
    assert "pmo-manager is a role" in refused.err
    assert "pmcareer profile --role pmo-manager" in refused.err
    assert not (home / "logbook.toml").exists()


def test_how_complex_the_projects_were_is_asked_in_ten_questions():
    led = ("experience", "leading", "--from", "2024-01-01", "--complexity", "ask")
    shown, code = talk(*led, answers=["3\n"] * 7 + ["2\n"] * 3)
    assert code == 0, shown
    assert "Risk: little, and insured (1), or much, and grave (4)?" in shown
    (entry,) = run_cli("history", "--json").json["entries"]
    assert (entry["complexity"], sum(entry["scores"])) == ("complex", 27)
