"""A calendar that calendars read: made by icalendar, and read back by it."""

from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar

from pmcareer.domain.coaching.agenda import agenda_of
from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.planner import Planner
from pmcareer.exports.ics import ics_of

from builders import (
    TODAY,
    a_certification,
    a_curriculum,
    a_gate,
    a_logbook,
    a_move,
    a_profile,
    a_role,
    a_step,
    an_exercise,
    did,
    experience,
    finished,
    void,
)

EVENING = datetime(2026, 11, 21, 19, 30, tzinfo=UTC)


def calendar_of(*entries, curriculum=None, weeks=2, today=TODAY):
    """Write the agenda of somebody, and read it."""
    known = curriculum or a_curriculum(an_exercise("rsk-01", hours=(20, 40, 60)))
    logbook = a_logbook(*entries)
    planner = Planner(person=person_of(known, logbook, today))
    return Calendar.from_ical(ics_of(agenda_of(planner, weeks, time(18), logbook.entries)))


def events_of(calendar, start):
    return [event for event in calendar.walk("VEVENT") if event["uid"].startswith(start)]


def days_of(calendar, start="study-"):
    return [event.decoded("dtstart").date() for event in events_of(calendar, start)]


def test_the_calendar_says_what_it_is():
    calendar = calendar_of()
    assert calendar["version"] == "2.0"
    assert "pmcareer" in calendar["prodid"]
    assert all(event["uid"] and event["dtstamp"] for event in calendar.walk("VEVENT"))


def test_the_certificate_aimed_at_has_its_turn_from_the_day_that_its_time_comes():
    item = a_certification("pmp", study_hours=(6, 6, 6))
    work = (an_exercise("rsk-01", hours=(5, 5, 5)), an_exercise("rsk-02", hours=(5, 5, 5)))
    roles = (a_role("starter"), a_role("tech-pm", needs={"risk": 2}))
    curriculum = a_curriculum(*work, *roles, item)
    led = experience("leading", "2025-11-22", TODAY, id="led")
    profile = a_profile(hours_per_week=4.0, study_days=("mon",), goal_certificate="pmp")
    blocks = events_of(calendar_of(led, profile, curriculum=curriculum, weeks=6), "study-")
    # Three fifths of ten hours at four a week: eleven days from Saturday, 21 November.
    named = [block.decoded("dtstart").date() for block in blocks if "pmp" in block["description"]]
    assert named[0] == date(2026, 12, 7)


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


def held_after(*exports):
    """The events of a calendar that was given these files: of one uid the newer, as RFC 5546 (2.1.5) tells it."""
    held = {}
    for calendar in exports:
        for event in calendar.walk("VEVENT"):
            there = held.get(event["uid"])
            if there is None or revision_of(there) < revision_of(event):
                held[event["uid"]] = event
    return held


def revision_of(event):
    return event["sequence"], event.decoded("dtstamp")


class TestAnExportTakenInAgain:
    """A calendar brings up to date what it has, whatever has happened since, and adds no second."""

    TWO = a_curriculum(
        an_exercise("rsk-01", title="Register", hours=(20, 40, 60)),
        an_exercise("rsk-02", title="Workshop", hours=(20, 40, 60)),
    )
    DONE = finished("rsk-01", at=EVENING)

    def summaries(self, *exports):
        return {str(event["summary"]) for uid, event in held_after(*exports).items() if uid.startswith("study-")}  # fmt: skip

    def test_what_was_logged_changes_the_events_that_are_there(self):
        before, after = calendar_of(curriculum=self.TWO), calendar_of(self.DONE, curriculum=self.TWO)  # fmt: skip
        assert held_after(before, after).keys() == held_after(before).keys()
        assert self.summaries(before) == {"Study: Register (rsk-01)"}
        assert self.summaries(before, after) == {"Study: Workshop (rsk-02)"}

    def test_an_old_file_taken_in_late_changes_nothing_back(self):
        before, after = calendar_of(curriculum=self.TWO), calendar_of(self.DONE, curriculum=self.TWO)  # fmt: skip
        assert self.summaries(after, before) == {"Study: Workshop (rsk-02)"}

    def test_what_was_taken_back_is_newer_than_what_it_takes_back(self):
        taken_back = void(self.DONE, at=EVENING + timedelta(minutes=1))
        exports = [
            calendar_of(*entries, curriculum=self.TWO)
            for entries in ((), (self.DONE,), (self.DONE, taken_back))
        ]
        assert self.summaries(*exports) == {"Study: Register (rsk-01)"}
        changed = [event.decoded("last-modified") for event in exports[2].walk("VEVENT")]
        assert set(changed) == {EVENING + timedelta(minutes=1)}

    def test_two_entries_of_one_second_are_two_revisions(self):
        one = calendar_of(self.DONE)
        two = calendar_of(self.DONE, finished("rsk-02", at=EVENING))
        assert one.walk("VEVENT")[0]["sequence"] + 1 == two.walk("VEVENT")[0]["sequence"]

    def test_the_next_day_is_newer_though_nothing_was_logged(self):
        today, tomorrow = calendar_of(), calendar_of(today=TODAY + timedelta(days=1))
        (newer,) = {event["sequence"] for event in tomorrow.walk("VEVENT")}
        assert all(event["sequence"] < newer for event in today.walk("VEVENT"))

    def test_every_event_says_when_it_changed_last_by_the_entries_and_not_the_clock(self):
        for event in calendar_of(self.DONE).walk("VEVENT"):
            assert event.decoded("last-modified") == event.decoded("dtstamp") == EVENING

    def test_who_is_asked_anew_has_one_event_on_the_later_day(self):
        curriculum = a_curriculum(
            an_exercise(), a_step("ask", title="Ask for the post", waits=14, **{"for": "post"})
        )
        anna, bo = (did("ask", on="2026-11-10", id=name, **{"with": name}) for name in ("Anna", "Bo"))  # fmt: skip
        again = did("ask", on="2026-11-20", id="again", **{"with": " anna "})
        exports = [
            calendar_of(anna, bo, curriculum=curriculum),
            # Bo has answered, and Anna was asked again: nobody's event becomes somebody else's.
            calendar_of(anna, bo, did("ask", on="2026-11-19", outcome="No", id="no", **{"with": "Bo"}), again, curriculum=curriculum),
        ]  # fmt: skip
        asks = [event for uid, event in held_after(*exports).items() if uid.startswith("ask-")]
        assert {(str(event["summary"]), event.decoded("dtstart")) for event in asks} == {
            ("Ask again: anna", date(2026, 12, 18)),
            ("Ask again: Bo", date(2026, 11, 24)),
        }
