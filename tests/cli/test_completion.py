"""What TAB offers, and what it must never carry into a shell."""

import shutil
import subprocess

import pytest

from pmcareer.cli.evidence import USES
from pmcareer.cli.typer_parts import FILES
from pmcareer.commands.list import KINDS
from pmcareer.domain.ground.vocabulary import LISTABLE
from running import a_home, run_cli, run_loaded, run_process

from builders import (
    a_curriculum,
    a_framework,
    a_gate,
    a_prompt,
    a_role,
    a_step,
    an_answer,
    an_exercise,
    deferred,
    finished,
    worked,
)

ZSH = shutil.which("zsh")


def offered(line, **environment):
    """Ask as bash does."""
    words = line.split(" ")
    return run_loaded(
        _PMCAREER_COMPLETE="complete_bash",
        COMP_WORDS=line,
        COMP_CWORD=str(len(words) - 1),
        **environment,
    )


def test_the_answers_to_a_question_are_offered_behind_it():
    answers = an_answer("open"), an_answer("slow")
    a_home(a_curriculum(an_exercise("rsk-01"), a_prompt("q01", answers=answers)))
    assert offered("pmcareer answer q01 s").out.split("\n")[0].startswith("slow")
    assert offered("pmcareer answer q99 ").out.strip() == ""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("pmcareer hist", ["history"], id="commands"),
        pytest.param("pmcareer defer rsk-0", ["rsk-01", "rsk-02"], id="exercises"),
        pytest.param("pmcareer work rsk-0", ["rsk-01", "rsk-02"], id="what has a sheet"),
        pytest.param("pmcareer profile --role tech", ["tech-pm"], id="roles"),
        pytest.param("pmcareer list exer", ["exercises"], id="kinds"),
        pytest.param("pmcareer assess risk 3 --by man", ["manager"], id="fixed words"),
        pytest.param("pmcareer gap --framework apm", ["apm-9"], id="frameworks"),
        pytest.param("pmcareer help exi", ["exit-codes"], id="topics of help"),
        pytest.param("pmcareer --no-p", ["--no-pager"], id="options of every command"),
        pytest.param("pmcareer history --lim", ["--limit"], id="options"),
    ],
)
def test_tab_offers_what_fits(line, expected):
    a_home(
        a_curriculum(
            an_exercise("rsk-01"),
            an_exercise("rsk-02"),
            an_exercise("pln-01", skill="planning"),
            a_framework("apm-9"),
        )
    )
    assert offered(line).out.split() == expected


def test_tab_offers_the_ids_of_entries():
    a_home(a_curriculum(an_exercise("rsk-01")))
    name = run_cli("lesson", "Ask first", "--json").json["entry"]["id"]
    assert offered("pmcareer undo ").out.split() == [name]


@pytest.mark.parametrize("text", ["format = 1\n[[exercises]]\nid = ", "\0\0", "not toml at all"])
def test_a_broken_curriculum_offers_nothing_and_says_nothing(text):
    (a_home() / "curriculum.toml").write_text(text, encoding="utf-8")
    result = offered("pmcareer defer r")
    assert result.out.strip() == ""
    assert result.err == ""


@pytest.mark.parametrize("shell", ["complete_zsh", "complete_fish", "complete_bash"])
def test_a_hostile_curriculum_reaches_no_shell(shell):
    hostile = (
        'format = 1\ntitle = "`touch marker`"\nversion = "1"\n[[exercises]]\nid = "$(touch marker)"\n'
        '[[exercises]]\nid = "rsk-01`touch marker`"\n[[exercises]]\nid = "rsk-02"\ntitle = "`touch marker`"\n'
    )
    (a_home() / "curriculum.toml").write_text(hostile, encoding="utf-8")
    result = run_loaded(
        _PMCAREER_COMPLETE=shell,
        COMP_WORDS="pmcareer defer ",
        COMP_CWORD="2",
        _TYPER_COMPLETE_ARGS="pmcareer defer ",
        _TYPER_COMPLETE_FISH_ACTION="get-args",
    )
    assert "rsk-02" in result.out
    # A title is shown as a word; whatever a shell could read is gone from it, and such an id whole.
    assert result.out.count("touch") == (shell != "complete_bash")
    assert not set("`$\\'") & set(result.out)


@pytest.mark.slow
@pytest.mark.skipif(ZSH is None, reason="needs zsh")
def test_zsh_runs_nothing_that_stands_in_help(tmp_path):
    done = run_process(_PMCAREER_COMPLETE="complete_zsh", _TYPER_COMPLETE_ARGS="pmcareer ")
    subprocess.run(
        [ZSH, "-c", f"_arguments() {{ :; }}\neval {done.out!r}"], check=False, cwd=tmp_path
    )
    assert list(tmp_path.iterdir()) == []
    assert not set("`$") & set(done.out)


def test_what_can_be_listed_is_what_tab_and_help_name():
    assert offered("pmcareer list ").out.split() == list(LISTABLE)
    assert set(KINDS) == set(LISTABLE)
    text = " ".join(run_cli("list", "-h").out.split())
    assert f"{', '.join(LISTABLE[:-1])} or {LISTABLE[-1]}." in text


def test_help_and_tab_name_the_uses_of_story_alike():
    assert offered("pmcareer story ").out.split() == list(USES)
    assert f"{', '.join(USES[:-1])} or {USES[-1]}." in run_cli("story", "-h").out


def test_tab_offers_steps_and_gates_where_they_can_be_named():
    shipped = offered("pmcareer log ").out.split()
    assert {"pmf-01", "h01", "j3", "secondment-ask", "tech-pm-portfolio"} <= set(shipped)
    put_off = set(offered("pmcareer defer ").out.split())
    assert {"pmf-01", "j3", "secondment-ask"} <= put_off
    assert not put_off & {"h01", "tech-pm-portfolio"}
    assert {"j3", "tech-pm-portfolio"} <= set(offered("pmcareer show ").out.split())


def test_tab_offers_the_steps_and_gates_of_ones_own_curriculum():
    gated = a_role("lead", gates=(a_gate("budget", kind="confirmed"),))
    a_home(a_curriculum(an_exercise("rsk-01"), gated, a_step("ask", **{"for": "lead"})))
    assert offered("pmcareer log ").out.split() == ["rsk-01", "ask", "budget"]


LOGGED = (
    finished("rsk-01", on="2026-11-02"),
    worked("rsk-03", 45, on="2026-11-03"),
    deferred("rsk-02", "2027-01-01", on="2026-11-04"),
)
RISKS = a_curriculum(
    an_exercise("rsk-01", title="Risk register"),
    an_exercise("rsk-02", title="Risk workshop"),
    an_exercise("rsk-03", title="Risk report"),
)


def with_titles(line, **environment):
    """Ask as fish does: each offer with its title."""
    answered = run_loaded(
        _PMCAREER_COMPLETE="complete_fish",
        _TYPER_COMPLETE_ARGS=line,
        _TYPER_COMPLETE_FISH_ACTION="get-args",
        **environment,
    )
    return [tuple(offer.split("\t")) for offer in answered.out.splitlines()]


def test_tab_offers_titles_what_is_begun_first_and_what_is_done_last():
    a_home(RISKS, *LOGGED)
    assert with_titles("pmcareer log rsk") == [
        ("rsk-03", "Risk report"),
        ("rsk-02", "Risk workshop"),
        ("rsk-01", "Risk register"),
    ]


def test_tab_offers_only_what_a_command_takes():
    a_home(RISKS, *LOGGED)
    assert offered("pmcareer defer ").out.split() == ["rsk-03", "rsk-02"]
    (a_home() / "curriculum.toml").unlink()
    assert "operations-secondment" in offered("pmcareer profile --without ").out.split()
    goals = offered("pmcareer plan ").out.split()
    assert "tech-pm" in goals
    assert "operations-secondment" not in goals
    assert offered("pmcareer plan --target ").out.split() == goals


def test_tab_offers_entries_with_day_and_exercise_the_newest_first_and_none_that_is_gone():
    a_home(RISKS, *LOGGED)
    last = run_cli("undo", "--json").json["entry"]["id"]
    words = [title for _, title in with_titles("pmcareer undo ")]
    taken = f"21 Nov 2026, void {LOGGED[2].id}"
    assert words == [taken, "3 Nov 2026, worked rsk-03", "2 Nov 2026, finished rsk-01"]
    assert offered("pmcareer undo ").out.split()[0] == last


def test_tab_offers_every_command_with_what_it_is_for_and_done_beside_log():
    commands = dict(with_titles("pmcareer "))
    assert commands["done"] == "another word for log"
    assert commands["log"].startswith("what you did")


def test_bash_lists_titles_and_completes_ids():
    a_home(RISKS, *LOGGED)
    listed = offered("pmcareer log rsk", COMP_TYPE="63", COLUMNS="80").out.splitlines()
    assert listed == ["rsk-03  Risk report", "rsk-02  Risk workshop", "rsk-01  Risk register"]
    assert offered("pmcareer log rsk", COMP_TYPE="9").out.split() == ["rsk-03", "rsk-02", "rsk-01"]
    # One that is left is put into the line, and must be no more than a word.
    assert offered("pmcareer log rsk-03", COMP_TYPE="63").out.split() == ["rsk-03"]
    day = offered("pmcareer undo ", COMP_TYPE="63", COLUMNS="80").out.splitlines()[-1]
    assert day.endswith("2 Nov 2026, finished rsk-01")


def test_a_list_in_bash_is_no_wider_than_the_terminal():
    a_home(a_curriculum(an_exercise("rsk-01", title="long " * 30), an_exercise("rsk-02")))
    listed = offered("pmcareer log rsk", COMP_TYPE="63", COLUMNS="50").out.splitlines()
    assert 40 < max(map(len, listed)) < 50


def test_tab_knows_exercises_where_the_logbook_cannot_be_read():
    a_home(RISKS)
    (a_home() / "logbook.toml").write_text("format = 1\n[[entries]\n", encoding="utf-8")
    assert offered("pmcareer log rsk").out.split() == ["rsk-01", "rsk-02", "rsk-03"]
    assert offered("pmcareer undo ").out.split() == []


def test_tab_offers_levels_and_the_words_of_options():
    a_home()
    assert offered("pmcareer assess risk ").out.split() == list("012345")
    assert offered("pmcareer profile --education b").out.split() == ["bachelor"]


@pytest.mark.parametrize("line", ["pmcareer next ", "pmcareer log --on ", "pmcareer plan --by "])
def test_no_file_is_offered_where_none_is_taken(line):
    assert offered(line).out.strip() == ""


@pytest.mark.parametrize(
    "line",
    ["pmcareer check ", "pmcareer merge my", "pmcareer export csv -o ", "pmcareer --home ~/a"],
)
def test_files_are_left_to_the_shell_where_one_is_taken(line):
    assert offered(line).out.strip() == FILES
