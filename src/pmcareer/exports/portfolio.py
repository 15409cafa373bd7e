"""Markdown: what somebody can show, project by project and skill by skill."""

from collections.abc import Iterator

from pmcareer.domain.logbook.entries import Closed, Finished, Story
from pmcareer.domain.person.levels import levels_of
from pmcareer.domain.person.person import Person
from pmcareer.exports.markup import bullets, document, escaped, heading, link
from pmcareer.exports.plain import LEVELS

EMPTY = "Nothing is on record yet. It grows with: pmcareer log, pmcareer project"


def portfolio_of(person: Person) -> str:
    """Write closed projects, finished exercises with outcome and evidence, certificates and stories."""
    role = person.curriculum.role.get(person.stands_at)
    shown = (*_projects(person), *_work(person), *_certificates(person), *_stories(person))
    return document(
        heading(1, "Portfolio"),
        f"{escaped(role.title)}, as of {person.today}" if role else f"As of {person.today}",
        *(shown or (EMPTY,)),
    )


def _projects(person: Person) -> Iterator[str]:
    if person.closed_projects:
        yield heading(2, "Projects led to their end")
    for entry in sorted(
        person.closed_projects, key=lambda entry: (entry.on, entry.id), reverse=True
    ):
        yield heading(3, entry.project)
        yield project_lines(entry, person)


def project_lines(entry: Closed, person: Person) -> str:
    """Write what is known of a project, its outcome first."""
    skills = [
        escaped(person.curriculum.skill[n].title)
        for n in entry.skills
        if n in person.curriculum.skill
    ]
    size = [f"Size: {escaped(entry.size)}"] if entry.size else []
    shown = [f"Shows: {', '.join(skills)}"] if skills else []
    return bullets([f"Outcome: {escaped(entry.outcome)}", f"Ended: {entry.on}", *size, *shown])


def _work(person: Person) -> Iterator[str]:
    levels = levels_of(person)
    for skill in person.curriculum.skills:
        items = [line for exercise, line in finished_lines(person) if exercise == skill.id]
        if items:
            level = levels[skill.id].level
            yield heading(2, f"{skill.title}: level {level} of 5, {LEVELS[level]}")
            yield bullets(items)


def finished_lines(person: Person) -> list[tuple[str, str]]:
    """Give the skill of each finished exercise and a line about its latest time, earliest first."""
    known = person.curriculum.exercise
    done = [(times[-1], known[name]) for name, times in person.finished.items() if name in known]
    done.sort(key=lambda pair: (pair[0].on, pair[1].id))
    return [
        (exercise.skill, f"**{escaped(exercise.title)}** {_how(entry)}") for entry, exercise in done
    ]


def _how(entry: Finished) -> str:
    parts = [str(entry.on), entry.mode or "", entry.part or ""]
    reviewed = f", reviewed by {escaped(entry.reviewed_by)}" if entry.reviewed_by else ""
    outcome = f": {escaped(entry.outcome)}" if entry.outcome else ""
    evidence = f"; evidence: {link(entry.evidence)}" if entry.evidence else ""
    return f"({', '.join(part for part in parts if part)}{reviewed}){outcome}{evidence}"


def _certificates(person: Person) -> Iterator[str]:
    if person.certificates:
        yield heading(2, "Certificates")
        known = person.curriculum.certification
        yield bullets(
            f"{escaped(known[name].title) if name in known else escaped(name)}, earned {entry.on}"
            + (f", valid until {entry.expires}" if entry.expires else "")
            for name, entry in person.certificates.items()
        )


def _stories(person: Person) -> Iterator[str]:
    stories = [entry for entry in person.entries if isinstance(entry, Story)]
    if stories:
        yield heading(2, "Stories")
    for story in stories:
        yield heading(3, story.title)
        parts = {
            "Situation": story.situation,
            "Task": story.task,
            "Action": story.action,
            "Result": story.result,
        }
        yield bullets(f"{name}: {escaped(text)}" for name, text in parts.items())
