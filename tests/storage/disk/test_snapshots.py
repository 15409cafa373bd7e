"""A copy a day, and never a good one lost to a bad one."""

import os
from datetime import UTC, datetime, timedelta

import pytest

from pmcareer.storage.disk.files import Files
from pmcareer.storage.disk.snapshots import read_snapshots
from pmcareer.storage.logbook.appending import append_entries
from pmcareer.storage.logbook.care import lost_since
from pmcareer.storage.logbook.noticing import shrunk_since
from pmcareer.storage.logbook.reading import read_logbook

from builders import finished, logbook_text

START = datetime(2026, 1, 1, 12, tzinfo=UTC)


class OnDay(Files):
    """A disk some days after New Year."""

    def __init__(self, days):
        self.days = days

    def now(self):
        return (START + timedelta(days=self.days)).timestamp()


class WithoutLinks(OnDay):
    """A disk that knows no second name for a file, or only on its own side."""

    def link(self, source, target):  # noqa: ARG002 -- the port says what it takes
        raise OSError(18, "Invalid cross-device link")


@pytest.fixture
def logbook(tmp_path):
    return tmp_path / "home/logbook.toml"


@pytest.fixture
def state(tmp_path):
    return tmp_path / "state"


def log(logbook, state, day, disk=OnDay):
    append_entries(logbook, state, [finished(f"pmf-{day}", id=f"day{day}")], files=disk(day))


@pytest.mark.parametrize("disk", [OnDay, WithoutLinks])
def test_the_first_entry_of_a_day_keeps_what_yesterday_left(logbook, state, disk):
    """F18."""
    log(logbook, state, 0, disk)
    yesterday = logbook.read_bytes()
    log(logbook, state, 1, disk)
    append_entries(logbook, state, [finished("pmf-99")], files=disk(1))
    (snapshot,) = read_snapshots(logbook, state)
    assert snapshot.path.read_bytes() == yesterday
    assert snapshot.day.isoformat() == "2026-01-02"
    assert os.listdir(snapshot.path.parent) == ["2026-01-02.toml"]  # noqa: PTH208


def test_seven_days_and_four_weeks_are_kept(logbook, state):
    """F18."""
    for day in range(60):
        log(logbook, state, day)
    days = [snapshot.day for snapshot in read_snapshots(logbook, state)]
    assert days[:7] == [(START + timedelta(days=59 - back)).date() for back in range(7)]
    assert len({day.isocalendar()[:2] for day in days}) == 4
    assert len(days) <= 11


def test_a_shorter_file_never_pushes_out_the_longest(logbook, state):
    """F18: the logbook is emptied, and two months of short ones follow."""
    for day in range(5):
        log(logbook, state, day)
    whole = logbook.read_bytes()
    log(logbook, state, 5)
    logbook.write_bytes(b"")
    for day in range(6, 9):
        append_entries(logbook, state, [finished("pmf-01", id=f"short{day}")], files=OnDay(day))
    for day in range(60, 80):
        log(logbook, state, day)
        logbook.write_text(logbook_text(finished()))
    assert max(snapshot.size_bytes for snapshot in read_snapshots(logbook, state)) == len(whole)


def test_an_emptied_logbook_is_noticed_and_can_be_brought_back(logbook, state):
    """F18, F21: "312 entries yesterday, 0 today"."""
    for day in range(3):
        log(logbook, state, day)
    assert shrunk_since(logbook, state) is None
    logbook.write_bytes(b"")
    lost = lost_since(logbook, state, read_logbook(logbook))
    assert (lost.had, lost.missing) == (2, 2)
    assert shrunk_since(logbook, state) == lost.snapshot


def test_a_logbook_that_only_grew_has_lost_nothing(logbook, state):
    for day in range(3):
        log(logbook, state, day)
    assert lost_since(logbook, state, read_logbook(logbook)) is None


def test_two_homes_have_snapshots_of_their_own(tmp_path, state):
    for home in ("one", "two"):
        for day in range(2):
            append_entries(
                tmp_path / home / "logbook.toml",
                state,
                [finished(id=f"{home}{day}")],
                files=OnDay(day),
            )
    paths = {
        read_snapshots(tmp_path / home / "logbook.toml", state)[0].path for home in ("one", "two")
    }
    assert len(paths) == 2


def test_a_clock_that_jumps_ahead_and_back_costs_no_snapshot_of_the_present(logbook, state):
    """F31."""
    for day in (0, 1, 2, 4000, 3, 4):
        log(logbook, state, day)
    days = {(snapshot.day - START.date()).days for snapshot in read_snapshots(logbook, state)}
    assert {1, 2, 3, 4} <= days
