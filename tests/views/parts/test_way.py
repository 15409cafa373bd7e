"""A way is one line where there is room, and words where there is none."""

from io import StringIO

import pytest
from rich.console import Console

from pmcareer.views.parts.layout import Page
from pmcareer.views.parts.way import Stop, way

STOPS = (
    Stop(title="Programmer", when="today"),
    Stop(title="Junior PM", when="May 2028 to Nov 2028"),
    Stop(title="Tech PM", when="2030"),
)


def drawn(stops=STOPS, **page):
    paper = Page(**page)
    console = Console(file=StringIO(), width=paper.width, color_system=None)
    for part in way(stops, paper):
        console.print(part)
    return [line.rstrip() for line in console.file.getvalue().splitlines()]


def test_an_arrow_leads_to_each_stop_and_its_days_stand_below_it():
    assert drawn() == [
        "  Programmer ──► Junior PM ─────────────► Tech PM",
        "  today          May 2028 to Nov 2028     2030",
    ]


def test_without_unicode_it_is_drawn_with_what_there_is():
    assert drawn(unicode=False)[0] == "  Programmer --> Junior PM -------------> Tech PM"


@pytest.mark.parametrize(
    "page", [{"plain": True}, {"width": 45}, {"width": 80, "plain": True, "unicode": False}]
)
def test_words_alone_say_the_same(page):
    text = "\n".join(drawn(**page))
    assert not any(sign in text for sign in ("─", "►", "->"))
    for stop in STOPS:
        assert stop.title in text
        assert stop.when in text


@pytest.mark.parametrize("width", [47, 48, 49, 50, 51, 52])
def test_it_is_never_wider_than_the_page(width):
    assert max(map(len, drawn(width=width))) <= width
