"""Pages and pictures read back: trees of elements, with the texts in them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}


@dataclass(kw_only=True)
class Node:
    """An element."""

    tag: str
    attributes: dict
    children: list = field(default_factory=list)

    def all(self, *tags):
        """Every element below it, of these tags where some are named, in order."""
        for child in self.children:
            if isinstance(child, Node):
                if not tags or child.tag in tags:
                    yield child
                yield from child.all(*tags)

    def one(self, tag):
        """The one element of this tag."""
        (found,) = self.all(tag)
        return found

    @property
    def text(self):
        """All text in it, on one line."""
        return " ".join("".join(self.texts()).split())

    def texts(self):
        """The texts in it, in order."""
        for child in self.children:
            if isinstance(child, Node):
                yield from child.texts()
            else:
                yield child


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = Node(tag="", attributes={})
        self.open = [self.root]
        self.declared = []

    def handle_starttag(self, tag, attrs):
        assert len({name for name, _ in attrs}) == len(attrs), f"an attribute twice in {tag}"
        node = Node(tag=tag, attributes=dict(attrs))
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag):
        assert self.open[-1].tag == tag, f"</{tag}> ends {self.open[-1].tag}"
        self.open.pop()

    def handle_data(self, data):
        self.open[-1].children.append(data)

    def handle_decl(self, decl):
        self.declared.append(decl)

    def handle_comment(self, data):
        pytest.fail(f"a comment: {data}")

    def handle_pi(self, data):
        pytest.fail(f"an instruction: {data}")


def read_page(text):
    """Read a page in which every element is closed, and nothing is a comment."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    assert reader.open == [reader.root]
    assert reader.declared == ["DOCTYPE html"]
    return reader.root


def read_picture(text):
    """Read an SVG that stands alone; its tags are without their namespace."""
    root = ET.fromstring(text)  # noqa: S314 -- our own, which is what is tried here
    for element in root.iter():
        namespace, _, element.tag = element.tag[1:].partition("}")
        assert namespace == "http://www.w3.org/2000/svg"
    return root
