"""Markdown: the figures that the application for a certificate asks for, ready for its audit."""

from collections.abc import Mapping

from pmcareer.domain.curriculum.catalogue import Certification
from pmcareer.domain.curriculum.gate import ExperienceGate
from pmcareer.domain.gates.application import Application, Counted
from pmcareer.domain.gates.state import GateForecast
from pmcareer.domain.gates.wording import kind_words, window_words
from pmcareer.domain.logbook.entries import Experience, Learned
from pmcareer.exports.format import Format
from pmcareer.exports.markup import Parts, bullets, document, escaped, heading, link, table
from pmcareer.exports.plain import number

UNCOUNTED = "not counted: nobody said how complex the projects were"


def worksheet_of(application: Application) -> str:
    """Write what is asked for and what is on record, each month once."""
    item = application.certification
    counted = [part for rule in application.counted for part in _counted(rule)]
    return document(
        heading(1, f"{item.title}: application worksheet"),
        _as_of(application),
        *_rules(application),
        *counted,
        *_by_work(application),
        *_courses(application),
        *_hours(application),
        *_projects(application),
    )


def _as_of(application: Application) -> str:
    item = application.certification
    rules = f"Rules as of {item.as_of}, from {escaped(item.source)}"
    where = " ".join((escaped(item.issuer), *map(link, filter(None, [item.url]))))
    check = f"check them with {where} before you apply."
    text = f"As of {application.today}. {rules}; {check}"
    if application.clock.stale:
        return f"{text} **They are old: rules change.**"
    return text


def _rules(application: Application) -> Parts:
    yield heading(2, "What it asks for")
    gates = application.clock.gates
    rules = [_rule(each, each.gate) for each in gates if isinstance(each.gate, ExperienceGate)]
    if rules:
        yield table(("experience", "months needed", "months on record", "met"), rules)
    yield bullets((*_other_gates(application), *_conditions(application)))


def _rule(forecast: GateForecast, gate: ExperienceGate) -> tuple[object, ...]:
    status, opens = forecast.status, forecast.open_on or "not with what you do now"
    asked = f"{kind_words(gate)} months{window_words(gate)}"
    have = UNCOUNTED if status.is_uncounted else number(status.have)
    return asked, number(status.needed), have, opens


def _other_gates(application: Application) -> Parts:
    for forecast in application.clock.gates:
        if not forecast.status.work:
            yield escaped(forecast.status.words)


def _conditions(application: Application) -> Parts:
    item, clock = application.certification, application.clock
    if item.education_minimum:
        yield f"Education: {escaped(item.education_minimum)} at least"
    if item.training_hours:
        yield f"Training: {_training(item)}"
    if clock.requires:
        yield f"Certificates first: {escaped(', '.join(clock.requires))}"
    if item.disputed:
        yield f"Disputed: {escaped(item.disputed)}"
    yield f"Study, training and application: about {number(clock.study_hours)} hours"
    if clock.parked_reason:
        yield f"When: {escaped(clock.parked_reason)}"


def _training(item: Certification) -> str:
    hours = item.training_hours
    if not isinstance(hours, Mapping):
        return f"{number(hours)} hours"
    return ", ".join(f"{escaped(tier)} {number(each)} hours" for tier, each in hours.items())


def _counted(counted: Counted) -> Parts:
    work = counted.gate.work
    yield heading(2, f"Months of {kind_words(counted.gate)} work that count")
    if not counted.ranges:
        # Work such as "pmo+portfolio" is either; the example is typed with the first of them.
        example = f"pmcareer experience {work.partition('+')[0]} --from 2024-03-01"
        yield f"None is on record. Example: {example}"
        return
    rows = [(start, end, number(months)) for (start, end), months in counted.ranges]
    total = ("all, each day once", "", number(counted.months))
    yield table(("from", "to", "months"), [*rows, total])
    yield "They come from:"
    yield bullets(_stretch(entry) for entry in counted.entries)


def _stretch(entry: Experience) -> str:
    text = f"{escaped(entry.work)}, {entry.start} to {entry.end or 'now'}"
    if entry.organisation:
        text += f", {escaped(entry.organisation)}"
    if entry.note:
        return f"{text}: {escaped(entry.note)}"
    return text


def _by_work(application: Application) -> Parts:
    if application.months_by_work:
        yield heading(2, "Months by kind of work")
        rows = [(kind, number(months)) for kind, months in application.months_by_work.items()]
        yield table(("work", "months"), rows)
        yield "Overlaps inside a kind count once; between kinds they may count for both."


def _courses(application: Application) -> Parts:
    """List the courses: the training that is asked for has to be shown with papers."""
    if application.courses:
        yield heading(2, "Courses")
        total = sum(entry.hours for entry in application.courses)
        whole = ("all", "", "", number(total))
        yield table(("ended", "course", "by", "hours"), [*map(_course, application.courses), whole])


def _course(entry: Learned) -> tuple[object, ...]:
    return entry.on, entry.title, entry.provider or "", number(entry.hours)


def _hours(application: Application) -> Parts:
    yield heading(2, "Hours of exercises, by side")
    hours = application.hours_by_side
    rows = [(application.side_titles[side], number(spent)) for side, spent in hours.items()]
    rows.append(("all", number(sum(hours.values()))))
    yield table(("side", "hours"), rows)
    yield "Whether they count as training is for the issuer to say."


def _projects(application: Application) -> Parts:
    yield heading(2, "Projects led to their end")
    if not application.projects:
        yield 'None is on record. Example: pmcareer project "New CRM" --outcome "Live in May"'
        return
    ended = application.projects
    rows = [(entry.on, entry.project, entry.outcome, entry.size or "") for entry in ended]
    yield table(("ended", "project", "outcome", "size"), rows)


FORMAT = Format(
    name="worksheet", rests_on=Application, write=worksheet_of, options=("--certificate",)
)
