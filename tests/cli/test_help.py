import re
from itertools import product

import pytest

from pmcareer.cli.cards import HELP, MODULES, TOPICS, cards, few_words
from pmcareer.cli.overview import NAME, WORDS
from pmcareer.cli.topics import WRITTEN_BY
from pmcareer.errors import AlreadyLogged
from running import a_home, run_cli
from sweeps import of_each

from builders import a_curriculum, an_exercise, finished

COMMANDS = [*MODULES, HELP]
HELPED = [*COMMANDS, "--help"]


@of_each(COMMANDS)
def test_every_command_helps_with_an_example(command):
    short, long, asked = (
        run_cli(command, "-h"),
        run_cli(command, "--help"),
        run_cli("help", command),
    )
    assert short.out == long.out == asked.out
    assert re.search(rf"Examples?:\n  pmcareer {command}\b", short.out)
    assert short.code == long.code == asked.code == 0


@of_each(list(product(HELPED, [20, 40, 80])))
def test_help_fits_the_window(command, columns):
    result = run_cli(*([command] if command == "--help" else [command, "-h"]), COLUMNS=str(columns))
    assert max(len(line) for line in result.out.splitlines()) <= columns


@pytest.mark.parametrize("columns", ["40", "80"])
def test_the_help_of_everything_has_panels_exit_codes_and_where_to_look(columns):
    text = run_cli("--help", COLUMNS=columns).out
    titles = ["Daily", "Plan", "Look up", "Evidence", "Curriculum", "Care", "Options", "More"]
    places = [text.index(f"\n{title}") for title in titles]
    assert places == sorted(places)
    assert "Exit codes: pmcareer help exit-codes" in " ".join(text.split())
    assert "pmcareer help COMMAND" in text
    assert run_cli("help", COLUMNS=columns).out == text


def test_the_help_of_everything_is_one_screen_with_room_for_the_prompt():
    lines = run_cli("--help", COLUMNS="80").out.splitlines()
    assert len(lines) < 24
    named = [name for name in MODULES if any(f" {name} " in line for line in lines)]
    assert named == list(MODULES)


def test_every_command_has_few_words_that_leave_a_gap_to_the_next():
    for _, words in few_words():
        assert max(map(len, words.values())) < WORDS
        assert max(map(len, words)) < NAME


@pytest.mark.parametrize(
    ("topic", "said"),
    [
        ("exit-codes", "3    a data file needs repair"),
        ("options", "--no-pager"),
        ("days", "3 days ago, in 2 weeks"),
        ("words", "as likely as not"),
        ("practice", "pmcareer work --practice tidewell"),
    ],
)
def test_a_topic_is_explained(topic, said):
    result = run_cli("help", topic, COLUMNS="80")
    assert said in result.out
    assert result.code == 0
    assert max(len(line) for line in run_cli("help", topic, COLUMNS="30").out.splitlines()) <= 30


def test_every_topic_is_written():
    assert set(TOPICS) == WRITTEN_BY.keys()


def test_a_mistyped_topic_is_named():
    assert "'words'" in run_cli("help", "wrds").err


def test_help_has_bold_heads_where_colours_are_wanted_and_the_same_words():
    for line in (["--help"], ["log", "--help"], ["help", "words"], ["help"]):
        coloured = run_cli("--color", "always", *line).out
        assert "\x1b[1m" in coloured
        assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == run_cli(*line).out


@of_each(list(product(HELPED, [40, 80])))
def test_no_example_is_broken_that_fits_the_window(command, columns):
    lines = run_cli(*([command] if command == "--help" else [command, "-h"]), COLUMNS=str(columns))
    shown = [line.strip() for line in lines.out.splitlines()]
    examples = dict(cards_by_name()).get(command, ())
    assert [each for each in examples if len(each) <= columns and each not in shown] == []


@of_each(COMMANDS)
def test_every_example_is_one_line_of_a_usual_terminal_below_the_others(command):
    lines = run_cli(command, "-h", COLUMNS="80").out.splitlines()
    examples = dict(cards_by_name()).get(command, ())
    assert [each for each in examples if f"  {each}" not in lines] == []


def test_an_example_that_is_longer_than_the_window_goes_on_as_a_shell_reads_it():
    lines = run_cli("start", "-h", COLUMNS="40").out.splitlines()
    first = lines.index("  pmcareer start") + 1
    whole = "\n".join(lines[first : lines.index("", first)])
    assert whole.replace("\\\n      ", "").strip() in dict(cards_by_name())["start"]


def cards_by_name():
    for _, panel in cards():
        for card in panel:
            yield card.name, card.examples


@of_each(HELPED)
def test_help_names_no_place_that_does_not_exist(command):
    result = run_cli(*([command] if command == "--help" else [command, "-h"]))
    assert "://" not in result.out


@pytest.mark.parametrize(
    ("command", "usage"),
    [
        pytest.param("list", "[WHAT] [WORD...]", id="a word and several that may be left out"),
        pytest.param("merge", "FILE...", id="several, and one at least"),
        pytest.param("assess", "[SKILL] [LEVEL]", id="two that may be left out"),
        pytest.param("help", "[COMMAND]", id="help itself"),
    ],
)
def test_a_usage_line_brackets_what_may_be_left_out(command, usage):
    lines = run_cli(command, "-h", COLUMNS="80").out.splitlines()
    assert lines[0] == f"Usage: pmcareer {command} [OPTIONS] {usage}"
    arguments = lines[lines.index("Arguments:") + 1 : lines.index("Options:")]
    assert "[" not in "".join(arguments)
    assert "]" not in "".join(arguments)


@of_each(MODULES)
def test_every_command_that_answers_scripts_tells_its_keys(command):
    text = run_cli(command, "-h").out
    assert ("--json" in text) == ("JSON keys beside" in text)
    assert "--no-json" not in text


@pytest.mark.parametrize("line", ["log", "undo", "next", "status", "gap", "plan", "review"])
def test_help_names_every_key_of_an_answer(line):
    a_home(a_curriculum(an_exercise("rsk-01"), an_exercise("rsk-02")), finished("rsk-01"))
    text = " ".join(run_cli(line, "-h").out.split())
    told = text.partition("command, today: ")[2].split(", ")
    assert set(told) == run_cli(line, "--json").json.keys() - {"format", "command", "today"}


def test_help_for_an_unknown_command_names_the_nearest():
    result = run_cli("help", "plann")
    assert result.code == 2
    assert "'plan'" in result.err


def test_the_version_is_one_line():
    assert run_cli("--version").out == run_cli("-V").out
    assert run_cli("--version").out.startswith("pmcareer ")
    assert run_cli("--version").out.count("\n") == 1


def test_an_error_offers_a_command_that_exists():
    hint = AlreadyLogged("pmf-02", "2026-11-21").hint
    assert hint.split()[hint.split().index("pmcareer") + 1] in MODULES
