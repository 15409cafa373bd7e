"""How steady the dates are for made-up people: regular as a clock, and three random days a week.

    python benchmarks/steadiness.py

Needs nothing but this repository; takes half a minute. The rows marked `plan --json` are what the
program itself says, through its command line: `study.p50` for the regular, `study.likely`, which
screens show, for the others.
"""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from random import Random
from statistics import median, quantiles

from asking import (
    answered,
    read_curricula_once,
    write_curriculum,
    write_logbook,
    write_sessions,
)

from pmcareer.domain.forecast.pace import History, finish_dates

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
SPELLS = (range(8, 20), range(20, 32), range(32, 44))
"""Weeks that are looked at, twelve at a time, counted from 0."""
CHANCES = (0.4, 0.5, 0.6)


PEOPLE_ASKING = 8
"""For so many of them the program answers, on every day of the first spell."""
SESSIONS_AN_EXERCISE = 3
EXERCISES = 49
EXERCISE_HOURS = (4, 6, 8)

Ask = Callable[[History, date], int]
"""(what was logged, the day) to days until P50."""


def main() -> None:
    """Print both tables."""
    read_curricula_once()
    print(f"{CLOCK_WEEKS} weeks like a clock, {CLOCK_ITEMS} items: P50 in days, its multiples;")
    print("to reach: one session missed 1.2, 14 days 2.5:\n")
    print(f"| sessions | P50 | one missed | {' | '.join(f'{days} days' for days in PAUSES)} |")
    print(f"|---|---|---|{'---|' * len(PAUSES)}")
    for name, weekdays in RHYTHMS.items():
        print(f"| {name} | {' | '.join(clock_cells(weekdays, p50_days))} |")
    with tempfile.TemporaryDirectory() as folder:
        ask = partial(p50_of_plan, a_home(folder, CLOCK_WEEKS * 7))
        for name, weekdays in RHYTHMS.items():
            cells = clock_cells(weekdays, ask)
            print(f"| {name}, `plan --json` | {' | '.join(cells)} |", flush=True)

    print(f"\n{SESSIONS} random days a week: days by which P50 moves within a week;")
    print("to reach, shown: median 21, 95 % 60:\n")
    print("| | weeks | people | median | 95 % | largest |\n|---|---|---|---|---|---|")
    people = [random_days(Random(seed)) for seed in range(PEOPLE)]  # noqa: S311
    for name, is_damped in (("as computed", False), ("as shown, damped", True)):
        for weeks in SPELLS:
            moves = [own_moves(person, weeks, is_damped=is_damped) for person in people]
            print_moves(name, weeks, moves)
    weeks = SPELLS[0]
    moves = [shown_moves(person, weeks) for person in people[:PEOPLE_ASKING]]
    print_moves("as shown, `plan --json`", weeks, moves)


def a_home(folder: str, most_items: int) -> Path:
    """Make a home with a curriculum of equal exercises, of which some are left."""
    home = Path(folder)
    write_curriculum(home / "curriculum.toml", most_items, [CLOCK_ITEMS], EXERCISE_HOURS)
    return home


def clock_cells(weekdays: Sequence[int], ask: Ask) -> Iterable[str]:
    """P50 just after a session; the day after a missed one; after so many days without."""
    history = clock(weekdays)
    last = history[-1][0]
    now = ask(history, last)
    missed = next_session(last, weekdays) + timedelta(days=1)
    yield f"{now}"
    yield f"{ask(history, missed) / now:.2f}"
    for days in PAUSES:
        yield f"{ask(history, last + timedelta(days=days)) / now:.2f}"


def clock(weekdays: Sequence[int]) -> History:
    """One item a session."""
    mondays = [MONDAY + week * WEEK for week in range(CLOCK_WEEKS)]
    return [(monday + timedelta(days=day), 1.0) for monday in mondays for day in weekdays]


def next_session(day: date, weekdays: Sequence[int]) -> date:
    """Give the first session after a day."""
    coming = (day + timedelta(days=ahead) for ahead in range(1, 8))
    return next(day for day in coming if day.weekday() in weekdays)


def p50_days(history: History, today: date) -> int:
    """Days from today to the model's P50."""
    (p50,) = finish_dates(history, today, CLOCK_ITEMS, [0.5])
    return (p50 - today).days


def p50_of_plan(home: Path, history: History, today: date) -> int:
    """Days from today to the P50 of the study that the program tells."""
    write_logbook(home / "logbook.toml", [(day, 1) for day, _ in history], f"left-{CLOCK_ITEMS}")
    plan = answered(home, today, "plan")
    return (date.fromisoformat(plan["routes"][0]["study"]["p50"]) - today).days


def random_days(random: Random) -> History:
    """Two hours on three random days a week."""
    items = SESSION_HOURS / ITEM_HOURS
    mondays = [MONDAY + week * WEEK for week in range(SPELLS[-1][-1] + 1)]
    days = [
        monday + timedelta(days=day)
        for monday in mondays
        for day in sorted(random.sample(range(7), SESSIONS))
    ]
    return [(day, items) for day in days]


def print_moves(name: str, weeks: range, moves: Sequence[Sequence[int]]) -> None:
    """Median over people of each one's median; 95 % and largest of all weeks."""
    together = [move for own in moves for move in own]
    cells = [
        f"{name} | {weeks[0] + 1}-{weeks[-1] + 1} | {len(moves)}",
        f"{median(median(own) for own in moves):.0f}",
        f"{quantiles(together, n=20)[-1]:.0f}",
        f"{max(together)}",
    ]
    print(f"| {' | '.join(cells)} |", flush=True)


def own_moves(history: History, weeks: range, *, is_damped: bool) -> list[int]:
    """Find the move of each week, by the model alone."""
    return [week_move(history, MONDAY + week * WEEK, is_damped=is_damped) for week in weeks]


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


def shown_moves(history: History, weeks: range) -> list[int]:
    """Find the move of each week in the date that the program shows."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        write_curriculum(home / "curriculum.toml", 0, [EXERCISES], EXERCISE_HOURS)
        mondays = [MONDAY + week * WEEK for week in weeks]
        shown = [list(_shown_in_week(home, history, monday)) for monday in mondays]
    return [(max(days) - min(days)).days for days in shown]


def _shown_in_week(home: Path, history: History, monday: date) -> Iterator[date]:
    """Yield what is shown on each day, on that of a session before and after it."""
    for day in (monday + timedelta(days=ahead) for ahead in range(7)):
        sessions = [worked for worked, _ in history if worked <= day]
        if day == monday or sessions[-1] == day:
            yield _shown_on(home, [worked for worked in sessions if worked < day], day)
        yield _shown_on(home, sessions, day)


def _shown_on(home: Path, sessions: Sequence[date], day: date) -> date:
    minutes = int(SESSION_HOURS * 60)
    target = f"left-{EXERCISES}"
    write_sessions(home / "logbook.toml", sessions, target, SESSIONS_AN_EXERCISE, minutes)
    study = answered(home, day, "plan", "--target", target)["routes"][0]["study"]
    return date.fromisoformat(study["likely"])


if __name__ == "__main__":
    main()
