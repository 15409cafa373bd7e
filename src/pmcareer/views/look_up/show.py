"""One item with everything about it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from datetime import date
from typing import TYPE_CHECKING

from pmcareer.domain.curriculum.answers import Prompt
from pmcareer.domain.curriculum.catalogue import Certification
from pmcareer.domain.curriculum.frameworks import Framework
from pmcareer.domain.curriculum.guidance import Advice
from pmcareer.domain.curriculum.guide import NO_GUIDE, Guide, Reading
from pmcareer.domain.curriculum.industries import Industry
from pmcareer.domain.curriculum.items import Exercise, Exercises, Item, Move, Role, Skill
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.levels import SkillLevel
from pmcareer.domain.plan.parts import PartNow
from pmcareer.views.certificate.facts import facts_of, origin_words
from pmcareer.views.look_up.frameworks import (
    ServedFacts,
    render_framework,
    render_item,
    served_item_keys,
)
from pmcareer.views.look_up.gates import GateFacts, gate_keys, render_gate
from pmcareer.views.look_up.guidance import advice
from pmcareer.views.look_up.industry import render_industry
from pmcareer.views.look_up.steps import StepFacts, render_step, step_keys
from pmcareer.views.parts.answer import Answer
from pmcareer.views.parts.entries import Titles, named, title_of
from pmcareer.views.parts.guide import guide_keys, part_keys, reading_words
from pmcareer.views.parts.items import (
    effort_cells,
    effort_columns,
    hours_words,
    id_and_title,
    item_as_dict,
    label,
    months_words,
    value_words,
)
from pmcareer.views.parts.keys import Keys, ids, picked
from pmcareer.views.parts.text import if_said, minutes, number, one_line, span
from pmcareer.views.work import COPY_FIRM

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page, Pieces
    from pmcareer.views.parts.styled import Block

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
    titles: Titles
    today: date
    state: str | None = None
    """State of an exercise."""
    minutes_logged: int = 0
    guide: Guide = NO_GUIDE
    """What helps with an exercise."""
    part: PartNow | None = None
    """The part of it that comes now."""
    readings: tuple[Reading, ...] = ()
    """What to read for it."""
    on_firm: bool = False
    """The practice firm has the files for it."""
    unlocks: tuple[str, ...] = ()
    """Exercises that ask for this one first."""
    exercises: tuple[Exercise, ...] = ()
    """Exercises of a skill."""
    level: SkillLevel | None = None
    """Where one stands in a skill."""
    moves: tuple[Move, ...] = ()
    """Moves from and to a role."""
    gates: tuple[str, ...] = ()
    """What the gates of a role ask for, and those of a certification beside its months."""
    step: StepFacts | None = None
    """What is on record of a step."""
    gate: GateFacts | None = None
    """How far one is with a gate."""
    serves: tuple[str, ...] = ()
    """Items of frameworks that an exercise serves."""
    frameworks: Mapping[str, str] | None = None
    """Where frameworks speak of a skill."""
    served: ServedFacts | None = None
    """An item of a framework, and what serves it."""
    serving: Mapping[str, Exercises] = field(default_factory=dict)
    """The exercises that serve each item of a framework."""
    advised: str = ""
    """What a piece of advice says today; empty where it does not apply."""


def render(shown: Shown, page: "Page") -> "Blocks":
    """Draw the page of an item; every one ends with where it comes from."""
    item = shown.item
    retired = ", retired" if item.retired else ""
    name = shown.served.served.name if shown.served else item.id
    yield page.heading(one_line(item.title), f"{name}, {shown.kind}{retired}")
    if shown.served:
        yield from render_item(shown.served, shown.titles, shown.today, page)
    elif shown.step:
        yield from render_step(shown.step, shown.titles, shown.today, page)
    elif shown.gate:
        yield from render_gate(shown.gate, shown.titles, page)
    elif isinstance(item, Advice):
        yield from advice(item, page, said=shown.advised, titles=shown.titles)
    else:
        yield from _body(shown, page)
        yield from _origin(item, page)


def _body(shown: Shown, page: "Page") -> "Blocks":
    match shown.item:
        case Exercise() as item:
            yield from _exercise(item, shown, page)
        case Skill() as item:
            yield from _skill(item, shown, page)
        case Role() as item:
            yield from _role(item, shown, page)
        case Certification() as item:
            yield from _certificate(item, shown, page)
        case Framework() as item:
            yield from render_framework(item, shown.serving, shown.titles, shown.today, page)
        case Industry() as item:
            yield from render_industry(item, shown.titles, page)
        case item:
            yield from _any(item, shown, page)


def _exercise(item: Exercise, shown: Shown, page: "Page") -> "Blocks":
    yield page.facts([*_work(item, shown, page), *_neighbours(item, shown)])
    prose = (("Why", item.why), ("Deliverable", item.deliverable), ("At work", item.at_work))
    for title, text in prose:
        if text:
            yield page.heading(title)
            yield page.paragraphs(text, indent=2)
    if item.accept:
        yield page.heading("Done when")
        yield page.bullets(item.accept, mark="[ ]")
    yield from _guide(shown, page)


def _guide(shown: Shown, page: "Page") -> "Blocks":
    """Draw what helps with an exercise: its parts, what commonly goes wrong, what to read."""
    if shown.guide.parts:
        yield page.heading("Parts", _where_one_is(shown))
        yield page.numbered([f"{minutes(part.minutes)}: {part.text}" for part in shown.guide.parts])
    if shown.guide.mistakes:
        yield page.heading("Common mistakes")
        yield page.bullets(shown.guide.mistakes)
    if shown.readings:
        yield page.heading("Read")
        yield page.bullets(map(reading_words, shown.readings))
    if shown.on_firm:
        yield page.blank()
        yield page.quiet(f"No project? A made-up firm serves it: {COPY_FIRM}")


def _where_one_is(shown: Shown) -> str:
    part = shown.part
    if part is None or not shown.minutes_logged:
        return ""
    return f"by what is logged you are in part {part.number}"


def _work(item: Exercise, shown: Shown, page: "Page") -> Iterator[tuple[str, "Pieces"]]:
    yield "skill", f"{title_of(item.skill, shown.titles)}, level {item.level}"
    yield "done as in", named(item.industry or "", shown.titles)
    yield "core", ("yes" if item.core else "no") + if_said(", since edition {}", item.core_since)
    yield "effort", hours_words(item)
    yield "takes at least", span(item.span_days) if item.span_days else ""
    logged = f", {minutes(shown.minutes_logged)} logged" if shown.minutes_logged else ""
    yield "state", [page.state(shown.state or "open"), logged]


def _neighbours(item: Exercise, shown: Shown) -> Iterator[tuple[str, str]]:
    """Name what it leans on, and what leans on it."""
    titles = shown.titles
    yield "needs first", _all_named(item.requires, titles)
    yield "unlocks", _all_named(shown.unlocks, titles)
    yield "needs the standing of", named(item.standing or "", titles)
    yield "for a background", item.background or ""
    yield "serves", ", ".join(shown.serves)


def _all_named(names: Iterable[str], titles: Titles) -> str:
    return "; ".join(named(name, titles) for name in names)


def _skill(item: Skill, shown: Shown, page: "Page") -> "Blocks":
    yield from _summary(item, page)
    level = str(shown.level.level) if shown.level else ""
    months = f"months of {item.work}" if item.work else ""
    yield page.facts(
        [
            ("side", item.side or ""),
            ("your level", level),
            ("levels 4 and 5 ask for", months),
            ("frameworks", value_words(shown.frameworks)),
        ]
    )
    if item.levels:
        yield page.heading("Levels")
        yield page.facts((str(level), text) for level, text in enumerate(item.levels))
    if shown.exercises:
        yield page.heading("Exercises")
        yield _exercises(shown.exercises, page)


def _summary(item: Role | Skill, page: "Page") -> "Blocks":
    if item.summary:
        yield page.paragraphs(item.summary, indent=2)


def _exercises(exercises: Iterable[Exercise], page: "Page") -> "Block":
    columns = (*id_and_title(page), *effort_columns(page))
    return page.table(columns, map(_exercise_row, exercises), indent=2)


def _exercise_row(exercise: Exercise) -> tuple[str, ...]:
    return exercise.id, exercise.title, *effort_cells(exercise)


def _role(item: Role, shown: Shown, page: "Page") -> "Blocks":
    yield from _summary(item, page)
    swaps = item.instead.items()
    yield page.facts(
        [
            ("also called", ", ".join(item.aliases)),
            ("detour", _detour_words(item)),
            ("working years at entry", " to ".join(map(number, item.years or ()))),
            ("a month counts as", value_words(item.work_shares)),
            ("requires", ", ".join(item.requires)),
            ("its own work", "; ".join(f"{new} instead of {old}" for old, new in swaps)),
        ]
    )
    for title, levels in (("Needs", item.needs), ("Traits", item.traits)):
        if levels:
            yield page.heading(title)
            yield _levels(levels, shown.titles, page)
    yield from _ways(shown, page)


def _detour_words(item: Role) -> str:
    if not item.detour:
        return ""
    if item.months:
        return f"yes, {months_words(item.months)}"
    return "yes"


def _levels(levels: Mapping[str, int], titles: Titles, page: "Page") -> "Block":
    rows = [(name, titles.get(name, name), f"level {level}") for name, level in levels.items()]
    return page.table((*id_and_title(page), page.column("level")), rows, indent=2)


def _ways(shown: Shown, page: "Page") -> "Blocks":
    """Draw what keeps one out of a role, and the moves that lead to it and away."""
    if shown.gates:
        yield page.heading("Gates", "what time and other people decide")
        yield page.bullets(one_line(words) for words in shown.gates)
    if shown.moves:
        yield page.heading("Moves")
        yield page.bullets(_move_words(move, page, shown.titles) for move in shown.moves)


def _move_words(move: Move, page: "Page", titles: Titles) -> str:
    ends = (title_of(role, titles) for role in (move.source, move.target))
    return f"{page.arrow.join(ends)}, {months_words(move.months)}"


def _certificate(item: Certification, shown: Shown, page: "Page") -> "Blocks":
    """Draw what a certificate is, and where to see how far one is with it."""
    for text in filter(None, (item.summary, item.note)):
        yield page.paragraphs(text, indent=2)
    gates = "; ".join(map(one_line, shown.gates))
    issuer = ", ".join(filter(None, (one_line(item.issuer), item.url)))
    facts = (("issuer", issuer), *facts_of(item, shown.titles), ("asks for, too", gates))
    yield page.facts(facts)
    yield page.quiet(origin_words(item))


def _any(item: Item, shown: Shown, page: "Page") -> "Blocks":
    keys = item_as_dict(item) | {"gates": shown.gates}
    told = {key: value for key, value in keys.items() if key not in UNTOLD and value_words(value)}
    if isinstance(item, Prompt):
        told.pop("answers", None)
    # Prose first, in the order in which a person asks: what it is, what to do, what it gives.
    for key in LONG:
        if key in told:
            yield page.paragraphs(str(told.pop(key)), indent=2)
    yield page.facts((label(key), value_words(value)) for key, value in told.items())


def _origin(item: Item, page: "Page") -> "Blocks":
    sources = ", ".join(item.sources) or "none given"
    yield page.facts([("sources", sources), ("formerly", ", ".join(item.replaces))])
    # A retired exercise can be looked up, for old entries name it; nobody is sent to do it.
    if isinstance(item, Exercise) and not item.retired:
        yield page.quiet(f"When it is done: pmcareer log {item.id}")
    elif isinstance(item, Industry):
        yield page.quiet(f"Work in it: pmcareer profile --industry {item.id}")
    elif isinstance(item, Certification):
        yield page.quiet(f"How far you are, and when to begin: pmcareer certificate {item.id}")
    elif isinstance(item, Prompt):
        answers = if_said(" ({})", ", ".join(ids(item.answers)))
        yield page.quiet(f"Its answers{answers}, and what each changes: pmcareer answer {item.id}")


def as_dict(shown: Shown) -> Keys:
    """Return the kind and the item, with what belongs to it."""
    return {"kind": shown.kind, "item": _item_keys(shown)}


def _item_keys(shown: Shown) -> Keys:
    if shown.gate:
        return gate_keys(shown.gate)
    if shown.served:
        return served_item_keys(shown.served)
    return item_as_dict(shown.item) | _situation(shown)


def _situation(shown: Shown) -> Keys:
    """Return where one stands with the item; the same keys for every item of a kind."""
    match shown.item:
        case Exercise():
            known = picked(shown, "state", "minutes_logged", "unlocks")
            helps = guide_keys(shown.guide, shown.readings) | {"part": part_keys(shown.part)}
            return known | {"frameworks": shown.serves} | helps
        case Skill():
            level = shown.level.level if shown.level else 0
            known = {"level": level, "exercises": ids(shown.exercises)}
            return known | picked(shown, "frameworks")
        case Role():
            return {"moves": [item_as_dict(move) for move in shown.moves]}
        case Advice():
            return {"applies": bool(shown.advised)}
        case _:
            return step_keys(shown.step) if shown.step else {}
