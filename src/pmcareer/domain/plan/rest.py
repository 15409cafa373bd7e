"""What is left once there is nothing to study: who decides it, and what is logged when they do."""

from collections.abc import Iterator
from datetime import date, timedelta

from pmcareer.domain.curriculum.gate import ClosedGate, ConfirmedGate, Gate, ServicesGate
from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.curriculum.steps import SEARCH
from pmcareer.domain.ground.calendar import day_in_words
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.plan.planned import Planned
from pmcareer.domain.roadmap.routes import Leg


@frozen
class Pending:
    """What others have still to say, where no step of the curriculum asks them."""

    thing: str
    """A gate's id, or the word of the search."""
    text: str
    command: str
    """What is typed once they have said it."""
    since: date | None = None
    """The day on which it began, where that is on record."""


def done_words(planned: Planned, target: Role) -> str:
    """Say what is there already, of a role in which nothing is left to study."""
    if any(stage.tasks for stage in planned.stages):
        return f"All exercises for {target.title} are done"
    if target.needs:
        return (
            f"Every level that {target.title} asks for is there: nothing is left to rate or to show"
        )
    return f"{target.title} asks for no exercises and no levels"


def rest_words(planned: Planned) -> str:
    """Say who or what decides the rest: "; months and other people decide the rest"."""
    legs = planned.route.legs
    who = ["months"] * any(map(_asks_for_months, legs))
    who += ["other people"] * any(map(_asks_others, legs))
    return f"; {' and '.join(who)} decide the rest" if who else ""


def _asks_for_months(leg: Leg) -> bool:
    return bool(leg.lacking or leg.detours) or not is_served(leg)


def _asks_others(leg: Leg) -> bool:
    return leg.is_for_others or bool(leg.left_open)


def pending_in(planned: Planned) -> Iterator[Pending]:
    """List what is awaited from others on the way to the next role, and asked for by no step."""
    leg = planned.route.legs[0]
    asked: set[str] = set()
    for action in planned.actions[0]:
        asked.update(action.serves)
    for status in leg.gates:
        command = _confirmed_with(status.gate)
        if status.missing and command and status.gate.id not in asked:
            text = f"You wait for others: {status.words}. Once it is so: {command}"
            yield Pending(thing=status.gate.id, text=text, command=command)
    if SEARCH not in asked and _is_search_left(leg):
        yield _search(leg, planned.asker.person.today)


def _is_search_left(leg: Leg) -> bool:
    return bool(leg.search[2]) and not leg.lacking and is_served(leg)


def _confirmed_with(gate: Gate) -> str:
    """Write what is typed once others have opened a gate; "" for what time alone opens."""
    if isinstance(gate, ConfirmedGate):
        return f"pmcareer log {gate.id} --with NAME"
    if isinstance(gate, ClosedGate):
        return "pmcareer project TITLE --outcome TEXT"
    if isinstance(gate, ServicesGate):
        return f"pmcareer assess {gate.of[0]} {gate.level} --by manager"
    return ""


def _search(leg: Leg, today: date) -> Pending:
    low, likely, high = leg.search
    title, months = leg.target.title, f"it takes {low:g} to {high:g} months, likely {likely:g}"
    if leg.searched_days is None:
        command = "pmcareer profile --looking"
        text = f"What is left is to look for a post as {title}; {months}. Looking? {command}"
        return Pending(thing=SEARCH, text=text, command=command)
    since = today - timedelta(days=leg.searched_days)
    command = f"pmcareer profile --role {leg.target.id} --since DATE"
    begun = day_in_words(since, today)
    text = f"The search for a post as {title} is on since {begun}; {months}. Got it? {command}"
    return Pending(thing=SEARCH, text=text, command=command, since=since)


def is_served(leg: Leg) -> bool:
    """Tell whether as many months are on record as a move takes as a rule."""
    return leg.served_months >= leg.months[1]


def months_words(planned: Planned) -> str:
    """Say how many months of the next move are on record; "" where they all are."""
    leg = planned.route.legs[0]
    if is_served(leg):
        return ""
    have, title = round(leg.served_months, 1), leg.source.title
    text = f"Of some {leg.months[1]:g} months as {title} {have:g} are on record."
    if planned.asker.person.role is None:
        text += f" Since when? pmcareer profile --role {leg.source.id} --since DATE"
    return text
