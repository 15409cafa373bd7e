"""Markdown: a page for a mentor: where I stand, what I did, what is next, where I need help."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from pmcareer.domain.coaching.mentor import MentorReport
from pmcareer.domain.gates.state import GateForecast
from pmcareer.exports.markup import bullets, document, escaped, heading
from pmcareer.exports.plain import SIDES, gate_words, number
from pmcareer.exports.portfolio import finished_lines, project_lines

BASIS = {"default": "taken for granted", "profile": "as promised", "history": "as logged"}


def status_report_of(report: MentorReport) -> str:
    """Write the report over the last four weeks."""
    return document(
        heading(1, f"Status report, {report.person.today}"),
        *_standing(report),
        *_done(report),
        *_ahead(report),
        *_help_wanted(report),
    )


def _standing(report: MentorReport) -> Iterator[str]:
    route, pace = report.route, report.pace
    done = sum(task.state == "finished" for task in report.tasks)
    yield heading(2, "Where I stand")
    yield bullets(
        [
            f"Today: {escaped(report.role.title)}. Target: **{escaped(report.target.title)}**.",
            f"Done: {done} of {len(report.tasks)} exercises; {number(route.hours_left)} hours are left.",
            f"Study likely done: {_range(route.study.p50, route.study.p80)}.",
            f"In the role: {_range(route.finish.p50, route.finish.p80)}.",
            f"Pace: {number(pace.hours_per_week)} hours a week {BASIS[pace.basis]}; {number(pace.promised)} promised.",
            f"Weeks kept in a row: {report.streak.weeks}.",
        ]
    )


def _range(p50: date | None, p80: date | None) -> str:
    """Say the range that half and four fifths of the trials stay within."""
    if p50 is None:
        return "not within twenty years"
    return (
        f"between {p50} and {p80} (P50 and P80)"
        if p80
        else f"{p50} (P50), or later than twenty years"
    )


def _done(report: MentorReport) -> Iterator[str]:
    person = report.person
    recent = {name: times for name, times in person.finished.items() if times[-1].on > report.since}
    yield heading(2, "Done in the last four weeks")
    exercises = [line for _, line in finished_lines(replace(person, finished=recent))]
    yield bullets(exercises) if exercises else "No exercise was finished."
    yield (
        "Hours: "
        + ", ".join(
            f"{SIDES[side].lower()} {number(spent)}" for side, spent in report.hours_by_side.items()
        )
        + "."
    )
    for entry in person.closed_projects:
        if entry.on > report.since:
            yield heading(3, f"Project: {entry.project}")
            yield project_lines(entry, person)


def _ahead(report: MentorReport) -> Iterator[str]:
    if report.ahead:
        yield heading(2, "Next")
        yield bullets(
            f"{escaped(t.exercise.title)}, {number(t.hours_left)} hours left" for t in report.ahead
        )


def _help_wanted(report: MentorReport) -> Iterator[str]:
    gates = [gate for gate in report.route.gates if gate.status.missing]
    advice = report.advice
    if gates or advice:
        yield heading(2, "Where I need others")
        yield bullets(
            [*(_gate(gate) for gate in gates), *([escaped(advice.text)] if advice else [])]
        )


def _gate(forecast: GateForecast) -> str:
    gate, status = forecast.gate, forecast.status
    opens = f", likely from {forecast.open_on}" if forecast.open_on else ""
    return f"{escaped(gate_words(gate))}: {number(status.have)} of {number(status.needed)}{opens}"
