"""What comes out of an exchange is looked at: nobody's version is ever lost, wherever we stop."""

import errno
import os
from contextlib import suppress

import pytest

from disks import (
    FaultyFiles,
    Killed,
    disk_full,
    failing,
    input_output_error,
    killed_after,
    killed_before,
)
from pmcareer.errors import NotConfirmed, NotStored
from pmcareer.storage.disk.files import Files
from pmcareer.storage.disk.leftovers import leftovers_of
from pmcareer.storage.disk.replacing import replace_file
from pmcareer.storage.disk.snapshots import read_snapshots
from pmcareer.storage.logbook.appending import append_entries
from pmcareer.storage.logbook.reading import Basis, logbook_in, read_logbook
from sweeps import sweep

from builders import finished, logbook_text

OLD, NEW, THEIRS = finished("pmf-01"), finished("pmf-02"), finished("pmf-03")
THIRD, LATER = finished("pmf-04"), finished("pmf-05")
MOST_STEPS = 120
WITH_EXCHANGE = pytest.mark.skipif(os.name != "posix", reason="needs an exchange of two names")


@pytest.fixture
def logbook(tmp_path):
    return a_logbook(tmp_path)


def a_logbook(place):
    path = place / "home/logbook.toml"
    path.parent.mkdir(parents=True)
    path.write_text(logbook_text(OLD))
    return path


@pytest.fixture
def state(tmp_path):
    return tmp_path / "state"


def saved(path, text):
    """Save as most programs do: another file in the place of the first."""
    other = path.with_name("other")
    other.write_text(text)
    other.replace(path)


class InTheMoment(FaultyFiles):
    """A disk on which another program saves in the moment of the first exchanges."""

    def __init__(self, logbook, texts, at=0, fault=None):
        super().__init__(at, fault)
        self.logbook = logbook
        self.texts = list(texts)

    def _do(self, name, operation, arguments):
        if name == "exchange" and self.texts and not self.is_dead:
            text = self.texts.pop(0)
            if text is not None:
                saved(self.logbook, text)
        return super()._do(name, operation, arguments)


def everywhere(logbook):
    """Give the entries of the file and of all that lies beside it, whole."""
    found = set(read_logbook(logbook).entries)
    for left in logbook.parent.glob(".logbook.toml.tmp-*"):
        found |= set(logbook_in(left.read_bytes(), file="").entries)
    return found


def each_try(texts):
    """Save before the first exchange of each try, and not before ours is taken back."""
    return [each for text in texts for each in (text, None)]


@WITH_EXCHANGE
@pytest.mark.parametrize("times", [1, 4])
def test_what_is_saved_in_the_moment_of_the_exchange_is_kept_and_built_upon(logbook, state, times):
    """F09, G01: by another machine, a sync client or an editor, after the last look."""
    texts = [f"{logbook_text(OLD, THEIRS)}# {number}\n" for number in range(times)]
    told = []
    files = InTheMoment(logbook, each_try(texts))
    append_entries(logbook, state, [NEW], files=files, say=told.append)
    assert read_logbook(logbook).entries == (OLD, THEIRS, NEW)
    assert logbook.read_text().startswith(texts[-1])
    assert [path.name for path in logbook.parent.iterdir()] == ["logbook.toml"]
    assert told == []


@WITH_EXCHANGE
def test_who_saves_all_the_time_is_left_alone_after_five_exchanges(logbook, state):
    """F09."""
    texts = [f"{logbook_text(OLD)}# {number}\n" for number in range(9)]
    with pytest.raises(NotStored, match="changed by another program all the time"):
        append_entries(logbook, state, [NEW], files=InTheMoment(logbook, each_try(texts)))
    assert logbook.read_text() == texts[4]
    assert [path.name for path in logbook.parent.iterdir()] == ["logbook.toml"]


class ThirdComes(InTheMoment):
    """A disk on which another machine builds upon ours before it is taken back."""

    def read(self, path):
        if path.name.startswith(".logbook") and not self.texts and self.third:
            saved(self.logbook, self.logbook.read_text() + self.third)
            self.third = ""
        return super().read(path)

    third = logbook_text(THIRD).split("format = 1\n")[1]

    def _do(self, name, operation, arguments):
        if name == "read":
            operation = type(self).read
        return super()._do(name, operation, arguments)


@WITH_EXCHANGE
def test_an_answer_that_another_machine_has_built_upon_is_true_of_what_is_there(logbook, state):
    """G04: no other answer is worked out, or the entry would be there twice."""
    files = ThirdComes(logbook, [logbook_text(OLD, THEIRS)])
    basis = Basis(raw=logbook.read_bytes())
    assert append_entries(logbook, state, [NEW], files=files, basis=basis) == (NEW.id,)
    assert read_logbook(logbook).entries == (OLD, NEW, THIRD)


@WITH_EXCHANGE
def test_a_third_version_that_comes_before_ours_is_taken_back_stays(logbook, state):
    """G01: another machine has built upon ours already; the one that came out lies beside it."""

    told, done = [], []
    files = ThirdComes(logbook, [logbook_text(OLD, THEIRS)])
    replaced = logbook.read_bytes()

    def compose(old):
        if NEW in logbook_in(old, file="").entries:
            return old
        return old + logbook_text(NEW).split("format = 1\n")[1].encode()

    replace_file(
        logbook, state, compose, files=files, say=told.append, done=lambda *each: done.append(each)
    )
    assert read_logbook(logbook).entries == (OLD, NEW, THIRD)
    assert everywhere(logbook) == {OLD, NEW, THIRD, THEIRS}
    (left,) = logbook.parent.glob(".logbook.toml.tmp-*")
    (sentence,) = told
    assert f"its version lies in {left}" in sentence
    assert f"pmcareer merge {left}" in sentence
    assert done == [(replaced, logbook.read_bytes())]


@WITH_EXCHANGE
def test_a_third_version_that_comes_while_ours_is_taken_back_lies_beside_the_file(logbook, state):
    """G01: between the look and the exchange back."""
    third = logbook_text(OLD, NEW, THIRD)
    files = InTheMoment(logbook, [logbook_text(OLD, THEIRS), third])
    told = []
    append_entries(logbook, state, [NEW], files=files, say=told.append)
    assert read_logbook(logbook).entries == (OLD, THEIRS, NEW)
    (left,) = logbook.parent.glob(".logbook.toml.tmp-*")
    assert left.read_text() == third
    assert len(told) == 1
    assert str(left) in told[0]

    # And no sweep takes it for what a crash has left.
    os.utime(left, (0, 0))
    append_entries(logbook, state, [LATER])
    assert left.read_text() == third
    assert leftovers_of(logbook) == (left,)


ONCE = [logbook_text(OLD, THEIRS)]
AGAIN_WHEN_IT_IS_PUT_BACK = [*ONCE, logbook_text(OLD, THEIRS, THIRD)]
FAULTS = [
    input_output_error,
    killed_after,
    pytest.param(killed_before, marks=pytest.mark.slow),
    pytest.param(disk_full, marks=pytest.mark.slow),
    pytest.param(failing(errno.ENOENT), marks=pytest.mark.slow),
]
KINDS = [input_output_error, disk_full, killed_before, killed_after]
THEIR_TEXTS = [ONCE, pytest.param(AGAIN_WHEN_IT_IS_PUT_BACK, marks=pytest.mark.slow)]


@WITH_EXCHANGE
@pytest.mark.parametrize("texts", THEIR_TEXTS, ids=["once", "and when it is put back"])
@pytest.mark.parametrize("fault", FAULTS)
def test_wherever_we_stop_nobodys_version_is_lost(tmp_path, fault, texts):
    """F01, G01: each step fails once, with another program's save between look and exchange."""
    for at in range(1, MOST_STEPS):
        place = tmp_path / str(at)
        logbook = a_logbook(place)
        files = InTheMoment(logbook, texts, at, fault)
        is_stored = None
        with suppress(Killed, NotConfirmed):
            try:
                append_entries(logbook, place / "state", [NEW], files=files)
                is_stored = True
            except NotStored:
                is_stored = False
        saves = len(texts) - len(files.texts)
        wanted = {OLD} | ({THEIRS} if saves else set()) | ({THIRD} if saves > 1 else set())
        assert wanted <= everywhere(logbook), at
        if is_stored is not None:
            assert (NEW in read_logbook(logbook).entries) is is_stored, at
            assert THEIRS in read_logbook(logbook).entries or saves == 0 or is_stored, at
        _age(logbook)
        append_entries(logbook, place / "state", [LATER])
        assert wanted | {LATER} <= everywhere(logbook), at
        if not files.has_failed:
            return
    pytest.fail("the write path has more steps than this test looks at")


def _age(logbook):
    for left in logbook.parent.glob(".logbook.toml.tmp-*"):
        os.utime(left, (0, 0))


@WITH_EXCHANGE
def test_ours_that_can_not_be_taken_back_is_said_to_be_there_and_theirs_is_named(logbook, state):
    append_entries(logbook, state, [LATER])
    logbook.write_text(logbook_text(OLD))
    good = InTheMoment(logbook, [logbook_text(OLD, THEIRS)])
    append_entries(logbook, state, [NEW], files=good)
    at = [number for number, name in enumerate(good.trace) if name == "exchange"][1]
    logbook.write_text(logbook_text(OLD))
    files = InTheMoment(logbook, [logbook_text(OLD, THEIRS)], at + 1, input_output_error)
    with pytest.raises(NotConfirmed, match="another program's version lies in ") as unsure:
        append_entries(logbook, state, [NEW], files=files)
    assert unsure.value.stored == (NEW.id,)
    (left,) = logbook.parent.glob(".logbook.toml.tmp-*")
    assert str(left) in unsure.value.message
    assert left.read_text() == logbook_text(OLD, THEIRS)
    assert read_logbook(logbook).entries == (OLD, NEW)


@WITH_EXCHANGE
def test_who_had_the_old_file_open_and_writes_into_it_finds_that_kept(logbook, state):
    """F09: an editor that saves in place, begun before the exchange and done after it."""
    append_entries(logbook, state, [finished("pmf-00")])
    editor = logbook.open("a")

    class SavesLate(Files):
        def sync_folder(self, path):
            if path == logbook.parent and not editor.closed:
                editor.write("# late, and in place\n")
                editor.close()
            super().sync_folder(path)

    told = []
    append_entries(logbook, state, [NEW], files=SavesLate(), say=told.append)
    assert NEW in read_logbook(logbook).entries
    (left,) = logbook.parent.glob(".logbook.toml.tmp-*")
    assert left.read_text().endswith("# late, and in place\n")
    assert len(told) == 1
    assert str(left) in told[0]


class WithoutExchange(FaultyFiles):
    """A network's disk, Windows, or an old container: one name is put in the place of another."""

    number = errno.ENOSYS

    def _do(self, name, operation, arguments):
        if name == "exchange":
            return super()._do(name, self._refuse, arguments)
        return super()._do(name, operation, arguments)

    def _refuse(self, *_):
        raise OSError(self.number, os.strerror(self.number))


@pytest.mark.parametrize(
    "number",
    [errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM],
    ids=errno.errorcode.get,
)
def test_where_names_can_not_be_exchanged_one_is_put_in_the_place_of_the_other(
    logbook, state, number
):
    files = WithoutExchange()
    files.number = number
    before = logbook.read_bytes()
    append_entries(logbook, state, [NEW], files=files)
    assert read_logbook(logbook).entries == (OLD, NEW)
    (snapshot,) = read_snapshots(logbook, state)
    assert snapshot.path.read_bytes() == before
    # The copy first: after the rename there would be nothing to copy.
    assert files.trace.index("replace") < len(files.trace) - files.trace[::-1].index("replace")
    assert [path.name for path in logbook.parent.iterdir()] == ["logbook.toml"]


@pytest.mark.parametrize("fault", sweep(KINDS, quick=[disk_full, killed_after]))
def test_without_an_exchange_too_there_is_the_old_file_or_the_new_one(tmp_path, fault):
    """F01, F03, F05."""
    for at in range(1, MOST_STEPS):
        place = tmp_path / str(at)
        logbook = a_logbook(place)
        files = WithoutExchange(at, fault)
        entries = {(OLD,), (OLD, NEW)}
        try:
            append_entries(logbook, place / "state", [NEW], files=files)
            entries = {(OLD, NEW)}
        except NotStored:
            entries = {(OLD,)}
        except (NotConfirmed, Killed):
            pass
        assert read_logbook(logbook).entries in entries, at
        if not files.has_failed:
            return
    pytest.fail("the write path has more steps than this test looks at")


def test_without_an_exchange_what_comes_while_the_snapshot_is_made_is_seen(logbook, state):
    """F09: the look is repeated just before the rename."""

    class SavesMeanwhile(WithoutExchange):
        has_saved = False

        def _do(self, name, operation, arguments):
            if name == "now" and not self.has_saved:
                self.has_saved = True
                saved(logbook, logbook_text(OLD, THEIRS))
            return super()._do(name, operation, arguments)

    append_entries(logbook, state, [NEW], files=SavesMeanwhile())
    assert read_logbook(logbook).entries == (OLD, THEIRS, NEW)


class FirstOf(Files):
    """A disk on which another writer's first file comes between our look and our link."""

    def __init__(self, path, text):
        self.path = path
        self.text = text

    def link(self, source, target):
        if self.text and target == self.path:
            self.path.write_text(self.text)
            self.text = ""
        super().link(source, target)


def test_two_first_writers_do_not_lose_one_of_them(tmp_path, state):
    """G01: each with a state folder of its own, both seeing no file."""
    logbook = tmp_path / "home/logbook.toml"
    append_entries(logbook, state, [NEW], files=FirstOf(logbook, logbook_text(THEIRS)))
    assert read_logbook(logbook).entries == (THEIRS, NEW)
    assert [path.name for path in logbook.parent.iterdir()] == ["logbook.toml"]


@pytest.mark.parametrize(
    "number", [errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EACCES], ids=errno.errorcode.get
)
def test_on_a_disk_without_links_the_first_entry_is_stored_as_well(tmp_path, state, number):
    """FAT on a stick, Android."""

    class WithoutLinks(Files):
        def link(self, source, target):  # noqa: ARG002 -- the port says what it takes
            raise OSError(number, os.strerror(number))

    logbook = tmp_path / "home/logbook.toml"
    append_entries(logbook, state, [NEW], files=WithoutLinks())
    assert read_logbook(logbook).entries == (NEW,)
    assert [path.name for path in logbook.parent.iterdir()] == ["logbook.toml"]


def test_a_file_that_goes_in_the_moment_of_the_exchange_is_begun_anew(logbook, state):
    class Gone(Files):
        left = 1

        def exchange(self, one, other):
            if self.left:
                self.left = 0
                other.unlink()
            super().exchange(one, other)

    append_entries(logbook, state, [NEW], files=Gone())
    assert read_logbook(logbook).entries == (NEW,)
    assert [path.name for path in logbook.parent.iterdir()] == ["logbook.toml"]


def test_hold_is_called_before_the_swap_and_done_after_it(logbook, state):
    files, calls = FaultyFiles(), []
    before = logbook.read_bytes()

    def hold():
        calls.append(("hold", "exchange" in files.trace))

    def done(old, new):
        calls.append(("done", old, new, files.trace[-1]))
        with pytest.raises(BlockingIOError):
            _lock(logbook.parent)

    def compose(old):
        return old + b"# more\n"

    replace_file(logbook, state, compose, files=files, hold=hold, done=done)
    assert calls[0] == ("hold", False)
    assert calls[1][:3] == ("done", before, before + b"# more\n")
    assert len(calls) == 2


def _lock(folder):
    fcntl = pytest.importorskip("fcntl")
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    finally:
        os.close(descriptor)


def test_what_is_done_with_an_entry_that_is_stored_can_not_unstore_it(logbook, state):
    """G07, G13."""
    told = []

    def done(_old, _new):
        raise OSError(errno.ENOSPC, "no space left on device")

    def compose(old):
        return old + b"# more\n"

    replace_file(logbook, state, compose, done=done, say=told.append)
    assert logbook.read_bytes().endswith(b"# more\n")
    assert told == [f"There is no receipt in {state}: the disk is full. Free some space there."]
