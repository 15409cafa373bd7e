"""pmcareer in a process of its own that need not load it: forked from one that has, for a tenth of the time.

A real process with streams, a session and signals of its own, but without the start: that is proved where `-m pmcareer`
is run. What only a start can read, such as a locale, is not for here: see `STARTS`.
"""

import atexit
import fcntl
import gc
import importlib
import json
import os
import pkgutil
import signal
import socket
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

STARTS = ("LANG", "LC_", "LD_", "PYTHON")
"""What an interpreter reads when it starts, by how its name begins."""
MOST_BYTES = 200_000
PATIENCE = 120
"""Seconds after which a process that does not end is one that hangs."""


class Forked:
    """A process as `subprocess.Popen` has it, as far as it is asked here."""

    def __init__(self, reply: socket.socket) -> None:
        reply.settimeout(PATIENCE)
        self._reply = reply.makefile()
        reply.close()
        self.pid = int(self._reply.readline())
        self._code: int | None = None

    def wait(self) -> int:
        """Wait for its end, and give its exit code, or minus the signal that ended it.

        Raises:
            TimeoutError: It hangs.
        """
        if self._code is None:
            self._code = int(self._reply.readline())
            self._reply.close()
        return self._code

    def send_signal(self, number: int) -> None:
        """Signal it; where it has ended nobody hears of it."""
        if self._code is None:
            try:
                os.kill(self.pid, number)
            except ProcessLookupError:
                return

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)


def can_fork(environment: Mapping[str, str]) -> bool:
    """Tell whether an interpreter that starts here would be as the one that is forked."""
    named = {name for name in environment | os.environ if name.startswith(STARTS)}
    return all(environment.get(name) == os.environ.get(name) for name in named)


def forked(
    arguments: Sequence[str],
    environment: Mapping[str, str],
    streams: Sequence[int],
    *,
    is_of_the_terminal: bool,
) -> Forked:
    """Run a command on these three streams; the terminal behind them may become its own."""
    asked = {
        "arguments": arguments,
        "environment": dict(environment),
        "folder": str(Path.cwd()),
        "is_of_the_terminal": is_of_the_terminal,
    }
    ours, theirs = socket.socketpair()
    with theirs:
        socket.send_fds(_channel(), [json.dumps(asked).encode()], [*streams, theirs.fileno()])
    return Forked(ours)


@cache
def _channel() -> socket.socket:
    """Start the process that all others are forked from, once; it ends with this one."""
    ours, theirs = socket.socketpair(type=socket.SOCK_SEQPACKET)
    with theirs:
        command = [sys.executable, __file__, str(theirs.fileno())]
        process = subprocess.Popen(command, pass_fds=[theirs.fileno()])
    atexit.register(_end, ours, process)
    return ours


def _end(channel: socket.socket, process: subprocess.Popen[bytes]) -> None:
    channel.close()
    process.wait()


def _serve(channel: socket.socket) -> None:
    """Fork a process for each command, and one beside it that waits for its end."""
    _load()
    asked, given, _, _ = socket.recv_fds(channel, MOST_BYTES, 4)
    while asked:
        if not os.fork():
            channel.close()
            _wait_beside(json.loads(asked), given)
        for number in given:
            os.close(number)
        asked, given, _, _ = socket.recv_fds(channel, MOST_BYTES, 4)
        _forget_the_ended()
    # What is waited for is counted: the time of the tests is theirs too.
    with suppress(ChildProcessError):
        while True:
            os.wait()


def _forget_the_ended() -> None:
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _load() -> None:
    import pmcareer  # noqa: PLC0415 -- who only asks for a process need not load it
    from pmcareer.domain.ground.vocabulary import TABLES  # noqa: PLC0415 -- as above
    from pmcareer.settings import settings_of  # noqa: PLC0415 -- as above
    from pmcareer.storage.curriculum.reading import read_curriculum  # noqa: PLC0415 -- as above

    for module in pkgutil.walk_packages(pmcareer.__path__, "pmcareer."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    # What is made when it is first asked for is asked for here, once for all.
    curriculum = read_curriculum(None)
    assert all(hasattr(curriculum, table) for table in TABLES)
    assert settings_of(os.environ).home
    gc.disable()
    gc.freeze()


def _wait_beside(asked: dict[str, Any], given: Sequence[int]) -> None:
    *streams, reply = given
    pid = os.fork()
    if not pid:
        os.close(reply)
        _become(asked, streams)
    for number in streams:
        os.close(number)
    os.write(reply, f"{pid}\n".encode())
    _, status = os.waitpid(pid, 0)
    os.write(reply, f"{os.waitstatus_to_exitcode(status)}\n".encode())
    os._exit(0)


def _become(asked: dict[str, Any], streams: Sequence[int]) -> None:
    if asked["is_of_the_terminal"]:
        os.setsid()
        fcntl.ioctl(streams[0], termios.TIOCSCTTY, 0)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.chdir(asked["folder"])
    os.environ.clear()
    os.environ.update(asked["environment"])
    time.tzset()
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        as_started = getattr(sys, name)
        how = {"encoding": as_started.encoding, "errors": as_started.errors}
        mode = "w" if number else "r"
        setattr(sys, name, open(number, mode, closefd=False, **how))  # noqa: SIM115
    sys.argv = ["pmcareer", *asked["arguments"]]
    _run()


def _run() -> None:
    from pmcareer.__main__ import main  # noqa: PLC0415 -- it is loaded by now

    code = 1
    try:
        main()
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else int(bool(left.code))
    finally:
        sys.stdout.flush()
        os._exit(code)


if __name__ == "__main__":
    with socket.socket(fileno=int(sys.argv[1])) as its_channel:
        _serve(its_channel)
