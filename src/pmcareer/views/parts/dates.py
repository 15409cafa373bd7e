"""Dates and efforts of a forecast, for scripts and in words."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from pmcareer.domain.forecast.basis import PaceBasis
from pmcareer.domain.forecast.outlook import BEYOND, Dates, Pauses
from pmcareer.domain.ground.calendar import TEN_YEARS_DAYS
from pmcareer.views.parts import text
from pmcareer.views.parts.keys import Keys, or_null, picked, rounded
from pmcareer.views.parts.text import month, number, plural

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Piece

FAR_OFF = "beyond ten years"
LIKELY = "as likely as not"
UNDATED = "gates that others decide, and that nobody can date, lie before it"
SAFE = "safe to promise (8 in 10)"
NEAR_DAYS = 92
FAR_DAYS = 5 * 365
LATEST_FROM_WEEKS = 4


def held_words(hours_left: float) -> str:
    """Go on after "You hold this role": what of it is open still."""
    if hours_left:
        return "; what your record does not show of it is open."
    return ", and your record shows what it asks for."


def dates_keys(forecast: object, *names: str) -> Keys:
    """Write the dates that a forecast has under these names, a reason beside what is missing."""
    return {name: _dates_keys(getattr(forecast, name)) for name in names}


def _dates_keys(dates: Dates) -> Keys:
    names = ("kept", "p10", "p50", "p80", "p95", "likely", "safe")
    keys = picked(dates, *names, "reason", "promised", "by_others", "is_earliest")
    return {**keys, "pauses": _pauses_keys(dates.pauses)}


@or_null
def _pauses_keys(pauses: Pauses) -> Keys:
    return {**rounded(pauses, "share", "hours_per_week"), "p80": pauses.p80}


def about(day: date | None, today: date, *, by_others: bool = False) -> str:
    """Say a forecast day as exactly as its distance allows: Fri 27 Nov, 2 Jan 2027, May 2027, 2032.

    Of what is decided by others never the day.
    """
    if day is None:
        return BEYOND
    ahead = (day - today).days
    if ahead >= TEN_YEARS_DAYS:
        return FAR_OFF
    if ahead > FAR_DAYS:
        return str(day.year)
    if ahead > NEAR_DAYS or by_others:
        return month(day)
    return text.day(day, today)


def likely(dates: Dates, today: date) -> str:
    """Say the range from likely to safe, each day as exactly as its distance allows."""
    if dates.is_undated or dates.is_shut:
        return "no day"
    if dates.is_held:
        return dates.reason or ""
    begin, end = both_days(dates, today)
    if dates.likely and is_far_off(dates.likely, today):
        return FAR_OFF
    if dates.likely and is_far_off(dates.safe, today):
        return f"{begin} or later"
    return begin if begin == end else f"{begin} to {end}"


def both_days(dates: Dates, today: date) -> tuple[str, str]:
    """Say the likely and the safe day, each as exactly as its distance allows."""
    begin = about(dates.likely, today, by_others=dates.by_others)
    end = about(dates.safe, today, by_others=dates.by_others)
    return begin, told_apart(begin, end, dates.safe)


def told_apart(begin: str, end: str, day: date | None) -> str:
    """Name the month of the later day where its year alone is that of the earlier one, too."""
    # "Jun 2031 to 2031" would end before it begins.
    return month(day) if day and begin.endswith(f" {end}") else end


def arrival_days(dates: Dates, today: date) -> "list[Piece]":
    """Say "Apr 2028 as likely as not, Nov 2028 safe to promise (8 in 10)", as pieces of a line."""
    likely_day, safe_day = both_days(dates, today)
    if is_far_off(dates.likely, today):
        return [(FAR_OFF.capitalize(), "strong"), f" {LIKELY}"]
    # With what nobody can date still ahead no day is a promise.
    if dates.is_earliest:
        return [(likely_day, "strong"), f" at the earliest: {UNDATED}"]
    if is_far_off(dates.safe, today):
        return [(likely_day, "strong"), f" {LIKELY}; nothing within ten years is {SAFE}"]
    if likely_day == safe_day:
        return [(likely_day, "strong"), f" {LIKELY}, and {SAFE}"]
    return [(likely_day, "strong"), f" {LIKELY}, ", (safe_day, "strong"), f" {SAFE}"]


def which(dates: Dates, today: date) -> str:
    """Say what the days of a range are; nothing of one day, which is both."""
    if dates.is_earliest:
        return "at the earliest"
    ends = (dates.likely, dates.safe)
    begin, end = (about(day, today, by_others=dates.by_others) for day in ends)
    return "" if begin == end else "likely to safe"


def today_alone(day: date | None, shown: Dates, today: date) -> str:
    """Name the day that today's trials alone say, where another one is shown; else ""."""
    alone, held = (about(each, today, by_others=shown.by_others) for each in (day, shown.likely))
    return "" if alone == held else alone


def is_far_off(day: date | None, today: date) -> bool:
    """Tell whether a forecast day is ten years off or more, or beyond all forecasts."""
    return day is None or (day - today).days >= TEN_YEARS_DAYS


def so_far(dates: Dates, pace: PaceBasis, today: date) -> str:
    """Say both dates of a promise that was just changed; nothing where it makes no difference.

    "At your pace so far: May 2027. If you keep 10 h a week: Mar 2027."
    """
    if pace.promised_before is None or dates.by_others:
        return ""
    kept = about(dates.promised, today)
    if kept == about(dates.likely, today):
        return ""
    new = f"If you keep {number(pace.promised)} h a week: {kept}."
    return f"At your pace so far: {likely(dates, today)}. {new}"


def own_pace(pace: PaceBasis) -> str:
    """Say "your own 12 weeks: 4.5 h a week"."""
    own = f"your own {plural(pace.weeks_seen, 'week')}"
    return f"{own}: {number(pace.hours_per_week)} h a week"


def says_latest(weeks_seen: int) -> bool:
    """Tell whether a log is old enough for its latest dates to be about this person."""
    return weeks_seen >= LATEST_FROM_WEEKS


def at_first(dates: Dates, hours_per_week: float, today: date, *, there: str) -> str:
    """Say what is known before there is a week of log: the promise kept, what half keep, the rest.

    `there` is what one is by then: "done", "in it".
    """
    if is_far_off(dates.kept, today):
        return likely(dates, today)
    return " ".join(_at_first(dates, hours_per_week, today, there))


def _at_first(dates: Dates, hours_per_week: float, today: date, there: str) -> Iterator[str]:
    say = partial(about, today=today, by_others=dates.by_others)
    days = (dates.kept, dates.likely, dates.safe)
    # Three times the same year would say nothing.
    is_vague = len(set(map(say, days))) < len(days)

    def on(day: date | None) -> str:
        return month(day) if day and is_vague else say(day)

    # A promise that ends no earlier than half of people do says nothing that they don't.
    if dates.is_promise_faster:
        yield f"{on(dates.kept)} if you keep {number(hours_per_week)} h every week."
    if is_far_off(dates.likely, today):
        yield "Half of people who keep going need over ten years."
        return
    yield f"Half of people who keep going are {there} by {on(dates.likely)}."
    if is_far_off(dates.safe, today):
        yield "One in five needs over ten years."
    else:
        yield f"One in five needs longer than {on(dates.safe)}."
    if words := dates.late_because:
        yield words
