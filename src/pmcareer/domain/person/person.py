"""What the logbook says about someone on a day."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import field, replace
from datetime import date
from functools import cached_property, partial
from typing import Any, TypeVar

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.ground.calendar import Calendar, Range, calendar_of
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.shared import Shared
from pmcareer.domain.ground.work import counts, share_of
from pmcareer.domain.logbook.as_filed import Entries
from pmcareer.domain.logbook.entries import (
    Assessed,
    Certified,
    Closed,
    Deferred,
    Entry,
    Experience,
    Finished,
    Profile,
    Rated,
    Worked,
)
from pmcareer.domain.logbook.logbook import newest_first, of_kind
from pmcareer.domain.person.by_item import by_exercise, put_off, written
from pmcareer.domain.person.credit import Credit, by_day, credit_of
from pmcareer.domain.person.given import Given, given_of
from pmcareer.domain.person.holdings import Holding, holdings_of, valid_among
from pmcareer.domain.person.ledger import Ledger
from pmcareer.domain.person.posts import Post, posts_of
from pmcareer.domain.person.said import newest_values, role_before, say
from pmcareer.domain.person.sayings import sayings_of
from pmcareer.domain.person.situations import AWAY, as_lived, situations_of
from pmcareer.domain.person.trade import seen_by
from pmcareer.domain.words.optional import only_said

OnExercise = TypeVar("OnExercise", Finished, Worked)
BySource = Mapping[str, int]
"""The newest level that each source gives: self, manager, peer, certificate."""
DEFAULT_HOURS_PER_WEEK = 8.0
CALENDAR_KEYS = ("days_off", "study_days")
"""What of the profile makes the calendar."""
BIAS_WEIGHT_HOURS = 20.0
"""Hours as estimated that everybody is given, so that a few exercises do not say much."""


@frozen
class Person:
    """Someone on one day: what is done, what is on record, what they say of themselves."""

    curriculum: Curriculum
    today: date
    entries: Entries
    """What counts and had happened by today, oldest first as in the file."""
    says: Mapping[str, Any]
    """The newest value of each key of the profile."""
    finished: Mapping[str, tuple[Finished, ...]]
    """Every time an exercise was finished, earliest first."""
    worked: Mapping[str, tuple[Worked, ...]]
    deferred: Mapping[str, date]
    """Exercises put off, and until when; only days to come."""
    shared: Shared = field(default_factory=Shared, compare=False, repr=False)
    """What is worked out of entries whatever day it is: somebody's days share it (see `as_of`)."""

    @cached_property
    def sayings(self) -> tuple[Profile, ...]:
        """What was said in the profile over time, by answers that count as well."""
        return sayings_of(self.curriculum, self.entries)

    @cached_property
    def given(self) -> Given:
        """The answers that count today, and what they change."""
        return given_of(self.curriculum, self.entries, self.says, self.today)

    @cached_property
    def role(self) -> str | None:
        """The role that was stated, or None: then nothing is assumed.

        Of who is on a detour it is the role held before, to which one returns.
        """
        if self.detour is None:
            return self._role_said
        return role_before(self.curriculum, self.sayings)

    @property
    def _role_said(self) -> str | None:
        said: str | None = self.says.get("role")
        return said and self.curriculum.now_called("roles", said)

    @property
    def detour(self) -> Role | None:
        """The detour that one is on; None as a rule."""
        said = self.curriculum.role.get(self._role_said or "")
        return said if said and said.detour else None

    @property
    def stands_at(self) -> str:
        """Where on the map this person is; empty where the start is nobody's place."""
        return self.role or self.curriculum.start_role(self.target)

    @property
    def holds_target(self) -> bool:
        """Tell whether the role aimed at is the one held: then it is all to be proved."""
        return self.role == self.target and AWAY not in situations_of(self.says)

    @property
    def since(self) -> date | None:
        """The first day in the role, or on the detour; None where it was not said."""
        said: date | None = self.says.get("since")
        return said if said and said <= self.today else None

    @property
    def looking(self) -> date | None:
        """The day since which one looks for a post; None where one does not."""
        said: date | None = self.says.get("looking")
        return said if said and said <= self.today else None

    @property
    def target(self) -> str:
        """The role aimed at."""
        said = self.says.get("target") or self.curriculum.goal_role
        return self.curriculum.now_called("roles", said)

    @property
    def hours_per_week(self) -> float:
        """The promise, in hours a week."""
        return float(self.says.get("hours_per_week", DEFAULT_HOURS_PER_WEEK))

    @cached_property
    def first_use(self) -> date | None:
        """The earliest day on which an entry was written; None in an empty logbook."""
        return self.entries.first_written

    @property
    def past_weeks(self) -> int | None:
        """Weeks with study among the 26 before it was said; None where it was not."""
        said: int | None = self.says.get("past_weeks")
        return said

    @property
    def muted(self) -> Collection[str]:
        """Ids, and sorts of sentences, that are not to be said."""
        said: Collection[str] = self.says.get("muted", ())
        return said

    @property
    def held(self) -> Role | None:
        """The stated role; None where none was said, or the curriculum does not know it."""
        return self.curriculum.role.get(self.role or "")

    @property
    def post(self) -> Role | None:
        """The role whose work is done today: the detour that one is on, else the role held."""
        return self.detour or self.held

    @cached_property
    def background(self) -> str | None:
        """What was said, or else "technical" for someone whose stated role is technical work."""
        said: str | None = self.says.get("background")
        held = self.held
        if said is None and held and share_of(held.work_shares, "technical"):
            return "technical"
        return said

    @cached_property
    def calendar(self) -> Calendar:
        """Days off and study days."""
        return calendar_of(self.says.get("days_off", ()), self.says.get("study_days", ()))

    @cached_property
    def ledger(self) -> Ledger:
        """What each day was: off, idle or worked."""
        return Ledger(
            curriculum=self.curriculum,
            entries=self.entries,
            calendar=self.calendar,
            served=self.experiences,
            hours_logged=self.hours_logged,
        )

    @cached_property
    def experiences(self) -> tuple[Experience, ...]:
        """Months on record, as they were entered."""
        known = of_kind(self.entries, Experience)
        return tuple(entry for entry in known if entry.start <= self.today)

    @cached_property
    def posts(self) -> tuple[Post, ...]:
        """The posts whose first day was said, the present one last."""
        return posts_of(self.curriculum, self.sayings, self.today)

    def ranges_of(self, work: str) -> tuple[Range, ...]:
        """List the date ranges on record that count as this work, those of posts too."""
        same = (entry for entry in self.experiences if counts(entry.work, work))
        ranges = [*map(self.range_of, same)]
        for post in self.posts:
            ranges += post.days_of(work)
        return tuple(ranges)

    def post_share(self, work: str) -> float:
        """Say which part of a month in the present post counts, 0 to 1.

        0 without its first day, and while somebody is away from it.
        """
        is_away = AWAY in situations_of(self.says)
        if self.since is None or self.post is None or is_away:
            return 0.0
        return min(1.0, share_of(self.post.work_shares, work))

    def range_of(self, entry: Experience) -> Range:
        """Tell from when to when somebody has served; an open end reaches to today."""
        return entry.start, min(entry.end or self.today, self.today)

    @property
    def going_on(self) -> list[Experience]:
        """What somebody still does: months on record without an end."""
        return [each for each in self.experiences if each.end is None or each.end > self.today]

    def still_does(self, work: str) -> bool:
        """Tell whether work of this kind is going on."""
        return any(counts(entry.work, work) for entry in self.going_on)

    @cached_property
    def steps_put_off(self) -> Mapping[str, Deferred]:
        """The newest entry that put a step off, by the step; its day may have come."""
        newest: dict[str, Deferred] = {}
        for entry in newest_first(of_kind(self.entries, Deferred)):
            if entry.step:
                newest.setdefault(self.curriculum.now_called("steps", entry.step), entry)
        return newest

    @cached_property
    def assessments(self) -> Mapping[str, BySource]:
        """The newest assessed level per skill and per source."""
        return self._newest_levels(Assessed, "skill")

    @property
    def ratings(self) -> Mapping[str, BySource]:
        """The newest rating of each trait by each source."""
        return self._newest_levels(Rated, "trait")

    def _newest_levels(
        self, kind: type[Assessed] | type[Rated], key: str
    ) -> Mapping[str, BySource]:
        """Find the newest level of each thing by each source, the newest source first."""
        levels: dict[str, dict[str, int]] = {}
        for entry in newest_first(of_kind(self.entries, kind)):
            now = self.curriculum.now_called(f"{key}s", getattr(entry, key))
            levels.setdefault(now, {}).setdefault(entry.by, entry.level)
        return levels

    @cached_property
    def memo(self) -> dict[str, Any]:
        """What others have worked out of this person, by its name: once is enough."""
        return {}

    @cached_property
    def holdings(self) -> Mapping[str, Holding]:
        """Certificates on record, each with what became of it by today."""
        return holdings_of(self.curriculum, of_kind(self.entries, Certified), self.today)

    @cached_property
    def certificates(self) -> Mapping[str, Certified]:
        """Certificates that are valid today, each with its newest entry."""
        return valid_among(self.holdings)

    @cached_property
    def closed_projects(self) -> tuple[Closed, ...]:
        """Projects led to their end."""
        return of_kind(self.entries, Closed)

    def hours_logged(self, exercise: str) -> float:
        """Add up the hours of partial work on an exercise, as logged."""
        return sum(entry.minutes for entry in self.worked.get(exercise, ())) / 60

    def effort_left(self, exercise: str) -> float:
        """Tell how many hours of this person's time an exercise still takes; 0 once finished."""
        return self.credit_of(exercise).effort_left

    def hours_left(self, exercise: str) -> float:
        """Return what is left of an exercise in credited hours; 0 once it is finished."""
        return self.credit_of(exercise).left

    def is_over(self, exercise: str) -> bool:
        """Tell whether an exercise that is under way has taken longer than was estimated."""
        mean = self.curriculum.exercise[exercise].mean_hours
        return exercise not in self.finished and self.hours_logged(exercise) > mean

    def credit_of(self, exercise: str) -> Credit:
        """Work out what has been taken and earned of an exercise of the curriculum."""
        if exercise not in self._credits:
            mean = self.curriculum.exercise[exercise].mean_hours
            worked, finish = self.worked.get(exercise, ()), self._finish_of(exercise)
            make = partial(credit_of, mean, worked, finish)
            self._credits[exercise] = self.shared.once(make, "credit", mean, of=(finish, *worked))
        return self._credits[exercise]

    def _finish_of(self, exercise: str) -> Finished | None:
        """Find the finish that earns the credit: of several the one that was written first."""
        times = self.finished.get(exercise, ())
        # As a rule there is one, and nothing to compare it with.
        return times[0] if len(times) == 1 else min(times, key=written, default=None)

    @cached_property
    def _credits(self) -> dict[str, Credit]:
        return {}

    @cached_property
    def credited_by_day(self) -> Mapping[date, float]:
        """Credited hours per day of work (earned value), oldest first."""
        return by_day(self.credit_of(name).by_day for name in self.begun)

    @property
    def begun(self) -> list[str]:
        """Exercises of the curriculum that were worked on, finished ones too."""
        return [
            name for name in {**self.finished, **self.worked} if name in self.curriculum.exercise
        ]

    @cached_property
    def bias(self) -> tuple[float, int]:
        """The factor (20 h + actual) / (20 h + credited), and how many exercises are behind it.

        Of exercises finished with minutes, and of those that have run past their estimate, or will
        by what is said to be left.
        """
        # Exercises of 30 hours in the mean took 45: a factor of 65 / 50 = 1.3, and not 1.5, for
        # the 20 hours that everybody gets keep a few exercises from saying much.
        actual, credited = self.taken_and_earned
        factor = (BIAS_WEIGHT_HOURS + actual) / (BIAS_WEIGHT_HOURS + credited)
        return factor, len(self.hours_known)

    @cached_property
    def taken_and_earned(self) -> tuple[float, float]:
        """Hours that the exercises of `hours_known` took, and those that they have earned."""
        earned = sum(self.credit_of(name).earned for name in self.hours_known)
        return sum(self.hours_known.values()), earned

    @cached_property
    def hours_known(self) -> Mapping[str, float]:
        """How long exercises took: those finished with minutes, and those that run too long."""
        known = {}
        for name in self.begun:
            hours = self._hours_known(name)
            if hours is not None:
                known[name] = hours
        return known

    def _hours_known(self, exercise: str) -> float | None:
        credit, finish = self.credit_of(exercise), self._finish_of(exercise)
        if finish and finish.minutes is not None:
            return credit.taken
        # What is logged after the finish is no part of what it took.
        logged = credit.taken - credit.last_hours if finish else credit.taken
        said = any(entry.left for entry in self.worked.get(exercise, ()))
        is_over = logged > credit.mean or (said and credit.expected > credit.mean)
        return logged if is_over else None

    def as_of(self, day: date, counting: Iterable[Entry]) -> "Person":
        """Return who the same person was on a day, by these entries; asked again, the very one."""
        entries = counting if isinstance(counting, Entries) else Entries(counting)

        def then() -> Person:
            return replace(person_of(self.curriculum, entries, day), shared=self.shared)

        return self.shared.once(then, "as of", day, of=(self.curriculum, *entries))

    def saying(self, **said: object) -> "Person":
        """Return the same person who says something else: what-if, for a plan and nothing more."""
        says = dict(self.says)
        say(says, only_said(said))
        lived = as_lived(says, self.experiences, self.today)
        return replace(self, says=lived, curriculum=seen_by(self.curriculum, lived))


def person_of(curriculum: Curriculum, counting: Iterable[Entry], today: date) -> Person:
    """Read entries that count as of a day: what lies after it has not happened yet."""
    entries = (counting if isinstance(counting, Entries) else Entries(counting)).done_by(today)
    said = newest_values(sayings_of(curriculum, entries))
    says = as_lived(said, of_kind(entries, Experience), today)
    return Person(
        curriculum=seen_by(curriculum, says),
        today=today,
        entries=entries,
        says=says,
        finished=by_exercise(curriculum, entries, Finished),
        worked=by_exercise(curriculum, entries, Worked),
        deferred=put_off(curriculum, entries, today),
    )
