"""Disks that fail, and writers that are processes of their own."""

import errno
import os
import subprocess
import sys
from contextlib import suppress

from pmcareer.storage.disk.files import Files

OPERATIONS = frozenset(name for name in vars(Files) if not name.startswith("_"))

WRITER = """
import sys
from datetime import date
from pathlib import Path
from pmcareer.domain.logbook.entries import Finished
from pmcareer.storage.logbook.appending import append_entries
home, state, name, count = sys.argv[1:]
for number in range(int(count)):
    entry = Finished(on=date(2026, 11, 21), exercise="pmf-02", id=f"{name}-{number}")
    append_entries(Path(home) / "logbook.toml", Path(state), [entry])
    print(entry.id, flush=True)
"""

HOLDER = """
import sys
from pathlib import Path
from pmcareer.storage.disk.files import DISK
from pmcareer.storage.disk.lock import alone, say_nothing
real, state = map(Path, sys.argv[1:])
real.parent.mkdir(parents=True, exist_ok=True)
with alone(real, state, files=DISK, say=say_nothing):
    print("held", flush=True)
    sys.stdin.read()
"""


class Killed(BaseException):
    """The process is gone: nothing of it runs any more."""


class FaultyFiles(Files):
    """A disk whose n-th operation fails in one way; its `trace` names all that it was asked for."""

    def __init__(self, at=0, fault=None):
        self.at = at
        self.fault = fault
        self.trace = []
        self.is_dead = False
        self.opened = []

    @property
    def has_failed(self):
        return 0 < self.at <= len(self.trace)

    def __getattribute__(self, name):
        if name in OPERATIONS:
            return lambda *arguments: self._do(name, getattr(Files, name), arguments)
        return super().__getattribute__(name)

    def _do(self, name, operation, arguments):
        if self.is_dead:
            raise Killed
        self.trace.append(name)
        if len(self.trace) == self.at:
            return self.fault(self, name, operation, arguments)
        result = operation(self, *arguments)
        if name in {"create", "open_folder"}:
            self.opened.append(result)
        return result

    def die(self):
        """Let go of what a process holds, as the system does with those that are gone."""
        self.is_dead = True
        for descriptor in self.opened:
            with suppress(OSError):
                os.close(descriptor)
        raise Killed


def failing(number):
    """Make a fault of the system's number for an error."""

    def fault(files, name, operation, arguments):
        # A file is closed whatever `close` says of it.
        if name == "close":
            operation(files, *arguments)
        raise OSError(number, os.strerror(number))

    return fault


input_output_error = failing(errno.EIO)
disk_full = failing(errno.ENOSPC)


def killed_before(files, name, operation, arguments):
    files.die()


def killed_after(files, name, operation, arguments):
    result = operation(files, *arguments)
    if name in {"create", "open_folder"}:
        files.opened.append(result)
    files.die()


def killed_halfway(files, name, operation, arguments):
    if name == "write":
        descriptor, piece = arguments
        operation(files, descriptor, piece[: len(piece) // 2])
    files.die()


def short_write(files, name, operation, arguments):
    if name != "write":
        return operation(files, *arguments)
    descriptor, piece = arguments
    return operation(files, descriptor, piece[: len(piece) // 2])


def lying_write(files, name, operation, arguments):
    if name != "write":
        return operation(files, *arguments)
    descriptor, piece = arguments
    operation(files, descriptor, piece[: len(piece) // 2])
    return len(piece)


def a_writer(home, state, name="w", count=1, **options):
    """Start a process that logs, and prints the id of each entry once it is stored."""
    command = [
        *options.pop("under", ()),
        sys.executable,
        "-c",
        WRITER,
        str(home),
        str(state),
        name,
        str(count),
    ]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options
    )


def a_holder(logbook, state):
    """Start a process that holds the lock until its stdin is closed, and wait until it does."""
    command = [sys.executable, "-c", HOLDER, os.path.realpath(logbook), str(state)]
    holder = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert holder.stdout.readline() == "held\n"
    return holder
