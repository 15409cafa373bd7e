"""What is said when nothing can be done today, and the question from the likely day on."""

from collections.abc import Iterator
from datetime import date

from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.ground.calendar import DAYS_PER_MONTH
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.steps import awaited_of, step_log
from pmcareer.domain.plan.planned import Planned
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.plan.today import reason_for_nothing

NEXT_ROLES = 3
"""So many roles are named to whom has reached theirs."""


@frozen
class Arrival:
    """A role that one is likely to be in by now, and is asked about."""

    role: Role
    since: date
    """The day that is proposed."""

    @property
    def text(self) -> str:
        """Ask, and say what to type."""
        command = f"pmcareer profile --role {self.role.id} --since {self.since}"
        return f"Are you in the role by now, {self.role.title}? Then say so: {command}"


def why_nothing(planner: Planner) -> str:
    """Say what is awaited, from whom and until when, where there is nothing to do today."""
    return " ".join((reason_for_nothing(planner), *_waits(planner), *_further(planner)))


def _waits(planner: Planner) -> Iterator[str]:
    person = planner.person
    titles = {step.id: step.title for step in person.curriculum.steps}
    for awaited in awaited_of(person):
        whom = awaited.whom or "an answer"
        yield (
            f"You wait for {whom} since {awaited.since} ({titles[awaited.step]}): "
            f"ask again on {awaited.ask_again_on}."
        )
    back = _first_back(planner.for_today)
    if back:
        yield f"On {back[0]} comes: {back[1]}."


def _first_back(planned: Planned) -> tuple[date, str] | None:
    """Find the step that is put off, or done for now, and comes back first."""
    person = planned.asker.person
    days = []
    for action in planned.actions[0]:
        log = step_log(person, action.step)
        day = log.put_off_until or log.opens_again_on
        if day and day > person.today:
            days.append((day, action.step.title))
    return min(days, default=None)


def _further(planner: Planner) -> Iterator[str]:
    """Ask whom holds the target where to next, with the roles that moves lead to."""
    curriculum, target = planner.person.curriculum, planner.target.id
    if planner.person.role == target:
        ahead = [move.target for move in curriculum.moves if move.source == target]
        roles = [name for name in ahead if not curriculum.role[name].detour][:NEXT_ROLES]
        if roles:
            yield f"Where to next? pmcareer profile --target {' or '.join(roles)}"


def arrival_of(planner: Planner) -> Arrival | None:
    """Ask whether one is in the next role, from the likely day on; None before that day.

    All is studied, every month is served, no gate is left, and one has looked for as long as a
    search takes as a rule.
    """
    planned = planner.for_today
    stage, today = planned.stages[0], planner.person.today
    leg = stage.leg
    if leg.target is leg.source or stage.todo or not _has_served(planned):
        return None
    if not (stage.tasks or leg.gates or leg.move):
        # Nothing is asked for, so nothing shows that it is time.
        return None
    # A search of four months as a rule, begun on 1 March: asked from 1 July on.
    if leg.search[2] and (leg.searched_days or 0) < leg.search[1] * DAYS_PER_MONTH:
        return None
    return Arrival(role=leg.target, since=today)


def _has_served(planned: Planned) -> bool:
    leg = planned.route.legs[0]
    return leg.is_met and leg.served_months >= leg.months[1]
