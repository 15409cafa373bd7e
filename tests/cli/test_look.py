"""Errors, warnings and hints: marked and broken on a terminal, and in a pipe as they are."""

import re
import shlex

import pytest

from pmcareer.cli.look import CODES, painted, wrapped
from pmcareer.views.parts.theme import STYLES
from running import run_cli, run_loaded, run_on_terminal
from sweeps import of_each

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
RED, CYAN = "\x1b[31m", "\x1b[36m"


def without_colour(text):
    return COLOUR.sub("", text).replace("\r\n", "\n")


@pytest.mark.parametrize("style", [name for name, look in STYLES.items() if look != "none"])
def test_every_style_has_a_look_without_rich(style):
    assert without_colour(painted("word", style)) == "word"
    assert painted("word", style).startswith("\x1b[")


def test_only_the_words_of_the_theme_have_codes():
    words = {word for look in STYLES.values() for word in look.removeprefix("not dim ").split()}
    assert words == CODES.keys() & words


def test_an_error_is_red_and_what_to_type_is_marked():
    told = run_on_terminal("undo", "zzzzzzzzzz").out
    assert f"{RED}There is no entry 'zzzzzzzzzz'; nothing was changed.\x1b[0m" in told
    assert f"{CYAN}pmcareer history\x1b[0m" in told
    assert f"Did you mean '{CYAN}plan\x1b[0m'?" in run_on_terminal("pln").out


def test_a_warning_is_marked_by_its_word(home):
    home.mkdir(parents=True)
    (home / "logbook.toml").write_text("format = 1\n[[entries]]\nkind = 'odd'\n", "utf-8")
    assert "\x1b[33mWarning:\x1b[0m" in run_on_terminal("history").out


@pytest.mark.parametrize(
    ("options", "environment"),
    [
        pytest.param([], {"NO_COLOR": "1"}, id="NO_COLOR"),
        pytest.param([], {"TERM": "dumb"}, id="a dumb terminal"),
        pytest.param(["--color", "never"], {}, id="the option"),
        pytest.param(["--color=never"], {}, id="the option with its value attached"),
    ],
)
def test_who_wants_no_colour_reads_the_same_words(options, environment):
    plain = run_on_terminal(*options, "undo", "zzzzzzzzzz", **environment).out
    assert "\x1b" not in plain
    assert plain == without_colour(run_on_terminal("undo", "zzzzzzzzzz").out).replace("\n", "\r\n")


def test_in_a_file_a_failure_is_its_sentence_and_its_hint():
    told = run_loaded("project", "x" * 90).err
    assert told == "pmcareer project needs --outcome.\nSee: pmcareer project --help\n"


def test_on_a_terminal_a_long_hint_ends_before_the_window_does_and_keeps_commands_whole():
    told = run_on_terminal("defer", "pmf-01", "--until", "2026-01-01", TERM="dumb").out
    lines = told.splitlines()
    assert max(map(len, lines)) <= 80
    assert (
        " ".join(lines)
        == " ".join(run_cli("defer", "pmf-01", "--until", "2026-01-01").err.split("\n")).strip()
    )


@of_each(range(20, 60))
def test_a_command_that_fits_a_line_with_its_comma_is_whole_on_one(width):
    command = "pmcareer profile --hours-per-week 5"
    lines = wrapped(f"If that is less than you thought, say so: {command}, and look again", width)
    assert max(map(len, lines)) <= width
    assert any(command in line for line in lines) == (width > len(command))


@of_each(range(28, 60))
def test_a_command_longer_than_a_line_goes_on_as_a_shell_takes_it(width):
    command = 'pmcareer log j3 --with "Ada Lovelace" --outcome "On Monday"'
    lines = wrapped(f"There is an answer: {command}", width, indent=2)
    assert max(map(len, lines)) <= width
    typed = "\n".join(lines).replace("\\\n", "")
    assert shlex.split(typed[typed.index("pmcareer") :]) == shlex.split(command)


def test_a_number_stays_with_its_unit():
    for width in range(12, 40):
        assert any("3.2 h" in line for line in wrapped("It takes you about 3.2 h to do", width))
