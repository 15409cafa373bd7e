"""Markdown: a page for a mentor: where I stand, what I did, what is next, where I need help."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from pmcareer.domain.coaching.advice import first_advice
from pmcareer.domain.coaching.agenda import tasks_ahead
from pmcareer.domain.forecast.basis import pace_basis
from pmcareer.domain.gates.application import hours_by_side
from pmcareer.domain.gates.state import GateForecast
from pmcareer.domain.person.rhythm import streak_of
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.roadmap.facts import PersonFacts
from pmcareer.exports.markup import bullets, document, escaped, heading
from pmcareer.exports.plain import SIDES, gate_words, number
from pmcareer.exports.portfolio import finished_lines, project_lines

DAYS_BACK = 28
TASKS_AHEAD = 5
BASIS = {"default": "taken for granted", "profile": "as promised", "history": "as logged"}


def mentor_report_of(planner: Planner) -> str:
    """Write the report over the last four weeks."""
    return document(
        heading(1, f"Status report, {planner.person.today}"),
        *_standing(planner),
        *_done(planner),
        *_ahead(planner),
        *_help_wanted(planner),
    )


def _standing(planner: Planner) -> Iterator[str]:
    person, route = planner.person, planner.forecasts[0]
    tasks = [task for stage in route.stages for task in stage.tasks if task.state != "covered"]
    done = sum(task.state == "finished" for task in tasks)
    pace = pace_basis(planner.forecaster, is_tried=False)
    streak = streak_of(person)
    yield heading(2, "Where I stand")
    yield bullets(
        [
            f"Today: {_role(planner, person.stands_at)}. Target: **{escaped(planner.target.title)}**.",
            f"Done: {done} of {len(tasks)} exercises; {number(route.hours_left)} hours are left.",
            f"Study likely done: {_range(route.study.p50, route.study.p80)}.",
            f"In the role: {_range(route.finish.p50, route.finish.p80)}.",
            f"Pace: {number(pace.hours_per_week)} hours a week {BASIS[pace.basis]}; {number(pace.promised)} promised.",
            f"Weeks kept in a row: {streak.weeks}.",
        ]
    )


def _role(planner: Planner, name: str) -> str:
    return escaped(planner.person.curriculum.role[name].title)


def _range(p50: date | None, p80: date | None) -> str:
    """Say the range that half and four fifths of the trials stay within."""
    if p50 is None:
        return "not within twenty years"
    return (
        f"between {p50} and {p80} (P50 and P80)"
        if p80
        else f"{p50} (P50), or later than twenty years"
    )


def _done(planner: Planner) -> Iterator[str]:
    person = planner.person
    since = person.today - timedelta(days=DAYS_BACK)
    recent = {name: times for name, times in person.finished.items() if times[-1].on > since}
    yield heading(2, "Done in the last four weeks")
    exercises = [line for _, line in finished_lines(replace(person, finished=recent))]
    yield bullets(exercises) if exercises else "No exercise was finished."
    hours = hours_by_side(person, DAYS_BACK)
    yield (
        "Hours: "
        + ", ".join(f"{SIDES[side].lower()} {number(spent)}" for side, spent in hours.items())
        + "."
    )
    for entry in person.closed_projects:
        if entry.on > since:
            yield heading(3, f"Project: {entry.project}")
            yield project_lines(entry, person)


def _ahead(planner: Planner) -> Iterator[str]:
    tasks = tasks_ahead(planner, TASKS_AHEAD)
    if tasks:
        yield heading(2, "Next")
        yield bullets(
            f"{escaped(t.exercise.title)}, {number(t.hours_left)} hours left" for t in tasks
        )


def _help_wanted(planner: Planner) -> Iterator[str]:
    gates = [gate for gate in planner.forecasts[0].gates if gate.status.missing]
    advice = first_advice(PersonFacts(person=planner.person))
    if gates or advice:
        yield heading(2, "Where I need others")
        yield bullets(
            [*(_gate(gate) for gate in gates), *([escaped(advice.text)] if advice else [])]
        )


def _gate(forecast: GateForecast) -> str:
    gate, status = forecast.gate, forecast.status
    opens = f", likely from {forecast.open_on}" if forecast.open_on else ""
    return f"{escaped(gate_words(gate))}: {number(status.have)} of {number(status.needed)}{opens}"
