import io
import shlex
from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from pmcareer.views.parts.layout import UNLIMITED, Page
from pmcareer.views.parts.styled import Text
from sweeps import of_each

WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me"]),
    max_size=60,
)


def drawn(block, width):
    console = Console(file=io.StringIO(), width=width, markup=False, highlight=False, emoji=False)
    console.print(block)
    return console.file.getvalue().rstrip("\n").split("\n")


def a_table(page, rows):
    columns = (
        page.column("id", key=True),
        page.column("title", wraps=True, key=True),
        page.column("h", right=True),
    )
    return page.table(columns, rows)


def test_a_table_becomes_stacked_lines_on_a_narrow_page():
    rows = [("rsk-01", "A living register", "4.2")]
    assert drawn(a_table(Page(width=80), rows), 80) == [
        "id      title                h",
        "rsk-01  A living register  4.2",
    ]
    assert drawn(a_table(Page(width=40), rows), 40) == ["rsk-01  A living register", "  h: 4.2"]


def test_long_cells_wrap_in_their_column():
    lines = drawn(a_table(Page(width=62), [("rsk-01", "word " * 30, "4.2")]), 62)
    assert len(lines) > 3
    assert all(line.startswith("        word") for line in lines[2:])


def test_a_row_of_nothing_is_no_line():
    assert drawn(a_table(Page(width=80), [("", "", ""), ("a", "b", "3")]), 80)[1:] == [
        "a   b      3"
    ]


def test_blanks_at_the_end_of_a_cell_move_no_other():
    rows = [(Text("a"), Text("b "), Text("3  ")), ("a", "b", "3000")]

    assert drawn(a_table(Page(width=80), rows), 80)[1:] == ["a   b         3", "a   b      3000"]
    assert rows[0][2].plain == "3  "


def test_records_in_a_pipe_have_no_titles_and_one_line_each():
    page = Page(width=UNLIMITED)
    block = page.records(
        (page.column("id"), page.column("title", wraps=True)),
        [("a", "x " * 200), ("b", "two\nlines")],
    )
    assert [line.split()[0] for line in drawn(block, UNLIMITED)] == ["a", "b"]


def test_a_record_has_its_day_in_words_and_in_a_pipe_as_programs_read_it():
    today, day = date(2026, 11, 21), date(2026, 11, 20)
    assert Page().dated(day, today) == "yesterday"
    assert Page(width=UNLIMITED).dated(day, today) == "2026-11-20"


@of_each(range(24, 70))
def test_an_indent_gives_way_before_a_command_does(width):
    command = "pmcareer log rsk-01 --partial"
    for block in (
        Page(width=width).row("Log it", f"When it is half done: {command}, and go on tomorrow."),
        Page(width=width).facts([("a rather long name", f"say {command} then")]),
        Page(width=width).line(f"It is half done. Say {command}", indent=6),
        Page(width=width).bullets([f"It is half done. Say {command} and go on"]),
        Page(width=width).table(
            (Page().column("id", key=True), Page().column("what", wraps=True)),
            [("rsk-01", f"It is half done. Say {command} and go on")],
        ),
    ):
        lines = drawn(block, width)
        assert max(map(cell_len, lines)) <= width
        assert any(command in line for line in lines) or width <= len(command)


LONG = 'pmcareer log stint-ask --with "Ada Lovelace" --outcome "WHAT THEY SAID"'


@of_each(range(32, 72))
def test_a_command_longer_than_the_page_goes_on_as_a_shell_takes_it(width):
    for block in (
        Page(width=width).row("Log it", LONG),
        Page(width=width).line(f"It is done, so say {LONG} and go on.", indent=4),
        Page(width=width).bullets([f"It is done, so say {LONG} and go on."]),
        Page(width=width).facts([("a rather long name", f"say {LONG}, then")]),
    ):
        lines = drawn(block, width)
        assert max(map(cell_len, lines)) <= width
        text = "\n".join(lines).replace("\\\n", "")
        typed = shlex.split(text[text.index("pmcareer") :])[:7]
        typed[6] = typed[6].removesuffix(",")
        assert typed == shlex.split(LONG)


def test_what_it_goes_on_with_begins_with_an_option():
    assert drawn(Page(width=60).row("Log it", LONG), 60) == [
        'Log it     pmcareer log stint-ask --with "Ada Lovelace" \\',
        '           --outcome "WHAT THEY SAID"',
    ]


@of_each(range(16, 50))
def test_a_number_stays_with_its_unit(width):
    text = "It takes 3.2 h of 14 h, or 45 min a day, at 40 % and with 8 in 10 behind it."
    lines = drawn(Page(width=width).line(text), width)
    assert " ".join(map(str.strip, lines)) == text
    for whole in ("3.2 h", "14 h", "45 min", "40 %", "8 in 10"):
        assert any(whole in line for line in lines)


def test_a_command_has_its_style_wherever_a_sentence_names_it():
    line = Page().quiet("More: pmcareer plan --detail, or ask")
    marked = [
        line.body.plain[span.start : span.end]
        for span in line.body.spans
        if span.style == "command"
    ]
    assert marked == ["pmcareer plan --detail"]


def test_wide_characters_keep_columns_in_line():
    lines = drawn(a_table(Page(width=80), [("a", "計画", "4"), ("b", "plan", "5")]), 80)
    assert {cell_len(line) for line in lines} == {cell_len(lines[0])}


def test_facts_hang_beside_their_names():
    lines = drawn(
        Page(width=60).facts([("why", "word " * 20), ("left out", ""), ("longer name", "x")]), 60
    )
    assert lines[0].startswith("  why          word")
    assert lines[1].startswith("               word")
    assert "left out" not in "".join(lines)


def test_markup_is_text():
    assert drawn(Page().line("RAID [/log] [red]x[/] :smile:"), 80) == [
        "RAID [/log] [red]x[/] :smile:"
    ]


@pytest.mark.parametrize(
    ("page", "bar"),
    [
        pytest.param(Page(), "█████░░░░░", id="signs"),
        pytest.param(Page(unicode=False), "#####.....", id="ASCII"),
        pytest.param(Page(plain=True), "50 %", id="words"),
    ],
)
def test_a_bar_fits_its_page(page, bar):
    assert drawn(page.bar(0.5, 10), 80) == [bar]


@pytest.mark.parametrize("value", [-1.0, 0.0, 1.0, 7.0])
def test_a_bar_never_leaves_its_columns(value):
    assert len(drawn(Page().bar(value, 10), 80)[0]) == 10


@pytest.mark.parametrize("unicode", [True, False])
def test_a_full_bar_stands_for_all_of_it_and_an_empty_one_for_nothing(unicode):
    page = Page(unicode=unicode)
    whole, nothing = (drawn(page.bar(value, 20), 80) for value in (1.0, 0.0))
    for value in (44 / 45, 0.9999, 0.5, 1 / 45, 0.0001):
        assert drawn(page.bar(value, 20), 80) not in (whole, nothing)
    assert drawn(page.bar(1.2, 20), 80) == whole


def test_words_say_a_hundred_percent_of_all_of_it_alone():
    page = Page(plain=True)
    assert [page.bar(value).plain for value in (1.0, 0.9999, 0.5)] == ["100 %", "99 %", "50 %"]


@pytest.mark.parametrize(
    ("text", "columns", "said"),
    [
        ("risk", 6, "risk  "),
        ("planning", 6, "plann…"),
        ("risk, all", 6, "risk…"),
        ("計画計画", 5, "計画…"),
    ],
)
def test_a_text_fills_its_columns_and_a_longer_one_is_cut_with_a_sign(text, columns, said):
    assert Page().cut(text, columns) == said + " " * (columns - cell_len(said))


@pytest.mark.parametrize(
    ("texts", "columns", "said"),
    [
        (
            ("Project management tools", "Project management fundamentals", "Risk management"),
            19,
            ["Project manag…tools", "Projec…fundamentals", "Risk management"],
        ),
        (("Engineer of the sea (rail)", "Engineer of the sea (air)"), 20, None),
        (("Engineer on rails at sea", "Engineer on wheels at sea"), 16, None),
        (("Engineer", "Engineer of the sea", "Engineer of the seaside"), 14, None),
        (("a" * 40 + "b", "a" * 40 + "c"), 12, None),
        (("計画計画計画計画一", "計画計画計画計画二"), 10, None),
    ],
)
def test_texts_that_begin_alike_are_cut_so_that_they_differ(texts, columns, said):
    cut = [Page().cut(text, columns, texts) for text in texts]
    assert len(set(cut)) == len(texts)
    assert {cell_len(each) for each in cut} == {columns}
    if said:
        assert [each.rstrip() for each in cut] == said


@pytest.mark.parametrize(
    "word", ["finished", "open", "started", "deferred", "covered", "something new"]
)
def test_a_state_always_says_its_word(word):
    for page in (Page(), Page(unicode=False), Page(plain=True)):
        assert word in drawn(page.state(word), 80)[0]


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=4), st.integers(20, 100))
def test_nothing_leaves_the_page_and_no_letter_is_lost(rows, width):
    page = Page(width=width)
    blocks = [
        page.bullets([title for _, title, _ in rows]),
        page.numbered([title for _, title, _ in rows]),
        page.facts([("name", title) for _, title, _ in rows]),
        page.line(" ".join(title for _, title, _ in rows)),
        a_table(page, rows),
    ]
    for block in blocks:
        lines = drawn(block, width)
        assert all(cell_len(line.rstrip()) <= width for line in lines)
        given_letters = Counter("".join("".join(title.split()) for _, title, _ in rows))
        assert given_letters <= Counter("".join(lines))
