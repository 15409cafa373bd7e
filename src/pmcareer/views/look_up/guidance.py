"""A piece of advice with its reason, what to do about it, and how it is silenced."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from pmcareer.domain.curriculum.guidance import Advice
from pmcareer.views.parts.entries import named
from pmcareer.views.parts.items import value_words

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page

LABEL = 9


def advice(rule: Advice, page: "Page", *, applies: bool, titles: Mapping[str, str]) -> "Blocks":
    """Draw what it says, when it is said, and what helps."""
    row = partial(page.row, columns=LABEL)
    today = "so it is" if applies else "not so"
    yield page.blank()
    yield page.line(rule.text)
    yield page.blank()
    yield row("Do", rule.do or "")
    yield row("Said when", f"{'; '.join(rule.when)} ({today} today)")
    title = "See"
    for name in (*rule.exercises, *rule.practices, *rule.certifications, *rule.roles):
        yield row(title, named(name, titles))
        title = ""
    if rule.weights:
        yield row("Weights", value_words(rule.weights))
    yield row("Sources", ", ".join(rule.sources) or "none given")
    yield page.blank()
    mute = (f"pmcareer profile --mute {rule.id}", "item")
    yield row("Not you?", mute, ("  hides it for ever", "quiet"))
