"""What every test stands on: nobody's real logbook can be reached from here."""

import gc
import itertools
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples on every machine and in every run: a red suite stays red until somebody mends it.
# .ci/run goes through it a second time with more of them: --hypothesis-profile=thorough.
for profile, examples in (("thorough", 200), ("ci", 25)):
    settings.register_profile(
        profile, max_examples=examples, derandomize=True, deadline=None, database=None
    )
settings.load_profile("ci")

# The shell makes a background job ignore SIGINT, and every process that a test starts would inherit
# that: those that are to be interrupted would never end.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# Whoever wants no bytecode would wait for it: each worker would compile all tests anew, for ten seconds.
sys.dont_write_bytecode = False

# Thousands of tests are looked through for garbage seldom: the program collects none itself.
# Not frozen: hypothesis asks the collector who holds its random numbers.
gc.set_threshold(200_000, 10, 10)

# What is stored is written through to the disk, for which the suite would wait longer than for all else: its
# files lie in memory, unless somebody says where, there is little of it, or no program may be run from there.
MEMORY, ROOM = Path("/dev/shm"), 2 * 2**30  # noqa: S108 -- pytest makes a folder of its own there
if (
    not {"TMPDIR", "PYTEST_DEBUG_TEMPROOT"} & os.environ.keys()
    and os.access(MEMORY, os.W_OK | os.X_OK)
    and shutil.disk_usage(MEMORY).free > ROOM
    and not os.statvfs(MEMORY).f_flag & os.ST_NOEXEC
):
    os.environ["PYTEST_DEBUG_TEMPROOT"] = str(MEMORY)

FOLDERS = (
    "APPDATA",
    "HOME",
    "LOCALAPPDATA",
    "USERPROFILE",
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_STATE_HOME",
)
# What a terminal, a shell or a CI service may have set, and what would change a screen; or, without
# bytecode, make every process that a test starts compile the program anew.
MOODS = (
    "ACCESSIBLE",
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "COLORTERM",
    "COLUMNS",
    "EDITOR",
    "FORCE_COLOR",
    "GITHUB_ACTIONS",
    "LINES",
    "NO_COLOR",
    "PYTHONDONTWRITEBYTECODE",
    "PYTHONIOENCODING",
    "PY_COLORS",
    "TTY_COMPATIBLE",
    "TTY_INTERACTIVE",
    "VISUAL",
)


NUMBERS = itertools.count()


@pytest.hookimpl(trylast=True)
def pytest_unconfigure():
    """Look for garbage no more: pytest has done so once, and each worker would twice again before it ends."""
    gc.freeze()


@pytest.fixture(scope="session")
def _people(tmp_path_factory):
    """Keep the people in a folder of their own, by number: mktemp lists its folder for each one that it makes."""
    return tmp_path_factory.mktemp("people")


@pytest.fixture(autouse=True)
def _a_person_of_its_own(_people, monkeypatch):
    """Give every test, and every process it starts, a person who has never used pmcareer."""
    person = f"{_people}/{next(NUMBERS)}"
    os.mkdir(person, mode=0o700)  # noqa: PTH102 -- a path for each of thousands takes longer
    for name in [
        name for name in os.environ if name in MOODS or name.startswith(("PMCAREER_", "_PMCAREER_"))
    ]:
        monkeypatch.delenv(name)
    for name in FOLDERS:
        monkeypatch.setenv(name, f"{person}/{name.lower()}")
    monkeypatch.setenv("PMCAREER_HOME", f"{person}/pmcareer")


@pytest.fixture
def home() -> Path:
    """The person's folder, which does not exist before something is logged."""
    return Path(os.environ["PMCAREER_HOME"])


@pytest.fixture
def pmcareer():
    """Run `pmcareer …` as a process of its own, piped: pmcareer("log", "pmf-02", today="2026-11-21")."""

    def run(*arguments, today="2026-11-21", stdin="", **environment):
        return subprocess.run(
            [sys.executable, "-m", "pmcareer", *arguments],
            check=False,
            capture_output=True,
            encoding="utf-8",
            input=stdin,
            env=os.environ | {"PMCAREER_TODAY": today, "PYTHONUTF8": "1"} | environment,
        )

    return run
