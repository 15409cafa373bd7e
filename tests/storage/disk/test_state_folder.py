"""What of the state folder can't be used is found, however deep it lies; files in it are one's own."""

import os
import subprocess
import sys

import pytest

from others import a_folder_for_all
from pmcareer.storage.disk.state_folder import closed_in, without

CLOSING = """
import os, sys
from pathlib import Path
from pmcareer.storage.disk.state_folder import closed_in
state = Path(sys.argv[1])
if os.geteuid() == 0:
    # Root may do everything.
    os.setgroups([]); os.setgid(12_345); os.setuid(12_345)
for name in sys.argv[2:]:
    (state / name).mkdir(parents=True, exist_ok=True)
print(closed_in(state))
for name in sys.argv[2:]:
    folder = state / name
    for mode in (0, 0o300, 0o500, 0o600):
        folder.chmod(mode)
        print(closed_in(state) == (folder, "permission denied"))
    folder.chmod(0o700)
state.parent.chmod(0)
print(closed_in(state) == (state, "permission denied"))
state.parent.chmod(0o700)
"""
FOLDERS = [".", "locks", "snapshots", "snapshots/one", "receipts/one", "conflict-copies"]


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")
def test_whichever_folder_is_closed_is_named_with_the_reason():
    """G07."""
    with a_folder_for_all() as place:
        command = [sys.executable, "-c", CLOSING, str(place / "theirs/state"), *FOLDERS]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["None", *["True"] * (4 * len(FOLDERS) + 1)]


def test_a_state_folder_that_is_not_there_yet_is_fine(tmp_path):
    assert closed_in(tmp_path / "state") is None


def test_files_that_lie_in_it_are_fine(tmp_path):
    """What was cut off a torn logbook lies there, and a desktop leaves files of its own."""
    (tmp_path / "snapshots/one").mkdir(parents=True)
    for folder in (".", "snapshots", "snapshots/one"):
        (tmp_path / folder / ".DS_Store").touch()
    assert closed_in(tmp_path) is None


def test_what_is_missed_without_a_folder_is_said_whatever_the_folder(tmp_path):
    said = {
        ".": "no snapshot is kept, and a loss may go unnoticed",
        "locks": "the logbook's folder alone keeps writers apart",
        "snapshots/one": "no snapshot is kept",
        "receipts/one": "a loss may go unnoticed",
        "conflict-copies": "nothing can be put there",
    }
    assert {name: without(tmp_path / name, tmp_path) for name in said} == said
