"""A piece of advice with its reason, what to do about it, and how it is silenced."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from pmcareer.domain.curriculum.guidance import Advice
from pmcareer.views.parts.entries import named
from pmcareer.views.parts.items import value_words

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Page

LABEL = 9


def advice(
    rule: Advice, page: "Page", *, applies: bool, titles: Mapping[str, str]
) -> Iterator[Any]:
    """Draw what it says, when it is said, and what helps."""
    yield page.blank()
    yield page.line(rule.text)
    yield page.blank()
    yield page.row("Do", rule.do or "", columns=LABEL)
    yield page.row(
        "Said when",
        f"{'; '.join(rule.when)} ({'so it is' if applies else 'not so'} today)",
        columns=LABEL,
    )
    helpful = (*rule.exercises, *rule.practices, *rule.certifications, *rule.roles)
    for place, name in enumerate(helpful):
        yield page.row("" if place else "See", named(name, titles), columns=LABEL)
    if rule.weights:
        yield page.row("Weights", value_words(rule.weights), columns=LABEL)
    yield page.row("Sources", ", ".join(rule.sources) or "none given", columns=LABEL)
    yield page.blank()
    yield page.row(
        "Not you?",
        (f"pmcareer profile --mute {rule.id}", "item"),
        ("  hides it for ever", "quiet"),
        columns=LABEL,
    )
