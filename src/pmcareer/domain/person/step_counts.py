"""How far each step of the search for a post is by its own test."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from pmcareer.domain.curriculum.steps import Step
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.vocabulary import JobStepCount
from pmcareer.domain.logbook.entries import Closed, Did, Story
from pmcareer.domain.logbook.logbook import of_kind
from pmcareer.domain.person.job_log import finished_as, logged_of
from pmcareer.domain.person.person import Person

THREE_MONTHS_DAYS = 91
WEEKS, MONTHS = 13, 3
PORTFOLIO_ENTRIES = 3
EMPLOYERS = 20
STORIES = 8
MOCK_INTERVIEWS = 2
SHOWS = {"ways-of-working": "organised", "power-skills": "communicated"}
"""The side of a skill that a project names, to what it shows; its outcome shows delivery."""
OUTINGS = {
    "meetup": "meetups",
    "post": "posts",
    "communit": "communities",
}
"""A word in what was done to what it counts as; anything else is a contact."""

Counts = Iterator[tuple[str, int, int]]
"""What is counted, how much of it there is, and how much is needed."""


@frozen
class Count:
    """So many of what is needed."""

    what: str
    have: int
    need: int


@frozen
class StepProgress:
    """A step and how far it is by its own test."""

    step: Step
    counts: tuple[Count, ...]

    @property
    def is_done(self) -> bool:
        """Tell whether every count is reached."""
        return all(count.have >= count.need for count in self.counts)


def progress_of(person: Person, step: Step) -> StepProgress:
    """Count how far a step is by its own test; without one it is done when it is logged."""
    counts = COUNTS[step.counts_as] if step.counts_as else _logged
    told = [Count(what=what, have=have, need=need) for what, have, need in counts(person, step)]
    return StepProgress(step=step, counts=tuple(told))


def _logged(person: Person, step: Step) -> Counts:
    yield "times logged", len(logged_of(person, step)), 1


def _initiatives(person: Person, _: Step) -> Counts:
    led = finished_as(person, "initiatives")
    # Who led a project to its end has led something, whatever the exercise was called.
    yield _naming("initiatives led", led), sum(led.values()) + len(person.closed_projects), 1


def _naming(what: str, names: Iterable[str]) -> str:
    named = ", ".join(names)
    return f"{what} ({named})" if named else what


def _projects(person: Person, _: Step) -> Counts:
    """Count projects with their outcome, and how many show what by the skills they name."""
    closed = person.closed_projects
    yield "projects with an outcome", len(closed), PORTFOLIO_ENTRIES
    for side, shown in SHOWS.items():
        have = sum(side in _sides(person, project) for project in closed)
        yield f"that show you {shown}", have, 1
    yield "that show you delivered", len(closed), 1


def _sides(person: Person, project: Closed) -> set[str | None]:
    skills = person.curriculum.skill
    return {skills[name].side for name in project.skills if name in skills}


def _contacts(person: Person, step: Step) -> Counts:
    """Count the last three months against the targets of the step."""
    logged = logged_of(person, step)
    lately = list(_outings(logged, since=person.today - timedelta(days=THREE_MONTHS_DAYS)))
    for target, number in step.targets.items():
        # "meetups_a_month = 1" asks for three meetups in three months.
        what, _, rhythm = target.partition("_a_")
        need = number * (WEEKS if rhythm == "week" else MONTHS)
        yield f"{what} in three months", lately.count(what), need
    # A community that was joined long ago is one still.
    yield "communities joined", list(_outings(logged)).count("communities"), 1


def _outings(logged: Iterable[Did], since: date = date.min) -> Iterator[str]:
    """Say what each of these counts as by the words it is told in."""
    for entry in logged:
        if entry.on > since:
            yield _outing(entry)


def _outing(entry: Did) -> str:
    told = _told(entry)
    for word, kind in OUTINGS.items():
        if word in told:
            return kind
    return "contacts"


def _told(entry: Did) -> str:
    return f"{entry.what or ''} {entry.note or ''}".lower()


def _employers(person: Person, step: Step) -> Counts:
    listed = logged_of(person, step)
    small = [entry for entry in listed if "small" in _told(entry)]
    yield "employers listed", len(listed), EMPLOYERS
    yield "of them small", len(small), EMPLOYERS // 2


def _applications(person: Person, step: Step) -> Counts:
    yield "tailored applications", len(logged_of(person, step)), 1


def _interviews(person: Person, step: Step) -> Counts:
    yield "stories", len(of_kind(person.entries, Story)), STORIES
    yield "mock interviews", len(logged_of(person, step)), MOCK_INTERVIEWS


COUNTS: dict[JobStepCount, Callable[[Person, Step], Counts]] = {
    "initiatives": _initiatives,
    "projects": _projects,
    "contacts": _contacts,
    "employers": _employers,
    "applications": _applications,
    "interviews": _interviews,
}
"""What a step counts as, to its test."""
