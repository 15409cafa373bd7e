"""`pmcareer doctor`: what is wrong, and what --fix mends."""

import os
from datetime import UTC, datetime

import pytest

from pmcareer.commands.doctor import run
from pmcareer.settings import Settings
from pmcareer.storage.logbook.appending import append_entries
from pmcareer.storage.logbook.reading import read_logbook
from pmcareer.views import doctor as view

from builders import (
    TODAY,
    a_curriculum,
    an_exercise,
    curriculum_text,
    finished,
    logbook_text,
    worked,
)

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
FIRST = finished("rsk-01")


@pytest.fixture
def settings(tmp_path):
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    curriculum = a_curriculum(an_exercise("rsk-01", replaces=("old-01",)), an_exercise("rsk-02"))
    (tmp_path / "curriculum.toml").write_text(curriculum_text(curriculum))
    return Settings(
        home=home,
        state=tmp_path / "state",
        curriculum=tmp_path / "curriculum.toml",
        today=TODAY,
        now=lambda: NOW,
        new_id=lambda: "",
    )


def wrong(settings, **options):
    return {
        check.name: f"{check.detail} {check.hint}"
        for check in run(settings, **options).checks
        if not check.ok
    }


def test_before_the_first_entry_all_is_well_and_nothing_is_written(settings):
    examined = run(settings)
    assert [check for check in examined.checks if not check.ok] == []
    assert examined.exit_code == 0
    assert not settings.state.exists()
    assert list(settings.home.iterdir()) == []


def test_versions_and_paths_are_told(settings):
    checks = {check["name"]: check["detail"] for check in view.as_dict(run(settings))["checks"]}
    assert "pydantic" in checks["libraries"]
    assert checks["logbook file"] == str(settings.logbook)
    assert checks["curriculum file"] == str(settings.curriculum)
    assert checks["state"] == str(settings.state)


def with_a_torn_tail(settings):
    settings.logbook.write_text(logbook_text(FIRST) + "[[entr")


def with_unknown_words(settings):
    settings.logbook.write_text(
        logbook_text(worked("rsk-01", 30)).replace("minutes", "minuts = 1\nminutes")
    )


def with_an_id_twice(settings):
    settings.logbook.write_text(logbook_text(FIRST, FIRST))


def with_a_conflict_copy(settings):
    (settings.home / "logbook (conflicted copy).toml").write_text(logbook_text(FIRST))


def with_a_late_clock(settings):
    settings.logbook.write_text(logbook_text(finished("rsk-01", at=NOW.replace(year=2027))))


def with_a_folder_for_a_logbook(settings):
    settings.logbook.mkdir()


def with_an_open_home(settings):
    settings.home.chmod(0o777)


def with_an_orphan(settings):
    settings.logbook.write_text(logbook_text(finished("gone-01")))


def with_a_wrong_curriculum(settings):
    settings.curriculum.write_text("format = 1\n")


def without_its_curriculum(settings):
    settings.curriculum.unlink()


def with_lost_entries(settings):
    append_entries(settings.logbook, settings.state, [FIRST])
    append_entries(settings.logbook, settings.state, [finished("rsk-02")])
    settings.logbook.write_bytes(b"")


FAULTS = [
    (with_a_torn_tail, "logbook", "1 entry readable; line 9: a table's name is not closed."),
    (with_unknown_words, "words", "Did you mean 'minutes'?"),
    (with_an_id_twice, "words", "this id is there twice; it counts once."),
    (
        with_a_conflict_copy,
        "conflict copies",
        "logbook (conflicted copy).toml Merge them: pmcareer doctor --fix",
    ),
    (with_a_late_clock, "clock", "the first entry was written at 2027-11-21 12:00 +0000."),
    (with_a_folder_for_a_logbook, "logbook", "can't be read: it is no file."),
    pytest.param(
        with_an_open_home,
        "permissions",
        "everybody on this machine may change your files. Close them: chmod o-w ",
        marks=pytest.mark.skipif(os.name != "posix", reason="modes of POSIX"),
    ),
    (with_an_orphan, "orphans", "the curriculum does not know gone-01; kept: 1 entry."),
    (with_a_wrong_curriculum, "curriculum", "title: it is missing."),
    (without_its_curriculum, "curriculum", "There is no file"),
    (with_lost_entries, "entries", "2 entries were stored, and are gone or no longer count"),
]


@pytest.mark.parametrize(
    ("fault", "name", "said"), FAULTS, ids=lambda value: getattr(value, "__name__", None)
)
def test_what_is_wrong_is_found_and_nothing_else_is(settings, fault, name, said):
    """F17, F18, F19, F21, F29, F31, F45."""
    fault(settings)
    found = wrong(settings)
    assert list(found) == [name]
    assert said in found[name]
    assert run(settings).exit_code == 1


def test_what_was_replaced_is_no_orphan(settings):
    settings.logbook.write_text(logbook_text(finished("old-01")))
    assert wrong(settings) == {}


def test_looking_changes_nothing(settings):
    with_a_torn_tail(settings)
    with_a_conflict_copy(settings)
    before = {path.name: path.read_bytes() for path in settings.home.iterdir()}
    run(settings)
    assert {path.name: path.read_bytes() for path in settings.home.iterdir()} == before
    assert not settings.state.exists()


def test_fix_moves_a_torn_tail_and_merges_conflict_copies(settings):
    with_a_torn_tail(settings)
    (settings.home / "logbook.sync-conflict-20261121-191403-ABCDEFG.toml").write_text(
        logbook_text(finished("rsk-02"))
    )
    examined = run(settings, fix=True)
    assert examined.exit_code == 0
    assert read_logbook(settings.logbook).entries == (FIRST, finished("rsk-02"))
    assert len(view.as_dict(examined)["mended"]) == 2
    assert [path.name for path in settings.home.iterdir()] == ["logbook.toml"]
    assert len(list(settings.state.glob("logbook.toml.damaged-*"))) == 1
