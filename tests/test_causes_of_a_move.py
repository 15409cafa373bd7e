"""Why a date moved since a plan was saved, for several kinds of person, as a script reads it."""

import os
from datetime import date, timedelta
from random import Random

import pytest

from pmcareer.settings import settings_of
from pmcareer.storage.logbook.appending import append_entries
from running import a_home, run_cli

from builders import (
    a_curriculum,
    a_gate,
    a_move,
    a_profile,
    a_role,
    an_exercise,
    experience,
    finished,
    worked,
)

SAVED = date(2026, 11, 16)  # a Monday
SESSION = 160  # minutes, three times a week: 8 hours
WEEKS = {"regular": 10, "random days": 10, "just started": 1}
PEOPLE = ["regular", *(pytest.param(kind, marks=pytest.mark.slow) for kind in [*WEEKS][1:])]
"""One kind of person in every run, the others in the slow one."""
LONG = "rsk-99"  # 16 hours; the others take 4
CURRICULUM = a_curriculum(
    *(an_exercise(f"rsk-{number:02}") for number in range(1, 61)),
    an_exercise(LONG, hours=(8, 16, 24)),
)


class Person:
    """Somebody who works exercise by exercise, as long as a session lasts."""

    def __init__(self, kind):
        self.kind = kind
        self.random = Random(7)  # noqa: S311 -- days of a week, the same in every run
        self.ahead = [(f"rsk-{number:02}", 240) for number in range(1, 61)]
        self.done = 0
        self.entries = [a_profile(hours_per_week=8, on=self.first_day)]
        self.work(self.first_day, SAVED)

    @property
    def first_day(self):
        return SAVED - timedelta(weeks=WEEKS[self.kind])

    def next_takes(self, exercise, minutes):
        self.ahead.insert(1, (exercise, minutes))

    def work(self, first, last, minutes=SESSION):
        """Work on three days of each week, and give the entries of it."""
        before = len(self.entries)
        for monday in range(first.toordinal() - first.weekday(), last.toordinal() + 1, 7):
            weekdays = (0, 2, 4)
            if self.kind == "random days":
                weekdays = sorted(self.random.sample(range(7), 3))
            days = [date.fromordinal(monday + weekday) for weekday in weekdays]
            for day in filter(lambda day: first <= day <= last, days):
                self._session(day, minutes)
        return self.entries[before:]

    def _session(self, day, minutes):
        while minutes:
            exercise, takes = self.ahead[0]
            part = min(minutes, takes - self.done)
            self.done, minutes = self.done + part, minutes - part
            name = f"entry-{len(self.entries)}"
            if self.done < takes:
                self.entries.append(worked(exercise, minutes=part, on=day, id=name))
            else:
                self.entries.append(finished(exercise, minutes=part, on=day, id=name))
                self.ahead, self.done = self.ahead[1:], 0


@pytest.fixture(params=PEOPLE)
def person(request):
    """Somebody with a plan saved on a Monday."""
    someone = Person(request.param)
    a_home(CURRICULUM, *someone.entries)
    run("plan", "--save")
    return someone


def run(*arguments, on=SAVED):
    result = run_cli(*arguments, today=str(on))
    assert result.code == 0, result.err
    return result


def add(entries):
    """Add what somebody did, and keep what is in the logbook."""
    settings = settings_of(os.environ)
    append_entries(settings.logbook, settings.state, entries)


def moved(days, what="study"):
    """Say by how much a date moved, and give its causes, so many days after the plan was saved."""
    baseline = run("plan", "--json", on=SAVED + timedelta(days=days)).json["baseline"]
    move = baseline["moved"][what]
    causes = {each["cause"]: each["days"] for each in move["because"]}
    assert sum(causes.values()) == move["moved_days"]
    assert move["moved_days"] == _days(move["before"], move["after"])
    assert move["before"] == baseline[what]
    return move["moved_days"], causes


def _days(before, after):
    return (date.fromisoformat(after) - date.fromisoformat(before)).days


def others(causes, cause):
    return {name: days for name, days in causes.items() if name != cause and days}


@pytest.mark.parametrize("days", [14, 15, 17])
def test_two_idle_weeks_are_calendar_and_nothing_else(person, days):
    later, causes = moved(days)
    assert later >= days
    assert causes["calendar"] == later
    words = " ".join(run("plan", "--why", on=SAVED + timedelta(days=days)).out.split())
    assert f"{days} days without study" in words


def test_two_idle_weeks_that_are_over_are_calendar(person):
    add(person.work(SAVED + timedelta(days=15), SAVED + timedelta(days=25)))
    _, causes = moved(25)
    assert causes["calendar"] >= 14
    assert causes["calendar"] > sum(map(abs, others(causes, "calendar").values()))


def test_six_weeks_off_are_calendar_when_they_are_announced(person):
    run("profile", "--days-off", "2026-11-17..2026-12-28")
    later, causes = moved(0)
    assert (later, causes["calendar"], others(causes, "calendar")) == (42, 42, {})
    assert "42 days off (calendar)" in run("plan", "--why").out


def test_and_the_day_after_they_end_calendar_is_the_same(person):
    run("profile", "--days-off", "2026-11-17..2026-12-28")
    _, causes = moved(43)
    assert causes["calendar"] == 42
    # One day went by without study, which a pace knows.
    assert others(causes, "calendar").keys() <= {"pace"}


def test_five_idle_months_after_a_fortnight_off_are_calendar(person):
    run("profile", "--days-off", "2026-11-17..2026-11-30")
    later, causes = moved(14 + 150)
    assert causes["calendar"] == later
    assert later >= 164
    words = run("plan", "--why", on=SAVED + timedelta(days=164)).out
    assert "14 days off and 150 days without study" in " ".join(words.split())


def test_half_of_the_hours_is_pace(person):
    add(person.work(SAVED + timedelta(days=1), SAVED + timedelta(days=56), minutes=SESSION // 2))
    _, causes = moved(56)
    assert causes["pace"] > 30
    assert max(causes, key=lambda cause: abs(causes[cause])) == "pace"


def test_an_exercise_that_took_twice_its_estimate_is_bias(person):
    as_estimated = Person(person.kind)
    until = SAVED + timedelta(days=56)
    person.next_takes(LONG, 2 * 16 * 60)
    as_estimated.next_takes(LONG, 16 * 60)
    add(person.work(SAVED + timedelta(days=1), until))
    _, slow = moved(56)
    why = " ".join(run("plan", "--why", on=until).out.split())

    a_home(CURRICULUM, *as_estimated.entries)
    run("plan", "--save")
    add(as_estimated.work(SAVED + timedelta(days=1), until))
    _, plain = moved(56)

    # 16 hours more at 8 a week are a fortnight, at least; the pace is that of who kept it as well.
    assert slow["bias"] >= 14
    assert abs(slow["pace"] - plain["pace"]) <= 14
    assert abs(plain["bias"]) <= 3
    assert "rsk-99 took 32 h for 16 h" in why


@pytest.mark.parametrize("kind", PEOPLE)
def test_a_gate_that_gains_nothing_while_the_pace_is_kept_is_gates(kind):
    asked = {"needs": {"risk": 2}, "gates": (a_gate(months=12),)}
    curriculum = a_curriculum(
        a_role("starter", work=("leading",)),
        a_role("tech-pm", **asked),
        a_move("starter", "tech-pm", months=(1, 2, 3)),
        *CURRICULUM.exercises,
    )
    someone = Person(kind)
    helping = experience("hands-on", SAVED - timedelta(weeks=30), role="starter", on=SAVED)
    a_home(curriculum, *someone.entries, helping)
    run("profile", "--role", "starter")
    run("plan", "--save")
    add(someone.work(SAVED + timedelta(days=1), SAVED + timedelta(days=60)))
    later, causes = moved(60, "finish")
    assert later > 30
    assert causes["gates"] > sum(map(abs, others(causes, "gates").values()))
    words = " ".join(run("plan", "--why", on=SAVED + timedelta(days=60)).out.split())
    assert "12 months of leading work: no nearer (gates)" in words


def test_on_a_way_with_detours_a_plan_that_was_just_saved_has_no_causes():
    a_home()
    run("profile", "--target", "portfolio-pmo", "--hours-per-week", "4")
    run("plan", "--save")
    for move in run("plan", "--json").json["baseline"]["moved"].values():
        assert move["moved_days"] == 0
        assert {each["days"] for each in move["because"]} == {0}


def test_who_comes_back_from_half_of_a_detour_has_lost_the_way_there_and_back_and_no_year():
    a_home()
    began, back = date(2026, 2, 1), date(2027, 2, 1)
    seconded = ("--from", "2022-01-01", "--to", "2023-01-01", "--role", "operations-secondment")
    run("profile", "--role", "pmo-manager", "--since", "2020-01-01", on=began)
    run("profile", "--target", "portfolio-pmo", on=began)
    run("experience", "business", *seconded, on=began)
    run("profile", "--role", "delivery-stint", "--since", began.isoformat(), on=began)
    run("plan", "--save", on=began)

    def because():
        move = run("plan", "--json", on=back).json["baseline"]["moved"]["finish"]
        return {each["cause"]: each["days"] for each in move["because"]}

    half_served = because()
    words = " ".join(run("plan", "--why", on=back).out.split())
    # Its months went by as planned; what the office gives others has not begun.
    assert "Three of the four portfolio services at level 4: no nearer (gates)" in words
    assert half_served["moves"] == half_served["scope"] == 0

    run("profile", "--role", "pmo-manager", "--since", back.isoformat(), on=back)
    assert 0 < because()["scope"] < 90
    timeline = run("plan", "--json", on=back).json["routes"][0]["timeline"]
    assert [row["note"] for row in timeline if row["kind"] == "detour"] == ["12 months"]
