"""Real disks: two of them, full, read-only, mounted over, and one whose power is cut."""

import errno
import fcntl
import os
import struct
from contextlib import contextmanager, suppress

import pytest

from faults.outside.surroundings import (
    LOGBOOK,
    Person,
    a_person,
    done,
    ended,
    late,
    leftovers,
    needs_root,
    tool,
)

pytestmark = pytest.mark.slow

LOG = ("log", "rsk-02", "--minutes", "30")
SHUTDOWN, LOSE_THE_JOURNAL, FLUSH_THE_JOURNAL = 0x8004587D, 2, 1


@contextmanager
def a_disk(place, *options, kind="tmpfs", device="tmpfs"):
    """Mount a disk as long as it is needed."""
    needs_root()
    place.mkdir(exist_ok=True)
    done("mount", "-t", kind, *options, str(device), str(place))
    try:
        yield place
    finally:
        done("umount", "-l", str(place))


def _on(disk, tmp_path):
    """Make a person whose home lies on a disk of its own."""
    person = a_person(tmp_path / "p")
    home = disk / "home"
    home.mkdir()
    (home / "logbook.toml").write_text(LOGBOOK, encoding="utf-8")
    return Person(home, person.state, person.curriculum)


def _with_state_on(disk, tmp_path):
    return a_person(tmp_path / "p").with_state(disk / "state")


def test_home_and_state_on_two_disks_keep_all_that_is_logged_merged_and_undone(
    tmp_path,
):
    """G09: no second name of a file reaches from one disk to another."""
    with a_disk(tmp_path / "disk", "-o", "size=1m") as disk:
        person = _on(disk, tmp_path)
        conflict = person.home / "logbook (conflicted copy).toml"
        conflict.write_text(
            LOGBOOK.replace("bbbbbbbbbb", "cccccccccc") + "# theirs\n", encoding="utf-8"
        )
        assert person.run(*LOG).code == 0
        assert person.run("undo").code == 0
        mended = person.run("doctor", "--fix")
        assert mended.code == 0, mended
        assert {"aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc"} <= set(person.ids)
        assert len(person.ids) == 5
        assert person.content.startswith(LOGBOOK.encode())
        assert leftovers(person) == []
        kept = [path.read_bytes() for path in person.state.rglob("*") if path.is_file()]
        assert any(content.endswith(b"# theirs\n") for content in kept)
        assert LOGBOOK.encode() in kept


@pytest.mark.parametrize("which", ["home", "state"])
def test_a_full_disk_says_so_or_stores(tmp_path, which):
    """F03, G07: with no page free, one, two and three; a full state folder is no reason to refuse."""
    with a_disk(tmp_path / "disk", "-o", "size=1m") as disk:
        person = {"home": _on, "state": _with_state_on}[which](disk, tmp_path)
        filler = disk / "filler"
        _fill(filler)
        for pages in range(4):
            os.truncate(filler, filler.stat().st_size - (4096 if pages else 0))
            before, ids = person.content, person.ids
            answer = person.run("log", "rsk-02", "--minutes", "30", "--again", "--json")
            if answer.code == 0:
                assert len(person.ids) == len(ids) + 1
            else:
                assert which == "home", answer
                assert answer.error["stored"] == []
                assert "full" in answer.error["message"]
                assert person.content == before
            assert person.content.startswith(before)
        assert leftovers(person) == []
        filler.unlink()
        assert person.run("log", "rsk-03").code == 0


def _fill(filler):
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(b"x" * 4096)


def test_a_read_only_disk_can_be_read_and_says_why_nothing_is_logged(tmp_path):
    """F13."""
    with a_disk(tmp_path / "disk", "-o", "size=1m") as disk:
        person = _on(disk, tmp_path)
        done("mount", "-o", "remount,ro", str(disk))
        for reading in (("next",), ("status",), ("history",)):
            assert person.run(*reading).code == 0
        answer = person.run(*LOG, "--json")
        assert answer.code == 1
        assert "read-only" in answer.error["message"] or "denied" in answer.error["message"]
        assert answer.error["stored"] == []
        assert person.content == LOGBOOK.encode()


def test_a_read_only_state_folder_is_no_reason_to_refuse(tmp_path):
    """G07: locks, snapshots and receipts lie there, and none of them is the entry."""
    with a_disk(tmp_path / "disk", "-o", "size=1m") as disk:
        person = _with_state_on(disk, tmp_path)
        done("mount", "-o", "remount,ro", str(disk))
        answer = person.run(*LOG)
        assert answer.code == 0, answer
        assert len(person.ids) == 3
        assert answer.err
        assert person.run("status").code == 0


def test_a_file_that_is_a_mount_of_its_own_says_so_and_is_left_alone(tmp_path):
    """F14: what lies under a mount can't be put in its place by another."""
    with a_disk(tmp_path / "disk", "-o", "size=1m") as disk:
        person = _on(disk, tmp_path)
        source = disk / "source.toml"
        source.write_text(LOGBOOK, encoding="utf-8")
        done("mount", "--bind", str(source), str(person.logbook))
        try:
            answer = person.run(*LOG, "--json")
        finally:
            done("umount", "-l", str(person.logbook))
        assert answer.code == 1
        assert "mount" in answer.error["hint"]
        assert answer.error["stored"] == []
        assert source.read_bytes() == person.content == LOGBOOK.encode()
        assert leftovers(person) == []


def test_two_names_of_one_folder_by_a_bind_mount_lose_nothing(tmp_path):
    """G01: container and host, each with a state folder and a path of its own."""
    needs_root()
    person = a_person(tmp_path / "p")
    seen = tmp_path / "seen"
    seen.mkdir()
    done("mount", "--bind", str(person.home), str(seen))
    try:
        inside = Person(seen, tmp_path / "inside", person.curriculum)
        said = []
        for number in range(8):
            pair = [
                each.start("lesson", f"{name} {number}", "--json", under=late(100))
                for name, each in (("host", person), ("inside", inside))
            ]
            said += [(ended(process).code, number) for process in pair]
        stored = [number for code, number in said if code == 0]
        assert len(person.ids) == 2 + len(stored)
        assert len(stored) == 16, said
    finally:
        done("umount", "-l", str(seen))


@pytest.mark.parametrize("how", [LOSE_THE_JOURNAL, FLUSH_THE_JOURNAL], ids=["lost", "flushed"])
def test_what_was_said_to_be_stored_is_there_after_the_power_is_cut(tmp_path, how):
    """F02: on a real ext4, whose journal since the last commit is lost."""
    image, disk = _an_image(tmp_path / "image"), tmp_path / "disk"
    with _of(image, disk):
        person = _on(disk, tmp_path)
        os.sync()
    said = []
    for number in range(4):
        with _of(image, disk):
            person = Person(disk / "home", tmp_path / "p/state", tmp_path / "p/small.toml")
            assert said == [row["text"] for row in person.rows[2:]], number
            text = f"before cut {number}"
            answer = person.run("lesson", text)
            assert answer.code == 0, answer
            said.append(text)
            _cut(disk, how)
    with _of(image, disk):
        assert said == [row["text"] for row in person.rows[2:]]
        assert person.content.startswith(LOGBOOK.encode())
        assert person.run("log", "rsk-02").code == 0


def _an_image(path):
    needs_root()
    tool("losetup")
    path.touch()
    os.truncate(path, 16 << 20)
    done("mkfs.ext4", "-q", "-F", str(path))
    return path


def _of(image, disk):
    """Mount an image whose journal is not written out before we say so."""
    return a_disk(disk, "-o", "loop,commit=600", kind="ext4", device=image)


TORN = '\n[[entries]]\nkind = "lesson"\ntext = "half of an en'
THEIRS = LOGBOOK.replace("bbbbbbbbbb", "cccccccccc") + "# theirs, and nowhere else\n"


def test_what_is_put_away_is_durable_before_it_is_taken_away(tmp_path):
    """G09: the disk of the state folder loses power right after `doctor --fix` has answered."""
    image, disk = _an_image(tmp_path / "image"), tmp_path / "disk"
    person = _with_state_on(disk, tmp_path)
    with person.logbook.open("a", encoding="utf-8") as logbook:
        logbook.write(TORN)
    conflict = person.home / "logbook.sync-conflict-20261120-101010-ABCDEFG.toml"
    conflict.write_text(THEIRS, encoding="utf-8")
    with _of(image, disk):
        answer = person.run("doctor", "--fix")
        assert answer.code == 0, answer
        _cut(disk, LOSE_THE_JOURNAL)
    assert not conflict.exists()
    assert person.ids == ["aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc"]
    with _of(image, disk):
        kept = [path.read_bytes() for path in person.state.rglob("*") if path.is_file()]
    assert THEIRS.encode() in kept
    assert any(TORN.strip().encode() in content for content in kept)


def _cut(disk, how):
    folder = os.open(disk, os.O_RDONLY)
    try:
        fcntl.ioctl(folder, SHUTDOWN, struct.pack("I", how))
    except OSError as error:
        if error.errno in (errno.ENOTTY, errno.EOPNOTSUPP):
            pytest.skip("this ext4 can't be shut down")
        raise
    finally:
        os.close(folder)
