"""What TAB's offers look like to each shell, and that nothing in them can be run."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcareer.cli.completion import script_for
from pmcareer.cli.shells import MOST_LETTERS, harmless
from running import run_loaded, run_process

SHELL_SIGNS = set("`$\\\"';&|<>*?[]{}!#~^%=@:\n\t")


def test_a_title_is_stripped_of_what_a_shell_reads():
    assert harmless('`touch x` $(touch y) "a"; b | c & d: e') == "touch x (touch y) a, b c d - e"


@given(st.text())
def test_no_title_keeps_a_sign_that_a_shell_could_read(text):
    assert not SHELL_SIGNS & set(harmless(text))
    assert len(harmless(text)) <= MOST_LETTERS


def test_a_long_title_ends_with_a_whole_word():
    assert harmless("word " * 40).endswith("word")


def test_a_title_keeps_the_letters_of_every_script():
    assert harmless("プロジェクト憲章: Zoë, سجل المخاطر") == "プロジェクト憲章 - Zoë, سجل المخاطر"
    assert harmless("योजना \u202eabc 👩‍💻") == "योजना abc"
    assert harmless("長" * 200) == "長" * MOST_LETTERS


def test_zsh_gets_a_list_that_it_does_not_sort_and_files_only_where_they_are_asked_for():
    answered = run_loaded(_PMCAREER_COMPLETE="complete_zsh", _TYPER_COMPLETE_ARGS="pmcareer his")
    assert answered.out.startswith('local -a offered; offered=("history:what is logged')
    assert answered.out.strip().endswith("_describe -V pmcareer offered")
    none = run_loaded(_PMCAREER_COMPLETE="complete_zsh", _TYPER_COMPLETE_ARGS="pmcareer zzz")
    assert none.out.strip() == ""
    line = "pmcareer check "
    files = run_loaded(_PMCAREER_COMPLETE="complete_zsh", _TYPER_COMPLETE_ARGS=line)
    assert files.out.strip() == "_files"


def test_titles_load_no_screen():
    answered = run_process(
        _PMCAREER_COMPLETE="complete_zsh",
        _TYPER_COMPLETE_ARGS="pmcareer log ",
        PYTHONPROFILEIMPORTTIME="1",
    )
    assert "pmcareer.cli.shells" in answered.err
    assert "rich" not in answered.err
    assert "pydantic" not in answered.err


@pytest.mark.parametrize(
    ("shell", "kept"),
    [("bash", "-o nosort"), ("fish", "--keep-order"), ("zsh", "#compdef")],
)
def test_scripts_ask_the_shell_to_keep_our_order(shell, kept):
    assert kept in script_for(shell)


def test_a_script_that_is_installed_keeps_our_order_too(tmp_path):
    # Which shell one is in can't be told from inside a test: it is named.
    named = {"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}
    run_process("--install-completion", "bash", HOME=str(tmp_path), **named)
    installed = tmp_path / ".bash_completions" / "pmcareer.sh"
    assert "-o nosort" in installed.read_text("utf-8")


def test_a_bash_that_knows_no_nosort_completes_all_the_same():
    *_, first, second = script_for("bash").strip().splitlines()
    assert first.endswith("2>/dev/null ||")
    assert second.strip() == "complete -F _pmcareer_completion pmcareer"
