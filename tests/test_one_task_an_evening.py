"""A year of three people who do the one task that `next` names, each evening, and nothing beside it.

Nobody ever answers them. They are owed steps and study both, and receipts that name what comes next.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

import pytest

from running import run_cli

FIRST_DAY = date(2026, 2, 2)
EVENINGS = (0, 2)
"""Monday and Wednesday."""
WEEKS = 52
DAY = timedelta(days=1)
WAITS = {
    "closed-find": 14,
    "first-manager": 14,
    "first-talks": 14,
    "lead-alone": 14,
    "secondment-ask": 14,
    "secondment-return": 21,
    "secondment-sponsor": 21,
    "stint-ask": 14,
}
"""Days until one asks again, of steps that the people below are given."""

PEOPLE = {
    "pmo-manager": (4, "--role", "pmo-manager", "--since", "2021-06", "--target", "portfolio-pmo"),
    "programmer": (6, "--role", "programmer", "--since", "2020-03", "--target", "tech-pm"),
    "junior-pm": (5, "--role", "junior-pm", "--since", "2025-01", "--target", "tech-pm"),
}
"""The hours a week that they promise, and what else they say of themselves."""


@dataclass(kw_only=True)
class Followed:
    """A year as it went."""

    hours: float
    """A week, promised."""
    said_next: str | None = None
    """What the last receipt called next."""
    untrue: list[str] = field(default_factory=list)
    """Evenings on which something else was shown than the receipt had said."""
    minutes: list[tuple[date, int]] = field(default_factory=list)
    """Of study."""
    steps: list[tuple[date, str]] = field(default_factory=list)

    def evening(self, day: date) -> None:
        """Do what is shown, for half of the week's hours at most; a step is done in one go."""
        task = run_cli("next", "--json", today=day.isoformat()).json["task"]
        if task is None:
            return
        if self.said_next not in (None, task["id"]):
            self.untrue.append(f"{day}: {task['id']}, and the receipt said {self.said_next}")
        most, is_step = round(30 * self.hours), task["kind"] == "step"
        spent = task["minutes_left"] if is_step else min(most, task["minutes_left"])
        partly = ["--partial"] if spent < task["minutes_left"] else []
        words = ["log", task["id"], *partly, "--minutes", str(max(1, spent)), "--json"]
        result = run_cli(*words, today=day.isoformat())
        assert result.code == 0, result.err
        self.said_next = result.json["next"]
        if is_step:
            self.steps.append((day, task["id"]))
        else:
            self.minutes.append((day, spent))

    @property
    def share_studied(self) -> float:
        """The part of the promised hours that was studied until nothing was left to study."""
        weeks = ((self.minutes[-1][0] - FIRST_DAY).days + 1) / 7
        return sum(minutes for _, minutes in self.minutes) / 60 / (self.hours * weeks)

    @property
    def steps_in_a_row(self) -> int:
        """The most steps that followed one another while there was something to study."""
        studied = [day for day, _ in self.minutes]
        between = (
            [day for day, _ in self.steps if before < day < after]
            for before, after in pairwise([FIRST_DAY - DAY, *studied])
        )
        return max(map(len, between))

    def too_early(self) -> list[str]:
        """Asks that came again sooner than after their interval, which doubles twice."""
        found = []
        for step, waits in WAITS.items():
            days = [day for day, name in self.steps if name == step]
            for times, (before, after) in enumerate(pairwise(days)):
                if after - before < waits * min(2**times, 4) * DAY:
                    found.append(f"{step} on {before} and again on {after}")
        return found


def followed(name: str, weeks: int) -> Followed:
    hours, *said = PEOPLE[name]
    start = ("start", *said, "--hours-per-week", str(hours), "--no-input")
    assert run_cli(*start, today=FIRST_DAY.isoformat()).code == 0
    year = Followed(hours=hours)
    for number in range(7 * weeks):
        day = FIRST_DAY + timedelta(days=number)
        if day.weekday() in EVENINGS:
            year.evening(day)
    return year


def hold(year: Followed) -> None:
    """What everybody is owed."""
    assert year.untrue == []
    assert year.too_early() == []
    assert year.steps_in_a_row == 1
    assert any(step in WAITS for _, step in year.steps)


def test_in_the_first_weeks_steps_and_study_take_turns():
    weeks = followed("pmo-manager", 4)
    hold(weeks)
    assert weeks.share_studied > 0.5


@pytest.mark.slow
@pytest.mark.parametrize("name", PEOPLE)
def test_a_year_holds_steps_and_about_the_hours_that_were_promised(name):
    year = followed(name, WEEKS)
    hold(year)
    # An evening with a step is none of study here, nor is what is left of one that ends a task.
    assert 0.55 < year.share_studied < 1.1
    for quarter in range(4):
        first = FIRST_DAY + quarter * 91 * DAY
        assert any(first <= day < first + 91 * DAY for day, _ in year.steps)


@pytest.mark.slow
def test_who_comes_every_evening_is_told_the_truth_too(monkeypatch):
    monkeypatch.setitem(globals(), "EVENINGS", range(7))
    hold(followed("programmer", 12))
