"""Where one stands, on one screen."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from pmcareer.domain.coaching.advice import Said
from pmcareer.domain.coaching.practices import PracticeKept
from pmcareer.domain.curriculum.items import Role, Skill
from pmcareer.domain.forecast.basis import PaceBasis
from pmcareer.domain.forecast.outlook import RouteForecast
from pmcareer.domain.gates.state import GateForecast
from pmcareer.domain.ground.problem import Problem
from pmcareer.domain.person.levels import SkillLevel
from pmcareer.domain.person.rhythm import DayDone, Streak
from pmcareer.domain.plan.milestones import Milestone, Promise, Short, next_gate
from pmcareer.domain.roadmap.workplan import Task
from pmcareer.views.parts.dates import about, about_range, dates_as_dict
from pmcareer.views.parts.gates import gate_dict, gate_line
from pmcareer.views.parts.text import hours, number, plural, share
from pmcareer.views.plan.keys import advice_keys, pace_keys
from pmcareer.views.status.heat import heat_heading, heat_lines

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Page, Stack

Facts = list[tuple[str, Any]]
SIDE_TITLES = {
    "ways-of-working": "ways of working",
    "power-skills": "power skills",
    "business-acumen": "business acumen",
}
SKILLS_SHOWN = 5
SHORT_BAR = 10
LABEL = 11
"""Columns of the longest name of a fact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusAnswer:
    """Everything that says where somebody stands."""

    today: date
    target: Role
    source: Role
    """The role one stands at."""
    skills: Mapping[str, Skill]
    route: RouteForecast
    """The recommended one."""
    tasks: tuple[Task, ...]
    """Every exercise of it, prior learning left out."""
    pace: PaceBasis
    levels: Mapping[str, SkillLevel]
    streak: Streak
    days: tuple[DayDone, ...]
    balance: Mapping[str, float]
    short: Short | None
    promise: Promise | None
    milestone: Milestone | None
    practices: tuple[PracticeKept, ...]
    advice: tuple[Said, ...]
    muted: Collection[str]
    """Parts of the screen that are not to be shown."""
    problems: tuple[Problem, ...] = ()

    @property
    def done(self) -> int:
        """How many of them are finished."""
        return sum(task.state == "finished" for task in self.tasks)

    @property
    def gates(self) -> tuple[GateForecast, ...]:
        """The gates of the recommended route."""
        return self.route.gates

    @property
    def needs(self) -> Mapping[str, int]:
        """The level of each skill that the target needs."""
        return self.target.needs

    def hours_left(self, skill: str) -> float:
        """Give the hours left in a skill on the recommended route."""
        return sum(task.hours_left for task in self.tasks if task.exercise.skill == skill)

    def shows(self, widget: str) -> bool:
        """Tell whether a part of the screen was not muted."""
        return widget not in self.muted


def render(answer: StatusAnswer, page: "Page") -> Iterator[Any]:
    """Draw the way ahead, the weeks behind, what is short, and what comes next."""
    is_begun = any(day.entries for day in answer.days) or answer.done > 0
    yield page.heading(
        answer.target.title,
        "" if answer.source.id == answer.target.id else "your target",
    )
    yield _facts([("From", answer.source.title), *_way(answer, page), *_effort(answer, page)], page)
    if not is_begun:
        yield page.blank()
        yield page.line("Nothing is logged yet. The first step: ", ("pmcareer next", "item"))
    if any(day.entries for day in answer.days) and answer.shows("heat-map"):
        yield page.blank()
        yield heat_heading(answer.days, page)
        yield from heat_lines(answer.days, page)
    habits = [*_balance(answer), *_practices(answer, page)] if is_begun else []
    if habits:
        yield page.blank()
        yield _facts(habits, page)
    yield from _skills(answer, page)
    ahead = _ahead(answer)
    if ahead:
        yield page.blank()
        yield _facts(ahead, page)


def _facts(facts: Facts, page: "Page") -> "Stack":
    """Draw facts so that all blocks of the screen share one column."""
    width = 0 if page.narrow else LABEL
    return page.facts([(f"{name:<{width}}", value) for name, value in facts], indent=0)


def _way(answer: StatusAnswer, page: "Page") -> Facts:
    """Say how much is done, and by when the rest will be."""
    route = answer.route
    total = route.hours_done + route.hours_left
    left = f"{number(route.hours_left, 0)} h left" if route.hours_left else "nothing left to study"
    bar = page.bar(route.hours_done / total if total else 1.0)
    likely = about_range(route.finish.p50, route.finish.p80, answer.today)
    return [
        (
            "Done",
            [bar, f"{_gap(page)}{answer.done} of {plural(len(answer.tasks), 'exercise')}, {left}"],
        ),
        ("In the role", [(likely, "strong"), ("  P50 to P80", "quiet")]),
        (
            "Study done",
            about_range(route.study.p50, route.study.p80, answer.today) if route.hours_left else "",
        ),
    ]


def _gap(page: "Page") -> str:
    """Part a bar from its figures; --plain has a percentage there."""
    return ", " if page.plain else " "


def _effort(answer: StatusAnswer, page: "Page") -> Facts:
    """Say how fast one goes, how that compares with the promise, and how many weeks were kept."""
    facts: Facts = [("Pace", _pace(answer.pace))]
    promise, streak = answer.promise, answer.streak
    if promise and promise.strength is not None:
        kept = f"{number(promise.credited_hours)} of {number(promise.promised_hours)} h"
        said = f"{_gap(page)}{kept} promised in {_days(promise)}"
        facts.append(("Promise", [page.bar(promise.strength), said]))
    if answer.shows("streak") and streak.weeks:
        facts.append(
            (
                "Weeks",
                f"{plural(streak.weeks, 'week')} kept in a row; {plural(streak.days_this_week, 'day')} this week",
            )
        )
    return facts


def _days(promise: Promise) -> str:
    return "four weeks" if promise.days == 28 else plural(promise.days, "day")  # noqa: PLR2004 -- four weeks


def _pace(pace: PaceBasis) -> str:
    if pace.basis == "history":
        own = f"{number(pace.hours_per_week)} credited h a week, as in your {plural(pace.weeks_seen, 'week')}"
        return f"{own}; {number(pace.promised)} h promised"
    return f"{number(pace.promised)} h a week, as promised"


def _balance(answer: StatusAnswer) -> Facts:
    if not answer.shows("balance") or not any(answer.balance.values()):
        return []
    shares = ", ".join(
        f"{SIDE_TITLES[side]} {share(part)}" for side, part in answer.balance.items()
    )
    facts: Facts = [("Balance", shares)]
    if answer.short:
        short = f"{SIDE_TITLES[answer.short.side]}: {share(answer.short.plan_share)} of your plan"
        facts.append(("Neglected", f"{short}, {share(answer.short.share)} of your hours"))
    return facts


def _practices(answer: StatusAnswer, page: "Page") -> Facts:
    if not answer.shows("practice"):
        return []
    return [
        (
            "" if place and not page.narrow else "Practice",
            [
                "" if page.plain else page.bar(kept.kept / kept.of, SHORT_BAR),
                f"{'' if page.plain else ' '}{kept.kept} of {kept.of}  {kept.practice.title} ",
                (kept.practice.id, "item"),
            ],
        )
        for place, kept in enumerate(answer.practices)
    ]


def _skills(answer: StatusAnswer, page: "Page") -> Iterator[Any]:
    """Draw the skills that are below what the target needs, those with most hours left first."""
    known = answer.skills
    below = [
        name
        for name, level in answer.needs.items()
        if name in known and answer.levels[name].level < level
    ]
    if not below:
        return
    below.sort(key=lambda name: -answer.hours_left(name))
    yield page.blank()
    yield page.heading(
        "Skills", f"{len(answer.needs) - len(below)} of {len(answer.needs)} at the level needed"
    )
    yield page.facts(
        [(known[name].title, _below(answer, name)) for name in below[:SKILLS_SHOWN]], indent=0
    )
    if len(below) > SKILLS_SHOWN:
        yield page.line((f"and {len(below) - SKILLS_SHOWN} more: pmcareer gap", "quiet"))


def _below(answer: StatusAnswer, skill: str) -> str:
    left = answer.hours_left(skill)
    hours_left = f", {hours(left)} left" if left else ""
    return f"level {answer.levels[skill].level} of {answer.needs[skill]}{hours_left}"


def _ahead(answer: StatusAnswer) -> Facts:
    """Say what opens next, what is reached next, and one piece of advice."""
    facts: Facts = []
    gate = next_gate(answer.gates)
    if gate:
        facts.append(("Next gate", gate_line(gate, answer.today)))
    milestone = answer.milestone
    if milestone and milestone.id != answer.target.id:
        left = f"; {hours(round(milestone.hours_left))} to go" if milestone.hours_left else ""
        verb = " opens" if milestone.kind == "certificate" else ""
        facts.append(
            ("Milestone", f"{milestone.title}{verb}, {about(milestone.day, answer.today)}{left}")
        )
    facts += [
        ("Advice", [said.text, (f"  {said.advice.id}", "quiet")]) for said in answer.advice[:1]
    ]
    return facts


def as_dict(answer: StatusAnswer) -> dict[str, Any]:
    """Give the keys of the contract."""
    return {
        "target": answer.target.id,
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
            for skill in answer.skills.values()
        ],
        "gates": [gate_dict(gate) for gate in answer.gates],
        "pace": pace_keys(answer.pace),
        "study": dates_as_dict(answer.route.study),
        "finish": dates_as_dict(answer.route.finish),
        "promise": _promise_keys(answer.promise),
        "streak": {"weeks": answer.streak.weeks, "days_this_week": answer.streak.days_this_week},
        "days": [
            {"date": day.day, "minutes": day.minutes, "entries": day.entries} for day in answer.days
        ],
        "balance": dict(answer.balance),
        "neglected": {
            "side": answer.short.side,
            "share": answer.short.share,
            "plan_share": round(answer.short.plan_share, 4),
        }
        if answer.short
        else None,
        "practices": [
            {
                "id": kept.practice.id,
                "title": kept.practice.title,
                "kept": kept.kept,
                "of": kept.of,
                "due": kept.due,
            }
            for kept in answer.practices
        ],
        "milestone": _milestone_keys(answer.milestone),
        "advice": advice_keys(answer.advice),
        "done": answer.done,
        "open": len(answer.tasks) - answer.done,
        "left": round(answer.route.hours_left, 2),
    }


def _promise_keys(promise: Promise | None) -> dict[str, Any] | None:
    if promise is None:
        return None
    return {
        "days": promise.days,
        "promised_hours": round(promise.promised_hours, 2),
        "credited_hours": round(promise.credited_hours, 2),
        "strength": None if promise.strength is None else round(promise.strength, 4),
    }


def _milestone_keys(milestone: Milestone | None) -> dict[str, Any] | None:
    if milestone is None:
        return None
    return {
        "kind": milestone.kind,
        "id": milestone.id,
        "title": milestone.title,
        "date": milestone.day,
        "hours_left": round(milestone.hours_left, 2),
    }
