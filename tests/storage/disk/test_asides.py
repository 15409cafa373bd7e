"""What is said beside an entry that is stored: what could not be had, in which folder, and the mend."""

import os
from errno import EACCES, EBUSY, EDQUOT, EIO, ENOSPC, EPERM, EROFS
from pathlib import Path

import pytest

from pmcareer.storage.disk.asides import (
    Asides,
    how_to_write,
    lost_attributes,
    other_names,
    other_version,
)
from pmcareer.storage.disk.files import UNREAD, reason_of

REAL = Path("home/logbook.toml")
LOOK = "Look at that folder, or move it away."


def system_error(number):
    return OSError(number, os.strerror(number))


def told_of(folder, *missed):
    said = []
    asides = Asides(said.append)
    for what, error in missed:
        asides.miss(what, folder, error)
    asides.tell()
    return said


@pytest.mark.parametrize("number", [ENOSPC, EDQUOT])
def test_a_full_disk_is_named_with_its_mend(tmp_path, number):
    """G07."""
    (said,) = told_of(tmp_path, ("snapshot", system_error(number)))
    assert said.startswith(f"There is no snapshot in {tmp_path}: ")
    assert said.endswith(". Free some space there.")


def test_of_a_disk_that_is_read_only_another_folder_is_advised(tmp_path):
    """G07."""
    assert told_of(tmp_path, ("lock", system_error(EROFS))) == [
        f"There is no lock in {tmp_path}: the disk is read-only. Name another folder: XDG_STATE_HOME"
    ]


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")
@pytest.mark.parametrize("number", [EACCES, EPERM])
def test_a_folder_of_somebody_else_is_to_be_made_ones_own(tmp_path, number):
    """G07: the folder is there, or that above it does not let us make it."""
    error = ("snapshot", system_error(number))
    (there,) = told_of(tmp_path, error)
    assert there.endswith(
        f"Make it yours: sudo chown -R $(id -un) {tmp_path}; chmod -R u+rwX {tmp_path}"
    )
    (missing,) = told_of(tmp_path / "none", error)
    assert missing.endswith(f"Make it: sudo install -d -o $(id -un) {tmp_path / 'none'}")


def test_what_is_no_error_of_the_system_is_told_in_its_own_words(tmp_path):
    """G07."""
    assert told_of(tmp_path, ("snapshot", ValueError("Year 0 is out of range"))) == [
        f"There is no snapshot in {tmp_path}: year 0 is out of range. {LOOK}"
    ]
    assert told_of(tmp_path, ("snapshot", ValueError())) == [
        f"There is no snapshot in {tmp_path}: ValueError. {LOOK}"
    ]


def test_of_one_folder_one_sentence_tells_all(tmp_path):
    """G07: the lock and the snapshot, for one reason, or for two."""
    denied, broken = system_error(EACCES), system_error(EIO)
    (once,) = told_of(tmp_path, ("lock", denied), ("snapshot", denied))
    assert once.startswith(f"There is no lock and no snapshot in {tmp_path}: permission denied. ")
    (both,) = told_of(tmp_path, ("lock", denied), ("snapshot", broken))
    assert "permission denied and the disk reports an input/output error. " in both


def test_what_is_told_is_told_once():
    said = []
    asides = Asides(said.append)
    for sentence in ("One.", "Two.", "One."):
        asides.add(sentence)
    asides.tell()
    asides.tell()
    assert said == ["One.", "Two."]


def test_what_a_file_could_not_keep_is_named_with_the_tool_that_gives_it_back():
    """G05."""
    assert lost_attributes(REAL, ["user.tag", "user.mood"]) == (
        f"Attributes of {REAL} could not be kept: user.tag, user.mood. Set them anew: setfattr"
    )
    of_lists = lost_attributes(REAL, ["user.tag", "system.posix_acl_access"])
    assert of_lists.startswith(f"The access list of {REAL} could not be kept (user.tag, system.")
    assert of_lists.endswith("so only its owner may use it now. Set it anew: setfacl")
    unread = lost_attributes(REAL, [UNREAD, "user.tag"])
    assert unread.startswith(
        f"The attributes of {REAL} could not be read or kept, so only its owner"
    )


def test_another_version_is_named_with_the_command_that_merges_it():
    """G01."""
    said = other_version(REAL, Path("home/.other"))
    assert said.startswith(f"Another program wrote {REAL} in the same moment; its version lies in ")
    assert said.endswith(
        f"lies in {Path('home/.other')}. Add what only that one has: pmcareer merge "
        f"{Path('home/.other')}"
    )


def test_hard_links_are_counted_in_words():
    """G12."""
    one, two = other_names(REAL, 1), other_names(REAL, 2)
    assert one.startswith(f"{REAL} had another name on this disk (a hard link). It keeps what was")
    assert two == (
        f"{REAL} had 2 other names on this disk (a hard link). They keep what was there before. "
        f"For a backup that is right; to keep one file under two names: ln -sf {REAL} OTHER_NAME"
    )
    assert one.endswith(two.partition("before.")[2])


def test_a_file_of_ones_own_that_one_may_not_write_is_mended_by_its_mode(tmp_path):
    """F12."""
    assert how_to_write(REAL, tmp_path.stat()) == f"Allow it: chmod u+w {REAL}"


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="users of POSIX")
def test_a_file_of_another_user_is_not_ones_own_to_mend():
    """F12."""
    of_root, ours = Path("/").stat(), os.geteuid()
    os.seteuid(ours or 12_345)
    try:
        mend = how_to_write(REAL, of_root)
    finally:
        os.seteuid(ours)
    assert mend == "It belongs to another user: choose another --home."


REASONS = [
    (OSError(EBUSY, "Device or resource busy"), "device or resource busy"),
    (OSError(EIO, "Input/output error"), "the disk reports an input/output error"),
    (OSError("No room"), "no room"),
]


@pytest.mark.parametrize(("error", "said"), REASONS, ids=[said for _, said in REASONS])
def test_a_reason_is_told_in_words_and_without_its_number(error, said):
    assert reason_of(error) == said
