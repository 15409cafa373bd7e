"""Twelve people, lived for a year: whoever they are, they do what `pmcareer next` says, and log it.

Each has two evenings a week, with half of the promised hours: a step is taken when it is shown, beside what is begun
too where the evening has room, an exercise goes on until its hours are done, and where something is awaited they wait. When `next` comes back to somebody who was asked,
there is an answer, and it is yes. What comes of that, a post or a project that ends, is typed on its day.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import ClassVar

from running import Result, run_cli

FIRST_DAY = date(2026, 3, 2)
WEEKS = 52
STUDY_DAYS = (1, 5)
"""Tuesday and Saturday."""
LEAST_MINUTES = 15
"""With less than that left of an evening one begins nothing new."""


@dataclass(frozen=True, kw_only=True)
class Somebody:
    """A person: what they type on the first day, and what happens to them later."""

    who: str
    hours: float
    """A week, promised and kept."""
    says: tuple[str, ...]
    happens: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    """Lines by the week, counted from 0, on whose Monday they are typed."""


@dataclass(frozen=True, kw_only=True)
class Month:
    """What was seen on the first study day of a month, and what was done in the month before the next."""

    day: date
    first: str
    """What was shown first: its title and id, or what is awaited."""
    is_step: bool
    study: str | None
    ready: str | None
    finish: str | None
    """Likely days, ISO; None where none is named."""
    done: tuple[str, ...] = ()


@dataclass(kw_only=True)
class Year:
    """A year as it was lived."""

    around: ClassVar[Mapping[str, str]] = {}
    """The environment of every command."""
    person: Somebody
    weeks: int = WEEKS
    months: list[Month] = field(default_factory=list)
    shown: list[tuple[date, str | None]] = field(default_factory=list)
    """The id that was shown first, evening by evening."""
    done: list[tuple[date, str, str]] = field(default_factory=list)
    """What was finished or taken: its day, whether it is a step or an exercise, its id."""
    complaints: list[str] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)
    """Steps that were taken before."""

    def live(self) -> "Year":
        """Type the year."""
        self._type(FIRST_DAY, *self.person.says)
        for number in range(self.weeks * 7):
            day = FIRST_DAY + timedelta(days=number)
            if day.weekday() == 0:
                self._type(day, *self.person.happens.get(number // 7, ()))
            if day.weekday() in STUDY_DAYS:
                self._evening(day)
        return self

    def _type(self, day: date, *lines: str) -> None:
        for line in lines:
            self._run(day, *(word.replace("_", " ") for word in line.split()))

    def _run(self, day: date, *words: str) -> Result:
        result = run_cli(*words, today=day.isoformat(), **self.around)
        if result.code or result.err:
            self.complaints.append(f"{day} {' '.join(words)}: {result.code} {result.err}")
        return result

    def _evening(self, day: date) -> None:
        answer = self._run(day, "next", "--json").json
        self._remember(day, answer)
        left = round(30 * self.person.hours)
        while left >= LEAST_MINUTES and (task := answer["task"]) is not None:
            also = answer["also"]
            if task["kind"] == "step":
                left -= self._step(day, task["id"], task["minutes_left"])
            elif also is not None and also["minutes"] + LEAST_MINUTES <= left:
                left -= self._step(day, also["id"], also["minutes"])
            else:
                left -= self._study(day, task, left)
            answer = self._run(day, "next", "--json").json

    def _step(self, day: date, step: str, minutes: int) -> int:
        minutes = max(minutes, 5)
        answer = ("--outcome", "They agreed") if step in self.asked else ()
        self._run(day, "log", step, "--minutes", str(minutes), *answer)
        self.asked.add(step)
        self.done.append((day, "step", step))
        return minutes

    def _study(self, day: date, task: dict, left: int) -> int:
        minutes = min(left, max(task["minutes_left"], 1))
        is_whole = task["minutes_left"] <= left
        self._run(
            day, "log", task["id"], *([] if is_whole else ["--partial"]), "--minutes", str(minutes)
        )
        if is_whole:
            self.done.append((day, "exercise", task["id"]))
        # A span may keep what is worked on open for weeks; another evening goes on with it.
        return minutes

    def _remember(self, day: date, answer: dict) -> None:
        task = answer["task"]
        self.shown.append((day, task and task["id"]))
        if self.months and self.months[-1].day.strftime("%Y-%m") == day.strftime("%Y-%m"):
            return
        route = self._run(day, "plan", "--json").json["routes"][0]
        self.months.append(
            Month(
                day=day,
                first=f"{task['title']} ({task['id']})" if task else f"{answer['reason']}",
                is_step=bool(task) and task["kind"] == "step",
                study=route["study"]["likely"],
                ready=route["ready"]["likely"],
                finish=route["finish"]["likely"],
            )
        )

    def finished_in(self, place: int) -> tuple[list[str], list[str]]:
        """Exercises and steps done between one month's first evening and the next one's."""
        start = self.months[place].day
        following = self.months[place + 1 :]
        end = following[0].day if following else date.max
        done = [each for each in self.done if start <= each[0] < end]
        exercises = [name for _, kind, name in done if kind == "exercise"]
        return exercises, [name for _, kind, name in done if kind == "step"]


PEOPLE: Mapping[str, Somebody] = {
    "newcomer": Somebody(
        who="A newcomer without a role, seven hours a week.",
        hours=7,
        says=("profile --target tech-pm --hours-per-week 7",),
        happens={
            26: ("experience hands-on --from 2026-08-31",),
            40: ("profile --role project-coordinator",),
        },
    ),
    "programmer-ten-skills": Somebody(
        who="A programmer whose manager vouches for the apprenticeship, at an ambitious ten hours.",
        hours=10,
        says=(
            "profile --role programmer --target tech-pm --hours-per-week 10",
            "assess apprenticeship 3 --by manager",
        ),
        happens={
            34: (
                "profile --role junior-pm",
                "experience leading --from 2026-10-26 --role junior-pm",
            ),
        },
    ),
    "junior-with-a-goal": Somebody(
        who="A junior project manager with fourteen months of leading, who wants the PMP.",
        hours=5,
        says=(
            "profile --role junior-pm --target senior-pm --education bachelor --hours-per-week 5",
            "profile --goal-certificate pmp",
            "experience leading --from 2025-01-02 --role junior-pm",
        ),
        happens={30: ("project Intranet --outcome In_use_since_September",)},
    ),
    "pmo-manager": Somebody(
        who="A PMO manager of five years without delivery or business months.",
        hours=4,
        says=(
            "profile --role pmo-manager --target portfolio-pmo --hours-per-week 4",
            "profile --pmo-type project",
            "experience pmo --from 2021-03-02 --role pmo-manager",
        ),
        happens={
            17: (
                "profile --role operations-secondment",
                "experience business --from 2026-06-29 --role operations-secondment",
            ),
        },
    ),
    "pmo-manager-with-delivery": Somebody(
        who="A PMO manager of six years with thirty months of delivery and eighteen of business.",
        hours=4,
        says=(
            "profile --role pmo-manager --target portfolio-pmo --hours-per-week 4",
            "profile --pmo-services investment-appraisal,prioritisation",
            "experience pmo --from 2020-03-02 --role pmo-manager",
            "experience delivery --from 2016-03-01 --to 2018-08-31",
            "experience business --from 2018-09-01 --to 2020-02-29",
        ),
    ),
    "programmer-in-a-bank": Somebody(
        who="A programmer of six years who wants to lead large regulated projects.",
        hours=6,
        says=(
            "profile --role programmer --target tech-pm --hours-per-week 6",
            "profile --projects large-complex --background technical",
            "experience technical --from 2020-03-02 --role programmer",
        ),
        happens={
            20: ("experience leading --from 2026-07-20",),
            36: ("profile --role junior-pm",),
        },
    ),
    "programmer-in-a-firm-of-five": Somebody(
        who="A programmer of six years in a firm of five, with small projects.",
        hours=6,
        says=(
            "profile --role programmer --target tech-pm --hours-per-week 6",
            "profile --projects small-simple --background technical",
            "experience technical --from 2020-03-02 --role programmer",
        ),
        happens={
            10: ("experience leading --from 2026-05-11",),
            24: ("project Web_shop --outcome Live_in_August",),
            32: ("profile --role junior-pm",),
        },
    ),
    "scrum-master": Somebody(
        who="A scrum master in a scale-up, with a team and without a budget.",
        hours=5,
        says=(
            "profile --role team-lead --target senior-pm --hours-per-week 5 --education bachelor",
            "experience agile --from 2023-06-01 --role team-lead --organisation A_scale-up",
            "certificate csm --on 2023-05-12",
        ),
        happens={
            22: ("experience leading --from 2026-08-03",),
            30: ("profile --role junior-pm",),
        },
    ),
    "qa-lead": Somebody(
        who="A QA lead in a regulated bank.",
        hours=4,
        says=(
            "profile --role team-lead --target tech-pm --hours-per-week 4 --projects large-complex",
            "experience technical --from 2018-03-01 --to 2023-02-28 --organisation A_bank",
            "experience risk --from 2023-03-01 --role team-lead --organisation A_bank",
        ),
        happens={
            28: ("experience leading --from 2026-09-14",),
            38: ("profile --role junior-pm",),
        },
    ),
    "pmo-analyst": Somebody(
        who="A PMO analyst of two years who wants to lead the office.",
        hours=5,
        says=(
            "profile --role pmo-analyst --target pmo-manager --hours-per-week 5",
            "experience pmo --from 2024-03-01 --role pmo-analyst",
        ),
        happens={
            20: (
                "profile --role delivery-stint",
                "experience delivery --from 2026-07-20 --role delivery-stint",
            ),
        },
    ),
    "programme-manager": Somebody(
        who="A programme manager who wants the portfolio.",
        hours=4,
        says=(
            "profile --role programme-manager --target portfolio-manager --hours-per-week 4",
            "experience programme --from 2021-09-01 --role programme-manager",
            "experience leading --from 2014-03-01 --to 2021-08-31",
        ),
        happens={
            18: (
                "profile --role operations-secondment",
                "experience business --from 2026-07-06 --role operations-secondment",
            ),
        },
    ),
    "freelance-developer": Somebody(
        who="A freelance developer with customers of their own.",
        hours=6,
        says=(
            "profile --role programmer --target junior-pm --hours-per-week 6 --background technical",
            "experience technical --from 2019-01-01 --role programmer --organisation Freelance",
            "experience leading --from 2024-09-01 --to 2025-06-30 --organisation Freelance",
            "project Booking_site --outcome In_use --on 2025-06-30",
        ),
        happens={
            34: (
                "profile --role junior-pm",
                "experience leading --from 2026-10-26 --role junior-pm",
            ),
        },
    ),
}
"""The seven worked people of the domain reference and five more; what is no role of the map is the nearest one."""


def lived(name: str, weeks: int = WEEKS) -> Year:
    """Live a person's year, or the beginning of it, in a home that holds nothing."""
    home = Path(os.environ["PMCAREER_HOME"])
    (home / "logbook.toml").unlink(missing_ok=True)
    return Year(person=PEOPLE[name], weeks=weeks).live()
