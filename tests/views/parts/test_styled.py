"""Text is broken, cut and put together as Rich does it, so that both ways to draw say the same."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text as RichText

from pmcareer.views.parts.layout import Page
from pmcareer.views.parts.styled import Text, lines_of

WORDS = st.text(
    alphabet=st.sampled_from("aab  -\n\t計😀\u0301\u200d\ufe0f👩█'\"é…"), max_size=40
) | st.sampled_from(
    ("pmcareer log rsk-01 --minutes 45 and on", "3.2 h of 40 %", "https://www.example.org/a/b")
)
STYLES = st.sampled_from(("bold", "red", "dim cyan", ""))
PIECES = st.lists(st.tuples(WORDS, STYLES), max_size=5)
WIDTHS = st.integers(2, 60)


def both(pieces):
    return Text.assemble(*pieces), RichText.assemble(*pieces)


TERMINAL = Console(
    file=io.StringIO(),
    force_terminal=True,
    color_system="standard",
    legacy_windows=False,
    _environ={},
)
PIPES = {
    width: Console(
        file=io.StringIO(),
        width=width,
        no_color=True,
        markup=False,
        emoji=False,
        highlight=False,
        _environ={},
    )
    for width in (25, 40, 80, 100_000)
}


def seen(lines, width):
    """What a terminal is sent for lines."""
    with TERMINAL.capture() as sent:
        for line in lines:
            TERMINAL.print(line, width=width)
    return sent.get()


@given(PIECES, WIDTHS)
def test_lines_are_those_of_rich(pieces, width):
    ours, theirs = both(pieces)
    expected = theirs.wrap(TERMINAL, width, overflow="fold")
    lines = list(ours.lines(width))
    assert [line.plain for line in lines] == [line.plain for line in expected]
    assert [line.cell_len for line in lines] == [line.cell_len for line in expected]
    assert seen(lines, width) == seen(expected, width)


@given(PIECES, st.integers(0, 50), st.integers(0, 50), STYLES)
def test_parts_and_marks_are_those_of_rich(pieces, begin, end, style):
    ours, theirs = both(pieces)
    begin, end = sorted((min(begin, len(ours.plain)), min(end, len(ours.plain))))
    if style and begin < end:
        ours.stylize(style, begin, end)
        theirs.stylize(style, begin, end)
    part, expected = ours[begin:end], theirs[begin:end]
    joined, theirs_joined = Text(" ").join([part, ours]), RichText(" ").join([expected, theirs])
    joined.rstrip()
    theirs_joined.rstrip()
    assert joined.plain == theirs_joined.plain
    assert seen([joined], 30) == seen([theirs_joined], 30)


@given(PIECES, st.sampled_from((4, 8)))
def test_tabs_are_those_of_rich(pieces, size):
    ours, theirs = both(pieces)
    ours.expand_tabs(size)
    theirs.expand_tabs(size)
    assert ours.plain == theirs.plain
    assert seen([ours], 40) == seen([theirs], 40)


@given(
    st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=4),
    st.sampled_from(list(PIPES)),
)
def test_without_colours_blocks_say_what_rich_draws(rows, width):
    page = Page(width=width)
    columns = (page.column("one", wraps=True, key=True), page.column("two", "quiet", wraps=True))
    blocks = [
        page.heading("Heading", "note"),
        page.table(columns, rows),
        page.blank(),
        page.facts(rows),
        page.bullets([one for one, _ in rows]),
        *(page.paragraphs(one, indent=2) for one, _ in rows),
        page.beside([page.line(rows[0][0])], [page.line(rows[0][1])], 10),
        page.fitted(lambda height: [page.line(str(height([page.line(rows[0][0])])))]),
    ]
    with PIPES[width].capture() as sent:
        for block in blocks:
            PIPES[width].print(block)
    drawn = "".join(f"{line.plain}\n" for line in lines_of(blocks, width))
    assert drawn == sent.get()


@given(PIECES, WIDTHS)
def test_what_fits_at_a_glance_is_one_line_as_it_is(pieces, width):
    text = Text.assemble(*pieces)
    assert text.cell_len == cell_len(text.plain)
    if text.fits(width):
        assert [repr(line) for line in text.lines(width)] == [repr(text)]


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=4), st.sampled_from(list(PIPES)))
def test_what_fits_at_a_glance_is_drawn_as_what_is_looked_at_closely(rows, width):
    page = Page(width=width)
    columns = (page.column("one", right=True), page.column("two", "quiet", wraps=True))
    glanced = [repr(line) for line in lines_of([page.table(columns, rows)], width)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Text, "fits", lambda *_: False)
        closely = [repr(line) for line in lines_of([page.table(columns, rows)], width)]
    assert glanced == closely
