"""A framework and one of its items in full: what it names, and what serves it."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from pmcareer.domain.curriculum.frameworks import Domain, Framework, FrameworkItem
from pmcareer.domain.curriculum.items import Exercises
from pmcareer.domain.curriculum.serving import Served
from pmcareer.domain.ground.frozen import frozen
from pmcareer.views.gap.framework_in_full import origin_line, weight_words
from pmcareer.views.parts.entries import Titles, named
from pmcareer.views.parts.items import hours_words, id_and_title, item_as_dict
from pmcareer.views.parts.keys import Keys, ids
from pmcareer.views.parts.text import if_said, one_line, plural

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Column, Page
    from pmcareer.views.parts.styled import Block


@frozen
class ServedFacts:
    """An item of a framework, what serves it, and which of that is done."""

    served: Served
    exercises: Exercises
    states: Mapping[str, str]
    """State of each exercise."""


def render_framework(
    framework: Framework,
    serving: Mapping[str, Exercises],
    titles: Titles,
    today: date,
    page: "Page",
) -> "Blocks":
    """Draw what it is and how it was read, then its items with what serves each."""
    yield page.facts(_about(framework, titles))
    yield page.paragraphs(framework.read, indent=2)
    for domain in framework.domains or (None,):
        yield from _part(framework, domain, serving, page)
    yield page.quiet(origin_line(framework, today))
    if framework.items:
        yield page.quiet(f"How far you are: pmcareer gap --framework {framework.id}")


def _about(framework: Framework, titles: Titles) -> Iterator[tuple[str, str]]:
    yield "publisher", framework.publisher
    if framework.items:
        yield "items", plural(len(framework.items), framework.unit)
    yield "address", framework.url
    yield "certificates", ", ".join(named(name, titles) for name in framework.certifications)


def _part(
    framework: Framework,
    domain: Domain | None,
    serving: Mapping[str, Exercises],
    page: "Page",
) -> "Blocks":
    if domain:
        yield page.heading(one_line(domain.title), if_said("{} %", weight_words(domain)))
    inside = framework.items_in(domain.id if domain else None)
    rows = [(framework.name_of(item), item.title, _served(item, serving)) for item in inside]
    if rows:
        yield page.table(_columns(framework, page), rows, indent=2)


def _columns(framework: Framework, page: "Page") -> "tuple[Column, ...]":
    return (
        page.column("id", "item", key=True),
        page.column(framework.unit, wraps=True, key=True),
        page.column("served by", wraps=True),
    )


def _served(item: FrameworkItem, serving: Mapping[str, Exercises]) -> str:
    levels = [f"{skill} {level}" for skill, level in item.skills.items()]
    return ", ".join((*ids(serving[item.id]), *levels, *item.roles)) or "nothing here"


def render_item(facts: ServedFacts, titles: Titles, today: date, page: "Page") -> "Blocks":
    """Draw where an item belongs, and what serves it, with the state of each exercise."""
    item = facts.served.item
    yield page.facts(_place(facts.served, titles))
    if facts.exercises:
        yield page.heading("Exercises that serve it", "one that is done covers it")
        yield _exercises(facts, page)
    elif not (item.skills or item.roles):
        yield page.line("Nothing in this curriculum serves it.")
    if item.note:
        yield page.paragraphs(item.note, indent=2)
    yield page.quiet(origin_line(facts.served.framework, today))


def _place(served: Served, titles: Titles) -> Iterator[tuple[str, str]]:
    framework, item = served.framework, served.item
    yield "framework", f"{one_line(framework.title)}, {framework.id}"
    for domain in framework.domains:
        if domain.id == item.domain:
            yield "part", domain.title
    levels = (f"{named(skill, titles)} {level}" for skill, level in item.skills.items())
    yield "shown by the level", "; ".join(levels)
    yield "shown by the post", "; ".join(named(role, titles) for role in item.roles)


def _exercises(facts: ServedFacts, page: "Page") -> "Block":
    effort, state = page.column("effort", wraps=True), page.column("state")
    rows = []
    for each in facts.exercises:
        drawn = page.state(facts.states[each.id])
        rows.append((each.id, each.title, hours_words(each), drawn))
    return page.table((*id_and_title(page), effort, state), rows, indent=2)


def served_item_keys(facts: ServedFacts) -> Keys:
    """Write an item under its whole name, with its framework and every exercise that serves it."""
    served = facts.served
    return item_as_dict(served.item) | {
        "id": served.name,
        "framework": served.framework.id,
        "exercises": ids(facts.exercises),
    }
