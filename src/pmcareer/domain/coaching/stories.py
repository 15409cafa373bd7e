"""STAR stories: what each lacks, which questions it answers, whether one project carries all."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from operator import attrgetter

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.vocabulary import STORY_PARTS, StarQuestion
from pmcareer.domain.logbook.entries import Closed, Did, Entry, Finished, Lesson, Story, Worked
from pmcareer.domain.logbook.logbook import Logbook, of_kind
from pmcareer.domain.person.person import Person
from pmcareer.domain.words.titles import Titles
from pmcareer.errors import AmbiguousWord, UnknownWord

BANK = 8
"""Stories to have before the first interview (S1-138)."""
WORDS_OF_TWO_MINUTES = (200, 320)
"""At 100 to 160 spoken words a minute."""
CARRIES_ALL_FROM = 2
SOURCES = (Finished, Worked, Closed, Lesson, Did)
"""Kinds of entries that a story can grow from."""
QUESTIONS: dict[StarQuestion, tuple[str, ...]] = {
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
    words: Mapping[str, int]
    """How many are told, by a story's id."""
    remarks: Mapping[str, tuple[str, ...]]
    """What an interviewer would miss, by a story's id."""
    by_question: Mapping[str, tuple[Story, ...]]
    by_skill: Mapping[str, tuple[Story, ...]]
    only_project: str | None
    """The one project that all stories are about."""

    @property
    def unanswered(self) -> tuple[str, ...]:
        """Questions that no story answers."""
        return tuple(name for name, stories in self.by_question.items() if not stories)

    @property
    def missing(self) -> int:
        """How many stories the bank still lacks."""
        return max(0, BANK - len(self.stories))


def remarks_on(story: Story) -> tuple[str, ...]:
    """Say what an interviewer would miss; nothing of it is refused."""
    return tuple(_remarks_on(story))


def _remarks_on(story: Story) -> Iterator[str]:
    if not _NUMBER.search(story.result):
        yield "The result has no number: how much, how many, how long?"
    if not _I.search(story.action):
        yield 'The action never says "I": what did you do yourself?'
    fewest, most = WORDS_OF_TWO_MINUTES
    words = _words_in(story)
    length = f"The story has {words} words; two minutes take {fewest} to {most}"
    if words < fewest:
        yield f"{length}."
    if words > most:
        yield f"{length}, so cut {words - most}."


def _words_in(story: Story) -> int:
    return len(_WORD.findall(_told(story)))


def _told(story: Story) -> str:
    return " ".join(getattr(story, part) for part in STORY_PARTS)


def questions_of(curriculum: Curriculum, story: Story) -> dict[str, str]:
    """List the questions that a story answers, each with the word or the skill that says so."""
    told = f"{story.title} {_told(story)}".lower()
    found: dict[str, str] = {}
    for question, starts in QUESTIONS.items():
        reason = _first_start(starts, told) or _first_skill(curriculum, story, question)
        if reason:
            found[question] = reason
    return found


def _first_start(starts: Iterable[str], told: str) -> str:
    for start in starts:
        if re.search(rf"\b{start}", told):
            return start
    return ""


def _first_skill(curriculum: Curriculum, story: Story, question: str) -> str:
    """Name the first skill of the story that answers the question."""
    for name in story.skills:
        skill = curriculum.skill.get(name)
        if skill and skill.answers == question:
            return name
    return ""


def bank_of(person: Person) -> Bank:
    """Gather the stories, and see what they cover."""
    curriculum = person.curriculum
    stories = of_kind(person.entries, Story)
    answers = {story.id: questions_of(curriculum, story) for story in stories}
    now_called = partial(curriculum.now_called, "skills")
    answered = _grouped(stories, lambda story: answers[story.id])
    return Bank(
        stories=stories,
        answers=answers,
        words={story.id: _words_in(story) for story in stories},
        remarks={story.id: remarks_on(story) for story in stories},
        by_question={**dict.fromkeys(QUESTIONS, ()), **answered},
        by_skill=_grouped(stories, lambda story: map(now_called, story.skills)),
        only_project=_only_project(person, stories),
    )


def _grouped(
    stories: Iterable[Story], words_of: Callable[[Story], Iterable[str]]
) -> dict[str, tuple[Story, ...]]:
    """Gather stories by words, each once under a word."""
    groups: dict[str, tuple[Story, ...]] = {}
    for story in stories:
        for word in dict.fromkeys(words_of(story)):
            groups[word] = (*groups.get(word, ()), story)
    return groups


def _only_project(person: Person, stories: Sequence[Story]) -> str | None:
    """Name the project if every story, of two at least, is about it."""
    if len(stories) < CARRIES_ALL_FROM:
        return None
    projects = sorted(person.closed_projects, key=attrgetter("project"))
    for project in projects:
        same = {each.id for each in projects if each.project == project.project}
        if not any(same.isdisjoint(story.entries) for story in stories):
            return project.project
    return None


def source_named(curriculum: Curriculum, logbook: Logbook, word: str) -> Source:
    """Find the entry that an id or its start means.

    Raises:
        UnknownWord, AmbiguousWord: none, or more than one.
    """
    entries = {entry.id: entry for entry in logbook if isinstance(entry, SOURCES)}
    found = [entry for name, entry in entries.items() if word and name.startswith(word)]
    if word in entries:
        found = [entries[word]]
    return _source(curriculum, _the_one(found, "entry", word, entries))


def project_named(curriculum: Curriculum, logbook: Logbook, word: str) -> Source:
    """Find the closed project whose title begins so, or has these words.

    Raises:
        UnknownWord, AmbiguousWord: none, or more than one.
    """
    projects = of_kind(logbook, Closed)
    wanted = " ".join(word.lower().split())
    exact, found = [], []
    for entry in projects:
        title = entry.project.lower()
        if title == wanted or entry.id == word:
            exact.append(entry)
        if wanted and wanted in title:
            found.append(entry)
    known = [entry.project for entry in projects]
    return _source(curriculum, _the_one(exact or found, "project", word, known))


def _the_one(found: Sequence[Entry], what: str, word: str, known: Iterable[str]) -> Entry:
    if not found:
        raise UnknownWord(what, word, known)
    if len(found) > 1:
        titles = {entry.id: getattr(entry, "project", "") for entry in found}
        raise AmbiguousWord(what, word, titles)
    return found[0]


def _source(curriculum: Curriculum, entry: Entry) -> Source:
    if isinstance(entry, Closed):
        return Source(entry=entry, title=entry.project, skills=entry.skills)
    name = curriculum.now_called("exercises", getattr(entry, "exercise", ""))
    exercise = curriculum.exercise.get(name)
    if exercise:
        return Source(entry=entry, title=exercise.title, skills=(exercise.skill,))
    if isinstance(entry, Did):
        title = entry.what or Titles(curriculum).get(entry.thing, "")
        return Source(entry=entry, title=title, skills=())
    return Source(entry=entry, title="", skills=())
