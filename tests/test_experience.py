"""What a great terminal tool does, row by row: the list U01 to U92, and where each row is proved.

A row is proved here, by a test with its number, or elsewhere, by the node that experience_rows.py names. One that we do
not keep has its reason, and what a user loses by it, in docs/decisions.md.
"""

import os
import re
import runpy
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from platformdirs.macos import MacOS

from experience_rows import ELSEWHERE
from pmcareer.cli.cards import MODULES, cards
from pmcareer.storage.logbook.reading import read_logbook
from running import a_home, run_cli, run_loaded, run_on_terminal, run_shell
from sweeps import of_each, sweep

from builders import a_lesson, a_profile, finished, logbook_text

CHECKOUT = Path(__file__).parents[1]
TESTS = CHECKOUT / "tests"
DECISIONS = "Rows of the experience list we do not keep"
MOST_NOT_KEPT = 6
READERS = (
    "next",
    "plan",
    "status",
    "gap",
    "review",
    "list",
    "history",
    "profile",
    "certificate",
    "story",
    "doctor",
)
WRITERS = {
    "log": ("pmf-04",),
    "undo": (),
    "answer": ("q01", "Here, for a year"),
    "lesson": ("Ask first",),
    "defer": ("pmf-04", "--until", "+14d"),
    "start": ("--role", "programmer", "--no-input"),
    "plan": ("--save",),
    "profile": ("--role", "programmer"),
    "experience": ("leading", "--from", "2025-01-01"),
    "certificate": ("capm", "--on", "2026-11-20"),
    "project": ("New CRM", "--outcome", "Live"),
    "assess": ("risk", "2"),
    "story": (
        *(
            "add",
            "--title",
            "One",
            "--situation",
            "Then",
            "--task",
            "This",
            "--action",
            "I did",
            "--result",
            "3 of 3",
        ),
    ),
    "merge": ("OTHER",),
}
"""Every command that adds entries; `edit` shows the file first, and `doctor` without --fix only looks."""


@of_each(ELSEWHERE.items())
def test_the_test_that_proves_a_row_elsewhere_exists(row, node):
    path, _, name = node.partition("::")
    assert re.search(rf"(?m)^ *def {name}\(", (TESTS / path).read_text(encoding="utf-8"))


def test_every_row_is_proved_or_has_its_reason():
    proved_here = {
        found.upper()
        for found in re.findall(r"(?m)^def test_(u\d\d)_", Path(__file__).read_text("utf-8"))
    }
    assert proved_here & ELSEWHERE.keys() == set()
    left = {f"U{number:02}" for number in range(1, 93)} - proved_here - ELSEWHERE.keys()
    assert left == _not_kept()
    assert len(left) <= MOST_NOT_KEPT


def _not_kept():
    text = (CHECKOUT / "docs" / "decisions.md").read_text(encoding="utf-8")
    section = re.search(rf"(?ms)^## {DECISIONS}$(.*?)(?=^## |\Z)", text)
    assert section is not None
    return set(re.findall(r"(?m)^- (U\d\d)\b", section[1]))


def test_u04_bare_pmcareer_is_a_short_useful_screen():
    result = run_cli(COLUMNS="80")
    assert result.code == 0
    assert (
        result.out.count("\n") <= 23
    )  # a line more, and the prompt pushes the title out of a window of 24
    assert "pmcareer log" in result.out


def test_u11_after_an_action_the_following_command_is_named():
    assert "pmcareer undo" in run_cli("log", "pmf-04").out
    assert "pmcareer" in run_cli("lesson", "Ask first").out


def test_u12_nothing_nags():
    a_home(None, finished("pmf-01", on="2026-11-02"))
    assert run_cli("next") == run_cli("next")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(["next"], 0, id="done"),
        pytest.param(["show", "nosuchthing"], 1, id="an expected failure"),
        pytest.param(["nope"], 2, id="usage"),
        pytest.param(["log", "--minutes"], 2, id="an option without its value"),
        pytest.param(["next", "--curriculum", "bad.toml"], 3, id="a data file needs repair"),
    ],
)
def test_u18_codes_are_stable(arguments, code, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("bad.toml").write_text("format = 1\n[[exercises]\n", encoding="utf-8")
    assert run_cli(*arguments).code == code


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        pytest.param(["log", "pmf-2"], "pmf-02", id="an exercise"),
        pytest.param(["log", "rsk01"], "rsk-01", id="an exercise without its dash"),
        pytest.param(["plan", "--target", "tech-mp"], "tech-pm", id="a target"),
        pytest.param(["profile", "--role", "programer"], "programmer", id="a role"),
    ],
)
def test_u20_a_mistyped_id_is_answered_with_the_right_one_and_nothing_is_written(
    arguments, meant, home
):
    result = run_cli(*arguments)
    assert result.code == 1
    assert meant in result.err
    assert not home.exists()


@pytest.mark.parametrize("word", ["tomorow", "12", "01/02/2026", "next wek"])
def test_u22_a_typo_is_never_taken_for_something_else(word, home):
    result = run_cli("log", "pmf-04", "--on", word)
    assert result.code == 2
    assert word in result.err
    assert not home.exists()


def test_u39_colour_is_never_the_only_carrier_of_meaning():
    a_home(None, finished("pmf-04", on="2026-11-02"), a_profile(role="project-coordinator"))
    bare = run_cli("plan", "--all", COLUMNS="80").out
    coloured = run_cli("plan", "--all", "--color", "always", COLUMNS="80").out
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == bare
    assert {"open", "finished"} <= set(bare.split())


@pytest.mark.slow
def test_u45_a_terminal_gets_the_whole_answer_at_once_without_pager_or_spinner():
    result = run_on_terminal("plan", "--all")
    assert result.code == 0
    for sequence in ("\x1b[?25l", "\x1b[?1049h", "\x1b[2K", "\r\x1b"):
        assert sequence not in result.out


@pytest.mark.slow
def test_u46_an_address_is_shown_and_nothing_is_hidden_behind_it():
    address = "https://example.org/a"
    a_home(None, finished("pmf-01", on="2026-11-02", evidence=address))
    for arguments in (["history"], ["show", "pmf-01"], ["show", "pmf-01", "--plain"]):
        assert "]8;;" not in run_on_terminal(*arguments).out
    assert address in run_cli("export", "markdown").out


def test_u48_the_same_words_everywhere():
    helps = "\n".join(
        f"{card.summary} {' '.join(card.paragraphs)}" for _, panel in cards() for card in panel
    )
    for other in ("todo", "ticket", "journal", "lesson plan", "diary", "record book", "homework"):
        assert other not in helps.lower()
    assert {"exercise", "logbook", "curriculum"} <= set(re.findall(r"[a-z]+", helps.lower()))


@pytest.mark.parametrize("command", sorted(MODULES))
def test_u49_what_reads_and_what_writes_answers_scripts(command):
    assert "--json" in run_cli(command, "-h").out


@pytest.mark.parametrize("command", READERS)
def test_u50_json_has_its_format_and_its_keys_are_told_in_the_help(command):
    answer = run_cli(command, "--json").json
    assert answer["format"] == 1
    assert answer["command"] == command
    told = " ".join(run_cli(command, "-h").out.partition("JSON keys")[2].split())
    assert answer.keys() <= set(re.findall(r"[a-z_]+", told))


def test_u50_minutes_are_whole_and_times_have_their_offset():
    entry = run_cli("log", "pmf-04", "--minutes", "1.5h", "--json").json["entry"]
    assert entry["minutes"] == 90
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", entry["at"])
    assert run_cli("next", "--json").json["slice"] is None


@pytest.mark.parametrize("command", sweep(READERS, quick=READERS[::3]))
def test_u53_the_same_files_and_day_give_the_same_bytes(command):
    a_home(None, finished("pmf-01", on="2026-11-02"), a_lesson("Ask", on="2026-11-03"))
    one, other = run_cli(command, "--json"), run_cli(command, "--json")
    assert (one.out, one.err) == (other.out, other.err)
    assert run_cli(command, COLUMNS="80").out == run_cli(command, COLUMNS="80").out


def test_u55_a_dash_is_standard_input_wherever_a_file_is_taken():
    text = logbook_text(finished("pmf-01", on="2026-11-02"))
    assert run_loaded("merge", "-", "--json", stdin=text).json["read"] == 1
    wrong = run_loaded("check", "-", "--json", stdin='format = 1\ntitle = "x"\n')
    assert wrong.code == 3
    assert wrong.json["problems"][0]["file"] == "standard input"


@pytest.mark.parametrize(
    ("kind", "sign"),
    [
        pytest.param("json", '"entries"', id="json"),
        pytest.param("csv", "pmf-01", id="csv"),
        pytest.param("markdown", "# ", id="markdown"),
        pytest.param("jsonresume", '"meta"', id="jsonresume"),
    ],
)
def test_u56_the_record_can_be_taken_out(kind, sign):
    a_home(None, finished("pmf-01", on="2026-11-02"))
    assert sign in run_cli("export", kind).out


def test_u58_short_options_are_few_and_each_has_a_long_one():
    short = set()
    for command in MODULES:
        listed = re.findall(r"(?m)^  (-.+?)(?:  |$)", run_cli(command, "-h", COLUMNS="80").out)
        assert all("--" in names for names in listed)
        short |= set(re.findall(r"(?<!\S)-\w\b", " ".join(listed)))
    assert short == {"-h", "-m", "-n", "-o"}


@pytest.mark.parametrize("command", ["start", "story"])
def test_u59_nobody_is_ever_asked_who_said_not_to(command):
    arguments = ["add"] if command == "story" else []
    result = run_cli(command, *arguments, "--no-input")
    assert result.code in {0, 2}
    assert run_loaded(command, *arguments).code == result.code
    assert "--no-input" in run_cli("help", "options").out


def test_u60_xdg_folders_are_obeyed_and_relative_ones_are_not(tmp_path, monkeypatch):
    monkeypatch.delenv("PMCAREER_HOME")
    monkeypatch.chdir(tmp_path)
    run_loaded("lesson", "Ask", XDG_DATA_HOME=str(tmp_path / "data"))
    assert (tmp_path / "data" / "pmcareer" / "logbook.toml").is_file()
    run_loaded("lesson", "Ask", XDG_DATA_HOME="relative")
    assert not (tmp_path / "relative").exists()


def test_u61_xdg_folders_are_obeyed_on_a_mac_too(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert MacOS("pmcareer", appauthor=False).user_data_dir == str(tmp_path / "data" / "pmcareer")


@pytest.mark.parametrize(
    ("option", "environment", "expected"),
    [
        pytest.param(
            "2026-01-02", "2026-03-04", "2026-01-02", id="an option before the environment"
        ),
        pytest.param(None, "2026-03-04", "2026-03-04", id="the environment before the default"),
    ],
)
def test_u63_an_option_beats_the_environment_which_beats_the_default(option, environment, expected):
    arguments = ["--today", option] if option else []
    assert run_cli("list", "--json", *arguments, today=environment).json["today"] == expected
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", run_cli("list", "--json", today=None).json["today"])


def test_u63_a_curriculum_beside_the_logbook_beats_the_shipped_one(home, tmp_path):
    own, other = (
        f'format = 1\ntitle = "{name}"\nversion = "1"\nextends = "shipped"\n' for name in ("A", "B")
    )
    a_home()
    (home / "curriculum.toml").write_text(own, encoding="utf-8")
    (tmp_path / "b.toml").write_text(other, encoding="utf-8")
    assert run_cli("export", "json").json["curriculum"]["title"] == "A"
    assert (
        run_cli("export", "json", "--curriculum", str(tmp_path / "b.toml")).json["curriculum"][
            "title"
        ]
        == "B"
    )


def test_u64_a_persons_folder_gets_one_folder_and_no_dotfile_beside_the_platforms(
    tmp_path, monkeypatch
):
    for name in [name for name in os.environ if name.startswith("XDG_")]:
        monkeypatch.delenv(name)
    monkeypatch.delenv("PMCAREER_HOME")
    run_loaded("lesson", "Ask", HOME=str(tmp_path))
    found = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("pmcareer")}
    assert found == {".local/share/pmcareer", ".local/state/pmcareer"}
    assert {path.name for path in tmp_path.iterdir()} == {".local"}


@pytest.mark.parametrize("command", sweep(WRITERS, quick=[*WRITERS][::3]))
def test_u70_everything_that_writes_can_be_tried_without_writing(command, tmp_path):
    logbook = a_home(None, finished("pmf-01", on="2026-11-02")) / "logbook.toml"
    (tmp_path / "other.toml").write_text(
        logbook_text(a_lesson("Other", on="2026-11-03")), encoding="utf-8"
    )
    before = logbook.read_bytes()
    arguments = [
        str(tmp_path / "other.toml") if word == "OTHER" else word for word in WRITERS[command]
    ]
    tried = run_cli(command, *arguments, "-n", "--json")
    assert tried.code == 0
    assert logbook.read_bytes() == before
    assert run_cli(command, *arguments).code == 0
    assert len(read_logbook(logbook).entries) > 1


@pytest.mark.parametrize(
    "command", sweep(["plan", "log pmf-04", "status", "export json"], quick=["log pmf-04"])
)
def test_u72_no_socket_is_ever_made(command):
    code = (
        "import os, sys; from pmcareer.cli.main import run\n"
        "sys.addaudithook(lambda event, _: event.startswith('socket.') and os._exit(99))\n"
        f"sys.exit(run({command.split()!r}, os.environ))"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode
        == 0
    )


@pytest.mark.slow
@pytest.mark.parametrize("command", ["plan", "log pmf-04"])
def test_u72_no_connection_is_ever_opened(command, tmp_path):
    trace = tmp_path / "trace"
    result = run_shell(
        f'strace -f -e trace=connect -o "{trace}" "{sys.executable}" -m pmcareer {command} || exit 99'
    )
    if result.code == 99:
        pytest.skip("needs strace")
    assert "AF_INET" not in trace.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "heavy"),
    [
        pytest.param(["--version"], ("pydantic", "rich", "tomli"), id="u73 the version"),
        pytest.param(["--help"], ("pydantic", "rich", "tomli"), id="u73 help"),
        pytest.param(
            ["next"],
            (
                "pmcareer.domain.curriculum.checks",
                "pmcareer.domain.curriculum.answers",
                "filelock",
                "simpleeval",
                "tomli_w",
            ),
            id="u74 next",
        ),
        pytest.param(["next", "--json"], ("rich",), id="u76 json"),
    ],
)
def test_u73_what_is_slow_to_load_is_not_loaded_for_what_must_be_quick(arguments, heavy):
    assert _loaded(arguments, heavy) == []


def test_u74_the_limits_of_start_up_are_a_benchmark_that_fails_and_every_change_is_held_to_them(
    monkeypatch,
):
    monkeypatch.syspath_prepend(CHECKOUT / "benchmarks")
    reached = runpy.run_path(str(CHECKOUT / "benchmarks" / "startup.py"))["REACHED"]
    assert {"next, a year", "next, ten years", "plan, three years", "log, a year"} <= reached.keys()
    assert "benchmarks/startup.py" in (CHECKOUT / ".ci" / "run").read_text(encoding="utf-8")


def test_u75_tab_loads_neither_rich_nor_pydantic():
    a_home()
    environment = {
        "_PMCAREER_COMPLETE": "complete_bash",
        "COMP_WORDS": "pmcareer log ",
        "COMP_CWORD": "2",
    }
    assert _loaded([], ("rich", "pydantic"), **environment) == []


def _loaded(arguments, heavy, **environment):
    """Name what of this a run of pmcareer has loaded."""
    code = (
        "import atexit, os, sys; from pmcareer.cli.main import run\n"
        f"atexit.register(lambda: print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr))\n"
        f"run({list(arguments)!r}, os.environ)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env=os.environ | environment,
    )
    return eval(done.stderr.strip().splitlines()[-1])  # noqa: S307 -- a list that we printed


def test_u77_the_readme_says_how_the_first_run_gets_quick_and_how_to_get_rid_of_it():
    text = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    assert "uv tool install --compile-bytecode" in text
    assert "uv tool uninstall pmcareer" in text


def test_u81_tools_of_developers_are_a_group_and_no_extra():
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "dev" in project["dependency-groups"]
    assert set(project["project"]["optional-dependencies"]) == {"ics", "test"}


def test_u82_lower_bounds_are_installed_and_tested():
    text = (CHECKOUT / ".ci" / "run").read_text(encoding="utf-8")
    assert 'line.replace(">=", "==")' in text
    assert '"$work/oldest/bin/python" -m pytest' in text


def test_u85_the_shipped_curriculum_names_its_schema_in_the_first_line():
    first = (CHECKOUT / "data" / "curriculum.toml").read_text(encoding="utf-8").partition("\n")[0]
    assert first == "#:schema ./curriculum.schema.json"
    assert (CHECKOUT / "data" / "curriculum.schema.json").is_file()


def test_u88_no_badge_is_issued_and_evidence_is_kept():
    entry = run_cli("log", "pmf-04", "--evidence", "https://example.org/a", "--json").json["entry"]
    assert entry["evidence"] == "https://example.org/a"
    assert "badge" not in run_cli("export", "-h").out.lower()


def test_u91_a_promise_about_options_stands_where_changes_are_told():
    text = (CHECKOUT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "Semantic Versioning" in text
    assert re.search(r"commands, options, exit codes, JSON keys", text)
