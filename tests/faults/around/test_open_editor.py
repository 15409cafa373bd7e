"""`edit` is open, and something else is done meanwhile."""

import shlex
import sys

import pytest

from faults.around.typed import all_quiet, entries, log
from running import run_loaded
from sweeps import sweep


def editor(tmp_path, lines):
    """Write a program that edits the file it is given: a person, as far as pmcareer can tell."""
    script = tmp_path / "editor.py"
    script.write_text(
        "import re, subprocess, sys\n"
        "from pathlib import Path\n"
        "path = Path(sys.argv[1])\n"
        "text = path.read_text(encoding='utf-8')\n"
        "def pmcareer(*words):\n"
        "    subprocess.run([sys.executable, '-m', 'pmcareer', *words], check=True,\n"
        "                   stdout=subprocess.DEVNULL)\n" + lines,
        encoding="utf-8",
    )
    return shlex.join([sys.executable, str(script)])


LAST = r"\n\[\[entries\]\](?:(?!\[\[entries\]\]).)*\Z"
CORRECTS = "path.write_text(text.replace('minutes = 60', 'minutes = 66', 1), encoding='utf-8')\n"
LOGS = "pmcareer('log', 'rsk-04', '--minutes', '44', '--id', 'meanwhile1')\n"


def test_what_edit_takes_out_is_no_alarm(logbook, tmp_path):
    """G03."""
    before = entries().keys()
    name = log("rsk-04")
    takes_out = f"path.write_text(re.sub({LAST!r}, '\\n', text, flags=re.DOTALL), encoding='utf-8')"
    answer = run_loaded("edit", EDITOR=editor(tmp_path, takes_out))
    assert answer.code == 0, answer.err
    assert name not in entries()
    assert entries().keys() == before
    assert all_quiet()


@pytest.mark.parametrize(
    "order",
    sweep([CORRECTS + LOGS, LOGS + CORRECTS], quick=[CORRECTS + LOGS]),
    ids=["before", "after"],
)
def test_what_is_logged_while_edit_is_open_and_what_was_edited_are_both_kept(
    logbook, tmp_path, order
):
    """G11."""
    names = list(entries())
    answer = run_loaded("edit", EDITOR=editor(tmp_path, order))
    assert answer.code == 0, answer.err
    now = entries()
    assert now["meanwhile1"]["minutes"] == 44
    assert now[names[0]]["minutes"] == 66
    assert now.keys() == {*names, "meanwhile1"}
    assert all_quiet()


def test_an_entry_taken_out_in_the_editor_stays_out_and_what_was_logged_comes_in(logbook, tmp_path):
    """G11."""
    name = log("rsk-05")
    takes_out = f"text = re.sub({LAST!r}, '\\n', text, flags=re.DOTALL)\npath.write_text(text)\n"
    answer = run_loaded("edit", EDITOR=editor(tmp_path, takes_out + LOGS))
    assert answer.code == 0, answer.err
    assert name not in entries()
    assert "meanwhile1" in entries()
    assert all_quiet()


def test_comments_written_while_something_was_logged_are_kept(logbook, tmp_path):
    """G11."""
    writes = (
        "path.write_text('# mine, above\\n' + text + '\\n# mine, below\\n', encoding='utf-8')\n"
    )
    answer = run_loaded("edit", EDITOR=editor(tmp_path, LOGS + writes))
    assert answer.code == 0, answer.err
    text = logbook.read_text(encoding="utf-8")
    assert text.startswith("# mine, above\n")
    assert "# mine, below\n" in text
    assert "meanwhile1" in entries()
