"""`plan --why`: what moved the date, as a waterfall."""

import re
from datetime import date, timedelta
from itertools import pairwise

from running import a_home, run_cli

from builders import TODAY, a_curriculum, an_exercise, finished

DAYS = re.compile(r"^ *([+-]\d+) days?\b")
BAR = re.compile("█+")


def moved(*lines, today="2026-12-19"):
    """Keep a plan on a day, type these lines, and ask later why its date moved."""
    curriculum = a_curriculum(
        *(an_exercise(f"e{number}", hours=(4, 8, 16)) for number in range(30))
    )
    days = [TODAY - timedelta(days=7 * week + 1) for week in range(9)]
    a_home(
        curriculum, *[finished(f"e{week}", on=day, minutes=520) for week, day in enumerate(days)]
    )
    run_cli("plan", "--save")
    for line in lines:
        assert run_cli(*line.split()).code == 0
    drift = run_cli("plan", "--json", today=today).json["baseline"]
    return drift, run_cli("plan", "--why", today=today, COLUMNS="80").out.splitlines()


def test_each_cause_has_its_days_and_together_they_are_the_move():
    drift, lines = moved("profile --days-off 2026-12-01..2026-12-10")
    days = [int(found[1]) for line in lines if (found := DAYS.match(line))]

    assert drift["moved_days"] > 0
    assert sum(days) == drift["moved_days"]
    assert any("(calendar)" in line for line in lines)
    assert "later than your plan of" in lines[0]
    assert len(lines) <= 22


def test_the_bars_begin_where_the_ones_before_them_end():
    _, lines = moved("profile --days-off 2026-12-01..2026-12-10", "log e20 --minutes 1800")
    bars = [found.span() for line in lines if (found := BAR.search(line))]

    assert len(bars) >= 2
    for (_, end), (begin, _) in pairwise(bars):
        assert begin < end


def test_it_begins_with_the_day_that_was_kept_and_ends_with_todays():
    drift, lines = moved()
    named = [line.split("  ")[0].strip() or line.strip() for line in lines[2:]]

    before, after = (
        date.fromisoformat(drift["moved"]["finish"]["because"] and drift["finish"]),
        date.fromisoformat(drift["moved"]["finish"]["after"]),
    )
    assert str(before.year) in named[0] + lines[2]
    assert str(after.day) in "".join(lines)


def test_a_date_that_has_not_moved_says_so():
    drift, lines = moved(today="2026-11-21")

    assert drift["moved_days"] == 0
    assert "the date has not moved" in lines[0]


def test_without_a_baseline_it_says_how_to_keep_one():
    a_home(a_curriculum(an_exercise()))

    assert "pmcareer plan --save" in run_cli("plan", "--why").out
