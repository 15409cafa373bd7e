"""Why a date moved, in words: the largest causes first, each with what is known of it."""

from collections.abc import Iterator, Mapping
from itertools import islice
from operator import attrgetter

from pmcareer.domain.ground.vocabulary import DriftCause
from pmcareer.domain.plan.cause import Cause
from pmcareer.domain.plan.drift import DateMove, Grounds
from pmcareer.views.parts.text import hours, joined, number, plural, signed

MOST_CAUSES = 3
LEAST_SHARE = 0.05
"""Of the largest cause; one that is less is left out."""
LEAST_DAYS_OF_A_PAUSE = 7
"""A pause that goes on is named as one where it moved the date by so much more than it lasted."""
LEAST_HOURS_ELSEWHERE = 1
SAME_PACE = 0.9
"""A pace that is no slower than this part of the saved one has not moved the date by itself."""

REST = "all else together"
SEARCH_BEGAN = "the search for the next post has begun"
SAVED = "when it was saved"
OWN_WEEKS = "your own weeks count now, and what people keep of a promise counts less"

CAUSE_WORDS: Mapping[DriftCause, str] = {
    "pace": "study went otherwise than expected",
    "scope": "a change in what is asked for, or in what you said",
    "bias": "estimates that were off",
    "calendar": "other study days",
    "gates": "months, projects, certificates and what others confirmed",
    "moves": "months in the role that passed unrecorded",
    "remainder": "not explained",
}
"""What is said of a cause where no more is known of it."""


def cause_lines(
    move: DateMove, grounds: Grounds, then: str = SAVED, most: int = MOST_CAUSES
) -> Iterator[tuple[str, str]]:
    """Name the largest causes, the days with their sign and the words, and what is left of them.

    `then` says in words when the date was as it was.
    """
    rest = move.moved_days or 0
    for cause in islice(largest(move), most):
        yield signed(cause.days), words_for(cause, grounds, then)
        rest -= cause.days
    if rest:
        yield signed(rest), REST


def largest(move: DateMove) -> Iterator[Cause]:
    """Go through the causes that moved a date most."""
    moving = sorted(filter(attrgetter("days"), move.because), key=lambda each: -abs(each.days))
    for cause in moving[:MOST_CAUSES]:
        # Beside 90 days of calendar a day of rounded months is no news.
        if abs(cause.days) >= LEAST_SHARE * abs(moving[0].days):
            yield cause


def words_for(cause: Cause, grounds: Grounds, then: str = SAVED) -> str:
    """Say a cause in words; `then` says when the date was as it was."""
    return _words(cause.cause, cause.days, grounds, then)


def _words(cause: DriftCause, days: int, grounds: Grounds, then: str) -> str:
    match cause:
        case "calendar":
            return _calendar_words(days, grounds)
        case "bias":
            return _bias_words(days, grounds)
        case "pace" if grounds.own_weeks_count and grounds.promise_now == grounds.promise_then:
            return OWN_WEEKS
        case "pace":
            return _pace_words(days, grounds, then)
        case "gates" | "moves":
            return _waiting_words(cause, days, grounds)
        case _:
            return CAUSE_WORDS[cause]


def _calendar_words(days: int, grounds: Grounds) -> str:
    off = grounds.lost.off + grounds.days_off_ahead
    idle = len(grounds.lost.idle)
    said = []
    if off > 0:
        said.append(plural(off, "day") + " off")
    if off < 0:
        said.append(plural(-off, "day") + " off fewer")
    if idle:
        said.append(plural(idle, "day") + " without study" + _meanwhile(grounds.steps_meanwhile))
    words = joined(said) or CAUSE_WORDS["calendar"]
    lasts = days - off - idle > LEAST_DAYS_OF_A_PAUSE
    if grounds.lost.paused_from and lasts:
        return f"{words}, and such a pause tends to last"
    return words


def _meanwhile(steps: int) -> str:
    """Say that something was done on these days all the same."""
    return f", {plural(steps, 'step')} done meanwhile" if steps else ""


def _bias_words(days: int, grounds: Grounds) -> str:
    same_way = [each for each in grounds.overruns if each.explains(days)]
    if not same_way:
        return CAUSE_WORDS["bias"]
    first, *rest = same_way
    took, spent = "took" if first.is_finished else "takes", hours(first.whole_spent_hours)
    earned = hours(first.whole_earned_hours) + ("" if first.is_finished else " so far")
    more = f", and {len(rest)} more" if rest else ""
    return f"estimates: {first.exercise} {took} {spent} for {earned}{more}"


def _pace_words(days: int, grounds: Grounds, then: str) -> str:
    promise, before = grounds.promise_now, grounds.promise_then
    if (promise - before) * days < 0:
        return f"{number(promise)} h a week promised, {number(before)} {then}"
    done = _done_words(grounds.done_now, grounds.done_then, days)
    if done:
        return f"{done}, days off left out" if grounds.lost.off > 0 else done
    pause = grounds.lost.short_pause
    if days > 0 and pause and grounds.pace_now > SAME_PACE * grounds.pace_then:
        return f"{plural(pause, 'day')} without study so far"
    if days < 0:
        return "study went faster than expected"
    if grounds.hours_elsewhere >= LEAST_HOURS_ELSEWHERE:
        return f"{hours(grounds.hours_elsewhere)} went to exercises outside the plan"
    return "study went slower than expected"


def _done_words(now: float | None, before: float | None, days: int) -> str:
    """Say the hours a week where they go the way of the move: fewer hours, a later date."""
    if now is None or before is None or (now - before) * days >= 0:
        return ""
    if number(now) == number(before):
        return ""
    return f"{number(now)} h a week done since, {number(before)} before"


def _waiting_words(cause: DriftCause, days: int, grounds: Grounds) -> str:
    if cause == "moves" and days < 0 and grounds.search_began:
        return SEARCH_BEGAN
    if cause == "moves" or days < 0 or grounds.waits_for is None:
        return CAUSE_WORDS[cause]
    if grounds.is_gate_nearer:
        return f"{grounds.waits_for}: nearer by less than the time that passed"
    return f"{grounds.waits_for}: no nearer"
