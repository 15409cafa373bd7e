"""`pmcareer profile`: what one says about oneself, shown or set."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from pmcareer.commands.entry import entry_for, stored
from pmcareer.commands.home import home_of
from pmcareer.domain.coaching.answering import word_or_text
from pmcareer.domain.coaching.because import beside_the_plan, in_force
from pmcareer.domain.coaching.mentoring import to_ask
from pmcareer.domain.coaching.no_longer import no_longer_words
from pmcareer.domain.coaching.unsaid import since_in_question, situation_in_question
from pmcareer.domain.curriculum.answers import Saying
from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.ground.vocabulary import (
    BACKGROUNDS,
    EDUCATIONS,
    PMO_TYPES,
    PROJECTS,
    SAYING_KEYS,
    SERVICES,
    WEEKDAYS,
)
from pmcareer.domain.logbook.entries import MOST_PRACTICES, Profile
from pmcareer.domain.person.away import is_away
from pmcareer.domain.person.person import Person, person_of
from pmcareer.domain.person.picked import COMMA
from pmcareer.domain.person.said import UNSAID
from pmcareer.domain.person.situations import (
    AWAY,
    situations_of,
    with_situation,
    without_situation,
)
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.words.amounts import (
    hours_per_week_of,
    parts_of,
    past_weeks_of,
    word_of,
    words_of,
)
from pmcareer.domain.words.days import DAYS_OFF, day_range, past_day
from pmcareer.domain.words.lookup import (
    certification_named,
    detour_ids,
    industry_id,
    practice_named,
    role_id,
    something_named,
    target_id,
)
from pmcareer.domain.words.optional import Typed, only_said
from pmcareer.domain.words.situations import spoken_of
from pmcareer.domain.words.trade_words import trade_called
from pmcareer.errors import NotAlone, WrongValue
from pmcareer.settings import Settings
from pmcareer.views.parts.mentor import mentor_words
from pmcareer.views.profile import ProfileAnswer
from pmcareer.views.questions import IN_NO_PLAN

NONE = "none"
EVERY_DAY = "all"
PRACTICES = "--practices"
WIDGETS = ("advice", "balance", "heat-map", "practice", "stopping", "streak")
"""What can be muted beside single items."""
MUTABLE = ("advice", "practice", "prompt")
OF_TRADES = {"industry", "target-industry"}
KEYS_SAID = frozenset(name.replace("-", "_") for name in SAYING_KEYS)
LONGEST_SHORT_DAY = 5
"""Letters; longer words are taken for the full name of a weekday."""


def run(settings: Settings) -> ProfileAnswer:
    """Show what is said."""
    home = home_of(settings)
    person = home.person
    return ProfileAnswer(
        says=person.says, titles=home.titles, since=_since(person), problems=home.problems
    )


def _since(person: Person) -> date | None:
    """Find the first day in the role held of an experience that goes on."""
    # On a detour the role held goes on; since when one is on the detour is another thing.
    post = person.post
    if person.since or post is None:
        return None
    held = [each.start for each in person.experiences if each.role == post.id and not each.end]
    return min(held, default=None)


def change(
    settings: Settings,
    *,
    note: Typed = None,
    dry_run: bool = False,
    **typed: str | Sequence[str],
) -> ProfileAnswer:
    """Set what was typed: one entry with these keys and no others."""
    home = home_of(settings)

    before = home.person.says
    said = _read(home.curriculum, before, _beside(home.person, typed), settings.today)
    said |= _days(settings.today, typed)
    after = home.person.saying(**said)
    # Only what is typed now is refused: a day written by hand stops nothing else.
    if "since" in typed and after.since and after.role is None and after.detour is None:
        since = f"--since {typed['since']}"
        raise NotAlone("--since", "a role that it belongs to", f"{since} --role ROLE")
    if "route" in typed:
        said["route"] = _route(after, str(typed["route"]))
    entry = entry_for(settings, Profile, **said, note=note)
    same = tuple(key for key, value in said.items() if before.get(key) == value)

    # With the entry, and not by its words alone: a first day makes a post on record.
    person = person_of(home.curriculum, (*home.person.entries, entry), settings.today)
    asked = filter(None, [situation_in_question(person) or _since_of_a_new_role(person, said)])
    remarks = (*asked, *_because(home.person, person, said))
    answer = stored(settings, home, entry, dry_run=dry_run, remarks=remarks)
    says = person.says
    problems = answer.problems
    return ProfileAnswer(
        says=says, titles=answer.titles, stored=answer, same=same, problems=problems
    )


def _since_of_a_new_role(person: Person, said: Mapping[str, Any]) -> str:
    """Ask since when, where a role was said and no situation that explains the months."""
    return since_in_question(person) if said.get("role") and not situations_of(person.says) else ""


def _because(before: Person, person: Person, said: Mapping[str, Any]) -> list[str]:
    """Say what the words that were said change, of keys whose words change something."""
    names = {key.replace("_", "-") for key in said}
    # One line says what a change of trade brings, whichever of the two was said.
    if not names.isdisjoint(OF_TRADES):
        names.add("industry")
    if names.isdisjoint({*SAYING_KEYS, "industry"}):
        return []
    changes = [each.text for each in in_force(person) if each.id in names]
    changes += beside_the_plan(person, names)
    changes += filter(None, [no_longer_words(before, person)])
    if said.get("mentor") and (asked := to_ask(Planner(person=person))):
        changes.append(f"{mentor_words(asked, person.today)}.")
    # A certificate to aim at has a line of its own in the plan: then something does change.
    if "goal_certificate" in said:
        return changes
    return changes or [IN_NO_PLAN] * any(map(said.get, KEYS_SAID.intersection(said)))


def _read(
    curriculum: Curriculum, before: Mapping[str, Any], typed: Mapping[str, Any], today: date
) -> dict[str, Any]:
    said = {key: READ[key](curriculum, value) for key, value in typed.items() if key in READ}
    if "days_off" in typed:
        said["days_off"] = _with_days_off(before.get("days_off", ()), typed["days_off"], today)
    if "mute" in typed or "unmute" in typed:
        said["muted"] = _muted(curriculum, before.get("muted", ()), typed)
    return said


def _beside(person: Person, typed: Mapping[str, Any]) -> dict[str, Any]:
    """Part the situation from the role that was typed: it belongs to the context."""
    # Back at work, says who names the first day of a post: the break is over.
    parted = _trades_apart(person.curriculum, typed)
    typed = parted.copy()
    spoken = spoken_of(person.curriculum, str(typed.get("role", "")))
    says = {**person.says, **only_said({"context": typed.get("context")})}
    if spoken.situation:
        parted["context"] = with_situation(says, spoken.situation)
        parted["role"] = spoken.role or typed.get("before")
    elif "role" in typed and "since" in typed and "left" not in typed and is_away(person):
        parted["context"] = without_situation(says, AWAY)
    if spoken.industry:
        parted = {"industry": spoken.industry, **parted, "role": spoken.role}
    return only_said(parted)


def _trades_apart(curriculum: Curriculum, typed: Mapping[str, Any]) -> dict[str, Any]:
    """Take trades out of what was typed for the situation: "bank" is an industry."""
    saying = _saying(curriculum, "context")
    known = [answer.id for answer in saying.answers] if saying else []
    others: list[str] = []
    parted = dict(typed)
    for part in str(typed.get("context", "")).split(COMMA):
        trade = trade_called(curriculum, part)
        if trade and part.strip().lower() not in known:
            parted["industry"] = trade
        else:
            others.append(part)
    if parted.keys() != typed.keys() and "context" in typed:
        parted["context"] = COMMA.join(others) or None
    return only_said(parted)


def _days(today: date, typed: Mapping[str, Any]) -> dict[str, date | str]:
    """Read the days since which something is so, or the word that takes one back."""
    said: dict[str, date | str] = {}
    for key in ("since", "left", "looking"):
        if key in typed:
            said[key] = UNSAID
            if typed[key].strip().lower() != UNSAID:
                said[key] = past_day(typed[key], today, f"--{key}", lengths=True)
    return said


def _route(after: Person, typed: str) -> str:
    """Find the way that is meant, by its id, the start of it, or its number in the plan."""
    if typed.strip().lower() == UNSAID:
        return UNSAID
    return Planner(person=after.saying(route=UNSAID)).route_named(typed).route.id


def _with_days_off(present: Sequence[str], typed: Sequence[str], today: date) -> tuple[str, ...]:
    if _is_none(typed):
        return ()
    # Added to what is there: next year's holidays don't end this year's.
    new = {day_range(part, today) for part in parts_of(typed, DAYS_OFF)}
    return tuple(sorted({*present, *new}))


def _muted(
    curriculum: Curriculum, present: Sequence[str], typed: Mapping[str, Any]
) -> tuple[str, ...]:
    new = _mutable(curriculum, typed.get("mute", ()))
    heard = _mutable(curriculum, typed.get("unmute", ()))
    # What is muted and heard in one line is heard.
    return tuple(word for word in dict.fromkeys((*present, *new)) if word not in heard)


def _mutable(curriculum: Curriculum, typed: Sequence[str]) -> tuple[str, ...]:
    words = parts_of(typed, "--mute") if typed else ()
    return tuple(map(partial(_mutable_id, curriculum), words))


def _mutable_id(curriculum: Curriculum, word: str) -> str:
    if word in WIDGETS:
        return word
    return something_named(curriculum, word, MUTABLE).item.id


def _practices(curriculum: Curriculum, typed: Sequence[str]) -> tuple[str, ...]:
    if _is_none(typed):
        return ()
    words = parts_of(typed, PRACTICES)
    ids = tuple(dict.fromkeys(practice_named(curriculum, word).id for word in words))
    if len(ids) > MOST_PRACTICES:
        wanted = f"at most {MOST_PRACTICES} practices; more are no habit"
        raise WrongValue(PRACTICES, ",".join(words), wanted)
    return ids


def _services(_: Curriculum, typed: Sequence[str]) -> tuple[str, ...]:
    if _is_none(typed):
        return ()
    return words_of(typed, SERVICES, "--pmo-services")


def _study_days(_: Curriculum, typed: Sequence[str]) -> tuple[str, ...]:
    words = parts_of(typed, "--study-days")
    if words == (EVERY_DAY,):
        return WEEKDAYS
    # "monday" is read as "mon"; "monda" stays as it is, and is refused as it was typed.
    days = (word[:3] if len(word) > LONGEST_SHORT_DAY else word for word in words)
    named = words_of(days, WEEKDAYS, "--study-days")
    return tuple(day for day in WEEKDAYS if day in named)


def _is_none(typed: Sequence[str]) -> bool:
    return [text.strip().lower() for text in typed] == [NONE]


def _one_of(known: Sequence[str], option: str) -> Callable[[Curriculum, Any], str]:
    return lambda _, typed: word_of(typed, known, option)


def _word_or_text(key: str) -> Callable[[Curriculum, Any], str]:
    return lambda curriculum, typed: word_or_text(_saying(curriculum, key), typed, f"--{key}")


def _or_unsaid(key: str) -> Callable[[Curriculum, Any], str]:
    read = _word_or_text(key)
    return lambda curriculum, typed: UNSAID if _is_none([typed]) else read(curriculum, typed)


def _saying(curriculum: Curriculum, key: str) -> Saying | None:
    return next((saying for saying in curriculum.profile if saying.key == key), None)


def _industry(curriculum: Curriculum, typed: str) -> str:
    if typed.strip().lower() == UNSAID:
        return UNSAID
    return industry_id(curriculum, typed)


READ: Mapping[str, Callable[[Curriculum, Any], Any]] = {
    "role": role_id,
    "target": target_id,
    "without": lambda curriculum, typed: () if _is_none(typed) else detour_ids(curriculum, typed),
    "hours_per_week": lambda _, typed: hours_per_week_of(typed),
    "past_weeks": lambda _, typed: past_weeks_of(typed),
    "education": _one_of(EDUCATIONS, "--education"),
    "background": _one_of(BACKGROUNDS, "--background"),
    "projects": _one_of(PROJECTS, "--projects"),
    "pmo_type": _one_of(PMO_TYPES, "--pmo-type"),
    "pmo_services": _services,
    "industry": _industry,
    "target_industry": _industry,
    "culture": _or_unsaid("culture"),
    "context": _or_unsaid("context"),
    "mentor": _word_or_text("mentor"),
    "practices": _practices,
    "goal_certificate": lambda curriculum, typed: certification_named(curriculum, typed).id,
    "study_days": _study_days,
}
"""What reads each key of the profile; not days off and muted ids, which change what is there."""
