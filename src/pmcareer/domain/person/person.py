"""What the logbook says about someone on a day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.ground.calendar import Calendar, Range, calendar_of
from pmcareer.domain.ground.work import counts, share_of
from pmcareer.domain.logbook.entries import (
    Assessed,
    Certified,
    Closed,
    Deferred,
    Entry,
    Experience,
    Finished,
    Profile,
    Worked,
)
from pmcareer.domain.logbook.logbook import Logbook, newest_first

OnExercise = TypeVar("OnExercise", Finished, Worked)
DEFAULT_HOURS_PER_WEEK = 8.0
BIAS_WEIGHT_HOURS = 20.0
PARTIAL_CREDIT = 0.9
"""The most of an exercise that partial work can earn: the rest is earned by finishing it."""


@dataclass(frozen=True, kw_only=True)
class Person:
    """Someone on one day: what is done, what is on record, what they say of themselves."""

    curriculum: Curriculum
    today: date
    entries: tuple[Entry, ...]
    """What counts and had happened by today, oldest first as in the file."""
    says: Mapping[str, Any]
    """The newest value of each key of the profile."""
    finished: Mapping[str, tuple[Finished, ...]]
    """Every time an exercise was finished, earliest first."""
    worked: Mapping[str, tuple[Worked, ...]]
    deferred: Mapping[str, date]
    """Exercises put off, and until when; only days to come."""

    @property
    def role(self) -> str | None:
        """The role that was stated, or None: then nothing is assumed."""
        said: str | None = self.says.get("role")
        return said and self.curriculum.now_called("roles", said)

    @property
    def stands_at(self) -> str:
        """Where on the map this person is."""
        return self.role or self.curriculum.start_role

    @property
    def target(self) -> str:
        """The role aimed at."""
        return self.curriculum.now_called(
            "roles", self.says.get("target") or self.curriculum.goal_role
        )

    @property
    def hours_per_week(self) -> float:
        """The promise, in hours a week."""
        return float(self.says.get("hours_per_week", DEFAULT_HOURS_PER_WEEK))

    @property
    def background(self) -> str | None:
        """What was said, or else "technical" for someone whose stated role is technical work."""
        said: str | None = self.says.get("background")
        role = self.curriculum.role.get(self.role or "")
        if said is None and role and share_of(role.work_shares, "technical"):
            return "technical"
        return said

    @cached_property
    def calendar(self) -> Calendar:
        """Days off and study days."""
        return calendar_of(self.says.get("days_off", ()), self.says.get("study_days", ()))

    @cached_property
    def experiences(self) -> tuple[Experience, ...]:
        """Months on record, as they were entered."""
        found: tuple[Experience, ...] = self._of_kind("experience")
        return tuple(entry for entry in found if entry.start <= self.today)

    def _of_kind(self, kind: str) -> tuple[Any, ...]:
        """List entries by the word of their kind, so that kinds nobody uses are never loaded."""
        return tuple(entry for entry in self.entries if entry.kind == kind)

    def ranges_of(self, work: str) -> tuple[Range, ...]:
        """Give the date ranges on record that count as this work; an open end reaches to today."""
        return tuple(
            (entry.start, min(entry.end or self.today, self.today))
            for entry in self.experiences
            if counts(entry.work, work)
        )

    def still_does(self, work: str) -> bool:
        """Tell whether work of this kind is going on: an experience entry without an end."""
        return any(
            counts(entry.work, work) and (entry.end is None or entry.end > self.today)
            for entry in self.experiences
        )

    def ranges_in_role(self, role: str) -> tuple[Range, ...]:
        """Give what was served in a role: entries that name it, or name none and are of its kind of work."""
        shares = self.curriculum.role[role].work_shares
        return tuple(
            (entry.start, min(entry.end or self.today, self.today))
            for entry in self.experiences
            if (entry.role and self.curriculum.now_called("roles", entry.role) == role)
            or (entry.role is None and any(counts(entry.work, kind) for kind in shares))
        )

    @cached_property
    def assessments(self) -> Mapping[str, Mapping[str, int]]:
        """The newest assessed level per skill and per source."""
        levels: dict[str, dict[str, int]] = {}
        found: tuple[Assessed, ...] = self._of_kind("assessed")
        for entry in newest_first(found):
            levels.setdefault(self.curriculum.now_called("skills", entry.skill), {}).setdefault(
                entry.by, entry.level
            )
        return levels

    @cached_property
    def certificates(self) -> Mapping[str, Certified]:
        """Certificates held today."""
        held = {}
        found: tuple[Certified, ...] = self._of_kind("certified")
        for entry in found:
            if entry.expires is None or entry.expires >= self.today:
                held[self.curriculum.now_called("certifications", entry.certification)] = entry
        return held

    @cached_property
    def closed_projects(self) -> tuple[Closed, ...]:
        """Projects led to their end."""
        return self._of_kind("closed")

    @cached_property
    def hours_logged(self) -> Mapping[str, float]:
        """Hours of partial work per exercise, as logged."""
        return {
            name: sum(entry.minutes for entry in entries) / 60
            for name, entries in self.worked.items()
        }

    def hours_left(self, exercise: str) -> float:
        """Give what is left of an exercise in credited hours: nothing when finished, less by what was worked on it."""
        if exercise in self.finished:
            return 0.0
        mean = self.curriculum.exercise[exercise].mean_hours
        return mean - min(self.hours_logged.get(exercise, 0.0), PARTIAL_CREDIT * mean)

    @cached_property
    def credited_by_day(self) -> Mapping[date, float]:
        """Credited hours per day (earned value): a finished exercise earns its PERT mean, partial work its minutes."""
        earned: dict[date, float] = {}
        known = self.curriculum.exercise
        for name in {**self.finished, **self.worked}:
            if name not in known:
                continue
            mean = known[name].mean_hours
            done = self.finished.get(name)
            finished_on = done[0].on if done else None
            before = 0.0
            for entry in self.worked.get(name, ()):
                if finished_on and entry.on > finished_on:
                    break
                credit = min(entry.minutes / 60, PARTIAL_CREDIT * mean - before)
                if credit > 0:
                    before += credit
                    earned[entry.on] = earned.get(entry.on, 0.0) + credit
            if finished_on:
                earned[finished_on] = earned.get(finished_on, 0.0) + mean - before
        return dict(sorted(earned.items()))

    @cached_property
    def bias(self) -> tuple[float, int]:
        """Give the bias factor f = (20 h + actual) / (20 h + credited) and the number of exercises behind it."""
        actual = credited = 0.0
        seen = 0
        for name, entries in self.finished.items():
            first = entries[0]
            if first.minutes is None or name not in self.curriculum.exercise:
                continue
            seen += 1
            actual += first.minutes / 60 + self.hours_logged.get(name, 0.0)
            credited += self.curriculum.exercise[name].mean_hours
        return (BIAS_WEIGHT_HOURS + actual) / (BIAS_WEIGHT_HOURS + credited), seen

    def saying(self, **said: object) -> "Person":
        """Give the same person who says something else: what-if, for a plan and nothing more."""
        return replace(
            self,
            says={**self.says, **{key: value for key, value in said.items() if value is not None}},
        )


def person_of(curriculum: Curriculum, logbook: Logbook, today: date) -> Person:
    """Read the logbook as of a day: what lies after it has not happened yet."""
    return person_from(curriculum, logbook, today)


def person_from(curriculum: Curriculum, counting: Iterable[Entry], today: date) -> Person:
    """Read entries that count as of a day."""
    entries = tuple(entry for entry in counting if entry.on <= today)
    return Person(
        curriculum=curriculum,
        today=today,
        entries=entries,
        says=_newest_values(entry for entry in entries if isinstance(entry, Profile)),
        finished=_by_exercise(
            curriculum, (entry for entry in entries if isinstance(entry, Finished))
        ),
        worked=_by_exercise(curriculum, (entry for entry in entries if isinstance(entry, Worked))),
        deferred=_deferred(
            curriculum, (entry for entry in entries if isinstance(entry, Deferred)), today
        ),
    )


def _newest_values(profiles: Iterable[Profile]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for entry in reversed(newest_first(profiles)):
        values |= {
            key: getattr(entry, key)
            for key in entry.model_fields_set
            if key not in ("kind", "on", "at", "note", "id") and getattr(entry, key) is not None
        }
    return values


def _by_exercise(
    curriculum: Curriculum, entries: Iterable[OnExercise]
) -> dict[str, tuple[OnExercise, ...]]:
    found: dict[str, list[OnExercise]] = {}
    for entry in entries:
        found.setdefault(curriculum.now_called("exercises", entry.exercise), []).append(entry)
    return {
        name: tuple(sorted(entries, key=lambda entry: entry.on)) for name, entries in found.items()
    }


def _deferred(curriculum: Curriculum, entries: Iterable[Deferred], today: date) -> dict[str, date]:
    until: dict[str, date] = {}
    for entry in newest_first(entries):
        until.setdefault(curriculum.now_called("exercises", entry.exercise), entry.until)
    return {name: day for name, day in until.items() if day > today}
