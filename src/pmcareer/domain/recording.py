"""From what was typed after `log` to the entry it means, and what is worth saying about it."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from pmcareer.domain.choosing import MOST_BEGUN, today_of
from pmcareer.domain.curriculum import Exercise
from pmcareer.domain.logbook import KINDS, Entry, Finished, Practised, Worked
from pmcareer.domain.lookup import Named, something_named, titled_so
from pmcareer.domain.person import Person
from pmcareer.domain.planning import Planner
from pmcareer.domain.practising import practices_of
from pmcareer.errors import AlreadyLogged, NothingToLog, WrongValue

LOGGED_KINDS = ("exercise", "practice", "job step")
ONLY_FINISHED = ("outcome", "evidence", "mode", "part", "reviewed_by")
OPTIONS = {"whom": "--with"}
ONLY_JOB_STEPS = ("what", "whom")


def something_to_log(planner: Planner, word: str | None) -> Named:
    """Find what a word means, an active practice before all else with such a title; without one it is today's task.

    Raises:
        NothingToLog: there is no task today.
        UnknownWord, AmbiguousWord: the word names nothing, or too much.
    """
    if word is not None:
        active = titled_so((kept.practice for kept in practices_of(planner.person)), word)
        if len(active) == 1:
            return Named(kind="practice", item=active[0])
        return something_named(planner.person.curriculum, word, LOGGED_KINDS)
    today = today_of(planner)
    if today is None:
        raise NothingToLog
    return Named(kind="exercise", item=today.task.exercise)


def entry_kind(
    meant: Named, *, partial: bool, minutes: int | None, said: Mapping[str, str | None]
) -> tuple[type[Entry], dict[str, Any]]:
    """Give the kind of entry and its keys: finished or worked on, a practice kept, a step of the job search done.

    Raises:
        WrongValue: an option that this kind of entry has no place for, or partial work without minutes.
    """
    given = {key: value for key, value in said.items() if value is not None}
    if meant.kind != "job step":
        _refuse(given, ONLY_JOB_STEPS, "a step of the job search")
    if isinstance(meant.item, Exercise):
        if not partial:
            return Finished, {"exercise": meant.item.id, "minutes": minutes, **given}
        if minutes is None:
            raise WrongValue("--partial", "without --minutes", "the minutes as well: --partial --minutes 45")
        _refuse(given, ONLY_FINISHED, "--partial")
        return Worked, {"exercise": meant.item.id, "minutes": minutes, **given}
    if partial:
        raise WrongValue("--partial", meant.item.id, "an exercise; a practice or a step is done or not")
    _refuse(given, ONLY_FINISHED, meant.item.id)
    if meant.kind == "practice":
        return Practised, {"practice": meant.item.id, "minutes": minutes, **given}
    if minutes is not None:
        raise WrongValue("--minutes", str(minutes), "an exercise or a practice; a job step has no minutes")
    named = {"with" if key == "whom" else key: value for key, value in given.items()}
    return KINDS["did"], {"step": meant.item.id, **named}


def _refuse(given: Mapping[str, str], keys: tuple[str, ...], what: str) -> None:
    for key in keys:
        if key in given:
            option = f"--{given[key]}" if key in ("mode", "part") else OPTIONS.get(key, f"--{key.replace('_', '-')}")
            wanted = what if key in ONLY_JOB_STEPS else f"an exercise that is finished, not {what}"
            raise WrongValue(option, given[key], wanted)


def refuse_slip(person: Person, entry: Entry, *, again: bool) -> None:
    """Take the same exercise twice on one day for a slip.

    Raises:
        AlreadyLogged: it is on record for that day, and `again` was not said.
    """
    if isinstance(entry, Finished) and not again:
        times = person.finished.get(entry.exercise, ())
        if any(time.on == entry.on for time in times):
            raise AlreadyLogged(entry.exercise, entry.on)


def remarks_on(person: Person, entry: Entry, planner: Planner) -> tuple[str, ...]:
    """Say what is unusual about an entry; nothing of it is refused."""
    if not isinstance(entry, Finished | Worked):
        return ()
    exercise = person.curriculum.exercise[entry.exercise]
    remarks = []
    ahead = [name for name in exercise.requires if name not in person.finished and name not in planner.covered]
    if ahead:
        remarks.append(f"It builds on {', '.join(ahead)}, still open.")
    times = person.finished.get(exercise.id, ())
    if times and isinstance(entry, Finished):
        remarks.append(f"Finished before, on {times[0].on}: it counts once for the plan, both times as evidence.")
    if not _is_in_plan(planner, exercise.id):
        remarks.append("It is not in your plan; it counts for its skill all the same.")
    begun = [name for name in person.worked if name not in person.finished]
    if isinstance(entry, Worked) and exercise.id not in {*begun, *person.finished} and len(begun) >= MOST_BEGUN:
        remarks.append(f"{len(begun) + 1} are begun now: finish one before you take up another.")
    worked = person.worked.get(exercise.id)
    if worked and isinstance(entry, Finished) and exercise.span_days:
        earliest = worked[0].on + timedelta(days=exercise.span_days)
        if entry.on < earliest:
            remarks.append(f"It was begun on {worked[0].on} and spans {exercise.span_days} days, to {earliest}.")
    return tuple(remarks)


def _is_in_plan(planner: Planner, exercise: str) -> bool:
    return any(task.exercise.id == exercise for stage in planner.recommended.stages for task in stage.tasks)
