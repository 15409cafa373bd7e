"""A calendar that calendars read: made by icalendar, and read back by it."""

import subprocess
import sys
from datetime import date, datetime, time

import pytest

from pmcareer.domain.coaching.agenda import agenda_of
from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.planner import Planner
from pmcareer.exports.ics import ics_of

from builders import (
    TODAY,
    a_curriculum,
    a_gate,
    a_logbook,
    a_move,
    a_profile,
    a_role,
    an_exercise,
    experience,
    finished,
)

icalendar = pytest.importorskip("icalendar")


def calendar_of(*entries, curriculum=None, weeks=2, today=TODAY):
    """Write the agenda of somebody, and read it."""
    known = curriculum or a_curriculum(an_exercise("rsk-01", hours=(20, 40, 60)))
    planner = Planner(person=person_of(known, a_logbook(*entries), today))
    return icalendar.Calendar.from_ical(ics_of(agenda_of(planner, weeks, time(18))))


def events_of(calendar, start):
    return [event for event in calendar.walk("VEVENT") if event["uid"].startswith(start)]


def days_of(calendar, start="study-"):
    return [event.decoded("dtstart").date() for event in events_of(calendar, start)]


def test_the_calendar_says_what_it_is():
    calendar = calendar_of()
    assert calendar["version"] == "2.0"
    assert "pmcareer" in calendar["prodid"]
    assert all(event["uid"] and event["dtstamp"] for event in calendar.walk("VEVENT"))


def test_blocks_keep_to_study_days_and_leave_days_off_free():
    profile = a_profile(
        hours_per_week=4.0, study_days=("mon", "thu"), days_off=("2026-11-26..2026-11-29",)
    )
    assert days_of(calendar_of(profile)) == [
        date(2026, 11, 23),
        date(2026, 11, 30),
        date(2026, 12, 3),
    ]


def test_blocks_take_the_promised_hours_of_a_week():
    blocks = events_of(
        calendar_of(a_profile(hours_per_week=3.0, study_days=("mon", "thu"))), "study-"
    )
    assert {
        (block.decoded("dtend") - block.decoded("dtstart")).seconds / 3600 for block in blocks
    } == {1.5}
    assert blocks[0].decoded("dtstart") == datetime(2026, 11, 23, 18)  # noqa: DTZ001 -- six in the evening, wherever one is


def test_blocks_end_with_the_work():
    calendar = calendar_of(
        a_profile(hours_per_week=7.0),
        curriculum=a_curriculum(an_exercise(hours=(2, 2, 2))),
        weeks=4,
    )
    assert len(days_of(calendar)) == 2


def test_each_week_is_looked_back_on_once():
    assert days_of(calendar_of(a_profile(study_days=("tue", "fri"))), "review-") == [
        date(2026, 11, 27),
        date(2026, 12, 4),
    ]


def test_the_day_of_a_gate_is_in_it():
    gate = a_gate("leading-12")
    curriculum = a_curriculum(
        an_exercise(),
        a_role("starter"),
        a_role("tech-pm", needs={"risk": 2}, gates=[gate]),
        a_move(),
    )
    calendar = calendar_of(experience("leading", "2026-06-01"), curriculum=curriculum)
    (event,) = events_of(calendar, "gate-tech-pm-leading-12")
    assert event.decoded("dtstart") == date(2027, 6, 1)
    assert event["summary"] == "Likely met: 12 months of leading work"


def test_two_exports_are_the_same_bytes_and_the_next_day_updates_the_same_events():
    first, second = calendar_of(finished("rsk-99")), calendar_of(finished("rsk-99"))
    assert first.to_ical() == second.to_ical()
    later = calendar_of(finished("rsk-99"), today=date(2026, 11, 22))
    shared = {event["uid"] for event in first.walk("VEVENT")} & {
        event["uid"] for event in later.walk("VEVENT")
    }
    assert len(shared) >= 12


def test_a_hostile_title_adds_no_line_and_no_event():
    title = "X\nEND:VEVENT\nBEGIN:VEVENT\nATTENDEE:mailto:a@example.org\nSUMMARY:free, money; \\n"
    calendar = calendar_of(
        curriculum=a_curriculum(an_exercise(title=title, hours=(20, 40, 60))), weeks=1
    )
    assert len(events_of(calendar, "study-")) == 7
    assert len(calendar.walk("VEVENT")) == len(events_of(calendar, "study-")) + len(
        events_of(calendar, "review-")
    )
    assert not any("attendee" in event for event in calendar.walk("VEVENT"))
    assert "BEGIN:VEVENT" in str(events_of(calendar, "study-")[0]["summary"])


def test_without_the_library_the_way_to_it_is_said(tmp_path):
    (tmp_path / "icalendar.py").write_text("raise ImportError\n", encoding="utf-8")
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); from pmcareer.cli.main import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "export", "ics"],
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert "pip install 'pmcareer[ics]'" in done.stderr
