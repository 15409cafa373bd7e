"""Why a date moved, in words that are true of what is known."""

from datetime import date, timedelta

from pmcareer.domain.plan.cause import Cause
from pmcareer.domain.plan.drift import DateMove, Grounds
from pmcareer.domain.plan.lost_days import LostDays
from pmcareer.domain.plan.overruns import Overrun
from pmcareer.views.parts.causes import cause_lines
from sweeps import of_each

DAY = date(2026, 11, 2)
NOTHING_LOST = LostDays(days=0, off=0, idle=(), paused_from=None)

SHORT_PAUSE = LostDays(days=0, off=0, idle=(), paused_from=None, short_pause=1)


def lost(off=0, idle=0, paused_from=None):
    days = tuple(DAY for _ in range(idle))
    return LostDays(days=off + idle, off=off, idle=days, paused_from=paused_from)


def overrun(name, spent, earned, *, is_finished=True):
    return Overrun(
        exercise=name,
        expected_hours=spent,
        earned_hours=earned,
        whole_spent_hours=spent,
        whole_earned_hours=earned,
        is_finished=is_finished,
    )


def grounds(**known):
    nothing = {
        "lost": NOTHING_LOST,
        "days_off_ahead": 0,
        "overruns": (),
        "hours_elsewhere": 0.0,
        "pace_then": 8.0,
        "pace_now": 8.0,
        "done_then": 8.0,
        "done_now": 8.0,
        "promise_then": 8.0,
        "promise_now": 8.0,
        "own_weeks_count": False,
        "waits_for": None,
        "is_gate_nearer": False,
    }
    return Grounds(**nothing | known)


def lines(known, **days):
    causes = tuple(Cause(cause=cause, days=number) for cause, number in days.items())
    return list(cause_lines(moved(causes), known))


def moved(causes):
    whole = timedelta(days=sum(cause.days for cause in causes))
    return DateMove(before=DAY, after=DAY + whole, because=causes)


@of_each(
    [
        ("calendar", 42, {"lost": lost(off=42)}, "42 days off"),
        ("calendar", 42, {"days_off_ahead": 42}, "42 days off"),
        ("calendar", -7, {"days_off_ahead": -7}, "7 days off fewer"),
        ("calendar", 14, {"lost": lost(idle=14)}, "14 days without study"),
        (
            "calendar",
            14,
            {"lost": lost(idle=14), "steps_meanwhile": 3},
            "14 days without study, 3 steps done meanwhile",
        ),
        ("calendar", 21, {"lost": lost(off=7, idle=14)}, "7 days off and 14 days without study"),
        (
            "calendar",
            90,
            {"lost": lost(idle=14, paused_from=DAY)},
            "14 days without study, and such a pause tends to last",
        ),
        ("calendar", 9, {}, "other study days"),
        (
            "bias",
            14,
            {"overruns": (overrun("prd-01", 32, 16),)},
            "estimates: prd-01 took 32 h for 16 h",
        ),
        (
            "bias",
            14,
            {"overruns": (overrun("prd-01", 32, 16), overrun("rsk-01", 1, 4))},
            "estimates: prd-01 took 32 h for 16 h",
        ),
        (
            "bias",
            14,
            {"overruns": (overrun("prd-01", 32, 16), overrun("rsk-01", 5, 4))},
            "estimates: prd-01 took 32 h for 16 h, and 1 more",
        ),
        ("bias", -2, {"overruns": (overrun("prd-01", 32, 16),)}, "estimates that were off"),
        ("pace", 30, {"promise_now": 4.0}, "4 h a week promised, 8 when it was saved"),
        (
            "bias",
            14,
            {"overruns": (overrun("prd-01", 32, 16, is_finished=False),)},
            "estimates: prd-01 takes 32 h for 16 h so far",
        ),
        ("pace", 30, {"done_now": 6.5}, "6.5 h a week done since, 8 before"),
        ("pace", 30, {"pace_now": 6.5, "done_now": None}, "study went slower than expected"),
        ("pace", 30, {"pace_now": 6.5}, "study went slower than expected"),
        ("pace", 9, {"lost": SHORT_PAUSE, "pace_now": 7.9}, "1 day without study so far"),
        ("pace", 9, {"lost": SHORT_PAUSE, "pace_now": 6}, "study went slower than expected"),
        ("pace", 61, {"lost": SHORT_PAUSE, "done_now": 3.2}, "3.2 h a week done since, 8 before"),
        (
            "pace",
            61,
            {"lost": lost(off=14), "done_now": 3.2},
            "3.2 h a week done since, 8 before, days off left out",
        ),
        ("pace", 30, {"done_now": 9.0}, "study went slower than expected"),
        ("pace", -30, {"done_now": 9.0}, "9 h a week done since, 8 before"),
        ("pace", -30, {}, "study went faster than expected"),
        ("pace", 30, {"hours_elsewhere": 12.0}, "12 h went to exercises outside the plan"),
        ("gates", 60, {"waits_for": "12 months of leading"}, "12 months of leading: no nearer"),
        (
            "gates",
            60,
            {"waits_for": "12 months of leading", "is_gate_nearer": True},
            "12 months of leading: nearer by less than the time that passed",
        ),
        ("gates", -60, {}, "months, projects, certificates and what others confirmed"),
        ("scope", 5, {}, "a change in what is asked for, or in what you said"),
    ]
)
def test_a_cause_is_said_with_what_is_known_of_it(cause, days, known, words):
    ((_, said),) = lines(grounds(**known), **{cause: days})
    assert said == words


def test_the_largest_three_are_named_and_none_of_no_days():
    found = lines(grounds(), pace=3, scope=-40, bias=1, calendar=0, gates=12)
    assert found == [
        ("-40 days", "a change in what is asked for, or in what you said"),
        ("+12 days", "months, projects, certificates and what others confirmed"),
        ("+3 days", "study went slower than expected"),
        ("+1 day", "all else together"),
    ]


def test_a_cause_that_is_next_to_nothing_beside_the_largest_is_left_out():
    found = lines(grounds(), calendar=100, gates=-4, pace=5)
    assert [days for days, _ in found] == ["+100 days", "+5 days", "-4 days"]
    assert found[-1] == ("-4 days", "all else together")


def test_of_what_nobody_saved_the_words_name_the_day_instead():
    causes = (Cause(cause="pace", days=30),)
    move = moved(causes)
    ((_, said),) = cause_lines(move, grounds(promise_now=4.0), "on Mon 2 Nov")
    assert said == "4 h a week promised, 8 on Mon 2 Nov"
