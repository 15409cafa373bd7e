"""SVG: the route alone, as a picture for a page or a talk."""

from collections.abc import Iterator

from pmcareer.domain.ground.calendar import day_in_words
from pmcareer.exports.format import Format
from pmcareer.exports.plain import on_one_line
from pmcareer.exports.record import NAME
from pmcareer.exports.route_picture import route_picture
from pmcareer.exports.shapes import EDGE, WIDE, fitting, words
from pmcareer.exports.style import picture_css
from pmcareer.exports.tree import Element, el, written
from pmcareer.exports.way import Way

HEAD = 76.0
"""Room for who, where to, and the two sentences."""
XMLNS = "http://www.w3.org/2000/svg"


def svg_of(way: Way) -> str:
    """Write the picture, headed by whose it is and when it ends."""
    picture = route_picture(way, top=HEAD)
    picture.set("xmlns", XMLNS)
    picture.set("xml:lang", "en")
    # Behind the title and what it is about, which come first.
    for place, part in enumerate(_ground_and_head(way), start=2):
        picture.insert(place, part)
    return f"{written(picture, 'xml')}\n"


def _ground_and_head(way: Way) -> Iterator[Element]:
    yield el("style", picture_css())
    yield el("rect", class_="ground", width="100%", height="100%")
    yield _line(way.title, 28, 20, "head")
    yield _line(way.arrival, 52, 15, "sentence")
    late = way.route.finish.late_because
    note = f"As of {day_in_words(way.today)}{_from(way)}{late and '. '}{late}"
    yield _line(note, 72, 12, "note")


def _line(text: str, y: float, size: float, class_: str) -> Element:
    return words(EDGE, y, fitting(text, WIDE.width - 2 * EDGE, size), class_)


def _from(way: Way) -> str:
    return f", from {on_one_line(way.origin)}" if way.origin else ""


FORMAT = Format(name="svg", rests_on=Way, write=svg_of, options=(NAME,))
