import pytest

from pmcareer.cli.main import arranged_arguments
from running import run_cli


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param([], ["next"], id="nothing is next"),
        pytest.param(["--json"], ["next", "--json"], id="an option of next alone"),
        pytest.param(
            ["list", "--today", "2026-01-01"],
            ["--today", "2026-01-01", "list"],
            id="a global option behind",
        ),
        pytest.param(
            ["list", "--home=x"], ["--home=x", "list"], id="a global option with an equals sign"
        ),
        pytest.param(["--plain"], ["--plain", "next"], id="a global option alone"),
        pytest.param(
            ["lesson", "--", "--plain"], ["lesson", "--", "--plain"], id="words after a double dash"
        ),
        pytest.param(["--version"], ["--version"], id="the version"),
        pytest.param(["-h"], ["-h"], id="help"),
    ],
)
def test_global_options_may_stand_anywhere(typed, meant):
    assert arranged_arguments(typed) == meant


def test_options_stand_before_or_after_arguments():
    before = run_cli("lesson", "--dry-run", "--for", "leads", "Ask first", "--json").json["entry"]
    after = run_cli("lesson", "Ask first", "--for", "leads", "--dry-run", "--json").json["entry"]
    assert before["text"] == after["text"] == "Ask first"
    assert before["for"] == after["for"] == "leads"


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        pytest.param(["--home", "", "list"], "--home", id="an empty home"),
        pytest.param(["--curriculum", "", "list"], "--curriculum", id="an empty curriculum"),
        pytest.param(["--today", "", "list"], "--today", id="an empty day"),
        pytest.param(["--today", "tomorow", "list"], "tomorow", id="a day that is none"),
        pytest.param(["--today", "20261121", "list"], "20261121", id="a day in another form"),
        pytest.param(
            ["--today", "1999-12-31", "list"], "1999-12-31", id="a day of another century"
        ),
        pytest.param(["--color", "pink", "list"], "pink", id="a colour that is none"),
        pytest.param(["profile", "--hours-per-week", "abc"], "abc", id="hours that are none"),
        pytest.param(["profile", "--hours-per-week", "81"], "81", id="more hours than a week has"),
        pytest.param(["profile", "--hours-per-week", "0"], "'0'", id="no hours"),
        pytest.param(["history", "--limit", "-3"], "-3", id="a negative count"),
        pytest.param(["lesson", ""], "TEXT", id="an empty text"),
        pytest.param(["list", "exercises", "--level", "9"], "9", id="a level there is none of"),
        pytest.param(["next", "rubbish"], "rubbish", id="a word too many"),
        pytest.param(["next", "--mintes", "3"], "--mintes", id="an option mistyped"),
        pytest.param(["defer", "rsk-01"], "--until", id="an option left out"),
        pytest.param(["lesson"], "TEXT", id="an argument left out"),
        pytest.param(["lesson", "x", "--note"], "--note", id="an option without its value"),
        pytest.param(["certificate", "--on", "today"], "ID", id="a day without its certificate"),
    ],
)
def test_a_wrong_command_line_names_what_is_wrong_and_writes_nothing(arguments, named, home):
    result = run_cli(*arguments)
    assert result.code == 2
    assert result.out == ""
    assert named in result.err
    assert "Usage" not in result.err
    assert not home.exists()


def test_a_wrong_day_in_the_environment_is_named():
    result = run_cli("list", today="soon")
    assert result.code == 2
    assert "PMCAREER_TODAY can't be 'soon'" in result.err


def test_an_option_beats_the_environment(tmp_path):
    assert run_cli("list", "--json", "--today", "2026-01-02").json["today"] == "2026-01-02"
    run_cli("lesson", "Mine", "--home", str(tmp_path / "other"))
    assert (tmp_path / "other" / "logbook.toml").is_file()


@pytest.mark.parametrize(
    ("word", "meant"), [("nxt", "next"), ("lst", "list"), ("histroy", "history")]
)
def test_a_mistyped_command_is_not_guessed_but_named(word, meant):
    result = run_cli(word)
    assert result.code == 2
    assert result.out == ""
    assert f"'{meant}'" in result.err


@pytest.mark.parametrize("word", ["pl", "hist", "le", "und"])
def test_commands_are_not_abbreviated(word):
    assert run_cli(word).code == 2
