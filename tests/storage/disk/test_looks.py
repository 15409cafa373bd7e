"""Who may do what with the logbook stays as its owner wanted it, and never opens for a moment."""

import errno
import os
import stat
import struct
from pathlib import Path

import pytest

from disks import FaultyFiles
from pmcareer.errors import NotStored
from pmcareer.storage.disk.files import Files, Looks, create_whole
from pmcareer.storage.logbook.appending import append_entries
from pmcareer.storage.logbook.reading import read_logbook

from builders import finished, logbook_text

LINUX = pytest.mark.skipif(not hasattr(os, "setxattr"), reason="Python knows attributes on Linux")
ROOT = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may give files away"
)
OLD, NEW = finished("pmf-01"), finished("pmf-02")
ACCESS, DEFAULT = "system.posix_acl_access", "system.posix_acl_default"
SOMEBODY, GROUP = 12_345, 23_456
# Of a list's entries: the owner, a user, the owning group, the most of those two, and others.
OWNER, USER, OWNING_GROUP, MASK, OTHER = 1, 2, 4, 16, 32
NOBODY_IN_PARTICULAR = 2**32 - 1
A_LIST = {OWNER: 6, USER: 4, OWNING_GROUP: 0, MASK: 4, OTHER: 0}
"""Rights of a file that one user may read beside its owner, and its group may not."""


def acl(rights):
    """Write a list as Linux keeps it."""
    entries = [
        struct.pack("<HHI", tag, right, 65_534 if tag == USER else NOBODY_IN_PARTICULAR)
        for tag, right in rights.items()
    ]
    return struct.pack("<I", 2) + b"".join(entries)


@pytest.fixture
def logbook(tmp_path):
    path = tmp_path / "home/logbook.toml"
    path.parent.mkdir()
    path.write_text(logbook_text(OLD))
    path.chmod(0o600)
    return path


@pytest.fixture
def state(tmp_path):
    return tmp_path / "state"


def given(path, name, value):
    try:
        os.setxattr(path, name, value)
    except OSError as error:
        pytest.skip(f"the disk of the tests keeps no {name}: {error}")


def attributes(path):
    return {name: os.getxattr(path, name) for name in os.listxattr(path)}


@LINUX
def test_the_access_list_and_the_attributes_are_kept(logbook, state):
    """G05."""
    given(logbook, ACCESS, acl(A_LIST))
    given(logbook, "user.tags", b"career")
    before, mode = attributes(logbook), logbook.stat().st_mode
    told = []
    for number in range(2):
        append_entries(logbook, state, [finished(id=f"n{number}")], say=told.append)
    assert attributes(logbook) == before
    assert logbook.stat().st_mode == mode
    assert stat.S_IMODE(mode) == 0o640
    assert told == []


class Watched(FaultyFiles):
    """A disk that tells, after each step at a new file, who may do what with it."""

    def __init__(self):
        super().__init__()
        self.seen = []

    def _do(self, name, operation, arguments):
        result = super()._do(name, operation, arguments)
        is_made = name == "create" and arguments[0].name.startswith(".logbook.toml")
        if is_made:
            self.path = arguments[0]
        if self.seen or is_made:
            path = self.path
            if path.exists():
                mode = stat.S_IMODE(path.stat().st_mode)
                self.seen.append((name, mode, ACCESS in os.listxattr(path), path.stat().st_size))
        return result


@LINUX
def test_a_new_file_is_never_more_open_than_the_old_one(logbook, state):
    """G05: whoever opens it while it is empty may read it when it is not."""
    given(logbook, ACCESS, acl(A_LIST))
    files = Watched()
    append_entries(logbook, state, [NEW], files=files)
    for name, mode, has_list, size in files.seen:
        # What the group's part of the mode says without a list, it says of the group.
        assert has_list or mode == 0o600, name
        assert size == 0 or (has_list and mode == 0o640), name


@LINUX
def test_a_list_that_the_folder_gives_its_new_files_does_not_open_the_logbook(logbook, state):
    """G05."""
    given(logbook.parent, DEFAULT, acl(A_LIST | {USER: 6, MASK: 6}))
    append_entries(logbook, state, [NEW])
    logbook.with_name("other.toml").touch()
    assert ACCESS in os.listxattr(logbook.with_name("other.toml"))
    assert os.listxattr(logbook) == []
    assert stat.S_IMODE(logbook.stat().st_mode) == 0o600

    logbook.unlink()
    append_entries(logbook, state, [NEW])
    assert os.listxattr(logbook) == []


class Keeps(Files):
    """A disk that can't keep some attributes."""

    def __init__(self, *refused):
        self.refused = refused

    def set_attribute(self, descriptor, name, value):
        if name in self.refused:
            raise OSError(errno.EPERM, "not permitted")
        super().set_attribute(descriptor, name, value)


@LINUX
def test_without_its_list_a_file_is_for_its_owner_alone_and_that_is_said(logbook, state):
    """G05."""
    given(logbook, ACCESS, acl(A_LIST))
    told = []
    append_entries(logbook, state, [NEW], files=Keeps(ACCESS), say=told.append)
    assert stat.S_IMODE(logbook.stat().st_mode) == 0o600
    assert read_logbook(logbook).entries == (OLD, NEW)
    (sentence,) = told
    assert sentence.startswith(f"The access list of {logbook} could not be kept")
    assert "only its owner may use it now" in sentence
    assert "setfacl" in sentence


@LINUX
def test_an_attribute_that_can_not_be_kept_is_named_and_the_mode_stays(logbook, state):
    given(logbook, "user.tags", b"career")
    given(logbook, "user.more", b"1")
    logbook.chmod(0o640)
    told = []
    append_entries(logbook, state, [NEW], files=Keeps("user.tags"), say=told.append)
    assert told == [
        f"Attributes of {logbook} could not be kept: user.tags. Set them anew: setfattr"
    ]
    assert attributes(logbook) == {"user.more": b"1"}
    assert stat.S_IMODE(logbook.stat().st_mode) == 0o640


@pytest.mark.parametrize("what", ["of the old file", "of the new file"])
def test_where_attributes_can_not_be_read_the_file_is_for_its_owner_alone(logbook, state, what):
    class Unread(Files):
        def attributes(self, file):
            if isinstance(file, Path) == (what == "of the old file"):
                raise OSError(errno.EIO, "input/output error")
            return super().attributes(file)

    logbook.chmod(0o644)
    told = []
    append_entries(logbook, state, [NEW], files=Unread(), say=told.append)
    if os.name == "posix":
        assert stat.S_IMODE(logbook.stat().st_mode) == 0o600
    assert read_logbook(logbook).entries == (OLD, NEW)
    assert len(told) == 1
    assert "only its owner may use it now" in told[0]


@LINUX
@pytest.mark.parametrize("number", [errno.ENOTSUP, errno.ENOSYS], ids=errno.errorcode.get)
def test_a_disk_without_attributes_has_none_to_lose(logbook, state, number):
    class Without(Files):
        def attributes(self, _file):
            raise OSError(number, os.strerror(number))

    logbook.chmod(0o640)
    told = []
    append_entries(logbook, state, [NEW], files=Without(), say=told.append)
    assert told == []
    assert stat.S_IMODE(logbook.stat().st_mode) == 0o640


@LINUX
def test_digests_of_the_old_content_are_not_kept(tmp_path):
    """Linux measures files: what was true of the old bytes is not of the new."""

    class Named(Files):
        def __init__(self):
            self.named = []

        def set_attribute(self, descriptor, name, value):  # noqa: ARG002 -- as the port has it
            self.named.append(name)

    wanted = {"security.ima": b"1", "security.evm": b"2", "security.selinux": b"3"}
    files = Named()
    lost = create_whole(files, tmp_path / "new", b"x", like=Looks(attributes=wanted))
    assert files.named == ["security.selinux"]
    assert lost == ()


def test_what_a_new_file_has_by_itself_is_not_asked_for_again(tmp_path):
    """SELinux labels each new file, and lets few set a label."""

    class Labels(Files):
        def attributes(self, file):  # noqa: ARG002 -- as the port has it
            return {"security.selinux": b"home"}

        def set_attribute(self, descriptor, name, value):  # noqa: ARG002 -- as the port has it
            raise OSError(errno.EPERM, "operation not permitted")

    for label, lost in [(b"home", ()), (b"other", ("security.selinux",))]:
        looks = Looks(attributes={"security.selinux": label})
        assert create_whole(Labels(), tmp_path / label.decode(), b"x", like=looks) == lost


@LINUX
def test_without_its_list_nobody_but_the_owner_may_even_start_a_file(tmp_path):
    looks = Looks(mode=0o777, is_known=False)
    create_whole(Files(), tmp_path / "new", b"x", like=looks)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700


UMASKS = [0o000, 0o077, 0o777]


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
@pytest.mark.parametrize("umask", UMASKS, ids=oct)
def test_whatever_the_umask_is_all_that_is_made_is_the_users_alone(tmp_path, umask):
    """F11, F47, G12: folders above, locks, the name beside a lock, and snapshots too."""
    place = tmp_path / "new"
    before = os.umask(umask)
    try:
        for number in range(2):
            entry = finished(id=f"n{number}")
            append_entries(place / "a/home/logbook.toml", place / "b/state", [entry])
    finally:
        os.umask(before)
    made = [place, *place.rglob("*")]
    modes = {stat.S_IMODE(path.stat().st_mode) for path in made if path.is_dir()}
    assert modes == {0o700}
    files = {path.suffix: stat.S_IMODE(path.stat().st_mode) for path in made if path.is_file()}
    # Those without a suffix are the receipts.
    assert files == {".toml": 0o600, ".lock": 0o600, ".pid": 0o600, "": 0o600}
    assert len(list(place.rglob("snapshots/*/*.toml"))) == 1


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_a_folder_that_hands_its_group_down_goes_on_doing_so(tmp_path):
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared").chmod(0o2770)
    Files().make_folder(tmp_path / "shared/new")
    assert stat.S_IMODE((tmp_path / "shared/new").stat().st_mode) & 0o777 == 0o700
    before = os.umask(0o777)
    try:
        Files().make_folder(tmp_path / "shared/newer")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "shared/newer").stat().st_mode) == 0o2700


def test_a_folder_that_is_there_stays_as_it_is(tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine").chmod(0o755)
    Files().make_folder(tmp_path / "mine")
    Files().make_folder(tmp_path / "mine/new")
    assert stat.S_IMODE((tmp_path / "mine").stat().st_mode) == 0o755


def owners(place):
    return {(path.lstat().st_uid, path.lstat().st_gid) for path in place.rglob("*")}


@ROOT
@pytest.mark.parametrize("has_home", [True, False], ids=["home is there", "its parent is"])
def test_what_root_makes_for_somebody_is_theirs(tmp_path, has_home):
    """G07: sudo pmcareer log."""
    place = tmp_path / "theirs"
    place.mkdir()
    os.chown(place, SOMEBODY, GROUP)
    logbook, state = place / "a/home/logbook.toml", place / "state/pmcareer"
    if has_home:
        logbook.parent.mkdir(parents=True)
        os.chown(logbook.parent, SOMEBODY, GROUP)
    for number in range(2):
        append_entries(logbook, state, [finished(id=f"n{number}")])
    assert (logbook.stat().st_uid, logbook.stat().st_gid) == (SOMEBODY, GROUP)
    assert owners(logbook.parent) == {(SOMEBODY, GROUP)}
    assert owners(state.parent) == {(SOMEBODY, GROUP)}
    assert len(list(state.rglob("*"))) == 10


@ROOT
def test_a_state_folder_of_roots_own_stays_roots_whosever_the_home_is(tmp_path):
    """G07: what root keeps of its own logbook must not become somebody else's."""
    home = tmp_path / "home"
    home.mkdir()
    os.chown(home, SOMEBODY, GROUP)
    for number in range(2):
        append_entries(
            home / "logbook.toml", tmp_path / "state/pmcareer", [finished(id=f"n{number}")]
        )
    assert owners(home) == {(SOMEBODY, GROUP)}
    # A snapshot is the very file that was replaced.
    made = [path for path in (tmp_path / "state").rglob("*") if path.suffix != ".toml"]
    assert {path.stat().st_uid for path in made} == {0}
    assert len(made) == 10


@ROOT
def test_what_root_makes_for_root_is_roots(tmp_path):
    """A home below a folder that others may write to is not given to its owner's group."""
    logbook, state = tmp_path / "home/logbook.toml", tmp_path / "state"
    append_entries(logbook, state, [NEW])
    assert owners(tmp_path) == {(0, tmp_path.stat().st_gid)}


class OthersRoot(Files):
    """A disk of a network, where root is somebody else and may give nothing away."""

    def make_folder(self, path, owner=None):
        if owner and not path.exists():
            raise OSError(errno.EPERM, "not permitted")
        super().make_folder(path)

    def own_like(self, descriptor, owner, group):  # noqa: ARG002 -- the port says what it takes
        raise OSError(errno.EPERM, "not permitted")


@ROOT
@pytest.mark.parametrize("has_home", [True, False], ids=["home is there", "its parent is"])
def test_what_can_not_be_given_to_its_owner_is_refused_before_it_is_there(tmp_path, has_home):
    """G07."""
    place = tmp_path / "theirs"
    place.mkdir()
    if has_home:
        (place / "home").mkdir()
        os.chown(place / "home", SOMEBODY, GROUP)
    os.chown(place, SOMEBODY, GROUP)
    before = sorted(place.rglob("*"))
    with pytest.raises(NotStored, match="permission denied; nothing was logged"):
        append_entries(place / "home/logbook.toml", tmp_path / "state", [NEW], files=OthersRoot())
    assert sorted(place.rglob("*")) == before


@ROOT
def test_a_folder_that_can_not_be_given_away_is_not_left_there(tmp_path):
    class Refusing(Files):
        def own_folder(self, *_):
            raise OSError(errno.EPERM, "not permitted")

    with pytest.raises(OSError, match="not permitted"):
        Refusing().make_folder(tmp_path / "new", (SOMEBODY, GROUP))
    assert list(tmp_path.iterdir()) == []


@ROOT
def test_root_gives_nobody_a_file_that_has_another_name_or_is_a_link(tmp_path):
    """The folder is theirs: they may have put a name of root's own file there."""
    precious = tmp_path / "precious"
    precious.write_text("root's")
    (tmp_path / "hard.lock").hardlink_to(precious)
    (tmp_path / "soft.lock").symlink_to(precious)
    for name in ("hard.lock", "soft.lock"):
        with pytest.raises(OSError, match=r"not permitted|symbolic links"):
            Files().give(tmp_path / name, SOMEBODY, GROUP)
    assert precious.stat().st_uid == 0
