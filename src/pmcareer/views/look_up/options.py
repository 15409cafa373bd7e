"""Options side by side: those that fit with what they give and lack, then the others."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pmcareer.domain.curriculum.catalogue import Option
from pmcareer.views.parts.text import one_line

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page
    from pmcareer.views.parts.styled import Block

IN_FULL_AT_LEAST = 2
"""Opinions differ widely: one option alone is never shown (S2-11)."""


def render_options(options: Sequence[Option], fitting: Sequence[str], page: "Page") -> "Blocks":
    """Draw the options in full that fit, two at least, and the others in a line each."""
    shown = max(IN_FULL_AT_LEAST, len(fitting))
    for option in options[:shown]:
        yield from _in_full(option, fitting, page)
    if len(options) > shown:
        yield page.heading("The others", "and when they come first")
        yield _in_a_line_each(options[shown:], page)
        yield page.blank()
    yield page.line(("One in full: pmcareer show ", "quiet"), (options[-1].id, "item"))


def _in_full(option: Option, fitting: Sequence[str], page: "Page") -> "Blocks":
    fits = ", fits what you say" if option.id in fitting else ""
    yield page.heading(one_line(option.title), f"{option.id}{fits}")
    told = {"gives": option.gives, "lacks": option.lacks}
    yield page.facts((key, one_line(text or "")) for key, text in told.items())
    yield page.numbered(option.first, indent=4)
    yield page.blank()


def _in_a_line_each(options: Sequence[Option], page: "Page") -> "Block":
    columns = (
        page.column("", "item", key=True),
        page.column("", wraps=True, key=True),
        page.column("", wraps=True),
    )
    rows = ((each.id, each.title, each.ranked_first or "") for each in options)
    return page.table(columns, rows, indent=2)
