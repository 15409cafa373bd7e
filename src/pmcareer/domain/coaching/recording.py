"""From what was typed after `log` to the entry it means, and what is worth saying about it."""

from collections.abc import Mapping
from typing import Any

from pmcareer.domain.coaching.practices import practices_of
from pmcareer.domain.curriculum.items import Exercise
from pmcareer.domain.logbook.entries import Did, Entry, Finished, Practised, Worked
from pmcareer.domain.person.person import Person
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.plan.today import today_of
from pmcareer.domain.words.amounts import time_typed
from pmcareer.domain.words.lookup import Named, something_named, titled_so
from pmcareer.errors import AlreadyLogged, NothingToLog, WrongValue

LOGGED_KINDS = ("exercise", "practice", "step")
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
        return Named(kind="exercise", item=_todays_exercise(planner))
    practices = [kept.practice for kept in practices_of(planner.person)]
    active = titled_so(practices, word)
    if len(active) == 1:
        return Named(kind="practice", item=active[0])
    return something_named(planner.person.curriculum, word, LOGGED_KINDS)


def _todays_exercise(planner: Planner) -> Exercise:
    today = today_of(planner)
    if today is None:
        raise NothingToLog
    return today.task.exercise


def entry_kind(
    meant: Named,
    *,
    partial: bool,
    minutes: int | None,
    left: int | None = None,
    said: Mapping[str, str | None],
) -> tuple[type[Entry], dict[str, Any]]:
    """Choose the kind of entry and its keys: an exercise, a practice kept, a job step taken.

    Raises:
        WrongValue: An option that has no place in this kind, or partial work of which
            neither the minutes are said nor what is left.
    """
    keys: dict[str, Any] = {key: value for key, value in said.items() if value is not None}
    name = meant.item.id
    if left is not None and not partial:
        wanted = f"an exercise that goes on: --partial --left {time_typed(left)}"
        raise WrongValue("--left", "without --partial", wanted)
    if meant.kind == "step":
        return Did, _step_taken(name, keys, partial=partial, minutes=minutes)
    _refuse(keys, ONLY_JOB_STEPS, "a step of the job search")
    keys["minutes"] = minutes
    if meant.kind == "practice":
        _refuse_part_of(name, keys, partial=partial)
        return Practised, {"practice": name, **keys}
    keys["exercise"] = name
    if not partial:
        return Finished, keys
    if left is not None and minutes is None:
        keys["minutes"] = 0
    _refuse_unmeasured(keys)
    return Worked, {**keys, "left": left}


def _refuse_unmeasured(keys: Mapping[str, Any]) -> None:
    """Refuse partial work without minutes, or with what only a finished exercise has."""
    if keys["minutes"] is None:
        wanted = "the minutes as well: --partial --minutes 45"
        raise WrongValue("--partial", "without --minutes", wanted)
    _refuse(keys, ONLY_FINISHED, "an exercise that is finished, not --partial")


def _step_taken(
    name: str, keys: dict[str, Any], *, partial: bool, minutes: int | None
) -> dict[str, Any]:
    """Choose the keys of a job step taken."""
    _refuse_part_of(name, keys, partial=partial)
    if minutes is not None:
        keys["minutes"] = minutes
    if "whom" in keys:
        keys["with"] = keys.pop("whom")
    return {"step": name, **keys}


def _refuse_part_of(name: str, keys: Mapping[str, Any], *, partial: bool) -> None:
    """Refuse to do a practice or a step in part, or with what only a finished exercise has."""
    if partial:
        wanted = "an exercise; a practice or a step is done or not"
        raise WrongValue("--partial", name, wanted)
    _refuse(keys, ONLY_FINISHED, f"an exercise that is finished, not {name}")


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
    if isinstance(entry, Finished) and not again:
        for time in person.finished.get(entry.exercise, ()):
            if time.on == entry.on:
                raise AlreadyLogged(entry.exercise, entry.on)
