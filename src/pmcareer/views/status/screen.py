"""Where one stands, on one screen."""

from typing import TYPE_CHECKING, Any

from pmcareer.domain.forecast.basis import PaceBasis
from pmcareer.domain.person.rhythm import Streak
from pmcareer.domain.plan.milestones import Milestone, Promise, Short, next_gate
from pmcareer.views.parts.dates import about, likely
from pmcareer.views.parts.gates import gate_line
from pmcareer.views.parts.text import hours, number, plural, share, spaced
from pmcareer.views.status.answer import StatusAnswer
from pmcareer.views.status.heat import heat_heading, heat_lines
from pmcareer.views.status.keys import as_dict

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page, Stack

__all__ = ["as_dict", "render"]

Facts = list[tuple[str, Any]]
SKILLS_SHOWN = 5
SHORT_BAR = 10
# Columns of the longest name of a fact.
LABEL = 11
FOUR_WEEKS = 28


def render(answer: StatusAnswer, page: "Page") -> "Blocks":
    """Draw the way ahead, the weeks behind, what is short, and what comes next."""
    is_begun = answer.has_entries or answer.done > 0
    note = "" if answer.source.id == answer.target.id else "your target"
    yield page.heading(answer.target.title, note)
    start = ("From", answer.source.title)
    yield _facts([start, *_way(answer, page), *_effort(answer, page)], page)
    if not is_begun:
        yield page.blank()
        yield page.line("Nothing is logged yet. The first step: ", ("pmcareer next", "item"))
    if answer.has_entries and answer.shows("heat-map"):
        yield page.blank()
        yield heat_heading(answer.days, page)
        yield from heat_lines(answer.days, page)
    # Before the first entry habits and balance would be rows of noughts.
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
    route, today = answer.route, answer.today
    in_role = likely(route.finish, today)
    left = studied = ""
    share_done = 1.0
    if route.hours_left:
        left = f"{number(route.hours_left, 0)} h left"
        studied = likely(route.study, today)
        share_done = route.hours_done / (route.hours_done + route.hours_left)
    done = f"{answer.done} of {plural(len(answer.tasks), 'exercise')}"
    said = f"{_gap(page)}{done}, {left or 'nothing left to study'}"
    return [
        ("Done", [page.bar(share_done), said]),
        ("In the role", [(in_role, "strong"), ("  P50 to P80", "quiet")]),
        ("Study done", studied),
    ]


def _gap(page: "Page") -> str:
    """Part a bar from its figures; --plain has a percentage there."""
    if page.plain:
        return ", "
    return " "


def _effort(answer: StatusAnswer, page: "Page") -> Facts:
    """Say how fast one goes, how that compares with the promise, and how many weeks were kept."""
    facts: Facts = [("Pace", _pace(answer.pace))]
    promise, streak = answer.promise, answer.streak
    if promise and promise.strength is not None:
        bar = page.bar(promise.strength)
        facts.append(("Promise", [bar, f"{_gap(page)}{_promise(promise)}"]))
    if streak.weeks and answer.shows("streak"):
        facts.append(("Weeks", _streak(streak)))
    return facts


def _pace(pace: PaceBasis) -> str:
    promised = f"{number(pace.promised)} h"
    if pace.basis != "history":
        return f"{promised} a week, as promised"
    seen = plural(pace.weeks_seen, "week")
    own = f"{number(pace.hours_per_week)} credited h a week, as in your {seen}"
    return f"{own}; {promised} promised"


def _promise(promise: Promise) -> str:
    kept = f"{number(promise.credited_hours)} of {number(promise.promised_hours)} h"
    days = "four weeks" if promise.days == FOUR_WEEKS else plural(promise.days, "day")
    return f"{kept} promised in {days}"


def _streak(streak: Streak) -> str:
    weeks, days = plural(streak.weeks, "week"), plural(streak.days_this_week, "day")
    return f"{weeks} kept in a row; {days} this week"


def _balance(answer: StatusAnswer) -> Facts:
    if not answer.shows("balance") or not any(answer.balance.values()):
        return []
    shares = [f"{spaced(side)} {share(part)}" for side, part in answer.balance.items()]
    facts: Facts = [("Balance", ", ".join(shares))]
    if answer.short:
        facts.append(("Neglected", _neglected(answer.short)))
    return facts


def _neglected(short: Short) -> str:
    planned, spent = share(short.plan_share), share(short.share)
    return f"{spaced(short.side)}: {planned} of your plan, {spent} of your hours"


def _practices(answer: StatusAnswer, page: "Page") -> Facts:
    if not answer.shows("practice"):
        return []
    facts: Facts = []
    for kept in answer.practices:
        name = "" if facts and not page.narrow else "Practice"
        words = f"{kept.kept} of {kept.of}  {kept.practice.title} "
        pieces: list[Any] = [words, (kept.practice.id, "item")]
        if not page.plain:
            pieces = [page.bar(kept.kept / kept.of, SHORT_BAR), " ", *pieces]
        facts.append((name, pieces))
    return facts


def _skills(answer: StatusAnswer, page: "Page") -> "Blocks":
    """Draw the skills that are below what the target needs, those with most hours left first."""
    needs = answer.target.needs
    below = [
        name
        for name, level in needs.items()
        if name in answer.skills and answer.levels[name].level < level
    ]
    if not below:
        return
    below.sort(key=lambda name: -answer.hours_left(name))
    shown, more = below[:SKILLS_SHOWN], len(below) - SKILLS_SHOWN
    reached = f"{len(needs) - len(below)} of {len(needs)} at the level needed"
    yield page.blank()
    yield page.heading("Skills", reached)
    facts = [(answer.skills[name].title, _below(answer, name)) for name in shown]
    yield page.facts(facts, indent=0)
    if more > 0:
        yield page.quiet(f"and {more} more: pmcareer gap")


def _below(answer: StatusAnswer, skill: str) -> str:
    level = f"level {answer.levels[skill].level} of {answer.target.needs[skill]}"
    left = answer.hours_left(skill)
    if left:
        return f"{level}, {hours(left)} left"
    return level


def _ahead(answer: StatusAnswer) -> Facts:
    """Say what opens next, what is reached next, and one piece of advice."""
    facts: Facts = []
    gate = next_gate(answer.route.gates)
    if gate:
        facts.append(("Next gate", gate_line(gate, answer.today)))
    milestone = answer.milestone
    # The target itself stands in the heading, with its dates below.
    if milestone and milestone.id != answer.target.id:
        facts.append(("Milestone", _milestone(milestone, answer)))
    for said in answer.advice[:1]:
        facts.append(("Advice", [said.text, (f"  {said.advice.id}", "quiet")]))
    return facts


def _milestone(milestone: Milestone, answer: StatusAnswer) -> str:
    verb = " opens" if milestone.kind == "certificate" else ""
    words = f"{milestone.title}{verb}, {about(milestone.day, answer.today)}"
    if not milestone.hours_left:
        return words
    return f"{words}; {hours(round(milestone.hours_left))} to go"
