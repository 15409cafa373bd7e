"""Markdown in which nothing that somebody typed is markup: read back by markdown-it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from pmcareer.exports.markup import bullets, document, escaped, heading, link, table
from pmcareer.exports.plain import on_one_line

READER = MarkdownIt("commonmark", {"html": False}).enable("table").enable("strikethrough")
HOSTILE = [
    pytest.param("<script>alert(1)</script>", id="a script"),
    pytest.param("![x](https://evil.example/pixel)", id="an image"),
    pytest.param("[here](javascript:alert(1))", id="a link that runs"),
    pytest.param("<javascript:alert(1)>", id="an automatic link that runs"),
    pytest.param("# Not a heading", id="a heading"),
    pytest.param("- not a list", id="a list"),
    pytest.param("1. not a list", id="a numbered list"),
    pytest.param("12) not a list", id="a list with brackets"),
    pytest.param("---", id="a rule"),
    pytest.param("===", id="an underline"),
    pytest.param("> no quotation", id="a quotation"),
    pytest.param("`code` and ~~~ fences", id="code"),
    pytest.param("**bold** _it_ ~~gone~~", id="emphasis"),
    pytest.param("a | b | c", id="a table"),
    pytest.param("&lt;b&gt; &copy;", id="entities"),
    pytest.param("ends with a backslash \\", id="a backslash"),
    pytest.param("two\n\n# paragraphs", id="paragraphs"),
    pytest.param("[id]: https://evil.example", id="a definition"),
]


def shown(text):
    """Give the text that a reader sees, and the kinds of markup that made it."""
    tokens = [part for token in READER.parse(text) for part in (token, *(token.children or ()))]
    return "".join(token.content for token in tokens if token.type in ("text", "code_inline")), {
        t.type for t in tokens
    }


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize(
    ("place", "expected"),
    [
        pytest.param(escaped, {"paragraph_open"}, id="in a paragraph"),
        pytest.param(lambda text: heading(2, text), {"heading_open"}, id="in a heading"),
        pytest.param(lambda text: bullets([escaped(text)]), {"bullet_list_open"}, id="in a list"),
        pytest.param(lambda text: table(["title"], [[text]]), {"table_open"}, id="in a table"),
    ],
)
def test_hostile_text_is_shown_as_it_was_typed(text, place, expected):
    read, kinds = shown(place(text))
    assert read.removeprefix("title") == on_one_line(text)
    assert expected <= kinds
    assert not kinds & {
        "link_open",
        "image",
        "html_inline",
        "html_block",
        "em_open",
        "strong_open",
        "s_open",
        "fence",
    }


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1))
def test_any_text_is_read_back_as_it_was_written(text):
    assert shown(document(heading(2, text), bullets([f"x {escaped(text)}"])))[0] == on_one_line(
        text
    ) + (f"x {on_one_line(text)}".rstrip())


@pytest.mark.parametrize(
    "address", ["https://wiki.example.org/x?a=1&b=2", "http://localhost:8080/a_b"]
)
def test_an_address_of_the_web_is_a_link_that_shows_where_it_leads(address):
    tokens = READER.parseInline(link(address))[0].children
    assert [token.attrs.get("href") for token in tokens if token.type == "link_open"] == [address]


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("javascript:alert(1)", id="a script"),
        pytest.param("data:text/html,x", id="data"),
        pytest.param("file:///etc/passwd", id="a file"),
        pytest.param("https://a.example> <b>", id="markup behind an address"),
        pytest.param("see https://a.example", id="words before an address"),
    ],
)
def test_anything_else_is_no_link(address):
    read, kinds = shown(link(address))
    assert read == address
    assert "link_open" not in kinds
