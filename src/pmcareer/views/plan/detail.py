"""Every figure behind a plan's dates, for those who want to see them all."""

from datetime import date
from typing import TYPE_CHECKING

from pmcareer.views.parts.aim import aim_words
from pmcareer.views.parts.dates import is_far_off, likely, says_latest
from pmcareer.views.parts.earned import earned_words, track_words
from pmcareer.views.parts.text import number, plural
from pmcareer.views.plan.answer import PlanAnswer
from pmcareer.views.plan.assumed import SOURCE, assumed_lines

if TYPE_CHECKING:
    from pmcareer.domain.forecast.outlook import Dates
    from pmcareer.views.parts.layout import Blocks, Page

# Digits of 2027-05-31; where others decide there is no day to name.
DAY, MONTH = 10, 7
HELD_ON_TO = "P50 and P80 are today's; likely and safe are held through the week."
"""Small moves of a day are not shown; a large one is, in the middle of a week too."""


def render_detail(answer: PlanAnswer, page: "Page") -> "Blocks":
    """Draw each date with its chance, and what one's own log says of estimates and dates."""
    chosen = answer.chosen
    named = {"Study": chosen.study, "Ready": chosen.ready, "In the role": chosen.finish}
    days = {name: _days(answer, dates) for name, dates in named.items()}
    columns = tuple(map(page.column, ("", *days["Study"])))
    yield page.heading("Every figure")
    yield page.table(columns, [(name, *each.values()) for name, each in days.items()])
    if any(_is_held_on_to(dates) for dates in named.values()):
        yield page.quiet(HELD_ON_TO)
    measured = {
        "Estimates": _estimates(answer),
        "Earned value": earned_words(answer.earned),
        "Forecasts": track_words(answer.track),
        "Certificate": aim_words(answer.aim, answer.today) if answer.aim else "",
    }
    yield page.facts(measured.items(), indent=0)
    assumed = list(assumed_lines(answer, chosen))
    if assumed:
        yield page.blank()
        yield page.heading("Assumed")
        yield page.bullets(assumed)
        yield page.quiet(SOURCE)


def _is_held_on_to(dates: "Dates") -> bool:
    """Tell whether the days that screens show are not those of today's trials."""
    return (dates.likely, dates.safe) != (dates.p50, dates.p80)


def _days(answer: PlanAnswer, dates: "Dates") -> dict[str, str]:
    days = {"P10": dates.p10, "P50": dates.p50, "P80": dates.p80, "P95": dates.p95}
    if not says_latest(answer.pace.weeks_seen):
        del days["P95"]
    days["promise kept"] = dates.kept
    digits = MONTH if dates.by_others else DAY
    if dates.is_undated or dates.is_held:
        return dict.fromkeys(days, likely(dates, answer.today))
    return {name: _day(day, answer.today, digits) for name, day in days.items()}


def _day(day: date | None, today: date, digits: int) -> str:
    if day is None or is_far_off(day, today):
        return "over ten years"
    return day.isoformat()[:digits]


def _estimates(answer: PlanAnswer) -> str:
    """Say how far one's exercises were off: "1.2 × the estimate, from 6 exercises"."""
    pace = answer.pace
    if not pace.bias_from:
        return "no exercise finished with minutes yet"
    seen = plural(pace.bias_from, "exercise")
    return f"{number(pace.bias, 2)} × what was estimated, from {seen} and 20 h taken as estimated"
