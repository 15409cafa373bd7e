"""Where one stands, on one screen."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pmcareer.domain.advising import Said
from pmcareer.domain.basis import PaceBasis, pace_basis
from pmcareer.domain.levels import SkillLevel
from pmcareer.domain.outlook import GateForecast
from pmcareer.domain.planning import Planner
from pmcareer.domain.practising import PracticeKept
from pmcareer.domain.problem import Problem
from pmcareer.domain.rhythm import DayDone, Streak
from pmcareer.domain.workplan import Task
from pmcareer.views.dates import about, about_range, dates_as_dict
from pmcareer.views.gates import gate_dict, gate_words
from pmcareer.views.plan_keys import advice_keys, pace_keys
from pmcareer.views.text import hours, number, plural, share

if TYPE_CHECKING:
    from pmcareer.views.layout import Page

HEAT = (" ", "░", "▒", "▓", "█")
HEAT_ASCII = (".", "-", "+", "*", "#")
HEAT_MINUTES = (1, 30, 60, 120)
SIDE_TITLES = {
    "ways-of-working": "Ways of working",
    "power-skills": "Power skills",
    "business-acumen": "Business acumen",
}


@dataclass(frozen=True, kw_only=True)
class StatusAnswer:
    """Everything that says where somebody stands."""

    planner: Planner
    levels: Mapping[str, SkillLevel]
    streak: Streak
    days: tuple[DayDone, ...]
    balance: Mapping[str, float]
    practices: tuple[PracticeKept, ...]
    advice: tuple[Said, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def today(self) -> date:
        """The user's day."""
        return self.planner.person.today

    @cached_property
    def pace(self) -> PaceBasis:
        """What the dates rest on."""
        return pace_basis(self.planner.forecaster, is_tried=False)

    @property
    def tasks(self) -> list[Task]:
        """Every exercise of the recommended route, prior learning left out."""
        return [task for stage in self.planner.forecasts[0].stages for task in stage.tasks if task.state != "covered"]

    @property
    def gates(self) -> list[GateForecast]:
        """The gates of the recommended route."""
        return [gate for step in self.planner.forecasts[0].steps for gate in step.gates]

    @property
    def needs(self) -> Mapping[str, int]:
        """The level of each skill that the target needs."""
        return self.planner.target.needs

    def hours_left(self, skill: str) -> float:
        """Give the hours left in a skill on the recommended route."""
        return sum(task.hours_left for task in self.tasks if task.exercise.skill == skill)


def render(answer: StatusAnswer, page: "Page") -> Iterator[Any]:
    """Draw the finish first, then the weeks behind, then the skills."""
    route = answer.planner.forecasts[0]
    tasks = answer.tasks
    done = sum(task.state == "finished" for task in tasks)
    total = route.hours_done + route.hours_left
    yield page.heading(
        answer.planner.target.title,
        f"you stand at {answer.planner.person.curriculum.role[answer.planner.person.stands_at].title}",
    )
    yield page.facts(
        [
            (
                "Done",
                [
                    page.bar(route.hours_done / total if total else 1.0),
                    f" {done} of {len(tasks)} exercises, {hours(route.hours_left)} left",
                ],
            ),
            (
                "In the role",
                [(about_range(route.finish.p50, route.finish.p80, answer.today), "strong"), (" (P50 to P80)", "quiet")],
            ),
            ("Study done", about_range(route.study.p50, route.study.p80, answer.today)),
            ("Pace", _pace(answer.pace)),
            ("Weeks", _weeks(answer.streak)),
        ],
        indent=0,
    )
    yield page.blank()
    if not any(day.entries for day in answer.days):
        yield page.line("Nothing is logged yet. The first step: ", ("pmcareer next", "item"))
        yield page.blank()
    else:
        yield page.heading("Last 26 weeks")
        yield from _heat(answer, page)
        yield page.blank()
        yield page.facts(
            [(SIDE_TITLES[side], [page.bar(part, 12), f" {share(part)}"]) for side, part in answer.balance.items()],
            indent=0,
        )
        yield page.blank()
    yield page.heading("Skills", "level now and needed")
    yield _skills(answer, page)
    ahead = [gate for gate in answer.gates if gate.standing.missing]
    if ahead:
        yield page.blank()
        gate = ahead[0]
        when = f", likely {about(gate.open_on, answer.today)}" if gate.open_on else ""
        yield page.facts([("Next gate", f"{gate_words(gate.gate)}{when}")], indent=0)
    if answer.practices:
        yield page.facts(
            [
                ("Practice", f"{kept.practice.title}: kept {kept.kept} of the last {kept.of} ({kept.practice.id})")
                for kept in answer.practices
            ],
            indent=0,
        )
    for said in answer.advice[:1]:
        yield page.blank()
        yield page.line(("Advice  ", "quiet"), said.text, (f"  {said.advice.id}", "quiet"))


def _pace(pace: PaceBasis) -> str:
    if pace.basis == "history":
        return f"{number(pace.hours_per_week)} credited h a week over {plural(pace.weeks_seen, 'week')}; promised {number(pace.promised)} h"
    return f"{number(pace.promised)} h a week promised"


def _weeks(streak: Streak) -> str:
    return f"{plural(streak.weeks, 'week')} kept, {plural(streak.days_this_week, 'day')} this week"


def _heat(answer: StatusAnswer, page: "Page") -> Iterator[Any]:
    """Draw a row per weekday and a column per week; --plain says it in words."""
    if page.plain:
        active = [day for day in answer.days if day.entries]
        yield page.line(f"{plural(len(active), 'active day')}, {hours(sum(day.minutes for day in active) / 60)}.")
        return
    weeks = min(26, max(4, (min(page.width, 200) - 6)))
    first = answer.days[0].day
    start = max(0, (len(answer.days) + 6) // 7 - weeks)
    for weekday, name in enumerate(("Mon", "", "Wed", "", "Fri", "", "Sun")):
        row = answer.days[weekday::7][start:]
        cells = "".join(_cell(day.minutes, day.entries, unicode=page.unicode) for day in row)
        yield page.line((f"{name:<4}", "quiet"), (cells, "done"))
    shown = first + timedelta(days=7 * start)
    yield page.line((f"    from {about(shown, shown)}", "quiet"))


def _cell(minutes: int, entries: int, *, unicode: bool) -> str:
    signs = HEAT if unicode else HEAT_ASCII
    grade = sum(minutes >= least for least in HEAT_MINUTES)
    return signs[max(grade, 1 if entries else 0)] if entries else "·" if unicode else "."


def _skills(answer: StatusAnswer, page: "Page") -> Any:
    columns = (
        page.column("Skill", key=True, wraps=True),
        page.column("level", right=True),
        page.column("needed", right=True),
        page.column("h left", right=True),
    )
    skills = answer.planner.person.curriculum.skill
    rows = [
        (skills[name].title, str(answer.levels[name].level), str(needed), number(answer.hours_left(name)))
        for name, needed in answer.needs.items()
        if name in skills
    ]
    return page.table(columns, rows)


def as_dict(answer: StatusAnswer) -> dict[str, Any]:
    """Give the keys of the contract."""
    skills = answer.planner.person.curriculum.skills
    tasks = answer.tasks
    done = sum(task.state == "finished" for task in tasks)
    return {
        "target": answer.planner.target.id,
        "skills": [
            {
                "id": skill.id,
                "title": skill.title,
                "level": answer.levels[skill.id].level,
                "needed": answer.needs.get(skill.id, 0),
                "hours_left": round(answer.hours_left(skill.id), 2),
                "earned": answer.levels[skill.id].earned,
                "assessed": dict(answer.levels[skill.id].assessed),
                "assumed": answer.levels[skill.id].assumed,
            }
            for skill in skills
        ],
        "gates": [gate_dict(gate) for gate in answer.gates],
        "pace": pace_keys(answer.pace),
        "study": dates_as_dict(answer.planner.forecasts[0].study),
        "finish": dates_as_dict(answer.planner.forecasts[0].finish),
        "streak": {"weeks": answer.streak.weeks, "days_this_week": answer.streak.days_this_week},
        "days": [{"date": day.day, "minutes": day.minutes, "entries": day.entries} for day in answer.days],
        "balance": {side: part for side, part in answer.balance.items()},
        "practices": [
            {"id": kept.practice.id, "title": kept.practice.title, "kept": kept.kept, "of": kept.of, "due": kept.due}
            for kept in answer.practices
        ],
        "advice": advice_keys(answer.advice),
        "done": done,
        "open": len(tasks) - done,
        "left": round(answer.planner.forecasts[0].hours_left, 2),
    }
