"""The steps of a stage: what is done with people for its move, its gates and its search."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import Literal

from pmcareer.domain.curriculum.gate import CertificateGate
from pmcareer.domain.curriculum.steps import SEARCH, STEP_BACK, Step
from pmcareer.domain.gates.state import GateStatus
from pmcareer.domain.ground.calendar import DAYS_PER_WEEK
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.grouping import grouped
from pmcareer.domain.ground.work import share_of
from pmcareer.domain.logbook.entries import Did
from pmcareer.domain.person.away import is_away
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.present_stage import present_stage
from pmcareer.domain.person.situations import situations_of
from pmcareer.domain.person.step_counts import progress_of
from pmcareer.domain.person.steps import Awaited, StepLog, awaited_of, step_log
from pmcareer.domain.roadmap.asked import Asker
from pmcareer.domain.roadmap.evidence import on_paper
from pmcareer.domain.roadmap.facts import holds_for
from pmcareer.domain.roadmap.routes import Route
from pmcareer.domain.roadmap.search import is_search_open
from pmcareer.domain.roadmap.stages import Stage, Stages

ActionState = Literal["open", "started", "deferred", "awaited", "waiting", "done"]
"""Waiting is what something has to come before; awaited is somebody's answer."""
TO_FINISH = 15
"""Minutes that what is begun takes yet, at the least."""
TO_ASK_AGAIN = 15
"""Minutes that asking somebody once more takes: what there was to prepare is prepared."""


@frozen
class Action:
    """A step in someone's plan."""

    step: Step
    state: ActionState
    serves: tuple[str, ...]
    """What of the stage it is for: roles, gates, certifications, or the search."""
    minutes_logged: int
    awaited: tuple[Awaited, ...] = ()
    """The answers that are awaited, who is to be asked again first first."""
    done_on: date | None = None
    """The last day on which it was done in this stage; what repeats is open again since."""
    told: Did | None = None
    """The answer that it is put off after, once it is time to ask anew."""
    opens_again_on: date | None = None
    """The day on which what was done opens again, or whom one asked is to be asked again."""

    @property
    def is_open(self) -> bool:
        """Tell whether it can be done today."""
        return self.state in ("open", "started")

    @property
    def is_asked(self) -> bool:
        """Tell whether somebody was asked, whatever came of it."""
        return self.state in ("awaited", "done") or bool(self.awaited or self.told)

    @property
    def minutes_left(self) -> int:
        """Minutes that it still takes: a quarter of an hour at least, to ask again no more."""
        if self.awaited:
            return min(TO_ASK_AGAIN, self.step.minutes)
        return max(self.step.minutes - self.minutes_logged, min(TO_FINISH, self.step.minutes))


Actions = tuple[Action, ...]
ActionsByRole = Mapping[str, Actions]
"""The steps of each stage by the role it leads to, of a detour by the detour."""


def actions_along(asker: Asker, stages: Stages) -> tuple[Actions, ...]:
    """List the steps of each stage; those of later stages wait for the present one."""
    found = []
    for place, stage in enumerate(stages):
        steps = _Steps(asker=asker, stage=stage, is_present=place == 0)
        found.append(tuple(steps.actions()))
    return tuple(found)


def by_role(route: Route, actions: Iterable[Actions]) -> ActionsByRole:
    """Sort the steps of a route's legs by where they lead: those of detours stand apart."""
    found: dict[str, Actions] = {}
    for leg, steps in zip(route.legs, actions, strict=True):
        for action in steps:
            inside = (name for name in action.serves if name in leg.detour_ids)
            role = next(inside, leg.target.id)
            found[role] = (*found.get(role, ()), action)
    return found


@frozen
class _Steps:
    """Which steps serve one stage, and how far each is."""

    asker: Asker
    stage: Stage
    is_present: bool

    @property
    def _person(self) -> Person:
        return self.asker.person

    @cached_property
    def _wanted(self) -> frozenset[str]:
        situations = situations_of(self._person.says) if self.is_present else ()
        return frozenset((*wanted_in(self._person, self.stage), self._detour, *situations))

    @cached_property
    def _detour(self) -> str:
        """The detour that one is on, in this stage; "" as a rule."""
        detour = self._person.detour
        return detour.id if detour and self.is_present else ""

    @cached_property
    def _starts(self) -> frozenset[str]:
        return frozenset((self.stage.leg.source.id, self._detour))

    @cached_property
    def _since(self) -> date:
        return present_stage(self._person).since

    @cached_property
    def _known(self) -> Mapping[str, Step]:
        return {step.id: step for step in self._person.curriculum.steps}

    @cached_property
    def _awaited(self) -> Mapping[str, Sequence[Awaited]]:
        owed = [each for each in awaited_of(self._person) if each.since >= self._since]
        return grouped(owed, attrgetter("step"))

    def actions(self) -> Iterator[Action]:
        """Yield the steps that serve it, in the order of the curriculum."""
        for step in self._known.values():
            serves = () if step.retired else tuple(self._served_by(step))
            # Few steps have conditions, and of those that serve nothing none is asked for.
            if serves and holds_for(self._person, step.conditions):
                yield self._action(step, serves)

    def _served_by(self, step: Step) -> Iterator[str]:
        is_here = not step.source or not self._starts.isdisjoint(step.source)
        for name in filter(self._wanted.__contains__, step.use_for):
            # Who is on the secondment no longer asks for it: what is to do there starts from it.
            if name == self._detour or name in self.stage.leg.detour_ids:
                is_meant = is_here and (name in step.source) == (name == self._detour)
            else:
                is_meant = is_here
            if is_meant:
                yield name

    def _action(self, step: Step, serves: tuple[str, ...]) -> Action:
        log = step_log(self._person, step)
        logged = (entry.minutes or 0 for entry in log.entries if entry.on >= self._since)
        awaited = tuple(self._awaited.get(step.id, ()))
        return Action(
            step=step,
            state=self._state(log, awaited) if self.is_present else "waiting",
            serves=serves,
            minutes_logged=sum(logged) if log.begun_on else 0,
            awaited=awaited,
            done_on=self._last_done(log),
            told=log.done[-1] if log.asks_again and log.done and log.done[-1].outcome else None,
            opens_again_on=awaited[0].ask_again_on if awaited else log.opens_again_on,
        )

    def _last_done(self, log: StepLog) -> date | None:
        return log.done_on[-1] if log.is_done_since(self._since) else None

    def _state(self, log: StepLog, awaited: Sequence[Awaited]) -> ActionState:
        if log.put_off_until:
            return "deferred"
        if log.begun_on and log.begun_on >= self._since:
            return "started"
        if log.asks_again:
            return "open"
        if awaited:
            # Asked Anna and Ben on the first, to be asked again after 14 days: open from the 15th.
            return "open" if awaited[0].ask_again_on <= self._person.today else "awaited"
        if self._is_done(log):
            return "done"
        behind = all(map(self._is_behind, log.step.requires))
        return "open" if behind and self._goes_on(log.step.during) else "waiting"

    def _goes_on(self, work: str | None) -> bool:
        """Tell whether the work that a step is about goes on: as an experience, or as the post."""
        if work is None or self._person.still_does(work):
            return True
        post = self._person.post
        return post is not None and share_of(post.work_shares, work) > 0

    def _is_done(self, log: StepLog) -> bool:
        """Tell whether it is done for this stage, and does not open again yet."""
        step, today = log.step, self._person.today
        if step.id in self._begun:
            return True
        if step.counts_as and self._is_enough(step):
            return True
        if not log.is_done_since(self._since):
            return False
        return log.opens_again_on is None or log.opens_again_on > today

    @cached_property
    def _begun(self) -> Collection[str]:
        """The steps of which an answer says that what they ask for is under way."""
        return self._person.given.listed("begun")

    def _is_enough(self, step: Step) -> bool:
        """Tell whether what a step of the search counts is there, or was asked of nobody here."""
        if step.counts_as == "initiatives" and self._has_led:
            return True
        return progress_of(self._person, step).is_done

    @cached_property
    def _has_led(self) -> bool:
        """Tell whether what counts as an initiative is taken as done: a PM's role covers it."""
        for exercise in self._person.curriculum.exercises:
            if exercise.counts_as == "initiatives" and self.asker.is_done(exercise.id):
                return True
        return False

    def _is_behind(self, name: str) -> bool:
        """Tell whether a step or an exercise that another step requires is done and answered."""
        step = self._known.get(name)
        if step and name in self._begun:
            return True
        if step:
            log = step_log(self._person, step)
            is_settled = log.is_settled(self._awaited.get(name, ()))
            return step.retired or (log.is_done_since(self._since) and is_settled)
        return self.asker.is_done(name) or name not in self._person.curriculum.exercise


def wanted_in(person: Person, stage: Stage) -> Iterator[str]:
    """Name what steps can be for in a stage: its role, detours, gates, and the search in time."""
    leg = stage.leg
    if leg.target.id == leg.source.id and not is_away(person):
        # Who holds the role asks nobody for it, but for a word on what shows it.
        yield from (status.gate.id for status in on_paper(person, leg.target))
        return
    # Whoever comes back after a break makes no move into their own role: the way back has steps.
    if leg.target.id != leg.source.id:
        yield leg.target.id
    if leg.is_step_back and leg.target.id == person.target:
        yield STEP_BACK
    yield from leg.detour_ids
    for status in leg.gates:
        if status.missing:
            yield status.gate.id
            yield from _certificate_of(person, status)
    if is_search_open(stage):
        yield SEARCH


def _certificate_of(person: Person, status: GateStatus) -> Iterable[str]:
    """Name the certificate of a gate that it is time to work on."""
    gate, wait = status.gate, status.wait
    if not isinstance(gate, CertificateGate) or wait is None:
        return ()
    # It opens in 100 days, and 30 hours at 5 a week take 42: there are 58 days until one begins.
    study_days = wait.study_hours / person.hours_per_week * DAYS_PER_WEEK
    return (gate.certification,) if wait.opens_in_days <= study_days else ()
