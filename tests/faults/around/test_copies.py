"""Copies that a sync service leaves beside the logbook, and logbooks of other machines."""

import pytest

from faults.around.typed import CURRICULUM, all_quiet, changed_in, entries, log
from running import run_cli
from sweeps import sweep

from builders import curriculum_text, finished, logbook_text

COPIES = {
    "iCloud": "logbook 2.toml",
    "OneDrive": "logbook-DESKTOP-7AB12CD.toml",
    "OneDrive on a Mac": "logbook-Anna's MacBook Pro.toml",
    "Google Drive": "logbook (1).toml",
    "Dropbox": "logbook (Anna's conflicted copy 2026-11-21).toml",
    "Dropbox in German": "logbook (In Konflikt stehende Kopie von Anna 2026-11-21).toml",
    "Syncthing": "logbook.sync-conflict-20261121-191403-7ABCDEF.toml",
    "Nextcloud": "logbook (conflicted copy 2026-11-21 191403).toml",
    "Seafile": "logbook (SFConflict anna@example.org 2026-11-21-19-14-03).toml",
    "Synology": "logbook_laptop_Nov-21-191403-2026_Conflict.toml",
    "Resilio": "logbook.Conflict.toml",
    "Box": "logbook (Anna).toml",
}
ELSEWHERE = finished("rsk-07", id="elsewhere01", minutes=70)


def a_copy(logbook, name, *more):
    """Lay the logbook beside itself, with a comment, and with what another machine logged."""
    copy = logbook.with_name(name)
    added = logbook_text(*more).partition("format = 1\n")[2]
    copy.write_text(logbook.read_text(encoding="utf-8") + "\n# from there\n" + added, "utf-8")
    return copy


@pytest.mark.parametrize("name", sweep(COPIES.values(), quick=[*COPIES.values()][:4]), ids=COPIES)
def test_a_copy_of_any_service_is_named_merged_and_put_away_with_its_comments(logbook, state, name):
    """G09."""
    before = entries().keys()
    copy = a_copy(logbook, name, ELSEWHERE)
    own = log("rsk-05")
    assert name in run_cli("next").err
    examined = run_cli("doctor")
    assert examined.code == 1
    assert name in examined.out
    mended = run_cli("doctor", "--fix")
    assert mended.code == 0, mended.out + mended.err
    assert entries().keys() == {*before, own, "elsewhere01"}
    assert not copy.exists()
    kept = [path for path in (*state.rglob("*"), *logbook.parent.iterdir()) if path.is_file()]
    assert any(b"# from there" in path.read_bytes() for path in kept)
    assert all_quiet()


def test_a_backup_with_nothing_new_and_a_file_that_is_no_logbook_are_nobodys_business(logbook):
    """G09."""
    backup = logbook.with_name("logbook before the holidays.toml")
    backup.write_bytes(logbook.read_bytes())
    other = logbook.with_name("notes.toml")
    other.write_text('title = "notes"\n')
    before = logbook.read_bytes()
    assert all_quiet()
    assert run_cli("doctor", "--fix").code == 0
    assert logbook.read_bytes() == before
    assert backup.exists()
    assert other.exists()
    assert (logbook.with_name("curriculum.toml")).exists()


def test_of_three_copies_a_broken_one_holds_up_neither_the_others_nor_what_is_sound_in_it(logbook):
    """G09."""
    names = [COPIES["Dropbox"], COPIES["Syncthing"], COPIES["Nextcloud"]]
    copies = [
        a_copy(logbook, name, finished("rsk-07", id=f"copied{number:04}", minutes=70 + number))
        for number, name in enumerate(names)
    ]
    text = copies[1].read_text(encoding="utf-8")
    copies[1].write_text(text.replace("\n[[entries]]", "\n<broken\n[[entries]]", 1), "utf-8")
    answer = run_cli("doctor", "--fix")
    now = entries().keys()
    assert {"copied0000", "copied0002"} <= now, answer.out + answer.err
    if "copied0001" not in now:
        assert answer.code == 1
        assert copies[1].exists()
        assert names[1] in answer.out + answer.err


def test_a_copy_with_another_form_of_an_entry_is_not_merged_without_a_word(logbook, state):
    """G09: it was corrected there, or here; nobody but the person knows which is right."""
    name = list(entries())[1]
    copy = a_copy(logbook, COPIES["iCloud"], ELSEWHERE)
    changed_in(copy, f'id = "{name}"'.encode(), f'note = "corrected there"\nid = "{name}"'.encode())
    answer = run_cli("doctor", "--fix")
    assert name in entries()
    assert "elsewhere01" in entries()
    is_taken = entries()[name].get("note") == "corrected there"
    assert is_taken or name in answer.out + answer.err
    files = [*state.rglob("*"), *logbook.parent.iterdir()]
    assert any(b"corrected there" in path.read_bytes() for path in files if path.is_file())


def a_person_who_merges(folder, first, second):
    """Merge two logbooks into a third in this order, and give what it holds and what was said."""
    home = folder / "home"
    home.mkdir(parents=True)
    (home / "curriculum.toml").write_text(curriculum_text(CURRICULUM), encoding="utf-8")
    places = {"PMCAREER_HOME": str(home), "XDG_STATE_HOME": str(folder / "state")}
    answer = run_cli("merge", str(first), str(second), **places)
    told = run_cli("history", "--all", "--json", **places)
    return {row["id"]: row for row in told.json["entries"]}, answer


def test_two_logbooks_merge_to_the_same_in_either_order_and_disagreements_are_named(tmp_path):
    """G09."""
    shared = finished("rsk-01", id="shared0001", minutes=30)
    here = tmp_path / "here.toml"
    there = tmp_path / "there.toml"
    here.write_text(logbook_text(shared, finished("rsk-02", id="edited0001", minutes=40)))
    there.write_text(
        logbook_text(
            finished("rsk-02", id="edited0001", minutes=50, note="there"), ELSEWHERE, shared
        )
    )
    one, said = a_person_who_merges(tmp_path / "one", here, there)
    two, again = a_person_who_merges(tmp_path / "two", there, here)
    assert one == two
    assert one.keys() == {"shared0001", "edited0001", "elsewhere01"}
    for answer in (said, again):
        assert "edited0001" in answer.out + answer.err
