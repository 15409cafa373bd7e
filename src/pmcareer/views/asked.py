"""A question on a terminal: what it lists to choose from, and what was understood."""

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING

from pmcareer.domain.words.choices import Choice, Question
from pmcareer.views.parts.blocks import Hanging
from pmcareer.views.parts.styled import Text
from pmcareer.views.parts.text import one_line

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page

GAP = 2
"""Columns between columns."""
LEAST_TYPED = 24
"""Columns that an answer should have beside what is asked."""


def render(question: Question, page: "Page") -> "Blocks":
    """Draw the question, and below it the choices with their numbers."""
    # What belongs to the question before is asked in the line that is typed in.
    if not _is_short(question):
        yield page.blank()
        yield page.line((question.text, "heading"), (_place(question, page), "quiet"))
    for row in rows_of(question.choices, page.width):
        if len(row) == 1:
            number, title, _ = row[0]
            lead = Text.assemble(" " * GAP, (number, "item"), " ")
            yield Hanging(lead=lead, body=Text(title))
            continue
        pieces: list[str | tuple[str, str]] = []
        for number, title, padding in row:
            pieces += [" " * GAP, (number, "item"), f" {title}{padding}"]
        yield page.line(*pieces)


def _is_short(question: Question) -> bool:
    return not (question.choices or question.place)


def _place(question: Question, page: "Page") -> str:
    """Say which question it is at the right end of the line, where there is room."""
    if not question.place:
        return ""
    words = f"question {question.place} of {question.total}"
    room = min(page.width, 80) - len(question.text) - len(words)
    return " " * max(room, GAP) + words if room >= 0 else ""


Cells = list[tuple[str, str, str]]
"""A line of choices: each its number, its title, and blanks up to the next."""


def rows_of(choices: Sequence[Choice], width: int) -> Iterator[Cells]:
    """Set choices below each other, in as many columns as fit into a width.

    Six in two columns are numbered down the first, then down the second: 1 and 4 in one line.
    """
    count = _columns_that_fit(choices, width)
    height = -(-len(choices) // count) if count else 0
    widths = _widths(choices, height)
    for line in range(height):
        cells: Cells = []
        for place in range(line, len(choices), height):
            title = one_line(choices[place].title)
            padding = " " * (widths[place // height] - len(title))
            number = f"{place + 1:>{_digits(choices)}}"
            cells.append((number, title, padding))
        yield cells


def _columns_that_fit(choices: Sequence[Choice], width: int) -> int:
    """Count the columns; few choices stand in one, where the eye finds them."""
    for count in range(len(choices) // 3, 1, -1):
        widths = _widths(choices, -(-len(choices) // count))
        if sum(widths) + len(widths) * (GAP + _digits(choices) + 1) <= width:
            return len(widths)
    return min(len(choices), 1)


def _widths(choices: Sequence[Choice], height: int) -> list[int]:
    """Measure the longest title of each column."""
    starts = range(0, len(choices), max(height, 1))
    return [
        max(len(one_line(choice.title)) for choice in choices[start : start + height])
        for start in starts
    ]


def _digits(choices: Sequence[Choice]) -> int:
    return len(str(len(choices)))


def prompt_of(question: Question, width: int) -> str:
    """Say what can be typed, and what Enter means; on a line of its own where there is no room."""
    words = f"{_kind(question)} ({_inside(question)})".strip()
    if len(words) + LEAST_TYPED <= width:
        return f"{words} > "
    return "\n".join((*wrap(words, width), "> "))


def _kind(question: Question) -> str:
    if not question.choices:
        return question.text if _is_short(question) else ""
    return "Numbers or words, with commas" if question.is_many else "Number or words"


def _inside(question: Question) -> str:
    said = [question.example] if question.example else []
    return "; ".join([*said, f"Enter: {question.default_words}"])


def understood(words: str, page: "Page") -> "Blocks":
    """Repeat what an answer was taken for."""
    lead = Text(f"{' ' * GAP}{page.glyph('arrow')} ")
    yield Hanging(lead=lead, body=Text(one_line(words), style="done"))
