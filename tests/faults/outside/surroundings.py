"""The program from outside: a person with files, and a system around them that can be made to fail.

Nothing of pmcareer is imported here. What is known of it is its command line, and its files as the
contract describes them.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

import pytest

PROGRAM = (sys.executable, "-m", "pmcareer")
TODAY = "2026-11-21"
LOGBOOK = """\
# Mine. What I write here stays.
format = 1

[[entries]]
kind = "finished"   # the first of all
on = 2026-11-19
at = 2026-11-19T19:14:03+01:00
exercise = "rsk-01"
minutes = 60
note = "Mine"
id = "aaaaaaaaaa"

# [[entries]] between two
[[entries]]
id = "bbbbbbbbbb"
kind = "lesson"
on = 2026-11-20
at = 2026-11-20T08:00:00+01:00
text = "Ask for the budget first"
"""
CURRICULUM = """\
format = 1
title = "A small one"
version = "2026.11"

[[skills]]
id = "risk"
title = "Risk management"
side = "ways-of-working"

[[exercises]]
id = "rsk-01"
skill = "risk"
title = "Ten risks by name"
level = 1
core = true
hours = [1, 2, 4]

[[exercises]]
id = "rsk-02"
skill = "risk"
title = "A register that lives"
level = 2
core = true
hours = [4, 8, 16]

[[exercises]]
id = "rsk-03"
skill = "risk"
title = "A reserve that holds"
level = 3
core = true
hours = [4, 8, 16]

[[roles]]
id = "starter"
title = "Where it begins"
needs = {}

[[roles]]
id = "lead"
title = "Risk lead"
needs = { risk = 3 }

[[moves]]
from = "starter"
to = "lead"
months = [6, 12, 24]
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a command."""

    code: int
    out: str
    err: str

    @property
    def is_stored(self):
        return self.code == 0

    @property
    def error(self):
        """The one object that a script finds on stderr."""
        return json.loads(self.err)["error"]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody's folders, and the program started for them."""

    home: Path
    state: Path
    curriculum: Path
    environment: dict = field(default_factory=dict)

    @property
    def logbook(self):
        return self.home / "logbook.toml"

    @property
    def content(self):
        return self.logbook.read_bytes() if self.logbook.exists() else None

    @property
    def rows(self):
        return rows_in(self.content or b"")

    @property
    def ids(self):
        return [row["id"] for row in self.rows]

    def with_state(self, state):
        """Give the same home to another machine, container or user."""
        return Person(self.home, state, self.curriculum, self.environment)

    def start(self, *arguments, under=(), **options):
        """Start the program and don't wait for it."""
        environment = {
            name: value for name, value in os.environ.items() if not name.startswith("PMCAREER_")
        }
        environment |= {
            "HOME": str(self.state.parent / "user"),
            "PMCAREER_CURRICULUM": str(self.curriculum),
            "PMCAREER_HOME": str(self.home),
            "PMCAREER_TODAY": TODAY,
            "PYTHONDONTWRITEBYTECODE": "1",
            "XDG_STATE_HOME": str(self.state),
        }
        environment |= self.environment | options.pop("environment", {})
        environment = {name: value for name, value in environment.items() if value is not None}
        pipes = {
            "stdin": subprocess.DEVNULL,
            "stdout": subprocess.PIPE,
            "stderr": subprocess.PIPE,
            # What traces it or runs it as somebody else can be ended together with it.
            "start_new_session": True,
        }
        return subprocess.Popen(
            [*under, *PROGRAM, *arguments],
            cwd="/",
            env=environment,
            **(pipes | options),
        )

    def run(self, *arguments, seconds=60, **options):
        """Run the program to its end."""
        return ended(self.start(*arguments, **options), seconds=seconds)


def ended(process, *, seconds=60):
    """Wait for a program that was started; one that never ends is a failure."""
    try:
        out, err = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        # What is traced would live on without its tracer, and hold the pipes that are read here.
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        pytest.fail(f"no answer after {seconds} seconds: {process.args}")
    return Answer(process.returncode, *(_text(said) for said in (out, err)))


def _text(said):
    return (said or b"").decode(errors="replace")


def rows_in(content):
    """Read a logbook's entries with Python's own reader."""
    return tomllib.loads(content.decode("utf-8-sig")).get("entries", [])


def a_person(place, logbook=LOGBOOK, **environment):
    """Make somebody a home with a logbook, a state folder, and a small curriculum of their own."""
    person = Person(place / "home", place / "state", place / "small.toml", environment)
    person.home.mkdir(parents=True)
    person.curriculum.write_text(CURRICULUM, encoding="utf-8")
    if logbook is not None:
        person.logbook.write_text(logbook, encoding="utf-8")
        person.logbook.chmod(0o600)
    return person


def tool(name):
    """Find a tool of the system, or skip the test with its name."""
    found = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
    if found is None:
        pytest.skip(f"needs {name}")
    return found


def needs_root():
    """Skip where we can't mount, nor become somebody else."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("needs Linux and root")


def done(*command):
    """Run a tool that has to work here, else the test is skipped with what it said."""
    ran = subprocess.run([tool(command[0]), *command[1:]], check=False, capture_output=True)
    if ran.returncode:
        pytest.skip(f"{' '.join(map(str, command))}: {ran.stderr.decode(errors='replace')[-200:]}")
    return ran.stdout.decode(errors="replace")


# What changes files, and what looks at them. A call that this machine's system doesn't know is
# left out by the question mark.
CHANGING = (
    "openat", "write", "pwrite64", "fsync", "fdatasync", "?link", "linkat", "?rename", "?renameat",
    "renameat2", "flock", "?chmod", "fchmod", "fchmodat", "?chown", "fchown", "fchownat", "?mkdir",
    "mkdirat", "?rmdir", "?unlink", "unlinkat", "?symlink", "symlinkat", "ftruncate", "truncate",
    "setxattr", "lsetxattr", "fsetxattr", "?utimes", "utimensat", "copy_file_range", "sendfile",
    "ioctl",
)  # fmt: skip
LOOKING = (
    "read", "pread64", "?stat", "?lstat", "newfstatat", "?statx", "fstat", "getdents64", "close",
    "?access", "faccessat", "faccessat2", "?readlink", "readlinkat", "listxattr", "llistxattr",
    "flistxattr", "getxattr", "lgetxattr", "fgetxattr",
)  # fmt: skip
_CALL = re.compile(r"(?:\[pid +\d+\] |\d+ +)?(\w+)\(")


@dataclass(frozen=True, slots=True)
class Point:
    """One system call of a command: the n-th of its name since the program began."""

    call: str
    number: int
    line: str

    def __str__(self):
        return f"{self.call} {self.number}: {self.line[:160]}"


def strace(trace, *options):
    """Run what follows under strace, which writes to `trace`."""
    return (tool("strace"), "-f", "-qq", "-y", "-o", str(trace), *options)


SWAPS = "?rename,?renameat,renameat2"


def late(milliseconds):
    """Run what follows so that it swaps late: it may swap over what somebody else has put there."""
    delay = f"inject={SWAPS}:delay_enter={milliseconds}000"
    return strace(os.devnull, "-e", f"trace={SWAPS}", "-e", delay)


def points_of(place, prepare, arguments, calls=CHANGING):
    """Trace a command: its calls that concern the person's files, or what it says to them."""
    person = prepare(place)
    trace = place / "trace"
    answer = person.run(*arguments, under=strace(trace, "-e", f"trace={','.join(calls)}"))
    if not trace.exists() or not trace.read_text():
        pytest.skip(f"strace can't trace here: {answer.err[-200:]}")
    assert answer.is_stored, answer
    numbers, points = {}, []
    for line in trace.read_text(errors="replace").splitlines():
        call = _CALL.match(line)
        if call:
            numbers[call[1]] = numbers.get(call[1], 0) + 1
            if _is_of(line, person):
                points.append(Point(call[1], numbers[call[1]], line))
    return points


def _is_of(line, person):
    ours = (str(person.home), str(person.state))
    return any(name in line for name in ours) or re.search(r"write\([12]<", line) is not None


def struck(person, arguments, point, what, trace):
    """Run a command that is struck at one of its calls, by `signal=KILL` or `error=EIO`."""
    inject = (
        "-e",
        f"trace={point.call}",
        "-e",
        f"inject={point.call}:{what}:when={point.number}",
    )
    return person.run(*arguments, under=strace(trace, *inject))


def has_met(point, person, trace):
    """Tell whether what failed was a call for the person's files: a count can be off by a few."""
    lines = [line for line in trace.read_text(errors="replace").splitlines() if _CALL.match(line)]
    failed = [line for line in lines if "(INJECTED)" in line]
    return bool(failed) and all(_is_of(line, person) for line in failed)


def sampled(points, *, one_of, beginning_with=0):
    """Take every n-th; FAULTS=all takes them all."""
    if os.environ.get("FAULTS") == "all":
        return points
    return points[beginning_with % one_of :: one_of]


def made_old(folder):
    """Put the times of what a command left behind two minutes back, instead of waiting."""
    for path in [*folder.rglob("*"), *folder.rglob(".*")]:
        if path.is_file() and not path.is_symlink():
            status = path.stat()
            os.utime(path, (status.st_atime - 120, status.st_mtime - 120))


def leftovers(person):
    """List what no command may leave for good: temporary files, in the home and beside locks."""
    found = [
        path.name for path in person.home.iterdir() if path.name not in {"logbook.toml", "work"}
    ]
    if person.state.exists():
        found += [
            path.name for path in person.state.rglob("*") if re.search(r"\.(part|tmp)", path.name)
        ]
    return sorted(found)


KILLED = -signal.SIGKILL
