"""One item with everything about it."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from pmcareer.domain.coaching.job_search import StepProgress
from pmcareer.domain.curriculum.catalogue import JobStep
from pmcareer.domain.curriculum.guidance import Advice
from pmcareer.domain.curriculum.items import Exercise, Item, Move, Role, Skill
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.levels import SkillLevel
from pmcareer.views.look_up.guidance import advice
from pmcareer.views.look_up.job_search import job_step, progress_keys
from pmcareer.views.parts.answer import Answer
from pmcareer.views.parts.entries import named
from pmcareer.views.parts.items import hours_words, item_as_dict, label, value_words
from pmcareer.views.parts.text import hours, minutes, number, one_line, span

if TYPE_CHECKING:
    from rich.console import RenderableType

    from pmcareer.views.parts.layout import Blocks, Page

LONG = (
    "summary",
    "what",
    "text",
    "do",
    "principle",
    "anchor",
    "gives",
    "lacks",
    "conditions",
    "review",
    "note",
)
"""Keys whose values are prose, shown as paragraphs of their own."""
UNTOLD = ("id", "title", "retired", "replaces", "sources")
"""Keys that the page shows elsewhere, or that only files need."""


@frozen
class Shown(Answer):
    """An item, what it belongs to, and where one stands with it."""

    kind: str
    item: Item
    titles: Mapping[str, str]
    state: str | None = None
    """State of an exercise."""
    minutes_logged: int = 0
    unlocks: tuple[str, ...] = ()
    """Exercises that ask for this one first."""
    exercises: tuple[Exercise, ...] = ()
    """Exercises of a skill."""
    level: SkillLevel | None = None
    """Where one stands in a skill."""
    moves: tuple[Move, ...] = ()
    """Moves from and to a role."""
    gates: tuple[str, ...] = ()
    """What the gates of a role ask for."""
    progress: StepProgress | None = None
    """How far a step of the job search is."""
    is_advised: bool = False
    """A piece of advice that applies today."""


def render(shown: Shown, page: "Page") -> "Blocks":
    """Draw the page of an item; every one ends with where it comes from."""
    item = shown.item
    retired = ", retired" if item.retired else ""
    yield page.heading(one_line(item.title), f"{item.id}, {shown.kind}{retired}")
    match item:
        case JobStep() if shown.progress:
            yield from job_step(shown.progress, page)
            return
        case Advice():
            yield from advice(item, page, applies=shown.is_advised, titles=shown.titles)
            return
        case Exercise():
            yield from _exercise(item, shown, page)
        case Skill():
            yield from _skill(item, shown, page)
        case Role():
            yield from _role(item, shown, page)
        case _:
            yield from _any(item, page)
    sources = ", ".join(item.sources) or "none given"
    yield page.facts([("sources", sources), ("formerly", ", ".join(item.replaces))])
    # A retired exercise can be looked up, for old entries name it; nobody is sent to do it.
    if isinstance(item, Exercise) and not item.retired:
        yield page.line((f"When it is done: pmcareer log {item.id}", "quiet"))


def _exercise(item: Exercise, shown: Shown, page: "Page") -> "Blocks":
    titles = shown.titles
    logged = f", {minutes(shown.minutes_logged)} logged" if shown.minutes_logged else ""
    yield page.facts(
        [
            ("skill", f"{one_line(titles.get(item.skill, item.skill))}, level {item.level}"),
            ("core", "yes" if item.core else "no"),
            ("effort", hours_words(item)),
            ("takes at least", span(item.span_days) if item.span_days else ""),
            ("state", [page.state(shown.state or "open"), logged]),
            ("needs first", _all_named(item.requires, titles)),
            ("unlocks", _all_named(shown.unlocks, titles)),
            ("needs the standing of", _all_named([item.standing or ""], titles)),
            ("for a background", item.background or ""),
            ("read", _all_named(item.resources, titles)),
        ]
    )
    prose = (("Why", item.why), ("Deliverable", item.deliverable), ("At work", item.at_work))
    for title, text in prose:
        if text:
            yield page.heading(title)
            yield page.paragraphs(text, indent=2)
    if item.accept:
        yield page.heading("Done when")
        yield page.bullets(item.accept, mark="[ ]")


def _all_named(names: Iterable[str], titles: Mapping[str, str]) -> str:
    return "; ".join(named(name, titles) for name in names)


def _skill(item: Skill, shown: Shown, page: "Page") -> "Blocks":
    if item.summary:
        yield page.paragraphs(item.summary, indent=2)
    yield page.facts(
        [
            ("side", item.side),
            ("your level", str(shown.level.level) if shown.level else ""),
            ("levels 4 and 5 ask for", f"months of {item.work}" if item.work else ""),
            ("frameworks", value_words(item.frameworks)),
        ]
    )
    if item.levels:
        yield page.heading("Levels")
        yield page.facts((str(level), text) for level, text in enumerate(item.levels))
    if shown.exercises:
        yield page.heading("Exercises")
        yield _exercises(shown.exercises, page)


def _exercises(exercises: Iterable[Exercise], page: "Page") -> "RenderableType":
    columns = (
        page.column("id", "item", key=True),
        page.column("title", wraps=True, key=True),
        page.column("level", right=True),
        page.column("core"),
        page.column("effort", right=True),
    )
    rows = []
    for each in exercises:
        core = "core" if each.core else ""
        rows.append((each.id, each.title, str(each.level), core, hours(each.mean_hours)))
    return page.table(columns, rows, indent=2)


def _role(item: Role, shown: Shown, page: "Page") -> "Blocks":
    titles = shown.titles
    if item.summary:
        yield page.paragraphs(item.summary, indent=2)
    yield page.facts(
        [
            ("detour", _detour_words(item)),
            ("working years at entry", " to ".join(map(number, item.years or ()))),
            ("a month counts as", value_words(item.work_shares)),
            ("requires", ", ".join(item.requires)),
        ]
    )
    if item.needs:
        yield page.heading("Needs")
        yield _levels(item.needs, titles, page)
    if item.traits:
        yield page.heading("Traits")
        yield _levels(item.traits, titles, page)
    if shown.gates:
        yield page.heading("Gates", "what time and other people decide")
        yield page.bullets(one_line(words) for words in shown.gates)
    if shown.moves:
        yield page.heading("Moves")
        yield page.bullets(_move_words(move, page, titles) for move in shown.moves)


def _detour_words(item: Role) -> str:
    if not item.detour:
        return ""
    return f"yes, {_months_words(item.months)}" if item.months else "yes"


def _months_words(months: Iterable[float]) -> str:
    """Write the least, likely and most months: 6 / 9 / 12 months."""
    return f"{' / '.join(map(number, months))} months"


def _levels(levels: Mapping[str, int], titles: Mapping[str, str], page: "Page") -> "RenderableType":
    columns = (
        page.column("id", "item", key=True),
        page.column("title", wraps=True, key=True),
        page.column("level"),
    )
    rows = [(name, titles.get(name, name), f"level {level}") for name, level in levels.items()]
    return page.table(columns, rows, indent=2)


def _move_words(move: Move, page: "Page", titles: Mapping[str, str]) -> str:
    source = one_line(titles.get(move.source, move.source))
    target = one_line(titles.get(move.target, move.target))
    return f"{source} {page.glyph('arrow')} {target}, {_months_words(move.months)}"


def _any(item: Item, page: "Page") -> "Blocks":
    keys = item_as_dict(item)
    told = {key: value for key, value in keys.items() if key not in UNTOLD and value_words(value)}
    # Prose first, in the order in which a person asks: what it is, what to do, what it gives.
    for key in LONG:
        if key in told:
            yield page.paragraphs(str(told.pop(key)), indent=2)
    yield page.facts((label(key), value_words(value)) for key, value in told.items())


def as_dict(shown: Shown) -> dict[str, Any]:
    """Return the kind and the item, with what belongs to it."""
    keys = item_as_dict(shown.item)
    match shown.item:
        case Exercise():
            keys["state"] = shown.state
            keys["minutes_logged"] = shown.minutes_logged
            keys["unlocks"] = list(shown.unlocks)
        case Skill():
            keys["level"] = shown.level.level if shown.level else 0
            keys["exercises"] = [each.id for each in shown.exercises]
        case Role():
            keys["moves"] = [item_as_dict(move) for move in shown.moves]
        case Advice():
            keys["applies"] = shown.is_advised
        case _:
            pass
    if shown.progress:
        keys |= progress_keys(shown.progress)
    return {"kind": shown.kind, "item": keys}
