"""pmcareer run as a user runs it: in this process, which is quick, or in one of its own, where processes matter."""

import io
import json
import os
import pty
import select
import signal
import subprocess
import sys
from contextlib import contextmanager, nullcontext, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

from forking import can_fork, forked
from pmcareer.cli.main import run

from builders import a_curriculum, an_exercise, curriculum_text, logbook_text

TODAY = "2026-11-21"
CTRL_C, END_OF_INPUT = "\x03", "\x04"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a command answered."""

    out: str
    err: str
    code: int

    @property
    def json(self):
        """The one JSON object on stdout."""
        return json.loads(self.out)

    @property
    def error(self):
        """The error that a script reads on stderr."""
        return json.loads(self.err)["error"]


def a_home(curriculum=None, *entries):
    """Give the test's person a curriculum of their own and a logbook."""
    home = Path(os.environ["PMCAREER_HOME"])
    home.mkdir(parents=True, exist_ok=True)
    if curriculum is not None:
        (home / "curriculum.toml").write_text(curriculum_text(curriculum), encoding="utf-8")
    if entries:
        (home / "logbook.toml").write_text(logbook_text(*entries), encoding="utf-8")
    return home


def a_few_exercises(monkeypatch, *names):
    """Give whoever is run in this test these exercises and no others: `doctor` proves all that there are."""
    file = Path(os.environ["HOME"]).with_name("few.toml")
    few = a_curriculum(*map(an_exercise, names))
    file.write_text(curriculum_text(few), encoding="utf-8")
    monkeypatch.setenv("PMCAREER_CURRICULUM", str(file))


def run_cli(*arguments, today=TODAY, encoding="utf-8", **environment):
    """Run in this process, piped."""
    out, err = (
        io.TextIOWrapper(io.BytesIO(), encoding=encoding, write_through=True) for _ in range(2)
    )
    said = os.environ | {"PMCAREER_TODAY": today} | environment
    with redirect_stdout(out), redirect_stderr(err):
        code = run(arguments, {name: value for name, value in said.items() if value is not None})
    return Result(out=_text(out, encoding), err=_text(err, encoding), code=code)


def _text(stream, encoding):
    return stream.buffer.getvalue().decode(encoding)


def run_process(*arguments, today=TODAY, stdin="", **environment):
    """Run in a process of its own, piped."""
    done = subprocess.run(
        [sys.executable, "-m", "pmcareer", *arguments],
        check=False,
        capture_output=True,
        encoding="utf-8",
        input=stdin,
        env=os.environ | {"PMCAREER_TODAY": today} | environment,
    )
    return Result(out=done.stdout, err=done.stderr, code=done.returncode)


def run_loaded(*arguments, today=TODAY, stdin="", unheard=False, **environment):
    """Run in a process of its own that need not load the program, its streams files; nobody may hear its answer."""
    said = os.environ | {"PMCAREER_TODAY": today} | environment
    with TemporaryFile() as given, TemporaryFile() as out, TemporaryFile() as err:
        given.write(stdin.encode())
        given.seek(0)
        with open("/dev/full", "wb") if unheard else nullcontext(out) as answered:  # noqa: PTH123
            streams = [each.fileno() for each in (given, answered, err)]
            code = forked(arguments, said, streams, is_of_the_terminal=False).wait()
        for each in (out, err):
            each.seek(0)
        return Result(out=out.read().decode(), err=err.read().decode(), code=code)


def run_shell(line, today=TODAY, **environment):
    """Run a line of a shell in which `pmcareer` is the command."""
    command = f'pmcareer() {{ "{sys.executable}" -m pmcareer "$@"; }}\n{line}'
    done = subprocess.run(
        ["/bin/bash", "-c", command],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"PMCAREER_TODAY": today} | environment,
    )
    return Result(out=done.stdout, err=done.stderr, code=done.returncode)


def run_on_terminal(*arguments, today=TODAY, **environment):
    """Run on a terminal of 80 columns, and give everything that it was sent."""
    said = os.environ | {"PMCAREER_TODAY": today, "TERM": "xterm-256color"} | environment
    process, ours = _on_terminal(arguments, said)
    sent = b"".join(iter(lambda: _read(ours, 60), b""))
    os.close(ours)
    return Result(out=sent.decode(), err="", code=process.wait())


def _on_terminal(arguments, environment, *, is_its_own=False):
    """Begin on a new terminal, and give the process and our side of it."""
    ours, theirs = pty.openpty()
    try:
        begin = forked if can_fork(environment) else _started
        process = begin(arguments, environment, [theirs] * 3, is_of_the_terminal=is_its_own)
    finally:
        os.close(theirs)
    return process, ours


def _started(arguments, environment, streams, *, is_of_the_terminal):
    assert not is_of_the_terminal, "only what is forked gets a terminal of its own"
    stdin, stdout, stderr = streams
    command = [sys.executable, "-m", "pmcareer", *arguments]
    return subprocess.Popen(command, stdin=stdin, stdout=stdout, stderr=stderr, env=environment)


@contextmanager
def a_conversation(*arguments, today=TODAY, **environment):
    """Run on a terminal that nobody types at yet: a person who reads, types, and may walk away."""
    said = os.environ | {"PMCAREER_TODAY": today, "TERM": "xterm-256color"} | environment
    # The terminal is its own: Ctrl-C is typed, and the end of the line is told by a signal.
    process, ours = _on_terminal(arguments, said, is_its_own=True)
    talk = Conversation(process=process, terminal=ours)
    try:
        yield talk
    finally:
        process.kill()
        process.wait()
        talk.hang_up()


class Conversation:
    """What is shown on a terminal, and what is typed there."""

    CTRL_C, CTRL_D = "\x03", "\x04"

    def __init__(self, *, process, terminal):
        self.process, self.terminal = process, terminal
        self.shown = self._typed = ""

    def until(self, text):
        """Read until this is shown."""
        while text not in self.shown:
            part = _read(self.terminal, 60)
            assert part, self.shown
            self.shown += part.decode().replace("\r\n", "\n")
        return self.shown

    def type(self, text):
        """Type something; what was shown before is forgotten."""
        self.shown, self._typed = "", text
        os.write(self.terminal, text.encode())

    def end(self):
        """Read to the end, and give all that was shown since something was typed."""
        while part := self._next_part():
            self.shown += part.decode().replace("\r\n", "\n")
        return self.shown, self.process.wait()

    def _next_part(self):
        # A Ctrl-C between a question and the reading of its answer is lost on Python's way into
        # the C library. Then a person presses it again.
        if self._typed.endswith(self.CTRL_C) and not _has_something(self.terminal, 20):
            self._typed = ""
            os.write(self.terminal, self.CTRL_C.encode())
        return _read(self.terminal, 60)

    def hang_up(self):
        """Close the terminal, as a window is closed."""
        if self.terminal is not None:
            os.close(self.terminal)
            self.terminal = None


def _has_something(terminal, patience=None):
    ready, _, _ = select.select([terminal], [], [], patience)
    return bool(ready)


def _read(terminal, patience=None):
    assert _has_something(terminal, patience), "nothing was said for a minute"
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says so when the other side has closed
        return b""


def talk(*arguments, answers, **environment):
    """Run on a terminal, answer each question when it is asked, and give what was shown and the exit code."""
    said = {"PMCAREER_TODAY": TODAY, "TERM": "xterm", "NO_COLOR": "1"} | environment
    process, ours = _on_terminal(arguments, os.environ | said)
    shown, waiting, seen, given = b"", list(answers), 0, ""
    while chunk := _heard(ours, given, process):
        shown += chunk
        if shown[seen:].endswith(b"> "):
            seen, given = len(shown), waiting.pop(0) if waiting else END_OF_INPUT
            _answer(given, process, ours)
    os.close(ours)
    return shown.decode().replace("\r\n", "\n"), process.wait()


def _answer(answer, process, terminal):
    # This terminal is nobody's controlling one, so the key alone would be no signal.
    if answer == CTRL_C:
        process.send_signal(signal.SIGINT)
    else:
        os.write(terminal, answer.encode())


def _heard(terminal, given, process):
    # One Ctrl-C may be lost, as above.
    if given == CTRL_C and not _has_something(terminal, 20):
        _answer(given, process, terminal)
    assert _has_something(terminal, 30), "it asked nothing and did not end"
    return _read(terminal)
