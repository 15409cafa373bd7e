"""What is put off is there for whoever uses it."""

import subprocess
import sys
from importlib.metadata import entry_points, metadata, packages_distributions

USED = """
from importlib.metadata import entry_points, metadata, packages_distributions
print([metadata("typer")["Name"], len(entry_points()), len(packages_distributions())])
import csv
print([*csv.reader(["a,b"])])
"""


def test_packages_are_read_as_ever():
    put_off = "from pmcareer.cli.put_off import put_off_plugins; put_off_plugins()"
    found = subprocess.run(
        [sys.executable, "-c", put_off + USED], check=True, capture_output=True, text=True
    )
    ours = [metadata("typer")["Name"], len(entry_points()), len(packages_distributions())]
    assert found.stdout.splitlines() == [str(ours), "[['a', 'b']]"]
