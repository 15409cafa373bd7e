"""docs/examples holds what eleven people see. `python tests/test_examples.py --update` writes the screens anew."""

import os
import re
import shlex
import sys
import tempfile
import tomllib
from pathlib import Path

import pytest

from running import run_cli
from sweeps import sweep
from test_readme import COMMAND, SCREENS

EXAMPLES = sorted((Path(__file__).parents[1] / "docs" / "examples").glob("*.md"))
LOGBOOK = "~/.local/share/pmcareer/logbook.toml"
STORED = re.compile(r"(?s)Stored\sin\s.+?\sas\s(\S+)\.\sTake\sit\sback:\spmcareer\sundo")
"""Wherever the lines break: that depends on how long the path is."""


@pytest.mark.parametrize(
    "example", sweep(EXAMPLES, quick=EXAMPLES[::6]), ids=lambda path: path.stem
)
def test_the_example_is_what_its_person_sees(example):
    shown = example.read_text(encoding="utf-8")
    assert as_run(shown) == shown
    assert "```console\n```" not in shown


def test_there_are_eleven_people():
    assert len(EXAMPLES) == 11


WHOLE = (
    *("back", "construction", "freelance", "pmo-analyst"),
    *("pmo-manager-of", "programme-manager", "qa", "scrum"),
)


@pytest.mark.parametrize("person", WHOLE)
def test_a_person_is_shown_first_task_dates_gates_certificate_and_what_helps(person):
    (example,) = [path for path in EXAMPLES if path.stem.startswith(person)]
    shown = example.read_text(encoding="utf-8")

    for words in ("pmcareer next", "pmcareer plan", "pmcareer gap", "pmcareer certificate"):
        assert f"\n$ {words}" in shown
    assert re.search(r"\n(Advice|Try|Read) ", shown)


def as_run(text):
    """Give the document with every screen as it is now, for a person who starts with nothing."""
    return SCREENS.sub(lambda screen: f"```console\n{_screen(screen[1])}```", text)


def _screen(block):
    return "\n".join(f"$ {command}\n{_printed(command)}" for command in COMMAND.findall(block))


def _printed(command):
    result = run_cli(*shlex.split(command)[1:], COLUMNS="80")
    assert result.code == 0, result.err
    return _masked(result.out + result.err)


def _masked(printed):
    """Put what is random or of this machine as the documents have it: ids of entries, and where the logbook lies."""
    home = Path(os.environ["PMCAREER_HOME"])
    for number, entry in enumerate(
        tomllib.loads((home / "logbook.toml").read_text(encoding="utf-8"))["entries"]
    ):
        printed = printed.replace(entry["id"], f"k7f3q2m9x{number}")
    return STORED.sub(rf"Stored in {LOGBOOK} as \1. Take it back:\npmcareer undo", printed)


if __name__ == "__main__":
    if sys.argv[1:] != ["--update"]:
        sys.exit("It takes --update, and nothing else.")
    for path in EXAMPLES:
        with tempfile.TemporaryDirectory() as person:
            os.environ |= {"PMCAREER_HOME": f"{person}/home", "XDG_STATE_HOME": f"{person}/state"}
            path.write_text(as_run(path.read_text(encoding="utf-8")), encoding="utf-8")
