"""Markdown: what somebody can show, project by project and skill by skill."""

from pmcareer.domain.ground.vocabulary import LEVELS, STORY_PARTS
from pmcareer.domain.logbook.entries import Closed, Did, Finished, Story
from pmcareer.domain.person.person import Person
from pmcareer.domain.words.titles import Titles
from pmcareer.exports.filled import Note
from pmcareer.exports.format import Format
from pmcareer.exports.markup import Parts, bullets, document, escaped, heading, link
from pmcareer.exports.plain import newest_first, skill_titles
from pmcareer.exports.record import NAME, Record

MOST_NOTES = 6
"""Headings of one sheet that are quoted."""
EMPTY = "Nothing is on record yet. It grows with: pmcareer log, pmcareer project"


def portfolio_of(record: Record) -> str:
    """Write closed projects, finished exercises with evidence, certificates and stories."""
    person = record.person
    role = person.curriculum.role.get(person.stands_at)
    day = f"{escaped(role.title)}, as of {person.today}" if role else f"As of {person.today}"
    shown = (
        *_projects(person),
        *_confirmed(person),
        *_work(record),
        *_certificates(person),
        *_stories(person),
    )
    title = f"{record.name}: portfolio" if record.name else "Portfolio"
    return document(heading(1, title), day, *(shown or (EMPTY,)))


def _projects(person: Person) -> Parts:
    if person.closed_projects:
        yield heading(2, "Projects led to their end")
    for entry in newest_first(person.closed_projects):
        yield heading(3, entry.project)
        yield project_lines(entry, person)


def project_lines(entry: Closed, person: Person) -> str:
    """Write what is known of a project, its outcome first."""
    lines = [f"Outcome: {escaped(entry.outcome)}", f"Ended: {entry.on}"]
    if entry.size:
        lines.append(f"Size: {escaped(entry.size)}")
    skills = skill_titles(entry, person)
    if skills:
        lines.append(f"Shows: {', '.join(map(escaped, skills))}")
    return bullets(lines)


def _confirmed(person: Person) -> Parts:
    """Write what others confirmed: it is somebody's word, with their name and where it stands."""
    titles = Titles(person.curriculum)
    said = [entry for entry in person.entries if isinstance(entry, Did) and entry.gate in titles]
    if said:
        yield heading(2, "Confirmed by others")
        yield bullets(_word_of(entry, titles) for entry in said)


def _word_of(entry: Did, titles: Titles) -> str:
    text = f"{escaped(titles[entry.thing])}, {entry.on}"
    if entry.whom:
        text += f", confirmed by {escaped(entry.whom)}"
    if entry.evidence:
        text += f"; evidence: {link(entry.evidence)}"
    return text


def _work(record: Record) -> Parts:
    lines = finished_lines(record.person)
    for skill in record.person.curriculum.skills:
        items = [line for name, line in lines if name == skill.id]
        if items:
            level = record.levels[skill.id].level
            yield heading(2, f"{skill.title}: level {level} of 5, {LEVELS[level]}")
            yield bullets(items)
            yield from _from_sheets(record, skill.id)


def _from_sheets(record: Record, skill: str) -> Parts:
    """Quote the sheets that are the evidence of a skill's exercises."""
    for name, notes in record.notes.items():
        exercise = record.person.curriculum.exercise.get(name)
        if exercise and exercise.skill == skill and notes:
            yield heading(3, f"{exercise.title}: from its sheet")
            yield bullets(_noted(note) for note in notes[:MOST_NOTES])


def _noted(note: Note) -> str:
    title = f"**{escaped(note.heading)}**: " if note.heading else ""
    return f"{title}{escaped(note.text)}"


def finished_lines(person: Person) -> list[tuple[str, str]]:
    """List the skill of each finished exercise and a line on its latest time, earliest first."""
    # An exercise that the curriculum has lost has no title that would tell others anything.
    known = person.curriculum.exercise
    done = [(times[-1], known[name]) for name, times in person.finished.items() if name in known]
    done.sort(key=lambda pair: (pair[0].on, pair[1].id))
    return [(each.skill, f"**{escaped(each.title)}** {_how(entry)}") for entry, each in done]


def _how(entry: Finished) -> str:
    reviewed = f"reviewed by {escaped(entry.reviewed_by)}" if entry.reviewed_by else None
    said = filter(None, (str(entry.on), entry.mode, entry.part, reviewed))
    text = f"({', '.join(said)})"
    if entry.outcome:
        text += f": {escaped(entry.outcome)}"
    if entry.evidence:
        text += f"; evidence: {link(entry.evidence)}"
    return text


def _certificates(person: Person) -> Parts:
    named = [name for name, each in person.holdings.items() if each.may_be_named]
    if named:
        yield heading(2, "Certificates")
        yield bullets(_earned(name, person) for name in named)


def _earned(name: str, person: Person) -> str:
    holding = person.holdings[name]
    known = person.curriculum.certification.get(name)
    text = f"{escaped(known.title if known else name)}, earned {holding.since}"
    if not holding.is_valid:
        return f"{text}; no renewal after {holding.until} is on record"
    if not holding.is_said:
        return text
    return f"{text}, valid until {holding.until}"


def _stories(person: Person) -> Parts:
    stories = [entry for entry in person.entries if isinstance(entry, Story)]
    if stories:
        yield heading(2, "Stories")
    for story in stories:
        yield heading(3, story.title)
        yield bullets(f"{part.title()}: {escaped(getattr(story, part))}" for part in STORY_PARTS)


FORMAT = Format(name="markdown", rests_on=Record, write=portfolio_of, options=("--for", NAME))
