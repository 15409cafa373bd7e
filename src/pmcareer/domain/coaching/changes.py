"""What an answer changes, effect by effect, and in words."""

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Literal

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.grouping import grouped

if TYPE_CHECKING:
    from pmcareer.domain.curriculum.answers import Effects, Says

ChangeKind = Literal[
    "earlier",
    "later",
    "level",
    "stands",
    "search",
    "detours",
    "gates",
    "width",
    "first",
    "sooner",
    "begun",
    "asks",
    "advice",
    "practices",
    "prefer",
    "minutes",
    "reminds",
    "meets",
    "loses",
    "profile",
]
BESIDE_THE_PLAN = ("reminds", "meets", "loses")
"""What changes when something is asked, and nothing of a plan."""
OF_TIME = {
    "search": "searches {:g} times as long",
    "detours": "finding a detour {:g} times as long",
    "gates": "gates of others {:g} times as long",
    "width": "what others decide {:g} times as uncertain",
    "minutes": "study in pieces of {:g} minutes, with the hours of the week as they are",
    "reminds": "asked about again after {:g} days",
    "meets": "a talk with your mentor, put on record",
    "loses": "no mentor to ask, until you speak again or name somebody",
}
LISTED = {
    "earlier": "{} earlier",
    "later": "{} later",
    "level": "{} taken for granted",
    "stands": "you are taken to stand at {}",
    "first": "{} first to study",
    "sooner": "{} earlier",
    "begun": "{} counts as done",
    "asks": "{} asked for",
    "advice": "advice {}",
    "practices": "{} proposed as a habit",
    "prefer": "ways through {} preferred",
    "profile": "{}",
}
MOST_NAMED = 4
"""So many skills are named in one piece of a sentence."""


@frozen
class Change:
    """One effect of an answer."""

    kind: ChangeKind
    name: str = ""
    """What it is about: a skill, an exercise, a role, a key of the profile."""
    figure: float = 0.0
    """A level, a factor, or minutes."""
    words: str = ""
    """What it says of the profile, or the exercise that moves."""


def changes_of(effects: "Effects", role: str | None) -> tuple[Change, ...]:
    """List the effects of an answer, for somebody in a role."""
    return (*_of_skills(effects, role), *_of_time(effects), *_of_items(effects), *_said(effects))


def _of_skills(effects: "Effects", role: str | None) -> Iterator[Change]:
    for skill, weight in effects.weights.items():
        if weight != 1:
            yield Change(kind="earlier" if weight > 1 else "later", name=skill, figure=weight)
    for skill, level in effects.levels.items():
        yield Change(kind="level", name=skill, figure=level)
    for skill, level in effects.stands.get(role or "", {}).items():
        yield Change(kind="stands", name=skill, figure=level)


def _of_time(effects: "Effects") -> Iterator[Change]:
    for kind in ("search", "detours", "gates", "width"):
        factor = getattr(effects, kind)
        if factor != 1:
            yield Change(kind=kind, figure=factor)
    if effects.minutes:
        yield Change(kind="minutes", figure=effects.minutes)
    if effects.reminds:
        yield Change(kind="reminds", figure=effects.reminds)
    if effects.meets:
        yield Change(kind="meets")
    if effects.loses:
        yield Change(kind="loses")


def _of_items(effects: "Effects") -> Iterator[Change]:
    for kind in ("first", "begun", "asks", "advice", "practices", "prefer"):
        for name in getattr(effects, kind):
            yield Change(kind=kind, name=name)


def _said(effects: "Effects") -> Iterator[Change]:
    """Say what it changes in the profile that no word of the profile says for itself."""
    for key, words in _of_profile(effects.profile):
        yield Change(kind="profile", name=key, words=words)


def _of_profile(says: "Says") -> Iterator[tuple[str, str]]:
    if isinstance(says.hours_per_week, float | int):
        yield "hours_per_week", f"{says.hours_per_week:g} hours a week"
    elif says.hours_per_week:
        yield "hours_per_week", "the hours a week that you really found"
    if says.looking:
        yield "looking", "you look for a post"
    if says.nearer or says.target:
        yield "target", "another target comes first"
    if says.without:
        yield "without", "detours left out"
    elif says.offers:
        yield "without", "detours welcome again"


def in_words(changes: Iterable[Change], curriculum: Curriculum) -> str:
    """Say changes in a few words each: "Governance earlier, what others decide takes 1.3 times"."""
    pieces = []
    for kind, several in grouped(changes, attrgetter("kind")).items():
        if kind in OF_TIME:
            pieces.append(OF_TIME[kind].format(several[0].figure))
        else:
            pieces.append(LISTED[kind].format(_named(several, curriculum)))
    return "; ".join(pieces)


def _named(changes: Sequence[Change], curriculum: Curriculum) -> str:
    names = [_name(change, curriculum) for change in changes]
    if len(names) > MOST_NAMED:
        names[MOST_NAMED - 1 :] = [f"{len(names) - MOST_NAMED + 1} more"]
    *first, last = names
    return " and ".join(filter(None, [", ".join(first), last]))


def _name(change: Change, curriculum: Curriculum) -> str:
    # Titles of skills are long, and their ids are words as well.
    if change.kind in ("earlier", "later"):
        exercise = f" ({change.words})" if change.words else ""
        return f"{change.name.replace('-', ' ')}{exercise}"
    if change.kind in ("level", "stands"):
        return f"{change.name.replace('-', ' ')} {change.figure:g}"
    if change.kind == "prefer":
        role = curriculum.role[change.name]
        return role.short or role.title
    return change.words or change.name
