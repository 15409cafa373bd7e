"""What one entry changed: what it unlocked, how far the skill went, how the date moved."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from pmcareer.domain.curriculum.items import Exercises, Item, Skill
from pmcareer.domain.curriculum.steps import Step
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.entries import Did, Entry, Finished, Worked
from pmcareer.domain.person.levels import levels_of
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.steps import Awaited, StepLog, open_before, same_name, step_log
from pmcareer.domain.plan.first import first_item
from pmcareer.domain.plan.past_estimate import longer_than_meant
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.plan.so_far import StageSoFar, WeekSoFar, stage_so_far, week_so_far
from pmcareer.domain.plan.today import unlocked_by

A_DECENT_TIME_DAYS = 30
"""After a no one asks again in a month: sooner is pestering, and by then plans have changed."""


@frozen
class Progress:
    """Before and after."""

    study_before: date | None = None
    """P50 of the study on the recommended route; None beyond twenty years."""
    study_after: date | None = None
    study_likely: date | None = None
    """The same after it, as screens show it."""
    following: Item | None = None
    """What comes first now, a step or an exercise."""
    following_minutes: int = 0
    """What it still takes."""
    unlocked: Exercises = ()
    opened: tuple[Step, ...] = ()
    """Steps for which this one was the last that came before."""
    awaited: Awaited | None = None
    """The answer that is awaited since then."""
    opens_again_on: date | None = None
    """The day on which a step that was done opens again."""
    after_a_no: date | None = None
    """The day that is proposed for asking again whom answered no, or not yet."""
    skill: Skill | None = None
    """The skill of the exercise; None for a practice, a step or a gate."""
    estimate_hours: float | None = None
    """What the exercise is estimated to take."""
    taken_hours: float = 0
    """What it has taken in all."""
    level_before: int = 0
    level_after: int = 0
    level_needed: int = 0
    """What the target asks for; 0 where it asks for nothing of it."""
    stage: StageSoFar | None = None
    """The stage that asks for the exercise, with it; None where none does."""
    week: WeekSoFar | None = None
    """This week with it; None where it was done before this week, is no work, or has no hours."""
    longer: str = ""
    """What took longer than was meant; "" where nothing did."""

    @property
    def is_later(self) -> bool:
        """Tell whether the study is done later, or no longer within twenty years."""
        if self.study_before is None:
            return False
        return self.study_after is None or self.study_after > self.study_before


def progress_between(before: Planner, then: Planner, entry: Entry) -> Progress:
    """Compare the plan before an entry with the plan after it; nothing where there is no plan."""
    if before.why_no_plan:
        return Progress()
    after, progress = then.person, _progress(before, then)
    if isinstance(entry, Did | Finished | Worked):
        progress = replace(progress, week=week_so_far(after, entry.on))
    if isinstance(entry, Did) and entry.step:
        return _after_step(progress, before.person, after, entry)
    if not isinstance(entry, Finished | Worked):
        return progress
    exercise = after.curriculum.exercise[entry.exercise]
    skill = after.curriculum.skill[exercise.skill]
    return replace(
        progress,
        longer=longer_than_meant(before.person, after, entry),
        unlocked=_unlocked(before, then, entry),
        skill=skill,
        estimate_hours=exercise.mean_hours,
        taken_hours=after.credit_of(exercise.id).taken,
        level_before=levels_of(before.person)[skill.id].level,
        level_after=levels_of(after)[skill.id].level,
        level_needed=then.target.needs.get(skill.id, 0),
        stage=stage_so_far(then, entry.exercise),
    )


def _after_step(progress: Progress, before: Person, after: Person, entry: Did) -> Progress:
    """Add what a step opened, from whom an answer is awaited, and when it is for doing again."""
    if entry.begun or not entry.step:
        return progress
    log = step_log(after, after.curriculum.step[entry.step])
    is_answer = bool(log.step.waits and entry.outcome)
    return replace(
        progress,
        opened=tuple(_opened(before, after, log.step)),
        awaited=_awaited_from(log, entry.whom),
        opens_again_on=log.opens_again_on,
        after_a_no=after.today + timedelta(days=A_DECENT_TIME_DAYS) if is_answer else None,
    )


def _awaited_from(log: StepLog, whom: str | None) -> Awaited | None:
    for awaited in log.awaits:
        if same_name(awaited.whom, whom):
            return awaited
    return None


def _opened(before: Person, after: Person, done: Step) -> Iterator[Step]:
    """List what waited for a step that is done, or answered, and for nothing open beside it."""
    for step in after.curriculum.steps:
        if _is_opened_by(done, step, after) and open_before(before, step):
            yield step


def _is_opened_by(done: Step, step: Step, after: Person) -> bool:
    if step.retired or done.id not in step.requires:
        return False
    return not open_before(after, step)


def _unlocked(before: Planner, then: Planner, entry: Finished | Worked) -> Exercises:
    if isinstance(entry, Worked) or entry.exercise in before.person.finished:
        return ()
    return unlocked_by(then.recommended, entry.exercise, then.person.finished)


def _progress(before: Planner, then: Planner) -> Progress:
    # What is shown goes along the whole way, and so finds the end of the study.
    likely = then.shown.study.likely
    return Progress(
        study_before=before.study_p50,
        study_after=then.study_p50,
        study_likely=likely,
        following=first_item(then),
        following_minutes=first_minutes(then),
    )


def first_minutes(planner: Planner) -> int:
    """Tell the minutes that what comes first still takes; 0 where nothing does."""
    planned = planner.for_today
    if planned.first_step:
        return planned.first_step.minutes_left
    return round(60 * planned.active[0].effort_left) if planned.active else 0
