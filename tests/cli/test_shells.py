"""TAB in real shells: what is offered arrives, and nothing that a curriculum says is run."""

import os
import pty
import re
import select
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from running import a_home, run_cli

from builders import finished

pytestmark = pytest.mark.slow

HOSTILE = """\
format = 1
title = "`touch marker`"
version = "1"
[[skills]]
id = "risk"
title = "$(touch marker)"
side = "ways-of-working"
[[exercises]]
id = "rsk-02"
title = "`touch marker` $(touch marker) '; touch marker; ' \\" > marker"
[[exercises]]
id = "rsk-03"
title = "${(e):-$(touch marker)}"
[[exercises]]
id = "$(touch marker)"
title = "x"
[[exercises]]
id = "rsk-04`touch marker`"
title = "x"
[[exercises]]
id = "rsk-05;touch marker"
title = "x"
[[exercises]]
id = "rsk-06\\ntouch marker\\n"
title = "x"
[[exercises]]
id = "rsk-0*"
title = "x"
"""
SEQUENCE = re.compile(r"\x1b(\[[0-9;?]*[A-Za-z]|\(B|\][^\x07]*\x07|[=>])")
"""What a shell sends to move and to colour."""
SHARE = Path(__file__).parents[2] / "share"
SETSID = shutil.which("setsid") or "setsid"
SETTINGS = "PS1='> '; PROMPT='> '; bind 'set bell-style none' 2>/dev/null"
START = {
    "bash": (
        ["bash", "--noprofile", "--norc", "-i"],
        f'{SETTINGS}; eval "$(pmcareer --show-completion bash)"',
    ),
    "zsh": (
        ["zsh", "-f", "-i"],
        (
            "PROMPT='> '; autoload -U compinit; compinit -D -u; "
            "pmcareer --show-completion zsh >c; source ./c"
        ),
    ),
    "fish": (
        ["fish", "--no-config", "-i"],
        "function fish_prompt; echo '> '; end; pmcareer --show-completion fish | source",
    ),
}


class Terminal:
    """A shell on a terminal of its own."""

    def __init__(self, command, folder, environment):
        self.ours, theirs = pty.openpty()
        self.process = subprocess.Popen(
            [SETSID, "--ctty", *command],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=folder,
            env=environment,
        )
        os.close(theirs)

    def send(self, text):
        os.write(self.ours, text.encode())

    def read_until(self, wanted, seconds=20):
        """Read what is shown until it has this; give all of it."""
        seen = ""
        while wanted not in seen:
            ready, _, _ = select.select([self.ours], [], [], seconds)
            assert ready, f"no '{wanted}' in {seen!r}"
            seen += os.read(self.ours, 65536).decode(errors="replace")
        return seen

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        os.close(self.ours)


@pytest.fixture
def folder(tmp_path):
    """A folder with a `pmcareer` to start, and a curriculum that means harm."""
    (a_home() / "curriculum.toml").write_text(HOSTILE, encoding="utf-8")
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "pmcareer"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m pmcareer "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    work = tmp_path / "work"
    work.mkdir()
    return work


@pytest.fixture(params=list(START))
def terminal(request, folder):
    """Each shell in turn, with completion loaded."""
    command, setting = START[request.param]
    missing = [name for name in (SETSID, command[0]) if shutil.which(name) is None]
    if missing:
        pytest.skip(f"needs {missing[0]}")
    path = f"{folder.parent / 'bin'}{os.pathsep}{os.environ['PATH']}"
    with Terminal(
        command, folder, os.environ | {"PATH": path, "TERM": "xterm", "LANG": "C.UTF-8"}
    ) as shell:
        shell.send(f"{setting}; echo re''ady\n")
        shell.read_until("ready")
        yield shell


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        pytest.param("pmcareer hist", "history", id="a command"),
        pytest.param("pmcareer defer rsk-", "rsk-0", id="an exercise"),
        pytest.param("pmcareer assess ri", "risk", id="a skill"),
        pytest.param("pmcareer export mark", "markdown", id="a fixed word"),
    ],
)
def test_tab_completes_and_runs_nothing(terminal, folder, line, offered):
    terminal.send(line)
    terminal.read_until(line.rpartition(" ")[2][-2:])
    terminal.send("\t")
    terminal.read_until(offered.removeprefix(line.rpartition(" ")[2]))
    assert [path.name for path in folder.rglob("*marker*")] == []


def test_tab_lists_ids_and_no_hostile_one(terminal, folder):
    terminal.send("pmcareer defer rsk-0\t\t")
    seen = terminal.read_until("rsk-03")
    offers = SEQUENCE.sub("", seen).rpartition("rsk-03")[0].rpartition("rsk-02")[2]
    assert not set("`$;\\") & set(offers)
    assert "rsk-0*" not in seen
    assert list(folder.rglob("*marker*")) == []


def test_zsh_answers_the_first_tab_from_the_file_that_a_package_installs(folder):
    missing = [name for name in (SETSID, "zsh") if shutil.which(name) is None]
    if missing:
        pytest.skip(f"needs {missing[0]}")
    setting = f"PROMPT='> '; fpath=('{SHARE}/zsh/site-functions' $fpath)"
    load = "autoload -U compinit; compinit -u -D; echo re''ady"
    environment = {"PATH": f"{folder.parent / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    with Terminal(
        ["zsh", "-f", "-i"], folder, os.environ | environment | {"TERM": "xterm"}
    ) as shell:
        shell.send(f"{setting}; {load}\n")
        shell.read_until("ready")
        shell.send("pmcareer hist\t")
        shell.read_until("ory")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell", "pwsh"])
def test_each_shell_gets_its_own_script_whatever_shell_one_is_in(shell):
    marks = {"bash": "complete -o nosort", "zsh": "#compdef", "fish": "complete --command"}
    printed = run_cli("--show-completion", shell)
    assert (printed.code, printed.err) == (0, "")
    assert marks.get(shell, "Register-ArgumentCompleter") in printed.out


def test_a_shell_without_a_script_is_told_which_have_one():
    refused = run_cli("--show-completion", "tcsh")
    assert (refused.code, refused.out) == (2, "")
    assert "fish" in refused.err


def test_a_title_stands_beside_its_id_and_open_ones_come_first(terminal, folder):
    a_home(None, finished("rsk-02", on="2026-11-02"))
    terminal.send("pmcareer log rsk-0\t\t")
    seen = terminal.read_until("rsk-02").replace("\r", "")
    assert "rsk-03" in seen.rpartition("rsk-02")[0]
    assert "touch marker" in seen
    assert list(folder.rglob("*marker*")) == []


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        pytest.param("pmcareer log --on a-f\t\t!", "a-f!", id="a day is no file"),
        pytest.param("pmcareer plan --by a-f\t\t!", "a-f!", id="nor is a month"),
        pytest.param("pmcareer check a-f\t", "a-file.toml", id="a curriculum is one"),
        pytest.param("pmcareer export csv -o a-f\t", "a-file.toml", id="so is where to write"),
    ],
)
def test_tab_offers_files_only_where_a_file_is_taken(terminal, folder, line, seen):
    (folder / "a-file.toml").touch()
    terminal.send(line)
    shown = ""
    # zsh beeps where nothing fits, between what was typed before TAB and behind it.
    while seen not in SEQUENCE.sub("", shown).replace("\a", ""):
        shown += terminal.read_until(seen[-1])
