"""How steady the dates are for made-up people: regular as a clock, and three random days a week.

    python benchmarks/steadiness.py

Needs nothing but this repository; takes some ten seconds.
"""

import sys
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from statistics import median, quantiles

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from pmcareer.domain.forecast.pace import History, finish_dates  # noqa: E402

MONDAY = date(2026, 1, 5)
WEEK = timedelta(days=7)
CLOCK_WEEKS = 20
CLOCK_ITEMS = 40
RHYTHMS = {
    "Mon, Wed, Fri": (0, 2, 4),
    "Tue, Thu": (1, 3),
    "Saturday": (5,),
    "Monday to Friday": (0, 1, 2, 3, 4),
    "every day": (0, 1, 2, 3, 4, 5, 6),
}
PAUSES = (3, 5, 7, 10, 14, 21, 30)

ITEM_HOURS = 6.2
STUDY_HOURS = 291.2
SESSION_HOURS = 2.0
SESSIONS = 3
PEOPLE = 40
WEEKS = range(8, 20)
"""The twelve weeks that are looked at, counted from 0."""
CHANCES = (0.4, 0.5, 0.6)


def main() -> None:
    """Print both tables."""
    print(f"{CLOCK_WEEKS} weeks like a clock, {CLOCK_ITEMS} items: P50 in days, its multiples:\n")
    print(f"| sessions | P50 | one missed | {' | '.join(f'{days} days' for days in PAUSES)} |")
    print(f"|---|---|---|{'---|' * len(PAUSES)}")
    for name, weekdays in RHYTHMS.items():
        print(f"| {name} | {' | '.join(clock_cells(weekdays))} |")
    print(f"\n{SESSIONS} random days a week, {PEOPLE} people: days by which P50 moves")
    print(f"within a week, weeks {WEEKS[0] + 1} to {WEEKS[-1] + 1}:\n")
    print("| | median | 95 % | largest |\n|---|---|---|---|")
    people = [random_days(Random(seed)) for seed in range(PEOPLE)]  # noqa: S311
    for name, is_damped in (("as computed", False), ("as shown, damped", True)):
        print(f"| {name} | {' | '.join(move_cells(people, is_damped=is_damped))} |")


def clock_cells(weekdays: Sequence[int]) -> Iterable[str]:
    """P50 just after a session; the day after a missed one; after so many days without."""
    history = clock(weekdays)
    last = history[-1][0]
    now = p50_days(history, last)
    missed = next_session(last, weekdays) + timedelta(days=1)
    yield f"{now}"
    yield f"{p50_days(history, missed) / now:.2f}"
    for days in PAUSES:
        yield f"{p50_days(history, last + timedelta(days=days)) / now:.2f}"


def clock(weekdays: Sequence[int]) -> History:
    """One item a session."""
    mondays = [MONDAY + week * WEEK for week in range(CLOCK_WEEKS)]
    return [(monday + timedelta(days=day), 1.0) for monday in mondays for day in weekdays]


def next_session(day: date, weekdays: Sequence[int]) -> date:
    """Give the first session after a day."""
    coming = (day + timedelta(days=ahead) for ahead in range(1, 8))
    return next(day for day in coming if day.weekday() in weekdays)


def p50_days(history: History, today: date) -> int:
    """Days from today to P50."""
    (p50,) = finish_dates(history, today, CLOCK_ITEMS, [0.5])
    return (p50 - today).days


def random_days(random: Random) -> History:
    """Two hours on three random days a week."""
    items = SESSION_HOURS / ITEM_HOURS
    mondays = [MONDAY + week * WEEK for week in range(WEEKS[-1] + 1)]
    days = [
        monday + timedelta(days=day)
        for monday in mondays
        for day in sorted(random.sample(range(7), SESSIONS))
    ]
    return [(day, items) for day in days]


def move_cells(people: Iterable[History], *, is_damped: bool) -> Iterable[str]:
    """Median over people of each one's median; 95 % and largest of all weeks."""
    moves = [
        [week_move(history, MONDAY + week * WEEK, is_damped=is_damped) for week in WEEKS]
        for history in people
    ]
    together = [move for own in moves for move in own]
    yield f"{median(median(own) for own in moves):.0f}"
    yield f"{quantiles(together, n=20)[-1]:.0f}"
    yield f"{max(together)}"


def week_move(history: History, monday: date, *, is_damped: bool) -> int:
    """Days between the earliest and the latest P50 shown in a week."""
    before = [entry for entry in history if entry[0] < monday]
    held = quantile_dates(before, monday)[1]
    shown = [held]
    for day in (monday + timedelta(days=n) for n in range(7)):
        known = [entry for entry in history if entry[0] <= day]
        earliest, likely, latest = quantile_dates(known, day)
        if is_damped and earliest <= held <= latest:
            likely = held
        if known[-1][0] == day:
            held = likely
        shown.append(likely)
    return (max(shown) - min(shown)).days


def quantile_dates(known: History, today: date) -> tuple[date, ...]:
    """P40, P50, P60 of what is left."""
    left = STUDY_HOURS / ITEM_HOURS - sum(items for _, items in known)
    return finish_dates(known, today, left, CHANCES)


if __name__ == "__main__":
    main()
