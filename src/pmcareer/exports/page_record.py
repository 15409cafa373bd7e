"""What a page shows of the record: work with its outcomes and evidence, projects, stories."""

from collections.abc import Iterable, Iterator

from pmcareer.domain.curriculum.items import Exercise
from pmcareer.domain.ground.vocabulary import LEVELS, STORY_PARTS
from pmcareer.domain.logbook.entries import (
    Answered,
    Certified,
    Closed,
    Did,
    Entry,
    Experience,
    Finished,
    Lesson,
    Story,
)
from pmcareer.domain.words.titles import Titles
from pmcareer.exports.blocks import Blocks, day, labelled, listed, section, thing
from pmcareer.exports.plain import newest_first, skill_titles
from pmcareer.exports.showcase import Showcase
from pmcareer.exports.tree import Child, Element, el, said, web_link, within


def record_sections(shown: Showcase) -> Blocks:
    """Make a section for each kind of thing that is on record."""
    kinds = (
        ("projects", "Projects led to their end", _projects(shown)),
        ("confirmed", "Confirmed by others", _confirmed(shown)),
        ("work", "Work done", _work(shown)),
        ("certificates", "Certificates", _certificates(shown)),
        ("stories", "Stories", _stories(shown)),
        *(_private(shown) if shown.with_notes else ()),
    )
    for name, title, things in kinds:
        found = list(things)
        if found:
            yield section(name, title, *found)


def _projects(shown: Showcase) -> Blocks:
    projects = newest_first(shown.person.closed_projects)
    if projects:
        yield listed(_project(entry, shown) for entry in projects)


def _project(entry: Closed, shown: Showcase) -> Element:
    texts = [labelled("Outcome", said(entry.outcome))]
    if entry.size:
        texts.append(labelled("Size", said(entry.size)))
    skills = skill_titles(entry, shown.person)
    if skills:
        texts.append(labelled("Shows", said(", ".join(skills))))
    return thing(entry.project, facts=[day(entry.on)], texts=(*texts, *_note(entry, shown)))


def _note(entry: Entry, shown: Showcase) -> Blocks:
    if shown.with_notes and entry.note:
        yield labelled("Note", said(entry.note))


def _confirmed(shown: Showcase) -> Blocks:
    titles = Titles(shown.person.curriculum)
    entries = [entry for entry in shown.person.entries if isinstance(entry, Did)]
    words = [_word(entry, titles, shown) for entry in entries if entry.gate in titles]
    if words:
        yield listed(words)


def _word(entry: Did, titles: Titles, shown: Showcase) -> Element:
    facts: list[Child] = [day(entry.on)]
    if shown.with_notes and entry.whom:
        facts.append(el("span", "by ", said(entry.whom)))
    texts = (*_evidence(entry.evidence), *_note(entry, shown))
    return thing(titles[entry.thing], facts=facts, texts=texts)


def _evidence(evidence: str | None) -> Blocks:
    if evidence:
        yield labelled("Evidence", web_link(evidence))


def _work(shown: Showcase) -> Blocks:
    done = _done_by_skill(shown)
    for skill in shown.person.curriculum.skills:
        if skill.id in done:
            level = shown.record.levels[skill.id].level
            named = el("h3", said(skill.title), el("span", f" · {_level(level)}", class_="fact"))
            items = sorted(done[skill.id], key=lambda pair: (pair[1].on, pair[0].id))
            yield named
            yield listed(_finished(exercise, entry, shown) for exercise, entry in items)


def _done_by_skill(shown: Showcase) -> dict[str, list[tuple[Exercise, Finished]]]:
    done: dict[str, list[tuple[Exercise, Finished]]] = {}
    for name, times in shown.person.finished.items():
        exercise = shown.person.curriculum.exercise.get(name)
        # What the curriculum has lost has no title that would tell others anything.
        if exercise:
            done.setdefault(exercise.skill, []).append((exercise, times[-1]))
    return done


def _level(level: int) -> str:
    return f"level {level} of 5, {LEVELS[level]}"


def _finished(exercise: Exercise, entry: Finished, shown: Showcase) -> Element:
    facts: list[Child] = [day(entry.on), *filter(None, (entry.mode, entry.part))]
    if shown.with_notes and entry.reviewed_by:
        facts.append(el("span", "reviewed by ", said(entry.reviewed_by)))
    texts = [el("p", said(entry.outcome))] if entry.outcome else []
    texts += [*_evidence(entry.evidence), *_note(entry, shown)]
    return thing(exercise.title, facts=facts, texts=texts)


def _certificates(shown: Showcase) -> Blocks:
    held = shown.person.certificates
    if held:
        yield listed(_certificate(name, entry, shown) for name, entry in held.items())


def _certificate(name: str, entry: Certified, shown: Showcase) -> Element:
    known = shown.person.curriculum.certification.get(name)
    facts: list[Child] = [day(entry.on)]
    if entry.expires:
        facts.append(el("span", "valid until ", day(entry.expires)))
    return thing(known.title if known else name, facts=facts, texts=_note(entry, shown))


def _stories(shown: Showcase) -> Blocks:
    for story in shown.person.entries:
        if isinstance(story, Story):
            yield el("h3", said(story.title))
            yield within("dl", _parts(story))
            yield from _note(story, shown)


def _parts(story: Story) -> Iterator[Element]:
    for part in STORY_PARTS:
        yield el("dt", part.title())
        yield el("dd", said(getattr(story, part)))


def _private(shown: Showcase) -> Iterator[tuple[str, str, Iterable[Element]]]:
    """Give what goes out only where it was asked for."""
    yield "experience", "Experience", _experience(shown)
    yield "lessons", "Lessons", _lessons(shown)
    yield "answers", "Answers", _answers(shown)
    yield "mentor", "Mentor", _mentor(shown)


def _experience(shown: Showcase) -> Blocks:
    stretches = sorted(shown.person.experiences, key=lambda each: (each.start, each.id))
    if stretches:
        yield listed(_stretch(entry, shown) for entry in stretches)


def _stretch(entry: Experience, shown: Showcase) -> Element:
    facts: list[Child] = [el("span", "from ", day(entry.start))]
    if entry.end:
        facts.append(el("span", "to ", day(entry.end)))
    if entry.organisation:
        facts.append(said(entry.organisation))
    kind = entry.work.replace("-", " ").capitalize()
    return thing(f"{kind} work", facts=facts, texts=_note(entry, shown))


def _lessons(shown: Showcase) -> Blocks:
    lessons = [entry for entry in shown.person.entries if isinstance(entry, Lesson)]
    if lessons:
        yield listed(_lesson(entry) for entry in lessons)


def _lesson(entry: Lesson) -> Element:
    facts: list[Child] = [day(entry.on)]
    if entry.whom:
        facts.append(el("span", "for ", said(entry.whom)))
    return thing(entry.text, facts=facts, texts=())


def _answers(shown: Showcase) -> Blocks:
    titles = Titles(shown.person.curriculum)
    items = []
    for entry in shown.person.entries:
        if isinstance(entry, Answered):
            title = titles.get(entry.prompt, entry.prompt)
            items.append(thing(title, facts=[day(entry.on)], texts=[el("p", said(entry.text))]))
    if items:
        yield listed(items)


def _mentor(shown: Showcase) -> Blocks:
    mentor = shown.person.says.get("mentor")
    if mentor:
        yield el("p", said(mentor))
