"""From what was typed after `log` to the entry it means, and what is worth saying about it."""

from collections.abc import Mapping
from typing import Any

from pmcareer.domain.coaching.practices import practices_of
from pmcareer.domain.curriculum.items import Exercise
from pmcareer.domain.logbook.entries import Did, Entry, Finished, Practised, Worked
from pmcareer.domain.person.person import Person
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.plan.today import today_of
from pmcareer.domain.words.lookup import Named, something_named, titled_so
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
            raise WrongValue(
                "--partial", "without --minutes", "the minutes as well: --partial --minutes 45"
            )
        _refuse(given, ONLY_FINISHED, "--partial")
        return Worked, {"exercise": meant.item.id, "minutes": minutes, **given}
    if partial:
        raise WrongValue(
            "--partial", meant.item.id, "an exercise; a practice or a step is done or not"
        )
    _refuse(given, ONLY_FINISHED, meant.item.id)
    if meant.kind == "practice":
        return Practised, {"practice": meant.item.id, "minutes": minutes, **given}
    if minutes is not None:
        raise WrongValue(
            "--minutes", str(minutes), "an exercise or a practice; a job step has no minutes"
        )
    named = {"with" if key == "whom" else key: value for key, value in given.items()}
    return Did, {"step": meant.item.id, **named}


def _refuse(given: Mapping[str, str], keys: tuple[str, ...], what: str) -> None:
    for key in keys:
        if key in given:
            option = (
                f"--{given[key]}"
                if key in ("mode", "part")
                else OPTIONS.get(key, f"--{key.replace('_', '-')}")
            )
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
