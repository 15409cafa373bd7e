"""What an earlier try stored, and nobody was sure of, is made sure of by the next one."""

import pytest

from disks import FaultyFiles
from pmcareer.errors import NotConfirmed, Stale
from pmcareer.storage.disk.files import Files
from pmcareer.storage.logbook.appending import append_entries
from pmcareer.storage.logbook.confirming import confirm_entries
from pmcareer.storage.logbook.losses import losses_of
from pmcareer.storage.logbook.reading import Basis, read_logbook

from builders import finished, logbook_text

OLD, NEW = finished("pmf-01"), finished("pmf-02")


@pytest.fixture
def logbook(logbook):
    logbook.write_text(logbook_text(OLD))
    return logbook


def basis_of(logbook):
    return Basis(raw=logbook.read_bytes())


class Unsure(Files):
    """A disk that does not promise to keep names."""

    def sync_folder(self, path):
        raise OSError(5, "Input/output error", str(path))


def test_after_a_try_that_was_not_confirmed_the_next_one_waits_for_the_medium(logbook, state):
    """G04: nobody may say that it is stored before the disk has."""
    with pytest.raises(NotConfirmed):
        append_entries(logbook, state, [NEW], files=Unsure())
    before = logbook.read_bytes()
    files = FaultyFiles()
    done = confirm_entries(logbook, state, [NEW.id], basis=basis_of(logbook), files=files)
    assert done == (NEW.id,)
    assert {"sync_file", "sync_folder"} <= set(files.trace)
    assert logbook.read_bytes() == before


def test_it_gets_the_receipt_that_the_first_try_did_not_come_to(logbook, state):
    """G03, G04: were it lost later, nobody would miss it."""
    append_entries(logbook, state, [finished("pmf-03")])
    with pytest.raises(NotConfirmed):
        append_entries(logbook, state, [NEW], files=Unsure())
    confirm_entries(logbook, state, [NEW.id], basis=basis_of(logbook))
    logbook.write_text(logbook_text(OLD, finished("pmf-03")))
    assert NEW.id in losses_of(logbook, state, read_logbook(logbook))


@pytest.mark.parametrize("is_locked", [False, True], ids=["alone", "under the lock already"])
def test_while_the_disk_does_not_promise_it_the_answer_stays_that_nobody_knows(
    logbook, state, is_locked
):
    basis = Basis(raw=logbook.read_bytes(), is_locked=is_locked)
    with pytest.raises(NotConfirmed) as unsure:
        confirm_entries(logbook, state, [OLD.id], basis=basis, files=Unsure())
    assert unsure.value.stored == (OLD.id,)


def test_what_is_no_longer_there_is_not_confirmed(logbook, state):
    basis = basis_of(logbook)
    logbook.write_text(logbook_text(NEW))
    with pytest.raises(Stale):
        confirm_entries(logbook, state, [OLD.id], basis=basis)


def test_where_no_lock_or_no_receipt_can_be_had_it_is_confirmed_and_that_is_said(logbook, state):
    """G07: neither is a veto."""
    state.write_text("a file in the way")
    said = []
    done = confirm_entries(logbook, state, [OLD.id], basis=basis_of(logbook), say=said.append)
    assert done == (OLD.id,)
    (sentence,) = said
    assert sentence.startswith(f"There is no lock and no receipt in {state}: ")
