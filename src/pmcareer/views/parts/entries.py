"""An entry in words, and as the keys that scripts read."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import cast

from pmcareer.domain.ground.vocabulary import CLEARED
from pmcareer.domain.logbook import entries as book
from pmcareer.views.parts.keys import Keys
from pmcareer.views.parts.text import (
    clean,
    day,
    day_range,
    joined,
    minutes,
    month,
    number,
    one_line,
    shortened,
)

Titles = Mapping[str, str]
OF_EVERY_ENTRY = ("kind", "on", "at", "note", "id")
"""Keys that say nothing about what an entry is about."""


def as_row(entry: book.Entry) -> Keys:
    """Return an entry's keys as the file has them."""
    return entry.as_row()


def described(entry: book.Entry, titles: Titles) -> str:
    """Say in one line what an entry records."""
    # A kind that a newer pmcareer wrote has no words here; by its id it can still be found.
    describe = DESCRIPTIONS.get(entry.kind)
    if describe:
        return describe(entry, titles)
    return f"{entry.kind} {entry.id}"


def named(name: str, titles: Titles) -> str:
    """Write an id with its title behind it."""
    if name in titles:
        return f"{clean(name)} {one_line(titles[name])}"
    return clean(name)


def title_of(name: str, titles: Titles) -> str:
    """Write what something is called, or its id where it has no title any more."""
    return one_line(titles.get(name, name))


def done_in_words(entry: book.Entry, titles: Titles) -> tuple[str, str]:
    """Say what was done, and the id of it apart: ("Finished Risk register", "rsk-03")."""
    for key, finished in DONE.items():
        name = getattr(entry, key, None)
        if name:
            verb = _begun(entry) if is_unfinished(entry) else finished
            return f"{verb} {title_of(name, titles)}", name if name in titles else ""
    return described(entry, titles), ""


def _begun(entry: book.Entry) -> str:
    is_only_told = entry.kind == "worked" and not getattr(entry, "minutes", None)
    return "Looked at" if is_only_told else "Worked on"


def is_unfinished(entry: book.Entry) -> bool:
    """Tell whether it says that work goes on."""
    return entry.kind == "worked" or bool(getattr(entry, "begun", None))


def details_of(entry: book.Entry) -> list[str]:
    """Say what else an entry of work says: what is left, how it was done, with whom."""
    match entry:
        case book.Worked(left=left) if left:
            return [f"{minutes(left)} left"]
        case book.Finished():
            return [word for word in (entry.mode, entry.part) if word]
        case book.Did():
            whom = _led("confirmed by" if entry.gate else "with", entry.whom)
            told = (entry.what, _led("outcome:", entry.outcome))
            return [*filter(None, (whom, *(shortened(text or "") for text in told)))]
        case _:
            return []


def _finished(entry: book.Finished, titles: Titles) -> str:
    return f"Finished {named(entry.exercise, titles)}" + _in_brackets(
        _time(entry.minutes), entry.mode, entry.part
    )


def _time(spent: int | None) -> str:
    return minutes(spent) if spent else ""


def _worked(entry: book.Worked, titles: Titles) -> str:
    left = f"{minutes(entry.left)} left" if entry.left else ""
    did = "Worked on" if entry.minutes else "Looked at"
    return f"{did} {named(entry.exercise, titles)}" + _in_brackets(_time(entry.minutes), left)


def _practised(entry: book.Practised, titles: Titles) -> str:
    return f"Practised {named(entry.practice, titles)}{_in_brackets(_time(entry.minutes))}"


def _deferred(entry: book.Deferred, titles: Titles) -> str:
    return f"Deferred {named(entry.thing, titles)} until {day(entry.until)}"


def _assessed(entry: book.Assessed, titles: Titles) -> str:
    return f"Assessed {named(entry.skill, titles)} at level {entry.level}, by {entry.by}"


def _rated(entry: book.Rated, titles: Titles) -> str:
    return f"Rated {named(entry.trait, titles)} at level {entry.level}, by {entry.by}"


def _experience(entry: book.Experience, titles: Titles) -> str:
    role = title_of(entry.role or "", titles)
    told = (_led("as", role), _led("at", entry.organisation), complexity_words(entry))
    about = _in_brackets(*told)
    return f"Experience of {clean(entry.work)}, {day_range(entry.start, entry.end)}{about}"


def complexity_words(entry: book.Experience) -> str:
    """Say how complex a stay was; nothing where it was not said."""
    return (entry.complexity or "").replace("-", " ")


def _led(preposition: str, words: str | None) -> str:
    """Put a word before what somebody may have said; nothing where nobody did."""
    return f"{preposition} {one_line(words)}" if words else ""


def _closed(entry: book.Closed, titles: Titles) -> str:
    skills = joined(title_of(name, titles) for name in entry.skills)
    about = _in_brackets(one_line(entry.size or ""), skills)
    return f"Project {one_line(entry.project)}: {one_line(entry.outcome)}{about}"


def _certified(entry: book.Certified, titles: Titles) -> str:
    until = _in_brackets(_dated("until", entry.expires))
    return f"Certificate {named(entry.certification, titles)}{until}"


def _dated(before: str, when: date | None) -> str:
    return f"{before} {day(when)}" if when else ""


def _profile(entry: book.Profile, _: Titles) -> str:
    return "Profile: " + "; ".join(
        f"{key.replace('_', ' ')} {value_words(value)}"
        for key, value in profile_keys(entry).items()
    )


def profile_keys(entry: book.Profile) -> Keys:
    """Return what an entry of the profile says."""
    return {key: value for key, value in entry.as_row().items() if key not in OF_EVERY_ENTRY}


def value_words(value: object) -> str:
    """Write a value of the profile; an empty list is none."""
    match value:
        case [*parts]:
            return ", ".join(map(clean, parts)) or "none"
        case float():
            return number(value)
        case date():
            return day(value)
        case _:
            return one_line(value)


def _answered(entry: book.Answered, titles: Titles) -> str:
    return f"Answered {named(entry.prompt, titles)}: {_what_was_answered(entry)}"


def _what_was_answered(entry: book.Answered) -> str:
    if entry.choice == CLEARED:
        return "taken back"
    return one_line(entry.text or (entry.choice or "").replace(",", ", "))


def _did(entry: book.Did, titles: Titles) -> str:
    with_whom, outcome = _led("with", entry.whom), _led("outcome:", entry.outcome)
    verb = "Worked on" if entry.begun else "Did"
    if entry.gate:
        # Of a gate the name is whose word it is.
        verb, with_whom = "Met", _led("confirmed by", entry.whom)
    return f"{verb} {named(entry.thing, titles)}" + _in_brackets(
        _time(entry.minutes), one_line(entry.what or ""), with_whom, outcome
    )


def _learned(entry: book.Learned, titles: Titles) -> str:
    side = title_of(entry.side or "", titles)
    about = _led("for", title_of(entry.certification or "", titles))
    told = (side, _led("at", entry.provider), about)
    return f"Learned {one_line(entry.title)}" + _in_brackets(f"{number(entry.hours)} h", *told)


def _lesson(entry: book.Lesson, _: Titles) -> str:
    return f"Lesson: {one_line(entry.text)}{_in_brackets(_led('for', entry.whom))}"


def _story(entry: book.Story, _: Titles) -> str:
    return f"Story: {one_line(entry.title)}"


def _baseline(entry: book.Baseline, titles: Titles) -> str:
    return f"Baseline for {named(entry.target, titles)}" + _in_brackets(
        # Others decide when one is in it: that is no day.
        _dated("study", entry.study),
        f"in it {month(entry.finish)}" if entry.finish else "",
    )


def _void(entry: book.Void, _: Titles) -> str:
    return f"Took back {clean(entry.of)}"


def _in_brackets(*parts: str | None) -> str:
    said = ", ".join(filter(None, parts))
    return f" ({said})" if said else ""


DONE = {"exercise": "Finished", "practice": "Practised", "step": "Did", "gate": "Met"}
"""A key that names what an entry of work is about, to what was done with it."""
DESCRIPTIONS = cast(
    "Mapping[str, Callable[[book.Entry, Titles], str]]",
    {
        "finished": _finished,
        "worked": _worked,
        "practised": _practised,
        "deferred": _deferred,
        "assessed": _assessed,
        "rated": _rated,
        "experience": _experience,
        "closed": _closed,
        "certified": _certified,
        "profile": _profile,
        "answered": _answered,
        "did": _did,
        "learned": _learned,
        "lesson": _lesson,
        "story": _story,
        "baseline": _baseline,
        "void": _void,
    },
)
"""A kind to the function that describes its entries."""
