"""Whoever has to wait for another pmcareer is told so while it lasts."""

import os
import subprocess
import sys

import pytest

from disks import a_holder
from pmcareer.settings import settings_of


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(("log", "pmf-02"), id="an exercise"),
        pytest.param(("lesson", "Ask first"), marks=pytest.mark.slow, id="any other entry"),
    ],
)
def test_a_command_that_waits_says_for_whom_and_stores_its_entry_then(command):
    settings = settings_of(os.environ)
    holder = a_holder(settings.logbook, settings.state)
    with subprocess.Popen(
        [sys.executable, "-m", "pmcareer", *command, "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=os.environ | {"PYTHONUTF8": "1"},
    ) as waiting:
        said = waiting.stderr.readline()
        holder.communicate("")
        out, _ = waiting.communicate()
    assert said == f"Waiting for another pmcareer (process {holder.pid}) …\n"
    assert waiting.returncode == 0
    assert '"stored": true' in out
