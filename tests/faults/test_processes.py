"""Real processes: writers side by side, holders that hang or die, kills, limits of the system."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from contextlib import suppress

import pytest

from disks import a_holder, a_writer
from pmcareer.errors import NotStored
from pmcareer.storage.logbook.appending import append_entries
from pmcareer.storage.logbook.reading import read_logbook
from sweeps import sweep

from builders import finished, logbook_text

POSIX = pytest.mark.skipif(os.name != "posix", reason="needs signals")


@pytest.fixture
def logbook(tmp_path):
    return tmp_path / "home/logbook.toml"


@pytest.fixture
def state(tmp_path):
    return tmp_path / "state"


@pytest.mark.parametrize("count", sweep([4, 8], quick=[4]))
def test_writers_at_once_lose_nothing(logbook, state, count):
    """F06."""
    writers = [a_writer(logbook.parent, state, f"w{number}", 5) for number in range(count)]
    said = [line for writer in writers for line in writer.communicate()[0].split()]
    assert len(said) == 5 * count
    assert {entry.id for entry in read_logbook(logbook).entries} == set(said)


@POSIX
def test_writers_with_a_state_folder_each_lose_nothing(tmp_path, logbook):
    """G01: in containers, by sudo, from cron, on a share."""
    writers = [a_writer(logbook.parent, tmp_path / f"state{n}", f"w{n}", 5) for n in range(4)]
    said = [line for writer in writers for line in writer.communicate()[0].split()]
    assert len(said) == 20
    assert {entry.id for entry in read_logbook(logbook).entries} == set(said)


@POSIX
@pytest.mark.slow
def test_forty_programs_at_once_with_eight_state_folders_are_all_served(tmp_path):
    """G01, G10: each is the whole program, which plans before it writes."""
    home = tmp_path / "home"
    command = [sys.executable, "-m", "pmcareer", "--home", str(home), "lesson", "--json"]
    programs = [
        subprocess.Popen(
            [*command, f"lesson {number}"],
            env=os.environ | {"XDG_STATE_HOME": str(tmp_path / f"state{number % 8}")},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(40)
    ]
    said = [program.communicate() for program in programs]
    refused = [complaint for answer, complaint in said if not answer]
    stored = {json.loads(answer)["entry"]["id"] for answer, _ in said if answer}
    assert {entry.id for entry in read_logbook(home / "logbook.toml").entries} == stored
    assert refused == []


@POSIX
def test_a_printed_logged_survives_a_kill(logbook, state):
    """F01: whatever was said to be stored is there, and what is there can be read."""
    writer = a_writer(logbook.parent, state, "w", 1000)
    said = [writer.stdout.readline().strip() for _ in range(20)]
    writer.send_signal(signal.SIGKILL)
    said += writer.communicate()[0].split()
    read = read_logbook(logbook)
    ids = [entry.id for entry in read.entries]
    assert read.problems == ()
    assert ids[: len(said)] == said
    assert len(ids) <= len(said) + 1


@POSIX
def test_the_lock_of_a_killed_writer_holds_nobody_up(logbook, state):
    """F08."""
    holder = a_holder(logbook, state)
    holder.kill()
    holder.communicate()
    waited = []
    append_entries(logbook, state, [finished()], say=waited.append)
    assert waited == []
    assert read_logbook(logbook).entries == (finished(),)


def test_whoever_waits_is_told_for_whom_and_logs_when_the_other_is_done(logbook, state):
    """F07."""
    holder = a_holder(logbook, state)
    told = []

    def say(sentence):
        told.append(sentence)
        holder.communicate("")

    append_entries(logbook, state, [finished()], say=say)
    assert told == [f"Waiting for another pmcareer (process {holder.pid}) …"]
    assert read_logbook(logbook).entries == (finished(),)


NAMES = {
    "a link to the file": "link.toml",
    "a file in a linked folder": "linked/logbook.toml",
    "a way round": "../home/logbook.toml",
}


@POSIX
@pytest.mark.parametrize("name", sweep(NAMES.values(), quick=["link.toml"]), ids=NAMES)
def test_two_names_of_one_file_share_one_lock(logbook, state, name):
    """F10, G14: dotfiles keep the logbook elsewhere, and who logs through the link waits too."""
    logbook.parent.mkdir()
    logbook.write_text(logbook_text(finished("pmf-01")))
    (logbook.parent / "link.toml").symlink_to("logbook.toml")
    (logbook.parent / "linked").symlink_to(logbook.parent, target_is_directory=True)
    holder = a_holder(logbook, state)
    told = []

    def say(sentence):
        told.append(sentence)
        holder.communicate("")

    append_entries(logbook.parent / name, state, [finished("pmf-02")], say=say)
    holder.communicate("")
    assert told == [f"Waiting for another pmcareer (process {holder.pid}) …"]
    assert read_logbook(logbook).entries == (finished("pmf-01"), finished("pmf-02"))


@POSIX
@pytest.mark.slow
def test_a_writer_that_hangs_is_named_after_five_seconds_and_readers_do_not_wait(logbook, state):
    """F07."""
    append_entries(logbook, state, [finished()])
    holder = a_holder(logbook, state)
    holder.send_signal(signal.SIGSTOP)
    try:
        assert read_logbook(logbook).entries == (finished(),)
        with pytest.raises(NotStored, match=f"process {holder.pid}.*nothing was logged"):
            append_entries(logbook, state, [finished("pmf-02")])
    finally:
        holder.kill()
        holder.communicate()


LIMITED = """
import resource, sys
from datetime import date
from pathlib import Path
from pmcareer.domain.logbook.entries import Finished
from pmcareer.errors import NotStored
from pmcareer.storage.logbook.appending import append_entries
logbook, state = Path(sys.argv[1]), Path(sys.argv[2])
size = logbook.stat().st_size
entry = Finished(on=date(2026, 11, 21), exercise="pmf-02", id="new")
before = logbook.read_bytes()
for limit in (0, 1, size // 2, size - 1, size, size + 10, size + 60):
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    try:
        append_entries(logbook, state, [entry])
    except NotStored as error:
        print(error.message, file=sys.stderr)
        assert logbook.read_bytes() == before
        assert [path.name for path in logbook.parent.iterdir()] == ["logbook.toml"]
    else:
        sys.exit(f"stored with {limit} bytes")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="needs RLIMIT_FSIZE")
def test_a_file_that_may_not_grow_stays_as_it_was(logbook, state):
    """F04: the system cuts writes short, then refuses."""
    logbook.parent.mkdir()
    logbook.write_text(
        logbook_text(*(finished("pmf-01", id=f"old{number}") for number in range(50)))
    )
    command = [sys.executable, "-c", LIMITED, str(logbook), str(state)]
    ended = subprocess.run(command, check=False, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr
    assert ended.stderr.count("beyond a limit of the system; nothing was logged") == 7


@pytest.fixture
def small_disk(tmp_path):
    """A disk of one megabyte."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = shutil.which("mount")
    if sys.platform != "linux" or os.geteuid() != 0 or mount is None:
        pytest.skip("mounting needs Linux and root")
    if subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)], check=False
    ).returncode:
        pytest.skip("this machine does not let us mount a tmpfs")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)  # noqa: S607


@pytest.mark.slow
def test_a_full_disk_says_so_and_changes_nothing(small_disk, state):
    """F03: with no page free, one, two and three."""
    logbook = small_disk / "logbook.toml"
    logbook.write_text(
        logbook_text(*(finished("pmf-01", id=f"old{number}") for number in range(100)))
    )
    before = logbook.read_bytes()
    filler = small_disk / "filler"
    _fill(filler)
    for pages in range(4):
        os.truncate(filler, filler.stat().st_size - (4096 if pages else 0))
        try:
            append_entries(logbook, state, [finished("pmf-02", id=f"new{pages}")])
        except NotStored as error:
            assert "the disk is full; nothing was logged" in error.message  # noqa: PT017
            assert logbook.read_bytes() == before
            assert sorted(path.name for path in small_disk.iterdir()) == ["filler", "logbook.toml"]
        before = logbook.read_bytes()
    os.truncate(filler, 0)
    append_entries(logbook, state, [finished("pmf-02", id="last")])
    assert read_logbook(logbook).problems == ()


@pytest.mark.slow
def test_a_read_only_disk_can_be_read_and_says_why_nothing_is_logged(small_disk, state):
    """F13."""
    logbook = small_disk / "logbook.toml"
    logbook.write_text(logbook_text(finished("pmf-01")))
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)  # noqa: S607
    assert read_logbook(logbook).entries == (finished("pmf-01"),)
    with pytest.raises(NotStored, match=r"permission denied|disk is read-only"):
        append_entries(logbook, state, [finished("pmf-02")])
    with pytest.raises(NotStored, match="the disk is read-only; nothing was logged"):
        append_entries(small_disk / "home/logbook.toml", state, [finished("pmf-02")])


@pytest.mark.slow
def test_a_file_that_is_a_mount_of_its_own_says_so(small_disk, state):
    """F14."""
    logbook, source = small_disk / "logbook.toml", small_disk / "source.toml"
    logbook.touch()
    source.write_text(logbook_text(finished("pmf-01")))
    subprocess.run(["mount", "--bind", str(source), str(logbook)], check=True)  # noqa: S607
    try:
        with pytest.raises(NotStored, match="nothing was logged") as caught:
            append_entries(logbook, state, [finished("pmf-02")])
    finally:
        subprocess.run(["umount", "-l", str(logbook)], check=True)  # noqa: S607
    assert "a mount of its own" in caught.value.hint
    assert read_logbook(source).entries == (finished("pmf-01"),)
    assert sorted(path.name for path in small_disk.iterdir()) == ["logbook.toml", "source.toml"]


def _fill(filler):
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(b"x" * 4096)


STEPS = (
    "openat,read,write,fsync,link,linkat,rename,renameat,renameat2,flock,fchmod,fchown,mkdir,chmod,"
    "unlink,unlinkat,ftruncate,listxattr,flistxattr,close"
)


@POSIX
@pytest.mark.slow
def test_a_kill_at_any_system_call_leaves_the_old_file_or_the_new_one(tmp_path):
    """F01, with a real SIGKILL from strace at each call that concerns our files."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("needs strace")
    points = _points(strace, tmp_path / "traced")
    assert {"rename", "renameat2", "fsync", "flock", "unlink"} <= {name for name, _ in points}
    for number, (name, occurrence) in enumerate(points):
        home, state = _a_home(tmp_path / str(number))
        before = (home / "logbook.toml").read_bytes()
        inject = ["-e", f"trace={name}", "-e", f"inject={name}:signal=KILL:when={occurrence}"]
        writer = a_writer(home, state, under=[strace, "-qq", "-o", os.devnull, *inject])
        said = writer.communicate()[0].split()
        after = (home / "logbook.toml").read_bytes()
        assert after.startswith(before), (name, occurrence)
        assert len(read_logbook(home / "logbook.toml").entries) in ({2} if said else {1, 2}), (
            name,
            occurrence,
        )
        assert read_logbook(home / "logbook.toml").problems == ()
        told = []
        append_entries(home / "logbook.toml", state, [finished("pmf-09")], say=told.append)
        assert told == []
        assert read_logbook(home / "logbook.toml").entries[-1] == finished("pmf-09")


def _a_home(place):
    home, state = place / "home", place / "state"
    home.mkdir(parents=True)
    (home / "logbook.toml").write_text(logbook_text(finished("pmf-01")))
    return home, state


def _points(strace, place):
    """Trace one writer: its system calls from the first that names our files on, each counted."""
    home, state = _a_home(place)
    trace = place / "trace"
    writer = a_writer(home, state, under=[strace, "-qq", "-o", str(trace), "-e", f"trace={STEPS}"])
    _, complaint = writer.communicate()
    if writer.returncode:
        pytest.skip(f"strace can't trace here: {complaint[-200:]}")
    seen, points, is_ours = {}, [], False
    for line in trace.read_text().splitlines():
        call = re.match(r"(\w+)\(", line)
        if call:
            seen[call[1]] = seen.get(call[1], 0) + 1
            is_ours = is_ours or str(place) in line
            if is_ours and (call[1] != "openat" or str(place) in line):
                points.append((call[1], seen[call[1]]))
    return points
