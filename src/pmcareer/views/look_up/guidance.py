"""A piece of advice with its reason, what to do about it, and how it is silenced."""

import re
from typing import TYPE_CHECKING

from pmcareer.domain.curriculum.guidance import Advice
from pmcareer.views.parts.entries import Titles, named
from pmcareer.views.parts.items import value_words

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page

_BLANK = re.compile(r"\{\w+\}\.?")
"""What is filled in on the day that it applies, with the full stop behind it: "…" till then."""


def advice(rule: Advice, page: "Page", *, said: str, titles: Titles) -> "Blocks":
    """Draw what it says, today if it is `said` today, when it is said, and what helps."""
    yield page.blank()
    yield page.line(said or _BLANK.sub("…", rule.text))
    yield page.blank()
    yield page.row("Do", rule.do or "")
    today = "so it is" if said else "not so"
    yield page.row("Said when", f"{'; '.join(rule.when)} ({today} today)")
    yield from _see(rule, page, titles)
    yield page.blank()
    # A rule can be wrong about somebody: whoever knows better has it silenced for good.
    mute = (f"pmcareer profile --mute {rule.id}", "item")
    yield page.row("Not you?", mute, ("  hides it for ever", "quiet"))


def _see(rule: Advice, page: "Page", titles: Titles) -> "Blocks":
    # The items stand below each other, and the label beside the first of them.
    title = "See"
    for name in (*rule.exercises, *rule.practices, *rule.certifications, *rule.roles):
        yield page.row(title, named(name, titles))
        title = ""
    if rule.weights:
        yield page.row("Weights", value_words(rule.weights))
    yield page.row("Sources", ", ".join(rule.sources) or "none given")
