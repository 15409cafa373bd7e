"""`pmcareer export`: what the logbook holds, in a form that others read."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import time
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import Any

from pmcareer.commands.home import Home, home_of
from pmcareer.commands.kept import notes_kept
from pmcareer.commands.sheet_places import place_of
from pmcareer.domain.coaching.agenda import Agenda, agenda_of, as_of
from pmcareer.domain.coaching.mentor import MentorReport, mentor_report_of
from pmcareer.domain.curriculum.catalogue import Certification
from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.short_titles import short_titles
from pmcareer.domain.gates.application import Application, application_of
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.levels import levels_of
from pmcareer.domain.person.person import Person
from pmcareer.domain.plan.earned import earned_of
from pmcareer.domain.plan.gap import gap_of
from pmcareer.domain.plan.in_short import plan_in_short
from pmcareer.domain.plan.planner import Planner, own_pace_of
from pmcareer.domain.plan.timeline import timeline_of
from pmcareer.domain.roadmap.stages import tasks_not_covered
from pmcareer.domain.words.amounts import count_of, word_of
from pmcareer.domain.words.days import clock_time
from pmcareer.domain.words.lookup import certification_named
from pmcareer.domain.words.optional import Typed, if_typed
from pmcareer.errors import OfAnotherUse, WrongValue
from pmcareer.exports import FORMATS, READERS
from pmcareer.exports.everything import Everything
from pmcareer.exports.filled import Note
from pmcareer.exports.format import Format, declared_in
from pmcareer.exports.record import NAME, Record
from pmcareer.exports.showcase import WITH_NOTES, Showcase
from pmcareer.exports.way import Way
from pmcareer.settings import Settings, typed_path
from pmcareer.storage.export_file import write_export
from pmcareer.storage.paths import real_path
from pmcareer.views.export import Exported

TO_STDOUT = "-"
WEEKS, MOST_WEEKS = 4, 26
EVENING = time(18)


@frozen
class Asked:
    """What an export can rest on, and what was said about it."""

    home: Home
    planner: Planner
    certificate: Typed
    weeks: int
    at: time
    name: str
    with_notes: bool


def run(
    settings: Settings,
    what: str,
    *,
    output: Typed = None,
    force: bool = False,
    certificate: Typed = None,
    reader: Typed = None,
    weeks: Typed = None,
    at: Typed = None,
    name: Typed = None,
    with_notes: bool = False,
) -> Exported:
    """Write everything, or one side of it, as text; to a file when one is named."""
    home = home_of(settings)

    said = {"--certificate": certificate, "--for": reader, "--weeks": weeks, "--at": at}
    said |= {NAME: name, WITH_NOTES: "said" if with_notes else None}
    # A wrong word is refused before anything is worked out.
    form = _format(what, said)
    asked = Asked(
        home=home,
        planner=Planner(person=home.person),
        certificate=certificate,
        weeks=if_typed(_weeks, weeks) or WEEKS,
        at=if_typed(clock_time, at) or EVENING,
        name=if_typed(_name, name) or "",
        with_notes=with_notes,
    )
    text = form.write(VALUES[form.rests_on](asked))

    # Only now, with the whole text at hand: a file is written whole or not at all.
    file = _written(settings, output, text, force=force)
    return Exported(kind=form.name, text=text, file=file, problems=home.problems)


def _format(what: str, said: Mapping[str, Typed]) -> Format[Any]:
    """Find the format, and refuse an option that means nothing to it."""
    form = declared_in(FORMATS[word_of(what, FORMATS, "FORMAT")])
    for option, text in said.items():
        if text is not None and option not in form.options:
            raise _misplaced(option, form.name)
    reader = said["--for"]
    if reader is None:
        return form
    return declared_in(READERS[word_of(reader, READERS, "--for")])


def _misplaced(option: str, name: str) -> OfAnotherUse:
    owners = [each for each, file in FORMATS.items() if option in declared_in(file).options]
    return OfAnotherUse(option, f"export {name}", f"export {' or '.join(owners)}")


def _name(text: str) -> str:
    if not text.strip():
        raise WrongValue(NAME, text, "a name")
    return text


def _weeks(text: str) -> int:
    weeks = count_of(text, "--weeks")
    if weeks > MOST_WEEKS:
        raise WrongValue("--weeks", text, f"a number from 1 to {MOST_WEEKS}")
    return weeks


def _written(settings: Settings, output: Typed, text: str, *, force: bool) -> Typed:
    if output in (None, TO_STDOUT):
        return None
    if not output.strip() or "\0" in output:
        raise WrongValue("--output", output, "a file, or - for the terminal")
    path = typed_path("--output", output)
    settings.put(partial(_write, settings, path, text, force=force))
    return str(real_path(path))


def _write(settings: Settings, path: Path, text: str, *, force: bool) -> tuple[str, ...]:
    """Write the file; it is no entry."""
    ours = (settings.logbook, settings.curriculum)
    write_export(path, text.encode(), force=force, ours=ours, hold=settings.hold)
    return ()


def _record(asked: Asked) -> Record:
    person, entries = asked.home.person, asked.home.logbook.entries
    changed = as_of(person.today, entries)
    return Record(
        person=person,
        levels=levels_of(person),
        name=asked.name,
        notes=_notes(asked.home),
        as_of=changed,
    )


def _notes(home: Home) -> dict[str, tuple[Note, ...]]:
    """Read the sheets that are on record as evidence."""
    found = {}
    known = home.curriculum.exercise
    for name, times in home.person.finished.items():
        if name in known and times[-1].evidence == place_of(name):
            found[name] = notes_kept(home, known[name])
    return found


def _everything(asked: Asked) -> Everything:
    person = asked.home.person
    plan = plan_in_short(asked.planner)
    return Everything(
        person=person,
        logbook=asked.home.logbook,
        levels=levels_of(person),
        plan=plan,
        gap=gap_of(asked.planner) if plan else None,
        name=asked.name,
    )


def _agenda(asked: Asked) -> Agenda:
    return agenda_of(asked.planner, asked.weeks, asked.at, asked.home.logbook.entries)


def _report(asked: Asked) -> MentorReport:
    return mentor_report_of(asked.planner, asked.name)


def _way(asked: Asked) -> Way:
    planner, person = asked.planner, asked.home.person
    titles = short_titles(person.curriculum.roles)
    return Way(
        name=asked.name,
        source=person.curriculum.role.get(person.stands_at),
        target=planner.target,
        route=planner.best,
        timeline=timeline_of(planner.best, person.today, titles),
    )


def _showcase(asked: Asked) -> Showcase:
    planner, person = asked.planner, asked.home.person
    why = planner.why_no_plan
    shown = Showcase(record=_record(asked), why_no_way=why, with_notes=asked.with_notes)
    if why:
        return shown
    way = _way(asked)
    tasks = tasks_not_covered(way.route.stages)
    return replace(
        shown,
        way=way,
        done=sum(task.state == "finished" for task in tasks),
        whole=len(tasks),
        earned=earned_of(person, planner.target.id, way.route),
    )


def _application(asked: Asked) -> Application:
    wanted = _certification(asked.home.curriculum, asked.certificate)
    return application_of(asked.home.person, wanted, own_pace_of(asked.home.person).to_divide_by)


def _certification(curriculum: Curriculum, word: Typed) -> Certification:
    """Find the certificate named, else the curriculum's default, else its first."""
    if word is not None:
        return certification_named(curriculum, word)
    if curriculum.certifications:
        return max(curriculum.certifications, key=attrgetter("default"))
    raise WrongValue("FORMAT", "worksheet", "a curriculum with certifications")


VALUES: dict[type, Callable[[Asked], object]] = {
    Person: attrgetter("home.person"),
    Record: _record,
    Everything: _everything,
    Agenda: _agenda,
    MentorReport: _report,
    Way: _way,
    Showcase: _showcase,
    Application: _application,
}
"""What a format rests on, to what works it out: nothing else is worked out for it."""
