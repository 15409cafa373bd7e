"""What is said when nothing can be done today, and the question from the likely day on."""

from collections.abc import Iterator
from datetime import date

from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.ground.calendar import DAYS_PER_MONTH, day_in_words, on_day_in_words
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.short_levels import short_levels
from pmcareer.domain.person.steps import awaited_of, step_log, steps_logged
from pmcareer.domain.plan.planned import Planned
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.plan.rest import Pending, is_served, months_words, pending_in
from pmcareer.domain.plan.today import reason_for_nothing
from pmcareer.domain.roadmap.routes import Leg
from pmcareer.domain.roadmap.stages import Stage, todo_in

NEXT_ROLES = 3
"""So many roles are named to whom has reached theirs."""


@frozen
class Arrival:
    """A role that one is likely to be in by now, or that is agreed, and is asked about."""

    role: Role
    since: date
    """The day that is proposed."""
    is_agreed: bool = False
    """All is agreed that it takes, and nobody said that it began."""
    detour: Role | None = None
    """The post from which one may come back to the role."""

    @property
    def text(self) -> str:
        """Ask, and say what to type."""
        if self.detour:
            return f"{self._served}. Are you back as {self.role.title}? {self._command}"
        if self.is_agreed:
            return f"Has it begun, {self.role.title}? Then say so: {self._command}"
        return f"Are you in the role by now, {self.role.title}? Then say so: {self._command}"

    @property
    def slides(self) -> str:
        """Say why the date may be later each month, and what to type once it is not."""
        if self.detour:
            return f"{self._served}. Back? {self._command}"
        if self.is_agreed:
            agreed = f"{self.role.title} is agreed: each month until it begins is a month later"
            return f"{agreed}. Begun? {self._command}"
        return f"Are you {self.role.title} by now? Until you say so its day stays ahead: " + (
            self._command
        )

    @property
    def _served(self) -> str:
        title = self.detour.title if self.detour else ""
        return f"The months that {title} was for are served, and you may return"

    @property
    def _command(self) -> str:
        return f"pmcareer profile --role {self.role.id} --since {self.since}"


def why_nothing(planner: Planner) -> str:
    """Say what is awaited, from whom and until when, where there is nothing to do today."""
    parts = [reason_for_nothing(planner), *_waits(planner), *_of_others(planner)]
    return " ".join((*parts, *_further(planner)))


def pending_of(planner: Planner) -> tuple[Pending, ...]:
    """List what others have still to say, once there is nothing left to study."""
    return tuple(pending_in(planner.for_today) if _is_studied(planner) else ())


def _of_others(planner: Planner) -> Iterator[str]:
    """Say from whom what is awaited, and how many months of a move are still to be served."""
    if _is_studied(planner):
        yield from filter(None, [months_words(planner.for_today)])
    for pending in pending_of(planner):
        yield pending.text


def _is_studied(planner: Planner) -> bool:
    """Tell whether nothing is left to study on a way that leads anywhere."""
    planned = planner.for_today
    return not todo_in(planned.stages) and _leads_on(planned.route.legs[0])


def _leads_on(leg: Leg) -> bool:
    """Tell whether a leg leads anywhere: whoever holds the target has nowhere to go."""
    return leg.target is not leg.source or leg.is_from_nowhere


def _waits(planner: Planner) -> Iterator[str]:
    person = planner.person
    titles, today = {step.id: step.title for step in person.curriculum.steps}, person.today
    for awaited in awaited_of(person):
        whom, since = awaited.whom or "an answer", day_in_words(awaited.since, today)
        yield (
            f"You wait for {whom} since {since} ({titles[awaited.step]}): "
            f"ask again {on_day_in_words(awaited.ask_again_on, today)}."
        )
    back = _first_back(planner.for_today)
    if back:
        when = on_day_in_words(back[0], today)
        yield f"{when[0].upper()}{when[1:]} comes: {back[1]}."


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
            titles = " or ".join(curriculum.role[name].title for name in roles)
            look = f"pmcareer plan --target {roles[0]}"
            aim = f"pmcareer profile --target {' or '.join(roles)}"
            yield f"Where to next? {titles}: look at the way with {look}, choose it with {aim}"


def asked_of(planner: Planner) -> Arrival | None:
    """Ask about what has likely begun: the role, else what is agreed on the way to it."""
    return return_of(planner) or arrival_of(planner) or agreed_of(planner)


def return_of(planner: Planner) -> Arrival | None:
    """Ask whether one is back from a detour that has given what it was for; None before that."""
    if planner.person.detour is None:
        return None
    leg = planner.for_today.route.legs[0]
    for detour in leg.detours:
        if detour.may_end:
            return Arrival(role=leg.source, since=planner.person.today, detour=detour.role)
    return None


def agreed_of(planner: Planner) -> Arrival | None:
    """Ask whether a detour, or the move, has begun for which all is agreed; None where none is.

    Its steps are done, and somebody who was asked has answered; of the move for a month, since
    others may yet decide otherwise.
    """
    planned = planner.for_today
    # Who has no answer on record agreed on nothing: then the table of steps need not be read.
    if planner.person.detour or not any(each.outcome for each in steps_logged(planner.person)):
        return None
    leg, today = planned.route.legs[0], planner.person.today
    names = leg.detour_ids
    if not any(status.missing for status in leg.gates):
        names = [*names, leg.target.id]
    for name in names:
        agreed_on = _agreed_on(planned, name)
        # A trial that was agreed and is none after a month is over: the search goes on asking.
        is_fresh = agreed_on and (today - agreed_on).days <= DAYS_PER_MONTH
        if is_fresh or (agreed_on and name != leg.target.id):
            role = planner.person.curriculum.role[name]
            return Arrival(role=role, since=planner.person.today, is_agreed=True)
    return None


def _agreed_on(planned: Planned, name: str) -> date | None:
    """Find the day since which every step for something is done, and one of them answered."""
    days: list[date] = []
    answered = False
    for action in planned.actions[0]:
        # What is done again and again is never over, and agrees on nothing.
        if name not in action.serves or action.step.again:
            continue
        if action.state != "done":
            return None
        done = step_log(planned.asker.person, action.step).done
        answered |= any(entry.outcome for entry in done)
        days += [entry.on for entry in done]
    return max(days) if answered else None


def arrival_of(planner: Planner) -> Arrival | None:
    """Ask whether one is in the next role, from the likely day on; None before that day.

    All is studied, every month is served, no gate is left, and one has looked for as long as a
    search takes as a rule.
    """
    planned = planner.for_today
    stage, today = planned.stages[0], planner.person.today
    leg = stage.leg
    if not _leads_on(leg) or _has_to_study(stage) or not _has_served(planned):
        return None
    if not (stage.tasks or leg.gates or leg.move or _is_rated(planner, leg.target)):
        # Nothing is asked for, so nothing shows that it is time.
        return None
    # A search of four months as a rule, begun on 1 March: asked from 1 July on.
    if leg.search[2] and (leg.searched_days or 0) < leg.search[1] * DAYS_PER_MONTH:
        return None
    return Arrival(role=leg.target, since=today)


def _is_rated(planner: Planner, role: Role) -> bool:
    """Tell whether a role asks for levels, and all of them are there."""
    return bool(role.needs) and not short_levels(planner.person, role)


def _has_to_study(stage: Stage) -> bool:
    """Tell whether anything is left that does not open in the role alone."""
    return any(task.exercise.standing != stage.leg.target.id for task in stage.todo)


def _has_served(planned: Planned) -> bool:
    leg = planned.route.legs[0]
    return leg.is_met and is_served(leg)
