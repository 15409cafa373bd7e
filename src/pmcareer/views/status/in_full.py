"""Where one stands with every figure, for `status --detail`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pmcareer.domain.forecast.basis import PaceBasis
from pmcareer.domain.person.rhythm import Streak
from pmcareer.domain.plan.milestones import Milestone, Promise, Short
from pmcareer.views.parts.advice import advice_rows
from pmcareer.views.parts.dates import about, at_first, likely, so_far, which
from pmcareer.views.parts.earned import earned_in_short, track_words
from pmcareer.views.parts.gates import gate_line
from pmcareer.views.parts.mentor import mentor_words
from pmcareer.views.parts.steps import first_awaited
from pmcareer.views.parts.text import hours, if_said, number, plural, share, spaced
from pmcareer.views.status.answer import StatusAnswer
from pmcareer.views.status.burn_up import render_burn_up
from pmcareer.views.status.head import when_to_apply
from pmcareer.views.status.heat import heat_heading, heat_lines

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page

Facts = Iterator[tuple[str, Any]]
SKILLS_SHOWN = 5
SHORT_BAR = 10
# Columns of the longest name of a fact.
LABEL = 11
FOUR_WEEKS = 28
NOT_YET_OWN = {"profile": "as promised", "default": "taken for granted"}
BURN_UP_COLUMNS, BURN_UP_ROWS = 76, 8
# Steps, ratings and practices of long ago may be in the logbook all the same.
NOT_BEGUN = "No exercise or study logged yet."


def render_in_full(answer: StatusAnswer, page: "Page") -> "Blocks":
    """Draw the way ahead, the weeks behind, what is short, and what comes next."""
    yield from page.apart(
        _target(answer, page),
        _heat(answer, page),
        _burn_up(answer, page),
        _facts(_habits(answer, page), page),
        _skills(answer, page),
        _facts(_ahead(answer), page),
    )


def _facts(facts: Facts, page: "Page") -> "Blocks":
    """Draw facts so that all blocks of the screen share one column."""
    width = 0 if page.narrow else LABEL
    padded = [(f"{name:<{width}}", value) for name, value in facts]
    if padded:
        yield page.facts(padded, indent=0)


def _target(answer: StatusAnswer, page: "Page") -> "Blocks":
    yield page.heading(answer.target.title, _note(answer))
    yield from _facts(_way(answer, page), page)


def _note(answer: StatusAnswer) -> str:
    if answer.source is answer.target:
        return ""
    return "your target"


def _way(answer: StatusAnswer, page: "Page") -> Facts:
    """Say how much is done, by when the rest will be, and how fast one goes."""
    yield from _from(answer)
    yield from _done(answer, page)
    yield from _dates(answer)
    yield from _effort(answer, page)


def _from(answer: StatusAnswer) -> Facts:
    if answer.source:
        yield "From", answer.source.title


def _done(answer: StatusAnswer, page: "Page") -> Facts:
    """Say how much of the exercises is done; nothing where there are none to do."""
    if not answer.tasks:
        return
    route = answer.route
    left = "nothing left to study"
    if route.hours_left:
        left = f"{number(route.hours_left, 0)} h left"
    done = f"{answer.done} of {plural(len(answer.tasks), 'exercise')}"
    yield "Done", [page.bar(answer.share_done), f"{_gap(page)}{done}, {left}"]


def _dates(answer: StatusAnswer) -> Facts:
    route, today = answer.route, answer.today
    if route.finish.is_shut:
        yield "In the role", f"no day: {route.finish.reason}"
        return
    if route.finish.is_undated:
        yield "In the role", route.finish.reason
        return
    if route.hours_left and not answer.pace.weeks_seen:
        promised = answer.pace.promised
        yield "In the role", at_first(route.finish, promised, today, there="in it")
        yield "Study done", at_first(route.study, promised, today, there="done")
        return
    sure = if_said("  {}", which(route.finish, today))
    in_role = [(likely(route.finish, today), "strong"), (sure, "quiet")]
    yield "In the role", so_far(route.finish, answer.pace, today) or in_role
    if route.hours_left:
        both = so_far(route.study, answer.pace, today)
        yield "Study done", both or likely(route.study, today)


def _gap(page: "Page") -> str:
    """Part a bar from its figures; --plain has a percentage there."""
    if page.plain:
        return ", "
    return " "


def _effort(answer: StatusAnswer, page: "Page") -> Facts:
    """Say how fast one goes, how that compares with the promise, and how many weeks were kept."""
    if answer.route.hours_left:
        yield "Pace", _pace(answer.pace)
    if answer.pace.bias_from:
        yield "Estimates", _estimates(answer.pace)
    promise = answer.promise
    if promise and promise.strength is not None:
        yield "Promise", [page.bar(promise.strength), f"{_gap(page)}{_promise(promise)}"]
    yield "Earned", earned_in_short(answer.earned)
    yield "Forecasts", track_words(answer.track)
    if answer.streak.weeks and answer.shows("streak"):
        yield "Weeks", _streak(answer.streak)


def _pace(pace: PaceBasis) -> str:
    promised = hours(pace.promised)
    if pace.basis == "history":
        return f"{_own_pace(pace)}; {promised} promised"
    return f"{promised} a week, {NOT_YET_OWN[pace.basis]}"


def _estimates(pace: PaceBasis) -> str:
    hold = "hold so far"
    if not pace.estimates_hold:
        hold = f"multiplied by {number(pace.bias)}"
    return f"{hold}, from what {plural(pace.bias_from, 'exercise')} took"


def _own_pace(pace: PaceBasis) -> str:
    seen = plural(pace.weeks_seen, "week")
    return f"{number(pace.hours_per_week)} credited h a week, as in your {seen}"


def _promise(promise: Promise) -> str:
    kept = f"{number(promise.spent_hours)} of {hours(promise.promised_hours)}"
    return f"{kept} promised in {_length(promise.days)}"


def _length(days: int) -> str:
    if days == FOUR_WEEKS:
        return "four weeks"
    return plural(days, "day")


def _streak(streak: Streak) -> str:
    weeks, days = plural(streak.weeks, "week"), plural(streak.days_this_week, "day")
    return f"{weeks} kept in a row; {days} this week"


def _heat(answer: StatusAnswer, page: "Page") -> "Blocks":
    if not answer.is_begun:
        # The title would take another line of a first screen; `next` has it.
        first = f"{answer.first.id}, " if answer.first else ""
        yield page.line(f"{NOT_BEGUN} Do first: {first}", ("pmcareer next", "item"))
    if answer.has_entries and answer.shows("heat-map"):
        yield heat_heading(answer.days, page)
        yield from heat_lines(answer.days, page)


def _burn_up(answer: StatusAnswer, page: "Page") -> "Blocks":
    if answer.earned:
        part = page.of_width(min(page.width, BURN_UP_COLUMNS))
        yield from render_burn_up(answer.earned, answer.today, part, BURN_UP_ROWS)


def _habits(answer: StatusAnswer, page: "Page") -> Facts:
    # Before the first entry habits and balance would be rows of noughts.
    if not answer.is_begun:
        return
    if answer.shows("balance"):
        yield from _balance(answer)
    if answer.shows("practice"):
        yield from _practices(answer, page)


def _balance(answer: StatusAnswer) -> Facts:
    if any(answer.balance.values()):
        shares = [f"{spaced(side)} {share(part)}" for side, part in answer.balance.items()]
        yield "Balance", ", ".join(shares)
        if answer.short:
            yield "Neglected", _neglected(answer.short)


def _neglected(short: Short) -> str:
    planned = f"{share(short.plan_share)} of your plan"
    return f"{spaced(short.side)}: {planned}, {share(short.share)} of your hours"


def _practices(answer: StatusAnswer, page: "Page") -> Facts:
    name = "Practice"
    for kept in answer.practices:
        # What was only proposed is no promise that was broken.
        if not (kept.kept or answer.practices_chosen):
            continue
        bar = [] if page.plain else [page.bar(kept.kept / kept.of, SHORT_BAR), " "]
        words = f"{kept.kept} of {kept.of}  {kept.practice.title} "
        yield name, [*bar, words, (kept.practice.id, "item")]
        # On a narrow page a row has to say itself what it is.
        if not page.narrow:
            name = ""


def _skills(answer: StatusAnswer, page: "Page") -> "Blocks":
    """Draw the skills that are below what the target needs, those with most hours left first."""
    below = sorted(_too_low(answer), key=lambda name: -answer.hours_left(name))
    shown, more = below[:SKILLS_SHOWN], below[SKILLS_SHOWN:]
    if below:
        needed = len(answer.target.needs)
        yield page.heading("Skills", f"{needed - len(below)} of {needed} at the level needed")
        facts = [(answer.skills[name].title, _below(answer, name)) for name in shown]
        yield page.facts(facts, indent=0)
    if more:
        yield page.quiet(f"and {len(more)} more: pmcareer gap")


def _too_low(answer: StatusAnswer) -> Iterator[str]:
    for name in answer.target.needs:
        if name in answer.skills and answer.lacks(name):
            yield name


def _below(answer: StatusAnswer, skill: str) -> str:
    level = f"level {answer.levels[skill].level} of {answer.target.needs[skill]}"
    left = answer.hours_left(skill)
    if left:
        return f"{level}, {hours(left)} left"
    return level


def _ahead(answer: StatusAnswer) -> Facts:
    """Say what to do first, who owes an answer, what is next, and one piece of advice."""
    if answer.first and answer.is_begun:
        yield "Do first", f"{answer.first.title} ({answer.first.id})"
    if answer.awaited:
        yield "Awaited", first_awaited(answer.awaited, answer.titles, answer.today)
    if answer.mentor:
        yield "Mentor", mentor_words(answer.mentor, answer.today)
    if answer.next_gate:
        yield "Next gate", gate_line(answer.next_gate, answer.today)
    milestone = answer.milestone
    # The target itself stands in the heading, with its dates below.
    if milestone and milestone.id != answer.target.id:
        yield "Milestone", _milestone(milestone, answer)
    if said := answer.said:
        yield from advice_rows(said)


def _milestone(milestone: Milestone, answer: StatusAnswer) -> str:
    words = milestone.title
    if milestone.kind == "certificate":
        words = f"Apply for {words}"
    words += f", {about(milestone.day, answer.today, by_others=milestone.by_others)}"
    if milestone.hours_left:
        words += f"; {hours(round(milestone.hours_left))} to go{when_to_apply(milestone)}"
    return words
