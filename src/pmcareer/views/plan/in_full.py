"""The way to a role in full: dates, stages, gates and all that sets the date."""

from typing import TYPE_CHECKING

from pmcareer.domain.forecast.outlook import Dates, Link, Pauses, RouteForecast
from pmcareer.views.parts.advice import advice_rows
from pmcareer.views.parts.because import because_in_full
from pmcareer.views.parts.dates import (
    FAR_OFF,
    about,
    at_first,
    is_far_off,
    likely,
    own_pace,
    says_latest,
    so_far,
)
from pmcareer.views.parts.gates import gate_lines
from pmcareer.views.parts.keys import Keys
from pmcareer.views.parts.text import number, plural, share
from pmcareer.views.plan.answer import PlanAnswer
from pmcareer.views.plan.assumed import assumed_words, ready_words
from pmcareer.views.plan.by_day import by_lines, chance_words
from pmcareer.views.plan.detail import render_detail
from pmcareer.views.plan.drawing import draw
from pmcareer.views.plan.moves import decides_words, proofs_words
from pmcareer.views.plan.sections import (
    lever_lines,
    other_lines,
    render_stages,
    render_tasks,
    study_left,
)
from pmcareer.views.plan.sentences import choice_words, edition_words
from pmcareer.views.plan.why import moved_words, render_why

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from pmcareer.views.parts.layout import Blocks, Page

# More than most people keep a week beside a job (reference 6.4, B).
AMBITIOUS_HOURS = 10
ALL_STUDIED = "every exercise of the plan is done"
NOT_PROMISED = "taken for granted, and what people keep of a promise"
NOTHING_TO_STUDY = "there is nothing to study"
PAUSES = (
    "{} of those who keep going come to less than {} over all of it, their pauses counted in. In "
    "the logs that this rests on most of them had paused for a month or more."
)
WEAK = "A weak estimate: its P80 is over twice as far off as its P50. "
WEAK_AT_FIRST = "A weak estimate, as any is at first. "


def render_in_full(answer: PlanAnswer, page: "Page") -> "Blocks":
    """Draw the days and the way in time, then every fact that they rest on."""
    picture = _picture(answer, page)
    first = (_headline(answer, page), by_lines(answer, page), _since_saved(answer, page))
    yield from page.apart(*first, picture, *_in_full(answer, answer.chosen, page))
    yield page.blank()
    # Of what applies `next` says one a day; all of it is for who asks.
    for said in answer.advice if answer.shows_detail else ():
        yield page.facts(advice_rows(said), indent=0)


def _picture(answer: PlanAnswer, page: "Page") -> "Blocks":
    """Draw every row of the way, however many lines that takes."""
    timeline = answer.timeline
    if timeline.is_drawn:
        yield from draw(timeline, page, len(timeline.rows) + 2)


def _headline(answer: PlanAnswer, page: "Page") -> "Blocks":
    yield page.heading(answer.title_of(answer.target.id), answer.way)
    yield page.facts(_facts(answer, answer.chosen, page).items(), indent=0)
    for overrun in answer.overruns:
        yield page.line(overrun)
    if answer.is_weak:
        weak, weeks = WEAK_AT_FIRST, "A few weeks"
        if answer.pace.weeks_seen:
            weak, weeks = WEAK, "More weeks"
        yield page.line((weak, "quiet"), (f"{weeks} in the log will sharpen it.", "quiet"))


def _facts(answer: PlanAnswer, route: RouteForecast, page: "Page") -> Keys:
    return {
        "Not said": " ".join(answer.unsaid),
        **_dates(answer, route),
        **_study_ahead(answer, route),
        "Assumed": assumed_words(answer, route),
        "Not in it": _left_open(route),
        "To be proved": proofs_words(answer),
        "New": " ".join(edition_words(answer.edition)),
        "Your choice": choice_words(answer),
        "Sets the date": decides_words(answer),
        "Do first": _first(answer),
        "Critical path": _critical_path(answer, route.critical_path, page),
        "Because": " ".join(because_in_full(answer.because)),
        "Pauses": _pauses(answer, route.finish.pauses),
        "Stopping": _stopping(answer, answer.chance_with_stopping),
    }


def _pauses(answer: PlanAnswer, pauses: Pauses | None) -> str:
    """Say what is meant by those who pause where they are what makes the range wide."""
    if pauses is None:
        return ""
    hours = f"{number(pauses.hours_per_week)} of {number(answer.pace.hours_per_week)} h a week"
    return PAUSES.format(share(pauses.share), hours)


def _first(answer: PlanAnswer) -> str:
    """Name what to do now, as `next` does."""
    return f"{answer.first.title} ({answer.first.id})" if answer.first else ""


def _left_open(route: RouteForecast) -> str:
    """Say what has no date, since others decide it; the gates themselves stand below."""
    count = len(route.route.left_open)
    if not count:
        return ""
    return f"{plural(count, 'gate')} that other people decide; the role comes no earlier than this"


def _study_ahead(answer: PlanAnswer, route: RouteForecast) -> Keys:
    if not route.hours_left:
        return {}
    return {"Left": study_left(route), "Rests on": _basis(answer)}


def _dates(answer: PlanAnswer, route: RouteForecast) -> Keys:
    dates = _days(answer, route)
    if route.finish.is_shut:
        dates["In the role"] = f"no day: {route.finish.reason}"
    return dates


def _days(answer: PlanAnswer, route: RouteForecast) -> Keys:
    today, finish, study = answer.today, route.finish, route.study
    if finish.is_undated:
        return {"In the role": finish.reason, "What to do": "pmcareer gap"}
    if route.hours_left and not answer.pace.weeks_seen:
        promised = answer.pace.promised
        return {
            "In the role": at_first(finish, promised, today, there="in it"),
            "Ready to apply": ready_words(answer, route),
            "Study done": at_first(study, promised, today, there="done"),
        }
    in_role = [(likely(finish, today), "strong"), _late(answer, finish)]
    studied = [(likely(study, today), "strong"), _kept(answer, study)]
    if not route.hours_left:
        studied = [(ALL_STUDIED if _has_exercises(route) else NOTHING_TO_STUDY, "strong")]
    return {
        "In the role": so_far(finish, answer.pace, today) or in_role,
        "Ready to apply": ready_words(answer, route),
        "Study done": so_far(study, answer.pace, today) or studied,
    }


def _late(answer: PlanAnswer, finish: Dates) -> str:
    if finish.is_held or finish.is_shut:
        return ""
    seen, today = answer.pace.weeks_seen, answer.today
    if not says_latest(seen) or is_far_off(finish.safe, today):
        return " (likely to safe)"
    return _latest(finish, today)


def _latest(finish: Dates, today: "date") -> str:
    if not finish.p95:
        return f" (likely to safe), {finish.reason} in one case of twenty"
    if is_far_off(finish.p95, today):
        return f" (likely to safe), {FAR_OFF} in one case of twenty"
    latest = about(finish.p95, today, by_others=finish.by_others)
    # All three on one day: it is said once.
    if latest == likely(finish, today):
        return ""
    # The safe day follows its quantile slowly, and can still lie behind the latest.
    if finish.safe and finish.p95 <= finish.safe:
        return " (likely to safe)"
    return f" (likely to safe), by {latest} in 19 cases of 20"


def _kept(answer: PlanAnswer, study: Dates) -> str:
    # Whose own pace is faster has no use for the day that was promised.
    if not study.is_promise_faster or is_far_off(study.kept, answer.today):
        return ""
    promised = number(answer.pace.promised)
    kept = f"; {about(study.kept, answer.today)} if you keep {promised} h every week"
    # The promised day takes exercises as estimated, and not as this person's turned out.
    return kept if answer.pace.estimates_hold else f"{kept} and estimates hold from now on"


def _basis(answer: PlanAnswer) -> str:
    """Say what the dates rest on: "your own 12 weeks: 4.5 credited h a week"."""
    pace = answer.pace
    if pace.basis == "history":
        return own_pace(pace)
    own = f"your own {plural(pace.weeks_seen, 'week')}"
    ambitious = " which is ambitious," if pace.promised >= AMBITIOUS_HOURS else ""
    counting = f"; {own} begin to count" if pace.weeks_seen else ""
    if pace.has_days and not pace.weeks_seen:
        counting = "; your own days begin to count"
    if pace.basis == "default":
        return f"{number(pace.promised)} h a week, {NOT_PROMISED}{counting}"
    promise = f"the promise of {number(pace.promised)} h a week"
    return f"{promise},{ambitious} and what people keep of one{counting}"


def _has_exercises(route: RouteForecast) -> bool:
    return any(stage.tasks for stage in route.stage_forecasts)


def _critical_path(answer: PlanAnswer, path: "Iterable[Link]", page: "Page") -> str:
    names = [_link(answer, link) for link in path]
    # A path of one link says what "Sets the date" says already.
    if len(names) > 1:
        return page.arrow.join(names)
    return ""


def _link(answer: PlanAnswer, link: Link) -> str:
    # It stands behind what made one ready for it: that says which search it is.
    return "the search" if link.kind == "search" else answer.name_of(link.id)


def _stopping(answer: PlanAnswer, chance: float | None) -> str:
    """Say kindly how many are there by the likely date when those who stop are counted."""
    day = answer.chosen.study.likely
    if chance is None or is_far_off(day, answer.today):
        return ""
    by = about(day, answer.today)
    return f"some people do; counting them, {chance_words(chance)} have done the study by {by}"


def _since_saved(answer: PlanAnswer, page: "Page") -> "Blocks":
    """Say how far the date moved since it was saved, and why where that is asked."""
    drift = answer.drift
    if answer.shows_why:
        yield from render_why(answer, page)
    elif drift and not answer.chosen.finish.is_undated:
        yield page.line(f"In the role {moved_words(answer, drift)}.")


def _in_full(answer: PlanAnswer, route: RouteForecast, page: "Page") -> "Iterator[Blocks]":
    gates = gate_lines(route.gates, answer.today, in_full=True)
    yield iter([render_stages(answer, route, page)])
    yield render_tasks(answer, route, page)
    if answer.shows_detail:
        yield render_detail(answer, page)
    yield page.section("Gates", "what study hours can't buy", gates)
    yield page.section("What would move the date most", "", lever_lines(answer))
    yield page.section("Other routes", "--route 2, --compare", other_lines(answer))
