"""What comes first today: a step where that moves the date, else the first open exercise."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from pmcareer.domain.curriculum.items import Item
from pmcareer.domain.curriculum.steps import SEARCH, STEP_BACK, Step
from pmcareer.domain.gates.wording import gate_words, short
from pmcareer.domain.ground.calendar import DAYS_PER_WEEK, day_in_words, on_day_in_words
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.situations import SITUATION_AIMS
from pmcareer.domain.plan.alternating import owes_hours, owes_study
from pmcareer.domain.plan.planned import Planned
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.plan.today import (
    BEGIN_MINUTES,
    LEAST_MINUTES_A_DAY,
    Slice,
    Term,
    Today,
    in_one_piece,
    minutes_of_day,
    points_that_fit,
    route_words,
    today_of,
)
from pmcareer.domain.plan.turns import TO_STEPS, TO_STUDY, turned_on
from pmcareer.domain.roadmap.actions import Action
from pmcareer.domain.roadmap.evidence import on_paper
from pmcareer.domain.roadmap.routes import Leg
from pmcareer.domain.roadmap.search import hours_until_search, is_search_open
from pmcareer.domain.roadmap.towards import SEARCH_OF, detours_until, is_of_months, is_waited_for
from pmcareer.domain.words.named import Named

MOST_IN_ONE_GO = 60
"""Minutes of a step that is done in one go, however short the day is."""
MOST = 0.5
"""What decides in more than half of the trials is said to decide."""
ABOUT_ALIKE = "Other things decide your date about as often as study does"
ON_PAPER = "You hold this role, and its levels are on record: pages that others confirm show it."
STEPS_TURN = "What decides your date is done with people, and study takes turns with it:"
AFTER_STUDY = "something is studied after the last step"
AFTER_THE_HOURS = "the promised hours of its week are done, or a later week has some"
SELDOM = "What decides your date has no step for you now: this is for what decides it less often."
BEYOND_STUDY = "What decides your date lies beyond study"


@frozen
class StepToday:
    """A step that comes first today, and why it does."""

    action: Action
    aim: str
    """What it is for, in words."""
    place: int
    """Its number among the steps for the same, counted from 1."""
    count: int
    because: str
    unlocks: tuple[Step, ...]
    """Steps that wait for this one."""

    @property
    def step(self) -> Step:
        """The step itself."""
        return self.action.step


def first_of(planner: Planner) -> StepToday | Today | None:
    """Choose what comes first today, as `next` and `plan` name it; None when all is waited for."""
    return step_of(planner) or today_of(planner)


def first_item(planner: Planner) -> Item | None:
    """Choose the same, as what it is in the curriculum."""
    planned = planner.for_today
    if planned.first_step:
        return planned.first_step.step
    return planned.active[0].exercise if planned.active else None


def first_named(planner: Planner) -> Named | None:
    """Choose the same, with the word for what kind of thing it is."""
    item = first_item(planner)
    if item is None:
        return None
    return Named(kind="step" if isinstance(item, Step) else "exercise", item=item)


def step_of(planner: Planner) -> StepToday | None:
    """Describe the step that comes before all study; None where study is first."""
    planned = planner.for_today
    action = planned.first_step
    if action is None:
        return None
    same: list[str] = []
    unlocks: list[Step] = []
    for each in planned.actions[0]:
        if action.serves[0] in each.serves:
            same.append(each.step.id)
        if action.step.id in each.step.requires:
            unlocks.append(each.step)
    return StepToday(
        action=action,
        aim=_aim(planned, action),
        place=same.index(action.step.id) + 1,
        count=len(same),
        because=_because(planned, action),
        unlocks=tuple(unlocks),
    )


def _aim(planned: Planned, action: Action) -> str:
    curriculum = planned.asker.person.curriculum
    name = action.serves[0]
    if name == SEARCH:
        return f"the search for a post as {planned.route.legs[0].target.title}"
    if name == STEP_BACK:
        return "the step back"
    if name in SITUATION_AIMS:
        return SITUATION_AIMS[name]
    leg = planned.route.legs[0]
    for status in (*leg.gates, *on_paper(planned.asker.person, leg.target)):
        if status.gate.id == name:
            return gate_words(status.gate, curriculum, status.needed)
    # Certificates are read from the file only where one is named.
    if name in curriculum.role:
        return curriculum.role[name].title
    return curriculum.certification[name].title


def _because(planned: Planned, action: Action) -> str:
    """Say in a sentence why this comes before study."""
    if action.state == "started":
        return "You have begun it; what is begun comes first."
    if action.step.before_study:
        return "What is not on record can't count in your date: this comes before study."
    if planned.asker.person.holds_target:
        return ON_PAPER
    if not planned.active:
        return "Nothing is open to study: what moves your date now is done with people."
    # It was judged on the Monday, and holds for the week: the plan of today may name study by then.
    if planned.turn.effort_share >= TO_STEPS:
        return f"{ABOUT_ALIKE}: this is nearest to them.{_study_before(planned)}"
    row = planned.moved[1] if planned.moved else ""
    return _because_it_decides(planned, action, row) if _is_foremost(planned, row) else SELDOM


def _because_it_decides(planned: Planned, action: Action, row: str) -> str:
    leg = planned.route.legs[0]
    if is_waited_for(leg, row, action):
        return f"Your date waits for this, not for study{_cost_of_waiting(planned, leg, row)}."
    if detours_until(leg, row):
        post = leg.detours[0].role.title
        if leg.detours[0].is_present:
            months = f"Your months in {post} decide your date"
            return f"{months}, not study: this is what to do meanwhile."
        return f"Your date waits for {post}, not for study: until it begins, this."
    if row == f"{SEARCH_OF}{leg.target.id}" and not is_search_open(planned.stages[0]):
        return "What ends last is the search for a post: this prepares it, and study opens it."
    if is_of_months(leg, row):
        return "Months at work decide your date, not study: this is what to do meanwhile."
    seen = on_day_in_words(planned.turn.judged_on, planned.asker.person.today)
    return f"{BEYOND_STUDY}, as seen {seen}: this is nearest to it.{_study_before(planned)}"


def _is_foremost(planned: Planned, row: str) -> bool:
    """Tell whether nothing beyond study decides more often: that may have no step any more."""
    # Two projects decide in 96 of 100 trials, and there is nothing left to do for them today. The
    # search, for which there is, decides in 2: nobody's date waits for that.
    most = max(map(planned.turn.drivers.__getitem__, planned.turn.deciding), default=0.0)
    return _share_of(planned, planned.route.legs[0], row) >= most


def _share_of(planned: Planned, leg: Leg, row: str) -> float:
    """Add up how often a row decides; where detours bear it, with all that detours bear."""
    drivers = planned.turn.drivers
    if not detours_until(leg, row):
        return drivers.get(row, 0.0)
    return sum(share for name, share in drivers.items() if detours_until(leg, name))


def _study_before(planned: Planned) -> str:
    """Say how much study one needs all the same, before one may apply for the next role."""
    stage = planned.stages[0]
    hours = 0.0 if is_search_open(stage) else hours_until_search(stage)
    said = f" Before you apply as {stage.leg.target.title} come {{}} h of study all the same."
    return said.format(short(hours, 0)) if hours and any(stage.leg.search) else ""


def _cost_of_waiting(planned: Planned, leg: Leg, decides: str) -> str:
    """Say what waiting costs, where all of it is lost: before a detour that could begin today."""
    if not detours_until(leg, decides):
        return ""
    first, share = leg.detours[0], _share_of(planned, leg, decides)
    can_begin = first.wait[2] <= leg.served_months and not first.is_present
    return ": each month you wait costs a month" if share > MOST and can_begin else ""


@frozen
class Beside:
    """A step that is shown beside study which is begun, and why."""

    action: Action
    because: str

    @property
    def step(self) -> Step:
        """The step itself."""
        return self.action.step


def beside_of(planner: Planner) -> Beside | None:
    """Describe the step that study which is begun leaves room for; None where there is none."""
    planned = planner.for_today
    action = planned.step_beside
    if action is None:
        return None
    because = "Nearest to what decides your date"
    if action.state == "started":
        because = "Begun, too"
    elif planned.moved and is_waited_for(planned.route.legs[0], planned.moved[1], action):
        because = "Your date waits for"
    return Beside(action=action, because=because)


def step_terms(planner: Planner, today: StepToday, *, why: bool = True) -> Iterator[Term]:
    """Say what put a step first, in numbers; since when takes a look at every week before."""
    planned = planner.for_today
    if today.because == ON_PAPER:
        yield Term(term="on-paper", value="yes", text=ON_PAPER)
    elif today.step.before_study:
        reason = today.step.why or today.because
        yield Term(term="before-study", value="yes", text=reason)
    else:
        yield from _turn_terms(planned, why=why)
    serves = f"It serves {today.aim}, on {route_words(planned)}."
    yield Term(term="for", value=", ".join(today.action.serves), text=serves)
    if today.step.requires:
        required = ", ".join(today.step.requires)
        done = f"What comes before it is done: {required}."
        yield Term(term="requires", value=required, text=done)


def _turn_terms(planned: Planned, *, why: bool) -> Iterator[Term]:
    turn, person = planned.turn, planned.asker.person
    least, most = round(100 * TO_STEPS), round(100 * TO_STUDY)
    judged_on = on_day_in_words(turn.judged_on, person.today)
    share = (
        f"Study decided the date in {_percent(turn.effort_share)} of the trials {judged_on}. "
        f"Below {least} % steps come first, until it is above {most} %."
    )
    if why:
        since = day_in_words(turned_on(person, planned.drivers_then), person.today)
        share += f" So it has been since {since}."
    yield Term(term="effort", value=round(turn.effort_share, 2), text=share)
    for row in turn.deciding[:1]:
        often = (
            f"Most often else it is {_row_words(planned, row)}: in {_percent(turn.drivers[row])}."
        )
        yield Term(term="decides", value=row, text=often)


def with_turn(planner: Planner, today: Today) -> Today:
    """Put before the reasons for a task that a step waits for it, where one does."""
    planned, owes = planner.for_today, owes_study(planner.person)
    if not (owes or owes_hours(planner.person)) or not planned.turn.is_for_steps:
        return today
    if planned.moved is None or planned.step_beside:
        return today
    step = planned.moved[0].step
    rest = AFTER_STUDY if owes else AFTER_THE_HOURS
    text = f"{STEPS_TURN} {step.title} ({step.id}) waits until {rest}."
    return replace(today, why=(Term(term="turn", value=step.id, text=text), *today.why))


def _percent(part: float) -> str:
    return f"{round(100 * part)} %"


def _row_words(planned: Planned, row: str) -> str:
    """Say in words what decides: the words of a gate, the months of a move, a search."""
    roles = planned.asker.person.curriculum.role
    for leg in planned.route.legs:
        for status in leg.gates:
            if status.gate.id == row:
                return status.words
    *_, name = row.split(":")
    return f"the way to {roles[name].title}" if name in roles else row


@frozen
class StepCard:
    """A step that comes first, with its part of the day."""

    today: StepToday
    time_box_minutes: int
    study_minutes: int
    """What is left of the day for study; 0 where that is not worth a beginning."""
    not_before: date
    """The day that is proposed to whom it does not suit now."""
    why: tuple[Term, ...]
    slice: Slice | None = None


def card_of(planner: Planner, minutes: int | None = None, *, why: bool = False) -> StepCard | None:
    """Share the day: a step that comes first has its minutes, and study the rest.

    None where study comes first; `minutes` are those that somebody has today.
    """
    # Of 95 minutes a day an ask of 45 leaves 50 for study; of 35 nothing is left, and half an ask
    # is none: it gets its 45 all the same.
    step = step_of(planner)
    if step is None:
        return None
    whole, takes = minutes or minutes_of_day(planner.person), step.action.minutes_left
    left = in_one_piece(planner.person, max(0, whole - takes))
    in_one_go = minutes is None and takes <= MOST_IN_ONE_GO
    return StepCard(
        today=step,
        time_box_minutes=takes if in_one_go else min(whole, takes),
        study_minutes=left if left >= LEAST_MINUTES_A_DAY and planner.for_today.active else 0,
        not_before=planner.person.today + timedelta(days=DAYS_PER_WEEK),
        why=tuple(step_terms(planner, step, why=why)),
        slice=part_of(step, minutes) if minutes else None,
    )


def part_of(today: StepToday, minutes: int) -> Slice:
    """Cut out what of a step fits into so many minutes."""
    action = today.action
    begin = today.step.begin if minutes <= BEGIN_MINUTES and not action.minutes_logged else None
    return points_that_fit(
        (begin,) if begin else today.step.accept,
        today.step.minutes - action.minutes_left,
        action.minutes_left,
        minutes,
    )
