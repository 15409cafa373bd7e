"""JSON Resume 1.0.0: work, projects, certificates and skills, from the logbook alone."""

from pmcareer.domain.ground.vocabulary import LEVELS
from pmcareer.domain.logbook.entries import Certified, Closed, Experience
from pmcareer.domain.person.person import Person
from pmcareer.exports.format import Format
from pmcareer.exports.plain import Keys, json_text, newest_first, on_one_line, skill_titles
from pmcareer.exports.record import NAME, Record

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
VERSION = "v1.0.0"


def resume_text(record: Record) -> str:
    """Write the resume as a file."""
    return json_text(resume_of(record))


def resume_of(record: Record) -> Keys:
    """Put the record under the keys of a resume; an address is the user's to add."""
    person = record.person
    role = person.curriculum.role.get(person.role or "")
    experiences = sorted(person.experiences, key=lambda each: (each.start, each.id), reverse=True)
    certificates = person.certificates.items()
    return {
        "$schema": SCHEMA,
        "basics": _said(name=record.name, label=role.title if role else None),
        "work": [_work(entry, person) for entry in experiences],
        "projects": [_project(entry, person) for entry in newest_first(person.closed_projects)],
        "certificates": [_certificate(name, entry, person) for name, entry in certificates],
        "skills": _skills(record),
        # The day of the data, not the moment of the export: the same files give the same bytes.
        "meta": {"version": VERSION, "lastModified": f"{record.as_of:%Y-%m-%dT%H:%M:%S}"},
    }


def _said(**keys: object) -> Keys:
    """Leave out what nobody said, and write the rest on one line each."""
    return {key: on_one_line(text) for key, text in keys.items() if text}


def _work(entry: Experience, person: Person) -> Keys:
    # An entry keeps the name that its role had; the curriculum may have another for it by now.
    name = person.curriculum.now_called("roles", entry.role or "")
    role = person.curriculum.role.get(name)
    kind = entry.work.replace("-", " ")
    return _said(
        name=entry.organisation,
        position=role.title if role else f"{kind.capitalize()} work",
        startDate=entry.start,
        endDate=entry.end,
        summary=entry.note,
    )


def _project(entry: Closed, person: Person) -> Keys:
    keys = _said(name=entry.project, description=entry.outcome, endDate=entry.on)
    keys["highlights"] = [on_one_line(entry.size)] if entry.size else []
    keys["keywords"] = list(map(on_one_line, skill_titles(entry, person)))
    return keys


def _certificate(name: str, entry: Certified, person: Person) -> Keys:
    known = person.curriculum.certification.get(name)
    if known is None:
        return _said(name=name, date=entry.on)
    return _said(name=known.title, date=entry.on, issuer=known.issuer)


def _skills(record: Record) -> list[Keys]:
    """List the skills that have a level; the finished exercises are their keywords."""
    done = _done_by_skill(record.person)
    # In the order of the curriculum, so that two exports can be compared line by line.
    rows = []
    for skill in record.person.curriculum.skills:
        level = record.levels[skill.id].level
        if level:
            name, keywords = on_one_line(skill.title), done.get(skill.id, [])
            rows.append({"name": name, "level": LEVELS[level], "keywords": keywords})
    return rows


def _done_by_skill(person: Person) -> dict[str, list[str]]:
    done: dict[str, list[str]] = {}
    for name in person.finished:
        exercise = person.curriculum.exercise.get(name)
        if exercise:
            done.setdefault(exercise.skill, []).append(on_one_line(exercise.title))
    return done


FORMAT = Format(name="jsonresume", rests_on=Record, write=resume_text, options=(NAME,))
