"""Elements: a document as a tree, written so that no text in it can be markup."""

import re
from collections.abc import Iterable
from typing import Literal
from xml.etree import ElementTree as ET

from pmcareer.exports.plain import is_web_link, on_one_line, without_controls

Element = ET.Element
Child = Element | str | None
"""What stands in an element; None is left out, for what there is only sometimes."""
_NO_XML = re.compile("[\ufffe\uffff]")
"""What no XML may hold, besides the control characters."""
_ON_A_LINE = frozenset(["a", "bdi", "span", "strong", "time", "tspan"])
_WRITTEN_AS = {"html": "<!DOCTYPE html>\n", "xml": ""}


def el(tag: str, *children: Child, **attributes: object) -> Element:
    """Make an element; `class_` stands for class, and `aria_hidden` for aria-hidden.

    >>> written(el("p", "a < ", el("b", "b"), class_="c"), "xml")
    '<p class="c">a &lt; <b>b</b></p>'
    """
    element = ET.Element(tag)
    for name, value in attributes.items():
        if value is not None:
            element.set(name.rstrip("_").replace("_", "-"), _clean(value))
    for child in children:
        _add(element, child)
    return element


def within(tag: str, children: Iterable[Child], **attributes: object) -> Element:
    """Make an element of children that come one after the other."""
    return el(tag, *children, **attributes)


def _add(element: Element, child: Child) -> None:
    if child is None:
        return
    if isinstance(child, str):
        _add_text(element, _clean(child))
        return
    element.append(child)
    if child.tag not in _ON_A_LINE:
        # A line for each block: what changed between two days can be seen in a diff.
        child.tail = "\n"


def _add_text(element: Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _clean(value: object) -> str:
    return _NO_XML.sub("", without_controls(value))


def said(text: object) -> Element:
    """Write what somebody typed, in whatever direction its language is read."""
    # Right-to-left words would else drag the day behind them to the other side.
    return el("bdi", on_one_line(text))


def web_link(text: str) -> Element:
    """Link an address of the web, shown in full; anything else stays text."""
    address = on_one_line(text)
    if is_web_link(address):
        return el("a", address, href=address, rel="noopener noreferrer")
    return said(address)


def written(element: Element, form: Literal["html", "xml"]) -> str:
    """Write a tree as "html" or as "xml"."""
    return _WRITTEN_AS[form] + ET.tostring(element, encoding="unicode", method=form)
