"""Entries about more than exercises: months, projects, certificates, ratings, answers, stories, saved plans."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from pmcareer.domain.curriculum.items import Work
from pmcareer.domain.ground.record import Id, Ids, Level, Text, Texts
from pmcareer.domain.ground.vocabulary import Assessor, Rater
from pmcareer.domain.logbook.entries import Entry


class Assessed(Entry):
    """Prior learning, a test-out, somebody's rating of a skill."""

    kind: Literal["assessed"] = "assessed"
    skill: Id
    level: Level
    by: Assessor
    evidence: Text | None = None


class Experience(Entry):
    """Months of a kind of work; an open end is still going on."""

    kind: Literal["experience"] = "experience"
    work: Work
    role: Id | None = None
    start: Annotated[date, Field(alias="from")]
    end: Annotated[date | None, Field(alias="to")] = None
    organisation: Text | None = None


class Closed(Entry):
    """A project led to its end."""

    kind: Literal["closed"] = "closed"
    project: Text
    outcome: Text
    size: Text | None = None
    skills: Ids = ()


class Certified(Entry):
    """A certificate earned."""

    kind: Literal["certified"] = "certified"
    certification: Id
    expires: date | None = None


class Answered(Entry):
    """An answer to a question."""

    kind: Literal["answered"] = "answered"
    prompt: Id
    text: Text


class Rated(Entry):
    """A trait, rated by somebody."""

    kind: Literal["rated"] = "rated"
    trait: Id
    level: Level
    by: Rater


class Did(Entry):
    """A job-search step, a contact, an application."""

    kind: Literal["did"] = "did"
    step: Id
    what: Text | None = None
    whom: Annotated[Text | None, Field(alias="with")] = None


class Lesson(Entry):
    """A lesson, and whom it may help."""

    kind: Literal["lesson"] = "lesson"
    text: Text
    whom: Annotated[Text | None, Field(alias="for")] = None


class Story(Entry):
    """A STAR story."""

    kind: Literal["story"] = "story"
    title: Text
    situation: Text
    task: Text
    action: Text
    result: Text
    entries: Texts = ()
    skills: Ids = ()


class Baseline(Entry):
    """A plan as it stood on the day it was saved, and what its dates rested on."""

    kind: Literal["baseline"] = "baseline"
    target: Id
    route: Text
    study: date | None = None
    """P50 of the study, absent beyond twenty years."""
    finish: date | None = None
    """P50 of being in the role."""
    hours_per_week: float
    """The promise, in credited hours."""
    pace: float
    """What the forecast took as the pace, in credited hours a week."""
    exercises: Texts
    """What was left, each as "id=hours"."""
    gates: Texts
    """What had to open, each as "id=day" or "id=" where no day was known."""
    curriculum: Text
