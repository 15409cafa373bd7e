"""pmcareer run by another user of this machine, who has no rights of root's and often no name."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from running import TODAY

TESTS = Path(__file__).parent


@contextmanager
def a_folder_for_all():
    """A folder that users without a name reach, unlike pytest's own."""
    place = Path(tempfile.mkdtemp(prefix="pmcareer-"))
    place.chmod(0o777)
    try:
        yield place
    finally:
        shutil.rmtree(place)


def run_as(user, *arguments, cwd, **environment):
    """Run as another user, with a Python of this version that others can reach."""
    python = reachable_python()
    packages = [path for path in sys.path if path.endswith("site-packages")]
    source = TESTS.parent / "src"
    done = subprocess.run(
        [python, "-c", AS_USER, str(user), *arguments],
        check=False,
        capture_output=True,
        encoding="utf-8",
        cwd=cwd,
        env={
            "PATH": os.environ["PATH"],
            "PMCAREER_TODAY": TODAY,
            "PYTHONPATH": ":".join([str(source), str(TESTS), *packages]),
        }
        | environment,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done


AS_USER = """
import os, sys
user = int(sys.argv.pop(1))
os.setgroups([]); os.setgid(user); os.setuid(user)
sys.argv[0] = "pmcareer"
from pmcareer.cli.main import main
main()
"""


def reachable_python():
    """Find an interpreter of this version that no folder hides from other users."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    for python in (sys.executable, f"/usr/bin/{version}", f"/usr/local/bin/{version}"):
        real = Path(os.path.realpath(python))
        folders = [folder.stat().st_mode & 0o001 for folder in real.parents]
        if real.is_file() and all(folders):
            return str(real)
    return pytest.skip("no Python of this version that other users could run")


MANY = """
import json, os, sys
user = int(sys.argv[1])
os.setgroups([]); os.setgid(user); os.setuid(user)
from running import run_cli
answers = []
for command in json.loads(sys.argv[2]):
    answer = run_cli(*command)
    answers.append([command, answer.code, answer.out, answer.err])
json.dump(answers, sys.stdout)
"""


def run_many_as(user, commands, *, cwd, **environment):
    """Run one command after the other as another user, in one process; give [command, code, out, err] of each."""
    packages = [path for path in sys.path if path.endswith("site-packages")]
    folders = [str(TESTS.parent / "src"), str(TESTS), *packages]
    done = subprocess.run(
        [reachable_python(), "-c", MANY, str(user), json.dumps(commands)],
        check=True,
        capture_output=True,
        encoding="utf-8",
        cwd=cwd,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": ":".join(folders)} | environment,
    )
    return json.loads(done.stdout)
