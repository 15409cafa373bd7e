"""The shown date is held through a week, and gives way where it no longer fits or where something was announced."""

from datetime import UTC, date, datetime, time, timedelta

from pmcareer.domain.forecast.damping import State, held_of, week_of
from pmcareer.domain.logbook.entries import Entry
from pmcareer.domain.person.person import Person, person_of
from pmcareer.domain.plan.planner import Planner

from builders import (
    a_curriculum,
    a_detour,
    a_logbook,
    a_profile,
    a_role,
    an_exercise,
    finished,
    worked,
)

MONDAY = date(2026, 11, 16)
MANY = a_curriculum(
    *(an_exercise(f"rsk-{number:02}") for number in range(1, 61)),
    a_role("starter"),
    a_role("tech-pm", needs={"risk": 2}),
    a_role("senior-pm", needs={"risk": 2}),
    default_target="tech-pm",
)


def written(entry: Entry, day: date, hour: int = 19) -> Entry:
    """The same entry, written on a day, and done on it."""
    at = datetime.combine(day, time(hour), UTC)
    return entry.model_copy(update={"on": day, "at": at, "id": f"{entry.id}-{day}-{hour}"})


def days_after(day: date, *ahead: int) -> list[date]:
    return [day + timedelta(days=each) for each in ahead]


BEFORE = [written(worked(f"rsk-{n:02}", 90), MONDAY - timedelta(days=3 * n)) for n in range(1, 15)]


def on(day: date, *entries: Entry) -> Person:
    return person_of(MANY, a_logbook(*entries), day)


def dates_on(day: date, *entries: Entry):
    return Planner(person=on(day, *entries)).shown


def state(likely: int, earliest: float, latest: float) -> State:
    day = date.fromordinal(likely)
    return State(likely=day, safe=day + timedelta(days=90), earliest=earliest, latest=latest)


class TestADateIsHeld:
    def test_while_it_fits_and_the_one_that_takes_its_place_is_held_from_then_on(self):
        monday, tuesday = state(1000, 900, 1100), state(1050, 960, 1100)
        thursday, friday = state(1080, 1001, 1200), state(1020, 950, 1090)
        assert held_of([monday]) is monday
        assert held_of([monday, tuesday]) is monday
        assert held_of([monday, tuesday, thursday]) is thursday
        assert held_of([monday, tuesday, thursday, friday]) is thursday

    def test_up_to_the_very_day_where_it_fits_no_more(self):
        monday = state(1000, 900, 1100)
        assert held_of([monday, state(1030, 1000, 1200)]) is monday
        assert held_of([monday, state(950, 900, 1000)]) is monday
        late = state(1030, 1001, 1200)
        assert held_of([monday, late]) is late

    def test_beyond_twenty_years_too(self):
        never = State(likely=None, safe=None, earliest=1500, latest=float("inf"))
        sooner = state(1200, 1000, 1400)
        assert held_of([never, never]) is never
        assert held_of([never, sooner]) is sooner
        assert held_of([sooner, never]) is never


class TestAWeekIsGoneThrough:
    def test_from_its_monday_over_the_evenings_of_writing_to_today(self):
        tuesday, wednesday, friday = days_after(MONDAY, 1, 2, 4)
        entries = (written(worked("rsk-20"), tuesday), written(worked("rsk-21"), wednesday))
        week = week_of(on(friday, *BEFORE, *entries))
        assert [each.today for each in week] == [MONDAY, tuesday, wednesday, friday]
        assert [len(each.entries) for each in week] == [14, 15, 16, 16]

    def test_and_its_monday_is_the_morning_before_anything_was_written(self):
        entry = written(worked("rsk-20"), MONDAY)
        morning, evening = week_of(on(MONDAY, *BEFORE, entry))
        assert (len(morning.entries), len(evening.entries)) == (14, 15)
        assert [each.today for each in week_of(on(MONDAY + timedelta(days=1), *BEFORE, entry))] == [
            MONDAY,
            MONDAY,
            MONDAY + timedelta(days=1),
        ]

    def test_by_when_it_was_written_not_by_when_it_was_done(self):
        thursday = MONDAY + timedelta(days=3)
        late = written(worked("rsk-20"), thursday).model_copy(update={"on": MONDAY})
        week = week_of(on(thursday + timedelta(days=1), *BEFORE, late))
        assert [(each.today, len(each.entries)) for each in week[:-1]] == [
            (MONDAY, 14),
            (thursday, 15),
        ]

    def test_from_the_day_of_first_use_for_who_began_in_it(self):
        tuesday, friday = days_after(MONDAY, 1, 4)
        assert week_of(on(friday)) == [on(friday)]
        first = written(finished("rsk-20"), tuesday)
        assert [each.today for each in week_of(on(friday, first))] == [tuesday, friday]
        assert [each.today for each in week_of(on(tuesday, first))] == [tuesday]

    def test_from_the_last_announcement_which_takes_at_once(self):
        tuesday, wednesday, friday = days_after(MONDAY, 1, 2, 4)
        worked_on = written(worked("rsk-20"), tuesday)
        for said in (
            {"hours_per_week": 20.0},
            {"target": "senior-pm"},
        ):
            entries = (*BEFORE, worked_on, written(a_profile(**said), wednesday))
            week = week_of(on(friday, *entries))
            assert [each.today for each in week] == [wednesday, friday]

    def test_from_the_first_day_on_a_detour_though_the_role_is_held_as_before(self):
        tuesday, friday = days_after(MONDAY, 1, 4)
        away = a_curriculum(a_role("tech-pm"), a_detour("stint"), default_target="tech-pm")
        before = written(a_profile(role="tech-pm"), MONDAY - timedelta(days=9))
        there = written(a_profile(role="stint"), tuesday)
        week = week_of(person_of(away, a_logbook(before, there), friday))
        assert [each.today for each in week] == [tuesday, friday]

    def test_with_the_days_off_and_study_days_of_today_which_take_at_once(self):
        wednesday, friday = days_after(MONDAY, 2, 4)
        known = (*BEFORE, written(a_profile(days_off=("2026-11-30..2026-12-01",)), MONDAY, 7))
        days_off = written(a_profile(days_off=("2026-12-01..2026-12-30",)), wednesday)
        study_days = written(a_profile(study_days=("sat",)), wednesday)
        for said in (days_off, study_days):
            today = on(friday, *known, said)
            week = week_of(today)
            assert [each.today for each in week] == [MONDAY, MONDAY, wednesday, friday]
            assert {each.calendar for each in week} == {today.calendar}

    def test_not_from_what_changes_no_plan(self):
        wednesday, friday = days_after(MONDAY, 2, 4)
        said = written(a_profile(mentor="Ada"), wednesday)
        assert week_of(on(friday, *BEFORE, said))[0].today == MONDAY


class TestWhatIsShown:
    def test_is_p50_and_p80_where_nothing_was_said_before(self):
        shown = dates_on(MONDAY)
        for dates in (shown.study, shown.finish):
            assert (dates.likely, dates.safe) == (dates.p50, dates.p80)

    def test_stays_mondays_until_a_days_middle_fifth_leaves_it(self):
        mondays = dates_on(MONDAY, *BEFORE).study
        seen = set()
        for day in days_after(MONDAY, 1, 2, 3, 4, 5, 6):
            study = dates_on(day, *BEFORE).study
            assert study.likely in {mondays.likely, study.p50}
            assert study.safe in {mondays.safe, study.p80}
            seen.add(study.likely == mondays.likely)
        assert mondays.likely == mondays.p50
        assert True in seen

    def test_is_never_past_and_nobody_is_in_the_role_before_the_study_is_done(self):
        for ahead in range(0, 120, 5):
            today = MONDAY + timedelta(days=ahead)
            shown = dates_on(today, *BEFORE)
            assert today <= shown.study.likely <= shown.finish.likely
            assert (shown.study.safe or date.max) <= (shown.finish.safe or date.max)

    def test_moves_by_the_days_off_that_are_announced_and_by_nothing_else(self):
        wednesday = MONDAY + timedelta(days=2)
        before = dates_on(wednesday, *BEFORE).study.likely
        month = written(a_profile(days_off=("2026-12-01..2026-12-30",)), wednesday)
        after = dates_on(wednesday, *BEFORE, month).study.likely
        assert after - before == timedelta(days=30)

    def test_of_what_is_tried_out_is_what_its_trials_say(self):
        person = on(MONDAY + timedelta(days=4), *BEFORE)
        for tried in (
            Planner(person=person.saying(target="senior-pm")),
            Planner(person=person, hours_per_week=30.0),
        ):
            study = tried.shown.study
            assert (study.likely, study.safe) == (study.p50, study.p80)

    def test_is_the_same_for_the_last_stage_as_for_the_route(self):
        person = on(MONDAY + timedelta(days=4), *BEFORE)
        best = Planner(person=person).best
        last = best.stage_forecasts[-1]
        assert (last.study, last.finish) == (best.study, best.finish)

    def test_is_the_same_whether_other_routes_are_dated_or_not(self):
        person = on(MONDAY + timedelta(days=4), *BEFORE)
        assert Planner(person=person).shown == Planner(person=person).forecasts[0]
