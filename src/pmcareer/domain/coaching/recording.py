"""From what was typed after `log` to the entry it means, and what is worth saying about it."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from pmcareer.domain.coaching.practices import practices_of
from pmcareer.domain.curriculum.asked_gates import AskedGate
from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.guidance import Practice
from pmcareer.domain.curriculum.items import Exercise
from pmcareer.domain.curriculum.name_checks import plain_name
from pmcareer.domain.curriculum.steps import Step
from pmcareer.domain.gates.wording import opener_words
from pmcareer.domain.ground.calendar import on_day_in_words
from pmcareer.domain.logbook.entries import Did, Entry, Finished, Practised, Worked
from pmcareer.domain.logbook.logbook import of_kind
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.steps import same_name
from pmcareer.domain.plan.first import first_named
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.words.amounts import MINUTES, is_time, time_mended, time_typed
from pmcareer.domain.words.day_spellings import is_spelling
from pmcareer.domain.words.days import PAST, offering_a_day
from pmcareer.domain.words.lookup import (
    after_id,
    known_otherwise,
    something_named,
    titled_so,
)
from pmcareer.domain.words.matching import by_words, living
from pmcareer.domain.words.named import Named
from pmcareer.domain.words.optional import only_said
from pmcareer.domain.words.titles import EVERY_KIND, items_of
from pmcareer.domain.words.unmistakable import refuse_guess
from pmcareer.errors import (
    AlreadyLogged,
    AmbiguousWord,
    NobodyNamed,
    NotAlone,
    NotForOthers,
    NothingToLog,
    NotLogged,
    NotTogether,
    OfAnotherUse,
    OnlyASkill,
    TitleOrMore,
    UnknownWord,
    WrongValue,
    offering,
)

LOGGED_KINDS = ("exercise", "practice", "step", "gate")
SAID_OTHERWISE = ("role", "certification")
"""Kinds that are nobody's work: one is in a role, and passes a certificate."""
NOT_WORK = tuple(kind for kind in EVERY_KIND if kind not in LOGGED_KINDS)
ONLY_EXERCISES = ("mode", "part", "reviewed_by")
ONLY_FINISHED = ("outcome", "evidence", *ONLY_EXERCISES)
OPTIONS = {"whom": "with"}
ONLY_STEPS = ("what", "whom")
FINISHED = "an exercise that is finished"


def something_to_log(planner: Planner, word: str | None, *behind: str | None) -> Named:
    """Find what a word means, active practices first; without one it is today's task.

    `behind` is what was typed behind it without an option: how long, and on which day.

    Raises:
        NothingToLog: There is no task today.
        UnknownWord, AmbiguousWord: The word names nothing, or too much.
        OnlyAGuess: It is one common word of a long title.
        NotLogged: It names a role, a certificate or another thing that is no work.
        OnlyASkill: It names a skill.
        TitleOrMore: That may as well be the end of a title.
        WrongValue: What follows an id is no time.
    """
    said = list(filter(None, behind))
    for begin in range(len(said)):
        # The last alone, too: a day may stand before the time, and belong to the title.
        _refuse_end_of_title(planner.person.curriculum, word, " ".join(said[begin:]))
    if word is None:
        return todays_task(planner)
    if wrong := after_id(planner.person.curriculum, word, LOGGED_KINDS):
        raise _wrong_behind(wrong, *behind)
    _refuse_said_otherwise(planner.person, word, SAID_OTHERWISE)
    active = _active_called(planner.person, word)
    if len(active) == 1:
        # One of the few habits that somebody has chosen: a word of it is no guess.
        return Named(kind="practice", item=active[0])
    _refuse_said_otherwise(planner.person, word, NOT_WORK)
    try:
        meant = something_named(planner.person.curriculum, word, LOGGED_KINDS)
    except UnknownWord:
        _refuse_said_loosely(planner.person, word)
        raise
    refuse_guess(meant, word)
    return meant


def _active_called(person: Person, word: str) -> Sequence[Practice]:
    """List the active practices in whose titles a word stands."""
    # Which are active takes a look at all that was kept: only for a word that is in some title.
    if not by_words(person.curriculum.practices, plain_name(word)):
        return ()
    return titled_so([kept.practice for kept in practices_of(person)], word)


def _wrong_behind(text: str, *behind: str | None) -> WrongValue | NotTogether:
    """Say what is wrong behind an id: two times or days, the day behind a time, else the time."""
    for said, is_one in zip(behind, (is_time, is_spelling), strict=False):
        if said and is_one(text):
            return NotTogether(text, said)
    time, _, rest = text.partition(" ")
    if better := time_mended(text):
        return WrongValue("TIME", text, offering(better, MINUTES))
    if rest and is_time(time):
        return _no_day(rest)
    # 1.5 is meant for hours, though it could be the first of May.
    if is_spelling(text) and any(map(str.isalpha, text)):
        return _no_day(text)
    return _no_time(text)


def _no_day(text: str) -> WrongValue:
    return WrongValue("DATE", text, offering_a_day(text, PAST))


def _no_time(text: str) -> WrongValue:
    return WrongValue("TIME", text, offering_a_day(text, MINUTES))


def _refuse_said_otherwise(person: Person, word: str, kinds: Sequence[str]) -> None:
    """Refuse what is exactly called so and is no work, in words of which a title would be guessed.

    Of a skill the exercises are asked about, those not done yet first.
    """
    if _is_work(person.curriculum, word):
        return
    if other := known_otherwise(person.curriculum, word, kinds):
        raise _not_logged(person, word, other)


def _is_work(curriculum: Curriculum, word: str) -> bool:
    return known_otherwise(curriculum, word, LOGGED_KINDS) is not None


def _refuse_said_loosely(person: Person, word: str) -> None:
    """Refuse words of the title of something else, where they are in no title of work."""
    with suppress(UnknownWord, AmbiguousWord):
        named = something_named(person.curriculum, word, ("skill", *SAID_OTHERWISE))
        raise _not_logged(person, word, named)


def _not_logged(person: Person, word: str, other: Named) -> OnlyASkill | NotLogged:
    name = other.item.id
    titles = _open_first(person, _exercises_of(person.curriculum, name))
    if titles and other.kind == "skill":
        return OnlyASkill(word, name, titles)
    return NotLogged(name, other.kind)


def _exercises_of(curriculum: Curriculum, skill: str) -> list[Exercise]:
    return [each for each in living(curriculum.exercises) if each.skill == skill]


def _open_first(person: Person, exercises: Sequence[Exercise]) -> dict[str, str]:
    ordered = sorted(exercises, key=lambda each: each.id in person.finished)
    return {each.id: each.title for each in ordered}


def _refuse_end_of_title(curriculum: Curriculum, word: str | None, rest: str) -> None:
    """Refuse a number that stands in a title: "week 1" may be an exercise, or a minute of one."""
    whole = f"{word or ''} {rest}".strip()
    for kind in LOGGED_KINDS:
        items = items_of(curriculum, kind)
        is_id = any(item.id == word for item in items)
        if is_id:
            return
        named = [item.id for item in items if item.id == whole]
        named += [item.id for item in titled_so(items, whole)]
        if named:
            raise TitleOrMore(whole, named[0])


def todays_task(planner: Planner) -> Named:
    """Name the task of the day: an exercise or a step."""
    task = first_named(planner)
    if task is None:
        raise NothingToLog
    return task


def entry_kind(
    meant: Named,
    *,
    partial: bool,
    minutes: int | None,
    left: int | None = None,
    said: Mapping[str, str | None],
) -> tuple[type[Entry], dict[str, Any]]:
    """Choose the kind of entry and its keys: finished, worked on, kept, done or confirmed.

    Raises:
        OfAnotherUse: An option that has no place in this kind.
        NotAlone: Partial work of which neither the minutes are said nor what is left.
        NobodyNamed, NotForOthers: A gate that nobody is said to have confirmed, or nobody can.
    """
    keys: dict[str, Any] = only_said(said)
    if left is not None:
        if meant.kind != "exercise":
            raise OfAnotherUse("--left", meant.item.id, "an exercise that goes on")
        if not partial:
            raise NotAlone("--left", "--partial", f"--partial --left {time_typed(left)}")
    if isinstance(meant.item, Step):
        return Did, _step_done(meant.item, keys, partial=partial, minutes=minutes)
    if isinstance(meant.item, AskedGate):
        return Did, _gate_confirmed(meant.item, keys, partial=partial, minutes=minutes)
    return _study(meant, keys, partial=partial, minutes=minutes, left=left)


def _study(
    meant: Named, keys: dict[str, Any], *, partial: bool, minutes: int | None, left: int | None
) -> tuple[type[Entry], dict[str, Any]]:
    """Choose the keys of a practice that was kept, or of an exercise."""
    name = meant.item.id
    _refuse(keys, ONLY_STEPS, name, "a step, or a gate that others confirm")
    keys["minutes"] = minutes
    if meant.kind == "practice":
        _refuse_part(name, "a practice is kept or not", partial=partial)
        _refuse(keys, ONLY_FINISHED, name, FINISHED)
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
        raise NotAlone("--partial", "the minutes", "--partial --minutes 45")
    _refuse(keys, ONLY_FINISHED, "--partial", FINISHED)


def _step_done(
    step: Step, keys: dict[str, Any], *, partial: bool, minutes: int | None
) -> dict[str, Any]:
    """Choose the keys of a step that is done, or begun and left open."""
    told = _told(keys, step.id, minutes=minutes)
    if partial:
        told["begun"] = True
    return {"step": step.id, **told}


def _gate_confirmed(
    asked: AskedGate, keys: dict[str, Any], *, partial: bool, minutes: int | None
) -> dict[str, Any]:
    """Choose the keys of a gate that others confirmed: by whom has to be said."""
    if not asked.is_by_others:
        raise NotForOthers(asked.id, opener_words(asked.gate))
    _refuse_part(asked.id, "a gate is met or not", partial=partial)
    told = _told(keys, asked.id, minutes=minutes)
    if "with" not in told:
        raise NobodyNamed(asked.id)
    return {"gate": asked.id, **told}


def _told(keys: dict[str, Any], name: str, *, minutes: int | None) -> dict[str, Any]:
    """Rename what was said of a step or a gate; refuse what is said of exercises alone."""
    _refuse(keys, ONLY_EXERCISES, name, FINISHED)
    if minutes is not None:
        keys["minutes"] = minutes
    if "whom" in keys:
        keys["with"] = keys.pop("whom")
    return keys


def _refuse_part(name: str, why: str, *, partial: bool) -> None:
    """Refuse to do in part what is done or not."""
    if partial:
        raise OfAnotherUse("--partial", name, f"exercises and steps: {why}")


def _refuse(given: Mapping[str, Any], keys: tuple[str, ...], used: str, owner: str) -> None:
    for key in keys:
        if key in given:
            # --real and --led are options of their own: their name is what they say.
            name = given[key] if key in ("mode", "part") else OPTIONS.get(key, key)
            raise OfAnotherUse(f"--{name.replace('_', '-')}", used, owner)


def refuse_slip(person: Person, entry: Entry, *, again: bool) -> None:
    """Take the same exercise, step or gate twice on one day for a slip.

    Raises:
        AlreadyLogged: it is on record for that day, and `again` was not said.
    """
    if again:
        return
    if isinstance(entry, Finished):
        for time in person.finished.get(entry.exercise, ()):
            if time.on == entry.on:
                raise AlreadyLogged(entry.exercise, on_day_in_words(entry.on, person.today))
    elif isinstance(entry, Did) and not entry.begun and not _repeats(person, entry):
        _refuse_said_before(person, entry)


def _repeats(person: Person, entry: Did) -> bool:
    """Tell whether a step is one that is done over and over: a contact, an application."""
    step = person.curriculum.step.get(entry.step or "")
    return step is not None and (step.again is not None or step.is_of_search)


def _refuse_said_before(person: Person, entry: Did) -> None:
    """Refuse what was said of one thing and one person on one day, unless an answer is new."""
    for other in of_kind(person.entries, Did):
        is_same = (other.thing, other.on, other.begun) == (entry.thing, entry.on, None)
        is_answer = entry.outcome and entry.outcome != other.outcome
        if is_same and same_name(other.whom, entry.whom) and not is_answer:
            when = on_day_in_words(entry.on, person.today)
            raise AlreadyLogged(entry.thing, when, "confirmed" if entry.gate else "done")
