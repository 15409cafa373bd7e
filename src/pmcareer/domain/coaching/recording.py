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
OPTIONS = {"whom": "with"}
ONLY_JOB_STEPS = ("what", "whom")


def something_to_log(planner: Planner, word: str | None) -> Named:
    """Find what a word means, active practices first; without one it is today's task.

    Raises:
        NothingToLog: There is no task today.
        UnknownWord, AmbiguousWord: The word names nothing, or too much.
    """
    if word is None:
        today = today_of(planner)
        if today is None:
            raise NothingToLog
        return Named(kind="exercise", item=today.task.exercise)
    practices = [kept.practice for kept in practices_of(planner.person)]
    active = titled_so(practices, word)
    if len(active) == 1:
        return Named(kind="practice", item=active[0])
    return something_named(planner.person.curriculum, word, LOGGED_KINDS)


def entry_kind(
    meant: Named, *, partial: bool, minutes: int | None, said: Mapping[str, str | None]
) -> tuple[type[Entry], dict[str, Any]]:
    """Choose the kind of entry and its keys: an exercise, a practice kept, a job step taken.

    Raises:
        WrongValue: An option that has no place in this kind, or partial work without minutes.
    """
    given = {key: value for key, value in said.items() if value is not None}
    item = meant.item
    if meant.kind != "job step":
        _refuse(given, ONLY_JOB_STEPS, "a step of the job search")
    if isinstance(item, Exercise):
        keys = {"exercise": item.id, "minutes": minutes, **given}
        return _worked(keys) if partial else (Finished, keys)
    if partial:
        wanted = "an exercise; a practice or a step is done or not"
        raise WrongValue("--partial", item.id, wanted)
    _refuse(given, ONLY_FINISHED, f"an exercise that is finished, not {item.id}")
    if meant.kind == "practice":
        return Practised, {"practice": item.id, "minutes": minutes, **given}
    if minutes is not None:
        wanted = "an exercise or a practice; a job step has no minutes"
        raise WrongValue("--minutes", str(minutes), wanted)
    if "whom" in given:
        given["with"] = given.pop("whom")
    return Did, {"step": item.id, **given}


def _worked(keys: dict[str, Any]) -> tuple[type[Entry], dict[str, Any]]:
    if keys["minutes"] is None:
        wanted = "the minutes as well: --partial --minutes 45"
        raise WrongValue("--partial", "without --minutes", wanted)
    _refuse(keys, ONLY_FINISHED, "an exercise that is finished, not --partial")
    return Worked, keys


def _refuse(given: Mapping[str, Any], keys: tuple[str, ...], wanted: str) -> None:
    for key in keys:
        if key in given:
            # --real and --led are options of their own: their name is what they say.
            name = given[key] if key in ("mode", "part") else OPTIONS.get(key, key)
            raise WrongValue(f"--{name.replace('_', '-')}", given[key], wanted)


def refuse_slip(person: Person, entry: Entry, *, again: bool) -> None:
    """Take the same exercise twice on one day for a slip.

    Raises:
        AlreadyLogged: it is on record for that day, and `again` was not said.
    """
    if not isinstance(entry, Finished) or again:
        return
    days = [time.on for time in person.finished.get(entry.exercise, ())]
    if entry.on in days:
        raise AlreadyLogged(entry.exercise, entry.on)
