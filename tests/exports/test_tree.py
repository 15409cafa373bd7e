"""Elements of which no text can break out."""

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from pages import read_page
from pmcareer.exports.plain import without_controls
from pmcareer.exports.tree import el, said, web_link, written

ANY = st.text(alphabet=st.characters(codec="utf-8"))


@given(ANY, ANY)
def test_any_text_is_read_back_from_xml_as_it_was_written(text, value):
    tree = ET.fromstring(written(el("p", text, class_=value), "xml"))  # noqa: S314 -- ours
    assert tree.tag == "p"
    assert list(tree) == []
    assert (tree.text or "").replace("\r", "\n") == shown(text).replace("\r", "\n")
    assert set(tree.attrib) == {"class"}


def shown(text):
    return without_controls(text).replace("\ufffe", "").replace("\uffff", "")


@given(ANY, ANY)
def test_any_text_is_read_back_from_html_as_it_was_written(text, value):
    page = read_page(written(el("p", text, el("b", "b"), text, title=value), "html"))
    paragraph = page.one("p")
    assert [node.tag for node in page.all()] == ["p", "b"]
    assert paragraph.attributes == {"title": shown(value)}
    assert "".join(each for each in paragraph.children if isinstance(each, str)).split() == (
        f"{shown(text)}\n{shown(text)}".split()
    )


def test_what_commands_a_terminal_or_turns_a_line_round_is_left_out():
    assert written(said("a\x1b[2Jb\u202ec\x00\uffff"), "xml") == "<bdi>a[2Jbc</bdi>"


def test_only_an_address_of_the_web_is_a_link():
    link = web_link("https://wiki.example.org/x?a=1&b=2")
    assert (link.tag, link.text) == ("a", link.get("href"))
    assert link.get("rel") == "noopener noreferrer"
    for other in ("javascript:alert(1)", "file:///etc/passwd", "https://a.example/ b", "data:x"):
        assert (web_link(other).tag, web_link(other).get("href")) == ("bdi", None)


def test_a_name_of_python_stands_for_one_of_html():
    assert written(el("p", class_="c", aria_hidden="true", id=None), "xml") == (
        '<p class="c" aria-hidden="true" />'
    )
