"""What is kept of a file beside its bytes: who may read it, whose it is, what others noted on it."""

import os
import stat

import pytest

from faults.outside.surroundings import LOGBOOK, a_person, done, needs_root, tool

pytestmark = pytest.mark.slow

LOG = ("log", "rsk-02", "--minutes", "30")


@pytest.fixture
def person(tmp_path):
    return a_person(tmp_path)


def _mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_a_group_that_an_acl_keeps_out_is_kept_out(person):
    """G05: the group's bits of the mode are the mask there, and giving them to the group lets it in."""
    tool("getfacl")
    done("setfacl", "-m", "u:65534:r--,g::---,m::r--", str(person.logbook))
    before = done("getfacl", "-c", "-n", "-p", str(person.logbook))
    assert "group::---" in before
    assert person.run(*LOG).code == 0
    assert done("getfacl", "-c", "-n", "-p", str(person.logbook)) == before
    assert person.run("undo").code == 0
    assert done("getfacl", "-c", "-n", "-p", str(person.logbook)) == before


def test_a_folder_that_gives_new_files_an_acl_opens_no_logbook_of_mode_600(person):
    """G05: a default ACL of the folder would let a group read what is put in the file's place."""
    done("setfacl", "-d", "-m", "g:65534:r--,m::r--", str(person.home))
    before = done("getfacl", "-c", "-n", "-p", str(person.logbook))
    assert person.run(*LOG).code == 0
    assert done("getfacl", "-c", "-n", "-p", str(person.logbook)) == before
    assert _mode(person.logbook) == 0o600


def test_what_others_noted_on_the_file_is_kept(person):
    """G05: tags of a desktop, marks of a sync or a backup."""
    try:
        os.setxattr(person.logbook, "user.tags", b"mine,dear")
    except OSError as error:
        pytest.skip(f"no attributes here: {error}")
    assert person.run(*LOG).code == 0
    assert os.getxattr(person.logbook, "user.tags") == b"mine,dear"


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o660], ids=oct)
@pytest.mark.parametrize("command", [LOG, ("undo",)], ids=["log", "undo"])
def test_the_mode_is_kept(person, mode, command):
    """F11."""
    person.logbook.chmod(mode)
    assert person.run(*command).code == 0
    assert _mode(person.logbook) == mode


def test_owner_and_group_are_kept_when_root_logs(person):
    """F11, G07: `sudo pmcareer log`."""
    needs_root()
    for path in (person.home, person.logbook):
        os.chown(path, 12_345, 23_456)
    answer = person.run(*LOG)
    status = person.logbook.stat()
    assert (status.st_uid, status.st_gid) == (12_345, 23_456)
    assert answer.code in {0, 1}
    assert (answer.code == 0) == (len(person.ids) == 3), answer


def test_a_second_name_of_the_file_is_spoken_of(person):
    """G12: it will hold the old state from now on, and whoever made it should know."""
    second = person.home.parent / "second.toml"
    os.link(person.logbook, second)
    answer = person.run(*LOG)
    assert answer.code == 0
    assert "name" in answer.err
    assert "link" in answer.err
    assert second.read_bytes() in (LOGBOOK.encode(), person.content)


@pytest.mark.parametrize("logbook", [None, LOGBOOK], ids=["new", "existing"])
def test_an_open_umask_opens_nothing(tmp_path, logbook):
    """G12: whatever the umask, only the user can read what is made."""
    person = a_person(tmp_path, logbook=logbook)
    if logbook is None:
        person.home.rmdir()
    open_to_all = ("/bin/sh", "-c", 'umask 0; exec "$@"', "sh")
    assert person.run(*LOG, under=open_to_all).code == 0
    assert person.run("undo", under=open_to_all).code == 0
    made = [person.logbook, *person.state.rglob("*")]
    if logbook is None:
        made.append(person.home)
    opened = [str(path) for path in made if _mode(path) & 0o077]
    assert opened == []


def test_snapshots_share_no_file_with_the_logbook(person):
    """G01: who writes into the logbook in place must not write into its snapshot."""
    assert person.run(*LOG).code == 0
    number = person.logbook.stat().st_ino
    shared = [path for path in person.state.rglob("*") if path.stat().st_ino == number]
    assert shared == []
    with person.logbook.open("r+b") as logbook:
        logbook.truncate(0)
    kept = [path.read_bytes() for path in person.state.rglob("*.toml")]
    assert LOGBOOK.encode() in kept


def test_reading_leaves_every_time_and_every_name_as_it_is(person):
    """Whoever only looks leaves no trace."""
    before = {path: path.stat().st_mtime_ns for path in (person.home, person.logbook)}
    for command in (
        ("next",),
        ("status",),
        ("plan",),
        ("history",),
        ("doctor",),
        ("gap",),
    ):
        assert person.run(*command).code in {0, 1}
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert not person.state.exists()
