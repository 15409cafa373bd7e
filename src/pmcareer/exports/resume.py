"""JSON Resume 1.0.0: work, projects, certificates and skills, each from the logbook and nothing made up."""

from typing import Any

from pmcareer.domain.coaching.agenda import as_of
from pmcareer.domain.logbook.entries import Closed, Experience
from pmcareer.domain.person.levels import levels_of
from pmcareer.domain.person.person import Person
from pmcareer.exports.plain import LEVELS, on_one_line

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
VERSION = "v1.0.0"


def resume_of(person: Person) -> dict[str, Any]:
    """Give the object; name and address are the user's to add."""
    role = person.curriculum.role.get(person.role or "")
    experiences = sorted(
        person.experiences, key=lambda entry: (entry.start, entry.id), reverse=True
    )
    projects = sorted(person.closed_projects, key=lambda entry: (entry.on, entry.id), reverse=True)
    return {
        "$schema": SCHEMA,
        "basics": {"label": on_one_line(role.title)} if role else {},
        "work": [_work(entry, person) for entry in experiences],
        "projects": [_project(entry, person) for entry in projects],
        "certificates": _certificates(person),
        "skills": _skills(person),
        "meta": {"version": VERSION, "lastModified": f"{as_of(person):%Y-%m-%dT%H:%M:%S}"},
    }


def _work(entry: Experience, person: Person) -> dict[str, Any]:
    role = (
        person.curriculum.role.get(person.curriculum.now_called("roles", entry.role))
        if entry.role
        else None
    )
    kind = entry.work.replace("-", " ")
    return _said(
        name=entry.organisation,
        position=role.title if role else f"{kind.capitalize()} work",
        startDate=entry.start.isoformat(),
        endDate=entry.end.isoformat() if entry.end else None,
        summary=entry.note,
    )


def _said(**keys: str | None) -> dict[str, Any]:
    return {key: on_one_line(text) for key, text in keys.items() if text}


def _project(entry: Closed, person: Person) -> dict[str, Any]:
    known = person.curriculum.skill
    keywords = [on_one_line(known[name].title) for name in entry.skills if name in known]
    size = [on_one_line(entry.size)] if entry.size else []
    return _said(name=entry.project, description=entry.outcome, endDate=entry.on.isoformat()) | {
        "highlights": size,
        "keywords": keywords,
    }


def _certificates(person: Person) -> list[dict[str, Any]]:
    known = person.curriculum.certification
    return [
        _said(
            name=known[name].title if name in known else name,
            date=entry.on.isoformat(),
            issuer=known[name].issuer if name in known else None,
        )
        for name, entry in person.certificates.items()
    ]


def _skills(person: Person) -> list[dict[str, Any]]:
    """List the skills that have a level; the finished exercises are their keywords."""
    levels = levels_of(person)
    done: dict[str, list[str]] = {}
    for name in person.finished:
        exercise = person.curriculum.exercise.get(name)
        if exercise:
            done.setdefault(exercise.skill, []).append(on_one_line(exercise.title))
    return [
        {
            "name": on_one_line(skill.title),
            "level": LEVELS[levels[skill.id].level],
            "keywords": done.get(skill.id, []),
        }
        for skill in person.curriculum.skills
        if levels[skill.id].level
    ]
