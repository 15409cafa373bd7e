"""From the logbook to the history that the pace model reads: items per day of work."""

from datetime import date, timedelta
from itertools import pairwise

from pmcareer.domain.forecast.pace import History
from pmcareer.domain.person.person import Person

LONGEST_PAUSE_DAYS = 14
USUAL_GAP_DAYS = 7


def history_of(person: Person, item_hours: float) -> list[tuple[date, float]]:
    """List the items per day, on a clock that stands still on days off: its last day is today.

    An item is `item_hours` of credited hours (earned value).
    """
    # Ten days ago, with a week off since: on this clock it is three days ago.
    calendar, today = person.calendar, person.today
    now = calendar.working_days_before(today)
    total: dict[date, float] = {}
    for day, hours in person.credited_by_day.items():
        moved = today - timedelta(days=now - calendar.working_days_before(day))
        total[moved] = total.get(moved, 0.0) + hours / item_hours
    return sorted(total.items())


def without_long_pauses(history: History, today: date) -> list[tuple[date, float]]:
    """Cut pauses down to two weeks, or to twice what is usual for somebody who comes less often.

    Who keeps going takes it up again; what a longer pause says of stopping is said by the chance of
    stopping. A pause that is over is cut as the present one is, so that nothing jumps on the day
    after somebody comes back.
    """
    # Days 100, 93 and 3 ago, and no more than 14 between: the pause of 90 days loses 76, and the
    # history is that of days 24, 17 and 3 ago.
    longest = max(LONGEST_PAUSE_DAYS, 2 * _usual_gap_days(history, today))
    left_out, after = 0, today
    shortened = []
    for day, items in reversed(history):
        left_out += max(0, (after - day).days - longest)
        shortened.append((day + timedelta(days=left_out), items))
        after = day
    return shortened[::-1]


def _usual_gap_days(history: History, today: date) -> int:
    """Find the median gap between active days before today; everybody gets two of a week."""
    active = [day for day, _ in history if day < today]
    gaps = sorted([USUAL_GAP_DAYS] * 2 + [(later - day).days for day, later in pairwise(active)])
    return gaps[(len(gaps) - 1) // 2]
