"""What a page shows of the record: work with its outcomes and evidence, projects, stories."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeVar

from pmcareer.domain.curriculum.items import Exercise
from pmcareer.domain.ground.vocabulary import LEVELS, STORY_PARTS
from pmcareer.domain.logbook.entries import (
    Answered,
    Closed,
    Did,
    Entry,
    Experience,
    Finished,
    Lesson,
    Story,
)
from pmcareer.domain.person.holdings import Holding
from pmcareer.domain.words.titles import Titles
from pmcareer.exports.blocks import Blocks, day, labelled, listed, section, thing
from pmcareer.exports.plain import newest_first, skill_titles
from pmcareer.exports.showcase import Showcase
from pmcareer.exports.tree import Element, el, said, web_link, within

AnEntry = TypeVar("AnEntry", bound=Entry)
Work = tuple[Exercise, Finished]
"""An exercise, and the latest time that it was finished."""
SECTIONS = {
    "projects": "Projects led to their end",
    "confirmed": "Confirmed by others",
    "work": "Work done",
    "certificates": "Certificates",
    "stories": "Stories",
    "experience": "Experience",
    "lessons": "Lessons",
    "answers": "Answers",
    "mentor": "Mentor",
}
UNRENEWED = "no renewal on record since "


def record_sections(shown: Showcase) -> Blocks:
    """Make a section for each kind of thing that is on record."""
    for name, things in _kinds(shown):
        found = list(things)
        if found:
            yield section(name, SECTIONS[name], *found)


def _kinds(shown: Showcase) -> Iterator[tuple[str, Iterable[Element]]]:
    yield "projects", _projects(shown)
    yield "confirmed", _confirmed(shown)
    yield "work", _work(shown)
    yield "certificates", _certificates(shown)
    yield "stories", _stories(shown)
    if shown.with_notes:
        yield from _private(shown)


def _private(shown: Showcase) -> Iterator[tuple[str, Iterable[Element]]]:
    """Give what goes out only where it was asked for."""
    yield "experience", _experience(shown)
    yield "lessons", listed(_lesson(entry) for entry in _every(Lesson, shown))
    yield "answers", _answers(shown)
    yield "mentor", _said("", shown.person.says.get("mentor"))


def _every(kind: type[AnEntry], shown: Showcase) -> Iterator[AnEntry]:
    for entry in shown.person.entries:
        if isinstance(entry, kind):
            yield entry


def _said(label: str, text: str | None) -> Blocks:
    """Write what was said; nothing where nothing was."""
    if text:
        yield labelled(label, said(text))


def _note(entry: Entry, shown: Showcase) -> Blocks:
    if shown.with_notes:
        yield from _said("Note", entry.note)


def _name(before: str, name: str | None, shown: Showcase) -> Blocks:
    """Name somebody, where names go out."""
    if shown.with_notes:
        yield from _fact(before, name)


def _fact(before: str, text: str | None) -> Blocks:
    if text:
        yield el("span", before, said(text))


def _projects(shown: Showcase) -> Blocks:
    ended = newest_first(shown.person.closed_projects)
    yield from listed(_project(entry, shown) for entry in ended)


def _project(entry: Closed, shown: Showcase) -> Element:
    skills = ", ".join(skill_titles(entry, shown.person))
    lines = (*_said("Outcome", entry.outcome), *_said("Size", entry.size), *_said("Shows", skills))
    return thing(entry.project, day(entry.on), texts=(*lines, *_note(entry, shown)))


def _confirmed(shown: Showcase) -> Blocks:
    titles = Titles(shown.person.curriculum)
    words = (entry for entry in _every(Did, shown) if entry.gate in titles)
    yield from listed(_word(entry, titles[entry.thing], shown) for entry in words)


def _word(entry: Did, title: str, shown: Showcase) -> Element:
    by = _name("by ", entry.whom, shown)
    texts = (*_evidence(entry.evidence), *_note(entry, shown))
    return thing(title, day(entry.on), *by, texts=texts)


def _evidence(evidence: str | None) -> Blocks:
    if evidence:
        yield labelled("Evidence", web_link(evidence))


def _work(shown: Showcase) -> Blocks:
    done = list(_done(shown))
    for skill in shown.person.curriculum.skills:
        of_skill = [_finished(each, shown) for each in done if each[0].skill == skill.id]
        if of_skill:
            yield _of_level(skill.title, shown.record.levels[skill.id].level)
            yield from listed(of_skill)


def _done(shown: Showcase) -> list[Work]:
    """List what is finished, earliest first."""
    # What the curriculum has lost has no title that would tell others anything.
    known, finished = shown.person.curriculum.exercise, shown.person.finished
    done = [(known[name], times[-1]) for name, times in finished.items() if name in known]
    return sorted(done, key=_when)


def _when(work: Work) -> tuple[str, str]:
    exercise, entry = work
    return entry.on.isoformat(), exercise.id


def _of_level(title: str, level: int) -> Element:
    words = f" · level {level} of 5, {LEVELS[level]}"
    return el("h3", said(title), el("span", words, class_="fact"))


def _finished(work: Work, shown: Showcase) -> Element:
    exercise, entry = work
    facts = (*_fact("", entry.mode), *_fact("", entry.part))
    seen = _name("reviewed by ", entry.reviewed_by, shown)
    texts = (*_said("", entry.outcome), *_evidence(entry.evidence), *_note(entry, shown))
    return thing(exercise.title, day(entry.on), *facts, *seen, texts=texts)


def _certificates(shown: Showcase) -> Blocks:
    known = shown.person.holdings.items()
    yield from listed(_certificate(*each, shown) for each in known if each[1].may_be_named)


def _certificate(name: str, holding: Holding, shown: Showcase) -> Element:
    known = shown.person.curriculum.certification.get(name)
    title = known.title if known else name
    until = holding.until if holding.is_said or not holding.is_valid else None
    valid = _dated("valid until " if holding.is_valid else UNRENEWED, until)
    return thing(title, day(holding.since), *valid, texts=_note(holding.entry, shown))


def _dated(before: str, on: date | None) -> Blocks:
    if on:
        yield el("span", before, day(on))


def _stories(shown: Showcase) -> Blocks:
    for story in _every(Story, shown):
        yield el("h3", said(story.title))
        yield within("dl", _parts(story))
        yield from _note(story, shown)


def _parts(story: Story) -> Iterator[Element]:
    for part in STORY_PARTS:
        yield el("dt", part.title())
        yield el("dd", said(getattr(story, part)))


def _experience(shown: Showcase) -> Blocks:
    stretches = sorted(shown.person.experiences, key=_begun)
    yield from listed(_stretch(entry, shown) for entry in stretches)


def _begun(entry: Experience) -> tuple[str, str]:
    return entry.start.isoformat(), entry.id


def _stretch(entry: Experience, shown: Showcase) -> Element:
    title = f"{entry.work.replace('-', ' ').capitalize()} work"
    days = (*_dated("from ", entry.start), *_dated("to ", entry.end))
    return thing(title, *days, *_fact("", entry.organisation), texts=_note(entry, shown))


def _lesson(entry: Lesson) -> Element:
    return thing(entry.text, day(entry.on), *_fact("for ", entry.whom), texts=())


def _answers(shown: Showcase) -> Blocks:
    titles = Titles(shown.person.curriculum)
    answers = _every(Answered, shown)
    yield from listed(_answer(entry, titles.get(entry.prompt, entry.prompt)) for entry in answers)


def _answer(entry: Answered, title: str) -> Element:
    picked = (entry.choice or "").replace("-", " ")
    return thing(title, day(entry.on), texts=_said("", entry.text or picked))
