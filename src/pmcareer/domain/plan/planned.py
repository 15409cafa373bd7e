"""One route of a plan: its stages, its steps, its trials, and what comes first on it."""

from collections.abc import Callable, Sequence
from dataclasses import field
from functools import cached_property
from operator import attrgetter

from pmcareer.domain.forecast.critical_path import drivers_of
from pmcareer.domain.forecast.dates import median_of
from pmcareer.domain.forecast.forecaster import Forecaster
from pmcareer.domain.forecast.leg_times import Walked
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.entries import Void
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.steps import steps_logged
from pmcareer.domain.plan.alternating import owes_hours, owes_study, settled_on
from pmcareer.domain.plan.turns import Drivers, Turn, turn_of
from pmcareer.domain.roadmap.actions import Action, Actions, actions_along
from pmcareer.domain.roadmap.asked import Asker
from pmcareer.domain.roadmap.evidence import has_levels, on_paper
from pmcareer.domain.roadmap.order import Weights
from pmcareer.domain.roadmap.routes import Route
from pmcareer.domain.roadmap.stages import Stages, stages_of, todo_in
from pmcareer.domain.roadmap.towards import asks_for, first_open, first_towards, is_waited_for
from pmcareer.domain.roadmap.weights import together
from pmcareer.domain.roadmap.workplan import Task

LOOK_AHEAD = 4
"""Routes that agree on so many next tasks need no forecast to say what is next."""
QUICK_TRIALS = 251


@frozen
class Planned:
    """A route with its stages and trials, which are worked out when they are first asked for."""

    route: Route
    asker: Asker
    weights: Weights
    """Weights of skills that the background calls for."""
    answered: Weights
    """Weights of skills that answers call for."""
    forecaster: Forecaster
    seen_by: Callable[[Person, Route], "Planned"] = field(compare=False, repr=False)
    """Looks at a route with the person one was on another day."""

    @cached_property
    def stages(self) -> Stages:
        """What each leg asks to be done, in order."""
        return stages_of(self.asker, self.route, self.weights, self.answered)

    @property
    def called_for(self) -> Weights:
        """Weights of skills that both call for."""
        return together(self.weights, self.answered)

    @property
    def active(self) -> list[Task]:
        """The tasks that can be done today, in order."""
        return [task for task in todo_in(self.stages) if task.is_active]

    @property
    def ahead(self) -> tuple[tuple[str, str], ...]:
        """The next few tasks, each with the role that asks for it."""
        ahead: list[tuple[str, str]] = []
        for stage in self.stages:
            active = (task for task in stage.tasks if task.is_active)
            ahead += [(task.exercise.id, stage.leg.target.id) for task in active]
            if len(ahead) >= LOOK_AHEAD:
                break
        return tuple(ahead[:LOOK_AHEAD])

    @cached_property
    def actions(self) -> tuple[Actions, ...]:
        """The steps of each leg: what is done with people."""
        return actions_along(self.asker, self.stages)

    @cached_property
    def turn(self) -> Turn:
        """Whether steps or study come first this week."""
        return turn_of(self.asker.person, self.drivers_then)

    def drivers_then(self, then: Person) -> Drivers:
        """Find what decided the finish on a day, in a quarter of the trials."""
        planned = self._as_of(then)
        walked = planned.forecaster.walked(planned.route, planned.stages, trials=QUICK_TRIALS)
        return drivers_of(walked)

    def _as_of(self, then: Person) -> "Planned":
        if then is self.asker.person:
            return self
        return self.seen_by(then, self.route)

    @cached_property
    def first_step(self) -> Action | None:
        """The step that comes before all study today; None where study comes first.

        What is begun stays first, asks for several detours too; a logbook without any entry gets
        an exercise, and steps and study take turns.
        """
        person, active = self.asker.person, self.active
        if active and is_blank(person):
            return None
        if active and active[0].state == "started":
            return self._next_ask
        if at_once := self._begun_step or self._before_study or self._evidence:
            return at_once
        if active and not self._is_for_a_step:
            return None
        if self.moved:
            return self.moved[0]
        # Nothing is left to study: then whatever step is open is what there is to do.
        return None if active else first_open(self._settled)

    @property
    def _evidence(self) -> Action | None:
        """The step that writes down what somebody shows who holds the role, in turn with study."""
        person, role = self.asker.person, self.route.legs[0].target
        if not person.holds_target or owes_study(person) or not has_levels(person, role):
            return None
        gates = {status.gate.id for status in on_paper(person, role)}
        return first_open(each for each in self._settled if not gates.isdisjoint(each.serves))

    @property
    def _before_study(self) -> Action | None:
        """The open step that the curriculum puts before all study, whatever decides the date."""
        for action in self.actions[0]:
            if action.step.before_study and action.is_open:
                return action
        return None

    @cached_property
    def step_beside(self) -> Action | None:
        """The step that study which is begun leaves room for; None where a step comes first.

        What is begun stays first, and what decides the date need not wait until it is finished.
        """
        return None if self.first_step else self._with_what_is_begun

    @cached_property
    def _with_what_is_begun(self) -> Action | None:
        """The step for which an exercise that is begun has to make room, first or beside it."""
        person, active = self.asker.person, self.active
        if not active or active[0].state != "started" or owes_study(person):
            return None
        if begun := self._begun_step:
            return begun
        return self.moved[0] if self._is_for_a_step and self.moved else None

    @property
    def _is_for_a_step(self) -> bool:
        """Tell whether it is a step's turn: something was studied since the last one was done.

        The second step of a week waits for the hours that were promised for it, but for the first
        time somebody is asked for what the date waits for: answers take their weeks.
        """
        person = self.asker.person
        if owes_study(person) or not self.turn.is_for_steps:
            return False
        return not owes_hours(person) or self._is_first_ask

    @property
    def _is_first_ask(self) -> bool:
        if self.moved is None:
            return False
        action, row = self.moved
        is_first = bool(action.step.waits) and not action.is_asked
        return is_first and is_waited_for(self.route.legs[0], row, action)

    @cached_property
    def moved(self) -> tuple[Action, str] | None:
        """The first open step towards what decides the date, and what that is."""
        return first_towards(self.route, self._settled, self.turn.deciding)

    @cached_property
    def _settled(self) -> Actions:
        """The steps of this stage; of those that open again what was open at the last work.

        Where there is nothing else to do it is all of them.
        """
        # The receipt of Monday called study next, and on Wednesday it is time to ask again: study
        # is next all the same, and then the ask.
        since = settled_on(self.asker.person)
        settled = tuple(each for each in self.actions[0] if (each.opens_again_on or since) <= since)
        return settled if self.active or first_open(settled) else self.actions[0]

    @property
    def _next_ask(self) -> Action | None:
        """The next of the asks for detours, once one was made: they are one thing, and begun."""
        # The stint was asked for on Monday, and an exercise of six hours begun the same evening:
        # the secondment is asked for on Tuesday, and not once the six hours are done.
        if not any(steps_logged(self.asker.person)) or self._with_what_is_begun is None:
            return None
        asks = list(asks_for(self.route.legs[0].detour_ids, self.actions[0]))
        if self._with_what_is_begun in asks and any(map(attrgetter("is_asked"), asks)):
            return self._with_what_is_begun
        return None

    @property
    def _begun_step(self) -> Action | None:
        # Most people have begun none: then the table of steps need not be read.
        if any(steps_logged(self.asker.person)):
            for action in self.actions[0]:
                if action.state == "started":
                    return action
        return None

    @property
    def comes_first(self) -> tuple[str, object]:
        """The step that comes first, if any, and the next few tasks."""
        step = self.first_step
        return (step.step.id if step else "", self.ahead)

    @cached_property
    def trials(self) -> Walked:
        """When each leg begins and ends, in every trial."""
        return self.forecaster.walked(self.route, self.stages)

    def median_within(self, most: float) -> float:
        """Find the median of the days to its end; infinite where that is above `most`."""
        if "trials" in vars(self):
            return median_of(self.trials[-1].finish)
        return self.forecaster.median_within(self.route, self.stages, most)

    @cached_property
    def study_days(self) -> Sequence[float]:
        """Find the days to the end of the study, without the months beside it."""
        if "trials" in vars(self):
            return sorted(self.trials[-1].study)
        return self.forecaster.studied(self.route, self.stages)

    @cached_property
    def finish_days(self) -> Sequence[float]:
        """Find the days to the end of the route in every trial, ascending."""
        # A quarter of the trials would be off by a week or two, and that would be told as a move.
        return sorted(self.trials[-1].finish)

    @cached_property
    def ready_days(self) -> Sequence[float]:
        """Find the days until one may apply for its last role, ascending."""
        return sorted(self.trials[-1].ready)


def is_blank(person: Person) -> bool:
    """Tell whether a logbook holds nothing, or nothing that was not taken back."""
    return all(isinstance(entry, Void) for entry in person.entries)
