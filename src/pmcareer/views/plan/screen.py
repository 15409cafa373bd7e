"""The way to a role: dates, stages, gates and what sets the date."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from pmcareer.domain.forecast.basis import is_weak
from pmcareer.domain.forecast.outlook import Dates, RouteForecast
from pmcareer.views.parts.dates import about, about_range
from pmcareer.views.parts.text import clean, day, hours, number, plural, share, span
from pmcareer.views.plan.answer import PlanAnswer
from pmcareer.views.plan.keys import (
    MOST_CERTAIN,
    advice_keys,
    by_keys,
    drift_keys,
    lever_keys,
    pace_keys,
    route_keys,
    track_keys,
)
from pmcareer.views.plan.sections import (
    open_count,
    render_compared,
    render_gates,
    render_levers,
    render_others,
    render_stages,
    render_tasks,
)

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Page

CAUSE_WORDS = {
    "pace": "your pace, and the hours you promise",
    "scope": "what is asked for",
    "bias": "exercises that took longer or shorter than estimated",
    "calendar": "days off and weeks without work",
    "gates": "months, projects and certificates on record",
    "moves": "months in the role that passed unrecorded",
    "remainder": "not explained",
}
WORTH_STUDYING_DAYS = 28
"""What two more hours a week have to gain before it can't be said that more study will not move the date."""
AMBITIOUS_HOURS = 10
"""A promise of so many hours in every week is more than most people keep beside a job (reference 6.4, B)."""


def render(answer: PlanAnswer, page: "Page") -> Iterator[Any]:
    """Draw the dates first, then what they are made of."""
    route = answer.chosen
    start = answer.title_of(answer.source.id)
    yield page.heading(
        answer.title_of(answer.target.id), f"from {start}, {answer.way_of(route.route)}"
    )
    yield from _headline(answer, route, page)
    yield from _by(answer, page)
    yield from _why(answer, page)
    yield page.blank()
    if answer.compares:
        yield from render_compared(answer, page)
        return
    yield render_stages(answer, route, page)
    yield page.blank()
    yield from render_tasks(answer, route, page)
    yield from render_gates(answer, route, page)
    yield from render_levers(answer, page)
    yield from render_others(answer, page)
    yield page.facts(
        [("Advice", [said.text, (f"  {said.advice.id}", "quiet")]) for said in answer.advice],
        indent=0,
    )
    yield from _saved(answer, page)


def _headline(answer: PlanAnswer, route: RouteForecast, page: "Page") -> Iterator[Any]:
    today, finish, study = answer.today, route.finish, route.study
    kept = f"; {about(study.kept, today)} if you keep {number(answer.pace.promised)} h every week"
    path = f" {page.glyph('arrow')} ".join(answer.name_of(link.id) for link in route.critical_path)
    yield page.facts(
        [
            (
                "In the role",
                [(about_range(finish.p50, finish.p80, today), "strong"), _late(finish, today)],
            ),
            ("Study done", [(about_range(study.p50, study.p80, today), "strong"), kept]),
            ("Left", f"{plural(open_count(route), 'exercise')}, {hours(route.hours_left)}"),
            ("Rests on", _basis(answer)),
            ("Sets the date", _driver(answer, route)),
            ("Critical path", path if len(route.critical_path) > 1 else ""),
            ("Stopping", _stopping(answer)),
        ],
        indent=0,
    )
    if is_weak(route):
        sharpen = "More weeks in the log" if answer.pace.weeks_seen else "A few weeks in the log"
        yield page.line(
            ("A weak estimate: its P80 is over twice as far off as its P50. ", "quiet"),
            (f"{sharpen} will sharpen it.", "quiet"),
        )


def _stopping(answer: PlanAnswer) -> str:
    """Say kindly how many are there by the P50 date when those who stop are counted."""
    chance = answer.chance_with_stopping
    if chance is None:
        return ""
    by = about(answer.chosen.study.p50, answer.today)
    return f"some people do; counting them, {_chance(chance)} have done the study by {by}"


def _late(finish: Dates, today: date) -> str:
    if finish.p80 is None:
        return " (P50 to P80)"
    if finish.p95 is None:
        return f" (P50 to P80), {finish.reason} in one case of twenty"
    return f" (P50 to P80), by {about(finish.p95, today)} in 19 cases of 20"


def _basis(answer: PlanAnswer) -> str:
    pace = answer.pace
    seen = plural(pace.weeks_seen, "week")
    if pace.basis == "history":
        held = (
            f"; {answer.track.held} of {answer.track.due} of your P80 dates held"
            if answer.track
            else ""
        )
        return f"your own {seen}: {number(pace.hours_per_week)} credited h a week{held}"
    ambitious = ", which is ambitious," if pace.promised >= AMBITIOUS_HOURS else ","
    promised = (
        f"the promise of {number(pace.promised)} h a week{ambitious} and what people keep of one"
    )
    return promised if not pace.weeks_seen else f"{promised}; your own {seen} begin to count"


def _driver(answer: PlanAnswer, route: RouteForecast) -> str:
    words = answer.name_of(route.driver)
    idle = answer.idle_hours
    if not idle:
        return words
    promised = number(answer.pace.promised)
    moves = any(
        lever.kind == "hours" and lever.days >= WORTH_STUDYING_DAYS for lever in answer.levers
    )
    said = "more study moves it little" if moves else "more study will not move it"
    return f"{words}; {number(idle, 0)} of your {promised} h a week are idle, {said}"


def _by(answer: PlanAnswer, page: "Page") -> Iterator[Any]:
    if answer.by is None:
        return
    by = answer.by
    yield page.blank()
    yield page.heading(f"By {day(by.day)}")
    needed = (
        "no number of study hours makes it likely"
        if by.pace_needed is None
        else f"as likely as not with {number(by.pace_needed)} h a week"
    )
    studied = (
        "out of reach"
        if by.study_pace_needed is None
        else f"as likely as not with {number(by.study_pace_needed)} h a week"
    )
    yield page.facts(
        [
            ("In the role", f"{_chance(by.chance)}; {needed}"),
            ("Study done", f"{_chance(by.study_chance)}; {studied}"),
            (
                "",
                f"People who stop are counted; for those who keep going it is {_chance(by.chance_going)}.",
            ),
        ],
        indent=0,
    )


def _chance(chance: float) -> str:
    return (
        f"> {share(MOST_CERTAIN)}"
        if chance > MOST_CERTAIN
        else f"< {share(1 - MOST_CERTAIN)}"
        if chance < 1 - MOST_CERTAIN
        else share(chance)
    )


def _why(answer: PlanAnswer, page: "Page") -> Iterator[Any]:
    if answer.drift is None:
        if answer.shows_why:
            yield page.blank()
            yield page.line(
                "There is no baseline for this target yet. Keep one: ",
                ("pmcareer plan --save", "item"),
            )
        return
    drift = answer.drift
    yield page.blank()
    yield page.line(("Since ", "quiet"), day(drift.baseline.on), ": ", _moved(drift.moved_days))
    if answer.shows_why and drift.moved_days is not None:
        yield page.bullets(
            [
                f"{_signed(cause.days)}: {CAUSE_WORDS[cause.cause]} ({cause.cause})"
                for cause in drift.because
                if cause.days
            ]
        )


def _moved(days: int | None) -> str:
    if days is None:
        return "one of the two dates lies beyond twenty years."
    return (
        f"the date moved {span(days)} {'later' if days > 0 else 'earlier'}."
        if days
        else "the date has not moved."
    )


def _signed(days: int) -> str:
    return f"{'+' if days > 0 else '-'}{plural(abs(days), 'day')}"


def _saved(answer: PlanAnswer, page: "Page") -> Iterator[Any]:
    if answer.saved is None:
        return
    if not answer.saved.is_stored:
        yield page.line(("Would be kept as the baseline; nothing was stored.", "quiet"))
        return
    if answer.saved.is_first:
        yield page.line("You have a plan, and few people make one: well done.")
    kept = f"Kept as the baseline in {clean(answer.saved.logbook)} as {answer.saved.entry.id}."
    yield page.line((f"{kept} What moved it later: pmcareer plan --why", "quiet"))


def as_dict(answer: PlanAnswer) -> dict[str, Any]:
    """Give the keys of the contract."""
    best = answer.routes[0].route.id
    return {
        "target": answer.target.id,
        "from": answer.source.id,
        "pace": pace_keys(answer.pace),
        "routes": [route_keys(each, recommended=each.route.id == best) for each in answer.in_full],
        "chosen": answer.chosen.route.id,
        "by": by_keys(answer.by),
        "baseline": drift_keys(answer.drift),
        "levers": lever_keys(answer.levers),
        "track_record": track_keys(answer.track),
        "advice": advice_keys(answer.advice),
        "entry": answer.saved.entry.as_row() if answer.saved else None,
        "stored": answer.saved is not None and answer.saved.is_stored,
    }
