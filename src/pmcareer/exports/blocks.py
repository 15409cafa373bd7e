"""Blocks of a page: sections with their headings, tables with their captions, lists."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from pmcareer.domain.ground.calendar import day_in_words
from pmcareer.exports.tree import Child, Element, el, said, within

Cells = Sequence[Child]
Blocks = Iterator[Element]


def section(name: str, title: str, *children: Child) -> Element:
    """Make a part of a page that can be gone to, headed by its title."""
    heading = el("h2", title, id=f"{name}-heading")
    return el("section", heading, *children, id=name, aria_labelledby=f"{name}-heading")


def table(
    caption: str, heads: Sequence[str], rows: Iterable[Cells], kind: str | None = None
) -> Element:
    """Make a table in which the first cell of a row heads it; of "days", or of "numbers"."""
    titles = within("tr", (el("th", head, scope="col") for head in heads))
    body = within("tbody", map(_row, rows))
    return el("table", el("caption", caption), el("thead", titles), body, class_=kind)


def _row(cells: Cells) -> Element:
    head, *rest = cells
    return el("tr", el("th", head, scope="row"), *(el("td", cell) for cell in rest))


def listed(items: Iterable[Element]) -> Blocks:
    """Make a list; nothing where there is nothing."""
    found = list(items)
    if found:
        yield within("ul", found, class_="things")


def thing(title: str, *facts: Child, texts: Iterable[Element]) -> Element:
    """Make an item of a list: its title, what is known of it in short, and its texts."""
    about = el("p", el("strong", said(title)))
    for fact in facts:
        about.append(el("span", " · ", fact, class_="fact"))
    return el("li", about, *texts)


def day(on: date) -> Element:
    """Write a day that machines read too."""
    return el("time", day_in_words(on), datetime=on.isoformat())


def labelled(label: str, text: Child) -> Element:
    """Write a text with a word before it that says what it is; "" needs none."""
    named = el("span", f"{label}: ", class_="label") if label else None
    return el("p", named, text)
