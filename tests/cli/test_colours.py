"""Colours are put around lines as Rich would put them, to the last byte."""

import io
import re
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.theme import Theme

from pmcareer.cli.look import Look
from pmcareer.cli.show import drawn
from pmcareer.views.parts.styled import Text
from pmcareer.views.parts.theme import STYLES

# Not what joins letters: where a style ends between them, Rich takes the parts for wider than the
# whole, and a full line loses its last letter.
LETTERS = st.text(alphabet=st.sampled_from("aab  -\n\t計😀\u0301👩█'\"é…[]\x1b\u202e"), max_size=40)
WORDS = LETTERS | st.sampled_from(
    (
        "type pmcareer log rsk-01 --minutes 45 and go",
        "3.2 h of 40 %",
        "https://www.example.org/a",
        "👩\u200d💻 ❤\ufe0f",
    )
)
LOOKS = st.sampled_from((*STYLES, "", "bullet"))
PLACES = st.integers(0, 60)
MARKS = st.lists(st.tuples(PLACES, PLACES, LOOKS), max_size=5)
PIECES = st.lists(st.tuples(WORDS, LOOKS), min_size=1, max_size=4)
PARTS = st.lists(st.tuples(LETTERS, LOOKS), min_size=1, max_size=4)
WIDTHS = st.sampled_from((20, 25, 40, 59, 80, 150, 100_000))


def as_rich_draws(blocks, width):
    """What Rich sends a terminal, less the blanks at the ends of its lines."""
    console = Console(
        file=io.StringIO(),
        width=width,
        height=25,
        force_terminal=True,
        color_system="standard",
        legacy_windows=False,
        theme=Theme(STYLES, inherit=False),
        markup=False,
        emoji=False,
        highlight=False,
        _environ={},
    )
    for block in blocks:
        console.print(block)
    return re.sub(r"(?m)[ \t]+((?:\x1b\[[0-9;]*m)*)$", r"\1", console.file.getvalue())


def same(compose, width, *, plain=False):
    """Hold that what is composed on a page is drawn as Rich draws it; return it."""
    pages = []

    def render(page):
        pages.append(page)
        return compose(page)

    look = Look(environment={"COLUMNS": str(width)}, color="always", plain=plain)
    sent = drawn(render, SimpleNamespace(look=look))
    assert sent == as_rich_draws(compose(pages[0]), pages[0].width)
    return sent


@given(st.lists(LOOKS, min_size=1, max_size=4))
def test_styles_one_upon_the_other_look_as_rich_blends_them(styles):
    text = Text("words", styles[0])
    for place, style in enumerate(styles[1:]):
        text.stylize(style, place, 5)
    same(lambda _: [text], 80)


@given(PARTS, LOOKS, MARKS, WIDTHS)
def test_a_text_with_marks_anywhere_is_sent_as_rich_sends_it(pieces, style, marks, width):
    def compose(page):
        text = page.text(*pieces)
        text.style = style
        for begin, end, mark in marks:
            if begin < min(end, len(text.plain)):
                text.stylize(mark, begin, min(end, len(text.plain)))
        return [text, page.line(text), page.table([page.column("what", wraps=True)], [[text]])]

    same(compose, width)


@given(st.lists(st.tuples(WORDS, PIECES), min_size=1, max_size=4), LOOKS, WIDTHS, st.booleans())
def test_blocks_of_every_kind_are_sent_as_rich_sends_them(rows, style, width, plain):
    def compose(page):
        columns = (
            page.column("one", "quiet", wraps=True, key=True),
            page.column("two", style, right=True, wraps=True),
        )
        cells = [(one, page.text(*others)) for one, others in rows]
        yield page.heading("Heading", "note")
        yield page.records(columns, cells)
        yield page.blank()
        yield page.facts([(one, text) for one, text in cells])
        yield page.bullets([list(others) for _, others in rows])
        yield page.row("label", *rows[0][1], mark="[ ]")
        yield page.led("done", *rows[0][1])
        yield page.line(page.bar(0.4), "  ", page.state("done"), indent=2)
        yield page.paragraphs(rows[0][0], indent=2)
        yield page.beside([page.line(*rows[0][1])], [page.quiet(rows[0][0])], 9)

    same(compose, width, plain=plain)


def test_colours_begin_and_end_with_the_words_that_have_them():
    sent = same(lambda page: [page.line(("By ", "quiet"), ("pmcareer next", "quiet"), " ")], 40)
    assert sent == "\x1b[2mBy \x1b[0m\x1b[36mpmcareer next\x1b[0m\n"
