"""Every command of the menu, new ones too, in surroundings that nobody chose: no traceback, and a sane code."""

import os
import re
from pathlib import Path

import pytest

from pmcareer.cli.cards import MODULES
from pmcareer.views.parts.typed import commands_in
from running import a_home, run_cli, run_on_terminal, run_shell
from sweeps import sweep

from builders import a_lesson, a_profile, closed, finished, practised, worked

SIGNS = re.compile(r"[\u2190-\u21ff\u2500-\u259f\u2800-\u28ff\u2713•○◐]")
ARGUMENTS = {
    "answer": ("q01", "A coordinator → of “things”"),
    "defer": ("pmf-04", "--until", "+14d"),
    "experience": ("leading", "--from", "2024-03-01"),
    "export": ("markdown",),
    "lesson": ("Ask → first",),
    "list": ("exercises",),
    "log": ("pmf-04", "--minutes", "45", "--no-input"),
    "merge": ("LOGBOOK",),
    "plan": ("--all", "--why"),
    "project": ("Umzug → Süd", "--outcome", "Done ✓"),
    "show": ("tech-pm",),
    "start": ("--role", "programmer", "--no-input"),
    "story": ("matrix",),
}
"""What a command is given here; one that is new is typed alone until somebody knows better."""
TALKING = {"start", "edit"}
"""They ask, or open an editor, where somebody sits at a terminal."""


@pytest.fixture
def logbook():
    home = a_home(
        None,
        a_profile(role="project-coordinator", target="tech-pm", hours_per_week=6.0),
        finished("pmf-01", on="2026-11-02", note="Überzeugt → „ja“ \U0001f44d"),
        worked("pmf-02", 45, on="2026-11-10"),
        practised("h02", on="2026-11-17"),
        closed("Umzug → Süd", outcome="On the day ✓", on="2026-10-30"),
        a_lesson("Ask → first", on="2026-11-18"),
    )
    return home / "logbook.toml"


def line_of(command, logbook):
    return (
        command,
        *(str(logbook) if word == "LOGBOOK" else word for word in ARGUMENTS.get(command, ())),
    )


def is_sane(result, codes=(0, 1)):
    return result.code in codes and "Traceback" not in result.out + result.err


@pytest.mark.parametrize("command", MODULES)
class TestInThisProcess:
    def test_it_answers(self, command, logbook):
        result = run_cli(*line_of(command, logbook), EDITOR="true")
        assert result.code == 0
        assert result.out

    def test_without_anything_on_record_it_says_something_useful(self, command, home):
        result = run_cli(*line_of(command, home / "logbook.toml"), EDITOR="true")
        assert is_sane(result)
        assert result.out or result.err


@pytest.mark.parametrize("command", sweep(MODULES, quick=[*MODULES][::6]))
class TestOfBrokenFiles:
    def test_a_broken_curriculum_is_code_three_or_no_matter(self, command, logbook):
        (logbook.parent / "curriculum.toml").write_text(
            "format = 1\n[[exercises]\n", encoding="utf-8"
        )
        result = run_cli(*line_of(command, logbook), EDITOR="true")
        assert is_sane(result, codes=(0, 1, 3))

    def test_a_broken_logbook_is_told_and_never_written_to(self, command, logbook):
        broken = logbook.read_bytes() + b'\n[[entries]]\nkind = "finis'
        logbook.write_bytes(broken)
        result = run_cli(*line_of(command, logbook), EDITOR="true")
        assert is_sane(result, codes=(0, 1, 3))
        assert logbook.read_bytes() == broken


@pytest.mark.parametrize("command", sweep(MODULES, quick=[*MODULES][1::6]))
class TestHowItLooks:
    def test_twenty_columns_are_enough_and_lose_no_line(self, command, logbook):
        result = run_cli(*line_of(command, logbook), COLUMNS="20", EDITOR="true")
        assert result.code == 0
        if command not in {"export", "schema"}:
            assert max(len(line) for line in result.out.splitlines()) <= 20

    @pytest.mark.parametrize("columns", sweep(["40", "80"], quick=["40"]))
    def test_no_line_is_longer_than_the_window(self, command, logbook, columns):
        result = run_cli(*line_of(command, logbook), COLUMNS=columns, EDITOR="true")
        if command not in {"export", "schema"}:
            assert max(len(line) for line in result.out.splitlines()) <= int(columns)

    @pytest.mark.parametrize("columns", sweep(["40", "60", "80"], quick=["60"]))
    def test_no_command_is_broken_that_fits_a_line(self, command, logbook, columns):
        whole = run_cli(*line_of(command, logbook), EDITOR="true").out
        lines = run_cli(*line_of(command, logbook), COLUMNS=columns, EDITOR="true").out.splitlines()
        words = " ".join(" ".join(lines).split())
        named = [whole[begin:end] for begin, end in commands_in(whole)]
        shown = [each for each in named if each in words and len(each) <= int(columns)]
        assert [each for each in shown if not any(each in line for line in lines)] == []

    def test_a_day_is_written_as_one_would_say_it(self, command, logbook):
        if command in {"export", "schema", "doctor"}:
            pytest.skip("what it writes is for programs, or for who reports a fault")
        out = run_cli(*line_of(command, logbook), EDITOR="true", COLUMNS="80").out
        # Ids of these tests have days in them; a command is typed with its day.
        words = re.sub(r"\S+-\d{4}-\d\d-\d\d|[^\n]*pmcareer [^\n]*", "", out)
        assert not re.search(r"\d{4}-\d\d-\d\d", words)

    @pytest.mark.parametrize("encoding", sweep(["ascii", "cp1252"], quick=["ascii"]))
    def test_a_narrow_encoding_is_no_reason_to_fail(self, command, logbook, encoding):
        if command == "export":
            pytest.skip("its files are UTF-8, whatever the terminal is")
        assert (
            run_cli(*line_of(command, logbook), encoding=encoding, EDITOR="true", COLUMNS="80").code
            == 0
        )

    def test_no_escape_code_reaches_a_pipe(self, command, logbook):
        result = run_cli(*line_of(command, logbook), EDITOR="true", NO_COLOR="1", FORCE_COLOR="1")
        assert "\x1b" not in result.out + result.err

    def test_plain_answers_have_no_signs_of_ours(self, command, logbook):
        if command in {
            "answer",
            "lesson",
            "undo",
            "project",
            "history",
            "export",
            "show",
            "schema",
            "edit",
        }:
            pytest.skip(
                "its answer repeats texts of the user or of the curriculum, which may hold signs"
            )
        result = run_cli(*line_of(command, logbook), "--plain", EDITOR="true", COLUMNS="80")
        assert SIGNS.search(result.out) is None


SURROUNDINGS = [
    pytest.param("LC_ALL=C {line}", id="the C locale"),
    pytest.param("{line} <&-", id="no stdin"),
    pytest.param("{line} >&-", id="no stdout"),
    pytest.param("{line} 2>&-", id="no stderr"),
    pytest.param(
        "{line} | head -c 1 >/dev/null; exit ${{PIPESTATUS[0]}}", id="a reader who has seen enough"
    ),
    pytest.param("mkdir gone; cd gone; rmdir ../gone; {line}", id="a folder that is gone"),
    pytest.param("unset HOME XDG_DATA_HOME XDG_STATE_HOME; {line}", id="no home"),
]


def files_below(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.slow
@pytest.mark.parametrize("command", MODULES)
class TestInAProcessOfItsOwn:
    @pytest.mark.parametrize("surrounding", SURROUNDINGS)
    def test_a_poor_surrounding_is_no_reason_to_fail(self, command, surrounding, logbook, tmp_path):
        line = " ".join(["pmcareer", *(f"'{word}'" for word in line_of(command, logbook))])
        result = run_shell(f"cd '{tmp_path}'; {surrounding.format(line=line)}", EDITOR="true")
        assert result.code == 0
        assert "Traceback" not in result.err

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
    def test_a_lost_answer_is_one_sentence_and_a_failure_only_where_no_file_changed(
        self, command, logbook
    ):
        line = " ".join(["pmcareer", *(f"'{word}'" for word in line_of(command, logbook))])
        before = files_below(logbook.parent)
        result = run_shell(f"{line} >/dev/full", EDITOR="true")
        assert result.code == int(files_below(logbook.parent) == before)
        assert "could not be written" in result.err
        assert "Traceback" not in result.err

    @pytest.mark.skipif(os.name != "posix", reason="needs a terminal")
    def test_a_terminal_without_colour_gets_none(self, command, logbook):
        if command in TALKING:
            pytest.skip("it talks with whoever sits at a terminal")
        result = run_on_terminal(*line_of(command, logbook), NO_COLOR="1")
        assert "\x1b" not in result.out
        assert result.code == 0
