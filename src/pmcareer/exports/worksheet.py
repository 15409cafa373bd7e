"""Markdown: the figures that the application for a certificate asks for, ready for its audit."""

from collections.abc import Iterator, Mapping

from pmcareer.domain.curriculum.catalogue import Certification
from pmcareer.domain.gates.application import Application, Counted
from pmcareer.exports.markup import bullets, document, escaped, heading, table
from pmcareer.exports.plain import SIDES, number


def worksheet_of(application: Application) -> str:
    """Write what is asked for and what is on record, each month once."""
    item = application.certification
    return document(
        heading(1, f"{item.title}: application worksheet"),
        f"As of {application.today}. Rules as of {item.as_of}, from {escaped(item.source)}; "
        f"check them with {escaped(item.issuer)} before you apply.{_age(application)}",
        *_rules(application),
        *(part for counted in application.counted for part in _counted(counted)),
        *_by_work(application),
        *_hours(application),
        *_projects(application),
    )


def _age(application: Application) -> str:
    return " **They are old: rules change.**" if application.clock.stale else ""


def _rules(application: Application) -> Iterator[str]:
    item, clock = application.certification, application.clock
    yield heading(2, "What it asks for")
    rules = [
        (
            f"{gate.status.gate.work or ''} months{_window(gate.status.gate.window_years)}",
            number(gate.status.needed),
            number(gate.status.have),
            gate.clock.open_on or "not with the present work",
        )
        for gate in clock.gates
    ]
    if rules:
        yield table(("experience", "months needed", "months on record", "opens"), rules)
    more = [
        f"Education: {escaped(item.education_minimum)} at least" if item.education_minimum else "",
        f"Training: {_training(item)}" if item.training_hours else "",
        f"Certificates first: {escaped(', '.join(clock.requires))}" if clock.requires else "",
        f"Study, training and application: about {number(clock.study_hours)} hours",
        f"When: {escaped(clock.parked_reason)}" if clock.parked_reason else "",
    ]
    yield bullets(line for line in more if line)


def _training(item: Certification) -> str:
    hours = item.training_hours
    if not isinstance(hours, Mapping):
        return f"{number(hours)} hours"
    return ", ".join(f"{escaped(tier)} {number(each)} hours" for tier, each in hours.items())


def _window(years: float | None) -> str:
    return f" within {number(years)} years" if years else ""


def _counted(counted: Counted) -> Iterator[str]:
    work = counted.gate.status.gate.work or ""
    yield heading(2, f"Months of {work} work that count")
    if not counted.ranges:
        yield f"None is on record. Example: pmcareer experience {work.partition('+')[0]} --from 2024-03-01"
        return
    rows = [(start, end, number(months)) for (start, end), months in counted.ranges]
    yield table(
        ("from", "to", "months"), [*rows, ("all, each day once", "", number(counted.months))]
    )
    yield "They come from:"
    yield bullets(
        f"{escaped(entry.work)}, {entry.start} to {entry.end or 'now'}"
        + (f", {escaped(entry.organisation)}" if entry.organisation else "")
        + (f": {escaped(entry.note)}" if entry.note else "")
        for entry in counted.entries
    )


def _by_work(application: Application) -> Iterator[str]:
    if application.months_by_work:
        yield heading(2, "Months by kind of work")
        rows = [(kind, number(months)) for kind, months in application.months_by_work.items()]
        yield table(("work", "months"), rows)
        yield "Overlaps inside a kind count once; between kinds they may count for both."


def _hours(application: Application) -> Iterator[str]:
    yield heading(2, "Hours of exercises, by side of the Talent Triangle")
    hours = application.hours_by_side
    rows = [(SIDES.get(side, side), number(spent)) for side, spent in hours.items()]
    yield table(("side", "hours"), [*rows, ("all", number(sum(hours.values())))])
    yield "Whether they count as training is for the issuer to say."


def _projects(application: Application) -> Iterator[str]:
    yield heading(2, "Projects led to their end")
    if not application.projects:
        yield 'None is on record. Example: pmcareer project "New CRM" --outcome "Live in May"'
        return
    rows = [
        (entry.on, entry.project, entry.outcome, entry.size or "") for entry in application.projects
    ]
    yield table(("ended", "project", "outcome", "size"), rows)
