"""Signals: before the swap they end a command and leave no trace, after it they wait for the answer."""

import os
import shutil
import signal
import subprocess
import sys

import pytest

from disks import FaultyFiles
from pmcareer.cli.outcome import Ended, Outcome
from pmcareer.errors import Stale
from pmcareer.storage.logbook.appending import append_entries
from pmcareer.storage.logbook.reading import Basis, read_logbook

from builders import finished, logbook_text

OLD, NEW = finished("pmf-01"), finished("pmf-02")
SIGNALS = ["SIGINT", "SIGTERM"]
MOST_STEPS = 100


@pytest.fixture
def outcome():
    ending = Outcome()
    yield ending
    ending.let_go()


def met(number):
    """Make a disk whose operation is done, and in the middle of which a signal comes."""

    def fault(files, name, operation, arguments):
        done = operation(files, *arguments)
        signal.raise_signal(number)
        return done

    return fault


def a_home(place):
    (place / "home").mkdir(parents=True)
    logbook = place / "home/logbook.toml"
    logbook.write_text(logbook_text(OLD))
    return logbook


@pytest.mark.parametrize("name", SIGNALS)
def test_a_signal_at_any_step_leaves_the_old_file_or_the_answer(tmp_path, name):
    """G04: an entry is stored exactly where nothing says that it is not."""
    number = getattr(signal, name)
    endings = set()
    for at in range(1, MOST_STEPS):
        logbook = a_home(tmp_path / str(at))
        before = logbook.read_bytes()
        files, outcome = FaultyFiles(at, met(number)), Outcome()
        outcome.watch()
        try:
            append_entries(
                logbook, tmp_path / str(at) / "state", [NEW], files=files, hold=outcome.hold
            )
        except Ended as ended:
            endings.add("ended")
            assert ended.exit_code == 128 + number  # noqa: PT017 -- the other outcome is right too
            assert logbook.read_bytes() == before
        else:
            endings.add("stored")
            assert read_logbook(logbook).entries == (OLD, NEW)
        finally:
            outcome.let_go()
        names = [path.name for path in logbook.parent.iterdir()]
        assert names == ["logbook.toml"], files.trace[at - 2 : at]
        if not files.has_failed:
            break
    assert endings == {"ended", "stored"}


def test_a_signal_that_waited_is_forgotten_with_the_answer(outcome):
    before = signal.getsignal(signal.SIGTERM)
    outcome.watch()
    outcome.hold()
    signal.raise_signal(signal.SIGTERM)
    outcome.let_go()
    assert signal.getsignal(signal.SIGTERM) == before


def test_a_signal_that_waited_for_nothing_ends_the_command(outcome):
    outcome.watch()
    outcome.hold()
    signal.raise_signal(signal.SIGTERM)
    with pytest.raises(Ended):
        outcome.resume()


def test_once_something_is_stored_nothing_is_resumed(outcome):
    outcome.watch()
    outcome.hold()
    outcome.keep(("k7f3q2m9xd",))
    signal.raise_signal(signal.SIGTERM)
    outcome.resume()
    assert outcome.stored == ("k7f3q2m9xd",)


def test_signals_wait_also_where_nothing_watched_before(outcome):
    outcome.hold()
    signal.raise_signal(signal.SIGTERM)
    signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGTERM) != signal.SIG_DFL


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="no terminal that is closed")
def test_what_was_told_to_outlive_the_terminal_does(outcome):
    """`nohup` and shells ignore a signal for those they start; that stays so."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        outcome.watch()
        os.kill(os.getpid(), signal.SIGHUP)
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


def test_what_rests_on_other_bytes_is_not_written(tmp_path):
    """G10."""
    logbook, state = a_home(tmp_path), tmp_path / "state"
    basis = Basis(raw=logbook.read_bytes())
    append_entries(logbook, state, [NEW], basis=basis)
    stored = logbook.read_bytes()
    with pytest.raises(Stale, match="nothing was logged"):
        append_entries(logbook, state, [finished("pmf-03")], basis=basis)
    assert logbook.read_bytes() == stored


def test_what_rests_on_no_file_is_not_written_into_one(tmp_path):
    """G10."""
    logbook, state = a_home(tmp_path), tmp_path / "state"
    with pytest.raises(Stale):
        append_entries(logbook, state, [NEW], basis=Basis(raw=None))
    assert read_logbook(logbook).entries == (OLD,)


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("strace"), reason="needs strace")
def test_ctrl_c_while_the_program_loads_is_silent(tmp_path):
    """From the first module of ours on; before that Python itself is still starting."""
    trace = tmp_path / "trace"
    _traced(["-o", str(trace), "-e", "trace=openat"])
    opened = trace.read_text().splitlines()
    first = next(number for number, line in enumerate(opened, 1) if "/pmcareer/cli/" in line)
    last = next(number for number, line in enumerate(opened, 1) if "curriculum.toml" in line)
    for number in range(first, last, (last - first) // 8):
        inject = f"inject=openat:signal=INT:when={number}"
        ended = _traced(["-o", os.devnull, "-e", "trace=openat", "-e", inject])
        assert (ended.returncode, ended.stdout, ended.stderr) == (130, b"", b""), number


def _traced(options):
    line = [shutil.which("strace"), "-qq", *options, sys.executable, "-m", "pmcareer", "next"]
    return subprocess.run(line, check=False, capture_output=True)


def test_what_is_missing_for_every_file_is_said_once(capsys):
    """G07: doctor --fix writes several."""
    ending = Outcome()
    for _ in range(2):
        ending.say("There is no lock.")
    assert capsys.readouterr().err == "There is no lock.\n"
