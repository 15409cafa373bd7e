"""Many programs and one logbook: each entry that was acknowledged is there, and each is one."""

import json
import os
import signal
from concurrent.futures import ThreadPoolExecutor

import pytest

from faults.outside.surroundings import (
    LOGBOOK,
    a_person,
    ended,
    late,
    points_of,
    strace,
)

pytestmark = pytest.mark.slow


def _lessons(person, name, count, under):
    """Keep lessons one after the other, and return what the program said of each."""
    texts = [f"{name} {number}" for number in range(count)]
    return [(text, person.run("lesson", text, under=under)) for text in texts]


def _told_and_kept(person, told):
    said = [text for text, answer in told if answer.code == 0]
    kept = [row["text"] for row in person.rows[2:]]
    return said, kept


@pytest.mark.parametrize("slow", [False, True], ids=["as it comes", "slow to swap"])
def test_eight_writers_with_a_state_folder_each_lose_nothing(tmp_path, slow):
    """G01: no lock is shared, as between a container and its host, or with cron."""
    person = a_person(tmp_path)
    under = late(30) if slow else ()
    count = 10 if slow else 40
    writers = [person.with_state(tmp_path / f"state{number}") for number in range(8)]
    with ThreadPoolExecutor(8) as pool:
        results = pool.map(
            lambda pair: _lessons(pair[1], f"w{pair[0]}", count, under),
            enumerate(writers),
        )
        told = [each for result in results for each in result]
    said, kept = _told_and_kept(person, told)
    assert sorted(said) == sorted(kept)
    assert len(said) == 8 * count, [answer for _, answer in told if answer.code][:3]
    assert person.content.startswith(LOGBOOK.encode())


def test_forty_writers_at_once_are_all_served(tmp_path):
    """F06: nobody is turned away, though each finds the file changed by others."""
    person = a_person(tmp_path)
    writers = [person.start("lesson", f"w{number}") for number in range(40)]
    told = [(f"w{number}", ended(writer)) for number, writer in enumerate(writers)]
    said, kept = _told_and_kept(person, told)
    assert sorted(said) == sorted(kept)
    assert len(said) == 40, [answer for _, answer in told if answer.code][:3]


@pytest.mark.parametrize("round_", range(2))
def test_the_same_exercise_logged_twice_at_once_is_one_entry_and_one_refusal(tmp_path, round_):
    """G10: the slip is seen under the lock."""
    person = a_person(tmp_path)
    both = [person.start("log", "rsk-02", "--minutes", "30", under=late(300)) for _ in range(2)]
    codes = sorted(ended(each).code for each in both)
    assert codes == [0, 1]
    assert [row["exercise"] for row in person.rows if row["kind"] == "finished"] == [
        "rsk-01",
        "rsk-02",
    ]


@pytest.mark.parametrize("round_", range(2))
def test_two_undo_at_once_take_back_what_each_of_them_says(tmp_path, round_):
    """G10: the second takes back the first, or the entry before; never the same entry twice."""
    person = a_person(tmp_path)
    both = [person.start("undo", "--json", under=late(300)) for _ in range(2)]
    answers = [ended(each) for each in both]
    assert [answer.code for answer in answers] == [0, 0], answers
    voids = [row for row in person.rows if row["kind"] == "void"]
    assert len(voids) == 2
    assert voids[0]["of"] != voids[1]["of"]
    told = {json.loads(answer.out)["entry"]["of"] for answer in answers}
    assert told == {row["of"] for row in voids}


@pytest.mark.parametrize(
    "own_state", [False, True], ids=["one state folder", "a state folder each"]
)
def test_a_holder_that_hangs_is_named_and_readers_do_not_wait(tmp_path, own_state):
    """F07: one writer is stopped while it holds the lock."""
    person = a_person(tmp_path)
    holder = _stopped_holder(person, tmp_path)
    other = person.with_state(tmp_path / "other") if own_state else person
    try:
        assert other.run("status").code == 0
        answer = other.run("log", "rsk-03", "--json", seconds=30)
        assert answer.code == 1, answer
        assert answer.error["stored"] == []
        assert own_state or str(holder.pid) in answer.error["message"]
        assert person.content == LOGBOOK.encode()
    finally:
        holder.send_signal(signal.SIGCONT)
        holder.kill()
        holder.communicate()
    assert other.run("log", "rsk-03").code == 0


def _stopped_holder(person, place):
    """Start a program in an editor's place that keeps the lock: a log whose fsync never ends."""
    trace = place / "trace"
    points = points_of(place / "traced", a_person, ("log", "rsk-02"))
    first = next(point for point in points if point.call == "fsync")
    inject = (
        "-e",
        "trace=fsync",
        "-e",
        f"inject=fsync:signal=STOP:when={first.number}",
    )
    process = person.start("log", "rsk-02", under=strace(trace, *inject))
    return _Traced(process, trace)


class _Traced:
    """A program that strace runs: its own number is not strace's."""

    def __init__(self, process, trace):
        self.process = process
        self.pid = None
        while self.pid is None:
            text = trace.read_text(errors="replace") if trace.exists() else ""
            if "stopped by SIGSTOP" in text:
                self.pid = int(text.split()[0])
            assert process.poll() is None

    def send_signal(self, number):
        os.kill(self.pid, number)

    def kill(self):
        self.send_signal(signal.SIGKILL)

    def communicate(self):
        return self.process.communicate()
