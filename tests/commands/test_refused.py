"""What can't be meant is refused in a sentence with what to type instead, and nothing is stored."""

import pytest

from running import run_cli

REFUSED = [
    (("log", ""), "ITEM can't be ''.", "It takes the id of an item."),
    (("log", "", "90"), "ITEM can't be ''.", "It takes the id of an item."),
    (("merge", ""), "FILE can't be ''.", "It takes a logbook's file."),
    (("assess", "risk", "2.5"), "LEVEL can't be '2.5'.", "It takes a level from 0 to 5."),
    (("assess", "risk", "--by", "manager"), "pmcareer assess needs LEVEL.", None),
    (("assess", "--note", "by my mentor"), "pmcareer assess needs SKILL and LEVEL.", None),
    (("assess", "risk", "--evidence", "x"), "pmcareer assess needs LEVEL.", None),
    (("assess", "risk", "--on", "today"), "pmcareer assess needs LEVEL.", None),
    (
        ("profile", "--note", "so it is"),
        "pmcareer profile needs an option that says something, beside --note.",
        None,
    ),
    (("story", "add", "--from", "nope"), "There is no entry 'nope'.", "See: pmcareer history"),
    (("story", "add", "--project", "X"), "There is no project 'X'.", "See: pmcareer project"),
    (("next", "--colour", "never"), None, "Did you mean '--color'?"),
    (("--todai", "2026-01-01", "next"), None, "Did you mean '--today'?"),
    (("--hom", "x", "next"), None, "Did you mean '--home'?"),
    (("--pain",), None, "Did you mean '--plain'?"),
    (("plan", "--hour", "3"), None, "Did you mean '--hours-per-week'?"),
    (
        ("work", "h01"),
        "h01 is a practice, which has no sheet to work on.",
        "Exercises and steps have one. What it is: pmcareer show h01",
    ),
    (
        ("work", "tech-pm"),
        "tech-pm is a role, which has no sheet to work on.",
        "Exercises and steps have one. What it is: pmcareer show tech-pm",
    ),
    (("plan", "--compare", "--why"), "--compare and --why can't be used together.", None),
    (("plan", "--by", "2028-01", "--compare"), "--by and --compare can't be used together.", None),
    (("plan", "--by", "2028-01", "--why"), "--by and --why can't be used together.", None),
    (
        ("list", "routes", "--open"),
        "list routes has no use for --open.",
        "Leave it out; it is for list exercises.",
    ),
    (("list", "routes", "--skill", "risk"), "list routes has no use for --skill.", None),
]


@pytest.mark.parametrize(
    ("typed", "message", "hint"), REFUSED, ids=[" ".join(typed) for typed, *_ in REFUSED]
)
def test_it_is_refused_with_what_to_type_instead(typed, message, hint):
    done = run_cli(*typed)
    said, mend, *_ = done.err.splitlines()
    assert done.code in (1, 2)
    assert done.out == ""
    assert said == message or message is None
    assert mend == hint or hint is None
    assert run_cli("history").out.startswith("Nothing is logged yet")


@pytest.mark.parametrize("typed", [hint for *_, hint in REFUSED if hint and hint.startswith("See")])
def test_the_command_that_is_offered_can_be_typed(typed):
    assert run_cli(*typed.removeprefix("See: pmcareer ").split()).code == 0


def test_a_script_gets_all_that_a_screen_can_not_show_at_once():
    answer = run_cli("plan", "--by", "2028-01-01", "--compare", "--why", "--json").json
    assert answer["by"]["date"] == "2028-01-01"
    assert len(answer["routes"]) > 1
