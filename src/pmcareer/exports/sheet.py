"""Markdown: a sheet to work on, headed by what is to be done and what shows that it is."""

import re
from collections.abc import Iterable, Sequence

from pmcareer.domain.curriculum.guide import Reading
from pmcareer.domain.curriculum.items import Exercise
from pmcareer.domain.curriculum.part import Part
from pmcareer.domain.curriculum.steps import Step
from pmcareer.domain.ground.frozen import frozen
from pmcareer.exports.headings import ANSWERS, EXAMPLE, heading_in, under
from pmcareer.exports.markup import Parts, bullets, document, escaped, heading, link, table
from pmcareer.exports.plain import number, without_controls

Worked = Exercise | Step
"""What one can work on."""
_TAG = re.compile(r"<(?=[a-z/!?])(?!https?://)", re.IGNORECASE)
_OTHER_LINK = re.compile(
    r"\]([(:])(?=\s*(?:<(?!https?://)[^>\n]*[:&][^>\n]*>|(?!<|https?://)[^\s)]*[:&]))",
    re.IGNORECASE,
)
"""What leads elsewhere than to the web or beside the sheet: a colon, or a sign written as &#58;,
stands in the address."""
_IMAGE = re.compile(r"!(?=\[)")
ROWS = 3
"""Empty rows of a table that is to be filled in."""


@frozen
class Firm:
    """What a practice firm has for one exercise."""

    name: str
    files: tuple[str, ...]
    """Names below the folder, each with what it is for."""


def sheet_of(
    item: Worked,
    own: str | None,
    reading: Sequence[Reading] = (),
    *,
    parts: Sequence[Part] = (),
    mistakes: Sequence[str] = (),
    firm: Firm | None = None,
) -> str:
    """Write the sheet of an item: its head, then the curriculum's own sheet, else room for notes.

    `own` is the text of somebody else's file, and is harmless afterwards. What is wrong with its
    poor example comes last, so that nobody reads the answers first.
    """
    lines = harmless(own or "").splitlines()
    answers = "\n".join(under(lines, (ANSWERS,))).strip()
    return document(
        heading(1, item.title),
        *_head(item),
        heading(2, "Done when") if item.accept else "",
        "\n".join(f"- [ ] {escaped(each)}" for each in item.accept),
        *_in_parts(parts, item.id),
        *(_on_the_firm(firm, item.id) if firm else ()),
        *_list("Common mistakes", map(escaped, mistakes)),
        *_headed("\n".join(under(lines, (ANSWERS,), beside=True)).strip()),
        *(() if own else _room(item)),
        *_list("To read", map(_named, reading)),
        answers,
    )


def harmless(markdown: str) -> str:
    """Leave a text its Markdown, and take out what commands a terminal or a browser."""
    text = _TAG.sub("&lt;", without_controls(markdown))
    # A picture would be fetched from the web by whoever only looks at the sheet.
    return _OTHER_LINK.sub(r"]\\\1", _IMAGE.sub("", text))


def examples_in(markdown: str) -> str:
    """Cut out the examples of a sheet: the parts headed "A good example" or so; "" for none.

    What is wrong with the poor one comes last.
    """
    lines = harmless(markdown).splitlines()
    examples = "\n".join(under(lines, (EXAMPLE,))).strip()
    answers = "\n".join(under(lines, (ANSWERS,))).strip()
    return "\n\n".join(filter(None, (examples, answers))) if examples else ""


def _head(item: Worked) -> Parts:
    match item:
        case Exercise():
            low, _, high = item.hours
            yield f"{item.id} · level {item.level} · {number(low)} to {number(high)} hours"
            yield _said("What you hand over", item.deliverable)
            yield _said("At work", item.at_work)
            yield _said("Why", item.why)
        case Step():
            yield f"{item.id} · {item.minutes} minutes{_waiting(item)}"
            yield _said("Do", item.do)
            yield _said("Why", item.why)


def _said(title: str, text: str | None) -> str:
    return f"**{title}.** {escaped(text)}" if text else ""


def _waiting(step: Step) -> str:
    if step.waits is None:
        return ""
    days = "a day" if step.waits == 1 else f"{step.waits} days"
    return f" · ask again after {days} without an answer"


def _headed(own: str) -> Parts:
    """Put a heading above a sheet that has none: what is filled in stands below one."""
    if own and heading_in(own.partition("\n")[0]) is None:
        yield heading(2, "Your work")
    yield own


def _room(item: Worked) -> Parts:
    """Leave room for each point of the checklist, and for what was done when."""
    for place, point in enumerate(item.accept, start=1):
        yield f"## {place}. {escaped(point)}"
        yield ">"
    yield heading(2, "What I did")
    yield table(("day", "minutes", "what I did", "what is still open"), [("",) * 4] * ROWS)


def _on_the_firm(firm: Firm, exercise: str) -> Parts:
    """Say what of the practice firm serves somebody who has no project of their own."""
    yield heading(2, "Without a project of your own")
    yield (
        f"Do it on {escaped(firm.name)}, a made-up firm: `pmcareer work --practice tidewell` copies"
        " its files to you. For this you need"
    )
    yield bullets(map(escaped, firm.files))
    yield (
        f"Done there it lifts its skill to level 2 at most: `pmcareer log {exercise} --simulated`"
    )


def _in_parts(parts: Sequence[Part], exercise: str) -> Parts:
    if parts:
        yield heading(2, "In parts")
        yield f"When one is done: `pmcareer log {exercise} {parts[0].minutes} --part 1`"
        yield table(
            ("", "minutes", "what", "done on"),
            [(number, part.minutes, part.text, "") for number, part in enumerate(parts, 1)],
        )


def _list(title: str, lines: Iterable[str]) -> Parts:
    said = list(lines)
    if said:
        yield heading(2, title)
        yield bullets(said)


def _named(reading: Reading) -> str:
    title = escaped(reading.title)
    if reading.minutes:
        title += f" ({reading.minutes} minutes)"
    return f"{title}: {link(reading.url)}" if reading.url else title
