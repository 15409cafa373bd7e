"""Whoever has to wait for another pmcareer is told so while it lasts."""

import os
import subprocess
import sys

import pytest

from disks import a_holder
from pmcareer.settings import settings_of
from running import run_process


@pytest.mark.slow  # each waits for a second; faults/test_two_at_once waits in this process
@pytest.mark.parametrize(
    "command",
    [
        pytest.param(("log", "pmf-02"), id="an exercise"),
        pytest.param(("lesson", "Ask first"), id="any other entry"),
    ],
)
def test_a_command_that_waits_says_for_whom_and_stores_its_entry_then(command):
    settings = settings_of(os.environ)
    holder = a_holder(settings.logbook, settings.state)
    with subprocess.Popen(
        [sys.executable, "-m", "pmcareer", *command],
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
    assert "Wrong? " in out


@pytest.mark.slow
def test_a_script_whose_command_fails_after_a_wait_reads_one_object_and_nothing_else():
    settings = settings_of(os.environ)
    holder = a_holder(settings.logbook, settings.state)
    refused = run_process("log", "pmf-02", "--json")
    holder.communicate("")
    assert refused.error["code"] == "not-stored"
    assert f"process {holder.pid}" in refused.error["message"]
    assert refused.error["stored"] == []
