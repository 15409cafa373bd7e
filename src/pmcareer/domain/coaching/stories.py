"""STAR stories: what each lacks, which questions it answers, whether one project carries all."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.vocabulary import StarQuestion
from pmcareer.domain.logbook.entries import Closed, Did, Entry, Finished, Lesson, Story, Worked
from pmcareer.domain.logbook.logbook import Logbook
from pmcareer.domain.person.person import Person
from pmcareer.errors import AmbiguousWord, UnknownWord

BANK = 8
"""Stories to have before the first interview (S1-138)."""
WORDS_OF_TWO_MINUTES = (200, 320)
"""At 100 to 160 spoken words a minute."""
CARRIES_ALL_FROM = 2
SOURCES = (Finished, Worked, Closed, Lesson, Did)
"""Kinds of entries that a story can grow from."""
QUESTIONS: Final[Mapping[StarQuestion, tuple[str, ...]]] = {
    "conflict": ("conflict", "disagree", "dispute", "argu", "clash", "quarrel"),
    "failure": ("fail", "mistake", "went wrong", "lost", "my error", "missed"),
    "influence": ("influenc", "persuad", "convinc", "won over", "without authority", "agreed to"),
    "deadline": (
        "deadline",
        "on time",
        "in time",
        "delay",
        "too late",
        "was late",
        "behind schedule",
        "due date",
    ),
    "change": ("change", "scope", "re-plan", "replan", "new requirement", "reorgani"),
    "risk": ("risk", "contingen", "mitigat", "what if", "worst case"),
    "stakeholder": ("stakeholder", "sponsor", "customer", "client", "steering", "board"),
    "data": ("data", "measur", "metric", "baseline", "experiment", "survey"),
}
"""The eight classic questions, and the beginnings of words that say a story answers one."""
_WORD = re.compile(r"[\w'\u2019-]+")
_NUMBER = re.compile(
    r"\d|\b(?:half|twice|double|doubled|halved|thirds?|quarters?)\b", re.IGNORECASE
)
_I = re.compile(r"\bI\b")


@frozen
class Source:
    """The entry that a story grew from, with its title and the skills it shows."""

    entry: Entry
    title: str
    skills: tuple[str, ...]


@frozen
class Bank:
    """All stories with what they cover."""

    stories: tuple[Story, ...]
    answers: Mapping[str, Mapping[str, str]]
    """By a story's id the questions it answers, each with the word or the skill that says so."""
    by_question: Mapping[str, tuple[Story, ...]]
    by_skill: Mapping[str, tuple[Story, ...]]
    only_project: str | None
    """The one project that all stories are about."""

    @property
    def unanswered(self) -> tuple[str, ...]:
        """Questions that no story answers."""
        return tuple(question for question, stories in self.by_question.items() if not stories)

    @property
    def missing(self) -> int:
        """How many stories the bank still lacks."""
        return max(0, BANK - len(self.stories))


def words_in(story: Story) -> int:
    """Count the words that are told."""
    told = f"{story.situation} {story.task} {story.action} {story.result}"
    return len(_WORD.findall(told))


def remarks_on(story: Story) -> tuple[str, ...]:
    """Say what an interviewer would miss; nothing of it is refused."""
    fewest, most = WORDS_OF_TWO_MINUTES
    words = words_in(story)
    remarks = []
    if not _NUMBER.search(story.result):
        remarks.append("The result has no number: how much, how many, how long?")
    if not _I.search(story.action):
        remarks.append('The action never says "I": what did you do yourself?')
    if not fewest <= words <= most:
        cut = f", so cut {words - most}" if words > most else ""
        remarks.append(f"It has {words} words; two minutes take {fewest} to {most}{cut}.")
    return tuple(remarks)


def questions_of(curriculum: Curriculum, story: Story) -> dict[str, str]:
    """List the questions that a story answers, each with the word or the skill that says so."""
    told = f"{story.title} {story.situation} {story.task} {story.action} {story.result}".lower()
    by_skill = _answered_by_skill(curriculum, story)
    found: dict[str, str] = {}
    for question, starts in QUESTIONS.items():
        words = (start for start in starts if re.search(rf"\b{re.escape(start)}", told))
        reason = next(words, by_skill.get(question))
        if reason:
            found[question] = reason
    return found


def _answered_by_skill(curriculum: Curriculum, story: Story) -> dict[str, str]:
    """List the questions that the story's skills answer, each with the first of them that does."""
    answered: dict[str, str] = {}
    for name in story.skills:
        skill = curriculum.skill.get(name)
        if skill and skill.answers:
            answered.setdefault(skill.answers, name)
    return answered


def bank_of(person: Person) -> Bank:
    """Gather the stories, and see what they cover."""
    stories = tuple(entry for entry in person.entries if isinstance(entry, Story))
    answers = {story.id: questions_of(person.curriculum, story) for story in stories}
    by_question: dict[str, tuple[Story, ...]] = dict.fromkeys(QUESTIONS, ())
    by_skill: dict[str, tuple[Story, ...]] = {}
    for story in stories:
        for question in answers[story.id]:
            by_question[question] += (story,)
        for skill in _skills_of(person.curriculum, story):
            by_skill[skill] = (*by_skill.get(skill, ()), story)
    return Bank(
        stories=stories,
        answers=answers,
        by_question=by_question,
        by_skill=by_skill,
        only_project=_only_project(stories, person.entries),
    )


def _skills_of(curriculum: Curriculum, story: Story) -> dict[str, None]:
    """List the skills that a story shows by what they are called today, each once."""
    return dict.fromkeys(curriculum.now_called("skills", name) for name in story.skills)


def _only_project(stories: Iterable[Story], entries: Iterable[Entry]) -> str | None:
    """Name the project if every story, of two at least, is about it."""
    titles = {entry.id: entry.project for entry in entries if isinstance(entry, Closed)}
    about = [{titles[name] for name in story.entries if name in titles} for story in stories]
    if len(about) < CARRIES_ALL_FROM:
        return None
    shared = set.intersection(*about)
    return min(shared) if shared else None


def source_named(curriculum: Curriculum, logbook: Logbook, word: str) -> Source:
    """Find the entry that an id or its start means.

    Raises:
        UnknownWord, AmbiguousWord: none, or more than one.
    """
    entries = {entry.id: entry for entry in logbook if isinstance(entry, SOURCES)}
    found = [entry for name, entry in entries.items() if word and name.startswith(word)]
    exact = [entries[word]] if word in entries else found
    return _source(curriculum, _the_one(exact, "entry", word, entries))


def project_named(curriculum: Curriculum, logbook: Logbook, word: str) -> Source:
    """Find the closed project whose title begins so, or has these words.

    Raises:
        UnknownWord, AmbiguousWord: none, or more than one.
    """
    projects = [entry for entry in logbook if isinstance(entry, Closed)]
    wanted = " ".join(word.lower().split())
    exact = [entry for entry in projects if entry.project.lower() == wanted or entry.id == word]
    found = exact or [entry for entry in projects if wanted and wanted in entry.project.lower()]
    known = [entry.project for entry in projects]
    return _source(curriculum, _the_one(found, "project", word, known))


def _the_one(found: Iterable[Entry], what: str, word: str, known: Iterable[str]) -> Entry:
    entries = tuple(found)
    if not entries:
        raise UnknownWord(what, word, known)
    if len(entries) > 1:
        raise AmbiguousWord(what, word, (entry.id for entry in entries))
    return entries[0]


def _source(curriculum: Curriculum, entry: Entry) -> Source:
    if isinstance(entry, Closed):
        return Source(entry=entry, title=entry.project, skills=entry.skills)
    name = curriculum.now_called("exercises", getattr(entry, "exercise", ""))
    exercise = curriculum.exercise.get(name)
    title = exercise.title if exercise else str(getattr(entry, "what", None) or "")
    return Source(entry=entry, title=title, skills=(exercise.skill,) if exercise else ())
