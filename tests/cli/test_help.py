import pytest

from pmcareer.cli.cards import HELP, MODULES
from pmcareer.errors import AlreadyLogged
from running import run_cli

COMMANDS = [*MODULES, HELP]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_helps_with_an_example(command):
    short, long, asked = (
        run_cli(command, "-h"),
        run_cli(command, "--help"),
        run_cli("help", command),
    )
    assert short.out == long.out == asked.out
    assert f"Example: pmcareer {command}" in short.out
    assert short.code == long.code == asked.code == 0


@pytest.mark.parametrize("command", [*COMMANDS, "--help"])
@pytest.mark.parametrize("columns", [20, 40, 80])
def test_help_fits_the_window(command, columns):
    result = run_cli(*([command] if command == "--help" else [command, "-h"]), COLUMNS=str(columns))
    assert max(len(line) for line in result.out.splitlines()) <= columns


def test_the_help_of_everything_has_panels_exit_codes_and_where_to_look():
    text = run_cli("--help").out
    panels = [
        text.index(f"\n{panel}:")
        for panel in ("Daily", "Plan", "Look up", "Evidence", "Curriculum", "Care")
    ]
    assert panels == sorted(panels)
    assert "Exit codes:" in text
    assert "pmcareer help log" in text
    assert "pmcareer doctor" in text
    assert run_cli("help").out == text


@pytest.mark.parametrize("command", [*COMMANDS, "--help"])
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


@pytest.mark.parametrize("command", MODULES)
def test_every_command_that_answers_scripts_tells_its_keys(command):
    text = run_cli(command, "-h").out
    assert ("--json" in text) == ("JSON keys beside" in text)
    assert "--no-json" not in text


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
