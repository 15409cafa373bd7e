"""Texts of others in every export: read back by a parser of the format, they are texts and no more."""

import csv
import io
import json

import pytest
from icalendar import Calendar
from markdown_it import MarkdownIt

from pages import read_page, read_picture
from pmcareer.exports import FORMATS
from running import a_home, run_cli

from builders import (
    a_curriculum,
    a_lesson,
    a_role,
    a_story,
    an_exercise,
    certified,
    closed,
    did,
    experience,
    finished,
)

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<style>*{display:none}</style>",
    "</title></svg></body><a href='javascript:alert(1)'>x</a>",
    '<a href="https://evil.example" style="x">x</a>',
    '"><iframe src=//evil.example>',
    "' onmouseover='alert(1)",
    "[here](javascript:alert(1)) ![x](https://evil.example/pixel)",
    "<javascript:alert(1)> <data:text/html,x>",
    "&lt;b&gt; &#60;script&#62; &copy;",
    "]]> <!-- --> <?xml?> <!DOCTYPE x>",
    '=HYPERLINK("https://evil.example") | a | b',
    "x\\nEND:VEVENT\\nBEGIN:VALARM",
    "# heading `code` **bold** ~~~",
]
LINKS = ["javascript:alert(1)", "data:text/html,<script>", "file:///etc/passwd", "vbscript:x"]
MARK = "evil.example"
READER = MarkdownIt("commonmark", {"html": True}).enable("table")
OF_OURS = frozenset(
    [
        "paragraph",
        "heading",
        "text",
        "softbreak",
        "bullet_list",
        "list_item",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "hr",
        "strong",
        "em",
        "inline",
        "code_inline",
        "link",
        "hardbreak",
        "ordered_list",
    ]
)


@pytest.fixture(params=HOSTILE)
def said(request):
    """A record and a curriculum in which every text is this one."""
    text = request.param
    exercise = an_exercise("rsk-01", title=text, deliverable=text, accept=[text])
    other = an_exercise("rsk-02", title=text, why=text)
    target = a_role("tech-pm", title=text, needs={"risk": 3})
    entries = [
        finished("rsk-01", note=text, outcome=text, evidence=LINKS[0], reviewed_by=text),
        closed(text, text, size=text, note=text),
        experience("leading", "2024-01-01", organisation=text),
        a_lesson(text, **{"for": text}),
        a_story(text, situation=text, task=text, action=text, result=text),
        certified("pmp", note=text),
        did("j1", what=text, evidence=LINKS[2], **{"with": text}),
    ]
    a_home(a_curriculum(exercise, other, target), *entries)
    return text


def exported(name, *options):
    answer = run_cli("export", name, *options)
    assert answer.code == 0, answer.err
    return answer.out


@pytest.mark.parametrize("options", [(), ("--for", "mentor")], ids=["portfolio", "mentor"])
def test_markdown_has_no_markup_of_theirs(said, options):
    """F43, F44: with raw HTML allowed, as many readers do."""
    tokens = READER.parse(exported("markdown", *options))
    parts = [part for token in tokens for part in (token, *(token.children or ()))]
    kinds = {part.type.removesuffix("_open").removesuffix("_close") for part in parts}
    assert kinds <= OF_OURS
    links = [part.attrs["href"] for part in parts if part.type == "link_open"]
    assert not [link for link in links if not link.startswith(("http://", "https://"))]
    assert not [link for link in links if MARK in link and not said.startswith("http")]
    read = "".join(part.content for part in parts if part.type in ("text", "code_inline"))
    assert said in read


@pytest.mark.parametrize("name", ["json", "jsonresume"])
def test_json_holds_the_text_as_it_is(said, name):
    """F43: as texts, and links of the web alone where the format has a link."""
    found = json.loads(exported(name))
    texts = list(_texts(found))
    assert any(said in text for text in texts)
    urls = [text for key, text in _keyed(found) if key in {"url", "website", "image"}]
    assert not [url for url in urls if not url.startswith(("http://", "https://"))]


def _texts(value):
    return [text for _, text in _keyed(value)]


def _keyed(value, key=""):
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _keyed(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _keyed(inner, key)
    elif isinstance(value, str):
        yield key, value


def test_a_table_has_no_formula_of_theirs(said):
    """F41."""
    rows = list(csv.reader(io.StringIO(exported("csv"))))
    assert len({len(row) for row in rows}) == 1
    cells = [cell for row in rows for cell in row]
    assert any(said in cell for cell in cells)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "\t", "\r"))]


def test_a_calendar_has_no_component_of_theirs(said):
    """F42."""
    text = exported("ics")
    calendar = Calendar.from_ical(text)
    kinds = {component.name for component in calendar.walk()}
    assert kinds <= {"VCALENDAR", "VEVENT", "VTIMEZONE", "STANDARD", "DAYLIGHT"}
    urls = [str(each["URL"]) for each in calendar.walk() if "URL" in each]
    assert not [url for url in urls if not url.startswith(("http://", "https://"))]


OF_A_PAGE = {
    *(
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "header",
        "nav",
        "main",
        "footer",
        "section",
    ),
    *(
        "div",
        "h1",
        "h2",
        "h3",
        "p",
        "span",
        "strong",
        "bdi",
        "time",
        "a",
        "ul",
        "li",
        "dl",
        "dt",
        "dd",
    ),
    *("figure", "details", "summary", "table", "caption", "thead", "tbody", "tr", "th", "td"),
}
OF_A_PICTURE = {
    *("svg", "title", "desc", "style", "g", "rect", "line", "path", "polyline", "text", "tspan"),
}
ATTRIBUTES = {
    *(
        "lang",
        "charset",
        "http-equiv",
        "content",
        "name",
        "class",
        "id",
        "tabindex",
        "scope",
        "datetime",
    ),
    *(
        "href",
        "rel",
        "role",
        "aria-label",
        "aria-labelledby",
        "aria-describedby",
        "aria-hidden",
        "width",
        "height",
    ),
    *("viewbox", "x", "y", "x1", "x2", "y1", "y2", "rx", "d", "points", "text-anchor"),
    *("{http://www.w3.org/XML/1998/namespace}lang", "viewBox"),
}


def test_a_page_has_no_element_attribute_style_or_link_of_theirs(said):
    page = read_page(exported("html", "--name", said, "--with-notes"))
    nodes = list(page.all())
    assert {node.tag for node in nodes} <= OF_A_PAGE | OF_A_PICTURE
    assert {name for node in nodes for name in node.attributes} <= ATTRIBUTES
    assert said not in page.one("style").text
    links = [node.attributes["href"] for node in page.all("a")]
    assert [link for link in links if not link.startswith(("#", "http://", "https://"))] == []
    assert [link for link in links if MARK in link] == []
    as_read = " ".join(said.split())
    assert page.one("h1").text == as_read
    assert page.one("main").text.count(as_read) > 10


def test_a_picture_has_no_element_attribute_style_or_link_of_theirs(said):
    root = read_picture(exported("svg", "--name", said))
    assert {each.tag for each in root.iter()} <= OF_A_PICTURE
    assert {name for each in root.iter() for name in each.attrib} <= ATTRIBUTES
    assert "".join(root.find("title").itertext()).startswith(
        f"{' '.join(said.split())}: On the way"
    )
    assert said not in "".join(root.find("style").itertext())


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u200b", "\u061c", "\x1b", "\uffff"])
def test_a_name_turns_no_page_round_and_commands_no_terminal(sign):
    """F43: control and bidirectional characters; files that hold them are refused when they are read."""
    a_home(a_curriculum(an_exercise()))
    assert sign not in exported("html", "--name", f"A{sign}da")
    assert sign not in exported("svg", "--name", f"A{sign}da")


def test_every_format_is_held_to_it():
    """A format that is new comes here, or says why it needs not."""
    assert set(FORMATS) == {
        "html",
        "svg",
        "json",
        "jsonresume",
        "csv",
        "ics",
        "markdown",
        "worksheet",
    }
