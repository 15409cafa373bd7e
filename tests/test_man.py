"""What is installed beside the program: made from it, so that it can't say anything else."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pmcareer.cli.cards import MODULES

CHECKOUT = Path(__file__).parents[1]
SCRIPT = CHECKOUT / "docs" / "man.py"
SHARE = CHECKOUT / "share"
PAGE = SHARE / "man" / "man1" / "pmcareer.1"
PLACES = [
    "bash-completion/completions/pmcareer",
    "fish/vendor_completions.d/pmcareer.fish",
    "man/man1/pmcareer.1",
    "zsh/site-functions/_pmcareer",
]
"""Where man and the shells look below a prefix's share."""
MANDOC = shutil.which("mandoc")


def test_what_is_kept_is_what_the_program_says_today(tmp_path):
    """When it is not: python docs/man.py."""
    subprocess.run([sys.executable, SCRIPT, tmp_path], check=True)
    assert _texts(SHARE) == _texts(tmp_path)


def _texts(folder):
    return {
        file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8")
        for file in folder.rglob("*")
        if file.is_file()
    }


def test_each_file_lies_where_it_is_looked_for():
    assert sorted(_texts(SHARE)) == PLACES


def test_the_page_has_every_command_and_what_help_says_of_it():
    text = PAGE.read_text(encoding="utf-8")
    assert [name for name in MODULES if f".SS pmcareer {name}" not in text] == []
    assert "export markdown \\-\\-output portfolio.md" in text
    assert ".SH EXIT STATUS" in text


@pytest.mark.skipif(MANDOC is None, reason="needs mandoc")
def test_mandoc_finds_no_fault_with_it():
    done = subprocess.run(
        [MANDOC, "-T", "lint", "-W", "error", PAGE], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (0, "")
