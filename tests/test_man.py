"""The manual page: made from the help, so that it can't say anything else."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pmcareer.cli.cards import MODULES

SCRIPT = Path(__file__).parents[1] / "docs" / "man.py"
MANDOC = shutil.which("mandoc")


@pytest.fixture
def page(tmp_path):
    target = tmp_path / "pmcareer.1"
    subprocess.run([sys.executable, SCRIPT, target], check=True)
    return target


def test_it_has_every_command_and_what_help_says_of_it(page):
    text = page.read_text(encoding="utf-8")
    assert [name for name in MODULES if f".SS pmcareer {name}" not in text] == []
    assert "export markdown \\-\\-output portfolio.md" in text
    assert ".SH EXIT STATUS" in text


def test_it_is_the_same_whenever_it_is_made(page, tmp_path):
    again = tmp_path / "again.1"
    subprocess.run([sys.executable, SCRIPT, again], check=True)
    assert again.read_bytes() == page.read_bytes()


@pytest.mark.skipif(MANDOC is None, reason="needs mandoc")
def test_mandoc_finds_no_fault_with_it(page):
    done = subprocess.run(
        [MANDOC, "-T", "lint", "-W", "error", page], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (0, "")
