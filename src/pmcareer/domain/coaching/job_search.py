"""The job search: how far each step is by its own test, and whether it is time to begin."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from pmcareer.domain.curriculum.catalogue import JobStep
from pmcareer.domain.person.person import Person
from pmcareer.domain.roadmap.readiness import readiness_for_target

READY_ENOUGH = 0.6
"""Apply from 60 %: people who made it did not wait until they knew everything (S1-93)."""
SEARCH_MONTHS: Final = (2, 4, 8)
"""Min, likely, max months of a search; an internal move takes half of that. The author's judgement."""
THREE_MONTHS_DAYS = 91
WEEKS, MONTHS = 13, 3
VOLUNTEER = "app-08"
PORTFOLIO_ENTRIES = 3
EMPLOYERS = 20
STORIES = 8
MOCK_INTERVIEWS = 2
SHOWS: Final[Mapping[str, str]] = {"ways-of-working": "organised", "power-skills": "communicated"}
"""The side of a skill that a project is tagged with to what it shows; an outcome shows that one delivered."""
OUTINGS: Final[Mapping[str, str]] = {
    "meetup": "meetups",
    "post": "posts",
    "communit": "communities",
}
"""A word in what was done to what it counts as; anything else is a contact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """So many of what is needed."""

    what: str
    have: int
    need: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StepProgress:
    """A step and how far it is by its own test."""

    step: JobStep
    counts: tuple[Count, ...]

    @property
    def is_done(self) -> bool:
        """Tell whether every count is reached."""
        return all(count.have >= count.need for count in self.counts)


def is_open(person: Person) -> bool:
    """Tell whether the search has begun, or one is ready enough to begin it."""
    return (
        any(entry.kind == "did" for entry in person.entries)
        or (readiness_for_target(person) or 0) >= READY_ENOUGH
    )


def step_to_take(person: Person) -> StepProgress | None:
    """Give the first step that is not done, once the search is open."""
    if not is_open(person):
        return None
    steps = (progress_of(person, step) for step in person.curriculum.job_steps if not step.retired)
    return next((progress for progress in steps if not progress.is_done), None)


def progress_of(person: Person, step: JobStep) -> StepProgress:
    """Say how far a step is; one that we have no test for is done when it is logged."""
    counts = COUNTS.get(step.id, _logged)
    return StepProgress(step=step, counts=tuple(counts(person, step)))


def _did(person: Person, step: JobStep) -> list[Any]:
    names = {step.id, *step.replaces}
    return [
        entry
        for entry in person.entries
        if entry.kind == "did" and getattr(entry, "step", "") in names
    ]


def _logged(person: Person, step: JobStep) -> Iterator[Count]:
    yield Count(what="times logged", have=len(_did(person, step)), need=1)


def _volunteer(person: Person, _: JobStep) -> Iterator[Count]:
    yield Count(
        what=f"initiatives led ({VOLUNTEER})", have=len(person.finished.get(VOLUNTEER, ())), need=1
    )


def _portfolio(person: Person, _: JobStep) -> Iterator[Count]:
    """Count projects with their outcome, and what their skills show by their side of the Talent Triangle."""
    closed = person.closed_projects
    skills = person.curriculum.skill
    tags = [
        {SHOWS.get(skills[name].side) for name in project.skills if name in skills}
        for project in closed
    ]
    yield Count(what="projects with an outcome", have=len(closed), need=PORTFOLIO_ENTRIES)
    for shown in SHOWS.values():
        yield Count(what=f"that show you {shown}", have=sum(shown in tag for tag in tags), need=1)
    yield Count(what="that show you delivered", have=len(closed), need=1)


def _network(person: Person, step: JobStep) -> Iterator[Count]:
    """Count the last three months against the targets of the step."""
    since = person.today - timedelta(days=THREE_MONTHS_DAYS)
    kinds = [_outing(entry) for entry in _did(person, step) if entry.on > since]
    for target, number in step.targets.items():
        what, _, rhythm = target.partition("_a_")
        times = WEEKS if rhythm == "week" else MONTHS
        yield Count(what=f"{what} in three months", have=kinds.count(what), need=number * times)
    yield Count(
        what="communities joined",
        have=sum(_outing(entry) == "communities" for entry in _did(person, step)),
        need=1,
    )


def _outing(entry: Any) -> str:  # noqa: ANN401 -- a `did` entry, whose model is loaded only where one exists
    said = f"{entry.what or ''} {entry.note or ''}".lower()
    return next((kind for word, kind in OUTINGS.items() if word in said), "contacts")


def _employers(person: Person, step: JobStep) -> Iterator[Count]:
    listed = _did(person, step)
    small = [
        entry for entry in listed if "small" in f"{entry.what or ''} {entry.note or ''}".lower()
    ]
    yield Count(what="employers listed", have=len(listed), need=EMPLOYERS)
    yield Count(what="of them small", have=len(small), need=EMPLOYERS // 2)


def _applications(person: Person, step: JobStep) -> Iterator[Count]:
    yield Count(what="tailored applications", have=len(_did(person, step)), need=1)


def _interview(person: Person, step: JobStep) -> Iterator[Count]:
    stories = sum(entry.kind == "story" for entry in person.entries)
    yield Count(what="stories", have=stories, need=STORIES)
    yield Count(what="mock interviews", have=len(_did(person, step)), need=MOCK_INTERVIEWS)


COUNTS: Final[Mapping[str, Callable[[Person, JobStep], Iterator[Count]]]] = {
    "j1": _volunteer,
    "j2": _portfolio,
    "j3": _network,
    "j4": _employers,
    "j5": _applications,
    "j6": _interview,
}
"""A step of the shipped curriculum to what its test counts."""
HOW_TO_LOG: Final[Mapping[str, str]] = {
    "j1": "pmcareer log app-08",
    "j2": 'pmcareer project "New CRM" --outcome "Live in May" --skills planning,stakeholders',
    "j3": 'pmcareer log j3 --with "Ada Lovelace" --what "a meetup, a post or a contact"',
    "j4": 'pmcareer log j4 --with "Acme Ltd" --what "small, and near our users"',
    "j5": 'pmcareer log j5 --with "Acme Ltd"',
    "j6": 'pmcareer story add; pmcareer log j6 --what "mock interview"',
}
"""A step to what is typed when something of it is done."""
