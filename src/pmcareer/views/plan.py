"""The way to a role: dates, stages, gates and what sets the date."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pmcareer.domain.advising import Said
from pmcareer.domain.basis import PaceBasis, idle_hours, is_weak, pace_basis
from pmcareer.domain.drift import Drift
from pmcareer.domain.evidence import Baseline
from pmcareer.domain.forecast import Dates, RouteForecast, Step
from pmcareer.domain.planning import Planner
from pmcareer.domain.problem import Problem
from pmcareer.domain.questions import By, Lever
from pmcareer.domain.routes import Route
from pmcareer.domain.track import TrackRecord
from pmcareer.domain.workplan import Task
from pmcareer.views.dates import about, about_range
from pmcareer.views.gates import gate_line, gate_words
from pmcareer.views.plan_keys import (
    MOST_CERTAIN,
    advice_keys,
    by_keys,
    drift_keys,
    lever_keys,
    pace_keys,
    route_keys,
    track_keys,
)
from pmcareer.views.text import clean, day, hours, joined, number, plural, share, span

if TYPE_CHECKING:
    from pmcareer.views.layout import Page

SHOWN_TASKS = 5
CAUSE_WORDS = {
    "pace": "your pace, and the hours you promise",
    "scope": "what is asked for",
    "bias": "exercises that took longer or shorter than estimated",
    "calendar": "days off and weeks without work",
    "gates": "months, projects and certificates on record",
    "moves": "months in the role that passed unrecorded",
    "remainder": "not explained",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A baseline that was just kept."""

    entry: Baseline
    logbook: str
    is_first: bool


@dataclass(frozen=True, kw_only=True)
class PlanAnswer:
    """A plan, and which of its routes is shown."""

    planner: Planner
    chosen: RouteForecast
    advice: tuple[Said, ...]
    drift: Drift | None = None
    by: By | None = None
    levers: tuple[Lever, ...] = ()
    track: TrackRecord | None = None
    saved: Saved | None = None
    shows_all: bool = False
    compares: bool = False
    shows_why: bool = False
    problems: tuple[Problem, ...] = ()

    def having_saved(self, saved: Saved) -> "PlanAnswer":
        """Give the same answer with the baseline that was kept."""
        return replace(self, saved=saved)

    @property
    def today(self) -> date:
        """The user's day."""
        return self.planner.person.today

    @cached_property
    def pace(self) -> PaceBasis:
        """What the dates rest on."""
        return pace_basis(self.planner.forecaster, is_tried=self.planner.hours_per_week is not None)

    @property
    def hints(self) -> tuple[str, ...]:
        """Say what would make the plan one's own."""
        if self.planner.person.role is None:
            return ("It starts from nothing. Say where you stand: --from ROLE, or pmcareer profile --role ROLE",)
        return ()

    def title_of(self, role: str) -> str:
        """Give the title of a role, without what it says in brackets or after a comma."""
        return self.planner.person.curriculum.role[role].title.split(" (")[0].split(",")[0]

    def name_of(self, driver: str) -> str:
        """Say in words what a driver's key means."""
        if driver == "effort":
            return "the study"
        if driver.startswith("move:"):
            _, source, target = driver.split(":")
            is_detour = self.planner.person.curriculum.role[target].detour
            return self.title_of(target) if is_detour else f"the months as {self.title_of(source)}"
        gates = {standing.gate.id: standing.gate for leg in self.chosen.route.legs for standing in leg.gates}
        return gate_words(gates[driver]) if driver in gates else driver

    def way_of(self, route: Route) -> str:
        """Say the roles between, and the detours."""
        between = [self.title_of(leg.target.id) for leg in route.legs[:-1]]
        detours = [self.title_of(detour.role.id) for leg in route.legs for detour in leg.detours]
        way = f"by way of {joined(between)}" if between else "straight"
        return f"{way}, with {joined(detours)}" if detours else way


def render(answer: PlanAnswer, page: "Page") -> Iterator[Any]:
    """Draw the dates first, then what they are made of."""
    route = answer.chosen
    start = answer.title_of(answer.planner.person.stands_at)
    yield page.heading(answer.title_of(answer.planner.target.id), f"from {start}, {answer.way_of(route.route)}")
    yield from _headline(answer, route, page)
    yield from _by(answer, page)
    yield from _why(answer, page)
    yield page.blank()
    if answer.compares:
        yield from _compared(answer, page)
        return
    yield _stages(answer, route, page)
    yield page.blank()
    yield from _tasks(answer, route, page)
    yield from _gates(answer, route, page)
    yield from _levers(answer, page)
    yield from _others(answer, page)
    for said in answer.advice:
        yield page.line(("Advice  ", "quiet"), said.text, (f"  {said.advice.id}", "quiet"))
    yield from _saved(answer, page)


def _headline(answer: PlanAnswer, route: RouteForecast, page: "Page") -> Iterator[Any]:
    today, finish, study = answer.today, route.finish, route.study
    kept = f"; {about(study.kept, today)} if you keep {number(answer.pace.promised)} h every week"
    path = f" {page.glyph('arrow')} ".join(answer.name_of(link.id) for link in route.critical_path)
    yield page.facts(
        [
            ("In the role", [(about_range(finish.p50, finish.p80, today), "strong"), _late(finish, today)]),
            ("Study done", [(about_range(study.p50, study.p80, today), "strong"), kept]),
            ("Left", f"{plural(_open(route), 'exercise')}, {hours(route.hours_left)}"),
            ("Rests on", _basis(answer)),
            ("Sets the date", _driver(answer, route)),
            ("Critical path", path if len(route.critical_path) > 1 else ""),
        ],
        indent=0,
    )
    if is_weak(route):
        sharpen = "more weeks in the log" if answer.pace.weeks_seen else "a few weeks in the log"
        yield page.line(
            (
                f"A weak estimate: its P80 is over twice as far off as its P50. {sharpen} will sharpen it.".replace(
                    ". a", ". A"
                ).replace(". m", ". M"),
                "quiet",
            )
        )


def _late(finish: Dates, today: date) -> str:
    if finish.reason and finish.p95 is None:
        return f" (P50 to P80), {finish.reason} in one case of twenty"
    return f" (P50 to P80), by {about(finish.p95, today)} in 19 cases of 20"


def _open(route: RouteForecast) -> int:
    return sum(task.is_todo for stage in route.stages for task in stage.tasks)


def _basis(answer: PlanAnswer) -> str:
    pace = answer.pace
    seen = plural(pace.weeks_seen, "week")
    if pace.basis == "history":
        held = f"; {answer.track.held} of {answer.track.due} of your P80 dates held" if answer.track else ""
        return f"your own {seen}: {number(pace.hours_per_week)} credited h a week{held}"
    promised = f"the promise of {number(pace.promised)} h a week, and what people keep of one"
    return promised if not pace.weeks_seen else f"{promised}; your own {seen} begin to count"


def _driver(answer: PlanAnswer, route: RouteForecast) -> str:
    words = answer.name_of(route.driver)
    idle = idle_hours(route, answer.planner.forecaster)
    if not idle:
        return words
    promised = number(answer.pace.promised)
    return f"{words}; {number(idle, 0)} of your {promised} h a week are idle, more study will not move it"


def _by(answer: PlanAnswer, page: "Page") -> Iterator[Any]:
    if answer.by is None:
        return
    by = answer.by
    yield page.blank()
    yield page.heading(f"By {day(by.day)}")
    needed = (
        "no number of study hours makes it likely"
        if by.pace_needed is None
        else f"as likely as not with {number(by.pace_needed)} h a week"
    )
    studied = (
        "out of reach"
        if by.study_pace_needed is None
        else f"as likely as not with {number(by.study_pace_needed)} h a week"
    )
    yield page.facts(
        [
            ("In the role", f"{_chance(by.chance)}; {needed}"),
            ("Study done", f"{_chance(by.study_chance)}; {studied}"),
            ("", f"People who stop are counted; for those who keep going it is {_chance(by.chance_going)}."),
        ],
        indent=0,
    )


def _chance(chance: float) -> str:
    return (
        f"> {share(MOST_CERTAIN)}"
        if chance > MOST_CERTAIN
        else f"< {share(1 - MOST_CERTAIN)}"
        if chance < 1 - MOST_CERTAIN
        else share(chance)
    )


def _why(answer: PlanAnswer, page: "Page") -> Iterator[Any]:
    if answer.drift is None:
        if answer.shows_why:
            yield page.blank()
            yield page.line("There is no baseline for this target yet. Keep one: ", ("pmcareer plan --save", "item"))
        return
    drift = answer.drift
    yield page.blank()
    yield page.line(("Since ", "quiet"), day(drift.baseline.on), ": ", _moved(drift.moved_days))
    if answer.shows_why and drift.moved_days is not None:
        yield page.bullets(
            [
                f"{_signed(cause.days)}: {CAUSE_WORDS[cause.cause]} ({cause.cause})"
                for cause in drift.because
                if cause.days
            ]
        )


def _moved(days: int | None) -> str:
    if days is None:
        return "one of the two dates lies beyond twenty years."
    return f"the date moved {span(days)} {'later' if days > 0 else 'earlier'}." if days else "the date has not moved."


def _signed(days: int) -> str:
    return f"{'+' if days > 0 else '-'}{plural(abs(days), 'day')}"


def _compared(answer: PlanAnswer, page: "Page") -> Iterator[Any]:
    columns = (
        page.column("", key=True),
        page.column("Route", wraps=True, key=True),
        page.column("In the role"),
        page.column("open", right=True),
        page.column("h left", right=True),
        page.column("Gates ahead", wraps=True),
    )
    yield page.table(
        columns, [_route_row(answer, number_, route) for number_, route in enumerate(answer.planner.forecasts, 1)]
    )
    yield page.blank()
    yield page.line("One of them in full: ", ("pmcareer plan --route 2", "item"))


def _route_row(answer: PlanAnswer, place: int, route: RouteForecast) -> tuple[Any, ...]:
    ahead = [gate_words(gate.gate) for step in route.steps for gate in step.gates if gate.standing.missing]
    dates = about_range(route.finish.p50, route.finish.p80, answer.today)
    return (
        str(place),
        answer.way_of(route.route),
        dates,
        str(_open(route)),
        number(route.hours_left),
        "; ".join(ahead) or "none",
    )


def _stages(answer: PlanAnswer, route: RouteForecast, page: "Page") -> Any:
    columns = (
        page.column("Stage", key=True, wraps=True),
        page.column("In it by"),
        page.column("open", right=True),
        page.column("done", right=True),
        page.column("h left", right=True),
    )
    return page.table(columns, [_stage(answer, step) for step in route.steps])


def _stage(answer: PlanAnswer, step: Step) -> tuple[Any, ...]:
    by = about_range(step.finish.p50, step.finish.p80, answer.today)
    if step.detour:
        return (f"  over by then: {answer.title_of(step.role)}", by, "", "", "")
    todo = sum(task.is_todo for task in step.tasks)
    done = sum(task.state == "finished" for task in step.tasks)
    left = sum(task.hours_left for task in step.tasks)
    return ((answer.title_of(step.role), "strong"), by, str(todo), str(done), number(left))


def _tasks(answer: PlanAnswer, route: RouteForecast, page: "Page") -> Iterator[Any]:
    columns = (
        page.column("", "item", key=True),
        page.column("Exercise", wraps=True, key=True),
        page.column("h", right=True),
        page.column("slack", right=True),
        page.column("state"),
    )
    if answer.shows_all:
        for step in route.steps:
            if step.tasks:
                yield page.heading(answer.title_of(step.role))
                yield page.table(columns, [_task(step, task, page) for task in step.tasks])
                yield page.blank()
        return
    ahead = [(step, task) for step in route.steps for task in step.tasks if task.state in ("open", "started")]
    if ahead:
        more = f"{SHOWN_TASKS} of {len(ahead)}; all: --all" if len(ahead) > SHOWN_TASKS else ""
        yield page.heading("First up", more)
        yield page.table(columns, [_task(step, task, page) for step, task in ahead[:SHOWN_TASKS]])
        yield page.blank()


def _task(step: Step, task: Task, page: "Page") -> tuple[Any, ...]:
    slack = step.slack_days.get(task.exercise.id)
    left = task.hours_left if task.is_todo else task.exercise.mean_hours
    days = "" if slack is None or not task.is_todo else ("none" if not slack else span(slack))
    return (task.exercise.id, task.exercise.title, number(left), days, page.state(task.state))


def _gates(answer: PlanAnswer, route: RouteForecast, page: "Page") -> Iterator[Any]:
    gates = [gate for step in route.steps for gate in step.gates]
    if gates:
        yield page.heading("Gates", "what study hours can't buy")
        yield page.bullets([gate_line(gate, answer.today) for gate in gates])
        yield page.blank()


def _levers(answer: PlanAnswer, page: "Page") -> Iterator[Any]:
    if not answer.levers:
        return
    yield page.heading("What would move the date most")
    yield page.bullets([f"{_lever(answer, lever)}: {span(lever.days)} earlier" for lever in answer.levers])
    yield page.blank()


def _lever(answer: PlanAnswer, lever: Lever) -> str:
    if lever.kind == "hours":
        return "two more hours a week"
    name = answer.name_of(lever.id)
    return f"{name}, as short as they can be" if lever.kind == "move" else f"{name}, on record already"


def _others(answer: PlanAnswer, page: "Page") -> Iterator[Any]:
    others: Sequence[tuple[int, RouteForecast]] = [
        (place, route) for place, route in enumerate(answer.planner.forecasts, 1) if route is not answer.chosen
    ]
    if others and not answer.shows_all:
        yield page.heading("Other routes", "--route 2, --compare")
        yield page.bullets(
            [
                f"{place}. {about_range(route.finish.p50, route.finish.p80, answer.today)}, {answer.way_of(route.route)}"
                for place, route in others
            ]
        )
        yield page.blank()


def _saved(answer: PlanAnswer, page: "Page") -> Iterator[Any]:
    if answer.saved is None:
        return
    if answer.saved.is_first:
        yield page.line("You have a plan, and few people make one: well done.")
    yield page.line(
        (
            f"Kept as the baseline in {clean(answer.saved.logbook)} as {answer.saved.entry.id}. What moved it later: pmcareer plan --why",
            "quiet",
        )
    )


def as_dict(answer: PlanAnswer) -> dict[str, Any]:
    """Give the keys of the contract."""
    forecasts = answer.planner.forecasts
    return {
        "target": answer.planner.target.id,
        "from": answer.planner.person.stands_at,
        "pace": pace_keys(answer.pace),
        "routes": [route_keys(route, recommended=route is forecasts[0]) for route in forecasts],
        "chosen": answer.chosen.route.id,
        "by": by_keys(answer.by),
        "baseline": drift_keys(answer.drift),
        "levers": lever_keys(answer.levers),
        "track_record": track_keys(answer.track),
        "advice": advice_keys(answer.advice),
        "entry": answer.saved.entry.as_row() if answer.saved else None,
    }
