"""JSON Resume 1.0.0: work, projects, certificates and skills, from the logbook alone.

It is for the eyes of strangers: remarks, lessons, answers and who else was there stay out of it.
"""

import re
from collections.abc import Iterator

from pmcareer.domain.curriculum.items import Exercise
from pmcareer.domain.ground.vocabulary import LEVELS
from pmcareer.domain.logbook.entries import Closed, Experience, Finished, Story
from pmcareer.domain.person.person import Person
from pmcareer.exports.format import Format
from pmcareer.exports.plain import (
    Keys,
    is_web_link,
    json_text,
    newest_first,
    on_one_line,
    skill_titles,
)
from pmcareer.exports.record import NAME, Record

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
VERSION = "v1.0.0"
PROJECT = "project"
STORY = "story"
EXERCISE = {"real": "exercise", "simulated": "simulated exercise"}
"""What an entry of `projects` was: an exercise passes for no project, nor a case for the work."""
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")


def resume_text(record: Record) -> str:
    """Write the resume as a file."""
    return json_text(resume_of(record))


def resume_of(record: Record) -> Keys:
    """Put the record under the keys of a resume; an address is the user's to add."""
    person = record.person
    role = person.curriculum.role.get(person.role or "")
    experiences = sorted(person.experiences, key=lambda each: (each.start, each.id), reverse=True)
    certificates = person.certificates
    return {
        "$schema": SCHEMA,
        "basics": _said(name=record.name, label=role.title if role else None),
        "work": [_work(entry, person) for entry in experiences],
        "projects": [*_projects(person), *_exercises(person), *_stories(person)],
        "certificates": [_certificate(name, person) for name in certificates],
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
    )


def _projects(person: Person) -> Iterator[Keys]:
    """Go through the projects led to their end, and what stories tell came of each."""
    for entry in newest_first(person.closed_projects):
        keys = _said(name=entry.project, description=entry.outcome, endDate=entry.on, type=PROJECT)
        size = [on_one_line(entry.size)] if entry.size else []
        keys["highlights"] = [*size, *_results(entry, person)]
        keys["keywords"] = list(map(on_one_line, skill_titles(entry, person)))
        yield keys


def _results(source: Closed | Finished, person: Person) -> Iterator[str]:
    """Go through the results of the stories that grew from an entry: the rest is for a room."""
    for entry in person.entries:
        if isinstance(entry, Story) and source.id in entry.entries:
            yield on_one_line(entry.result)


def _exercises(person: Person) -> Iterator[Keys]:
    """Go through the finished exercises that show something: an outcome, or a link to it."""
    for entry, exercise in _shown(person):
        yield _exercise(entry, exercise) | _told(entry, exercise, person)


def _shown(person: Person) -> Iterator[tuple[Finished, Exercise]]:
    done = [(times[-1], name) for name, times in person.finished.items()]
    for entry, name in sorted(done, key=lambda pair: (pair[0].on, pair[0].id), reverse=True):
        exercise = person.curriculum.exercise.get(name)
        if exercise and (entry.outcome or _address(entry)):
            yield entry, exercise


def _stories(person: Person) -> Iterator[Keys]:
    """Go through the stories whose result has not been told with what they grew from."""
    shown = {entry.id for entry in person.closed_projects}
    shown.update(entry.id for entry, _ in _shown(person))
    for entry in person.entries:
        if isinstance(entry, Story) and not shown & set(entry.entries):
            keys = _said(name=entry.title, type=STORY)
            keys["highlights"] = [on_one_line(entry.result)]
            keys["keywords"] = list(map(on_one_line, skill_titles(entry, person)))
            yield keys


def _exercise(entry: Finished, exercise: Exercise) -> Keys:
    keys = _said(name=exercise.title, description=exercise.deliverable, endDate=entry.on)
    keys["type"] = EXERCISE[entry.mode or "real"]
    if entry.part:
        keys["roles"] = [entry.part]
    return keys | _said(url=_address(entry))


def _told(entry: Finished, exercise: Exercise, person: Person) -> Keys:
    outcome = [on_one_line(entry.outcome)] if entry.outcome else []
    skill = person.curriculum.skill.get(exercise.skill)
    keywords = [on_one_line(skill.title)] if skill else []
    return {"highlights": [*outcome, *_results(entry, person)], "keywords": keywords}


def _address(entry: Finished) -> str:
    """Write the evidence as RFC 3986 has addresses; "" where it is none, or is none of the web."""
    # https://example.org/ö: https://example.org/%C3%B6
    link = entry.evidence or ""
    return _BEYOND_ASCII.sub(_percent, link) if is_web_link(link) else ""


def _percent(found: re.Match[str]) -> str:
    return f"%{found[0].encode().hex('%')}".upper()


def _certificate(name: str, person: Person) -> Keys:
    earned = person.holdings[name].since
    known = person.curriculum.certification.get(name)
    if known is None:
        return _said(name=name, date=earned)
    return _said(name=known.title, date=earned, issuer=known.issuer)


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
