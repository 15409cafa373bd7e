from functools import partial
from io import StringIO

from rich.console import Console

from pmcareer.views.parts.layout import Page
from pmcareer.views.parts.room import Part, fitted


def words(text, page):
    if text:
        yield page.line(text)


def drawn(parts, most, width=80):
    console = Console(file=StringIO(), width=width)
    for block in fitted(parts, most, Page(width=width)):
        console.print(block)
    return console.file.getvalue().splitlines()


def part(text, rank=0, group=0):
    return Part(draw=partial(words, text), rank=rank, group=group)


def test_what_has_room_is_drawn_in_its_order_and_groups_stand_apart():
    parts = [part("one"), part("two", 3), part("", 1), part("three", 2, group=1)]
    assert drawn(parts, 4) == ["one", "two", "", "three"]


def test_the_highest_rank_gives_way_first_with_the_gap_that_it_needed():
    parts = [part("one"), part("two", 3), part("three", 2, group=1), part("four", 3, group=2)]
    assert drawn(parts, 5) == ["one", "two", "", "three"]
    assert drawn(parts, 3) == ["one", "", "three"]


def test_what_never_gives_way_stays_however_long_it_is():
    assert drawn([part("word " * 60), part("two", 1)], 2)[0].startswith("word")
    assert "two" not in drawn([part("word " * 60), part("two", 1)], 2)


def test_a_narrow_page_says_as_much_in_more_lines():
    parts = [part("word " * 14), part("word " * 14, 1), part("word " * 14, 2)]
    assert len(drawn(parts, 3)) == 3
    assert len(drawn(parts, 3, width=40)) == 6


def test_parts_that_draw_nothing_leave_nothing():
    assert drawn([part(""), part("", 2)], 3) == []
