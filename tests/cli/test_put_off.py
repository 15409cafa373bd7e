"""What is put off is there for whoever uses it."""

import subprocess
import sys
from importlib.metadata import entry_points, metadata, packages_distributions

PUT_OFF = "from pmcareer.cli.put_off import put_off_plugins; put_off_plugins()\n"
LOADED = """
import importlib.metadata, sys, types
names = "csv", "importlib.metadata._adapters", "zipfile"
print([name for name in names if type(sys.modules.get(name)) is types.ModuleType])
"""
USED = """
from importlib.metadata import entry_points, metadata, packages_distributions
print([metadata("typer")["Name"], len(entry_points()), len(packages_distributions())])
import csv
print([*csv.reader(["a,b"])])
"""


def test_packages_are_read_as_ever():
    found = said_by(PUT_OFF + USED)
    ours = [metadata("typer")["Name"], len(entry_points()), len(packages_distributions())]
    assert found.splitlines() == [str(ours), "[['a', 'b']]"]


def test_what_they_need_is_loaded_no_sooner():
    assert said_by(PUT_OFF + LOADED) == "[]\n"
    assert said_by(LOADED) != "[]\n"


def said_by(program):
    line = [sys.executable, "-c", program]
    return subprocess.run(line, check=True, capture_output=True, text=True).stdout
