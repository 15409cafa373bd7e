"""Markdown: a page for a mentor: where I stand, what I did, what is next, where I need help."""

from dataclasses import replace
from datetime import date

from pmcareer.domain.coaching.mentor import MentorReport
from pmcareer.domain.forecast.outlook import Dates
from pmcareer.domain.gates.state import GateForecast
from pmcareer.domain.gates.wording import so_far_words
from pmcareer.domain.ground.calendar import TEN_YEARS_DAYS
from pmcareer.domain.ground.vocabulary import MONTHS
from pmcareer.domain.logbook.entries import Did
from pmcareer.domain.roadmap.workplan import Task
from pmcareer.exports.format import Format
from pmcareer.exports.markup import Parts, bullets, document, escaped, heading
from pmcareer.exports.plain import number
from pmcareer.exports.portfolio import finished_lines, project_lines
from pmcareer.exports.record import NAME

BASIS = {"default": "taken for granted", "profile": "as promised", "history": "as logged"}


def status_report_of(report: MentorReport) -> str:
    """Write the report over the last four weeks."""
    title = f"{report.name}: status report" if report.name else "Status report"
    return document(
        heading(1, f"{title}, {report.person.today}"),
        *_where_i_am(report),
        *_done(report),
        *_ahead(report),
        *_help_wanted(report),
    )


def _where_i_am(report: MentorReport) -> Parts:
    yield heading(2, "Where I stand")
    yield bullets((*_way(report), *_pace(report)))


def _way(report: MentorReport) -> Parts:
    route, tasks = report.route, report.tasks
    done = sum(task.state == "finished" for task in tasks)
    left = f"{number(route.hours_left)} hours are left"
    role = report.role.title if report.role else "no role said"
    yield f"Today: {escaped(role)}. Target: **{escaped(report.target.title)}**."
    yield f"Done: {done} of {len(tasks)} exercises; {left}."
    # In the first week the promise and other people are all that is known, as on the screens.
    if route.hours_left and not report.pace.weeks_seen:
        yield f"Study done: {' '.join(_at_first(route.study, report, 'done'))}"
        yield f"In the role: {' '.join(_at_first(route.finish, report, 'in it'))}"
        return
    yield f"Study likely done: {_range(route.study, report)}."
    yield f"Ready to apply: {_range(route.ready, report)}."
    earliest = (
        ", at the earliest: others decide gates on the way" if route.finish.is_earliest else ""
    )
    yield f"In the role: {_range(route.finish, report)}{earliest}."


def _at_first(dates: Dates, report: MentorReport, there: str) -> Parts:
    today = report.person.today
    kept = _day(dates.kept, dates, today)
    if kept and dates.is_promise_faster:
        yield f"{kept} if I keep {number(report.pace.promised)} hours every week."
    likely, safe = _day(dates.likely, dates, today), _day(dates.safe, dates, today)
    if not likely:
        yield "Half of people who keep going need over ten years."
        return
    yield f"Half of people who keep going are {there} by {likely}."
    longer = f"longer than {safe}" if safe else "over ten years"
    yield f"One in five needs {longer}."
    if words := dates.late_because:
        yield words


def _range(dates: Dates, report: MentorReport) -> str:
    """Say the range that half and four fifths of the trials stay within."""
    # What is further off than ten years is nothing to plan by.
    today = report.person.today
    likely, safe = _day(dates.likely, dates, today), _day(dates.safe, dates, today)
    if not likely:
        return "not within ten years"
    if not safe:
        return f"{likely} (as likely as not), or later"
    if likely == safe:
        return f"{likely} (four times of five)"
    return f"between {likely} (as likely as not) and {safe} (four times of five)"


def _day(day: date | None, dates: Dates, today: date) -> str:
    """Write a day, or the month of what others decide; nothing of what is far off."""
    if day is None or (day - today).days >= TEN_YEARS_DAYS:
        return ""
    if dates.by_others:
        return f"{MONTHS[day.month - 1]} {day.year}"
    return day.isoformat()


def _pace(report: MentorReport) -> Parts:
    pace = report.pace
    hours = f"{number(pace.hours_per_week)} hours a week {BASIS[pace.basis]}"
    yield f"Pace: {hours}; {number(pace.promised)} promised."
    yield f"Weeks kept in a row: {report.streak.weeks}."


def _done(report: MentorReport) -> Parts:
    yield heading(2, "Done in the last four weeks")
    yield _exercises(report)
    titles = report.person.curriculum.side_titles
    hours = [f"{titles[side].lower()} {number(n)}" for side, n in report.hours_by_side.items()]
    yield f"Hours: {', '.join(hours)}."
    steps = [_step(entry, report) for entry in report.steps]
    if steps:
        yield heading(3, "With people")
        yield bullets(steps)
    for entry in report.person.closed_projects:
        if entry.on > report.since:
            yield heading(3, f"Project: {entry.project}")
            yield project_lines(entry, report.person)


def _step(entry: Did, report: MentorReport) -> str:
    """Write what was done, with whom and what came of it; a gate as somebody's word."""
    text = f"{escaped(report.titles.get(entry.thing, entry.thing))} ({entry.on})"
    if entry.whom:
        by = "confirmed by" if entry.gate else "with"
        text += f", {by} {escaped(entry.whom)}"
    if entry.begun:
        text += ", begun"
    if entry.outcome:
        text += f": {escaped(entry.outcome)}"
    return text


def _exercises(report: MentorReport) -> str:
    person = report.person
    # By the latest time: an exercise that was done again counts as done now.
    recent = {name: times for name, times in person.finished.items() if times[-1].on > report.since}
    lines = finished_lines(replace(person, finished=recent))
    return bullets(line for _, line in lines) or "No exercise was finished."


def _ahead(report: MentorReport) -> Parts:
    lines = list(map(_next, report.ahead))
    if report.first:
        lines.insert(0, f"{escaped(report.first.title)}, before all study")
    if lines:
        yield heading(2, "Next")
        yield bullets(lines)


def _next(task: Task) -> str:
    return f"{escaped(task.exercise.title)}, {number(task.hours_left)} hours left"


def _help_wanted(report: MentorReport) -> Parts:
    wanted = list(_wanted(report))
    if wanted:
        yield heading(2, "Where I need others")
        yield bullets(wanted)


def _wanted(report: MentorReport) -> Parts:
    for awaited in report.awaited:
        whom = f"by {escaped(awaited.whom)}" if awaited.whom else "by somebody"
        title = escaped(report.titles.get(awaited.step, awaited.step))
        yield f"An answer {whom}, awaited since {awaited.since}: {title}"
    for gate in report.route.gates:
        if gate.status.missing:
            yield _gate(gate)
    if report.advice:
        yield escaped(report.advice.text)


def _gate(forecast: GateForecast) -> str:
    status = forecast.status
    words = f"{escaped(status.words)}: {so_far_words(status)}"
    if forecast.open_on:
        return f"{words}, likely from {forecast.open_on}"
    return words


FORMAT = Format(
    name="markdown", rests_on=MentorReport, write=status_report_of, options=("--for", NAME)
)
