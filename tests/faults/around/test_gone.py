"""Entries that were stored and are gone, or no longer count, by whatever hand."""

import shutil

import pytest

from faults.around.typed import READERS, all_quiet, changed_in, entries, log, warnings_of
from running import run_cli
from sweeps import sweep


def cut_by_a_sync(logbook):
    """An older state comes back from another machine."""
    older = logbook.read_bytes()
    gone = {log("rsk-04"), log("rsk-05")}
    logbook.write_bytes(older)
    return gone


def saved_over_by_an_editor(logbook):
    """An editor that was open since yesterday saves its buffer, with a comment that is new."""
    buffer = logbook.read_bytes()
    gone = {log("rsk-04"), log("rsk-05")}
    logbook.write_bytes(buffer + b"\n# from my editor\n")
    return gone


def emptied(logbook):
    gone = entries().keys()
    logbook.write_bytes(b"")
    return gone


def deleted(logbook):
    gone = entries().keys()
    logbook.unlink()
    return gone


def one_bit_in_kind(logbook):
    gone = {log("rsk-04")}
    changed_in(logbook, b'kind = "finished"', b'kind = "fin)shed"')
    return gone


def a_header_misspelt(logbook):
    gone = {log("rsk-04")}
    changed_in(logbook, b"[[entries]]", b"[[entrie3]]")
    return gone


def an_entry_cut_out(logbook):
    before = logbook.read_bytes()
    gone = {log("rsk-04")}
    after = logbook.read_bytes()
    log("rsk-05")
    logbook.write_bytes(before + logbook.read_bytes()[len(after) :])
    return gone


def an_id_changed(logbook):
    (gone,) = {log("rsk-04")}
    changed_in(logbook, f'id = "{gone}"'.encode(), b'id = "0000000000"')
    return {gone}


LOSSES = (
    cut_by_a_sync,
    saved_over_by_an_editor,
    emptied,
    deleted,
    one_bit_in_kind,
    a_header_misspelt,
    an_entry_cut_out,
    an_id_changed,
)
named = {"ids": lambda loss: loss.__name__.replace("_", " ")}
losses = pytest.mark.parametrize("loss", sweep(LOSSES, quick=LOSSES[::2]), **named)


@pytest.mark.parametrize("loss", sweep(LOSSES, quick=[one_bit_in_kind]), **named)
def test_every_command_that_reads_says_that_entries_are_gone_and_doctor_that_not_all_is_well(
    logbook, loss
):
    """G03, G06."""
    gone = loss(logbook)
    assert not gone & entries().keys()
    silent = [reader for reader in READERS if not warnings_of(reader)]
    assert silent == []
    assert run_cli("doctor").code == 1


@losses
def test_it_is_said_on_the_days_after_too_and_by_whoever_logs(logbook, loss):
    """G03, G06: an entry that follows hides nothing."""
    loss(logbook)
    answer = run_cli("log", "rsk-06", "--minutes", "30", today="2026-11-23")
    if answer.code == 0:
        assert "logbook" in answer.err
    later = run_cli("next", today="2026-11-25")
    assert "logbook" in later.err
    assert run_cli("doctor", today="2026-11-25").code == 1


@losses
def test_what_is_gone_can_be_brought_back(logbook, loss):
    """G03, G06: with all that was in the file since."""
    gone = loss(logbook)
    before = logbook.read_bytes() if logbook.exists() else b""
    run_cli("doctor", "--fix")
    answer = run_cli("doctor", "--restore")
    back = entries()
    if loss is an_id_changed:
        # Twice would be worse: whoever changed it is told what to do.
        assert answer.code == 1
        assert all(name in answer.out for name in (*gone, "0000000000"))
        return
    assert gone <= back.keys(), answer.out + answer.err
    assert all(back[name]["kind"] == "finished" for name in gone)
    if loss in {cut_by_a_sync, saved_over_by_an_editor, an_entry_cut_out}:
        assert logbook.read_bytes().startswith(before.rstrip(b"\n"))
        assert all_quiet()


@losses
def test_whoever_wanted_them_gone_says_so_once(logbook, loss):
    """G03, G06."""
    loss(logbook)
    assert run_cli("doctor").code == 1
    accepted = run_cli("doctor", "--accept")
    assert accepted.code in {0, 1}, accepted.err
    if loss in {one_bit_in_kind, a_header_misspelt}:
        # They are in the file still, and nothing knows what they are.
        return
    assert all_quiet()


def test_a_value_corrected_by_hand_is_a_line_of_doctor_and_no_warning(logbook):
    """G06."""
    name = log("rsk-04")
    changed_in(logbook, b"minutes = 60", b"minutes = 75")
    assert entries()[name]["minutes"] == 75
    assert [reader for reader in READERS if warnings_of(reader)] == []
    answer = run_cli("doctor")
    assert name in answer.out


def test_a_home_that_is_copied_and_a_state_folder_that_is_emptied_raise_nothing(
    logbook, state, tmp_path
):
    """G03."""
    copied = tmp_path / "another/home"
    shutil.copytree(logbook.parent, copied)
    assert run_cli("next", PMCAREER_HOME=str(copied)).err == run_cli("next").err
    shutil.rmtree(state)
    assert all_quiet()


@pytest.mark.parametrize("name", ["[1]", "7", "{a = 1}", "true"])
def test_an_id_that_became_something_else_stops_nobody_who_brings_back(logbook, name):
    """G06: not the first time, and not the second, when a snapshot holds the damage too."""
    odd, below = log("rsk-04"), log("rsk-05")
    older = logbook.read_bytes()
    gone = log("rsk-06")
    logbook.write_bytes(older)
    changed_in(logbook, f'id = "{odd}"'.encode(), f"id = {name}".encode())
    assert not {odd, gone} & entries().keys()
    for _ in range(2):
        answer = run_cli("doctor", "--restore", today="2026-11-22")
        assert "inside pmcareer" not in answer.err
        assert {below, gone} <= entries().keys()
        assert odd in answer.out or odd in entries()
