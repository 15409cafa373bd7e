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
        pytest.param(["next", "rubbish"], "TIME can't be 'rubbish'", id="a time that is none"),
        pytest.param(["status", "rubbish"], "no use for 'rubbish'", id="a word too many"),
        pytest.param(["next", "--mintes", "3"], "--mintes", id="an option mistyped"),
        pytest.param(["defer", "rsk-01"], "needs a day", id="a day left out"),
        pytest.param(["lesson", "--for", "leads"], "TEXT", id="an argument left out"),
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
    ("word", "meant"),
    [
        ("nxt", "next"),
        ("lst", "list"),
        ("histroy", "history"),
        ("today", "next"),
        ("init", "start"),
        ("roles", "list roles"),
        ("version", "--version"),
        ("how", "help"),
        ("developer", "start --role programmer"),
        ("tech-pm", "plan tech-pm"),
        ("rsk-01", "log rsk-01"),
        ("risk", "show risk"),
        ("Plan.", "plan"),
    ],
)
def test_a_mistyped_command_is_not_guessed_but_named(word, meant):
    result = run_cli(word)
    assert result.code == 2
    assert result.out == ""
    assert f"'{meant}'" in result.err


@pytest.mark.parametrize("word", ["pl", "hist", "le", "und"])
def test_commands_are_not_abbreviated(word):
    assert run_cli(word).code == 2


@pytest.mark.parametrize(
    ("arguments", "both"),
    [
        pytest.param(
            ["log", "rsk-01", "90", "--minutes", "30"],
            ("90", "--minutes 30"),
            id="how long it took, twice",
        ),
        pytest.param(
            ["log", "rsk-01", "--led", "--shadowed"], ("--led", "--shadowed"), id="two parts"
        ),
        pytest.param(
            ["doctor", "--restore", "--accept"], ("--restore", "--accept"), id="back and gone"
        ),
        pytest.param(
            ["story", "add", "--from", "a", "--project", "b"],
            ("--from a", "--project b"),
            id="two sources of a story",
        ),
        pytest.param(
            ["work", "rsk-01", "--output", "a", "--example"],
            ("--output a", "--example"),
            id="a file and the screen",
        ),
    ],
)
def test_two_words_that_exclude_each_other_are_both_named(arguments, both):
    refused = run_cli(*arguments)
    one, other = both
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == f"{one} and {other} can't be used together.\nLeave one out.\n"
    assert run_cli(*arguments, "--json").error["code"] == "wrong-value"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(
            ["log", "j5", "--outcome", "o", "--led"],
            "j5 has no use for --led.\nLeave it out; it is for an exercise that is finished.\n",
            id="what only an exercise has, of a step",
        ),
        pytest.param(
            ["log", "h01", "--partial"],
            "h01 has no use for --partial.\n"
            "Leave it out; it is for exercises and steps: a practice is kept or not.\n",
            id="a practice in part",
        ),
        pytest.param(
            ["export", "csv", "--at", "18:30"],
            "export csv has no use for --at.\nLeave it out; it is for export ics.\n",
            id="an option of another format",
        ),
    ],
)
def test_an_option_without_a_use_is_named_with_whose_it_is(arguments, said):
    refused = run_cli(*arguments)
    assert (refused.code, refused.err) == (2, said)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(
            ["log", "rsk-01", "--partial"],
            "--partial needs the minutes.\nSay both: --partial --minutes 45\n",
            id="in part",
        ),
        pytest.param(
            ["log", "rsk-01", "--left", "3h"],
            "--left needs --partial.\nSay both: --partial --left 3h\n",
            id="what is left",
        ),
        pytest.param(
            ["profile", "--since", "2024-01-15"],
            "--since needs a role that it belongs to.\nSay both: --since 2024-01-15 --role ROLE\n",
            id="since when",
        ),
    ],
)
def test_an_option_that_needs_another_is_named_with_both_as_they_are_typed(arguments, said):
    refused = run_cli(*arguments)
    assert (refused.code, refused.err) == (2, said)


@pytest.mark.parametrize(
    ("arguments", "command"),
    [
        pytest.param(["log", "--id"], "pmcareer log", id="of a command"),
        pytest.param(["merge", "a", "--dry-run=yes"], "pmcareer merge", id="a value too many"),
        pytest.param(["list", "--home"], "pmcareer", id="of the program"),
        pytest.param(["--today"], "pmcareer", id="of the program, alone"),
    ],
)
def test_an_option_and_its_value_are_explained_by_the_help_that_has_the_option(arguments, command):
    option = arguments[-1].partition("=")[0]
    refused = run_cli(*arguments)
    what = "takes no value" if "=" in arguments[-1] else "needs a value"
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == f"{option} {what}.\nSee: {command} --help\n"
    assert option in run_cli(*command.split()[1:], "--help").out


def test_a_file_that_is_left_out_is_asked_for_in_one_word():
    refused = run_cli("merge")
    assert refused.err == "pmcareer merge needs FILE.\nSee: pmcareer merge --help\n"


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("history last week", "pmcareer history --since last week"),
        ("history 10", "pmcareer history --limit 10"),
        ("history -5", "pmcareer history --limit 5"),
        ("profile target tech-pm", "Did you mean '--target'?"),
        ("experience leading 2020 2022", "--from, --to"),
        ("certificate pmp yesterday", "pmcareer certificate pmp --on yesterday"),
        ("plan tech-pm dec 2027", "pmcareer plan tech-pm --by dec 2027"),
        ("assess risk 3 yesterday", "pmcareer assess risk 3 --on yesterday"),
        ("lesson Ask first", "goes in quotes"),
        ("status today", "See: pmcareer status --help"),
        ("undo last", "The last one: pmcareer undo"),
        ("defer rsk-01 --to monday", "Did you mean '--until'?"),
        ("profile --hours 8", "Did you mean '--hours-per-week'?"),
    ],
)
def test_words_in_the_wrong_place_are_told_the_right_one(typed, place, home):
    refused = run_cli(*typed.split())
    assert refused.code != 0
    assert place in refused.err
    assert not home.exists()


def test_words_that_name_a_thing_are_read_together():
    assert "'plan tech-pm'" in run_cli("tech", "project", "manager").err
    assert "'certificate pmp'" in run_cli("pmp").err


@pytest.mark.parametrize("word", ["quit", "exit", "q"])
def test_there_is_nothing_to_leave(word):
    assert "each command ends by itself" in run_cli(word).err


def test_a_word_is_unknown_too_where_no_curriculum_can_be_read(tmp_path):
    refused = run_cli("rsk-01", "--curriculum", str(tmp_path / "none.toml"))
    assert (refused.code, refused.err.splitlines()[1]) == (2, "See: pmcareer --help")


def test_other_words_for_a_course_lead_to_where_courses_are_kept():
    for word in ("course", "learnt", "pdu"):
        assert "learned" in run_cli(word, "A course", "--hours", "3").err


def test_a_topic_of_help_is_found_without_its_dash():
    assert run_cli("help", "exit", "codes").out == run_cli("help", "exit-codes").out
